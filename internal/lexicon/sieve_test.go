package lexicon

import "testing"

// A sieve lets every key through, and hardly anything else; whatever the map.
func TestSieve(t *testing.T) {
	words := network().parts[0].off
	lemma := network().parts[0].lemma
	for _, n := range []int{0, 1, 10, 1000, 20000} {
		m := map[string]bool{}
		for i := range n {
			m[lemma(uint32(i*5))] = true
		}
		s := newSieve(m)
		for key := range m {
			if !s.mayHold(key) {
				t.Fatalf("%d keys: %q is one, and is held back", n, key)
			}
		}
		through, others := 0, 0
		for i := range len(words) - 1 {
			if key := lemma(uint32(i)); !m[key] {
				others++
				if s.mayHold(key) {
					through++
				}
			}
		}
		if through*4 > others {
			t.Errorf("%d keys: %d of %d others come through", n, through, others)
		}
	}
	for _, m := range []map[string]bool{{}, {"": true}} {
		if s := newSieve(m); m[""] && !s.mayHold("") {
			t.Error("the empty string is a key, and is held back")
		}
	}
}
