package quantity

import (
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// hours is a stretch of the day that a statement gives by its ends: "from 9 a.m.
// to 11 a.m.".
type hours struct {
	span    witness.Span
	seconds float64
	claim   *witness.Claim
}

// inexact is by how much a length of time may be off that which two clock times
// make.
const inexact = 1.3

// durations compares how long one thing took where one report gives its length
// and the other its beginning and end.
func durations(p *compare.Pass, x *compare.Pair) {
	clocked(p, x, x.A, x.B, true)
	clocked(p, x, x.B, x.A, false)
}

func clocked(p *compare.Pass, x *compare.Pair, st, other *witness.Statement, inA bool) {
	h, q := hoursOf(st), onlyDuration(other)
	if h == nil || q == nil || onlyDuration(st) != nil || hoursOf(other) != nil {
		return
	}
	c := claimOf(other, q)
	if c == nil || h.claim == nil || !sameSubject(x, h.claim, c, inA) {
		return
	}
	if h.seconds*inexact >= q.Value.Lo && h.seconds <= q.Value.Hi*inexact {
		return
	}
	d := compare.Difference{
		A:    compare.Spot{Statement: st, Span: h.span, Value: fmt.Sprintf("%g hours", h.seconds/3600)},
		B:    compare.Spot{Statement: other, Span: q.Span, Value: compare.QuantityValue(q)},
		Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: "duration",
		Reason: fmt.Sprintf("From the one time to the other it is %g hours, not %s.", h.seconds/3600, compare.QuantityValue(q)),
	}
	if a := c.Agent; a != nil {
		d.Topic = "duration of " + a.Lemma
	}
	if !inA {
		d.A, d.B = d.B, d.A
	}
	p.Report(x, d)
}

// sameSubject reports whether two claims, of two statements, are told of one
// thing.
func sameSubject(x *compare.Pair, a, b *witness.Claim, inA bool) bool {
	if !inA {
		a, b = b, a
	}
	if a.Agent == nil || b.Agent == nil {
		return false
	}
	return a.Agent.Entity != nil && a.Agent.Entity == b.Agent.Entity || a.Agent.Lemma == b.Agent.Lemma || x.Tied(a.Agent.Head, b.Agent.Head)
}

// onlyDuration returns the one length of time of a statement that tells how long
// something took, not when it was.
func onlyDuration(st *witness.Statement) *witness.Quantity {
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind == witness.Duration && one(st, q) && !ago(st, q) && !remaining(st, q) {
			return q
		}
	}
	return nil
}

// hoursOf reads the stretch of the day that a statement gives, where it gives one
// only: both ends by the clock, less than a day apart.
func hoursOf(st *witness.Statement) *hours {
	var found *hours
	times := compare.Facts[*witness.Time](st)
	for k, to := range times {
		if k == 0 || to.Clock < 0 || times[k-1].Clock < 0 {
			continue
		}
		from := times[k-1]
		i, j := compare.FirstAt(st, from.Span.End), compare.FirstAt(st, to.Span.Start)
		if j != i+1 || !ends(st, compare.FirstAt(st, from.Span.Start), i) {
			continue
		}
		if found != nil {
			return nil
		}
		minutes := (to.Clock - from.Clock + 24*60) % (24 * 60)
		found = &hours{witness.Span{Start: from.Span.Start, End: to.Span.End}, float64(60 * minutes), claimAt(st, from.Head)}
	}
	if found != nil && found.seconds == 0 {
		return nil
	}
	return found
}

// ends reports whether the word at token link joins the ends of a stretch which
// begins at token first: "from … to", "between … and".
func ends(st *witness.Statement, first, link int) bool {
	before := ""
	if first > 0 {
		before = st.Tokens[first-1].Lower
	}
	switch st.Tokens[link].Lower {
	case "to", "until", "till":
		return before == "from"
	case "and":
		return before == "between"
	}
	return false
}
