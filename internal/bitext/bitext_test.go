package bitext

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestPath compares the path with what a search over all ways finds, where the
// band leaves all of them open.
func TestPath(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n, m := r.IntN(6), r.IntN(6)
		known := map[Bead]float64{}
		cost := func(i, ni, j, nj int) float64 {
			b := Bead{i, ni, j, nj}
			if _, ok := known[b]; !ok {
				known[b] = float64(r.IntN(20))
			}
			return known[b]
		}
		var least func(i, j int) float64
		least = func(i, j int) float64 {
			if i == n && j == m {
				return 0
			}
			best := math.Inf(1)
			for _, s := range sizes {
				if i+s.i <= n && j+s.j <= m {
					best = min(best, cost(i, s.i, j, s.j)+least(i+s.i, j+s.j))
				}
			}
			return best
		}
		path := Path(n, m, 10, cost)
		sum, i, j := 0.0, 0, 0
		for _, b := range path {
			if b.I != i || b.J != j {
				t.Fatalf("%d×%d: the path jumps: %v", n, m, path)
			}
			sum += cost(b.I, b.NI, b.J, b.NJ)
			i, j = i+b.NI, j+b.NJ
		}
		if want := least(0, 0); i != n || j != m || sum != want {
			t.Fatalf("%d×%d: %v costs %v and ends at %d, %d; the least is %v", n, m, path, sum, i, j, want)
		}
	}
}

// TestLeftOut leaves a tenth of a long text out in one place.
func TestLeftOut(t *testing.T) {
	const n, from, out = 3000, 1000, 300
	same := func(i, j int) bool { return i == j && i < from || i == j+out && j >= from }
	path := Path(n, n-out, 6, func(i, ni, j, nj int) float64 {
		if ni == 1 && nj == 1 && same(i, j) {
			return 0
		}
		return float64(ni + nj)
	})
	hits := slices.DeleteFunc(path, func(b Bead) bool { return b.NI*b.NJ != 1 || !same(b.I, b.J) })
	if len(hits) != n-out {
		t.Errorf("%d statements of %d found", len(hits), n-out)
	}
}

// TestSteep has a text of one statement and one of many: there is a way.
func TestSteep(t *testing.T) {
	for _, size := range [][2]int{{1, 5000}, {5000, 1}, {0, 3}, {3, 0}, {2, 1 << 15}} {
		beads := Path(size[0], size[1], 6, func(_, ni, _, nj int) float64 { return float64(ni + nj) })
		last := beads[len(beads)-1]
		if last.I+last.NI != size[0] || last.J+last.NJ != size[1] {
			t.Errorf("%v: the path ends with %v", size, last)
		}
	}
}

// TestLong bounds the work, and with it the memory, on texts of 50,000
// statements that differ in length.
func TestLong(t *testing.T) {
	asked := 0
	Path(50_000, 79_000, 6, func(_, ni, _, nj int) float64 {
		asked++
		return float64(ni + nj)
	})
	if most := 6 * maxCells; asked > most {
		t.Errorf("%d beads looked at, want at most %d", asked, most)
	}
}
