package quantity_test

import (
	"slices"
	"testing"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/checks/quantity"
	"github.com/factdiff/factdiff/internal/lexicon"
)

// TestVetoes wants every veto to have a name of its own and to hold somewhere. It asks them
// all of figures that stand in no corresponding statements, and again of the same figures
// exchanged: which report is called A must not matter. Of the same figures it asks whether
// the bound on the odds gives up any that are likely.
func TestVetoes(t *testing.T) {
	names := quantity.Vetoes()
	slices.Sort(names)
	if n := len(names); len(slices.Compact(names)) != n {
		t.Errorf("two vetoes have one name: %q", names)
	}
	if idle := quantity.Idle(); len(idle) > 0 {
		t.Errorf("%q hold nowhere", idle)
	}
	ev := crowded(3, 40)
	for i, text := range []string{
		"In May at least 12 of the 30 Kenyan tourists died in Lima, a city of 900,000 people.\nThe first round of talks cut its share of the loan from $40 million to $36 million.\nHis brothers, 17 and 22, were among five others hurt.\nSix more will be tried, officials said.",
		"Nine Peruvian tourists were killed near Turin, home to 70,000 people.\nThe second round of talks raised the loan to $44 million (€40 million) in 2019.\nTwo or three men aged 31 were hurt, the eighth loss in 10 games.\nMost of the 14 seven-day tickets are left.",
	} {
		ev.Witnesses[i].Text += text
	}
	if err := factdiff.Align(t.Context(), ev, factdiff.Options{}); err != nil {
		t.Fatal(err)
	}
	asked := 0
	look := &compare.Check{Name: "look", Run: func(p *compare.Pass) {
		for _, r := range quantity.Rivals(p) {
			asked++
			a, b := r.Places()
			if uneven := quantity.Lopsided(p, r); len(uneven) > 0 {
				t.Errorf("%q tell %s and %s apart one way round only", uneven, a.Value, b.Value)
			}
			if quantity.Misjudged(p, r) {
				t.Errorf("%s and %s are likely, and were given up", a.Value, b.Value)
			}
		}
	}}
	if _, err := compare.Run(t.Context(), ev, compare.Options{Checks: []*compare.Check{look}, Lexicon: lexicon.Default()}); err != nil {
		t.Fatal(err)
	}
	if asked < 500 {
		t.Errorf("%d pairs of figures were asked", asked)
	}
}
