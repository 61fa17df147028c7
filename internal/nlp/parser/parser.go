package parser

import (
	"errors"
	"slices"

	"github.com/factdiff/factdiff/internal/nlp/perceptron"
)

// A Parser is one transition parser. It is immutable when its Scorer is.
type Parser struct {
	Labels *Labels
	Scorer perceptron.Scorer
}

// Labels are the relations, by number.
type Labels struct {
	Names []string
	Root  uint8
}

// NewLabels numbers relations in the order given.
func NewLabels(names []string) (*Labels, error) {
	root := slices.Index(names, "root")
	if root < 0 || len(names) > MaxLabels {
		return nil, errors.New("parser: bad labels")
	}
	return &Labels{Names: names, Root: uint8(root)}, nil
}

// A Scratch is room for parsing one sentence at a time.
type Scratch struct {
	st     state
	keys   [maxFeatures]uint32
	n      int // keys in use
	scores [256]int32
}

// features returns the features of the state that was scored last.
func (sc *Scratch) features() []uint32 { return sc.keys[:sc.n] }

// classes returns the number of classes.
func (l *Labels) classes() int { return 1 + 2*len(l.Names) }

// choice is the best class of each move, with its score.
type choice struct {
	ok    [3]bool
	class [3]int
	score [3]int32
}

// best returns the move with the highest score, the lowest of equals.
func (c *choice) best() int {
	best := -1
	for m := range c.ok {
		if c.ok[m] && (best < 0 || c.score[m] > c.score[best]) {
			best = m
		}
	}
	return best
}

// margin returns by how much a move beats the others.
func (c *choice) margin(move int) int32 {
	m := int32(1<<31 - 1)
	for o := range c.ok {
		if o != move && c.ok[o] {
			m = min(m, c.score[move]-c.score[o])
		}
	}
	return m
}

// choose scores a state. Only the root relation leads to the root, and nothing
// else does.
func (p *Parser) choose(s *Sentence, st *state, sc *Scratch) (c choice) {
	l := p.Labels
	scores := sc.scores[:l.classes()]
	clear(scores)
	keys := s.features(sc.keys[:0], st)
	sc.n = len(keys)
	p.Scorer.Score(keys, sc.scores[:])
	c.ok[shift], c.ok[left], c.ok[right] = st.legal()
	c.score[shift] = scores[0]
	n := len(l.Names)
	switch {
	case c.ok[left] && st.b0 == st.n:
		c.class[left] = classOf(left, l.Root, n)
	case c.ok[left]:
		c.class[left] = l.bestLabel(scores, left)
	}
	c.score[left] = scores[c.class[left]]
	if c.ok[right] {
		c.class[right] = l.bestLabel(scores, right)
		c.score[right] = scores[c.class[right]]
	}
	return c
}

// bestLabel returns the best class of a move among those not the root's.
func (l *Labels) bestLabel(scores []int32, move int) int {
	n := len(l.Names)
	first := classOf(move, 0, n)
	root := first + int(l.Root)
	best := -1
	for c := first; c < first+n; c++ {
		if c != root && (best < 0 || scores[c] > scores[best]) {
			best = c
		}
	}
	return best
}

// Greedy parses s in linear time: 2n decisions, none of them taken back.
func (p *Parser) greedy(s *Sentence, sc *Scratch) *state {
	st := &sc.st
	st.reset(s.n)
	for !st.done() {
		c := p.choose(s, st, sc)
		m := c.best()
		if m != shift {
			st.node[st.top(0)].margin = c.margin(m)
		}
		_, label := moveOf(c.class[m], len(p.Labels.Names))
		st.apply(m, label)
	}
	return st
}

// A Tree is the result for a sentence: a head (-1 for the root) and a label for
// every word.
type Tree struct {
	Heads  []int32
	Labels []uint8
	Margin []int32
}

// Greedy parses s into t.
func (p *Parser) Greedy(t *Tree, s *Sentence, sc *Scratch) { t.fill(p.greedy(s, sc)) }

func (t *Tree) fill(st *state) {
	t.Heads, t.Labels, t.Margin = t.Heads[:0], t.Labels[:0], t.Margin[:0]
	for _, w := range st.node[:st.n] {
		h := w.head
		if h == int32(st.n) {
			h = -1
		}
		t.Heads, t.Labels, t.Margin = append(t.Heads, h), append(t.Labels, w.label), append(t.Margin, w.margin)
	}
}

// reverse turns the tree of a reversed sentence round.
func (t *Tree) reverse() {
	n := len(t.Heads)
	slices.Reverse(t.Heads)
	slices.Reverse(t.Labels)
	slices.Reverse(t.Margin)
	for i, h := range t.Heads {
		if h >= 0 {
			t.Heads[i] = int32(n-1) - h
		}
	}
}
