package quantity

import (
	"strings"
	"testing"
)

func TestWeights(t *testing.T) {
	w := weights()
	if back, err := parseWeights(FormatWeights(w)); err != nil || len(back) != len(FeatureNames) {
		t.Fatalf("%d weights, %v", len(back), err)
	} else {
		for i := range w {
			if back[i] != w[i] {
				t.Errorf("%s: %v, written and read %v", FeatureNames[i], w[i], back[i])
			}
		}
	}
	text := FormatWeights(w)
	for name, broken := range map[string]string{
		"no number":    strings.Replace(text, "\t", "\tx", 2),
		"a line less":  text[:strings.LastIndex(strings.TrimSpace(text), "\n")],
		"another name": strings.Replace(text, "cosine", "sine", 1),
	} {
		if _, err := parseWeights(broken); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
