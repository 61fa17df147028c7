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
	sections []sums

	rows Rows
	last uint64 // the hash of the group whose rows these are
}

// sums are what a memo remembers of one section.
type sums struct {
	from, to int      // the classes
	hash     []uint64 // of the group in each place
	of       []int32  // for each place, as many as there are classes
}

// memoBits makes a memo of 512 places: the more there are the less of the
// weights is in the cache of the processor, which takes back what they gain.
const memoBits = 9

// NewMemo returns an empty memo for sums of t.
func NewMemo(t *Table) *Memo {
	m := &Memo{table: t, rows: Rows{table: t}}
	for section := range t.sections {
		from, to := t.sections.bounds(section)
		m.sections = append(m.sections, sums{from, to, make([]uint64, 1<<memoBits), make([]int32, (to-from)<<memoBits)})
	}
	return m
}

// Score adds the weights of a group of features to the scores of the classes of
// a section, as Table.Score does.
func (m *Memo) Score(section int, keys []uint32, scores []int32) {
	s := &m.sections[section]
	h := Hash(keys)
	place := h >> (64 - memoBits)
	n := s.to - s.from
	of := s.of[int(place)*n:][:n]
	if s.hash[place] != h {
		s.hash[place] = h
		if m.last != h { // it may just have been asked for another section
			m.last = h
			m.rows.Find(keys)
		}
		clear(of)
		m.table.add(section, m.rows.places, of)
	}
	scores = scores[s.from:s.to]
	for i, x := range of {
		scores[i] += x
	}
}

// Rows are where the rows of a group of features are: found once, and scored for as
// many sections as are asked for.
type Rows struct {
	table  *Table
	places []uint32 // in room
	room   [maxKeys]uint32
}

// NewRows returns the rows of no features.
func NewRows(t *Table) *Rows { return &Rows{table: t} }

// Find makes r the rows of a group of features, at most 160.
func (r *Rows) Find(keys []uint32) { r.places = r.table.find(&r.room, keys) }

// Score adds the weights of the rows to the scores of the classes of a section, as
// Table.Score does.
func (r *Rows) Score(section int, scores []int32) {
	from, to := r.table.sections.bounds(section)
	r.table.add(section, r.places, scores[from:to])
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
