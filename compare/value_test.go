package compare

import (
	"testing"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// TestYears writes lengths of many years as they were read.
func TestYears(t *testing.T) {
	if u, _ := lexicon.Default().Units().Get("year"); u.Factor != witness.SecondsInYear {
		t.Errorf("the lexicon reads a year as %v seconds", u.Factor)
	}
	for years, want := range map[float64]string{2: "2 years", 25: "25 years", 250: "250 years", 500: "500 years", 1000: "1,000 years"} {
		q := &witness.Quantity{Kind: witness.Duration, Point: years * witness.SecondsInYear}
		if got := QuantityValue(q); got != want {
			t.Errorf("%v years: got %s", years, got)
		}
	}
}

func TestShown(t *testing.T) {
	for _, test := range []struct{ value, words, want string }{
		{"38.89 m/s", "140 km/h", "140 km/h"},
		{"2.63 days", "63 hours", "63 hours"},
		{"182.62 days", "six months", "six months"},
		{"8 hours", "eight-hour", "8 hours"},
		{"5 m", "5 m", "5 m"},
		{"3.4 %", "3.4 percent", "3.4 %"},
		{"GBP 85,000,000", "£85m", "GBP 85,000,000"},
		{"34 years old", "aged 34", "34 years old"},
		{"5 December", "Dec 5", "5 December"},
		{"12", "twelve", "12"},
	} {
		if got := Shown(test.value, test.words); got != test.want {
			t.Errorf("%q for %q: %q, want %q", test.value, test.words, got, test.want)
		}
	}
}
