package compare_test

import (
	"testing"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// TestLoose asks for the pair of two statements that correspond and of two that do not, and
// reports a difference of the latter, which belongs to no group.
func TestLoose(t *testing.T) {
	ev := &witness.Event{ID: "storm", Witnesses: []*witness.Witness{
		{ID: "A", Lang: "en", Text: "The storm killed nine people in Lund on Friday.\nThe harbour of Porto sells fish."},
		{ID: "B", Lang: "en", Text: "The storm killed nine people in Lund on Friday.\nA new song was heard in Vienna."},
	}}
	if err := factdiff.Align(t.Context(), ev, factdiff.Options{}); err != nil {
		t.Fatal(err)
	}
	look := &compare.Check{Name: "look", Run: func(p *compare.Pass) {
		a, b := ev.Witnesses[0].Statements, ev.Witnesses[1].Statements
		if x := p.Loose(a[0], b[0]); x.Group == nil || x.Score == 0 {
			t.Error("two statements that correspond are loose")
		}
		x := p.Loose(a[1], b[1])
		if x.Group != nil || x.Score != 0 || x.Slot(0, 0) >= 0.5 || x.Tied(0, 0) || !x.FreeA(0) || !x.FreeB(0) || x.LeftA != 1 {
			t.Errorf("two statements that do not are tied: %+v", x)
		}
		p.Report(x, compare.Difference{A: compare.Spot{Statement: a[1], Span: a[1].Span}, B: compare.Spot{Statement: b[1], Span: b[1].Span}, Severity: compare.Minor})
	}}
	r, err := compare.Run(t.Context(), ev, compare.Options{Checks: []*compare.Check{look}, Lexicon: lexicon.Default()})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Findings) != 1 || r.Findings[0].Group != nil {
		t.Errorf("want one finding of no group, got %+v", r.Findings)
	}
}
