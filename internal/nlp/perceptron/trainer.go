package perceptron

// A Trainer is a perceptron that learns. It is not safe for concurrent use.
type Trainer struct {
	slots []slot // open addressing
	mask  uint32

	rows []trainRow
	hot  []weight  // what scoring reads
	cold []average // what averaging needs, at the same offset
	now  int64     // updates so far: the clock of the average
}

// A slot is free where key1 is 0.
type slot struct{ key1, row uint32 } // key+1, index into rows

type trainRow struct {
	key     uint32
	off     uint32
	n, room uint16
	updates uint32
}

type weight struct{ class, w int32 }

type average struct {
	total int64 // sum of w over all ticks up to stamp
	stamp int64
}

// NewTrainer returns an empty perceptron.
func NewTrainer() *Trainer {
	t := &Trainer{}
	t.resize(1 << 20)
	return t
}

func (t *Trainer) resize(n uint32) {
	t.slots, t.mask = make([]slot, n), n-1
	for i, r := range t.rows {
		*t.slot(r.key) = slot{r.key + 1, uint32(i)}
	}
}

// slot returns where key is or would go.
func (t *Trainer) slot(key uint32) *slot {
	i := (key * 0x9E3779B1) & t.mask
	for t.slots[i].key1 != 0 && t.slots[i].key1 != key+1 {
		i = (i + 1) & t.mask
	}
	return &t.slots[i]
}

// Score implements Scorer with the current, not averaged, weights. It takes at
// most 192 keys. The loops are apart for the reason given at Table.Score.
func (t *Trainer) Score(keys []uint32, scores []int32) {
	var found [maxKeys]uint32
	var rows [maxKeys]struct{ off, n uint32 }
	n := 0
	for _, key := range keys {
		if s := t.slot(key); s.key1 != 0 {
			found[n] = s.row
			n++
		}
	}
	for i, row := range found[:n] {
		r := &t.rows[row]
		rows[i].off, rows[i].n = r.off, uint32(r.n)
	}
	for _, r := range rows[:n] {
		for _, w := range t.hot[r.off : r.off+r.n] {
			scores[w.class] += w.w
		}
	}
}

// Update moves the weights of features for class by delta.
func (t *Trainer) Update(keys []uint32, class int, delta int32) {
	for _, key := range keys {
		s := t.slot(key)
		if s.key1 == 0 {
			if len(t.rows)*2 > len(t.slots) {
				t.resize(uint32(len(t.slots)) * 2)
				s = t.slot(key)
			}
			*s = slot{key + 1, uint32(len(t.rows))}
			t.rows = append(t.rows, trainRow{key: key})
		}
		t.add(&t.rows[s.row], int32(class), delta)
	}
}

func (t *Trainer) add(r *trainRow, class, delta int32) {
	r.updates++
	for i := r.off; i < r.off+uint32(r.n); i++ {
		if t.hot[i].class == class {
			t.settle(i)
			t.hot[i].w += delta
			return
		}
	}
	if r.n == r.room {
		// Move the row to the end of the arena with twice the room.
		room := max(2, r.room*2)
		off := uint32(len(t.hot))
		t.hot = append(t.hot, t.hot[r.off:r.off+uint32(r.n)]...)
		t.cold = append(t.cold, t.cold[r.off:r.off+uint32(r.n)]...)
		for range room - r.n {
			t.hot = append(t.hot, weight{})
			t.cold = append(t.cold, average{})
		}
		r.off, r.room = off, room
	}
	i := r.off + uint32(r.n)
	t.hot[i] = weight{class: class, w: delta}
	t.cold[i] = average{stamp: t.now}
	r.n++
}

// settle brings the total of one weight up to now.
func (t *Trainer) settle(i uint32) {
	c := &t.cold[i]
	c.total += int64(t.hot[i].w) * (t.now - c.stamp)
	c.stamp = t.now
}

// Tick advances the clock of the average; call it once per decision.
func (t *Trainer) Tick() { t.now++ }

// Rows returns the number of features with weights.
func (t *Trainer) Rows() int { return len(t.rows) }
