package compare

import "testing"

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
