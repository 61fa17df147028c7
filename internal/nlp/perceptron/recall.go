package perceptron

// A Recall remembers answers by the hash of the features that lead to them:
// where all features are the same as some time before, so is what follows from
// them. The versions of a report repeat each other by the half-sentence.
//
// It is bounded: an answer lives in the one place that its hash says, until
// another takes that. The zero Recall is empty. It is for one goroutine.
type Recall[T any] struct {
	hash   []uint64
	answer []T
}

const recallBits = 13 // 8,192 places

// Place returns the place of the answer for a hash, and whether it is there; if
// not the caller is to put it there.
func (r *Recall[T]) Place(hash uint64) (answer *T, known bool) {
	if r.hash == nil {
		r.hash, r.answer = make([]uint64, 1<<recallBits), make([]T, 1<<recallBits)
	}
	hash |= 1 // an empty place has 0
	i := hash >> (64 - recallBits)
	known = r.hash[i] == hash
	r.hash[i] = hash
	return &r.answer[i], known
}
