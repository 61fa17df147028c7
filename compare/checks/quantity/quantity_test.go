package quantity_test

import (
	"math"
	"testing"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/checks/quantity"
	"github.com/factdiff/factdiff/compare/checktest"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

func TestExamples(t *testing.T) { checktest.Run(t, quantity.Check) }

// TestFeatures asks of every pair of figures in two reports as many questions as there
// are weights, and wants each answered with a number, below nought and at nought too.
func TestFeatures(t *testing.T) {
	ev := &witness.Event{ID: "flood", Witnesses: []*witness.Witness{
		{ID: "A", Lang: "en", Text: "The flood killed 12 men and 15 women in Lund on Friday as temperatures fell to minus 3 degrees."},
		{ID: "B", Lang: "en", Text: "The flood killed 14 men in Lund on Friday as temperatures fell to 0 degrees."},
	}}
	if err := factdiff.Align(t.Context(), ev, factdiff.Options{}); err != nil {
		t.Fatal(err)
	}
	n := 0
	look := &compare.Check{Name: "look", Run: func(p *compare.Pass) {
		for _, r := range quantity.Rivals(p) {
			n++
			if len(r.Features) != len(quantity.FeatureNames) {
				t.Fatalf("%d features, %d names", len(r.Features), len(quantity.FeatureNames))
			}
			for i, v := range r.Features {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Errorf("%s is %v", quantity.FeatureNames[i], v)
				}
			}
		}
	}}
	if _, err := compare.Run(t.Context(), ev, compare.Options{Checks: []*compare.Check{look}, Lexicon: lexicon.Default()}); err != nil {
		t.Fatal(err)
	}
	if n < 3 {
		t.Errorf("%d pairs of figures", n)
	}
}
