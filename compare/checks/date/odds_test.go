package date

import (
	"testing"

	"github.com/factdiff/factdiff/internal/logit"
)

func TestWeights(t *testing.T) {
	w := weights()
	back, err := logit.ParseTable(FormatWeights(w), FeatureNames)
	if err != nil {
		t.Fatal(err)
	}
	for i := range w {
		if back[i] != w[i] {
			t.Errorf("%s: %v, written and read %v", FeatureNames[i], w[i], back[i])
		}
	}
}
