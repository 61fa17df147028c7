package logit

import (
	"slices"
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	names, w := []string{"bias", "cosine", "length"}, []float64{-1.5, 0.25, 3}
	text := FormatTable("What they are for", names, w)
	if back, err := ParseTable(text, names); err != nil || !slices.Equal(back, w) {
		t.Fatalf("%v, %v", back, err)
	}
	for name, broken := range map[string]string{
		"no number":    strings.Replace(text, "\t", "\tx", 2),
		"a line less":  text[:strings.LastIndex(strings.TrimSpace(text), "\n")],
		"a line more":  text + "more\t1\n",
		"another name": strings.Replace(text, "cosine", "sine", 1),
	} {
		if _, err := ParseTable(broken, names); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
