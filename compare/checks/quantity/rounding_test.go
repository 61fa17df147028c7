package quantity

import (
	"testing"

	"github.com/factdiff/factdiff/witness"
)

func TestRounding(t *testing.T) {
	const mile, seaMile, kilometre = 1609.344, 1852, 1000
	length := func(n, unit float64) *witness.Quantity {
		return &witness.Quantity{Kind: witness.Measure, Unit: "m", Numeral: n, Point: n * unit}
	}
	lasting := func(n, days float64) *witness.Quantity {
		return &witness.Quantity{Kind: witness.Duration, Unit: "s", Numeral: n, Point: n * days * day}
	}
	for _, tt := range []struct {
		name string
		a, b *witness.Quantity
		want bool
	}{
		{"sea miles and miles", length(60, seaMile), length(60, mile), true},
		{"other miles", length(60, seaMile), length(80, mile), false},
		{"miles and kilometres", length(60, mile), length(60, kilometre), false},
		{"days and a half week more", lasting(17, 1), lasting(2.5, 7), true},
		{"days too many", lasting(19, 1), lasting(2.5, 7), false},
		{"hours in days", lasting(47, 1.0/24), lasting(2, 1), true},
	} {
		if got := rounding(tt.a, tt.b); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
		if got := rounding(tt.b, tt.a); got != tt.want {
			t.Errorf("%s, exchanged: %v, want %v", tt.name, got, tt.want)
		}
	}
}
