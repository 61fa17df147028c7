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
// extracted, with the features that the aligner judges them by. The context
// is that which a further stage after a.Model's would see.
func (a *Aligner) Examples(ctx context.Context, ev *witness.Event) ([]Example, error) {
	p, err := a.score(ctx, ev)
	if err != nil {
		return nil, err
	}
	p.look()
	out := make([]Example, len(p.list))
	for k := range p.list {
		s := &p.list[k]
		x := make([]float64, 0, featureCount+contextCount)
		x = append(append(x, s.features[:]...), s.context[:]...)
		out[k] = Example{A: p.c.bags[s.a].ref, B: p.c.bags[s.b].ref, X: x, Odds: s.odds}
	}
	return out, nil
}
