package actor

import (
	"fmt"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// swapped reports two words of one text that stand in each other's place in the
// other version, whatever hangs on what: "the older brother gave the younger one
// a kidney", "the younger brother gave the older one a kidney".
func swapped(p *compare.Pass, x *compare.Pair) {
	firm := firmly(x)
	for n, i := range firm {
		j := x.ToB[i]
		for _, k := range firm[n+1:] {
			l := x.ToB[k]
			if l > j {
				continue // only what changed its order can have changed its place
			}
			if x.A.Tokens[i].Lemma == x.A.Tokens[k].Lemma || listed(x.A, i, k) || listed(x.B, l, j) {
				continue
			}
			if !samePlace(x, i, l) || !samePlace(x, k, j) || samePlace(x, i, j) || samePlace(x, k, l) {
				continue
			}
			a, b := &x.A.Tokens[i], &x.B.Tokens[l]
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: a.Span, Value: a.Lemma},
				B:    compare.Spot{Statement: x.B, Span: b.Span, Value: b.Lemma},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.8, Topic: "exchanged",
				Reason: fmt.Sprintf("Each of “%s” and “%s” stands in the other's place.", a.Form, x.A.Tokens[k].Form),
			})
			return
		}
	}
}

// firmly lists the words of A that B has too: the same word, with content of its
// own.
func firmly(x *compare.Pair) []int {
	var out []int
	for i := range x.A.Tokens {
		if j, kind := x.Link(i); j >= 0 && kind <= witness.LinkVariant && align.Content(&x.A.Tokens[i]) {
			out = append(out, i)
		}
	}
	return out
}

// samePlace reports whether word i of A and word j of B hang in one way on one
// word, or stand between the same words.
func samePlace(x *compare.Pair, i, j int) bool {
	return hung(x, i, j) || framed(x, i, j)
}

// framed reports whether the words before and after the phrases of two nouns are
// the same, so that what hangs on what need not be known: "… handed over twelve
// men to …".
func framed(x *compare.Pair, i, j int) bool {
	if x.A.Tokens[i].UPOS != "NOUN" && x.A.Tokens[i].UPOS != "PROPN" || x.B.Tokens[j].UPOS != "NOUN" && x.B.Tokens[j].UPOS != "PROPN" {
		return false
	}
	fromA, toA := phrase(x.A, i)
	fromB, toB := phrase(x.B, j)
	return tells(x.A, fromA, toA) && meets(x, fromA, fromB) && meets(x, toA, toB)
}

// phrase returns the indices of the words before and after the noun at token i
// and what is joined to it; -1 and len(st.Tokens) for none.
func phrase(st *witness.Statement, i int) (before, after int) {
	before, after = i-1, i+1
	for before >= 0 && st.Tokens[before].Head == i && inner[st.Tokens[before].Relation()] {
		before--
	}
	for after < len(st.Tokens) && st.Tokens[after].Head == i && inner[st.Tokens[after].Relation()] {
		after++
	}
	return before, after
}

// inner are the relations of what stands inside a noun's own phrase.
var inner = map[string]bool{"det": true, "amod": true, "compound": true, "nummod": true, "flat": true}

// tells reports whether what stands before or after a phrase says what it has to
// do with the rest: a verb before or after it, a preposition before it.
func tells(st *witness.Statement, before, after int) bool {
	return before >= 0 && (directed[st.Tokens[before].Lower] || doing(&st.Tokens[before])) || after < len(st.Tokens) && doing(&st.Tokens[after])
}

func doing(t *witness.Token) bool { return t.UPOS == "VERB" && !mutual[t.Lemma] || t.UPOS == "AUX" }

// meets reports whether word i of A and word j of B are the same, or both the
// end of their statements.
func meets(x *compare.Pair, i, j int) bool {
	if i < 0 || j < 0 {
		return i < 0 && j < 0
	}
	if i >= len(x.A.Tokens) || j >= len(x.B.Tokens) {
		return i >= len(x.A.Tokens) && j >= len(x.B.Tokens)
	}
	return x.A.Tokens[i].Lower == x.B.Tokens[j].Lower && x.A.Tokens[i].UPOS != "CCONJ" && x.A.Tokens[i].Lower != ","
}

// hung reports whether two words hang in one way on one word.
func hung(x *compare.Pair, i, j int) bool {
	a, b := &x.A.Tokens[i], &x.B.Tokens[j]
	if a.Rel != b.Rel || !placed[a.Relation()] || compare.Preposition(x.A, i) != compare.Preposition(x.B, j) || a.Head < 0 || mutual[x.A.Tokens[a.Head].Lemma] {
		return false
	}
	h, kind := x.Link(a.Head)
	return h == b.Head && kind <= witness.LinkSynonym
}

// placed are the relations by which a word says what it has to do with its head.
var placed = map[string]bool{"nsubj": true, "obj": true, "iobj": true, "obl": true, "nmod": true, "amod": true, "nummod": true, "compound": true}

// listed reports whether two words are members of one list, or modifiers of one
// word: their order says nothing.
func listed(st *witness.Statement, i, k int) bool {
	a, b := &st.Tokens[i], &st.Tokens[k]
	return a.Head == k || b.Head == i || a.Head == b.Head && a.Rel == b.Rel && compare.Preposition(st, i) == compare.Preposition(st, k)
}
