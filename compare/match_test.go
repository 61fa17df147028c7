package compare

import (
	"slices"
	"testing"
)

func TestMatches(t *testing.T) {
	for _, c := range []struct {
		name    string
		weights [][]float64 // below 0: not at all
		want    [][2]int
	}{
		{"the best two first", [][]float64{{0.5, 0.6}, {0.1, 0.9}}, [][2]int{{0, 0}, {1, 1}}},
		{"nobody is taken twice", [][]float64{{0.5}, {0.6}}, [][2]int{{1, 0}}},
		{"the nearer to the beginning", [][]float64{{1, 1}, {1, 1}}, [][2]int{{0, 0}, {1, 1}}},
		{"what does not go together at all", [][]float64{{-1, 0.2}, {-1, 0.1}}, [][2]int{{0, 1}}},
	} {
		n, m := len(c.weights), len(c.weights[0])
		pairs := func(n, m int, at func(i, j int) float64) (out [][2]int) {
			for _, x := range Matches(n, m, func(i, j int) (float64, bool) { return at(i, j), at(i, j) >= 0 }) {
				out = append(out, [2]int{x.A, x.B})
			}
			return out
		}
		if got := pairs(n, m, func(i, j int) float64 { return c.weights[i][j] }); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		turned := pairs(m, n, func(i, j int) float64 { return c.weights[j][i] })
		for k := range turned {
			turned[k] = [2]int{turned[k][1], turned[k][0]}
		}
		slices.SortFunc(turned, func(a, b [2]int) int { return a[0] - b[0] })
		if !slices.Equal(turned, c.want) {
			t.Errorf("%s, with the lists exchanged: %v, want %v", c.name, turned, c.want)
		}
	}
}
