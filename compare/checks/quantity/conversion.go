package quantity

import (
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// atRate is by how much two conversions of one sum may differ: by the rate of the day.
const atRate = 0.03

// conversions reports whether two sums of one currency may be one sum of another: one of
// them stands in brackets behind what it was converted from ("60 billion euros ($78
// billion)", "$79 billion") and they lie near each other, or what it was converted from is
// the other, or was for both: "$US1 million ($1.5 million)", "$1 million".
func conversions(c *couple) bool {
	a, b := c.a.q, c.b.q
	if a.Kind != witness.Money || b.Kind != witness.Money || c.f.original == nil && c.g.original == nil {
		return false
	}
	from := func(o, q *witness.Quantity) bool { return o != nil && q != nil && near(o.Point, q.Point) }
	return math.Abs(a.Point-b.Point) <= atRate*max(a.Point, b.Point) || from(c.f.original, b) || from(c.g.original, a) || from(c.f.original, c.g.original)
}

// original returns the number that a sum in brackets stands behind, or nil.
func original(st *witness.Statement, q *witness.Quantity) *witness.Quantity {
	i := compare.FirstAt(st, q.Span.Start)
	if compare.Word(st, i-1) != "(" {
		return nil
	}
	return compare.FactOf(st, func(o *witness.Quantity) bool {
		return (o.Kind == witness.Money || o.Kind == witness.Cardinal) && o.Number < i && i-o.Number <= convertReach
	})
}

// convertReach is how many words a sum may have from its number to the bracket: "60
// billion euros (".
const convertReach = 5
