// Package bitext finds the way by which one text follows another from
// beginning to end: the cheapest path through beads of 1:1, 1:2, 2:1, 1:0 and
// 0:1 statements (Gale and Church, "A program for aligning sentences in
// bilingual corpora", Computational Linguistics 19, 1993). What a bead costs is
// the caller's to say: versions of one text are compared by their words, a
// translation and its source by their lengths and names.
//
// The path keeps to a band around the diagonal, so that time and memory grow
// with the length of the texts and not with its square: two files of 50,000
// lines are no more than long.
package bitext

import (
	"math"
	"slices"
)

// Bead is a step of the path: the NI statements of the one text from I on
// stand for the NJ of the other from J on.
type Bead struct{ I, NI, J, NJ int }

// sizes of beads, in the order of preference among those that cost the same.
var sizes = [...]struct{ i, j int }{{1, 1}, {1, 0}, {0, 1}, {1, 2}, {2, 1}}

// maxCells bounds the places in the band, and by that its width. What one text
// leaves out in one place moves all that follows away from the diagonal by as
// much, so the difference of the lengths widens the band; beyond some thousand
// statements no more than this allows.
const maxCells = 1 << 24

// Path returns the beads of the cheapest way through texts of n and m
// statements, in order. band is how far it may stray from the diagonal, in
// statements, beyond the difference of the lengths. cost must be finite; it is
// called row by row of i, and never for an i more than two behind.
func Path(n, m, band int, cost func(i, ni, j, nj int) float64) []Bead {
	width := band + min(max(n-m, m-n), maxCells/2/max(n, 1))
	diagonal := func(i int) int { return i * m / max(n, 1) }
	// A row begins no further on than the one before it ends, however steep
	// the diagonal: there is always a way.
	lo := func(i int) int { return max(0, diagonal(max(i-1, 0))-width) }
	hi := func(i int) int { return min(m, diagonal(i)+width) }
	steps := make([][]uint8, n+1) // the last bead of the best way to each place: its index in sizes
	var best [3][]float64         // what the ways to the last rows cost
	for i := range n + 1 {
		first, last := lo(i), hi(i)
		row := slices.Grow(best[i%3][:0], last-first+1)[:last-first+1]
		steps[i] = make([]uint8, len(row))
		for j := first; j <= last; j++ {
			least, by := math.Inf(1), 0
			if i == 0 && j == 0 {
				least = 0
			}
			for k, s := range sizes {
				pi, pj := i-s.i, j-s.j
				if pi < 0 || pj < lo(pi) || pj > hi(pi) {
					continue
				}
				before := row
				if s.i > 0 {
					before = best[pi%3]
				}
				if c := before[pj-lo(pi)] + cost(pi, s.i, pj, s.j); c < least {
					least, by = c, k
				}
			}
			row[j-first], steps[i][j-first] = least, uint8(by)
		}
		best[i%3] = row
	}
	var out []Bead
	for i, j := n, m; i > 0 || j > 0; {
		s := sizes[steps[i][j-lo(i)]]
		i, j = i-s.i, j-s.j
		out = append(out, Bead{i, s.i, j, s.j})
	}
	slices.Reverse(out)
	return out
}
