package list

import (
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// part is a person's part in a deed, as one of a list or alone.
type part struct {
	st      *witness.Statement
	claim   *witness.Claim
	span    witness.Span
	patient bool
	listed  bool
}

// denied finds, over the whole event, a member of a list who by another report
// had no part in the deed: "A, B and C resigned", "C did not resign".
func denied(p *compare.Pass) {
	by := make([][]part, len(p.Event.Entities))
	for st := range p.Statements() {
		for _, c := range compare.Facts[*witness.Claim](st) {
			if c.Modality == witness.Actual {
				take(p, by, st, c, c.Agent, false)
				take(p, by, st, c, c.Patient, true)
			}
		}
	}
	for id, list := range by {
		for _, a := range list {
			for _, b := range list {
				if a.listed && !b.listed && !a.claim.Negative && b.claim.Negative && a.st.Witness != b.st.Witness && a.patient == b.patient && a.claim.Predicate == b.claim.Predicate && sameTense(a.claim, b.claim) {
					p.ReportAcross(compare.Difference{
						A:    compare.Spot{Statement: a.st, Span: a.span, Value: "among them"},
						B:    compare.Spot{Statement: b.st, Span: b.span, Value: "not among them"},
						Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7,
						Topic:  fmt.Sprintf("%s, whether %s is on the list", a.claim.Predicate, p.Event.Entities[id].Name),
						Reason: fmt.Sprintf("One report has %s on the list, the other denies it.", p.Event.Entities[id].Name),
					})
				}
			}
		}
	}
}

// sameTense reports whether two claims are told of one time, as far as they say.
func sameTense(a, b *witness.Claim) bool {
	return (a.Tense == witness.FutureTense) == (b.Tense == witness.FutureTense)
}

// take notes the persons who have a part in a deed in one role: the one, or all of
// the list that he begins.
func take(p *compare.Pass, by [][]part, st *witness.Statement, c *witness.Claim, a *witness.Arg, patient bool) {
	if a == nil {
		return
	}
	at := place(st, a)
	if names := members(p, st, at); len(names) > 1 {
		for _, n := range names {
			if n.Entity.Kind != witness.Place {
				by[n.Entity.ID] = append(by[n.Entity.ID], part{st, c, compare.TokenSpan(st, n.First, n.Last), patient, true})
			}
		}
		return
	}
	if a.Entity != nil && a.Entity.Kind != witness.Place {
		by[a.Entity.ID] = append(by[a.Entity.ID], part{st, c, compare.TokenSpan(st, min(at, c.Head), max(at, c.Head)), patient, false})
	}
}
