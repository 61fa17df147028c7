package compare

import "iter"

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
