package parser

import (
	"math/bits"

	"github.com/factdiff/factdiff/internal/nlp/perceptron"
	"github.com/factdiff/factdiff/internal/nlp/surface"
	"github.com/factdiff/factdiff/internal/nlp/tagger"
)

// An atom is what features know about a word.
type atom struct {
	w, p, u uint64 // form, fine tag, universal tag, as hashes
	suf     uint64 // last three letters
	c       uint64 // subject field of the word as noun or verb, else its universal tag
	q       uint64 // both tags it may have, where the tagger was of two minds, else 0
	kind    uint8
}

const (
	verbal  = 1 << iota // a verb or auxiliary
	comma               // , ; : and dashes
	quote               // quotation marks and brackets
	nominal             // noun, proper noun, pronoun
)

// A Sentence is a tagged sentence made ready for parsing.
type Sentence struct {
	n     int
	atoms []atom // with the root and nothing at the end
	// nextVerb[i] is the first verbal word at or after i, verbs[i] the number
	// of verbal words before i, and so on: differences count what lies between.
	nextVerb             []int32
	verbs, commas, marks []int32
}

// Prepare fills s. reversed makes the sentence run right to left.
func (s *Sentence) Prepare(words []surface.Word, tags []tagger.Choice, set *Tags, reversed bool) {
	n := len(words)
	s.n = n
	s.atoms = s.atoms[:0]
	for i := range n {
		j := i
		if reversed {
			j = n - 1 - i
		}
		w, t := &words[j], tags[j].Tag
		a := atom{w: w.Lower, p: set.hash[t], u: set.upos[t], suf: w.Suf[2], c: set.upos[t], kind: set.kind[t]}
		switch {
		case a.kind&verbal != 0:
			a.c += uint64(w.Entry.Verb) * k5
		case a.kind&nominal != 0:
			a.c += uint64(w.Entry.Noun) * k5
		}
		if r := tags[j].Rival; r != t {
			a.q = perceptron.Mix(a.p, set.hash[r])
		}
		s.atoms = append(s.atoms, a)
	}
	s.atoms = append(s.atoms,
		atom{w: k1, p: k2, u: k3, suf: k4, c: k3},
		atom{w: k2, p: k3, u: k4, suf: k1, c: k4})
	s.nextVerb = resize(s.nextVerb, n+2)
	s.verbs, s.commas, s.marks = resize(s.verbs, n+3), resize(s.commas, n+3), resize(s.marks, n+3)
	s.nextVerb[n], s.nextVerb[n+1] = int32(n+1), int32(n+1)
	for i := n - 1; i >= 0; i-- {
		s.nextVerb[i] = s.nextVerb[i+1]
		if s.atoms[i].kind&verbal != 0 {
			s.nextVerb[i] = int32(i)
		}
	}
	for i := range n + 2 {
		k := s.atoms[i].kind
		s.verbs[i+1] = s.verbs[i] + bit(k&verbal != 0)
		s.commas[i+1] = s.commas[i] + bit(k&comma != 0)
		s.marks[i+1] = s.marks[i] + bit(k&quote != 0)
	}
}

func bit(b bool) int32 {
	if b {
		return 1
	}
	return 0
}

func resize(s []int32, n int) []int32 {
	if cap(s) < n {
		s = make([]int32, n, n*3/2)
	}
	s = s[:n]
	clear(s)
	return s
}

// Tags tells the parser about the tagger's classes.
type Tags struct {
	hash, upos [256]uint64
	kind       [256]uint8
}

// NewTags describes classes given as universal and Penn tag.
func NewTags(n int, pair func(int) (upos, xpos string)) *Tags {
	t := &Tags{}
	for i := range n {
		u, x := pair(i)
		t.hash[i], t.upos[i] = perceptron.String(u+" "+x), perceptron.String(u)
		switch {
		case u == "VERB", u == "AUX":
			t.kind[i] = verbal
		case x == "``", x == "''", x == "-LRB-", x == "-RRB-":
			t.kind[i] = quote
		case u == "PUNCT":
			t.kind[i] = comma
		case u == "NOUN", u == "PROPN", u == "PRON":
			t.kind[i] = nominal
		}
	}
	return t
}

// Odd constants for the linear hash of up to four atoms.
const (
	k1 = 0x9E3779B97F4A7C15
	k2 = 0xC2B2AE3D27D4EB4F
	k3 = 0x165667B19E3779F9
	k4 = 0xD6E8FEB86659FD93
	k5 = 0xA0761D6478BD642F
)

// key hashes a template and its atoms. The atoms are hashes already, so a sum of
// odd multiples followed by one mix is enough, and its multiplications overlap.
func key(id, a, b, c, d uint64) uint32 {
	h := id*k5 + a*k1 + b*k2 + c*k3 + d*k4
	h ^= h >> 32
	h *= k1
	h ^= h >> 29
	h *= k4
	return perceptron.Key(h)
}

const maxFeatures = 160

// A view is a state as features see it: the top of the stack, the front of the
// buffer, their dependents, and what lies between.
type view struct {
	s0, s1, s2, b0, b1, b2, b3, verb *atom // verb is the next one
	n0, n1, m0                       *node // of s0, s1 and b0
	s0l, s0r, s1l, s1r, b0l          *atom // outermost dependents to the left and right
	s0l2, s0r2, s1r2, b0l2           *atom // and the next
	ls0l, ls0r, ls1l, ls1r, lb0l     uint64
	ds, db, vd                       uint64 // distances: s1 to s0, s0 to b0, b0 to verb
	btw0, btw1                       uint64 // what lies between s0 and b0, s1 and s0
}

func (x *view) of(s *Sentence, st *state) {
	i0, i1, i2 := st.top(0), st.top(1), st.top(2)
	j0, j1, j2, j3 := st.front(0), st.front(1), st.front(2), st.front(3)
	at := func(i int32) *atom { return &s.atoms[i] }
	x.s0, x.s1, x.s2 = at(i0), at(i1), at(i2)
	x.b0, x.b1, x.b2, x.b3 = at(j0), at(j1), at(j2), at(j3)
	n0, n1, m0 := &st.node[i0], &st.node[i1], &st.node[j0]
	x.n0, x.n1, x.m0 = n0, n1, m0
	x.s0l, x.s0r, x.s1l, x.s1r, x.b0l = at(n0.l1), at(n0.r1), at(n1.l1), at(n1.r1), at(m0.l1)
	x.s0l2, x.s0r2, x.s1r2, x.b0l2 = at(n0.l2), at(n0.r2), at(n1.r2), at(m0.l2)
	x.ls0l, x.ls0r, x.ls1l, x.ls1r = st.labelOf(n0.l1), st.labelOf(n0.r1), st.labelOf(n1.l1), st.labelOf(n1.r1)
	x.lb0l = st.labelOf(m0.l1)
	v := s.nextVerb[min(j1, int32(s.n))]
	x.verb = at(v)
	x.ds, x.db, x.vd = distance(i1, i0), distance(i0, j0), distance(j0, v)
	x.btw0, x.btw1 = s.between(i0, j0), s.between(i1, i0)
}

// A featureSet is the features of a state. The templates follow Zhang and
// Nivre (2011): words and tags around the top of the stack and the front of
// the buffer, singly and together, with distance, valency, dependents and the
// sets of their labels; to which come the next verb and what lies between. Of 177
// templates, the 44 that were missed least on held-out text went.
//
// They stand in three groups by what they look at, because the first two
// recur: a stack comes back when what was pushed on it has found its head, and
// both in other sentences.
type featureSet struct {
	keys          [maxFeatures]uint32
	stack, buffer int // where the features of the stack alone end, and of the buffer alone
	n             int
}

func (f *featureSet) of(s *Sentence, st *state) {
	var x view
	x.of(s, st)
	k := x.stackAlone(f.keys[:0])
	f.stack = len(k)
	k = x.bufferAlone(k)
	f.buffer = len(k)
	f.n = len(x.both(k))
}

func (f *featureSet) all() []uint32 { return f.keys[:f.n] }

// stackAlone appends the features of the top of the stack.
func (x *view) stackAlone(k []uint32) []uint32 {
	s0p, s1p, s2p, s0w, s1w, s0c, s1c := x.s0.p, x.s1.p, x.s2.p, x.s0.w, x.s1.w, x.s0.c, x.s1.c
	r0, l0, r1 := uint64(x.n0.rightN), uint64(x.n0.leftN), uint64(x.n1.rightN)
	k = append(k,
		// One and two words.
		key(2, s0w, 0, 0, 0), key(3, s0p, 0, 0, 0), key(4, s0w, s0p, 0, 0), key(5, s1w, 0, 0, 0), key(7, s1w, s1p, 0, 0),
		key(18, x.s0.suf, s0p, 0, 0), key(20, x.s1.suf, s1p, 0, 0), key(28, s0w, s0p, s1w, s1p), key(29, s0w, s1w, 0, 0),
		key(30, s0p, s1p, 0, 0), key(31, s0w, s0p, s1p, 0), key(32, s0p, s1w, s1p, 0),
		// Three and four.
		key(61, s2p, s1p, s0p, 0),
		// Distance.
		key(87, s1p, x.ds, 0, 0), key(88, s0w, x.ds, 0, 0), key(89, s1p, s0p, x.ds, 0),
		// Valency.
		key(91, s0w, r0, 0, 0), key(92, s0p, r0, 0, 0), key(93, s0w, l0, 0, 0), key(94, s0p, l0, 0, 0),
		key(97, s1w, r1, 0, 0), key(98, s1p, r1, 0, 0), key(99, s1p, s0p, r1, l0),
		// Dependents.
		key(110, x.s0l.w, s0p, 0, 0), key(111, x.s0l.p, 0, 0, 0), key(112, x.ls0l, s0p, 0, 0), key(113, x.s0r.w, s0p, 0, 0),
		key(114, x.s0r.p, 0, 0, 0), key(115, x.ls0r, s0p, 0, 0), key(116, x.s1l.w, s1p, 0, 0), key(117, x.s1l.p, 0, 0, 0),
		key(119, x.s1r.w, s1p, 0, 0), key(120, x.s1r.p, 0, 0, 0), key(121, x.ls1r, s1p, 0, 0),
		key(125, s0p, x.s0l.p, x.s0l2.p, 0), key(126, s0p, x.s0r.p, x.s0r2.p, 0), key(127, s1p, x.s1r.p, x.s1r2.p, 0),
		key(133, s1p, x.s1r.p, s0p, 0), key(134, s1p, s0p, x.s0l.p, 0), key(135, s1p, s0p, x.s0r.p, 0),
		key(136, s0w, x.ls0l, x.ls0r, 0), key(138, s1p, s0p, x.ls0l, x.ls1r), key(140, s1w, s0p, x.s0l.w, 0),
		key(141, s1p, s0w, x.s0l.w, 0), key(143, s1p, s0p, x.s1r.w, 0),
		// Label sets.
		key(150, s0w, x.n0.leftSet, 0, 0), key(151, s0p, x.n0.leftSet, 0, 0), key(152, s0w, x.n0.rightSet, 0, 0),
		key(153, s0p, x.n0.rightSet, 0, 0), key(156, s1w, x.n1.rightSet, 0, 0), key(157, s1p, x.n1.rightSet, 0, 0),
		key(158, s1p, x.n1.leftSet, 0, 0), key(160, s1p, s0p, x.n1.rightSet, x.n0.leftSet),
		key(161, s0p, x.n0.leftSet, x.n0.rightSet, 0),
		// The next verb, and what lies between.
		key(174, s1p, s0p, x.btw1, 0), key(177, s1w, x.btw1, s0p, 0),
		// Subject fields: who may say, what may last, where one may go.
		key(185, s1c, s0c, 0, 0), key(188, s1c, s0w, 0, 0), key(189, s1c, s0c, x.s0l.w, 0),
		key(192, x.s2.c, s1c, s0c, x.s0l.w), key(194, s1c, x.ls1l, x.ls1r, s0c),
	)
	// Where the tagger was of two minds, what else the word may be.
	if q := x.s0.q; q != 0 {
		k = append(k, key(200, q, 0, 0, 0), key(202, q, s1p, 0, 0))
	}
	if q := x.s1.q; q != 0 {
		k = append(k, key(208, q, s0p, 0, 0))
	}
	return k
}

// bufferAlone appends the features of the front of the buffer.
func (x *view) bufferAlone(k []uint32) []uint32 {
	b0p, b1p, b2p, b0w, b1w := x.b0.p, x.b1.p, x.b2.p, x.b0.w, x.b1.w
	k = append(k,
		// One and two words.
		key(1, 0, 0, 0, 0), key(8, b0w, 0, 0, 0), key(9, b0p, 0, 0, 0), key(11, b1w, b1p, 0, 0), key(12, b1p, 0, 0, 0),
		key(13, b1w, 0, 0, 0), key(14, x.b2.w, b2p, 0, 0), key(15, b2p, 0, 0, 0), key(19, x.b0.suf, b0p, 0, 0),
		key(33, b0p, b1p, 0, 0), key(34, b0w, b1p, 0, 0), key(35, b0p, b1w, 0, 0), key(36, b0w, b1w, 0, 0),
		// Three and four.
		key(54, b0p, b1p, b2p, 0), key(56, b0w, b1p, b2p, 0), key(68, b1p, b2p, x.b3.p, 0),
		// The next verb.
		key(171, b0p, x.vd, x.verb.p, 0),
	)
	// Where the tagger was of two minds, what else the word may be.
	if q := x.b0.q; q != 0 {
		k = append(k, key(204, q, 0, 0, 0), key(206, q, b1p, 0, 0))
	}
	if q := x.b1.q; q != 0 {
		k = append(k, key(210, q, b0p, 0, 0))
	}
	return k
}

// both appends the features of stack and buffer together, and of what the front
// of the buffer has gathered, which seldom stays.
func (x *view) both(k []uint32) []uint32 {
	s0p, s1p, s2p, s0w, s1w, s0c, s1c := x.s0.p, x.s1.p, x.s2.p, x.s0.w, x.s1.w, x.s0.c, x.s1.c
	b0p, b1p, b0w, b0c, b1w := x.b0.p, x.b1.p, x.b0.w, x.b0.c, x.b1.w
	r0, lb := uint64(x.n0.rightN), uint64(x.m0.leftN)
	k = append(k,
		// One and two words.
		key(24, s0w, s0p, b0p, 0), key(27, s0p, b0p, 0, 0), key(38, s1p, b0p, 0, 0), key(39, s1w, s1p, b0p, 0),
		key(40, s1p, b0w, b0p, 0), key(41, s0p, b1p, 0, 0), key(42, s0w, b1p, 0, 0), key(44, x.s0.suf, x.b0.suf, 0, 0),
		key(46, x.s0.suf, x.b0.u, 0, 0),
		// Three and four.
		key(50, s0p, b0p, b1p, 0), key(53, s0p, b0p, b1w, 0), key(62, s2p, s1p, s0p, b0p), key(63, s1p, s0p, b0p, b1p),
		key(64, s1w, s0w, b0p, 0), key(67, x.s1.u, x.s0.u, x.b0.u, x.b1.u), key(70, x.s2.u, s0p, b0p, 0),
		key(71, s1w, x.s0.u, x.b0.u, x.b1.u), key(72, s0w, x.s1.u, x.b0.u, x.b1.u),
		// Distance.
		key(80, s0w, x.db, 0, 0), key(81, s0p, x.db, 0, 0), key(85, s0p, b0p, x.db, 0),
		// Valency.
		key(96, b0p, lb, 0, 0), key(100, s0p, b0p, r0, lb),
		// Dependents.
		key(122, x.b0l.w, b0p, 0, 0), key(123, x.b0l.p, 0, 0, 0), key(124, x.lb0l, b0p, 0, 0),
		key(128, b0p, x.b0l.p, x.b0l2.p, 0), key(129, s0p, x.s0l.p, b0p, 0), key(130, s0p, x.s0r.p, b0p, 0),
		key(131, s0p, b0p, x.b0l.p, 0), key(139, s0p, b0p, x.ls0r, x.lb0l), key(142, s0p, b0p, x.s0l.w, 0),
		// Label sets.
		key(154, b0w, x.m0.leftSet, 0, 0), key(155, b0p, x.m0.leftSet, 0, 0), key(159, s0p, b0p, x.n0.leftSet, x.m0.leftSet),
		key(163, x.s0.u, x.b0.u, x.n0.rightSet, x.m0.leftSet),
		// The next verb, and what lies between.
		key(170, s0p, b0p, x.verb.p, 0), key(173, s0p, b0p, x.btw0, 0), key(176, s0w, x.btw0, b0p, 0),
		// Subject fields: who may say, what may last, where one may go.
		key(180, s0c, b0c, 0, 0), key(181, s0c, b0p, b1p, 0), key(182, s0p, b0c, 0, 0), key(191, s1c, s0p, x.s0l.w, b0p),
	)
	// Where the tagger was of two minds, what else the word may be.
	if q := x.s0.q; q != 0 {
		k = append(k, key(201, q, b0p, 0, 0), key(203, q, x.ls0l, b0p, 0))
	}
	if q := x.b0.q; q != 0 {
		k = append(k, key(205, q, s0p, 0, 0), key(207, q, s0w, 0, 0))
	}
	if q := x.s1.q; q != 0 {
		k = append(k, key(209, q, b0p, 0, 0))
	}
	if q := x.b1.q; q != 0 {
		k = append(k, key(211, q, s0p, b0p, 0))
	}
	return k
}

// labelOf returns the label of a dependent, 0 for none.
func (s *state) labelOf(d int32) uint64 {
	if d > int32(s.n) {
		return 0
	}
	return uint64(s.node[d].label) + 1
}

// distance buckets the distance between two words.
func distance(i, j int32) uint64 {
	d := j - i
	switch {
	case d < 0:
		return 15 // one of them is beyond the end
	case d <= 4:
		return uint64(d)
	case d <= 6:
		return 5
	}
	return uint64(min(4+bits.Len32(uint32(d)), 9))
}

// between counts verbs, commas and quotation marks strictly between i and j.
func (s *Sentence) between(i, j int32) uint64 {
	if i > j {
		return 0xFFF
	}
	v := min(s.verbs[j]-s.verbs[i+1], 2)
	c := min(s.commas[j]-s.commas[i+1], 2)
	q := min(s.marks[j]-s.marks[i+1], 2)
	return uint64(v<<4|c<<2|q) + 1
}
