package quantity

import (
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// leastWhole is the least whole by which two shares are known to be of one thing.
const leastWhole = 5

// shares compares how many of one whole two corresponding statements tell of: "18
// of the 63 seats", "16 deputies out of 63".
func shares(p *compare.Pass, x *compare.Pair) {
	for _, a := range wholes(x.A) {
		for _, b := range wholes(x.B) {
			if a.whole.Point != b.whole.Point || a.part.Point == b.part.Point || !sameThings(p.Lexicon, a, b) || otherOwner(coupleIn(p, x, a.part, b.part)) ||
				nearby(a.part, x.NearB()) || nearby(b.part, x.NearA()) {
				continue
			}
			va, vb := fmt.Sprintf("%g of %g", a.part.Point, a.whole.Point), fmt.Sprintf("%g of %g", b.part.Point, b.whole.Point)
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: a.part.Span, Value: va},
				B:    compare.Spot{Statement: x.B, Span: b.part.Span, Value: vb},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.8, Topic: topic(p.Lexicon, told{x.A, a.part}, told{x.B, b.part}),
				Reason: va + " is not " + vb + ".",
			})
		}
	}
}

// portion is a number that is told as part of another.
type portion struct{ part, whole *witness.Quantity }

// wholes lists the portions of a statement.
func wholes(st *witness.Statement) []portion {
	var out []portion
	qs := compare.Facts[*witness.Quantity](st)
	for k := 0; k+1 < len(qs); k++ {
		a, b := qs[k], qs[k+1]
		if a.Kind == witness.Cardinal && b.Kind == witness.Cardinal && a.Hedge == witness.Exact && a.Point < b.Point && b.Point >= leastWhole && outOf(st, a, b) {
			out = append(out, portion{a, b})
		}
	}
	return out
}

// sameThings reports whether two portions are of things that may be one: by the
// noun of either number.
func sameThings(lex *lexicon.Lexicon, a, b portion) bool {
	noun := func(p portion) string {
		if p.part.Of != "" {
			return p.part.Of
		}
		return p.whole.Of
	}
	x, y := noun(a), noun(b)
	return x == "" || y == "" || x == y || related(lex, x, y)
}
