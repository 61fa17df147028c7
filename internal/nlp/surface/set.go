package surface

import (
	"encoding/binary"
	"errors"
)

// A Set is a set of words, known by the upper half of their hashes.
type Set struct {
	Keys []uint32 // sorted
	jump []uint32 // where the keys with the same upper bits start
}

const jumpBits = 12

// NewSet returns the set of keys, which must be sorted.
func NewSet(keys []uint32) Set {
	s := Set{Keys: keys, jump: make([]uint32, 1<<jumpBits+1)}
	for _, k := range keys {
		s.jump[k>>(32-jumpBits)+1]++
	}
	for i := range 1 << jumpBits {
		s.jump[i+1] += s.jump[i]
	}
	return s
}

// SetKey returns the key of a hash.
func SetKey(h uint64) uint32 { return uint32(h >> 32) }

// Find returns the index of a hash in Keys, or -1.
func (s *Set) Find(h uint64) int {
	key := SetKey(h)
	from, to := s.jump[key>>(32-jumpBits)], s.jump[key>>(32-jumpBits)+1]
	for i, k := range s.Keys[from:to] {
		if k == key {
			return int(from) + i
		}
	}
	return -1
}

// Encode writes the keys, little-endian.
func (s *Set) Encode() []byte {
	b := make([]byte, 0, 4*len(s.Keys))
	for _, k := range s.Keys {
		b = binary.LittleEndian.AppendUint32(b, k)
	}
	return b
}

// DecodeSet is the inverse of Encode.
func DecodeSet(b []byte) (Set, error) {
	if len(b)%4 != 0 {
		return Set{}, errors.New("surface: corrupt set")
	}
	keys := make([]uint32, len(b)/4)
	for i := range keys {
		keys[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return NewSet(keys), nil
}
