package role

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// oneSlot is the least evidence that two offices stand in one slot.
const oneSlot = 0.75

// unnamed compares offices that are told of without a name, in one slot of two statements
// that say much the same: "the defence minister arrived", "the foreign minister arrived".
// Who says what is not asked: two ministers may say one thing.
func unnamed(p *compare.Pass, x *compare.Pair) {
	if !x.Close() {
		return
	}
	as := compare.OnceOf(p, x.A, bare)
	if len(as) == 0 {
		return
	}
	for _, a := range as {
		for _, b := range compare.OnceOf(p, x.B, bare) {
			i, j := top(x.A, a), top(x.B, b)
			if !differ(p.Lexicon, a, b) || first(p.Lexicon, a) && first(p.Lexicon, b) || oneOffice(p.Lexicon, held{x.A, a}, held{x.B, b}) || elsewhere(p.Lexicon, a, b) || x.Slot(i, j) < oneSlot ||
				!x.Parallel && (speaks(p.Lexicon, x.A, i) || speaks(p.Lexicon, x.B, j)) || known(a, x.B, x.NearB()) || known(b, x.A, x.NearA()) {
				continue
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: a.Span, Value: value(a)},
				B:    compare.Spot{Statement: x.B, Span: b.Span, Value: value(b)},
				Kind: compare.Conflict, Severity: severity(x), Confidence: 0.6, Topic: "which office",
				Reason: fmt.Sprintf("“%s” and “%s” stand in the same place, and are two offices.", value(a), value(b)),
			})
		}
	}
}

// severity is what is at stake where two offices without a name stand in one slot: of two
// independent reports each may have left out one of two ministers who did the same.
func severity(x *compare.Pair) compare.Severity {
	if x.Parallel {
		return compare.Major
	}
	return compare.Minor
}

// alone are the offices of a statement that are told of alone: with nobody's name, and as
// no members of a list.
type alone []*witness.Role

func bare(st *witness.Statement) alone {
	return slices.DeleteFunc(slices.Clone(compare.Facts[*witness.Role](st)), func(r *witness.Role) bool {
		i := top(st, r)
		if r.Holder != nil || r.Former || !taking[st.Tokens[i].Rel] || compare.Child(st, i, "conj") >= 0 || compare.Child(st, i, "appos") >= 0 || compare.Child(st, i, "flat") >= 0 {
			return true
		}
		next := compare.FirstAt(st, r.Span.End)
		for next < len(st.Tokens) && st.Tokens[next].Lower == "," {
			next++
		}
		return next < len(st.Tokens) && st.Tokens[next].UPOS == "PROPN"
	})
}

// taking are the relations of who takes part in a deed.
var taking = map[string]bool{"nsubj": true, "nsubj:pass": true, "obj": true, "obl:agent": true, "obl": true}

// top returns the token of an office from which its other words hang.
func top(st *witness.Statement, r *witness.Role) int {
	i := r.Head
	for h := st.Tokens[i].Head; h >= 0 && st.Tokens[h].Span.Overlaps(r.Span); h = st.Tokens[i].Head {
		i = h
	}
	return i
}

// first reports whether an office is the first of a state or its government. Of a country
// gone by, one translation says chancellor and the other prime minister; the check polarity
// parts the two from a president.
func first(lex *lexicon.Lexicon, r *witness.Role) bool {
	t, ok := lex.Titles().Get(r.Office)
	return ok && t.Rank >= 9
}

// elsewhere reports whether two offices are those of two countries or bodies, which is
// told as the names are.
func elsewhere(lex *lexicon.Lexicon, a, b *witness.Role) bool {
	if a.Of == "" || b.Of == "" || strings.EqualFold(a.Of, b.Of) {
		return false
	}
	la, lb := compare.Land(lex, a.Of), compare.Land(lex, b.Of)
	return la == nil || la != lb
}

// speaks reports whether word i is who says something.
func speaks(lex *lexicon.Lexicon, st *witness.Statement, i int) bool {
	h := st.Tokens[i].Head
	return h >= 0 && lex.Reports(st.Tokens[h].Lemma, lexicon.Verb, "say", "claim", "ask", "answer", "deny", "confirm", "warn", "promise")
}

// known reports whether a statement, or one near it, tells of an office too.
func known(r *witness.Role, st *witness.Statement, near []*witness.Statement) bool {
	return slices.ContainsFunc(slices.Concat(near, []*witness.Statement{st}), func(o *witness.Statement) bool {
		return compare.FactOf(o, func(f *witness.Role) bool { return value(f) == value(r) }) != nil
	})
}
