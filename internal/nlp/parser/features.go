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

const maxFeatures = 192

// features appends the features of st. The templates follow Zhang and Nivre
// (2011): words and tags around the top of the stack and the front of the
// buffer, singly and together, with distance, valency, dependents and the sets
// of their labels; to which come the next verb and what lies between.
func (s *Sentence) features(k []uint32, st *state) []uint32 {
	i0, i1, i2 := st.top(0), st.top(1), st.top(2)
	j0, j1, j2, j3 := st.front(0), st.front(1), st.front(2), st.front(3)
	s0, s1, s2 := &s.atoms[i0], &s.atoms[i1], &s.atoms[i2]
	b0, b1, b2, b3 := &s.atoms[j0], &s.atoms[j1], &s.atoms[j2], &s.atoms[j3]
	n0, n1, m0 := &st.node[i0], &st.node[i1], &st.node[j0]
	s0p, s1p, s2p, b0p, b1p, b2p := s0.p, s1.p, s2.p, b0.p, b1.p, b2.p
	s0w, s1w, b0w, b1w := s0.w, s1.w, b0.w, b1.w

	// One and two words.
	k = append(k,
		key(1, 0, 0, 0, 0),
		key(2, s0w, 0, 0, 0), key(3, s0p, 0, 0, 0), key(4, s0w, s0p, 0, 0),
		key(5, s1w, 0, 0, 0), key(6, s1p, 0, 0, 0), key(7, s1w, s1p, 0, 0),
		key(8, b0w, 0, 0, 0), key(9, b0p, 0, 0, 0), key(10, b0w, b0p, 0, 0),
		key(11, b1w, b1p, 0, 0), key(12, b1p, 0, 0, 0), key(13, b1w, 0, 0, 0),
		key(14, b2.w, b2p, 0, 0), key(15, b2p, 0, 0, 0), key(16, s2p, 0, 0, 0), key(17, s2.w, s2p, 0, 0),
		key(18, s0.suf, s0p, 0, 0), key(19, b0.suf, b0p, 0, 0), key(20, s1.suf, s1p, 0, 0),
		key(21, s0w, s0p, b0w, b0p), key(22, s0w, s0p, b0w, 0), key(23, s0w, b0w, b0p, 0),
		key(24, s0w, s0p, b0p, 0), key(25, s0p, b0w, b0p, 0), key(26, s0w, b0w, 0, 0), key(27, s0p, b0p, 0, 0),
		key(28, s0w, s0p, s1w, s1p), key(29, s0w, s1w, 0, 0), key(30, s0p, s1p, 0, 0),
		key(31, s0w, s0p, s1p, 0), key(32, s0p, s1w, s1p, 0),
		key(33, b0p, b1p, 0, 0), key(34, b0w, b1p, 0, 0), key(35, b0p, b1w, 0, 0), key(36, b0w, b1w, 0, 0),
		key(37, s1w, b0w, 0, 0), key(38, s1p, b0p, 0, 0), key(39, s1w, s1p, b0p, 0), key(40, s1p, b0w, b0p, 0),
		key(41, s0p, b1p, 0, 0), key(42, s0w, b1p, 0, 0), key(43, s0p, b1w, 0, 0), key(44, s0.suf, b0.suf, 0, 0),
		key(45, s0.u, b0.suf, 0, 0), key(46, s0.suf, b0.u, 0, 0),
	)
	// Three and four.
	k = append(k,
		key(50, s0p, b0p, b1p, 0), key(51, s0w, b0p, b1p, 0), key(52, s0p, b0w, b1p, 0), key(53, s0p, b0p, b1w, 0),
		key(54, b0p, b1p, b2p, 0), key(55, s0p, b0p, b1p, b2p), key(56, b0w, b1p, b2p, 0),
		key(57, s1p, s0p, b0p, 0), key(58, s1w, s0p, b0p, 0), key(59, s1p, s0w, b0p, 0), key(60, s1p, s0p, b0w, 0),
		key(61, s2p, s1p, s0p, 0), key(62, s2p, s1p, s0p, b0p), key(63, s1p, s0p, b0p, b1p),
		key(64, s1w, s0w, b0p, 0), key(65, s1w, s0p, b0w, 0), key(66, s1p, s0w, b0w, 0),
		key(67, s1.u, s0.u, b0.u, b1.u), key(68, b1p, b2p, b3.p, 0), key(69, s0.u, b0p, b1p, b2.u),
		key(70, s2.u, s0p, b0p, 0), key(71, s1w, s0.u, b0.u, b1.u), key(72, s0w, s1.u, b0.u, b1.u),
		key(73, b0w, s1.u, s0.u, b1.u),
	)
	// Distance.
	ds, db := distance(i1, i0), distance(i0, j0)
	k = append(k,
		key(80, s0w, db, 0, 0), key(81, s0p, db, 0, 0), key(82, b0w, db, 0, 0), key(83, b0p, db, 0, 0),
		key(84, s0w, b0w, db, 0), key(85, s0p, b0p, db, 0),
		key(86, s1w, ds, 0, 0), key(87, s1p, ds, 0, 0), key(88, s0w, ds, 0, 0), key(89, s1p, s0p, ds, 0),
		key(90, s1p, s0p, b0p, ds<<8|db),
	)
	// Valency.
	r0, l0, lb, r1, l1 := uint64(n0.rightN), uint64(n0.leftN), uint64(m0.leftN), uint64(n1.rightN), uint64(n1.leftN)
	k = append(k,
		key(91, s0w, r0, 0, 0), key(92, s0p, r0, 0, 0), key(93, s0w, l0, 0, 0), key(94, s0p, l0, 0, 0),
		key(95, b0w, lb, 0, 0), key(96, b0p, lb, 0, 0), key(97, s1w, r1, 0, 0), key(98, s1p, r1, 0, 0),
		key(99, s1p, s0p, r1, l0), key(100, s0p, b0p, r0, lb), key(101, s1p, l1, r1, s0p),
	)
	// Dependents.
	s0l, s0r, s1l, s1r, b0l := &s.atoms[n0.l1], &s.atoms[n0.r1], &s.atoms[n1.l1], &s.atoms[n1.r1], &s.atoms[m0.l1]
	s0l2, s0r2, s1r2, b0l2 := &s.atoms[n0.l2], &s.atoms[n0.r2], &s.atoms[n1.r2], &s.atoms[m0.l2]
	ls0l, ls0r, ls1l, ls1r, lb0l := st.labelOf(n0.l1), st.labelOf(n0.r1), st.labelOf(n1.l1), st.labelOf(n1.r1), st.labelOf(m0.l1)
	k = append(k,
		key(110, s0l.w, s0p, 0, 0), key(111, s0l.p, 0, 0, 0), key(112, ls0l, s0p, 0, 0),
		key(113, s0r.w, s0p, 0, 0), key(114, s0r.p, 0, 0, 0), key(115, ls0r, s0p, 0, 0),
		key(116, s1l.w, s1p, 0, 0), key(117, s1l.p, 0, 0, 0), key(118, ls1l, s1p, 0, 0),
		key(119, s1r.w, s1p, 0, 0), key(120, s1r.p, 0, 0, 0), key(121, ls1r, s1p, 0, 0),
		key(122, b0l.w, b0p, 0, 0), key(123, b0l.p, 0, 0, 0), key(124, lb0l, b0p, 0, 0),
		key(125, s0p, s0l.p, s0l2.p, 0), key(126, s0p, s0r.p, s0r2.p, 0),
		key(127, s1p, s1r.p, s1r2.p, 0), key(128, b0p, b0l.p, b0l2.p, 0),
		key(129, s0p, s0l.p, b0p, 0), key(130, s0p, s0r.p, b0p, 0), key(131, s0p, b0p, b0l.p, 0),
		key(132, s1p, s1l.p, s0p, 0), key(133, s1p, s1r.p, s0p, 0), key(134, s1p, s0p, s0l.p, 0),
		key(135, s1p, s0p, s0r.p, 0), key(136, s0w, ls0l, ls0r, 0), key(137, b0w, lb0l, s0p, 0),
		key(138, s1p, s0p, ls0l, ls1r), key(139, s0p, b0p, ls0r, lb0l), key(140, s1w, s0p, s0l.w, 0),
		key(141, s1p, s0w, s0l.w, 0), key(142, s0p, b0p, s0l.w, 0), key(143, s1p, s0p, s1r.w, 0),
	)
	// Label sets.
	k = append(k,
		key(150, s0w, n0.leftSet, 0, 0), key(151, s0p, n0.leftSet, 0, 0),
		key(152, s0w, n0.rightSet, 0, 0), key(153, s0p, n0.rightSet, 0, 0),
		key(154, b0w, m0.leftSet, 0, 0), key(155, b0p, m0.leftSet, 0, 0),
		key(156, s1w, n1.rightSet, 0, 0), key(157, s1p, n1.rightSet, 0, 0), key(158, s1p, n1.leftSet, 0, 0),
		key(159, s0p, b0p, n0.leftSet, m0.leftSet), key(160, s1p, s0p, n1.rightSet, n0.leftSet),
		key(161, s0p, n0.leftSet, n0.rightSet, 0), key(162, s1p, s0p, n1.leftSet, 0),
		key(163, s0.u, b0.u, n0.rightSet, m0.leftSet),
	)
	// The next verb, and what lies between.
	v := s.nextVerb[min(j1, int32(s.n))]
	vd := distance(j0, v)
	btw0, btw1 := s.between(i0, j0), s.between(i1, i0)
	k = append(k,
		key(170, s0p, b0p, s.atoms[v].p, 0), key(171, b0p, vd, s.atoms[v].p, 0), key(172, s1p, s0p, s.atoms[v].u, b0p),
		key(173, s0p, b0p, btw0, 0), key(174, s1p, s0p, btw1, 0), key(175, s1p, s0p, btw1, b0p),
		key(176, s0w, btw0, b0p, 0), key(177, s1w, btw1, s0p, 0),
		key(178, min(uint64(len(st.stack)), 4), s0p, b0p, 0), key(179, uint64(bit(j1 >= int32(s.n))), s0p, s1p, b0p),
	)
	// Subject fields: who may say, what may last, where one may go.
	s0c, s1c, b0c := s0.c, s1.c, b0.c
	k = append(k,
		key(180, s0c, b0c, 0, 0), key(181, s0c, b0p, b1p, 0), key(182, s0p, b0c, 0, 0), key(183, s0w, b0c, 0, 0),
		key(184, s0c, b0w, 0, 0), key(185, s1c, s0c, 0, 0), key(186, s1c, s0c, b0p, 0), key(187, s1w, s0c, 0, 0),
		key(188, s1c, s0w, 0, 0), key(189, s1c, s0c, s0l.w, 0), key(190, s1w, s0c, s0l.w, 0),
		key(191, s1c, s0p, s0l.w, b0p), key(192, s2.c, s1c, s0c, s0l.w), key(193, s0c, ls0l, ls0r, b0c),
		key(194, s1c, ls1l, ls1r, s0c),
	)
	// Where the tagger was of two minds, what else the word may be.
	if s0.q != 0 {
		k = append(k, key(200, s0.q, 0, 0, 0), key(201, s0.q, b0p, 0, 0), key(202, s0.q, s1p, 0, 0), key(203, s0.q, ls0l, b0p, 0))
	}
	if b0.q != 0 {
		k = append(k, key(204, b0.q, 0, 0, 0), key(205, b0.q, s0p, 0, 0), key(206, b0.q, b1p, 0, 0), key(207, b0.q, s0w, 0, 0))
	}
	if s1.q != 0 {
		k = append(k, key(208, s1.q, s0p, 0, 0), key(209, s1.q, b0p, 0, 0))
	}
	if b1.q != 0 {
		k = append(k, key(210, b1.q, b0p, 0, 0), key(211, b1.q, s0p, b0p, 0))
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
