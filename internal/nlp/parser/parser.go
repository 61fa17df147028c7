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
	st       state
	features featureSet // of the state that was scored last
	scores   [256]int32
	memos    map[*perceptron.Table]*memos
}

// memos remember, of one table, what the features of the stack alone and of the
// buffer alone add up to, and what was chosen in whole states.
type memos struct {
	stack, buffer *perceptron.Memo
	choices       perceptron.Recall[choice]
}

// memosOf returns the memos for a scorer, nil for one that learns.
func (sc *Scratch) memosOf(s perceptron.Scorer) *memos {
	t, frozen := s.(*perceptron.Table)
	if !frozen {
		return nil
	}
	m := sc.memos[t]
	if m == nil {
		m = &memos{stack: perceptron.NewMemo(t), buffer: perceptron.NewMemo(t)}
		if sc.memos == nil {
			sc.memos = map[*perceptron.Table]*memos{}
		}
		sc.memos[t] = m
	}
	return m
}

// score adds up the weights of the features of a state.
func (p *Parser) score(sc *Scratch, m *memos) []int32 {
	scores, f := sc.scores[:], &sc.features
	clear(scores[:p.Labels.classes()])
	if m == nil {
		p.Scorer.Score(f.all(), scores)
	} else {
		m.stack.Score(f.keys[:f.stack], scores)
		m.buffer.Score(f.keys[f.stack:f.buffer], scores)
		p.Scorer.Score(f.keys[f.buffer:f.n], scores)
	}
	return scores[:p.Labels.classes()]
}

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
func (p *Parser) choose(s *Sentence, st *state, sc *Scratch) choice {
	sc.features.of(s, st)
	return p.chosen(st, p.score(sc, sc.memosOf(p.Scorer)))
}

// recall is choose for those who need no more of the scores than the choice.
func (p *Parser) recall(s *Sentence, st *state, sc *Scratch, m *memos) choice {
	if m == nil {
		return p.choose(s, st, sc)
	}
	sc.features.of(s, st)
	c, known := m.choices.Place(perceptron.Mix(perceptron.Hash(sc.features.all()), st.moves()))
	if !known {
		*c = p.chosen(st, p.score(sc, m))
	}
	return *c
}

// chosen finds the best class of each move that a state allows.
func (p *Parser) chosen(st *state, scores []int32) (c choice) {
	l := p.Labels
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
	m := sc.memosOf(p.Scorer)
	for !st.done() {
		if len(st.stack) == 0 {
			st.apply(shift, 0) // there is no choice
			continue
		}
		c := p.recall(s, st, sc, m)
		move := c.best()
		if move != shift {
			st.node[st.top(0)].margin = c.margin(move)
		}
		_, label := moveOf(c.class[move], len(p.Labels.Names))
		st.apply(move, label)
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
