package perceptron

// A Trainer is a perceptron that learns. It is not safe for concurrent use.
type Trainer struct {
	slots []slot // rows by key, open addressing
	mask  uint32
	rows  int
	hot   []weight  // what scoring reads
	cold  []average // what averaging needs, at the same offset
	now   int64     // ticks so far: the clock of the average

	sections Sections
}

// A slot is a row: where its weights are, for how many there is room, and how
// often it was updated. It is free where key1, the key plus one, is 0.
type slot struct {
	key1, off uint32
	n, room   uint16
	updates   uint32
}

type weight struct{ class, w int32 }

type average struct {
	total int64 // sum of w over all ticks up to stamp
	stamp int64
}

// NewTrainer returns an empty perceptron.
func NewTrainer(sections ...int) *Trainer {
	t := &Trainer{sections: sections}
	t.resize(1 << 20)
	return t
}

func (t *Trainer) resize(n uint32) {
	old := t.slots
	t.slots, t.mask = make([]slot, n), n-1
	huge(t.slots)
	for _, s := range old {
		if s.key1 != 0 {
			*t.slot(s.key1 - 1) = s
		}
	}
}

// slot returns where key is or would go.
func (t *Trainer) slot(key uint32) *slot {
	i := (key * 0x9E3779B1) >> 4 & t.mask
	for t.slots[i].key1 != 0 && t.slots[i].key1 != key+1 {
		i = (i + 1) & t.mask
	}
	return &t.slots[i]
}

// Score implements Scorer with the current, not averaged, weights. It takes at
// most 160 keys. The loops are apart for the reason given at Table.Score.
func (t *Trainer) Score(section int, keys []uint32, scores []int32) {
	from, to := t.sections.bounds(section)
	var rows [maxKeys]struct{ off, n uint32 }
	n := 0
	for _, key := range keys {
		if s := t.slot(key); s.key1 != 0 {
			rows[n].off, rows[n].n = s.off, uint32(s.n)
			n++
		}
	}
	for _, r := range rows[:n] {
		for _, w := range t.hot[r.off : r.off+r.n] {
			if int(w.class) >= from && int(w.class) < to {
				scores[w.class] += w.w
			}
		}
	}
}

// Update moves the weights of features for class by delta.
func (t *Trainer) Update(keys []uint32, class int, delta int32) {
	for _, key := range keys {
		s := t.slot(key)
		if s.key1 == 0 {
			if t.rows*2 > len(t.slots) {
				t.resize(uint32(len(t.slots)) * 2)
				s = t.slot(key)
			}
			s.key1 = key + 1
			t.rows++
		}
		t.add(s, int32(class), delta)
	}
}

func (t *Trainer) add(s *slot, class, delta int32) {
	s.updates++
	for i := s.off; i < s.off+uint32(s.n); i++ {
		if t.hot[i].class == class {
			t.settle(i)
			t.hot[i].w += delta
			return
		}
	}
	if s.n == s.room {
		// Move the row to the end of the arena with twice the room.
		room := max(2, s.room*2)
		off := uint32(len(t.hot))
		t.grow(int(room))
		t.hot = append(t.hot, t.hot[s.off:s.off+uint32(s.n)]...)
		t.cold = append(t.cold, t.cold[s.off:s.off+uint32(s.n)]...)
		for range room - s.n {
			t.hot = append(t.hot, weight{})
			t.cold = append(t.cold, average{})
		}
		s.off, s.room = off, room
	}
	i := s.off + uint32(s.n)
	t.hot[i] = weight{class: class, w: delta}
	t.cold[i] = average{stamp: t.now}
	s.n++
}

// grow makes room for n more weights.
func (t *Trainer) grow(n int) {
	if len(t.hot)+n <= cap(t.hot) {
		return
	}
	size := max(2*cap(t.hot), 1<<20)
	hot, cold := make([]weight, len(t.hot), size), make([]average, len(t.cold), size)
	huge(hot)
	huge(cold)
	copy(hot, t.hot)
	copy(cold, t.cold)
	t.hot, t.cold = hot, cold
}

// settle brings the total of one weight up to now.
func (t *Trainer) settle(i uint32) {
	c := &t.cold[i]
	c.total += int64(t.hot[i].w) * (t.now - c.stamp)
	c.stamp = t.now
}

// Tick advances the clock of the average; call it once per decision.
func (t *Trainer) Tick() { t.now++ }

// Restart begins a new average with the weights as they are, for a second stage
// of training that starts from the result of the first.
func (t *Trainer) Restart() {
	clear(t.cold)
	t.now = 0
}

// Rows returns the number of features with weights.
func (t *Trainer) Rows() int { return t.rows }
