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
	if len(measures()) < 10 || len(corrections()) < 10 {
		t.Errorf("%d checks were measured, %d have a correction", len(measures()), len(corrections()))
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
	for name, cs := range corrections() {
		for _, c := range cs {
			if !names[name] || math.Abs(c.by) > 3 || c.from >= c.to {
				t.Errorf("%s is corrected by %v", name, c)
			}
			said := (c.from + min(c.to, 1)) / 2
			if got := Confidence(name, said); (got > said) != (c.by > 0) || (got < said) != (c.by < 0) || got <= 0 || got >= 1 {
				t.Errorf("%s: %v becomes %v by %v", name, said, got, c.by)
			}
		}
	}
	if got := Confidence("none", 0.7); got != 0.7 {
		t.Errorf("an unknown check: %v", got)
	}
	if got := Shifted(0.5, math.Log(3)); math.Abs(got-0.75) > 1e-9 || Shifted(1, -1) != 1 || Shifted(0, 1) != 0 {
		t.Errorf("even odds, three times better: %v", got)
	}
}
