package perceptron

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"runtime"
	"sync"
)

// Columns is the number of columns of a table; see Table.Columns.
const Columns = 5

// Columns returns the table as columns that compress well: rows of each
// bucket, remainders, lengths, classes, weight codes.
func (t *Table) Columns() [][]byte {
	var rowCount, rems, lens, classes, codes []byte
	head := t.head()
	for b := range len(t.index) - 1 {
		rows := 0
		for p := t.index[b] & offsetMask; p < t.index[b+1]&offsetMask; rows++ {
			n := uint32(t.data[p+head-1])
			rems, lens = append(rems, t.data[p]), append(lens, byte(n))
			end := p + head + 2*n
			for p += head; p < end; p += 2 {
				classes, codes = append(classes, t.data[p]), append(codes, t.data[p+1])
			}
		}
		rowCount = append(rowCount, byte(rows))
	}
	return [][]byte{rowCount, rems, lens, classes, codes}
}

var errCorrupt = errors.New("perceptron: corrupt table")

// FromColumns is the inverse of Columns, for a table of these sections. Most of what the first analysis of a
// process waits for happens here, so all processors take part, each with a stretch of
// buckets.
func FromColumns(c [][]byte, sections ...int) (*Table, error) {
	if len(c) != Columns || len(c[0]) != 1<<bucketBits || len(c[1]) != len(c[2]) || len(c[3]) != len(c[4]) {
		return nil, errCorrupt
	}
	rowCount, lens := c[0], c[2]
	if sum(rowCount) != len(lens) || sum(lens) != len(c[3]) {
		return nil, errCorrupt
	}
	for _, class := range c[3] {
		if int(class) >= sections[len(sections)-1] {
			return nil, errCorrupt
		}
	}
	t := &Table{index: make([]uint32, 1<<bucketBits+1), sections: sections}
	head := int(t.head())
	size := head*len(lens) + 2*len(c[3])
	if size > offsetMask {
		return nil, errCorrupt
	}
	t.data = make([]byte, size+padding)
	t.index[1<<bucketBits] = uint32(size)
	huge(t.index)
	huge(t.data)
	t.fillValues()
	var wg sync.WaitGroup
	stretches := runtime.GOMAXPROCS(0)
	row, weight := 0, 0
	for i := range stretches {
		from, to := i<<bucketBits/stretches, (i+1)<<bucketBits/stretches
		endRow := row + sum(rowCount[from:to])
		endWeight := weight + sum(lens[row:endRow])
		s := stretch{
			head: head, sections: t.sections, at: head*row + 2*weight, data: t.data[:head*endRow+2*endWeight], index: t.index[from:to],
			rowCount: rowCount[from:to], rems: c[1][row:endRow], lens: lens[row:endRow], classes: c[3][weight:endWeight], codes: c[4][weight:endWeight],
		}
		wg.Go(s.fill)
		row, weight = endRow, endWeight
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

// A stretch is some buckets of a table, on their way from columns.
type stretch struct {
	rowCount       []byte // of each bucket
	rems, lens     []byte // of each row
	classes, codes []byte // of each weight

	head     int
	sections Sections
	index    []uint32 // of the buckets
	data     []byte   // up to where the stretch ends
	at       int      // where it begins
}

// fill writes the stretch.
func (s *stretch) fill() {
	most := short // a row's weights without a loop
	if s.sections[len(s.sections)-1] > 1<<7 {
		most = 0
	}
	row, weight, at := 0, 0, s.at
	for b, rows := range s.rowCount {
		start, filter := uint32(at), uint32(0)
		for range rows {
			rem, n := s.rems[row], int(s.lens[row])
			filter |= filterBit(rem)
			to, classes, codes := s.data[at:], s.classes[weight:], s.codes[weight:]
			if n <= most && len(classes) >= short && len(to) >= s.head+2*short {
				s.shortRow(to, rem, n, binary.LittleEndian.Uint64(classes), binary.LittleEndian.Uint64(codes))
			} else {
				s.longRow(to, rem, classes[:n], codes)
			}
			row, weight, at = row+1, weight+n, at+s.head+2*n
		}
		s.index[b] = start | filter
	}
}

// short is the length of rows up to which they are written without a loop: nearly
// all.
const short = 8

// shortRow writes a row with as many weights as it could have; the next rows take
// the places of those that are none. The top bit of every class must be free.
func (s *stretch) shortRow(to []byte, rem byte, n int, classes, codes uint64) {
	const tops = 0x8080808080808080
	own := uint64(1)<<(8*n) - 1
	to[0] = rem
	for i, end := range s.sections {
		// A class below end leaves nothing of the top bit.
		beyond := ((classes | tops) - uint64(end)*(tops>>7)) & tops & own
		to[1+i] = byte(n - bits.OnesCount64(beyond))
	}
	to = to[s.head:]
	binary.LittleEndian.PutUint64(to, spread(uint32(classes))|spread(uint32(codes))<<8)
	binary.LittleEndian.PutUint64(to[8:], spread(uint32(classes>>32))|spread(uint32(codes>>32))<<8)
}

// spread puts a zero byte above each byte.
func spread(x uint32) uint64 {
	y := uint64(x)
	y = (y | y<<16) & 0x0000FFFF0000FFFF
	return (y | y<<8) & 0x00FF00FF00FF00FF
}

// longRow writes a row of any length.
func (s *stretch) longRow(to []byte, rem byte, classes, codes []byte) {
	to[0] = rem
	k := 0
	for i, end := range s.sections {
		for k < len(classes) && int(classes[k]) < end {
			k++
		}
		to[1+i] = byte(k)
	}
	for k, class := range classes {
		to[s.head+2*k], to[s.head+2*k+1] = class, codes[k]
	}
}
