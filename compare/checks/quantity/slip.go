package quantity

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// slips finds the figure of one report in which a figure of two others or more
// was miscopied: 32 for 23, 53 for 58, 1,100 for 1,000. Independent figures seldom
// look so alike, so that the words around them need not agree as much as they do
// elsewhere: it is enough that no report has both, and that the two count like
// things in sentences that tell of one matter.
func slips(p *compare.Pass) {
	c := copies{p: p, written: make([][]told, len(p.Event.Witnesses)), byReport: make([][]told, len(p.Event.Witnesses)), byMatter: map[int][]told{}, byDigits: map[string][]told{}, matters: p.Groups()}
	for st := range p.Statements() {
		if st.Kind == witness.Furniture {
			continue
		}
		played := inGames(st)
		for _, q := range compare.Facts[*witness.Quantity](st) {
			c.add(told{st, q}, played != nil && played != q)
		}
	}
	for _, own := range c.byReport {
		for _, odd := range own {
			for _, r := range c.consensus(odd) {
				va, vb := compare.QuantityValue(r.q), compare.QuantityValue(odd.q)
				p.ReportAcross(compare.Difference{
					A:    compare.Spot{Statement: r.st, Span: r.q.Span, Value: va},
					B:    compare.Spot{Statement: odd.st, Span: odd.q.Span, Value: vb},
					Kind: compare.Conflict, Severity: severity(r.q, odd.q), Confidence: 0.8,
					Topic: heading(p.Lexicon, r, odd), Cause: cause(p.Lexicon, r, odd),
					Reason: fmt.Sprintf("Where several reports have %s, one has %s, which looks like a slip for it.", va, vb),
				})
			}
		}
	}
}

// copies are the figures of an event that somebody may have copied, where one is
// looked for: by report, by the group of its statement and by its digits in order,
// so that no figure is held against all others; and all that the reports have in
// writing.
type copies struct {
	p        *compare.Pass
	written  [][]told
	byReport [][]told
	byMatter map[int][]told
	byDigits map[string][]told
	matters  map[*witness.Statement][]int
}

// add notes a figure; one that is of so many games, which need not be those of another
// report, counts as written and is compared with none: "in 54 games he hit .358".
func (c *copies) add(t told, played bool) {
	figures := copied(t.q)
	if figures == "" {
		return
	}
	c.written[t.st.Witness.Index] = append(c.written[t.st.Witness.Index], t)
	if setOff(t) || played {
		return
	}
	c.byReport[t.st.Witness.Index] = append(c.byReport[t.st.Witness.Index], t)
	for _, m := range c.matters[t.st] {
		c.byMatter[m] = append(c.byMatter[m], t)
	}
	if tellsItself(t.q) {
		key := ordered(figures)
		c.byDigits[key] = append(c.byDigits[key], t)
	}
}

// inGames returns the number of games that a statement is about, or nil: "in 54 games".
func inGames(st *witness.Statement) *witness.Quantity {
	return compare.FactOf(st, func(q *witness.Quantity) bool {
		return q.Kind == witness.Cardinal && games[q.Of] && compare.Word(st, q.Number-1) == "in"
	})
}

// setOff reports whether a number that counts nothing is an age set off by commas
// or a part of a date: "his brothers, 17 and 22, were", "12 / 19 / 2005".
func setOff(t told) bool {
	i := t.q.Number
	before := compare.Word(t.st, i-1)
	if before == "/" || compare.Word(t.st, i+1) == "/" {
		return true
	}
	return t.q.Kind == witness.Cardinal && t.q.Of == "" && (before == "," || before == "and" && i > 1 && t.st.Tokens[i-2].UPOS == "NUM")
}

// near lists, in the order of the reports, the figures that one may be a slip for:
// those of the groups of its statement and, where both say what they count, those
// of the same digits in another order.
func (c *copies) near(t told) []told {
	var out []told
	for _, m := range c.matters[t.st] {
		out = append(out, c.byMatter[m]...)
	}
	if tellsItself(t.q) {
		out = append(out, c.byDigits[ordered(copied(t.q))]...)
	}
	slices.SortStableFunc(out, func(a, b told) int {
		return cmp.Or(cmp.Compare(a.st.Witness.Index, b.st.Witness.Index), cmp.Compare(a.st.Index, b.st.Index), cmp.Compare(a.q.Number, b.q.Number))
	})
	return slices.CompactFunc(out, func(a, b told) bool { return a.q == b.q })
}

// tellsItself reports whether a figure is known by what it counts, or is a sum of
// three digits or more, such as a report seldom has two of.
func tellsItself(q *witness.Quantity) bool {
	return q.Of != "" || q.Kind == witness.Money && significant(q.Numeral) >= 3
}

// ordered sorts the digits of a number, noughts left out.
func ordered(figures string) string {
	digits := []byte(strings.ReplaceAll(figures, "0", ""))
	slices.Sort(digits)
	return string(digits)
}

// looksBack reports whether a statement names another month or year than the
// event's own.
func looksBack(st *witness.Statement) bool {
	return slices.ContainsFunc(compare.Facts[*witness.Time](st), func(t *witness.Time) bool { return t.Grain >= witness.Month })
}

// oneYear reports whether two statements name one year.
func oneYear(a, b *witness.Statement) bool {
	for _, x := range compare.Facts[*witness.Time](a) {
		for _, y := range compare.Facts[*witness.Time](b) {
			if x.Year > 0 && x.Year == y.Year {
				return true
			}
		}
	}
	return false
}

// noughts reports whether one of two counts of people in one state has a nought too
// many: six who were arrested, sixty.
func noughts(lex *lexicon.Lexicon, a, b told) bool {
	if a.q.Kind != witness.Cardinal || b.q.Kind != witness.Cardinal || a.q.Hedge != b.q.Hedge || max(a.q.Numeral, b.q.Numeral) != 10*min(a.q.Numeral, b.q.Numeral) {
		return false
	}
	s := state(lex, a.st, a.q)
	return s != "" && s == state(lex, b.st, b.q) && living(lex, a.q.Of) && living(lex, b.q.Of)
}

// fewest is how many reports must agree on a figure before one in its likeness
// is taken for a slip.
const fewest = 2

// consensus returns the figures of other reports for which one may be a slip:
// fewest reports or more have one of that value, none of them has the odd one, and
// the odd one's report has theirs nowhere.
func (c *copies) consensus(odd told) []told {
	own := odd.st.Witness.Index
	back, dated := looksBack(odd.st), map[float64]bool{}
	var values []float64
	byValue := map[float64][]told{}
	for _, t := range c.near(odd) {
		w := t.st.Witness.Index
		said := byValue[t.q.Point]
		if w == own || len(said) > 0 && said[len(said)-1].st.Witness == t.st.Witness || !slip(t.q, odd.q) && !noughts(c.p.Lexicon, t, odd) || !likeThings(c.p.Lexicon, t.q, odd.q) || elsewhere(c.p.Lexicon, placesOf(t.st, t.q), placesOf(odd.st, odd.q)) || c.holds(own, t.q) || c.holds(w, odd.q) {
			continue
		}
		if together := oneYear(t.st, odd.st); looksBack(t.st) && !together {
			continue
		} else if together {
			dated[t.q.Point] = true
		}
		if said == nil {
			values = append(values, t.q.Point)
		}
		byValue[t.q.Point] = append(said, t)
	}
	slices.Sort(values)
	for _, v := range values {
		if back && !dated[v] {
			continue // it tells of another time than they do
		}
		if len(byValue[v]) >= fewest {
			return byValue[v]
		}
	}
	return nil
}

// holds reports whether a report has a number anywhere, whatever it counts, or a
// bound on things of the kind that the number keeps.
func (c *copies) holds(report int, q *witness.Quantity) bool {
	return slices.ContainsFunc(c.written[report], func(t told) bool {
		return same(t.q, q) || intersect(t.q.Value, q.Value) && t.q.Hedge != q.Hedge && likeThings(c.p.Lexicon, t.q, q)
	})
}

// likeThings reports whether two figures may count one thing: nouns that go
// together, or none on one side.
func likeThings(lex *lexicon.Lexicon, a, b *witness.Quantity) bool {
	switch {
	case a.Kind == witness.Score && b.Kind == witness.Score:
		return near(a.Second, b.Second)
	case a.Kind == witness.Score:
		return b.Kind == witness.Cardinal && living(lex, b.Of) // by 58 to 37; 58 members
	case b.Kind == witness.Score:
		return a.Kind == witness.Cardinal && living(lex, a.Of)
	}
	if a.Kind != b.Kind || a.Unit != b.Unit {
		return false
	}
	if a.Kind == witness.Measure && (a.Of == "" || a.Of != b.Of) {
		return false // how far one thing was from another
	}
	if class(lex, a.Of) == "tally" || class(lex, b.Of) == "tally" {
		return false // each player has his own
	}
	return a.Kind != witness.Cardinal || countsLike(lex, a, b) ||
		(living(lex, a.Of) || a.Of == "vote") && (living(lex, b.Of) || b.Of == "vote") // those who vote are counted as votes
}

// slip reports whether one number is the other with two figures exchanged, one
// changed or one dropped, and neither is the other rounded.
func slip(a, b *witness.Quantity) bool {
	if near(a.Point, b.Point) || intersect(a.Value, b.Value) || rounding(a, b) {
		return false
	}
	x, y := copied(a), copied(b)
	if len(x) < len(y) {
		x, y = y, x
	}
	if max(significant(a.Numeral), significant(b.Numeral)) < 2 || len(y) < 2 {
		return false // of small and of round numbers any two are alike
	}
	switch len(x) - len(y) {
	case 0:
		var apart []int
		for i := range len(x) {
			if x[i] != y[i] {
				apart = append(apart, i)
			}
		}
		return len(apart) == 1 || len(apart) == 2 && x[apart[0]] == y[apart[1]] && x[apart[1]] == y[apart[0]]
	case 1:
		for i := range len(x) {
			if x[:i]+x[i+1:] == y {
				return true
			}
		}
	}
	return false
}

// copied writes a number in the figures that somebody would copy, "" for one that
// is no plain number.
func copied(q *witness.Quantity) string {
	switch q.Kind {
	case witness.Label, witness.Ordinal, witness.Age: // for ages see age.go
		return ""
	}
	n := q.Numeral
	if math.IsNaN(n) || math.IsNaN(q.Point) || n <= 0 || q.Hedge == witness.Vague {
		return ""
	}
	return strings.ReplaceAll(strconv.FormatFloat(n, 'f', -1, 64), ".", "")
}
