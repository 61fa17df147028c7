package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/align"
)

// detail prints the pairs that the model judges wrong, with what says so.
func detail(l *labelled, ex []align.Example, m *align.Model) {
	slices.SortStableFunc(ex, func(a, b align.Example) int { return cmp.Compare(b.Odds, a.Odds) })
	for _, e := range ex {
		k, y := l.label(e.A, e.B)
		if y < 0 || (y == 1) == (e.Odds > -0.8) || y == 0 && !l.want[k] && e.Odds < -0.8 {
			continue
		}
		a, b := l.ev.Witnesses[e.A.Witness].Statements[e.A.Statement], l.ev.Witnesses[e.B.Witness].Statements[e.B.Statement]
		fmt.Printf("%d %.2f\n   %s %d: %s\n   %s %d: %s\n", y, e.Odds, a.Witness.ID, k.a.n, a.Text(), b.Witness.ID, k.b.n, b.Text())
		var parts []string
		names := slices.Concat(align.FeatureNames[:], align.ContextNames[:])
		for i, x := range e.X {
			if v := x * m.Stages[len(m.Stages)-1][i]; v > 0.4 || v < -0.4 {
				parts = append(parts, fmt.Sprintf("%s %.2f", names[i], v))
			}
		}
		fmt.Println("     ", strings.Join(parts, ", "))
	}
}
