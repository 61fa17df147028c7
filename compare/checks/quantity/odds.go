package quantity

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/logit"
	"github.com/factdiff/factdiff/witness"
)

//go:embed odds.tsv
var oddsText string

// likely is the least probability by which two figures of two reports are held against
// each other. plausible is the least by which they are where both stand in one slot of
// corresponding statements (partners).
const (
	likely     = 0.45
	likelyBare = 0.6 // see Rival.least
	plausible  = 0.3
)

// Rival is two figures of independent reports that are not one: they may be of one
// thing, and then the reports differ, or of two.
type Rival struct {
	pair *compare.Pair
	a, b *witness.Quantity
	// Features say what speaks for one thing and what against it, by FeatureNames.
	Features []float64
	// Unasked says why the check does not ask for the odds of the two: the name of a veto, or
	// "left out". It is empty of those of which it does.
	Unasked string
}

// Places returns the statements and the words of the two figures.
func (r *Rival) Places() (a, b compare.Spot) {
	return compare.Spot{Statement: r.pair.A, Span: r.a.Span, Value: compare.QuantityValue(r.a)},
		compare.Spot{Statement: r.pair.B, Span: r.b.Span, Value: compare.QuantityValue(r.b)}
}

// probability is that by which the two are of one thing, by the weights that the
// program carries; compare/learn learned them.
func (r *Rival) probability() float64 { return logit.Probability(logit.Odds(weights(), r.Features)) }

// unlikely reports whether two figures that stand in one slot are none the less of two
// things, by all that else is told of them.
func unlikely(p *compare.Pass, x *compare.Pair, a, b *witness.Quantity) bool {
	if !learned(a) || !learned(b) || !mayRival(a, b) || !countsLike(p.Lexicon, a, b) {
		return false
	}
	if peopleAndThings(coupleIn(p, x, a, b)) {
		return true
	}
	r := &Rival{pair: x, a: a, b: b}
	r.Features = r.features(p)
	return r.probability() < plausible
}

// trace lists what spoke most for the judgement and against it.
func (r *Rival) trace() []string {
	out := []string{fmt.Sprintf("probability of one thing: %.2f", r.probability())}
	most, least := 0, 0 // the bias, which no feature is
	said := func(i int) float64 { return weights()[i] * r.Features[i] }
	for i := 1; i < len(r.Features); i++ {
		if v := said(i); v > notable && (most == 0 || v > said(most)) {
			most = i
		} else if v < -notable && (least == 0 || v < said(least)) {
			least = i
		}
	}
	if most > 0 {
		out = append(out, fmt.Sprintf("most for it: %s (%+.2f)", FeatureNames[most], said(most)))
	}
	if least > 0 {
		out = append(out, fmt.Sprintf("most against it: %s (%+.2f)", FeatureNames[least], said(least)))
	}
	return out
}

// notable is the least log odds that a feature has to say to be told.
const notable = 0.1

var weights = sync.OnceValue(func() []float64 {
	w, err := logit.ParseTable(oddsText, FeatureNames)
	if err != nil {
		panic("quantity: odds.tsv: " + err.Error()) // the embedded file is broken: the build is
	}
	return w
})

// FormatWeights writes weights as the program carries them.
func FormatWeights(w []float64) string {
	return logit.FormatTable("The weights by which two figures are judged to be of one thing, learned by: go run ./compare/learn", FeatureNames, w)
}
