package quantity

import (
	"fmt"
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// bounds reports one figure that a version puts as an upper bound and the
// other as reached: "fewer than 120,000", "120,000". Whether a figure is about
// right or a lower bound, translators take lightly; what stays below it, they
// do not.
func bounds(p *compare.Pass, x *compare.Pair) {
	for _, a := range compare.Facts[*witness.Quantity](x.A) {
		for _, b := range compare.Facts[*witness.Quantity](x.B) {
			if math.IsNaN(a.Point) || a.Point != b.Point || a.Kind != b.Kind || a.Unit != b.Unit || !beside(a, b) && !beside(b, a) {
				continue
			}
			if given(a, but(compare.Facts[*witness.Quantity](x.B), b)) || given(b, but(compare.Facts[*witness.Quantity](x.A), a)) {
				continue // the figure stands twice: which is which is not sure
			}
			va, vb := compare.QuantityValue(a), compare.QuantityValue(b)
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: a.Span, Value: va},
				B:    compare.Spot{Statement: x.B, Span: b.Span, Value: vb},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: topic(p.Lexicon, told{x.A, a}, told{x.B, b}),
				Reason: fmt.Sprintf("%s does not reach %s.", va, vb),
			})
		}
	}
}

// beside reports whether a stays below the figure that b reaches.
func beside(a, b *witness.Quantity) bool {
	return a.Hedge == witness.Under && (b.Hedge == witness.Exact || b.Hedge == witness.Over || b.Hedge == witness.AtLeast)
}

// but returns a list without one of its quantities.
func but(list []*witness.Quantity, q *witness.Quantity) []*witness.Quantity {
	var out []*witness.Quantity
	for _, o := range list {
		if o != q {
			out = append(out, o)
		}
	}
	return out
}
