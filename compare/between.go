package compare

import (
	"iter"
	"slices"
)

// Between iterates over the pairs of what two reports tell, one of each, by what
// each report tells, in its order. What one report alone tells is no pair.
func Between[T any](byReport [][]T) iter.Seq2[T, T] {
	return func(yield func(a, b T) bool) {
		for i, as := range byReport {
			for _, bs := range byReport[i+1:] {
				for _, a := range as {
					for _, b := range bs {
						if !yield(a, b) {
							return
						}
					}
				}
			}
		}
	}
}

// Common reports whether two lists have a member in common.
func Common[T comparable](as, bs []T) bool {
	return slices.ContainsFunc(as, func(a T) bool { return slices.Contains(bs, a) })
}
