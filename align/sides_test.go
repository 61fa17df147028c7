package align_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/ordertest"
	"github.com/factdiff/factdiff/witness"
)

// TestSides looks at every pair of statements from both sides: what speaks for it
// and against it must be the same.
func TestSides(t *testing.T) {
	ev := generated(12, 6)
	for i, w := range ev.Witnesses {
		w.Text += fmt.Sprintf("On Tuesday %d of the %d sailors, who were not hurt, left the hospital of Dunmore, and the minister, who had visited %s, called for %d new tugs.\n", 3+i%2, 14, towns[i%len(towns)], 2+i%3)
		if i%2 == 0 {
			w.Text += "Paula Grant said the tugs would cost 12 million euros; the owner did not pay, and 14 sailors asked the owner to pay 9 million.\n"
		}
	}
	if err := whole(t.Context(), ev); err != nil {
		t.Fatal(err)
	}
	a := align.Aligner{Lexicon: lexicon.Default()}
	type pair struct{ x, y string }
	look := func() map[pair][]float64 {
		list, err := a.Examples(t.Context(), ev)
		if err != nil {
			t.Fatal(err)
		}
		out := map[pair][]float64{}
		name := func(r witness.Ref) string { return fmt.Sprint(ev.Witnesses[r.Witness].ID, " ", r.Statement) }
		for _, e := range list {
			x, y := name(e.A), name(e.B)
			out[pair{min(x, y), max(x, y)}] = e.X
		}
		return out
	}
	first := look()
	for _, to := range ordertest.Orders(len(ev.Witnesses)) {
		ordertest.Walk(ev, to)
		again := look()
		if len(first) != len(again) || len(first) < 100 {
			t.Fatalf("%d candidates, and %d", len(first), len(again))
		}
		names := slices.Concat(align.FeatureNames[:], align.ContextNames[:])
		wrong := map[string]int{}
		for p, x := range first {
			for k := range x {
				if x[k] != again[p][k] {
					wrong[names[k]]++
				}
			}
		}
		if len(wrong) > 0 {
			t.Errorf("the reports in the order %v give other features in so many pairs of %d: %v", to, len(first), wrong)
		}
	}
}
