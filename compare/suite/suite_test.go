package suite

import (
	"math"
	"slices"
	"testing"

	"github.com/factdiff/factdiff/compare"
)

func TestSuite(t *testing.T) {
	if err := compare.Validate(All); err != nil {
		t.Error(err)
	}
}

// TestMeasured holds the embedded tables to the list of checks, and to sense.
func TestMeasured(t *testing.T) {
	names := map[string]bool{}
	for _, c := range All {
		names[c.Name] = true
	}
	if len(measures()) < 10 || len(Corrections()) < 10 {
		t.Errorf("%d checks were measured, %d have a correction", len(measures()), len(Corrections()))
	}
	for name, ms := range measures() {
		if !names[name] {
			t.Errorf("there is no check %s", name)
		}
		for _, m := range ms {
			if m.Right > m.Findings || m.Found > m.Gold || m.Findings+m.Gold == 0 || m.String() == "" {
				t.Errorf("%+v", m)
			}
		}
		if slices.ContainsFunc(ms, func(m Measure) bool { return m.Check != name }) {
			t.Errorf("%s has measures of another check", name)
		}
	}
	for name, by := range Corrections() {
		if !names[name] || math.Abs(by) > 3 || math.IsNaN(by) {
			t.Errorf("%s is corrected by %v", name, by)
		}
	}
}
