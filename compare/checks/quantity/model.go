package quantity

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// someOf reports whether the lesser of two counts of things is told of one model, by its
// code, and the other of none: "seven T-72 tanks" are some of "nine tanks".
func someOf(c *couple) bool {
	a, b, some, all := c.a.q, c.b.q, c.f, c.g
	if a.Kind != witness.Cardinal || b.Kind != witness.Cardinal {
		return false
	}
	if a.Point > b.Point {
		a, b, some, all = b, a, all, some
	}
	return some.coded && !all.coded && b.Of != "" && !living(c.lex, b.Of)
}

// codeReach is how many words behind a count a code may stand: "seven Boeing 737 jets".
const codeReach = 4

// coded reports whether the thing counted has a code for its model right behind the count.
func coded(st *witness.Statement, q *witness.Quantity) bool {
	return compare.FactOf(st, func(o *witness.Quantity) bool {
		if o.Kind != witness.Label || o.Number <= q.Number || o.Number > q.Number+codeReach {
			return false
		}
		for k := compare.FirstAt(st, q.Span.End); k < o.Number; k++ {
			if t := &st.Tokens[k]; t.UPOS != "PROPN" && t.UPOS != "ADJ" && t.Lower != "-" {
				return false
			}
		}
		return true
	}) != nil
}
