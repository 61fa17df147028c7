package perceptron

import "testing"

// A perceptron learns a linearly separable toy problem, and the frozen table
// decides as the averaged weights do.
func TestLearnAndFreeze(t *testing.T) {
	const classes = 5
	example := func(i int) (keys []uint32, class int) {
		class = i * 7 % classes
		return []uint32{Key(Mix(1, uint64(class))), Key(Mix(2, uint64(i%3))), Key(Mix(3, uint64(i)))}, class
	}
	best := func(s Scorer, keys []uint32) int {
		var scores [256]int32
		s.Score(keys, scores[:])
		best := 0
		for c := range classes {
			if scores[c] > scores[best] {
				best = c
			}
		}
		return best
	}
	p := NewTrainer()
	for range 5 {
		for i := range 1000 {
			keys, class := example(i)
			if got := best(p, keys); got != class {
				p.Update(keys, class, 1)
				p.Update(keys, got, -1)
			}
			p.Tick()
		}
	}
	f := Freeze(0, 1<<20, p)
	g, err := FromColumns(f.Columns())
	if err != nil {
		t.Fatal(err)
	}
	for i := range 1000 {
		keys, class := example(i)
		if best(f, keys) != class || best(g, keys) != class {
			t.Fatalf("example %d: frozen %d, restored %d, want %d", i, best(f, keys), best(g, keys), class)
		}
	}
}

func TestCode(t *testing.T) {
	for _, c := range []struct {
		total, largest int64
		want           int
	}{{0, 100, 0}, {100, 100, 127}, {-100, 100, -127}, {25, 100, 64}, {1, 1 << 40, 0}, {1 << 50, 1 << 50, 127}} {
		if got := code(c.total, c.largest); got != c.want {
			t.Errorf("code(%d, %d) = %d, want %d", c.total, c.largest, got, c.want)
		}
	}
}

// Freeze keeps the largest weights, and no more than it was told to.
func TestKeep(t *testing.T) {
	p := NewTrainer()
	for i := range uint32(100) {
		for range i + 1 {
			p.Update([]uint32{i}, 1, 1)
		}
	}
	p.Tick()
	var scores [256]int32
	f := Freeze(0, 30, p)
	if _, _, n := f.Size(); n != 30 {
		t.Errorf("%d weights left of 100, want 30", n)
	}
	f.Score([]uint32{99}, scores[:])
	if scores[1] == 0 {
		t.Error("the largest weight is gone")
	}
}

func TestCorrupt(t *testing.T) {
	f := NewTrainer()
	f.Update([]uint32{1, 2, 3}, 4, 1)
	f.Tick()
	for i := range Columns {
		c := Freeze(0, 1<<20, f).Columns()
		c[i] = c[i][:len(c[i])-1]
		if _, err := FromColumns(c); err == nil {
			t.Errorf("column %d cut short: no error", i)
		}
	}
}

// A memo adds what the table would, whether it remembers or not.
func TestMemo(t *testing.T) {
	p := NewTrainer()
	for i := range uint32(100) {
		p.Update([]uint32{i, i / 2}, int(i%7), 1)
		p.Tick()
	}
	table := Freeze(0, 1<<20, p)
	m := NewMemo(table)
	for range 2 {
		for i := range uint32(100) {
			keys := []uint32{i, i / 3, 200 + i}
			want, got := [256]int32{5: 10}, [256]int32{5: 10}
			table.Score(keys, want[:])
			m.Score(keys, got[:])
			if got != want {
				t.Fatalf("features %v: %v, want %v", keys, got[:8], want[:8])
			}
		}
	}
}

// An answer is known until another takes its place.
func TestRecall(t *testing.T) {
	var r Recall[int]
	hash := func(i int) uint64 { return Hash([]uint32{uint32(i)}) }
	for i := range 20000 {
		if answer, known := r.Place(hash(i)); known {
			t.Fatalf("%d is known before it was said: %d", i, *answer)
		} else {
			*answer = i
		}
		if answer, known := r.Place(hash(i)); !known || *answer != i {
			t.Fatalf("%d is not known after it was said: %d", i, *answer)
		}
	}
}
