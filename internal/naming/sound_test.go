package naming

import "testing"

func TestApart(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"khodorkovsky", "chodorkowski", 0},
		{"gorbachev", "gorbatschow", 0},
		{"qaddafi", "gathafi", 0},
		{"giannis", "yiannis", 0},
		{"horak", "gorak", 0},
		{"kingsdale", "kingzdejl", 0},
		{"jamal", "gamal", 0},
		{"jorge", "khorkhe", 0},
		{"alexei", "aleksey", 0},
		{"deng", "teng", 0},
		{"jiang", "chiang", 0},
		{"elisabeth", "elizaveta", 0},
		{"novak", "novakova", 0},
		{"fonseca", "fontana", 2},
		{"milena", "marija", 1},
		{"lindqvist", "lindholm", 3},
		{"kanou", "kanaridou", 2},
		{"berg", "holt", 2},
	} {
		for _, pair := range [][2]string{{tt.a, tt.b}, {tt.b, tt.a}} {
			if got := Apart(pair[0], pair[1]); got != tt.want {
				t.Errorf("Apart(%s, %s) = %d, want %d", pair[0], pair[1], got, tt.want)
			}
		}
	}
}
