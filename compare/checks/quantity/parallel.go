package quantity

import (
	"fmt"
	"math"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// number is a figure of a statement as it is matched between two versions of
// one text: by value in any guise, wherever it stands.
type number struct {
	fact   *witness.Quantity // nil for a part of a date
	values []float64         // the value, and the numeral before its unit
	second bool              // the other end of a range or score
}

// parallel compares the numbers of two versions of one source. There a figure
// that each lacks of the other is a slip wherever it stands, so no slot is
// asked for: of two human translations of 1,000 sentences six have numbers
// unmatched on both sides, and most of those are true slips.
func parallel(p *compare.Pass, x *compare.Pair) {
	bounds(p, x)
	as, bs := compare.OnceOf(p, x.A, numbers), compare.OnceOf(p, x.B, numbers)
	lackA, surplusA := lacking(as, bs, x.A, x.B)
	lackB, surplusB := lacking(bs, as, x.B, x.A)
	pairUp(p, x, lackA, lackB, len(lackA) == 1 && len(lackB) == 1)
	// A figure that one side gives twice and the other once, beside one that
	// only the other has: "two … two" against "four … two".
	switch {
	case len(lackA) == 0:
		pairUp(p, x, surplusA, lackB, false)
	case len(lackB) == 0:
		pairUp(p, x, lackA, surplusB, false)
	}
}

// namedAlike reports whether the same word leads up to two numbers:
// "COVID-19", "covid-91".
func namedAlike(x *compare.Pair, a, b *witness.Quantity) bool {
	before := func(st *witness.Statement, q *witness.Quantity) string {
		i := q.Number - 1
		if i > 0 && st.Tokens[i].Lower == "-" {
			i--
		}
		if i < 0 || st.Tokens[i].UPOS == "ADP" || st.Tokens[i].UPOS == "DET" {
			return ""
		}
		return st.Tokens[i].Lower
	}
	w := before(x.A, a)
	return w != "" && w == before(x.B, b)
}

// pairUp reports the numbers that only one side has, each with the most
// fitting of the other side.
func pairUp(p *compare.Pass, x *compare.Pair, freeA, freeB []*witness.Quantity, only bool) {
	for _, m := range compare.Matches(len(freeA), len(freeB), func(i, j int) (float64, bool) {
		a, b := freeA[i], freeB[j]
		if complements(p, x, a, b) || otherFate(p.Lexicon, x, a, b) || (a.Kind == witness.Label) != (b.Kind == witness.Label) && !namedAlike(x, a, b) || !akin(a, b) || ofOthers(p.Lexicon, x, a, b) {
			return 0, false
		}
		s := 0.2 + x.Slot(a.Number, b.Number)
		if a.Kind == b.Kind && a.Unit == b.Unit {
			s += 0.3
		}
		if a.Of != "" && a.Of == b.Of {
			s += 0.3
		}
		return s, s >= 0.6 || only
	}) {
		tell(p, x, freeA[m.A], freeB[m.B], m.Weight)
	}
}

// complements reports whether two counts add up to one that both versions give: of 22
// starters three finished, and nineteen did not.
func complements(p *compare.Pass, x *compare.Pair, a, b *witness.Quantity) bool {
	if a.Kind == witness.Percent && b.Kind == witness.Percent && near(a.Point+b.Point, 1) {
		return turned(p.Lexicon, x) // "loses five per cent", "retains 95 %"
	}
	if a.Kind != witness.Cardinal || b.Kind != witness.Cardinal {
		return false
	}
	whole := func(st *witness.Statement) bool {
		for _, q := range compare.Facts[*witness.Quantity](st) {
			if q.Kind == witness.Cardinal && near(q.Point, a.Point+b.Point) {
				return true
			}
		}
		return false
	}
	if ea, eb := compare.Excepted(x.A, a), compare.Excepted(x.B, b); ea || eb {
		return ea != eb && (whole(x.A) || whole(x.B))
	}
	negated := len(compare.Facts[*witness.Negation](x.A)) != len(compare.Facts[*witness.Negation](x.B))
	return (negated || turned(p.Lexicon, x)) && whole(x.A) && whole(x.B)
}

// otherFate reports whether two counts are of people to whom two things happened: four
// who died, and the dozens hurt or the thousands told to leave. Headlines that are held
// against each other as versions of one text each have their own. Where one tells of the
// dead and the hurt, which are which is not read surely enough.
func otherFate(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Quantity) bool {
	if a.Kind != witness.Cardinal || b.Kind != witness.Cardinal {
		return false
	}
	s, t := fates(lex, x.A), fates(lex, x.B)
	switch {
	case len(s) > 1 || len(t) > 1:
		return false
	case len(s) == 1 && len(t) == 1:
		return s[0] != t[0]
	}
	return slices.Contains(append(s, t...), "dead") && farApart(a, b)
}

// fates lists what a statement says became of people, each once; a toll is of the dead.
func fates(lex *lexicon.Lexicon, st *witness.Statement) []string {
	var out []string
	for i := range st.Tokens {
		s := stateAt(lex, st, i)
		if st.Tokens[i].Lemma == "toll" {
			s = "dead"
		}
		if tolled(s) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// turned reports whether two versions have verbs of opposite sense.
func turned(lex *lexicon.Lexicon, x *compare.Pair) bool {
	for i := range x.A.Tokens {
		for j := range x.B.Tokens {
			a, b := &x.A.Tokens[i], &x.B.Tokens[j]
			if a.UPOS == "VERB" && b.UPOS == "VERB" && x.FreeA(i) && x.FreeB(j) && lex.Opposed(a.Lemma, b.Lemma, lexicon.Verb) {
				return true
			}
		}
	}
	return false
}

// akin reports whether two figures may be one miswritten: of one kind, or the one
// a bare number whose unit was not read. How long something takes and the how
// manieth it is are not.
func akin(a, b *witness.Quantity) bool {
	if a.Kind == b.Kind || a.Kind == witness.Label || b.Kind == witness.Label {
		return true
	}
	if b.Kind == witness.Cardinal {
		a, b = b, a
	}
	if a.Kind == witness.Duration && b.Kind == witness.Age || a.Kind == witness.Age && b.Kind == witness.Duration {
		return true // "older than 100 years"
	}
	return a.Kind == witness.Cardinal && b.Kind != witness.Ordinal && b.Kind != witness.Score
}

// ofOthers reports whether two figures are of two things, though each version lacks the
// other's: the one counts what it names and the other is a sum, a time or a share, or
// they count two things, more than ten times as many of the one as of the other.
func ofOthers(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Quantity) bool {
	if a.Kind != b.Kind {
		// A label counts nothing (Covid-19, covid-93), and the unit of a measure may be
		// one that is not known.
		unsure := func(k witness.QuantityKind) bool { return k == witness.Label || k == witness.Measure }
		return !unsure(a.Kind) && !unsure(b.Kind) && (counts(lex, x.A, a) || counts(lex, x.B, b))
	}
	return a.Kind == witness.Cardinal && counts(lex, x.A, a) && counts(lex, x.B, b) && farApart(a, b) && !x.Tied(a.OfAt, b.OfAt) && !related(lex, a.Of, b.Of)
}

// counts reports whether a figure is of things that its statement names right behind it:
// no unit, which another version may have read.
func counts(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) bool {
	_, unit := lex.Units().Get(q.Of)
	return q.Kind == witness.Cardinal && q.OfAt > q.Number && q.OfAt <= q.Number+3 && st.Tokens[q.OfAt].UPOS == "NOUN" && !unit
}

// numbers lists the figures of a statement, the ends of a range apart.
func numbers(st *witness.Statement) []number {
	var out []number
	for _, f := range st.Facts {
		switch f := f.(type) {
		case *witness.Quantity:
			n := number{fact: f}
			for _, v := range [...]float64{f.Point, f.Numeral} {
				if !math.IsNaN(v) {
					n.values = append(n.values, v)
				}
			}
			if f.OfAt < 0 && f.Kind == witness.Cardinal && st.Tokens[f.Number].UPOS == "VERB" {
				n.values = append(n.values, 100*(f.Point-1)) // doubled: 100 % more
			}
			out = append(out, n)
			if f.Second != 0 || f.Kind == witness.Score {
				second := number{fact: f, values: []float64{f.Second}, second: true}
				if f.Numeral != 0 && f.Numeral != f.Point && !math.IsNaN(f.Point) {
					second.values = append(second.values, f.Second*f.Numeral/f.Point) // as written, before its unit
				}
				out = append(out, second)
			}
		case *witness.Time:
			for _, v := range [...]int{f.Day, f.Year, f.Year % 100, f.Month} {
				if v > 0 {
					out = append(out, number{values: []float64{float64(v)}})
				}
			}
			if f.Clock >= 0 {
				out = append(out, number{values: []float64{float64(f.Clock / 60), float64(f.Clock % 60), float64(f.Clock / 60 % 12)}})
			}
		}
	}
	ratios(st, out)
	doubles(st, out)
	return out
}

// doubles gives "twice that" what it makes of the other numbers of the statement.
func doubles(st *witness.Statement, list []number) {
	for k := range list {
		n := &list[k]
		if n.fact == nil || n.fact.Numeral != 2 || st.Tokens[n.fact.Number].Lower != "twice" {
			continue
		}
		for _, o := range list {
			if o.fact != nil && o.fact != n.fact && !math.IsNaN(o.fact.Numeral) {
				n.values = append(n.values, 2*o.fact.Numeral)
			}
		}
	}
}

// ratios gives the numbers of "two out of three" what they make together.
func ratios(st *witness.Statement, list []number) {
	for k := 0; k+1 < len(list); k++ {
		a, b := &list[k], &list[k+1]
		if a.fact == nil || b.fact == nil || a.fact.Kind != witness.Cardinal || b.fact.Kind != witness.Cardinal || a.fact.Point >= b.fact.Point || !outOf(st, a.fact, b.fact) {
			continue
		}
		r := a.fact.Point / b.fact.Point
		a.values, b.values = append(a.values, r), append(b.values, r)
	}
}

// outOf reports whether a number is told as that many of another: "two out of
// three", "one in four", "18 of the 63", "16 seats of 63".
func outOf(st *witness.Statement, a, b *witness.Quantity) bool {
	from, to := compare.FirstAt(st, a.Span.End), b.Number
	joined := false
	for k := from; k < to; k++ {
		switch st.Tokens[k].Lower {
		case "in", "of", "on":
			joined = true
		case "out", "every", "the", "its", "their", "all":
		default:
			if k != a.OfAt || joined {
				return false
			}
		}
	}
	return joined
}

// lacking returns the quantities of list that the other side gives in no
// form, and those that it gives fewer times.
func lacking(list, others []number, st, other *witness.Statement) (lack, surplus []*witness.Quantity) {
	met := meet(list, others)
next:
	for k, n := range list {
		if n.fact == nil || len(n.values) == 0 {
			if n.fact != nil && !touched(n.fact, others) {
				lack = append(lack, n.fact)
			}
			continue
		}
		if met[k] {
			continue
		}
		found := false
		for _, o := range others {
			if o.fact != nil && o.fact.Hedge == witness.Vague && math.IsNaN(o.fact.Point) && o.fact.Value.Lo <= n.values[0] && n.values[0] <= o.fact.Value.Hi {
				continue next
			}
			found = found || n.ofKind(o) && n.same(o)
		}
		if n.fact.Numeral == 1 && n.fact.Kind == witness.Cardinal && st.Tokens[n.fact.Number].Lower != "1" || inWords(n, other, st) {
			continue
		}
		if found {
			surplus = append(surplus, n.fact)
		} else if len(lack) == 0 || lack[len(lack)-1] != n.fact {
			lack = append(lack, n.fact)
		}
	}
	return lack, surplus
}

// meet says which figures of list have one of their own among the others, each
// of those given once: first the counts of one thing, then those of one kind,
// so that "twice" leaves "the second half" to its like, then any.
func meet(list, others []number) []bool {
	met, taken := make([]bool, len(list)), make([]bool, len(others))
	for _, fits := range [...]func(n, o number) bool{number.ofOne, number.ofKind, number.ofAny} {
		for k, n := range list {
			for i, o := range others {
				if !met[k] && !taken[i] && fits(n, o) && n.same(o) {
					met[k], taken[i] = true, true
				}
			}
		}
	}
	return met
}

// ofOne reports whether two figures count one thing.
func (n number) ofOne(o number) bool { return n.fact != nil && n.ofKind(o) && n.fact.Of == o.fact.Of }

// ofKind reports whether two figures are of one kind, or both parts of dates.
func (n number) ofKind(o number) bool {
	if n.fact == nil || o.fact == nil {
		return n.fact == o.fact
	}
	return n.fact.Kind == o.fact.Kind
}

func (n number) ofAny(number) bool { return true }

// touched reports whether a vague number may be one of the other side's.
// "Several" and "many" may be any; "hundreds" are not "about 100".
func touched(q *witness.Quantity, others []number) bool {
	if q.Value.Lo < 20 {
		return true
	}
	for _, o := range others {
		if o.fact != nil && intersect(q.Value, o.fact.Value) {
			return true
		}
	}
	return false
}

// same reports whether two figures agree in any guise: by value, or by the
// bare numeral where a unit may have been read on one side only. Two measures
// of one kind agree by what they measure: two days are not two weeks.
func (n number) same(o number) bool {
	if n.measured() && o.measured() && n.fact.Kind == o.fact.Kind && n.fact.Unit == o.fact.Unit {
		return sharesValue(n.values[:1], o.values[:1]) || converted(n.fact, o.fact)
	}
	if n.fact != nil && o.fact != nil && n.fact.Kind == witness.Age && o.fact.Kind == witness.Age && intersect(n.fact.Value, o.fact.Value) {
		return true // 43, and "in his forties"
	}
	return sharesValue(n.values, o.values) || n.years() > 0 && near(n.years(), o.years())
}

// years returns a length of time or an age in years; 0 for anything else.
func (n number) years() float64 {
	switch {
	case n.fact == nil || n.second || math.IsNaN(n.fact.Point):
	case n.fact.Kind == witness.Age:
		return n.fact.Point
	case n.fact.Kind == witness.Duration:
		return n.fact.Point / witness.SecondsInYear
	}
	return 0
}

// measured reports whether a figure is a value in a known unit.
func (n number) measured() bool {
	return n.fact != nil && !n.second && (n.fact.Kind == witness.Duration || n.fact.Kind == witness.Measure) && !math.IsNaN(n.fact.Point)
}

func sharesValue(a, b []float64) bool {
	for _, x := range a {
		for _, y := range b {
			if near(x, y) {
				return true
			}
		}
	}
	return false
}

// wordNumbers are words that hold a number without being one.
var wordNumbers = map[string][]float64{
	"both": {2}, "pair": {2}, "couple": {2}, "twice": {2}, "double": {2}, "doubled": {2}, "twin": {2}, "two-time": {2}, "either": {2}, "neither": {2},
	"triple": {3}, "tripled": {3}, "thrice": {3}, "trio": {3}, "tripartite": {3}, "trilateral": {3}, "bilateral": {2}, "triplet": {3}, "treble": {3},
	"quadruple": {4}, "quartet": {4}, "fourfold": {4}, "twofold": {2}, "threefold": {3}, "decade": {10}, "decades": {10}, "century": {100}, "centuries": {100},
	"half": {0.5, 50, 30, 2, 6}, "quarter": {0.25, 25, 15, 3, 4}, "third": {1.0 / 3, 33}, "fortnight": {14, 2}, "dozen": {12}, "noon": {12}, "midday": {12}, "midnight": {0, 12, 24},
	"zero": {0}, "nil": {0}, "no": {0}, "none": {0}, "single": {1}, "week": {7}, "weekly": {7}, "year": {12, 365}, "day": {24}, "month": {30}, "hour": {60},
	"hat-trick": {3}, "double-header": {2}, "million": {1e6}, "billion": {1e9}, "thousand": {1e3}, "hundred": {100}, "final": {1}, "semi-final": {2}, "quarter-final": {4},
}

// spans are the words of wordNumbers that hold a number in the singular alone.
var spans = map[string]bool{"hour": true, "day": true, "week": true, "month": true, "year": true}

var magnitudes = map[string]bool{"dozen": true, "hundred": true, "thousand": true, "million": true, "billion": true}

// inWords reports whether a statement has the number in a word that is not the
// other's as well: where both have "the second half", the half is no "twice".
func inWords(n number, st, other *witness.Statement) bool {
	for i := range st.Tokens {
		if _, ok := wordNumbers[st.Tokens[i].Lower]; ok && hasWord(other, st.Tokens[i].Lower) {
			continue
		}
		for _, w := range [...]string{st.Tokens[i].Lower, st.Tokens[i].Lemma} {
			if magnitudes[w] && (w != st.Tokens[i].Lower || figured(st, &st.Tokens[i])) {
				continue // "hundreds" are not a hundred, and two dozen no dozen
			}
			if spans[w] && w != st.Tokens[i].Lower {
				continue // an hour is sixty minutes; "during working hours" is no number
			}
			if vs, ok := wordNumbers[w]; ok && sharesValue(n.values, vs) {
				return true
			}
		}
	}
	return false
}

func hasWord(st *witness.Statement, lower string) bool {
	for i := range st.Tokens {
		if st.Tokens[i].Lower == lower {
			return true
		}
	}
	return false
}

// written returns the words of a figure.
func written(st *witness.Statement, q *witness.Quantity) string {
	return st.Witness.Text[q.Span.Start:q.Span.End]
}

func tell(p *compare.Pass, x *compare.Pair, a, b *witness.Quantity, slot float64) {
	va, vb := compare.QuantityValue(a), compare.QuantityValue(b)
	if va == vb {
		va, vb = written(x.A, a), written(x.B, b)
	}
	d := compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: a.Span, Value: va},
		B:    compare.Spot{Statement: x.B, Span: b.Span, Value: vb},
		Kind: compare.Conflict, Severity: severity(a, b), Confidence: min(0.95, 0.6+0.2*slot), Topic: topic(p.Lexicon, told{x.A, a}, told{x.B, b}),
		Reason: fmt.Sprintf("The statements correspond, and one has %s, another %s.", compare.Shown(va, written(x.A, a)), compare.Shown(vb, written(x.B, b))),
		Trace:  []string{fmt.Sprintf("same slot: %.2f", slot)},
	}
	p.Report(x, d)
}
