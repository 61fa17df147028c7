package perceptron

import (
	"cmp"
	"math/bits"
	"slices"
)

// A Table is a frozen perceptron, about three bytes a weight.
//
// The upper bits of a key choose a bucket, the lower eight name a row in it. A
// bucket is a run of rows in data, each of them: remainder; for each section how
// many weights it and those before it have; and then class and weight code, a
// byte each, in order of class. The lower 24 bits of index[b] are where bucket b
// starts, the upper eight are a filter: bit r says that a remainder that ends in r
// may be there. A lookup costs two cache misses at most, and no pointer is chased.
//
// A weight code is the signed square root of the weight on a scale of ±127.
// Plain 8-bit steps lose the many small weights, clipping loses the few large
// ones that decide; square roots keep both, at no measurable loss.
type Table struct {
	index    []uint32
	data     []byte
	value    [256]int32 // weight code to weight
	sections Sections
}

const (
	remBits    = 8
	bucketBits = KeyBits - remBits
	maxKeys    = 160 // most features scored at a time
	top        = 127 // largest weight code

	offsetBits = 24 // of an entry of the index; the others are the filter
	offsetMask = 1<<offsetBits - 1
	padding    = 6 // bytes after the last row: three weights are read at once
)

// filterBit is the bit of the filter for a key.
func filterBit(rem byte) uint32 { return 1 << (offsetBits + rem&7) }

// scale is what the largest weight becomes. 150 of them stay below 2³¹.
const scale = 1 << 22

// Score implements Scorer. It takes at most 160 keys.
func (t *Table) Score(section int, keys []uint32, scores []int32) {
	from, to := t.sections.bounds(section)
	var room [maxKeys]uint32
	t.add(section, t.find(&room, keys), scores[from:to])
}

// find returns where the rows of those features are that have one, in room. What is
// scored for a second section need not be looked for again.
//
// Nearly all of its time would be spent waiting, for memory and for branches that
// the processor took wrongly. The loops keep the waits for memory independent of
// each other, so that the processor overlaps them; and they branch as little as can
// be: the filter drops most features that have no row, without asking.
func (t *Table) find(room *[maxKeys]uint32, keys []uint32) []uint32 {
	index, data, head := t.index, t.data, t.head()
	n := 0
	for _, key := range keys {
		room[n] = key
		n += int(index[key>>remBits] >> (offsetBits + key&7) & 1)
	}
	keys = room[:n]
	var touch byte
	for _, key := range keys {
		touch |= data[index[key>>remBits]&offsetMask]
	}
	sink(touch)
	n = 0
	for _, key := range keys {
		b := key >> remBits
		to := index[b+1] & offsetMask
		for p := index[b] & offsetMask; p < to; p += head + 2*uint32(data[p+head-1]) {
			if data[p] == byte(key) {
				room[n] = p // no later than the key that stands there
				n++
				break
			}
		}
	}
	return room[:n]
}

// add adds the weights of rows for the classes of a section to their scores.
func (t *Table) add(section int, places []uint32, scores []int32) {
	if section == 0 && t.sections[0] == 3 {
		t.addThree(places, scores)
		return
	}
	data, head := t.data, t.head()
	from, _ := t.sections.bounds(section)
	for _, p := range places {
		first, end := uint32(0), uint32(data[p+1+uint32(section)])
		if section > 0 {
			first = uint32(data[p+uint32(section)])
		}
		row := data[p+head+2*first : p+head+2*end]
		for len(row) >= 2 {
			scores[int(row[0])-from] += t.value[row[1]]
			row = row[2:]
		}
	}
}

// addThree adds what rows have for the three classes of a first section. It goes
// through three weights of every row and lets those count that are the section's.
func (t *Table) addThree(places []uint32, scores []int32) {
	data, head := t.data, t.head()
	var sums [4]int32 // one more than are used, so that two bits of any class are one of them
	for _, p := range places {
		n := int32(data[p+1])
		w := data[p+head:][:6]
		sums[w[0]&3] += t.value[w[1]] & ((0 - n) >> 31)
		sums[w[2]&3] += t.value[w[3]] & ((1 - n) >> 31)
		sums[w[4]&3] += t.value[w[5]] & ((2 - n) >> 31)
	}
	for class := range scores[:3] {
		scores[class] += sums[class]
	}
}

//go:noinline
func sink(byte) {}

// head is the number of bytes before the weights of a row.
func (t *Table) head() uint32 { return uint32(1 + len(t.sections)) }

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
	c := make([][]byte, Columns)
	c[0] = make([]byte, 1<<bucketBits)
	for rest := merged; len(rest) > 0; {
		key, n := rest[0].key, byte(0)
		for ; len(rest) > 0 && rest[0].key == key; rest = rest[1:] {
			if q := code(rest[0].w, largest); q != 0 && abs(rest[0].w) >= least {
				c[3], c[4] = append(c[3], rest[0].class), append(c[4], byte(int8(q)))
				n++
			}
		}
		if n > 0 {
			c[0][key>>remBits]++
			c[1], c[2] = append(c[1], byte(key)), append(c[2], n)
		}
	}
	t, err := FromColumns(c, trainers[0].sections...)
	if err != nil {
		panic(err) // more weights than a table has room for
	}
	return t
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
	head := int(t.head())
	for p := 0; p < len(t.data)-padding; rows++ {
		n := int(t.data[p+head-1])
		weights += n
		p += head + 2*n
	}
	return len(t.data) + 4*len(t.index) + 1024, rows, weights
}
