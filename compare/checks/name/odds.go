package name

import (
	_ "embed"
	"sync"

	"github.com/factdiff/factdiff/internal/logit"
)

//go:embed rival.tsv
var rivalText string

var rivalWeights = sync.OnceValue(func() []float64 {
	w, err := logit.ParseTable(rivalText, RivalFeatures)
	if err != nil {
		panic("name: rival.tsv: " + err.Error()) // the embedded file is broken: the build is
	}
	return w
})

// FormatWeights writes weights as the program carries them.
func FormatWeights(w []float64) string {
	return logit.FormatTable("The weights by which two names of two reports are judged to take one place in one happening, learned by: go run ./compare/learn", RivalFeatures, w)
}

// probability is that by which the two names take one place in one happening.
func (v *Rival) probability() float64 {
	return logit.Probability(logit.Odds(rivalWeights(), v.Features))
}
