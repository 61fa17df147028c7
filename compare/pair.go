package compare

import (
	"slices"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Pair is two statements of different witnesses that state the same thing,
// with their words aligned; or any two, of which no words are (Pass.Loose).
type Pair struct {
	Group *witness.Group // nil of a loose pair
	Score float64        // probability that they state the same thing
	A, B  *witness.Statement
	// ToB leads the words of A to those of B, ToA back; -1 where a word has
	// no partner.
	ToB, ToA []int
	tie      []tie // by word of A
	// Parallel says that the two are versions of one text.
	Parallel bool
	// Unmatched share of content words of each side.
	LeftA, LeftB float64

	ctxA, ctxB []*witness.Statement // the other statements of the group in each witness

	lex    *lexicon.Lexicon
	deeds  []Deed
	paired bool // deeds are found
}

// tie is how a word and its partner correspond.
type tie struct {
	kind   witness.LinkKind
	weight float32
}

func newPair(lex *lexicon.Lexicon, ev *witness.Event, g *witness.Group, l *witness.Link) *Pair {
	x := &Pair{
		lex: lex, Group: g, Score: l.Score, Parallel: ev.Aligned || ev.Parallel || versions(ev.Witnesses[l.A.Witness], ev.Witnesses[l.B.Witness]),
		A: ev.Witnesses[l.A.Witness].Statements[l.A.Statement],
		B: ev.Witnesses[l.B.Witness].Statements[l.B.Statement],
	}
	n, m := len(x.A.Tokens), len(x.B.Tokens)
	to := filled(n + m)
	x.ToB, x.ToA = to[:n:n], to[n:]
	x.tie = make([]tie, n)
	for _, w := range l.Words {
		x.ToB[w.A], x.ToA[w.B] = w.B, w.A
		x.tie[w.A] = tie{w.Kind, w.Weight}
	}
	x.LeftA = x.left(x.A, func(i int) bool { return x.ToB[i] >= 0 && x.tie[i].kind != witness.LinkStructure })
	x.LeftB = x.left(x.B, func(j int) bool { return x.ToA[j] >= 0 && x.tie[x.ToA[j]].kind != witness.LinkStructure })
	for _, s := range g.Cells[l.A.Witness] {
		if s != l.A.Statement {
			x.ctxA = append(x.ctxA, ev.Witnesses[l.A.Witness].Statements[s])
		}
	}
	for _, s := range g.Cells[l.B.Witness] {
		if s != l.B.Statement {
			x.ctxB = append(x.ctxB, ev.Witnesses[l.B.Witness].Statements[s])
		}
	}
	return x
}

// Loose returns two statements of different witnesses as a Pair although they need not
// correspond: no word of the one has a partner in the other. It is what a check asks of
// figures that two reports tell in places of their own. Its Group is nil and its Score 0.
// Where the two do correspond, it returns that pair.
func (p *Pass) Loose(a, b *witness.Statement) *Pair {
	if x := p.linked(a, b); x != nil {
		return x
	}
	none := Once(p, func(_ *lexicon.Lexicon, ev *witness.Event) *unlinked { return noLinks(ev) })
	n, m := len(a.Tokens), len(b.Tokens)
	return &Pair{lex: p.Lexicon, A: a, B: b, ToB: none.to[:n:n], ToA: none.to[:m:m], tie: none.ties[:n:n], LeftA: 1, LeftB: 1, Parallel: p.Event.Aligned || p.Event.Parallel || versions(a.Witness, b.Witness)}
}

// unlinked are the links of a statement that has none, for all loose pairs of an event.
type unlinked struct {
	to   []int
	ties []tie
}

func noLinks(ev *witness.Event) *unlinked {
	longest := 0
	for _, w := range ev.Witnesses {
		for _, st := range w.Statements {
			longest = max(longest, len(st.Tokens))
		}
	}
	return &unlinked{filled(longest), make([]tie, longest)}
}

// linked returns the first pair of two statements, in that order of them, or nil.
func (p *Pass) linked(a, b *witness.Statement) *Pair {
	return Once(p, func(*lexicon.Lexicon, *witness.Event) linkedPairs {
		known := linkedPairs{}
		for _, x := range p.pairs {
			if k := [2]*witness.Statement{x.A, x.B}; known[k] == nil {
				known[k] = x
			}
		}
		return known
	})[[2]*witness.Statement{a, b}]
}

// linkedPairs are the pairs of an event by their statements.
type linkedPairs map[[2]*witness.Statement]*Pair

// versions reports whether one of two reports translates the other, or both
// one source.
func versions(a, b *witness.Witness) bool {
	return a.Translates == b.ID || b.Translates == a.ID || a.Translates != "" && a.Translates == b.Translates
}

func filled(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

func (x *Pair) left(st *witness.Statement, tied func(int) bool) float64 {
	all, left := 0, 0
	for i := range st.Tokens {
		if align.Content(&st.Tokens[i]) {
			all++
			if !tied(i) {
				left++
			}
		}
	}
	if all == 0 {
		return 0
	}
	return float64(left) / float64(all)
}

// Link returns the word of B that word i of A corresponds to and why, or -1.
func (x *Pair) Link(i int) (j int, kind witness.LinkKind) {
	if i < 0 || i >= len(x.ToB) || x.ToB[i] < 0 {
		return -1, 0
	}
	return x.ToB[i], x.tie[i].kind
}

// Weight returns how alike word i of A and its partner are, from 0 to 1.
func (x *Pair) Weight(i int) float32 { return x.tie[i].weight }

// Tied reports whether word i of A and word j of B correspond by likeness,
// not by their place alone.
func (x *Pair) Tied(i, j int) bool {
	return i >= 0 && j >= 0 && x.ToB[i] == j && x.tie[i].kind <= witness.LinkSynonym
}

// FreeA reports whether word i of A has no like partner in B; it may still
// share a slot with a word that says something else.
func (x *Pair) FreeA(i int) bool { return x.ToB[i] < 0 || x.tie[i].kind >= witness.LinkRelated }

// FreeB reports the same of word j of B.
func (x *Pair) FreeB(j int) bool { return x.ToA[j] < 0 || x.tie[x.ToA[j]].kind >= witness.LinkRelated }

// Close reports whether two statements say so much the same that words which
// differ stand in one slot: always between versions of one text, and between
// independent reports where most content words correspond.
func (x *Pair) Close() bool {
	return x.Parallel || x.Score >= 0.6 && max(x.LeftA, x.LeftB) <= 0.6 && min(x.LeftA, x.LeftB) <= 0.45
}

// Slot says how surely word i of A and word j of B stand in the same slot,
// from 0 to 1: they are tied by structure, their heads correspond under one
// relation, their neighbours correspond, their dependants do.
func (x *Pair) Slot(i, j int) float64 {
	if i < 0 || j < 0 {
		return 0
	}
	s := 0.0
	if x.ToB[i] == j {
		s += 0.35
	}
	a, b := &x.A.Tokens[i], &x.B.Tokens[j]
	switch {
	case a.Head >= 0 && b.Head >= 0 && x.Tied(a.Head, b.Head):
		s += 0.25
		if a.Relation() == b.Relation() {
			s += 0.2
		}
	case a.Head < 0 && b.Head < 0:
		s += 0.15
	}
	if x.neighbours(i, j, -1) {
		s += 0.2
	}
	if x.neighbours(i, j, 1) {
		s += 0.2
	}
	for k := range x.A.Tokens {
		if x.A.Tokens[k].Head == i && x.ToB[k] >= 0 && x.tie[k].kind <= witness.LinkSynonym && x.B.Tokens[x.ToB[k]].Head == j && align.Content(&x.A.Tokens[k]) {
			s += 0.2
			break
		}
	}
	return min(s, 1)
}

// neighbours reports whether the words next to i and j in direction d
// correspond, or both sentences end there.
func (x *Pair) neighbours(i, j, d int) bool {
	i, j = i+d, j+d
	endA, endB := i < 0 || i >= len(x.ToB), j < 0 || j >= len(x.ToA)
	if endA || endB {
		return endA && endB
	}
	return x.ToB[i] == j && x.tie[i].kind <= witness.LinkSynonym
}

// NearB lists the statements of B's witness that may complete what B says:
// the rest of its cell, and the sentence before and after.
func (x *Pair) NearB() []*witness.Statement { return near(x.B, x.ctxB) }

// NearA lists the same for A.
func (x *Pair) NearA() []*witness.Statement { return near(x.A, x.ctxA) }

func near(st *witness.Statement, cell []*witness.Statement) []*witness.Statement {
	out := append([]*witness.Statement(nil), cell...)
	for _, d := range [...]int{-1, 1} {
		if k := st.Index + d; k >= 0 && k < len(st.Witness.Statements) {
			out = append(out, st.Witness.Statements[k])
		}
	}
	return out
}

// SharesName reports whether both statements name one person, body or thing; places
// are counted where asked for, for two doings in one town have that in common.
func (x *Pair) SharesName(places bool) bool {
	bs := Facts[*witness.Name](x.B)
	return slices.ContainsFunc(Facts[*witness.Name](x.A), func(a *witness.Name) bool {
		return a.Entity != nil && (places || a.Entity.Kind != witness.Place) &&
			slices.ContainsFunc(bs, func(b *witness.Name) bool { return b.Entity == a.Entity })
	})
}

// TwoAges reports whether both statements, or else the sentences next to them, give ages
// and none is one: "A climber, 32, died. The man fell …", "a man of 36". They speak of two
// persons, whatever else they say alike, or cannot be told to speak of one.
func (x *Pair) TwoAges() bool {
	as, bs := ages(x.A, x.NearA()), ages(x.B, x.NearB())
	return len(as) > 0 && len(bs) > 0 && !Common(as, bs)
}

// ages lists the ages that a statement gives or, where it gives none, the first of the
// others that gives any.
func ages(st *witness.Statement, others []*witness.Statement) []float64 {
	var out []float64
	for _, q := range Facts[*witness.Quantity](st) {
		if q.Kind == witness.Age {
			out = append(out, q.Point)
		}
	}
	for i := 0; len(out) == 0 && i < len(others); i++ {
		out = ages(others[i], nil)
	}
	return out
}

// TokenSpan covers tokens i to j of st, inclusive.
func TokenSpan(st *witness.Statement, i, j int) witness.Span {
	return witness.Span{Start: st.Tokens[i].Span.Start, End: st.Tokens[j].Span.End}
}

// FactOf returns the first fact of one kind in a statement that is as wanted, or
// the zero T.
func FactOf[T witness.Fact](st *witness.Statement, wanted func(T) bool) (found T) {
	for _, f := range st.Facts {
		if t, ok := f.(T); ok && wanted(t) {
			return t
		}
	}
	return found
}

// Facts returns the facts of one kind in a statement.
func Facts[T witness.Fact](st *witness.Statement) []T {
	n := 0
	for _, f := range st.Facts {
		if _, ok := f.(T); ok {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]T, 0, n) // facts are asked for all the time
	for _, f := range st.Facts {
		if t, ok := f.(T); ok {
			out = append(out, t)
		}
	}
	return out
}
