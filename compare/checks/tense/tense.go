package tense

import (
	_ "embed"
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check tense.
var Check = &compare.Check{
	Name: "tense", Source: source, Examples: examples, Artefact: true, Severity: compare.Major,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

func run(p *compare.Pass) {
	for _, w := range p.Event.Witnesses {
		if !w.English() || w.Published.IsZero() {
			continue
		}
		for _, st := range w.Statements {
			if !marks.Readable(st) {
				continue
			}
			for _, c := range compare.Facts[*witness.Claim](st) {
				if t := when(st, c); t != nil && past(p, st, c) {
					judge(p, st, c, t)
				}
			}
		}
	}
}

// when returns the day on which the claim's verb says that it happened.
func when(st *witness.Statement, c *witness.Claim) *witness.Time {
	for _, t := range compare.Facts[*witness.Time](st) {
		if t.Grain != witness.Day || t.From.IsZero() || t.Hedged || t.Relative && t.Weekday == 0 {
			continue
		}
		for _, a := range c.Others {
			if a.Head == t.Head && (a.Prep == "on" || a.Prep == "") && t.Span.Start > c.Span.Start {
				return t
			}
		}
	}
	return nil
}

// past reports whether a claim is told as done, and by a verb that says what
// was done, not what was said or planned.
func past(p *compare.Pass, st *witness.Statement, c *witness.Claim) bool {
	if c.Tense != witness.Past || c.Modality != witness.Actual || c.Negative || st.Tokens[c.Head].XPOS != "VBD" {
		return false
	}
	switch c.Predicate {
	case "be", "have", "set", "schedule", "plan", "expect", "slate", "fall", "come", "move", "postpone", "delay", "agree":
		return false
	}
	_, reports := p.Lexicon.Reporting().Get(c.Predicate)
	return !reports
}

// judge compares the day with the date of the report.
func judge(p *compare.Pass, st *witness.Statement, c *witness.Claim, t *witness.Time) {
	w := st.Witness
	m := compare.Mark{
		Spot:     compare.Spot{Statement: st, Span: witness.Span{Start: c.Span.Start, End: t.Span.End}, Value: c.Predicate + " past"},
		Severity: compare.Major,
		Reason:   "The verb says that it is over, the date that it has not come yet.",
	}
	switch {
	case t.Explicit && t.From.After(w.Published.AddDate(0, 0, 1)) && t.From.Before(w.Published.AddDate(0, 6, 0)):
		m.Confidence = 0.8
		m.Message = fmt.Sprintf("told as done on %s in a report of %s", t.From.Format("2 January"), w.Published.Format("2 January"))
	case t.Weekday > 0 && t.From.Before(w.Published):
		other := ahead(p.Event, st, t)
		if other == nil {
			return
		}
		m.Confidence = 0.7
		m.Also = nil
		m.Message = fmt.Sprintf("told as done; for report %s it is still to come", other.Statement.Witness.ID)
	default:
		return
	}
	p.Mark(m)
}

// ahead finds a report in which the same weekday is still to come and the same
// bodies or places are named with it. There is none where any report has that
// weekday behind it.
func ahead(ev *witness.Event, st *witness.Statement, t *witness.Time) *compare.Spot {
	var found *compare.Spot
	for _, w := range ev.Witnesses {
		if w == st.Witness || w.Published.IsZero() || w.Published.Sub(st.Witness.Published).Abs().Hours() > 48 {
			continue
		}
		for _, o := range w.Statements {
			for _, u := range compare.Facts[*witness.Time](o) {
				switch {
				case u.Grain != witness.Day || u.From.IsZero() || weekday(u) != t.Weekday:
				case u.From.Before(w.Published):
					return nil
				case found == nil && shared(st, o) > 0:
					found = &compare.Spot{Statement: o, Span: u.Span}
				}
			}
		}
	}
	return found
}

func weekday(t *witness.Time) int { return (int(t.From.Weekday())+6)%7 + 1 }

// shared counts the organisations and places that two statements both name.
func shared(a, b *witness.Statement) int {
	n := 0
	for _, x := range compare.Facts[*witness.Name](a) {
		for _, y := range compare.Facts[*witness.Name](b) {
			if x.Entity != nil && x.Entity == y.Entity && x.Entity.Kind != witness.Person {
				n++
				break
			}
		}
	}
	return n
}
