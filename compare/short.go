package compare

import "github.com/factdiff/factdiff/witness"

// shortReport is how many statements a report has at most that tells of one deed or one family
// of a kind: what it leaves unnamed can hardly be another.
const shortReport = 10

// Short reports whether the report of a statement is so short that it tells of one thing of a
// kind.
func Short(st *witness.Statement) bool { return len(st.Witness.Statements) <= shortReport }

// Mentions reports whether a report names somebody anywhere.
func Mentions(w *witness.Witness, e *witness.Entity) bool {
	for _, st := range w.Statements {
		if FactOf(st, func(n *witness.Name) bool { return n.Entity == e }) != nil {
			return true
		}
	}
	return false
}
