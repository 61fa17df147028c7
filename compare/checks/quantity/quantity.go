package quantity

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check quantity.
var Check = &compare.Check{
	Name: "quantity", Source: source, Examples: examples, Plain: true, Severity: compare.Major,
	MQM: "accuracy/mistranslation", ITS: "numbers", Run: run,
}

func run(p *compare.Pass) {
	paired := recounts(p)
	for x := range p.Pairs() {
		if x.Parallel {
			codes(p, x)
		} else {
			durations(p, x)
			shares(p, x)
			directions(p, x)
			standings(p, x)
		}
		ones(p, x)
		superlatives(p, x)
		as, bs := compare.Facts[*witness.Quantity](x.A), compare.Facts[*witness.Quantity](x.B)
		if len(as) == 0 || len(bs) == 0 {
			continue
		}
		if x.Parallel {
			parallel(p, x)
			continue
		}
		compatriots(p, x, as, bs)
		if settingOf(p, x.A).abroad != settingOf(p, x.B).abroad {
			continue
		}
		freeA, freeB := unmatched(as, bs, x)
		unnamedAges(p, x, freeA, freeB)
		listedAges(p, x)
		ledgers(p, x, freeA, freeB)
		if len(freeA)*len(freeB) > mostRivals {
			continue
		}
		freeA, freeB = paired.without(freeA, x.B), paired.without(freeB, x.A)
		for _, m := range partners(p, x, freeA, freeB) {
			if a, b := freeA[m.A], freeB[m.B]; !unlikely(p, x, a, b) {
				judge(p, x, a, b, min(0.95, 0.45+0.5*m.Weight), []string{fmt.Sprintf("same slot: %.2f", m.Weight)})
			}
		}
	}
	if !p.Event.Aligned && !p.Event.Parallel {
		across(p)
		casualties(p)
		belongings(p)
		nobody(p)
		survivors(p)
		figures(p)
		terms(p)
		contracts(p)
		matches(p)
		statlines(p)
		results(p)
		measures(p)
		namedAges(p)
		slips(p)
	}
}

// unmatched returns the quantities of each side whose value the other side
// does not give, in its statement or next to it.
func unmatched(as, bs []*witness.Quantity, x *compare.Pair) (freeA, freeB []*witness.Quantity) {
	nearA, nearB := x.NearA(), x.NearB()
	for _, a := range as {
		if a.Kind != witness.Label && !answered(a, bs, x.B, nearB) {
			freeA = append(freeA, a)
		}
	}
	for _, b := range bs {
		if b.Kind != witness.Label && !answered(b, as, x.A, nearA) {
			freeB = append(freeB, b)
		}
	}
	return freeA, freeB
}

// answered reports whether the other report gives a quantity too: among those of its
// statement, as a part of a date there, or next to it.
func answered(q *witness.Quantity, others []*witness.Quantity, st *witness.Statement, near []*witness.Statement) bool {
	return given(q, others) || nearby(q, near) || inTimes(q, st)
}

func nearby(q *witness.Quantity, sts []*witness.Statement) bool {
	for _, st := range sts {
		for _, o := range compare.Facts[*witness.Quantity](st) {
			if same(q, o) && (q.Of == o.Of || q.Of == "" || o.Of == "" || q.Kind != witness.Cardinal) {
				return true
			}
		}
	}
	return false
}

// inTimes reports whether a number of one report is part of a date of the
// other: "the 12 and 13 January".
func inTimes(q *witness.Quantity, st *witness.Statement) bool {
	for _, t := range compare.Facts[*witness.Time](st) {
		if float64(t.Day) == q.Point || float64(t.Year) == q.Point {
			return true
		}
	}
	return false
}

// given reports whether one of list says what q says.
func given(q *witness.Quantity, list []*witness.Quantity) bool {
	for _, o := range list {
		if same(q, o) {
			return true
		}
	}
	return false
}

// same reports whether two quantities are the same number, whatever is
// counted and however it is hedged.
func same(a, b *witness.Quantity) bool {
	if math.IsNaN(a.Point) || math.IsNaN(b.Point) {
		return a.Kind == b.Kind && a.Value == b.Value
	}
	if a.Kind == witness.Score && b.Kind == witness.Score {
		return a.Point == b.Point && a.Second == b.Second
	}
	if near(a.Point, b.Point) {
		return true
	}
	// a number that the other side puts in another kind: 0.5 and half, 24
	// hours and a day, a score and one of its numbers
	return a.Second != 0 && near(a.Second, b.Point) || b.Second != 0 && near(b.Second, a.Point)
}

// near reports whether two numbers are one: equal, or the one a rounding of
// the other by half a per cent at most. 6.2689 and 6.2816 are two.
func near(a, b float64) bool {
	gap, size := math.Abs(a-b), math.Max(math.Abs(a), math.Abs(b))
	return gap <= 1e-9*size || gap <= 0.005*size && (coarser(a, b) || coarser(b, a))
}

// coarser reports whether c is x to fewer significant digits.
func coarser(x, c float64) bool {
	for digits := 1; digits <= 6; digits++ {
		if s := strconv.FormatFloat(x, 'g', digits, 64); s == strconv.FormatFloat(c, 'g', digits, 64) && significant(c) <= digits && digits < significant(x) {
			return true
		}
	}
	return false
}

// significant returns how many digits a number needs.
func significant(x float64) int {
	s := strconv.FormatFloat(x, 'e', -1, 64)
	mantissa, _, _ := strings.Cut(s, "e")
	return len(strings.ReplaceAll(strings.TrimPrefix(mantissa, "-"), ".", ""))
}

// partners finds the quantities of both sides that stand in one slot.
func partners(p *compare.Pass, x *compare.Pair, freeA, freeB []*witness.Quantity) []compare.Match {
	best := compare.Matches(len(freeA), len(freeB), func(i, j int) (float64, bool) {
		a, b := freeA[i], freeB[j]
		if a.Kind != b.Kind || a.Unit != b.Unit || coupleIn(p, x, a, b).vetoed(slots) != nil {
			return 0, false
		}
		if a.Kind == witness.Ordinal && (!sameDeed(x.A, a, x.B, b) && !oneBearer(x, a, b) && !(docketed(x.A, a, x.B, b) && x.Tied(a.OfAt, b.OfAt)) ||
			ofYear(x.A, a) && ofYear(x.B, b) || stands(p, x, a, b)) {
			return 0, false
		}
		return slot(p, x, a, b), true
	})
	return slices.DeleteFunc(best, func(m compare.Match) bool {
		return m.Weight < sameSlot || vagueSubject(coupleIn(p, x, freeA[m.A], freeB[m.B])) && m.Weight < sureSlot
	})
}

// vagueSubject reports whether what is counted could be many things: people of
// whom nothing is said, a distance that is told of nothing, somebody's age.
func vagueSubject(c *couple) bool {
	a, b := c.a.q, c.b.q
	switch a.Kind {
	case witness.Age:
		return true
	case witness.Measure:
		return a.Of == "" || a.Of != b.Of || !one(c.a.st, a) || !one(c.b.st, b) // "temperatures of minus 17 degrees"
	case witness.Cardinal:
		return stateless(c.lex, a, c.f.state) || stateless(c.lex, b, c.g.state)
	}
	return false
}

// stateless reports whether people are counted of whom no state is told.
func stateless(lex *lexicon.Lexicon, q *witness.Quantity, state string) bool {
	return q.Kind == witness.Cardinal && state == "" && (class(lex, q.Of) == "people" || q.Of == "" || person(q.Of))
}

// The least evidence on which two numbers of independent reports are held
// against each other.
const (
	sameSlot = 0.75
	sureSlot = 0.95 // where the noun does not tell what is counted
)

// slot says how surely two quantities count the same thing: the same noun
// under the same restriction, in corresponding places.
func slot(p *compare.Pass, x *compare.Pair, a, b *witness.Quantity) float64 {
	s := 0.6 * math.Max(x.Slot(a.Number, b.Number), slotOf(x, a, b))
	if x.Tied(a.Head, b.Head) {
		s += 0.15
	}
	switch {
	case a.Kind == witness.Cardinal && bodily[state(p.Lexicon, x.A, a)] && state(p.Lexicon, x.A, a) == state(p.Lexicon, x.B, b) && living(p.Lexicon, a.Of) && living(p.Lexicon, b.Of):
		s += 0.4 // "hurting 40": of no noun, but what became of them is said
	case a.Kind == witness.Duration && state(p.Lexicon, x.A, a) == "sentenced" && state(p.Lexicon, x.B, b) == "sentenced":
		s += 0.8 // "jailed for two years", "a sentence of two years"
	case a.Of == "" || b.Of == "":
		if a.Kind == witness.Score || a.Kind == witness.Percent || a.Kind == witness.Money || a.Kind == witness.Age {
			s += 0.1
		}
	case a.Of == b.Of:
		s += 0.4
	case related(p.Lexicon, a.Of, b.Of):
		s += 0.3
	case a.OfAt >= 0 && b.OfAt >= 0 && x.Tied(a.OfAt, b.OfAt):
		s += 0.3
	case a.Kind == witness.Cardinal || a.Kind == witness.Ordinal:
		s -= 0.25 // other things are counted: the commonest false alarm
	}
	if a.Kind == witness.Duration && a.Of != "" && (a.Of == b.Of || related(p.Lexicon, a.Of, b.Of)) && one(x.A, a) && one(x.B, b) {
		s += 0.4
	}
	if !restricted(p.Lexicon, a, b) {
		s -= 0.2
	}
	if a.Kind == witness.Cardinal && !oneDoing(p.Lexicon, told{x.A, a}, told{x.B, b}) {
		s -= 0.2
	}
	if a.Kind == witness.Measure && oneWay(p.Lexicon, x, a, b) {
		s += 0.4
	}
	return s
}

func slotOf(x *compare.Pair, a, b *witness.Quantity) float64 {
	if a.OfAt < 0 || b.OfAt < 0 {
		return 0
	}
	return x.Slot(a.OfAt, b.OfAt)
}

func related(lex *lexicon.Lexicon, a, b string) bool {
	return lex.Synonymous(a, b, lexicon.Noun) || class(lex, a) != "" && class(lex, a) == class(lex, b) && class(lex, a) != "tally"
}

// one reports whether q is the only quantity of its kind in a statement.
func one(st *witness.Statement, q *witness.Quantity) bool {
	for _, o := range compare.Facts[*witness.Quantity](st) {
		if o != q && o.Kind == q.Kind {
			return false
		}
	}
	return true
}

// class returns what a number of a noun is of: people, meeting, tally; nothing
// for most nouns.
func class(lex *lexicon.Lexicon, noun string) string {
	c, _ := lex.Counted().Get(noun)
	return c
}

// restricted reports whether the nouns that are counted carry no modifiers
// that tell them apart.
func restricted(lex *lexicon.Lexicon, a, b *witness.Quantity) bool {
	if len(a.Mods) == 0 || len(b.Mods) == 0 {
		return true
	}
	for _, x := range a.Mods {
		for _, y := range b.Mods {
			if x == y || lex.Synonymous(x, y, lexicon.Adjective) || lex.Synonymous(x, y, lexicon.Noun) {
				return true
			}
		}
	}
	return false
}

// judge compares two quantities in one slot and reports what differs.
func judge(p *compare.Pass, x *compare.Pair, a, b *witness.Quantity, confidence float64, trace []string) {
	va, vb := compare.QuantityValue(a), compare.QuantityValue(b)
	d := compare.Difference{
		A:          compare.Spot{Statement: x.A, Span: a.Span, Value: va},
		B:          compare.Spot{Statement: x.B, Span: b.Span, Value: vb},
		Topic:      heading(p.Lexicon, told{x.A, a}, told{x.B, b}),
		Cause:      cause(p.Lexicon, told{x.A, a}, told{x.B, b}),
		Confidence: confidence,
		Trace:      trace,
	}
	va, vb = compare.Shown(va, written(x.A, a)), compare.Shown(vb, written(x.B, b))
	if a.Kind == b.Kind && sameBound(a, b) {
		d.Kind, d.Severity = compare.Conflict, severity(a, b)
		d.Reason = fmt.Sprintf("Both are lower bounds, but who knows of %s does not stop at %s.", vb, va)
		if a.Point > b.Point {
			d.Reason = fmt.Sprintf("Both are lower bounds, but who knows of %s does not stop at %s.", va, vb)
		}
		p.Report(x, d)
		return
	}
	if a.Kind != witness.Score && intersect(a.Value, b.Value) {
		if d.Severity = imprecision(a, b); d.Severity == none {
			return
		}
		d.Kind = compare.Imprecision
		d.Reason = fmt.Sprintf("%s and %s can both be true, but are not the same figure.", va, vb)
		p.Report(x, d)
		return
	}
	if rounding(a, b) {
		d.Kind, d.Severity = compare.Imprecision, compare.Info
		d.Reason = fmt.Sprintf("%s and %s are one figure, rounded.", va, vb)
		p.Report(x, d)
		return
	}
	if reason := reconciled(p.Lexicon, told{x.A, a}, told{x.B, b}); reason != "" {
		d.Kind, d.Severity, d.Reason = compare.Imprecision, compare.Info, reason
		p.Report(x, d)
		return
	}
	d.Kind, d.Severity = compare.Conflict, severity(a, b)
	if a.Kind == witness.Ordinal && !docketed(x.A, a, x.B, b) {
		d.Severity = compare.Info // the second of the year is the third of the team
	}
	d.Reason = fmt.Sprintf("%s and %s cannot both be right.", va, vb)
	p.Report(x, d)
}

// reconciled returns how two figures of one thing can both stand by what the statements
// say of them, or nothing: the one took the place of the other, or each is told as the
// word of one of two sides.
func reconciled(lex *lexicon.Lexicon, a, b told) string {
	switch {
	case superseded(a, b):
		return "By the words of the reports the one figure came after the other."
	case opposed(lex, a, b):
		return "Two sources, of which neither takes the other's word, give two figures."
	}
	return ""
}

// sameBound reports whether two quantities are bounded alike, from below, by
// figures too far apart to be one: "more than 26,000" and "more than 31,000". Either
// names the last figure that its author was sure of.
func sameBound(a, b *witness.Quantity) bool {
	return a.Hedge == b.Hedge && (a.Hedge == witness.Over || a.Hedge == witness.AtLeast) && a.Kind == witness.Cardinal &&
		!math.IsNaN(a.Point) && !math.IsNaN(b.Point) && max(a.Point, b.Point) > 1.1*min(a.Point, b.Point)
}

// none stands for no finding at all.
const none = compare.Severity(255)

// imprecision says what two overlapping quantities are worth telling: how long
// a thing took is one figure to those who were there, so two figures for it
// are told; a count and a bound that it keeps are not.
func imprecision(a, b *witness.Quantity) compare.Severity {
	switch {
	case a.Kind == witness.Duration && a.Hedge != b.Hedge && !math.IsNaN(a.Point) && !math.IsNaN(b.Point):
		if roughly(a, b) || roughly(b, a) {
			return compare.Info
		}
		return compare.Minor
	case a.Hedge != witness.Exact && b.Hedge != witness.Exact:
		return compare.Info
	}
	return none
}

// roughly reports whether a figure is told as no more than about what the other is: "nearly
// three hours", "2 hours and 50 minutes".
func roughly(a, b *witness.Quantity) bool {
	return (a.Hedge == witness.About || a.Hedge == witness.Nearly) && intersect(a.Value, b.Value)
}

// intersect reports whether some number lies in both intervals.
func intersect(a, b witness.Interval) bool {
	if a.Lo > b.Hi || b.Lo > a.Hi {
		return false
	}
	if a.Lo == b.Hi && (a.LoOpen || b.HiOpen) || b.Lo == a.Hi && (b.LoOpen || a.HiOpen) {
		return false
	}
	return true
}

// rounding reports whether one number is the other, rounded to fewer digits
// and by no more than a twentieth.
func rounding(a, b *witness.Quantity) bool {
	if a.Kind == witness.Ordinal || a.Kind == witness.Score || a.Kind == witness.Age || math.IsNaN(a.Point) || math.IsNaN(b.Point) {
		return false
	}
	x, y := a.Point, b.Point
	if a.Kind == witness.Percent {
		x, y = 100*x, 100*y
	}
	if vaguely(a, b) || vaguely(b, a) || a.Kind == witness.Duration && b.Kind == witness.Duration && (lastsWhole(a, b) || lastsWhole(b, a)) {
		return true
	}
	return roundsTo(x, y) || roundsTo(y, x) || a.Kind == witness.Measure && likeUnits(a, b)
}

// likeUnits reports whether two measures are one number in two units that reports take for
// each other: sea miles and miles, short and metric tons, yards and metres.
func likeUnits(a, b *witness.Quantity) bool {
	return a.Unit == b.Unit && a.Numeral == b.Numeral && max(a.Point, b.Point) <= 1.2*min(a.Point, b.Point)
}

// vaguely reports whether a number that is told as about so many may be the round one
// that another report has: "about 90", "a hundred".
func vaguely(about, round *witness.Quantity) bool {
	return about.Hedge == witness.About && about.Kind == witness.Cardinal && significant(about.Numeral) == 1 && significant(round.Numeral) == 1 && round.Numeral >= 100 && round.Hedge == witness.Exact &&
		math.Abs(about.Point-round.Point) <= 0.12*max(about.Point, round.Point)
}

// lastsWhole reports whether one length of time is the other in whole or half units of its
// own, and by no more than a twentieth off: "6 hours and 48 minutes", "seven hours"; "17 days",
// "two and a half weeks".
func lastsWhole(x, whole *witness.Quantity) bool {
	halves := 2 * whole.Numeral
	if halves <= 0 || halves != math.Trunc(halves) || x.Numeral == math.Trunc(x.Numeral) && near(x.Point/x.Numeral, whole.Point/whole.Numeral) {
		return false
	}
	gap, step := math.Abs(x.Point-whole.Point), whole.Point/whole.Numeral
	if math.Mod(halves, 2) == 1 {
		step /= 2
	}
	return gap <= 0.05*whole.Point && gap < step/2
}

func roundsTo(x, coarse float64) bool {
	if coarse == 0 || math.Abs(x-coarse) > 0.05*math.Abs(coarse) {
		return false
	}
	if coarse != math.Trunc(coarse) {
		return coarser(x, coarse)
	}
	unit := 1.0
	for math.Mod(coarse, unit*10) == 0 && unit < math.Abs(coarse) {
		unit *= 10
	}
	if unit < 10 && x == math.Trunc(x) {
		return false
	}
	return math.Abs(x-coarse) <= unit/2
}

// severity says what is at stake where two figures differ: the dead and money above
// all. What is a number to one report and a label to the other is a number.
func severity(a, b *witness.Quantity) compare.Severity {
	for _, q := range [...]*witness.Quantity{a, b} {
		switch q.Kind {
		case witness.Cardinal, witness.Money, witness.Percent, witness.Score, witness.Duration, witness.Age, witness.Measure:
			return compare.Major
		}
	}
	return compare.Minor
}
