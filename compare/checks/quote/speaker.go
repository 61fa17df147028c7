package quote

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// placed is a noun of a quotation that is said to be somewhere.
type placed struct {
	st      *witness.Statement
	span    witness.Span
	speaker int
	noun    string
	verb    string // lemma of the verb that the place belongs to
	class   string
}

// bySpeaker compares where the quotations of one speaker put one thing, over
// the whole event: an utterance is cut at other places by each report, so that
// the sentences around it need not correspond. The verb must be the same, for
// a speaker may well say that one thing happens at the border and another
// within it.
func bySpeaker(p *compare.Pass) {
	var all []placed
	for st := range p.Statements() {
		for _, q := range compare.Facts[*witness.Quote](st) {
			if q.Speaker == nil || q.Scare {
				continue
			}
			for i := range st.Tokens {
				t := &st.Tokens[i]
				if t.UPOS != "NOUN" || !q.Inner.Contains(t.Span) {
					continue
				}
				class, first := position(st, i)
				if class == "" {
					continue
				}
				all = append(all, placed{st, compare.TokenSpan(st, first, i), q.Speaker.ID, t.Lemma, verbAbove(st, i), class})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(a.speaker-b.speaker, cmp.Compare(a.noun, b.noun), cmp.Compare(a.verb, b.verb))
	})
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.speaker != b.speaker || a.noun != b.noun || a.verb != b.verb {
				break
			}
			if a.verb == "" || a.class == b.class || a.st.Witness == b.st.Witness {
				continue
			}
			p.ReportAcross(compare.Difference{
				A:    compare.Spot{Statement: a.st, Span: a.span, Value: a.class + " " + a.noun},
				B:    compare.Spot{Statement: b.st, Span: b.span, Value: b.class + " " + b.noun},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.8, Topic: "sense of a quotation",
				Reason: fmt.Sprintf("In one quotation it is %s, in the other %s.", a.class, b.class),
			})
		}
	}
}

// verbAbove returns the lemma of the verb whose place noun i tells.
func verbAbove(st *witness.Statement, i int) string {
	if v := compare.VerbAbove(st, i); v >= 0 {
		return st.Tokens[v].Lemma
	}
	return ""
}
