package parser

// A ballot gathers what several parsers say of a sentence and decides by
// Eisner's algorithm (1996): of all projective trees with one root the one with
// most votes for its arcs. Parsers that err in different places, because one
// reads from the left, one from the right and one looks back, correct each
// other; and where they agree they are seldom wrong.
type ballot struct {
	n      int
	votes  []int32 // by dependent and head; column n is the root
	voters []Tree
	weight []int32
	span   []cell
}

// A cell holds the best scores over words i..j: c for a complete, o for an open
// span (one that is an arc), headed at its left or right end; and where split.
type cell struct {
	cl, cr, ol, or     int32
	scl, scr, sol, sor int32
}

// start begins a new sentence.
func (b *ballot) start(n int) {
	b.n = n
	b.votes = resize(b.votes, n*(n+1))
	b.weight = b.weight[:0]
}

// add casts a parser's votes; the weight breaks ties between unequal parsers.
func (b *ballot) add(t *Tree, weight int32) {
	k := len(b.weight)
	b.weight = append(b.weight, weight)
	if k == len(b.voters) {
		b.voters = append(b.voters, Tree{})
	}
	v := &b.voters[k]
	v.Heads, v.Labels = append(v.Heads[:0], t.Heads...), append(v.Labels[:0], t.Labels...)
	for d, h := range t.Heads {
		if h < 0 {
			h = int32(b.n)
		}
		b.votes[d*(b.n+1)+int(h)] += weight
	}
}

// decide writes the elected tree into t, and for every word the set of voters
// that want its head, a bit each, with bit 7 set if they disagree on the label.
func (b *ballot) decide(t *Tree, agree []uint8, l *Labels) []uint8 {
	n := b.n
	t.Heads, t.Labels, t.Margin = t.Heads[:0], t.Labels[:0], t.Margin[:0]
	agree = agree[:0]
	for range n {
		t.Heads, t.Labels, t.Margin = append(t.Heads, -1), append(t.Labels, 0), append(t.Margin, 0)
		agree = append(agree, 0)
	}
	if n == 0 {
		return agree
	}
	b.eisner(t.Heads)
	for d, h := range t.Heads {
		var tally [MaxLabels]int32
		best, any := -1, -1
		for k := range b.weight {
			v := &b.voters[k]
			if v.Heads[d] != h {
				if v.Labels[d] != l.Root {
					any = int(v.Labels[d])
				}
				continue
			}
			agree[d] |= 1 << k
			label := int(v.Labels[d])
			tally[label] += b.weight[k]
			if best >= 0 && best != label {
				agree[d] |= 1 << 7
			}
			if best < 0 || tally[label] > tally[best] {
				best = label
			}
		}
		switch {
		case best >= 0:
		case h < 0:
			best = int(l.Root)
		default:
			best = max(any, 0) // no parser wanted this head
		}
		t.Labels[d] = uint8(best)
	}
	return agree
}

// eisner fills heads, with -1 for the root.
func (b *ballot) eisner(heads []int32) {
	n := b.n
	if cap(b.span) < n*n {
		b.span = make([]cell, n*n)
	}
	b.span = b.span[:n*n]
	at := func(i, j int) *cell { return &b.span[i*n+j] }
	for i := range n {
		*at(i, i) = cell{}
	}
	for w := 1; w < n; w++ {
		for i := 0; i+w < n; i++ {
			j := i + w
			c := at(i, j)
			*c = cell{cl: -1, cr: -1, ol: -1, or: -1}
			// An arc between i and j over two complete spans that meet at k.
			best, split := int32(-1), 0
			for k := i; k < j; k++ {
				if v := at(i, k).cr + at(k+1, j).cl; v > best {
					best, split = v, k
				}
			}
			c.ol, c.sol = best+b.votes[i*(n+1)+j], int32(split) // j heads i
			c.or, c.sor = best+b.votes[j*(n+1)+i], int32(split) // i heads j
			for k := i; k < j; k++ {
				if v := at(i, k).cl + at(k, j).ol; v > c.cl {
					c.cl, c.scl = v, int32(k)
				}
			}
			for k := i + 1; k <= j; k++ {
				if v := at(i, k).or + at(k, j).cr; v > c.cr {
					c.cr, c.scr = v, int32(k)
				}
			}
		}
	}
	root, best := 0, int32(-1)
	for r := range n {
		if v := at(0, r).cl + at(r, n-1).cr + b.votes[r*(n+1)+n]; v > best {
			root, best = r, v
		}
	}
	heads[root] = -1
	b.complete(heads, 0, root, true)
	b.complete(heads, root, n-1, false)
}

// complete reads off the arcs of a complete span headed at j (toLeft) or i.
func (b *ballot) complete(heads []int32, i, j int, toLeft bool) {
	if i == j {
		return
	}
	c := &b.span[i*b.n+j]
	if toLeft {
		k := int(c.scl)
		b.complete(heads, i, k, true)
		b.open(heads, k, j, true)
		return
	}
	k := int(c.scr)
	b.open(heads, i, k, false)
	b.complete(heads, k, j, false)
}

func (b *ballot) open(heads []int32, i, j int, toLeft bool) {
	c := &b.span[i*b.n+j]
	k := int(c.sor)
	if toLeft {
		heads[i], k = int32(j), int(c.sol)
	} else {
		heads[j] = int32(i)
	}
	b.complete(heads, i, k, false)
	b.complete(heads, k+1, j, true)
}
