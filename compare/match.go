package compare

import (
	"cmp"
	"slices"
)

// A Match is two members of two lists, by number, that go together.
type Match struct {
	A, B   int
	Weight float64
}

// Matches pairs the members of a list of n with those of one of m, each with one
// at most: first the two of the whole that go together best, then the best two of
// the rest. Of two that go together equally well those come first that stand
// nearer to the beginning of their lists. So it does not matter which list is the
// first: had each of it in turn taken what it likes best, it would.
//
// The weight says how well two go together, and whether they may at all.
func Matches(n, m int, weight func(i, j int) (float64, bool)) []Match {
	var all []Match
	for i := range n {
		for j := range m {
			if w, ok := weight(i, j); ok {
				all = append(all, Match{i, j, w})
			}
		}
	}
	// Two of one sum that are of equal weight have no member in common, so that
	// their order among themselves decides nothing.
	slices.SortStableFunc(all, func(x, y Match) int { return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.A+x.B, y.A+y.B)) })
	takenA, takenB := make([]bool, n), make([]bool, m)
	var out []Match
	for _, x := range all {
		if !takenA[x.A] && !takenB[x.B] {
			takenA[x.A], takenB[x.B] = true, true
			out = append(out, x)
		}
	}
	slices.SortFunc(out, func(x, y Match) int { return cmp.Compare(x.A, y.A) })
	return out
}
