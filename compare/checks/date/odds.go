package date

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/factdiff/factdiff/internal/logit"
)

//go:embed odds.tsv
var oddsText string

// likely is the least probability by which two times of two reports are held against each
// other wherever they stand.
const likely = 0.45

var weights = sync.OnceValue(func() []float64 {
	w, err := logit.ParseTable(oddsText, FeatureNames)
	if err != nil {
		panic("date: odds.tsv: " + err.Error()) // the embedded file is broken: the build is
	}
	return w
})

// FormatWeights writes weights as the program carries them.
func FormatWeights(w []float64) string {
	return logit.FormatTable("The weights by which two times of two reports are judged to be of one thing, learned by: go run ./compare/learn", FeatureNames, w)
}

// probability is that by which the two times are of one thing.
func (r *Rival) probability() float64 { return logit.Probability(logit.Odds(weights(), r.Features)) }

// trace says how sure that is.
func (r *Rival) trace() []string {
	return []string{fmt.Sprintf("probability of one thing: %.2f", r.probability())}
}
