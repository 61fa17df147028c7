package lexicon

import "math/bits"

// A sieve tells of most strings that they are no key of a map, from their length
// and five of their letters. Nearly every word of a report is asked of nearly every
// table, and is in none: a map would hash all of it, and wait for memory.
type sieve struct {
	bits  []uint64
	shift int // of a hash, so that what is left is the number of a bit
}

// newSieve makes a sieve for the keys of a map.
func newSieve[V any](m map[string]V) sieve {
	size := max(bits.Len(uint(8*len(m))), 6) // a power of two: at least eight bits a key
	s := sieve{make([]uint64, 1<<(size-6)), 64 - size}
	for key := range m {
		at := s.at(key)
		s.bits[at/64] |= 1 << (at % 64)
	}
	return s
}

func (s *sieve) at(key string) uint64 {
	n := uint(len(key))
	if n == 0 {
		return 0
	}
	h := uint64(n) | uint64(key[0])<<8 | uint64(key[n/4])<<16 | uint64(key[n/2])<<24 | uint64(key[n/2+n/4])<<32 | uint64(key[n-1])<<40
	return h * 0x9E3779B97F4A7C15 >> (s.shift & 63) // Fibonacci hashing
}

// mayHold reports whether a string may be a key; of a key always.
func (s *sieve) mayHold(key string) bool {
	at := s.at(key)
	return s.bits[at/64]>>(at%64)&1 != 0
}
