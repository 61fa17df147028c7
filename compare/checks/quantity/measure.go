package quantity

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// extent is how far, how deep or how heavy something was that somebody did: how
// far a climber fell.
type extent struct {
	told
	verb string
	who  *witness.Entity // nil where the statement names nobody
	age  float64         // of who it is told of; 0 where none is given
}

// measures compares, over the whole event, the measures that the reports give
// of one doing. What two reports both say of it somewhere is settled; what is left
// is one thing where each has one value left, or where it is told of one person.
func measures(p *compare.Pass) {
	byWitness := make([][]extent, len(p.Event.Witnesses))
	for st := range p.Statements() {
		if st.Kind == witness.Furniture || dated(st) {
			continue
		}
		for _, q := range compare.Facts[*witness.Quantity](st) {
			if x, ok := extentOf(p.Lexicon, st, q); ok {
				byWitness[st.Witness.Index] = append(byWitness[st.Witness.Index], x)
			}
		}
	}
	for i, as := range byWitness {
		for _, bs := range byWitness[i+1:] {
			for _, verb := range verbs(as) {
				compareExtents(p, unsettled(as, bs, verb), unsettled(bs, as, verb))
			}
		}
	}
}

// extentOf reads a measure that is told of a verb. Yards in a game and places
// that lie so many miles from others are none.
func extentOf(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) (extent, bool) {
	if q.Kind != witness.Measure || q.Unit == "Mw" || math.IsNaN(q.Point) || compounded(st, q) || !oneValue(st, q) {
		return extent{}, false
	}
	c := claimOf(st, q)
	if c == nil || st.Tokens[c.Head].UPOS != "VERB" || c.Negative || c.Modality != witness.Actual || c.Patient != nil && c.Patient.Head > c.Head && c.Patient.Head != q.OfAt && c.Patient.Head != q.Number {
		return extent{}, false
	}
	for i := range st.Tokens {
		if q.Span.Contains(st.Tokens[i].Span) && class(lex, st.Tokens[i].Lemma) == "tally" {
			return extent{}, false
		}
	}
	x := extent{told: told{st, q}, verb: c.Predicate}
	if e := doer(c); e != nil && e.Kind != witness.Place && e.Kind != witness.Organisation {
		x.who = e
	}
	for _, o := range compare.Facts[*witness.Quantity](st) {
		if o.Kind == witness.Age && !math.IsNaN(o.Point) {
			x.age = o.Point
		}
	}
	return x, true
}

func verbs(xs []extent) []string {
	var out []string
	for _, x := range xs {
		if !slices.Contains(out, x.verb) {
			out = append(out, x.verb)
		}
	}
	return out
}

// unsettled lists the measures of one report for a verb that the other report
// gives for it nowhere, in whatever unit.
func unsettled(own, other []extent, verb string) []extent {
	return slices.DeleteFunc(slices.Clone(own), func(a extent) bool {
		return a.verb != verb || slices.ContainsFunc(other, func(b extent) bool { return b.verb == verb && b.q.Unit == a.q.Unit && alike(a.q, b.q) })
	})
}

// alike reports whether two measures may be one, in two units or rounded.
func alike(a, b *witness.Quantity) bool {
	return math.Abs(a.Point-b.Point) <= 0.05*max(a.Point, b.Point) || intersect(a.Value, b.Value)
}

func compareExtents(p *compare.Pass, as, bs []extent) {
	lone := oneExtent(as) && oneExtent(bs)
	for _, a := range as {
		for _, b := range bs {
			if a.q.Unit != b.q.Unit || alike(a.q, b.q) || otherFigure(a, b) || !lone && !sameFigure(a, b) || coupleOf(p, nil, told{a.st, a.q}, told{b.st, b.q}).vetoed(matter) != nil {
				continue
			}
			va, vb := compare.QuantityValue(a.q), compare.QuantityValue(b.q)
			p.ReportAcross(compare.Difference{
				A:    compare.Spot{Statement: a.st, Span: a.q.Span, Value: va},
				B:    compare.Spot{Statement: b.st, Span: b.q.Span, Value: vb},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.75, Topic: a.verb + ", how far or how much",
				Reason: va + " and " + vb + " cannot both be right.",
			})
		}
	}
}

// oneExtent reports whether all measures are one value.
func oneExtent(xs []extent) bool {
	return !slices.ContainsFunc(xs, func(x extent) bool { return x.q.Unit != xs[0].q.Unit || !alike(x.q, xs[0].q) })
}

// otherFigure reports whether two measures are known to be of two people.
func otherFigure(a, b extent) bool {
	return a.who != nil && b.who != nil && a.who != b.who || a.age > 0 && b.age > 0 && a.age != b.age && (a.who == nil || a.who != b.who)
}

// sameFigure reports whether they are known to be of one.
func sameFigure(a, b extent) bool {
	return a.who != nil && a.who == b.who || a.age > 0 && a.age == b.age
}

// oneWay reports whether two distances lead to one place, and the same is done there.
func oneWay(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Quantity) bool {
	way, ca, cb := bearing(x.A, a), claimOf(x.A, a), claimOf(x.B, b)
	return way != "" && way == bearing(x.B, b) && ca != nil && cb != nil && samePredicate(lex, x, ca, cb)
}

// bearing returns from where a distance leads and to where: "30 miles north of the
// capital". Nothing where it leads nowhere.
func bearing(st *witness.Statement, q *witness.Quantity) string {
	way := ""
	for k := compare.FirstAt(st, q.Span.End); k < len(st.Tokens); k++ {
		switch t := &st.Tokens[k]; t.UPOS {
		case "ADP", "ADV", "NOUN", "PROPN":
			way += t.Lemma + " "
			if len(way) > len(t.Lemma)+1 && (t.UPOS == "PROPN" || t.UPOS == "NOUN" && t.Rel != "compound" && compare.Word(st, k+1) != "of") {
				return way
			}
		case "DET":
		default:
			return ""
		}
	}
	return ""
}

// converted reports whether two measures given in two units are one: as near as a
// conversion comes that keeps the digits of either. "34 miles" are 55 kilometres, and
// "just over 113 Fahrenheit" 45.1 Celsius.
func converted(a, b *witness.Quantity) bool {
	if a.Kind != witness.Measure || a.Unit != b.Unit || math.IsNaN(a.Point) || math.IsNaN(b.Point) {
		return false
	}
	if a.Unit == "K" {
		off := halfDegree
		if a.Hedge != witness.Exact || b.Hedge != witness.Exact {
			off = max(off, min(max(place(a.Numeral), place(b.Numeral)), 10)/4) // "roughly 430" is no more exact than its tens
		}
		return a.Numeral != b.Numeral && math.Abs(a.Point-b.Point) <= off
	}
	fa, fb := a.Point/a.Numeral, b.Point/b.Numeral
	if near(fa, fb) {
		return false // one unit: what differs was not converted
	}
	size := max(math.Abs(a.Point), math.Abs(b.Point))
	off := max(fa*place(a.Numeral), fb*place(b.Numeral)) / 2
	return math.Abs(a.Point-b.Point) <= max(0.02*size, min(off, 0.07*size))
}

// halfDegree is by how much two temperatures may differ that are one in two scales,
// each rounded to a whole degree.
const halfDegree = 0.8

// place returns the value of the last digit of a number that is not nought.
func place(x float64) float64 {
	if x == 0 || x != math.Trunc(x) {
		return 0
	}
	unit := 1.0
	for math.Mod(x, unit*10) == 0 {
		unit *= 10
	}
	return unit
}
