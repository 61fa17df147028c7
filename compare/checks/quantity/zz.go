package quantity

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

func inYear(st *witness.Statement) bool {
	return compare.FactOf(st, func(t *witness.Time) bool { return t.Grain == witness.Year && !t.Relative && t.Year > 0 }) != nil
}
func ranging(t told) bool {
	return compare.Word(t.st, t.q.Number-1) == "or" || compare.Word(t.st, t.q.Number+1) == "or"
}
