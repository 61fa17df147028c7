package event

import (
	_ "embed"
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check event.
var Check = &compare.Check{
	Name: "event", Source: source, Examples: examples, Severity: compare.Major,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

func run(p *compare.Pass) {
	for x := range p.Pairs() {
		outcomes(p, x)
	}
	if !p.Event.Aligned && !p.Event.Parallel {
		contacts(p)
		unharmed(p)
	}
}

// outcomes compares what two corresponding statements say became of one thing.
func outcomes(p *compare.Pass, x *compare.Pair) {
	as, bs := fates(x.A), fates(x.B)
	for _, a := range as {
		for _, b := range bs {
			if a.scale != b.scale || a.grade == b.grade || !sameThing(x, a, b) || a.scale.steps && !sameDay(x) || says(as, x.NearA(), a, b) || says(bs, x.NearB(), b, a) {
				continue
			}
			d := compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: a.words(x.A), Value: a.grade.name},
				B:    compare.Spot{Statement: x.B, Span: b.words(x.B), Value: b.grade.name},
				Kind: compare.Conflict, Severity: a.scale.severity, Confidence: 0.75, Topic: "what became of " + x.A.Tokens[a.thing].Lemma,
				Reason: fmt.Sprintf("%s is not %s.", a.grade.name, b.grade.name),
			}
			if a.entity == nil {
				d.Confidence = 0.65
			}
			p.Report(x, d)
		}
	}
}

// sameDay reports whether two reports are known to be of one day.
func sameDay(x *compare.Pair) bool {
	a, b := x.A.Witness.Published, x.B.Witness.Published
	return x.Parallel || !a.IsZero() && !b.IsZero() && a.Format("2006-01-02") == b.Format("2006-01-02")
}

// sameThing reports whether two fates are those of one thing: one named
// person, or one noun whose number does not stand against it.
func sameThing(x *compare.Pair, a, b fate) bool {
	if a.entity != nil || b.entity != nil {
		return a.entity != nil && a.entity == b.entity
	}
	if x.A.Tokens[a.thing].Lemma != x.B.Tokens[b.thing].Lemma {
		return false
	}
	if !a.scale.people {
		return true
	}
	// Of several people some may be killed and others hurt: only the same
	// number of them, where each report tells of one degree alone.
	na, nb := count(x.A, a.thing), count(x.B, b.thing)
	return na == nb && x.Close()
}

// count returns how many of the thing at token i there are; 1 for a singular.
func count(st *witness.Statement, i int) float64 {
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.OfAt == i && q.Kind == witness.Cardinal {
			return q.Point
		}
	}
	if st.Tokens[i].XPOS == "NNS" {
		return 0
	}
	return 1
}

// says reports whether a report gives the other's degree too: in the
// statement, or next to it of a thing of that name.
func says(own []fate, near []*witness.Statement, mine, other fate) bool {
	for _, f := range own {
		if f.scale == mine.scale && f.grade == other.grade && (f.scale.people || f.lemma == mine.lemma) {
			return true
		}
	}
	for _, st := range near {
		for _, f := range fates(st) {
			if f.scale == mine.scale && f.grade == other.grade && f.lemma == mine.lemma {
				return true
			}
		}
	}
	return false
}
