package perceptron

import (
	"cmp"
	"errors"
	"math/bits"
	"runtime"
	"slices"
	"sync"
)

// A Table is a frozen perceptron, about three bytes a weight.
//
// The upper bits of a key choose a bucket, the lower eight name a row in it. A
// bucket is a run of rows in data, each of them: remainder, number of weights,
// and then class and weight code, a byte each. index[b] is where bucket b starts.
// A lookup costs two cache misses at most, and no pointer is chased.
//
// A weight code is the signed square root of the weight on a scale of ±127.
// Plain 8-bit steps lose the many small weights, clipping loses the few large
// ones that decide; square roots keep both, at no measurable loss.
type Table struct {
	index   []uint32
	data    []byte
	value   [256]int32 // weight code to weight
	classes int        // one more than the highest class
}

const (
	remBits    = 8
	bucketBits = KeyBits - remBits
	maxKeys    = 192 // most features scored at a time
	top        = 127 // largest weight code
)

// scale is what the largest weight becomes. 150 of them stay below 2³¹.
const scale = 1 << 22

// Score implements Scorer. It takes at most 192 keys.
//
// Nearly all of its time is spent waiting for memory. The three loops keep the
// waits independent of each other, so that the processor overlaps them; one
// loop that looks up and adds, key by key, takes twice as long.
func (t *Table) Score(keys []uint32, scores []int32) {
	var from, to [maxKeys]uint32
	var touch byte
	for i, key := range keys {
		b := key >> remBits
		from[i], to[i] = t.index[b], t.index[b+1]
	}
	for i := range keys {
		if p := from[i]; p < to[i] {
			touch |= t.data[p]
		}
	}
	for i, key := range keys {
		rem := byte(key)
		for p, end := from[i], to[i]; p < end; {
			n := uint32(t.data[p+1])
			if t.data[p] != rem {
				p += 2 + 2*n
				continue
			}
			row := t.data[p+2 : p+2+2*n]
			for len(row) >= 2 {
				scores[row[0]] += t.value[row[1]]
				row = row[2:]
			}
			break
		}
	}
	sink(touch)
}

//go:noinline
func sink(byte) {}

// Freeze averages the weights of each trainer over its time, adds up the
// trainers, and quantises the sum. Trainers of the same task that saw the
// examples in other orders are a committee; being linear, they vote by adding,
// and cost no more to use than one.
//
// Rows with fewer than minUpdates updates are dropped, and of the weights only
// the largest are kept, at most keep of them. That is the cheap
// way to a small model; dropping more rows costs features that decide rare
// cases, and clipping large weights ruins it.
func Freeze(minUpdates uint32, keep int, trainers ...*Trainer) *Table {
	merged, largest := merge(minUpdates, trainers)
	least := smallest(merged, keep)
	f := &Table{index: make([]uint32, 1<<bucketBits+1)}
	f.fillValues()
	for _, w := range merged {
		f.classes = max(f.classes, int(w.class)+1)
	}
	bucket := uint32(0)
	for rest := merged; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].key == rest[0].key {
			n++
		}
		row := rest[:n]
		rest = rest[n:]
		head := len(f.data)
		f.data = append(f.data, byte(row[0].key), 0)
		for _, w := range row {
			if q := code(w.w, largest); q != 0 && abs(w.w) >= least {
				f.data = append(f.data, w.class, byte(int8(q)))
				f.data[head+1]++
			}
		}
		if f.data[head+1] == 0 {
			f.data = f.data[:head]
			continue
		}
		for ; bucket < row[0].key>>remBits; bucket++ {
			f.index[bucket+1] = uint32(head)
		}
	}
	for ; bucket < 1<<bucketBits; bucket++ {
		f.index[bucket+1] = uint32(len(f.data))
	}
	return f
}

// smallest returns the least absolute weight of which at most keep are as large.
func smallest(all []averaged, keep int) int64 {
	if len(all) <= keep {
		return 0
	}
	sizes := make([]int64, len(all))
	for i, w := range all {
		sizes[i] = abs(w.w)
	}
	slices.Sort(sizes)
	return sizes[len(sizes)-keep-1] + 1
}

// averaged is the weight of a feature for a class, in 2⁻²⁴.
type averaged struct {
	key   uint32
	class byte
	w     int64
}

// merge returns the averaged weights, summed over trainers, in order of key and
// class, and the largest of them.
func merge(minUpdates uint32, trainers []*Trainer) ([]averaged, int64) {
	var all []averaged
	for _, t := range trainers {
		for _, r := range t.slots {
			if r.key1 == 0 || r.updates < minUpdates {
				continue
			}
			for j := r.off; j < r.off+uint32(r.n); j++ {
				t.settle(j)
				if w := t.mean(j); w != 0 {
					all = append(all, averaged{r.key1 - 1, byte(t.hot[j].class), w})
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b averaged) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.class, b.class))
	})
	out, largest := all[:0], int64(1)
	for _, w := range all {
		if n := len(out); n > 0 && out[n-1].key == w.key && out[n-1].class == w.class {
			out[n-1].w += w.w
		} else {
			out = append(out, w)
		}
		largest = max(largest, abs(out[len(out)-1].w))
	}
	return out, largest
}

// mean returns a weight averaged over time, in 2⁻²⁴.
func (t *Trainer) mean(i uint32) int64 {
	total := t.cold[i].total
	hi, lo := bits.Mul64(uint64(abs(total)), 1<<24)
	quo, _ := bits.Div64(hi, lo, uint64(max(t.now, 1)))
	if total < 0 {
		return -int64(quo)
	}
	return int64(quo)
}

// code returns the rounded signed square root of total/largest, times top.
func code(total, largest int64) int {
	// top² × |total| / largest in 128 bits, then the integer square root.
	hi, lo := bits.Mul64(uint64(abs(total)), top*top*4)
	quo, _ := bits.Div64(hi, lo, uint64(largest))
	q := (sqrt(quo) + 1) / 2 // computed at twice the scale, to round
	if total < 0 {
		return -q
	}
	return q
}

// sqrt returns the integer square root of x, by bisection, up to 2·top.
func sqrt(x uint64) int {
	lo, hi := 0, 2*top+1
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; uint64(mid*mid) <= x {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

func (t *Table) fillValues() {
	for q := -top - 1; q <= top; q++ {
		t.value[byte(int8(q))] = int32(q * max(q, -q) * (scale / (top * top)))
	}
}

func abs(x int64) int64 { return max(x, -x) }

// Size returns the bytes a table occupies, and its rows and weights.
func (t *Table) Size() (bytes, rows, weights int) {
	for p := 0; p < len(t.data); rows++ {
		n := int(t.data[p+1])
		weights += n
		p += 2 + 2*n
	}
	return len(t.data) + 4*len(t.index) + 1024, rows, weights
}

// Columns is the number of columns of a table; see Table.Columns.
const Columns = 5

// Columns returns the table as columns that compress well: rows of each
// bucket, remainders, lengths, classes, weight codes.
func (t *Table) Columns() [][]byte {
	var rowCount, rems, lens, classes, codes []byte
	for b := range len(t.index) - 1 {
		rows := 0
		for p := t.index[b]; p < t.index[b+1]; rows++ {
			n := uint32(t.data[p+1])
			rems, lens = append(rems, t.data[p]), append(lens, byte(n))
			for j := p + 2; j < p+2+2*n; j += 2 {
				classes, codes = append(classes, t.data[j]), append(codes, t.data[j+1])
			}
			p += 2 + 2*n
		}
		rowCount = append(rowCount, byte(rows))
	}
	return [][]byte{rowCount, rems, lens, classes, codes}
}

var errCorrupt = errors.New("perceptron: corrupt table")

// FromColumns is the inverse of Columns. Most of what the first analysis of a
// process waits for happens here, so all processors take part, each with a run of
// buckets.
func FromColumns(c [][]byte) (*Table, error) {
	if len(c) != Columns || len(c[0]) != 1<<bucketBits || len(c[1]) != len(c[2]) || len(c[3]) != len(c[4]) {
		return nil, errCorrupt
	}
	rowCount, lens := c[0], c[2]
	if sum(rowCount) != len(lens) || sum(lens) != len(c[3]) {
		return nil, errCorrupt
	}
	t := &Table{
		index: make([]uint32, 1<<bucketBits+1),
		data:  make([]byte, 2*len(lens)+2*len(c[3])),
	}
	t.fillValues()
	for _, class := range c[3] {
		t.classes = max(t.classes, int(class)+1)
	}
	var wg sync.WaitGroup
	runs := runtime.GOMAXPROCS(0)
	row, weight := 0, 0
	for i := range runs {
		from, to := i<<bucketBits/runs, (i+1)<<bucketBits/runs
		r, w := row, weight
		wg.Go(func() { t.fill(c, from, to, r, w) })
		next := row + sum(rowCount[from:to])
		row, weight = next, weight+sum(lens[row:next])
	}
	wg.Wait()
	return t, nil
}

// sum adds up small numbers.
func sum(b []byte) (n int) {
	for _, x := range b {
		n += int(x)
	}
	return n
}

// fill writes the buckets from..to, the first of which begins with row r and
// weight w.
func (t *Table) fill(c [][]byte, from, to, r, w int) {
	rems, lens, classes, codes := c[1], c[2], c[3], c[4]
	out := t.data[2*(r+w):]
	p := uint32(2 * (r + w))
	for b, rows := range c[0][from:to] {
		for range rows {
			n := int(lens[r])
			row := out[:2+2*n]
			out = out[len(row):]
			row[0], row[1] = rems[r], lens[r]
			row = row[2:]
			cls := classes[w : w+n]
			cod := codes[w:][:len(cls)]
			for j, class := range cls {
				if len(row) < 2 {
					break // never; it spares a check for each of the next two
				}
				row[0], row[1] = class, cod[j]
				row = row[2:]
			}
			r, w, p = r+1, w+n, p+2+2*uint32(n)
		}
		t.index[from+b+1] = p
	}
}
