package compare

import (
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Numbered reports whether noun i is one of several in a row: "the sixth aftershock",
// "another fire"; and, of what happened, whether its report says so in the sentence before
// or one of the next few: "A second quake hit on Monday. The quake struck …", "Monday's
// quake was the second one".
func Numbered(lex *lexicon.Lexicon, st *witness.Statement, i int) bool {
	return numbered(st, i) || lex.Happenings().Has(st.Tokens[i].Lemma) && definite(st, i) && (continued(lex, st, i) || counted(lex, st, i))
}

// numbered reports whether a statement counts noun i as one of several.
func numbered(st *witness.Statement, i int) bool {
	if FactOf(st, func(q *witness.Quantity) bool { return q.Kind == witness.Ordinal && q.OfAt == i && q.Point > 1 }) != nil {
		return true
	}
	for k := range st.Tokens {
		if t := &st.Tokens[k]; t.Head == i && (t.Lower == "another" || t.Lower == "latest") {
			return true
		}
	}
	return false
}

// definite reports whether a noun stands for what was told of before.
func definite(st *witness.Statement, i int) bool {
	d := Child(st, i, "det")
	return d >= 0 && (st.Tokens[d].Lower == "the" || st.Tokens[d].Lower == "this" || st.Tokens[d].Lower == "that")
}

// continued reports whether the sentence before counts what noun i names.
func continued(lex *lexicon.Lexicon, st *witness.Statement, i int) bool {
	if st.Index == 0 {
		return false
	}
	last := st.Witness.Statements[st.Index-1]
	for k := range last.Tokens {
		if sameHappening(lex, st.Tokens[i].Lemma, last.Tokens[k].Lemma) && numbered(last, k) {
			return true
		}
	}
	return false
}

// countReach is how many sentences on a report may say which of several it tells of.
const countReach = 3

// counted reports whether a sentence soon after says of what noun i names that it was
// not the first.
func counted(lex *lexicon.Lexicon, st *witness.Statement, i int) bool {
	all := st.Witness.Statements
	for _, next := range all[min(st.Index+1, len(all)):min(st.Index+1+countReach, len(all))] {
		for k := range next.Tokens {
			t := &next.Tokens[k]
			if t.Rel == "nsubj" && Child(next, t.Head, "cop") >= 0 && sameHappening(lex, st.Tokens[i].Lemma, t.Lemma) && numbered(next, t.Head) {
				return true
			}
		}
	}
	return false
}

// sameHappening reports whether two nouns tell one kind of happening.
func sameHappening(lex *lexicon.Lexicon, a, b string) bool {
	x, ok := lex.Happenings().Get(a)
	y, _ := lex.Happenings().Get(b)
	return ok && x == y
}
