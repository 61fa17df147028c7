package compare_test

import (
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

func TestOpponents(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Eritrea", "Ethiopia", true},
		{"the Kremlin", "Kyiv", true},
		{"the Eritrean foreign ministry", "Ethiopia", true},
		{"the Kremlin", "Moscow", false},
		{"the Kremlin", "the Russian army", false},
		{"the government", "the opposition", true},
		{"the opposition", "the Polish government", true},
		{"the police chief", "the mayor", false},
		{"", "Kyiv", false},
	} {
		a, b := &witness.Attribution{SpeakerWords: c.a}, &witness.Attribution{SpeakerWords: c.b}
		if got := compare.Opponents(lexicon.Default(), a, b); got != c.want {
			t.Errorf("Opponents(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
		if got := compare.Opponents(lexicon.Default(), b, a); got != c.want {
			t.Errorf("Opponents(%q, %q) = %v, want %v", c.b, c.a, got, c.want)
		}
	}
}
