package quantity

import "github.com/factdiff/factdiff/witness"

// ofYear reports whether an ordinal is of a quarter or half, a time, which the check date
// compares.
func ofYear(st *witness.Statement, q *witness.Quantity) bool {
	if q.OfAt < 0 {
		return false
	}
	l := st.Tokens[q.OfAt].Lemma
	return l == "quarter" || l == "half"
}
