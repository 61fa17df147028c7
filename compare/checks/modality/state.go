package modality

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// states reports what a thing is in one report and only likely or possibly is
// in another: "the hall is a total loss", "the hall will likely be a total loss".
// Translators add and drop a "probably", so it is asked of independent reports alone.
func states(p *compare.Pass, x *compare.Pair, d compare.Deed) {
	if !nominalPredicate(x.A, d.A) || !nominalPredicate(x.B, d.B) || d.A.Predicate != d.B.Predicate ||
		!sameSubject(x, d) || d.Apart > 0 {
		return
	}
	if (len(compare.Facts[*witness.Negation](x.A)) > 0) != (len(compare.Facts[*witness.Negation](x.B)) > 0) {
		return // "nothing indicates that it was outside the rules"
	}
	a, b := isOrMayBe(d.A), isOrMayBe(d.B)
	if a == unclear || b == unclear || (a == done) == (b == done) {
		return
	}
	if a == done && hedgesElsewhere(p.Lexicon, x.A, d.A.Head) || b == done && hedgesElsewhere(p.Lexicon, x.B, d.B.Head) {
		return
	}
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: stateSpan(x.A, d.A.Head), Value: stateNames[a == done]},
		B:    compare.Spot{Statement: x.B, Span: stateSpan(x.B, d.B.Head), Value: stateNames[b == done]},
		Kind: compare.Imprecision, Severity: compare.Minor, Confidence: 0.7, Topic: "how sure “" + d.A.Predicate + "” is",
		Reason: "One report states what the other puts as likely or possible.",
	})
}

// hedgesElsewhere reports whether the report that states what something is puts the
// same word as likely or possible too, there or elsewhere: "a possible candidate", "likely a man".
func hedgesElsewhere(lex *lexicon.Lexicon, st *witness.Statement, head int) bool {
	for _, o := range st.Witness.Statements {
		for i := range o.Tokens {
			if o.Tokens[i].Lemma == st.Tokens[head].Lemma && hedged(lex, o, i) {
				return true
			}
		}
	}
	return false
}

// hedged reports whether a word under word i makes it less than sure.
func hedged(lex *lexicon.Lexicon, st *witness.Statement, i int) bool {
	return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return t.Head == i && hedges(lex, &t) })
}

// hedges reports whether a word makes what it belongs to less than sure.
func hedges(lex *lexicon.Lexicon, t *witness.Token) bool {
	h, ok := lex.Hedges().Get(t.Lower)
	return ok && h.Class != "assurance" || nominals[t.Lower] == mayBe || unsure[t.Lower]
}

// unsure are the auxiliaries and adjectives of what may be.
var unsure = map[string]bool{"may": true, "might": true, "could": true, "likely": true, "probable": true, "suspected": true, "alleged": true}

var stateNames = map[bool]string{true: "stated", false: "likely or possible"}

// stateSpan covers what something is with the words that say so: "will likely be
// a total loss".
func stateSpan(st *witness.Statement, i int) witness.Span {
	first := i
	for k := range i {
		if t := &st.Tokens[k]; t.Head == i && (t.UPOS == "AUX" || t.UPOS == "ADV") {
			first = k
			break
		}
	}
	return compare.TokenSpan(st, first, i)
}

// isOrMayBe reads whether a thing is said to be so or only likely so.
func isOrMayBe(c *witness.Claim) real {
	switch c.Modality {
	case witness.Actual:
		return done
	case witness.Possible:
		return possible
	case witness.Expected:
		return expected
	}
	return unclear
}

// nominalPredicate reports whether a claim says what something is.
func nominalPredicate(st *witness.Statement, c *witness.Claim) bool {
	t := &st.Tokens[c.Head]
	return (t.UPOS == "NOUN" || t.UPOS == "ADJ") && compare.Child(st, c.Head, "cop") >= 0
}

// sameSubject reports whether two claims are of one thing that a noun or name tells.
func sameSubject(x *compare.Pair, d compare.Deed) bool {
	a, b := d.A.Agent, d.B.Agent
	return a != nil && b != nil && (a.Entity != nil && a.Entity == b.Entity || x.Tied(a.Head, b.Head) && x.A.Tokens[a.Head].UPOS == "NOUN")
}
