package quantity

import (
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
	figures := make([][]told, len(p.Event.Witnesses))
	for st := range p.Statements() {
		if st.Kind == witness.Furniture {
			continue
		}
		for _, q := range compare.Facts[*witness.Quantity](st) {
			if copied(q) != "" {
				figures[st.Witness.Index] = append(figures[st.Witness.Index], told{st, q})
			}
		}
	}
	matters := matters(p)
	for w, own := range figures {
		for _, odd := range own {
			if looksBack(odd.st) {
				continue
			}
			right := consensus(p, figures, matters, w, odd)
			for _, r := range right {
				va, vb := compare.QuantityValue(r.q), compare.QuantityValue(odd.q)
				p.ReportAcross(compare.Difference{
					A:    compare.Spot{Statement: r.st, Span: r.q.Span, Value: va},
					B:    compare.Spot{Statement: odd.st, Span: odd.q.Span, Value: vb},
					Kind: compare.Conflict, Severity: severity(odd.q), Confidence: 0.8, Topic: topic(r.q, odd.q),
					Reason: fmt.Sprintf("Where several reports have %s, one has %s, which looks like a slip for it.", va, vb),
				})
			}
		}
	}
}

// looksBack reports whether a statement names another month or year than the
// event's own.
func looksBack(st *witness.Statement) bool {
	return dated(st) || slices.ContainsFunc(compare.Facts[*witness.Time](st), func(t *witness.Time) bool { return t.Grain >= witness.Month })
}

// fewest is how many reports must agree on a figure before one in its likeness
// is taken for a slip.
const fewest = 2

// consensus returns the figures of other reports for which a figure of report w
// may be a slip: fewest reports or more have one of that value where they tell of
// one matter with it, none of them has the odd one, and w has theirs nowhere.
func consensus(p *compare.Pass, figures [][]told, matters map[*witness.Statement][]int, w int, odd told) []told {
	var values []float64
	byValue := map[float64][]told{}
	for v, list := range figures {
		if v == w || holds(p.Lexicon, list, odd.q) {
			continue
		}
		seen := map[float64]bool{}
		for _, t := range list {
			if !seen[t.q.Point] && slip(t.q, odd.q) && (oneMatter(matters, t.st, odd.st) || telling(t.q, odd.q)) && likeThings(p.Lexicon, t.q, odd.q) && !looksBack(t.st) && !holds(p.Lexicon, figures[w], t.q) {
				if byValue[t.q.Point] == nil {
					values = append(values, t.q.Point)
				}
				seen[t.q.Point] = true
				byValue[t.q.Point] = append(byValue[t.q.Point], t)
			}
		}
	}
	slices.Sort(values)
	for _, v := range values {
		if len(byValue[v]) >= fewest {
			return byValue[v]
		}
	}
	return nil
}

// holds reports whether a report has a number anywhere, whatever it counts, or a
// bound on things of the kind that the number keeps.
func holds(lex *lexicon.Lexicon, list []told, q *witness.Quantity) bool {
	return slices.ContainsFunc(list, func(t told) bool {
		return same(t.q, q) || intersect(t.q.Value, q.Value) && t.q.Hedge != q.Hedge && likeThings(lex, t.q, q)
	})
}

// matters lists the groups that each statement is in.
func matters(p *compare.Pass) map[*witness.Statement][]int {
	out := map[*witness.Statement][]int{}
	for x := range p.Pairs() {
		for _, st := range [...]*witness.Statement{x.A, x.B} {
			if !slices.Contains(out[st], x.Group.ID) {
				out[st] = append(out[st], x.Group.ID)
			}
		}
	}
	return out
}

// oneMatter reports whether two statements are in a group together.
func oneMatter(matters map[*witness.Statement][]int, a, b *witness.Statement) bool {
	return slices.ContainsFunc(matters[a], func(g int) bool { return slices.Contains(matters[b], g) })
}

// telling reports whether a slip shows by the figures alone: they are the same
// in another order.
func telling(a, b *witness.Quantity) bool {
	x, y := []byte(copied(a)), []byte(copied(b))
	slices.Sort(x)
	slices.Sort(y)
	return a.Of != "" && b.Of != "" && slices.Equal(x, y)
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
	if class(lex, a.Of) == "tally" || class(lex, b.Of) == "tally" {
		return false // each player has his own
	}
	return a.Kind != witness.Cardinal || a.Of == "" || b.Of == "" || related(lex, a.Of, b.Of) || class(lex, a.Of) == class(lex, b.Of) ||
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
