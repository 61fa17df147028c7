package quantity

import (
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// atRate is by how much two conversions of one sum may differ: by the rate of the day.
const atRate = 0.03

// conversions reports whether two sums of one currency may be one sum of another: they lie
// near each other, and one of them stands in brackets behind what it was converted from:
// "60 billion euros ($78 billion)", "$79 billion".
func conversions(c *couple) bool {
	a, b := c.a.q, c.b.q
	return a.Kind == witness.Money && b.Kind == witness.Money && math.Abs(a.Point-b.Point) <= atRate*max(a.Point, b.Point) && (c.f.inBrackets || c.g.inBrackets)
}

// inBrackets reports whether a sum stands in brackets behind another number.
func inBrackets(st *witness.Statement, q *witness.Quantity) bool {
	i := compare.FirstAt(st, q.Span.Start)
	if compare.Word(st, i-1) != "(" {
		return false
	}
	return compare.FactOf(st, func(o *witness.Quantity) bool {
		return (o.Kind == witness.Money && o.Unit != q.Unit || o.Kind == witness.Cardinal) && o.Number < i && i-o.Number <= convertReach
	}) != nil
}

// convertReach is how many words a sum may have from its number to the bracket: "60
// billion euros (".
const convertReach = 5
