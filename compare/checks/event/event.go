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
	compared := map[[2]*witness.Statement]bool{}
	for x := range p.Pairs() {
		outcomes(p, x)
		rounds(p, x)
		compared[[2]*witness.Statement{x.A, x.B}] = true
	}
	if !p.Event.Aligned && !p.Event.Parallel {
		contacts(p)
		across(p, compared)
		endings(p)
	}
}

// outcomes compares what two corresponding statements say became of one thing.
func outcomes(p *compare.Pass, x *compare.Pair) {
	as, bs := fates(p.Lexicon, x.A), fates(p.Lexicon, x.B)
	for _, a := range as {
		for _, b := range bs {
			if !a.excludes(b) || !sameIn(p, x, a, b) || says(p, as, x.NearA(), a, b) || says(p, bs, x.NearB(), b, a) {
				continue
			}
			later := a.turns(b) && !a.harmed(b) && !x.Parallel && (!sameDay(x.A.Witness, x.B.Witness) || a.Scale == "pursuit")
			if (later || inPairs[a.Scale]) && !oneMoment(x, a, b) {
				continue
			}
			conf := 0.75
			if a.entity == nil {
				conf = 0.65
			}
			d := difference(x.A, a, x.B, b, conf)
			if later {
				d.Severity, d.Confidence = compare.Minor, 0.5
			}
			p.Report(x, d)
		}
	}
}

// difference makes the report of two fates of one thing.
func difference(sa *witness.Statement, a fate, sb *witness.Statement, b fate, confidence float64) compare.Difference {
	severity := compare.Major
	switch {
	case a.Scale == "hands": // who was saved may be held, too
	case a.degree.Severity == "critical" || b.degree.Severity == "critical":
		severity = compare.Critical
	case a.degree.Severity == "minor" || b.degree.Severity == "minor":
		severity = compare.Minor
	}
	cause := ""
	if a.Scale == "hands" && a.lemma != b.lemma {
		cause = fmt.Sprintf("hands of %v", count(sa, a.thing)) // one crowd, whatever each report calls it
	}
	return compare.Difference{
		A:    compare.Spot{Statement: sa, Span: a.words(sa), Value: a.Value},
		B:    compare.Spot{Statement: sb, Span: b.words(sb), Value: b.Value},
		Kind: compare.Conflict, Severity: severity, Confidence: confidence, Topic: "what became of " + a.lemma, Cause: cause,
		Reason: fmt.Sprintf("%s is not %s.", a.Value, b.Value),
	}
}

// harmed reports whether two fates are two degrees of harm: who counts them
// together tells of them as they stand when all is over.
func (f fate) harmed(o fate) bool { return f.Scale == "harm" || f.Scale == "health" }

// sameDay reports whether two reports are known to be of one day.
func sameDay(a, b *witness.Witness) bool {
	return !a.Published.IsZero() && !b.Published.IsZero() && a.Published.Format("2006-01-02") == b.Published.Format("2006-01-02")
}

// sameIn reports whether two fates of statements that correspond are those of
// one thing. Of several people some may be killed and others hurt: only where
// the statements say little else.
func sameIn(p *compare.Pass, x *compare.Pair, a, b fate) bool {
	if !oneOrCounted(x.A, a, x.B, b) || a.Scale == "level" && (otherDoers(a, b) || otherMatter(x.A, a.thing, x.B, b.thing)) {
		return false
	}
	if a.Scale == "hands" && stranded[a.lemma] && stranded[b.lemma] || !x.Parallel && (compare.Identifying(x.A, a.Head) || compare.Identifying(x.B, b.Head)) {
		return false
	}
	one := oneThing(p, x.A, a, x.B, b)
	if a.lemma != b.lemma && !one {
		n := count(x.A, a.thing)
		one = n == count(x.B, b.thing) && (x.Tied(a.thing, b.thing) || a.Scale == "hands" && n >= crowd) && (!opposed(a.lemma, b.lemma) || oneBand(x, a, b))
	}
	if !one || !x.Parallel && !oneTime(x.A, a, x.B, b) {
		return false
	}
	return a.degree.Of != "person" || a.entity != nil && a.entity == b.entity || x.Close() || toldApart(x, a, b) || a.Scale != "health" || a.Value == "unhurt" || b.Value == "unhurt"
}

// crowd is how many people of one number two statements that correspond surely mean alike,
// whatever they call them: "26 pirates", "26 fishermen".
const crowd = 5

// toldApart reports whether people are told apart from all others by what they are and
// how many: "two Paraguayan border guards".
func toldApart(x *compare.Pair, a, b fate) bool {
	return a.lemma == b.lemma && count(x.A, a.thing) > 0 && count(x.A, a.thing) == count(x.B, b.thing) && len(modifiers(x.A, a.thing)) > 0 && len(modifiers(x.B, b.thing)) > 0
}

// says reports whether a report gives the other's degree too: in the
// statement, or next to it of a thing of that name.
func says(p *compare.Pass, own []fate, near []*witness.Statement, mine, other fate) bool {
	for _, f := range own {
		if f.Scale == mine.Scale && f.Value == other.Value && (f.degree.Of == "person" || f.lemma == mine.lemma) {
			return true
		}
	}
	for _, st := range near {
		for _, f := range fates(p.Lexicon, st) {
			if f.Scale == mine.Scale && f.Value == other.Value && f.lemma == mine.lemma {
				return true
			}
		}
	}
	return false
}
