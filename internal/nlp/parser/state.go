// Package parser builds dependency trees, by transitions (arc-hybrid, Kuhlmann,
// Gómez-Rodríguez and Satta 2011) that a perceptron chooses, greedily or with a
// small beam, and by a vote between several such parsers.
package parser

// The moves of the arc-hybrid system. s0 and s1 are the top of the stack, b0 the
// front of the buffer. A step is a move with a label.
//
//	shift   push b0
//	left    s0 becomes a dependent of b0; pop
//	right   s0 becomes a dependent of s1; pop
//
// The root stands after the last word, as one more word of the buffer: a tree is
// complete when only it is left. It may take a dependent only when the stack
// holds a single word, so that a sentence has one root.
const (
	shift = iota
	left
	right
)

// MaxLabels bounds the labels: label sets are kept in 64 bits.
const MaxLabels = 64

// A step is what takes a state to the next. Shift has no label.
type step struct {
	move  int
	label uint8
}

// A state is a configuration of the parser. Everything is kept by word, with
// words n (the root) and n+1 (nothing: beyond either end) as the last two.
type state struct {
	n     int
	b0    int
	stack []int32
	node  []node
}

// node is what the state knows about a word.
type node struct {
	head              int32
	label             uint8
	leftN, rightN     uint8  // dependents to each side, capped
	leftSet, rightSet uint64 // their labels
	l1, l2, r1, r2    int32  // the outermost dependents to each side, and the next
	margin            int32  // by how much the arc to head won
}

func (s *state) reset(n int) {
	s.n, s.b0 = n, 0
	s.stack = s.stack[:0]
	if cap(s.node) < n+2 {
		s.node = make([]node, n+2, (n+2)*3/2)
	}
	s.node = s.node[:n+2]
	nothing := int32(n + 1)
	for i := range s.node {
		s.node[i] = node{head: -1, l1: nothing, l2: nothing, r1: nothing, r2: nothing}
	}
}

func (s *state) copyFrom(o *state) {
	s.n, s.b0 = o.n, o.b0
	s.stack = append(s.stack[:0], o.stack...)
	s.node = append(s.node[:0], o.node...)
}

// done reports whether the tree is complete.
func (s *state) done() bool { return s.b0 == s.n && len(s.stack) == 0 }

// legal reports which moves are possible. Whether left takes the root label or
// any but the root label follows from b0; see rootOnly.
func (s *state) legal() (canShift, canLeft, canRight bool) {
	k := len(s.stack)
	return s.b0 < s.n, k == 1 || k > 1 && s.b0 < s.n, k > 1
}

// rootOnly reports whether a move makes the root of the sentence: it gets the
// root label, which no other move gives.
func (s *state) rootOnly(move int) bool { return move == left && s.b0 == s.n }

// moves sums up all that legal and rootOnly go by.
func (s *state) moves() uint64 {
	return uint64(min(len(s.stack), 2))<<1 | uint64(bit(s.b0 == s.n))
}

// top returns the word k places below the top of the stack, or nothing.
func (s *state) top(k int) int32 {
	if k < len(s.stack) {
		return s.stack[len(s.stack)-1-k]
	}
	return int32(s.n + 1)
}

// front returns the k-th word of the buffer, the root, or nothing.
func (s *state) front(k int) int32 { return int32(min(s.b0+k, s.n+1)) }

const maxValency = 7

func (s *state) apply(a step) {
	if a.move == shift {
		s.stack = append(s.stack, int32(s.b0))
		s.b0++
		return
	}
	d := s.top(0)
	s.stack = s.stack[:len(s.stack)-1]
	dep := &s.node[d]
	dep.label = a.label
	if a.move == left {
		dep.head = int32(s.b0)
		h := &s.node[s.b0]
		h.l2, h.l1 = h.l1, d
		h.leftN = min(h.leftN+1, maxValency)
		h.leftSet |= 1 << a.label
		return
	}
	dep.head = s.top(0)
	h := &s.node[dep.head]
	h.r2, h.r1 = h.r1, d
	h.rightN = min(h.rightN+1, maxValency)
	h.rightSet |= 1 << a.label
}
