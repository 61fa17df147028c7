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
		s.Score(0, keys, scores[:])
		best := 0
		for c := range classes {
			if scores[c] > scores[best] {
				best = c
			}
		}
		return best
	}
	p := NewTrainer(256)
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
	g, err := FromColumns(f.Columns(), 256)
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
	p := NewTrainer(256)
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
	f.Score(0, []uint32{99}, scores[:])
	if scores[1] == 0 {
		t.Error("the largest weight is gone")
	}
}

func TestCorrupt(t *testing.T) {
	f := NewTrainer(256)
	f.Update([]uint32{1, 2, 3}, 4, 1)
	f.Tick()
	for i := range Columns {
		c := Freeze(0, 1<<20, f).Columns()
		c[i] = c[i][:len(c[i])-1]
		if _, err := FromColumns(c, 256); err == nil {
			t.Errorf("column %d cut short: no error", i)
		}
	}
	if _, err := FromColumns(Freeze(0, 1<<20, f).Columns(), 4); err == nil {
		t.Error("a class beyond the last section: no error")
	}
}

// A memo adds what the table would, whether it remembers or not.
func TestMemo(t *testing.T) {
	p := NewTrainer(256)
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
			table.Score(0, keys, want[:])
			m.Score(0, keys, got[:])
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

// Each section of a table has the scores that all in one section would have for its
// classes, and none beside; frozen, restored, remembered and still learning.
func TestSections(t *testing.T) {
	ends := []int{3, 5, 9}
	features := func(i ...uint32) (keys []uint32) {
		for _, x := range i {
			keys = append(keys, Key(Mix(1, uint64(x))))
		}
		return keys
	}
	cut, whole := NewTrainer(ends...), NewTrainer(9)
	for i := range uint32(300) {
		for _, p := range []*Trainer{cut, whole} {
			p.Update(features(i, i/2, i/7), int(i*i%9), 1)
			p.Tick()
		}
	}
	frozen := Freeze(0, 1<<20, cut)
	restored, err := FromColumns(frozen.Columns(), ends...)
	if err != nil {
		t.Fatal(err)
	}
	same := Freeze(0, 1<<20, whole)
	memo, rows := NewMemo(frozen), NewRows(frozen)
	for i := range uint32(300) {
		keys := features(i, i/3, 500+i)
		rows.Find(keys)
		var want, learning [256]int32
		same.Score(0, keys, want[:])
		whole.Score(0, keys, learning[:])
		from := 0
		for section, end := range ends {
			for name, c := range map[string]struct {
				score func(scores []int32)
				want  [256]int32
			}{
				"frozen":     {func(s []int32) { frozen.Score(section, keys, s) }, want},
				"restored":   {func(s []int32) { restored.Score(section, keys, s) }, want},
				"remembered": {func(s []int32) { memo.Score(section, keys, s) }, want},
				"found":      {func(s []int32) { rows.Score(section, s) }, want},
				"learning":   {func(s []int32) { cut.Score(section, keys, s) }, learning},
			} {
				var got [256]int32
				c.score(got[:])
				clear(c.want[:from])
				clear(c.want[end:])
				if got != c.want {
					t.Fatalf("%s, section %d of features %v: %v, want %v", name, section, keys, got[:9], c.want[:9])
				}
			}
			from = end
		}
	}
}
