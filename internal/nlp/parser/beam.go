package parser

// Beam search keeps the best few states of every step instead of one. All
// sequences for a sentence have 2n moves, so that states of one step compare.

// An item is a state in the beam.
type item struct {
	st    state
	score int64
}

// A back is where a state came from: an item of the step before, and a class.
type back struct {
	parent int
	class  int
}

// A candidate is a state that is not yet built.
type candidate struct {
	back
	score int64
}

// A BeamScratch is room for one beam search at a time.
type BeamScratch struct {
	Scratch
	now, next []item
	history   [][]back // by step and item, kept for training
	cands     []candidate
}

func (b *BeamScratch) start(n, width int) {
	for len(b.now) < width {
		b.now, b.next = append(b.now, item{}), append(b.next, item{})
	}
	b.now, b.next = b.now[:cap(b.now)], b.next[:cap(b.next)]
	b.now[0].st.reset(n)
	b.now[0].score = 0
	b.history = b.history[:0]
}

// step replaces the first size items of b.now by at most width successors and
// returns their number.
func (b *BeamScratch) step(p *Parser, s *Sentence, size, width int) int {
	b.cands = b.cands[:0]
	n := len(p.Labels.Names)
	for i := range size {
		it := &b.now[i]
		c := p.choose(s, &it.st, &b.Scratch)
		if c.ok[shift] {
			b.offer(candidate{back{i, 0}, it.score + int64(b.scores[0])}, width)
		}
		for m := left; m <= right; m++ {
			if !c.ok[m] {
				continue
			}
			if it.st.b0 == s.n && m == left {
				b.offer(candidate{back{i, c.class[m]}, it.score + int64(c.score[m])}, width)
				continue
			}
			first := classOf(m, 0, n)
			for class := first; class < first+n; class++ {
				if class != first+int(p.Labels.Root) {
					b.offer(candidate{back{i, class}, it.score + int64(b.scores[class])}, width)
				}
			}
		}
	}
	if len(b.history) == cap(b.history) {
		b.history = append(b.history, nil)
	} else {
		b.history = b.history[:len(b.history)+1]
	}
	h := b.history[len(b.history)-1][:0]
	for i, c := range b.cands {
		to := &b.next[i]
		to.st.copyFrom(&b.now[c.parent].st)
		to.st.apply(moveOf(c.class, n))
		to.score = c.score
		h = append(h, c.back)
	}
	b.history[len(b.history)-1] = h
	b.now, b.next = b.next, b.now
	return len(b.cands)
}

// offer keeps c if it is among the best width, in order; of equals the one
// offered first wins.
func (b *BeamScratch) offer(c candidate, width int) {
	k := len(b.cands)
	if k == width {
		if c.score <= b.cands[k-1].score {
			return
		}
		k--
	} else {
		b.cands = append(b.cands, c)
	}
	for ; k > 0 && b.cands[k-1].score < c.score; k-- {
		b.cands[k] = b.cands[k-1]
	}
	b.cands[k] = c
}

// Beam parses s into t.
func (p *Parser) Beam(t *Tree, s *Sentence, b *BeamScratch, width int) {
	b.start(s.n, width)
	size := 1
	for range 2 * s.n {
		size = b.step(p, s, size, width)
	}
	t.fill(&b.now[0].st)
}
