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
	for i := range x.A.Tokens {
		j := firmly(x, i)
		if j < 0 {
			continue
		}
		for k := i + 1; k < len(x.A.Tokens); k++ {
			if x.ToB[k] > j {
				continue // only what changed its order can have changed its place
			}
			l := firmly(x, k)
			if l < 0 || x.A.Tokens[i].Lemma == x.A.Tokens[k].Lemma || listed(x.A, i, k) || listed(x.B, l, j) {
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

// firmly returns the word of B that word i of A is, or -1: the same word, with
// content of its own.
func firmly(x *compare.Pair, i int) int {
	if j, kind := x.Link(i); j >= 0 && kind <= witness.LinkVariant && align.Content(&x.A.Tokens[i]) {
		return j
	}
	return -1
}

// samePlace reports whether word i of A and word j of B hang in one way on one
// word.
func samePlace(x *compare.Pair, i, j int) bool {
	a, b := &x.A.Tokens[i], &x.B.Tokens[j]
	if a.Rel != b.Rel || !placed[a.Relation()] || preposition(x.A, i) != preposition(x.B, j) || a.Head < 0 || mutual[x.A.Tokens[a.Head].Lemma] {
		return false
	}
	h, kind := x.Link(a.Head)
	return h == b.Head && kind <= witness.LinkSynonym
}

// placed are the relations by which a word says what it has to do with its head.
var placed = map[string]bool{"nsubj": true, "obj": true, "iobj": true, "obl": true, "nmod": true, "amod": true, "nummod": true, "compound": true}

// preposition returns the word that ties word i to its head, or "".
func preposition(st *witness.Statement, i int) string {
	if k := compare.Child(st, i, "case"); k >= 0 {
		return st.Tokens[k].Lower
	}
	return ""
}

// listed reports whether two words are members of one list, or modifiers of one
// word: their order says nothing.
func listed(st *witness.Statement, i, k int) bool {
	a, b := &st.Tokens[i], &st.Tokens[k]
	return a.Head == k || b.Head == i || a.Head == b.Head && a.Rel == b.Rel && preposition(st, i) == preposition(st, k)
}
