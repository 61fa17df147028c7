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

// Sections are those of the perceptron of a parser: which move, and for a move
// that makes an arc, which label. Their numbers are those of the moves: section
// shift is the choice of the move, sections left and right are the labels.
func (l *Labels) Sections() []int {
	n := len(l.Names)
	return []int{3, 3 + n, 3 + 2*n}
}

// section returns the classes of a section.
func (l *Labels) section(section int) (from, to int) {
	if section == shift {
		return 0, 3
	}
	from = 3 + (section-1)*len(l.Names)
	return from, from + len(l.Names)
}

// classOf returns the class of the label of a step other than shift.
func (l *Labels) classOf(a step) int {
	first, _ := l.section(a.move)
	return first + int(a.label)
}

// A Scratch is room for parsing one sentence at a time.
type Scratch struct {
	st       state
	features featureSet // of the state that was scored last
	scores   [256]int32
	memos    map[*perceptron.Table]*memos
}

// memos remember, of one table, what the features of the stack alone and of the
// buffer alone add up to, where those of both are, from the choice of a move to that
// of its label, and what was decided in whole states.
type memos struct {
	stack, buffer *perceptron.Memo
	both          *perceptron.Rows
	decisions     perceptron.Recall[decision]
}

// memosOf returns the memos for a scorer, nil for one that learns.
func (sc *Scratch) memosOf(s perceptron.Scorer) *memos {
	t, frozen := s.(*perceptron.Table)
	if !frozen {
		return nil
	}
	m := sc.memos[t]
	if m == nil {
		m = &memos{stack: perceptron.NewMemo(t), buffer: perceptron.NewMemo(t), both: perceptron.NewRows(t)}
		if sc.memos == nil {
			sc.memos = map[*perceptron.Table]*memos{}
		}
		sc.memos[t] = m
	}
	return m
}

// score adds up the weights of the features of a state for the classes of a
// section, and returns the scores. The choice of the move, section shift, comes
// first.
func (p *Parser) score(section int, sc *Scratch, m *memos) []int32 {
	f, scores := &sc.features, sc.scores[:]
	from, to := p.Labels.section(section)
	clear(scores[from:to])
	if m == nil {
		p.Scorer.Score(section, f.all(), scores)
	} else {
		m.stack.Score(section, f.keys[:f.stack], scores)
		m.buffer.Score(section, f.keys[f.stack:f.buffer], scores)
		if section == shift {
			m.both.Find(f.keys[f.buffer:f.n])
		}
		m.both.Score(section, scores)
	}
	return scores[from:to]
}

// choice is which moves are possible, with their scores.
type choice struct {
	ok    [3]bool
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

// choose scores the moves from a state, of which the features are there.
func (p *Parser) choose(st *state, sc *Scratch, m *memos) (c choice) {
	c.ok[shift], c.ok[left], c.ok[right] = st.legal()
	copy(c.score[:], p.score(shift, sc, m))
	return c
}

// label returns the best label of an arc that a move from a state makes. Only the
// root label leads to the root, and it nowhere else.
func (p *Parser) label(st *state, move int, sc *Scratch, m *memos) uint8 {
	l := p.Labels
	if st.rootOnly(move) {
		return l.Root
	}
	scores := p.score(move, sc, m)
	best := -1
	for label, score := range scores {
		if label != int(l.Root) && (best < 0 || score > scores[best]) {
			best = label
		}
	}
	return uint8(best)
}

// A decision is a step, and by how much its move won.
type decision struct {
	step
	margin int32
}

// decide takes the best move and for that the best label.
func (p *Parser) decide(st *state, sc *Scratch, m *memos) decision {
	c := p.choose(st, sc, m)
	d := decision{step: step{move: c.best()}}
	if d.move != shift {
		d.margin = c.margin(d.move)
		d.label = p.label(st, d.move, sc, m)
	}
	return d
}

// recall is decide, or what it said before where all features were the same.
func (p *Parser) recall(st *state, sc *Scratch, m *memos) decision {
	if m == nil {
		return p.decide(st, sc, m)
	}
	d, known := m.decisions.Place(perceptron.Mix(perceptron.Hash(sc.features.all()), st.moves()))
	if !known {
		*d = p.decide(st, sc, m)
	}
	return *d
}

// Greedy parses s in linear time: 2n decisions, none of them taken back.
func (p *Parser) greedy(s *Sentence, sc *Scratch) *state {
	st := &sc.st
	st.reset(s.n)
	m := sc.memosOf(p.Scorer)
	for !st.done() {
		if len(st.stack) == 0 {
			st.apply(step{}) // there is no choice
			continue
		}
		sc.features.of(s, st)
		d := p.recall(st, sc, m)
		if d.move != shift {
			st.node[st.top(0)].margin = d.margin
		}
		st.apply(d.step)
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
