package bundle

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
)

// Columns of weights and classes have next to no repetitions that deflate could
// point back to; all there is to gain is that some bytes are frequenter than
// others. So they are Huffman-coded and nothing else, which is read several
// times faster: most looks into the table give two bytes at once.
//
// The code is canonical, the first bit the lowest, as in deflate; the lengths of
// the 256 codes stand before it, four bits each.

const (
	maxCode  = 11 // bits of the longest code
	codeMask = 1<<maxCode - 1
	lengths  = 128 // bytes that the code lengths take
)

// codeLengths returns the length of each byte's code, 0 for bytes that do not
// occur. Where a code would be too long the counts are flattened until it fits.
func codeLengths(count [256]int) (length [256]uint8) {
	type node struct {
		n           int
		left, right int // below 256: a byte
	}
	for {
		nodes := make([]node, 256, 511)
		var queue []int
		for i, n := range count {
			nodes[i].n = n
			if n > 0 {
				queue = append(queue, i)
			}
		}
		if len(queue) == 1 { // even a single byte needs a bit
			length[queue[0]] = 1
			return length
		}
		for len(queue) > 1 {
			slices.SortStableFunc(queue, func(a, b int) int { return cmp.Compare(nodes[a].n, nodes[b].n) })
			a, b := queue[0], queue[1]
			nodes = append(nodes, node{nodes[a].n + nodes[b].n, a, b})
			queue = append(queue[2:], len(nodes)-1)
		}
		depth := make([]int, len(nodes))
		longest := 0
		for i := len(nodes) - 1; i >= 256; i-- { // parents stand behind their children
			for _, child := range []int{nodes[i].left, nodes[i].right} {
				depth[child] = depth[i] + 1
				longest = max(longest, depth[child])
			}
		}
		if longest <= maxCode {
			for i := range length {
				length[i] = uint8(depth[i])
			}
			return length
		}
		for i, n := range count {
			count[i] = (n + 1) / 2
		}
	}
}

// codes assigns the canonical code of given lengths. It reports whether the
// lengths are those of a code: complete, or of a single byte.
func codes(length [256]uint8) (code [256]uint16, ok bool) {
	next, used, space := 0, 0, 0
	for l := uint8(1); l <= maxCode; l++ {
		next <<= 1
		for i := range length {
			if length[i] == l {
				code[i] = bits.Reverse16(uint16(next)) >> (16 - l)
				next++
				used++
				space += 1 << (maxCode - l)
			}
		}
	}
	return code, space == 1<<maxCode || used <= 1 && space <= 1<<maxCode
}

// huffman encodes data.
func huffman(data []byte) []byte {
	var count [256]int
	for _, c := range data {
		count[c]++
	}
	length := codeLengths(count)
	code, _ := codes(length)
	out := make([]byte, 0, lengths+len(data))
	for i := 0; i < 256; i += 2 {
		out = append(out, length[i]|length[i+1]<<4)
	}
	var buf uint64
	var n uint8
	for _, c := range data {
		buf |= uint64(code[c]) << n
		for n += length[c]; n >= 8; n -= 8 {
			out = append(out, byte(buf))
			buf >>= 8
		}
	}
	if n > 0 {
		out = append(out, byte(buf))
	}
	return out
}

// An entry of the table says what the next bits hold: one byte, or two with the
// first one lowest; how many, and how many bits they take.
type entry struct {
	two         uint16
	bytes, bits uint8
}

// unhuffman fills out from what huffman made of it.
func unhuffman(out, in []byte) error {
	if len(in) < lengths {
		return errCorrupt
	}
	var length [256]uint8
	for i := range length {
		length[i] = in[i/2] >> (4 * (i & 1)) & 0xF
		if length[i] > maxCode {
			return errCorrupt
		}
	}
	code, ok := codes(length)
	if !ok {
		return errCorrupt
	}
	var table [1 << maxCode]entry
	for c, l := range length {
		if l == 0 {
			continue
		}
		for i := int(code[c]); i < len(table); i += 1 << l {
			table[i] = entry{uint16(c), 1, l}
		}
	}
	// From the top, because the entry for the bits behind the first code stands
	// lower and must still be that of a single byte.
	for i := len(table) - 1; i >= 0; i-- {
		e := &table[i]
		if next := table[i>>e.bits]; e.bytes > 0 && next.bytes > 0 && e.bits+next.bits <= maxCode {
			*e = entry{e.two | next.two<<8, 2, e.bits + next.bits}
		}
	}
	return expand(out, in[lengths:], &table, &length)
}

func expand(out, in []byte, table *[1 << maxCode]entry, length *[256]uint8) error {
	var buf uint64
	var n uint8 // bits in buf
	for len(in) >= 8 && len(out) >= 10 {
		// 56 bits are five looks into the table, which give ten bytes at most.
		buf |= binary.LittleEndian.Uint64(in) << n
		in = in[(63-n)/8:]
		n |= 56
		k := 0
		for range 5 {
			e := table[buf&codeMask]
			binary.LittleEndian.PutUint16(out[k:], e.two)
			k += int(e.bytes)
			buf >>= e.bits & 63 // no more than maxCode, which the compiler does not know
			n -= e.bits
		}
		if k == 0 {
			return errCorrupt
		}
		out = out[k:]
	}
	// The end, byte by byte.
	for i := range out {
		for n < maxCode && len(in) > 0 {
			buf |= uint64(in[0]) << n
			in = in[1:]
			n += 8
		}
		e := table[buf&codeMask]
		c := byte(e.two)
		if e.bytes == 0 || length[c] > n {
			return errCorrupt
		}
		out[i] = c
		buf >>= length[c]
		n -= length[c]
	}
	if len(in) > 0 {
		return errCorrupt
	}
	return nil
}
