package perceptron

// A Memo remembers what groups of features add up to. Looking up rows and
// adding their weights is most of the work of tagging and parsing, and much of
// it is done again: a stack comes back, words stand in front of the same words,
// and the versions of a report repeat each other. What is remembered is the
// sum, so that a memo changes no result.
//
// It is bounded: a group lives in the one place that its hash says, until
// another group takes that. A memo is for one goroutine.
type Memo struct {
	table    *Table
	section  int
	from, to int      // the classes of the section
	hash     []uint64 // of the group in each place
	sums     []int32  // for each place, as many as there are classes
}

// memoBits makes a memo of 512 places: the more there are the less of the
// weights is in the cache of the processor, which takes back what they gain.
const memoBits = 9

// NewMemo returns an empty memo for the sums of a section of t.
func NewMemo(t *Table, section int) *Memo {
	from, to := t.sections.bounds(section)
	return &Memo{
		table: t, section: section, from: from, to: to,
		hash: make([]uint64, 1<<memoBits), sums: make([]int32, (to-from)<<memoBits),
	}
}

// Score adds the weights of a group of features to the scores of the classes of
// the section, as Table.Score does.
func (m *Memo) Score(keys []uint32, scores []int32) {
	h := Hash(keys)
	place := h >> (64 - memoBits)
	n := m.to - m.from
	sums := m.sums[int(place)*n:][:n]
	if m.hash[place] != h {
		m.hash[place] = h
		m.fill(sums, keys)
	}
	scores = scores[m.from:m.to]
	for i, s := range sums {
		scores[i] += s
	}
}

func (m *Memo) fill(sums []int32, keys []uint32) {
	var room [256]int32
	m.table.Score(m.section, keys, room[:])
	copy(sums, room[m.from:])
}

// Hash sums up a list of features in 64 bits; it is never 0. Two lists of a
// run meet in one hash once in some 10⁸ years of analysing.
func Hash(keys []uint32) uint64 {
	// A sum of odd multiples, whose multiplications overlap; the keys are
	// hashes themselves.
	h, odd := uint64(len(keys)), uint64(k0)
	for _, k := range keys {
		h += uint64(k) * odd
		odd += k1 - 1
	}
	return finish(Mix(h, k0)) | 1
}
