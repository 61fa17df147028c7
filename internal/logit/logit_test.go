package logit

import (
	"math"
	"testing"
)

// TestFit learns a rule that one feature of two decides, with one case against it, and
// the other is noise.
func TestFit(t *testing.T) {
	var samples []Sample
	for i := range 40 {
		x, y := float64(i%2), float64(i%2)
		if i == 0 {
			y = 1
		}
		samples = append(samples, Sample{X: []float64{1, x, float64(i % 3)}, Y: y, Weight: 1})
	}
	w := Fit(samples, 3, 0.1)
	if p := Probability(Odds(w, []float64{1, 1, 1})); p < 0.9 {
		t.Errorf("of those that are: %.2f, weights %v", p, w)
	}
	if p := Probability(Odds(w, []float64{1, 0, 1})); p > 0.2 {
		t.Errorf("of those that are not: %.2f, weights %v", p, w)
	}
	if math.Abs(w[2]) > math.Abs(w[1])/3 {
		t.Errorf("what says nothing weighs %.2f", w[2])
	}
	// A penalty draws weights to zero, and a sample of no weight teaches nothing.
	if strict := Fit(samples, 3, 100); math.Abs(strict[1]) >= math.Abs(w[1]) {
		t.Errorf("with a penalty %.2f, without %.2f", strict[1], w[1])
	}
	silent := Fit(append(samples, Sample{X: []float64{1, 1, 0}, Y: 0}), 3, 0.1)
	if math.Abs(silent[1]-w[1]) > 1e-9 {
		t.Errorf("%v, %v", silent, w)
	}
}

// TestExact adds features up in two orders: the sum must be the same to the last bit.
func TestExact(t *testing.T) {
	w := Quantise([]float64{0.1, -1.7, 2.33333, 0.007})
	x := []float64{1, 0.3, 0.123456789, 1.0 / 3}
	for i := range x {
		x[i] = Feature(x[i])
	}
	back := Odds([]float64{w[3], w[2], w[1], w[0]}, []float64{x[3], x[2], x[1], x[0]})
	if z := Odds(w, x); z != back {
		t.Errorf("%v, %v", z, back)
	}
}
