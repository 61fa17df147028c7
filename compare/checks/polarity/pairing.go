package polarity

import (
	"cmp"
	"math"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// unmatched pairs off the negations of both sides, first those whose scope or
// cue corresponds, then those whose scope hangs on the other's, those of one cue,
// and the rest whose scope has no counterpart, the nearest in place first. It
// returns what is left, but for those whose scope the other side denies along with
// something else (odd).
func unmatched(x *compare.Pair, as, bs []*witness.Negation, oddA, oddB map[int]*witness.Negation) (freeA, freeB []*witness.Negation) {
	type couple struct {
		a, b int
		gap  float64
	}
	var all []couple
	for i, a := range as {
		for j, b := range bs {
			all = append(all, couple{i, j, math.Abs(float64(a.Cue)/float64(len(x.A.Tokens)) - float64(b.Cue)/float64(len(x.B.Tokens)))})
		}
	}
	slices.SortStableFunc(all, func(c, d couple) int { return cmp.Compare(c.gap, d.gap) })
	usedA, usedB := make([]bool, len(as)), make([]bool, len(bs))
	pair := func(fits func(a, b *witness.Negation) bool) {
		for _, c := range all {
			if !usedA[c.a] && !usedB[c.b] && fits(as[c.a], bs[c.b]) {
				usedA[c.a], usedB[c.b] = true, true
			}
		}
	}
	pair(func(a, b *witness.Negation) bool { return x.ToB[a.Scope] == b.Scope })
	pair(func(a, b *witness.Negation) bool { return x.ToB[a.Cue] == b.Cue })
	pair(func(a, b *witness.Negation) bool { return besides(x, a.Scope, b.Scope) })
	pair(func(a, b *witness.Negation) bool {
		return x.A.Tokens[a.Cue].Lemma == x.B.Tokens[b.Cue].Lemma && (x.FreeA(a.Scope) || x.FreeB(b.Scope))
	})
	pair(func(a, b *witness.Negation) bool { return x.FreeA(a.Scope) || x.FreeB(b.Scope) })
	for i, a := range as {
		if j := x.ToB[a.Scope]; !usedA[i] && (j < 0 || oddB[j] == nil) {
			freeA = append(freeA, a)
		}
	}
	for j, b := range bs {
		if i := x.ToA[b.Scope]; !usedB[j] && (i < 0 || oddA[i] == nil) {
			freeB = append(freeB, b)
		}
	}
	return freeA, freeB
}

// besides reports whether word i of A and word j of B belong together one step up
// or down the tree: "without her father giving", "had her father not given".
func besides(x *compare.Pair, i, j int) bool {
	if k := x.ToB[i]; k >= 0 && x.B.Tokens[k].Head == j {
		return true
	}
	if k := x.ToA[j]; k >= 0 && x.A.Tokens[k].Head == i {
		return true
	}
	h := x.A.Tokens[i].Head
	return h >= 0 && x.ToB[h] == j
}
