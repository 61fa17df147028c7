package parser

// Beam search keeps the best few states of every step instead of one. All
// sequences for a sentence have 2n moves, so that states of one step compare.

// An item is a state in the beam.
type item struct {
	st    state
	score int64
}

// A back is where a state came from: an item of the step before, and the step.
type back struct {
	parent int
	step
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
	m := b.memosOf(p.Scorer)
	for i := range size {
		it := &b.now[i]
		b.features.of(s, &it.st)
		c := p.choose(&it.st, &b.Scratch, m)
		for move := range c.ok {
			if !c.ok[move] {
				continue
			}
			score := it.score + int64(c.score[move])
			switch {
			case move == shift:
				b.offer(candidate{back{i, step{}}, score}, width)
			case it.st.rootOnly(move):
				b.offer(candidate{back{i, step{move, p.Labels.Root}}, score}, width)
			default:
				b.offerLabels(p, i, move, score, width, m)
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
		to.st.apply(c.step)
		to.score = c.score
		h = append(h, c.back)
	}
	b.history[len(b.history)-1] = h
	b.now, b.next = b.next, b.now
	return len(b.cands)
}

// offerLabels offers a move from item i with every label it may have.
func (b *BeamScratch) offerLabels(p *Parser, i, move int, score int64, width int, m *memos) {
	for label, s := range p.score(move, &b.Scratch, m) {
		if label != int(p.Labels.Root) {
			b.offer(candidate{back{i, step{move, uint8(label)}}, score + int64(s)}, width)
		}
	}
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
