package parser

import (
	"testing"

	"github.com/factdiff/factdiff/internal/nlp/perceptron"
)

// randomTree returns any tree over n words with one root, often not projective.
func randomTree(r *perceptron.Rand, n int) []int32 {
	order := make([]int32, n)
	for i := range order {
		order[i] = int32(i)
	}
	perceptron.Shuffle(r, order)
	heads := make([]int32, n)
	heads[order[0]] = int32(n)
	for i := 1; i < n; i++ {
		heads[order[i]] = order[r.Intn(i)]
	}
	return heads
}

func crossing(heads []int32) bool {
	n := int32(len(heads))
	for a := range n {
		for b := range n {
			al, ar := min(a, heads[a]), max(a, heads[a])
			bl, br := min(b, heads[b]), max(b, heads[b])
			if al < bl && bl < ar && ar < br {
				return true
			}
		}
	}
	return false
}

func isTree(heads []int32) bool {
	n := len(heads)
	roots := 0
	for i := range heads {
		if int(heads[i]) == n {
			roots++
		}
		a, steps := i, 0
		for a != n {
			if a = int(heads[a]); steps > n {
				return false
			}
			steps++
		}
	}
	return roots == 1
}

func TestProjective(t *testing.T) {
	r := perceptron.Rand(1)
	for range 2000 {
		heads := randomTree(&r, 1+r.Intn(9))
		p := Projective(heads)
		if crossing(p) || !isTree(p) {
			t.Fatalf("Projective(%v) = %v", heads, p)
		}
		if !crossing(heads) {
			for i := range heads {
				if p[i] != heads[i] {
					t.Fatalf("Projective changed %v to %v", heads, p)
				}
			}
		}
	}
}

// arcHybrid returns the moves of the plain system, in which a sentence may have
// several roots. The oracle counts in it.
func arcHybrid(st *state) [3]bool {
	k := len(st.stack)
	return [3]bool{shift: st.b0 < st.n, left: k > 0, right: k > 1}
}

// loss is the fewest gold arcs any sequence from st misses: slow and obvious.
func loss(g *Gold, st *state) int {
	if st.done() {
		n := 0
		for i, h := range g.Heads {
			if st.node[i].head != h {
				n++
			}
		}
		return n
	}
	best := 1 << 30
	for m, ok := range arcHybrid(st) {
		if ok {
			var next state
			next.copyFrom(st)
			next.apply(step{m, 0})
			best = min(best, loss(g, &next))
		}
	}
	return best
}

// The oracle's costs against exhaustive search, along random walks.
func TestOracle(t *testing.T) {
	r := perceptron.Rand(2)
	for range 150 {
		n := 1 + r.Intn(6)
		g := &Gold{Heads: Projective(randomTree(&r, n)), Labels: make([]uint8, n)}
		var st state
		st.reset(n)
		for !st.done() {
			was := loss(g, &st)
			cost := g.costs(&st)
			var legal []int
			for m, ok := range arcHybrid(&st) {
				if !ok {
					continue
				}
				legal = append(legal, m)
				var next state
				next.copyFrom(&st)
				next.apply(step{m, 0})
				if truth := loss(g, &next) - was; truth != cost[m] {
					t.Fatalf("gold %v, stack %v, b0 %d: move %d costs %d, oracle says %d", g.Heads, st.stack, st.b0, m, truth, cost[m])
				}
			}
			st.apply(step{legal[r.Intn(len(legal))], 0})
		}
	}
}

// The static sequence rebuilds its tree.
func TestSequence(t *testing.T) {
	r := perceptron.Rand(3)
	for range 500 {
		n := 1 + r.Intn(12)
		g := &Gold{Heads: Projective(randomTree(&r, n)), Labels: make([]uint8, n)}
		var st state
		st.reset(n)
		for _, next := range g.sequence(n) {
			st.apply(next)
		}
		for i, h := range g.Heads {
			if st.node[i].head != h {
				t.Fatalf("gold %v, built %v", g.Heads, st.node)
			}
		}
	}
}

// Eisner's algorithm against trying every tree.
func TestEisner(t *testing.T) {
	r := perceptron.Rand(4)
	for range 300 {
		n := 1 + r.Intn(5)
		var b ballot
		b.start(n)
		for i := range b.votes {
			b.votes[i] = int32(r.Intn(10))
		}
		value := func(heads []int32) (v int32) {
			for d, h := range heads {
				v += b.votes[d*(n+1)+int(h)]
			}
			return v
		}
		best := int32(-1)
		heads := make([]int32, n)
		var try func(i int)
		try = func(i int) {
			if i == n {
				if isTree(heads) && !crossing(heads) {
					best = max(best, value(heads))
				}
				return
			}
			for h := range int32(n + 1) {
				if h != int32(i) {
					heads[i] = h
					try(i + 1)
				}
			}
		}
		try(0)
		got := make([]int32, n)
		b.eisner(got)
		for i, h := range got {
			if h < 0 {
				got[i] = int32(n)
			}
		}
		if !isTree(got) || crossing(got) || value(got) != best {
			t.Fatalf("n %d: %v has %d votes, want %d", n, got, value(got), best)
		}
	}
}
