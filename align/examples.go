package align

import (
	"context"

	"github.com/factdiff/factdiff/witness"
)

// Example is a candidate pair with its features, as the training command sees
// it.
type Example struct {
	A, B witness.Ref
	X    []float64 // by FeatureNames, then ContextNames
	Odds float64   // by the model
}

// Examples returns the candidate pairs of an event that is segmented and
// extracted, with the features that the aligner judges them by. What the
// second model sees depends on the first, which is a.Model's.
func (a *Aligner) Examples(ctx context.Context, ev *witness.Event) ([]Example, error) {
	p, err := a.score(ctx, ev)
	if err != nil {
		return nil, err
	}
	out := make([]Example, len(p.list))
	for k := range p.list {
		s := &p.list[k]
		x := make([]float64, featureCount+contextCount)
		copy(x, s.features[:])
		p.hood.context(x[featureCount:], s)
		settle(x)
		out[k] = Example{A: p.c.bags[s.a].ref, B: p.c.bags[s.b].ref, X: x, Odds: s.odds}
	}
	return out, nil
}
