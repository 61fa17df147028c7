package parser

// A Gold is the tree to learn: heads (n for the root) and labels. It must be
// projective; see Projective.
type Gold struct {
	Heads  []int32
	Labels []uint8
}

// costs returns, for each move, how many gold arcs that are still within reach
// it makes unreachable. Arc-hybrid is arc-decomposable: arcs that are reachable
// one by one are reachable together, so counting is exact (Goldberg and Nivre
// 2013). It lets training visit states that no gold sequence leads to, the ones
// the parser will meet once it has made a mistake.
func (g *Gold) costs(st *state) (cost [3]int) {
	n := int32(st.n)
	b := int32(st.b0)
	s0, s1 := st.top(0), st.top(1)
	if len(st.stack) > 0 {
		h := g.Heads[s0]
		if h != b && (h > b || len(st.stack) > 1 && h == s1) {
			cost[left]++
		}
		if h >= b {
			cost[right]++
		}
		for d := b; d < n; d++ {
			if g.Heads[d] == s0 {
				cost[left]++
				cost[right]++
			}
		}
	}
	if b < n {
		h := g.Heads[b]
		for i, w := range st.stack {
			if w == h && i < len(st.stack)-1 {
				cost[shift]++
			}
			if g.Heads[w] == b {
				cost[shift]++
			}
		}
	}
	return cost
}

// Projective returns heads with crossing arcs lifted: the shorter of two
// crossing arcs moves up to its head's head until nothing crosses (Nivre and
// Nilsson 2005, without their encoding of what was lifted). The root is n.
func Projective(heads []int32) []int32 {
	n := int32(len(heads))
	h := append([]int32(nil), heads...)
	// covered reports whether every word between d and its head descends from it.
	covered := func(d int32) bool {
		lo, hi := min(d, h[d]), max(d, h[d])
		for w := lo + 1; w < hi; w++ {
			a := w
			for a != n && a != h[d] {
				a = h[a]
			}
			if a != h[d] {
				return false
			}
		}
		return true
	}
	for {
		worst, length := int32(-1), n+1
		for d := range n {
			if h[d] == n {
				continue // the root stands outside
			}
			if l := max(d-h[d], h[d]-d); l < length && !covered(d) {
				worst, length = d, l
			}
		}
		if worst < 0 {
			return h
		}
		h[worst] = h[h[worst]]
	}
}
