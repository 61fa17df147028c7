package name

import (
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// ordinary reports the names for which the other version has an ordinary word
// in the same place: a surname that was translated as the word that it is, or
// something else altogether. "Glitter's body was found" is said of nobody.
func ordinary(p *compare.Pass, x *compare.Pair, as, bs []*witness.Name) {
	for _, a := range as {
		if j := opposite(x, a.Head, x.ToB, x.B, true); j >= 0 && called(a) && bare(p.Lexicon, x.B, j) && x.FreeB(j) {
			literal(p, x, compare.Spot{Statement: x.A, Span: a.Span, Value: a.Entity.Name}, word(x.B, j))
		}
	}
	for _, b := range bs {
		if i := opposite(x, b.Head, x.ToA, x.A, false); i >= 0 && called(b) && bare(p.Lexicon, x.A, i) && x.FreeA(i) {
			literal(p, x, word(x.A, i), compare.Spot{Statement: x.B, Span: b.Span, Value: b.Entity.Name})
		}
	}
}

// sameSlot is the least evidence that two words stand in one place.
const sameSlot = 0.4

// called reports whether a name is one that a common word cannot stand for.
func called(n *witness.Name) bool { return !n.Demonym && !n.Metonym }

// opposite returns the word of the other statement in the place of word i, or
// -1: under the counterpart of its head by the same relation.
func opposite(x *compare.Pair, i int, to []int, other *witness.Statement, inA bool) int {
	st := x.B
	if inA {
		st = x.A
	}
	if j := to[i]; j >= 0 && (inA && x.Slot(i, j) >= sameSlot || !inA && x.Slot(j, i) >= sameSlot) {
		return j
	}
	h := st.Tokens[i].Head
	if h < 0 || to[h] < 0 {
		return -1
	}
	for k := range other.Tokens {
		t := &other.Tokens[k]
		if t.Head != to[h] || t.Rel != st.Tokens[i].Rel {
			continue
		}
		if inA && x.Tied(h, to[h]) || !inA && x.Tied(to[h], h) {
			return k
		}
	}
	return -1
}

// bare reports whether word j is one that a name would be expected for: a
// noun with a capital and nothing that goes before it, which no dictionary has
// or which is none for people, groups, places or what they say, which stand for
// names at all times.
func bare(lex *lexicon.Lexicon, st *witness.Statement, j int) bool {
	t := &st.Tokens[j]
	if j == 0 && capital(t.Form) && !strings.Contains(t.Form, "-") && !headline(st) && (t.UPOS == "NOUN" || t.UPOS == "PROPN") && !lexicon.Known(t.Lemma, lexicon.Noun) && !lexicon.Known(t.Lower, lexicon.Noun) {
		return true
	}
	if !capital(t.Form) || headline(st) || t.XPOS == "NNS" || t.XPOS == "NNPS" || t.UPOS != "NOUN" && t.UPOS != "PROPN" || lex.Titles().Has(t.Lower) || !lexicon.Known(t.Lower, lexicon.Noun) || lexicon.Proper(t.Lower) || lex.GivenNames().Has(t.Lower) || lex.Places().Has(t.Lower) {
		return false
	}
	for k := range st.Tokens {
		if d := &st.Tokens[k]; d.Head == j && k < j && d.Rel != "case" && d.UPOS != "PUNCT" || k == j-1 && k > 0 && capital(d.Form) {
			return false
		}
	}
	switch lexicon.Category(t.Lower, lexicon.Noun) {
	case "person", "group", "location", "communication", "time", "quantity":
		return false
	}
	return true
}

// headline reports whether most words of a statement have a capital, which
// says nothing then.
func headline(st *witness.Statement) bool {
	up, all := 0, 0
	for i := range st.Tokens {
		if t := &st.Tokens[i]; len(t.Form) > 3 && t.UPOS != "PUNCT" && t.UPOS != "NUM" {
			all++
			if capital(t.Form) {
				up++
			}
		}
	}
	return up*3 > all*2
}

func word(st *witness.Statement, i int) compare.Spot {
	return compare.Spot{Statement: st, Span: st.Tokens[i].Span, Value: st.Tokens[i].Form}
}

func literal(p *compare.Pass, x *compare.Pair, a, b compare.Spot) {
	p.Report(x, compare.Difference{A: a, B: b, Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: "name",
		Reason: "One version has a name where the other has an ordinary word."})
}
