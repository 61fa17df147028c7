package naming

import "testing"

func TestHomophones(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"jon", "john", true},
		{"catherine", "katherine", true},
		{"robyn", "robin", true},
		{"sara", "sarah", true},
		{"philip", "phillip", true},
		{"steven", "stephen", false}, // v and f
		{"kate", "katie", false},
		{"dan", "danny", false},
		{"ann", "annie", false},
		{"mark", "mary", false},
	} {
		if got := Homophones(tt.a, tt.b); got != tt.want {
			t.Errorf("Homophones(%s, %s) = %v", tt.a, tt.b, got)
		}
	}
}

func TestTransposed(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"kowalczyk", "kowalzcyk", true},
		{"bulldogs", "bulldgos", true},
		{"martin", "matrin", true},
		{"angle", "angel", false}, // too short to tell
		{"varley", "varlay", false},
		{"dargahan", "dargehan", false},
		{"listen", "silent", false},
	} {
		if got := Transposed(tt.a, tt.b); got != tt.want {
			t.Errorf("Transposed(%s, %s) = %v", tt.a, tt.b, got)
		}
	}
}
