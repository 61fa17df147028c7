package perceptron

// Multipliers with good avalanche (odd, bits well spread), fixed for ever: they
// are part of every model's meaning.
const (
	k0 = 0x9E3779B97F4A7C15
	k1 = 0xD6E8FEB86659FD93
)

// String hashes a string (FNV-1a, finished by a multiply).
func String(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return finish(h)
}

// Bytes hashes like String.
func Bytes(s []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range s {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return finish(h)
}

// Mix joins two hashes into one; the order matters.
func Mix(a, b uint64) uint64 {
	return finish((a^a>>29^k0)*k1 ^ b)
}

func finish(h uint64) uint64 {
	h ^= h >> 32
	h *= k0
	return h ^ h>>29
}

// A Rand is a splitmix64 generator. The generators of math/rand may change
// between Go releases; a model must not.
type Rand uint64

// Next returns the next number.
func (r *Rand) Next() uint64 {
	*r += k0
	z := uint64(*r)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// Intn returns a number below n.
func (r *Rand) Intn(n int) int { return int(r.Next() % uint64(n)) }

// Shuffle permutes s.
func Shuffle[T any](r *Rand, s []T) {
	for i := len(s) - 1; i > 0; i-- {
		j := r.Intn(i + 1)
		s[i], s[j] = s[j], s[i]
	}
}
