// Package perceptron is a multi-class linear model over hashed features: an
// averaged perceptron (Collins 2002) to train, and a small frozen table to use.
//
// A feature is a key, the upper bits of a 64-bit hash of everything that makes
// it up. Its row holds a weight for those classes it ever voted for, and no
// others: most features see three classes of a hundred. Two features with the
// same key share a row, in training as in use, so that the trainer learns to
// live with it.
//
// All weights and scores are integers. Floating point would give the same
// result on one machine, but not across compilers that fuse multiply and add,
// and a tree that depends on the machine cannot be tested.
package perceptron

// KeyBits is the width of a key. With a million rows one lookup in 250 of a
// feature unseen in training meets a foreign row, which the perceptron shrugs
// off; each bit more costs the embedded model a bit a row.
const KeyBits = 28

// Key turns a hash into a feature.
func Key(h uint64) uint32 { return uint32(h >> (64 - KeyBits)) }

// Sections cut the classes into runs that are scored one at a time: the number at
// which each run ends. A decision in two steps, what to do and then how to label
// it, has a section for each; most weights are of labels, and most labels need
// not be scored.
type Sections []int

// bounds returns the classes of a section.
func (s Sections) bounds(section int) (from, to int) {
	if section > 0 {
		from = s[section-1]
	}
	return from, s[section]
}

// A Scorer adds the weights of features for the classes of a section to their
// scores.
type Scorer interface {
	Score(section int, keys []uint32, scores []int32)
}
