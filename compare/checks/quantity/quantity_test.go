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

// TestDocketed asks how much two ordinals of one noun are worth: those of what is numbered
// for all are told, those that only say of which round more is told are not.
func TestDocketed(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want compare.Severity
	}{
		{"The bloc adopted its 15th package of sanctions.", "The bloc adopted its 16th package of sanctions.", compare.Minor},
		{"This was the sixth round of talks.", "This was the seventh round of talks.", compare.Minor},
		{"The first round of talks lasted three hours.", "The second round of talks lasted five hours.", compare.Info},
	} {
		ev := &witness.Event{ID: "talks", Witnesses: []*witness.Witness{{ID: "A", Lang: "en", Text: c.a}, {ID: "B", Lang: "en", Text: c.b}}}
		if err := factdiff.Align(t.Context(), ev, factdiff.Options{}); err != nil {
			t.Fatal(err)
		}
		r, err := compare.Run(t.Context(), ev, compare.Options{Checks: []*compare.Check{quantity.Check}, Lexicon: lexicon.Default()})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Findings) != 1 || r.Findings[0].Severity != c.want {
			t.Errorf("%s | %s: %+v, want one finding of severity %v", c.a, c.b, r.Findings, c.want)
		}
	}
}
