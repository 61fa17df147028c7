package align

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/factdiff/factdiff/internal/logit"
	"github.com/factdiff/factdiff/witness"
)

// Contribution is what one feature says for or against a pair of statements.
type Contribution struct {
	Feature string
	Value   float64 // of the feature, mostly 0 to 1
	Part    float64 // of the log-odds: value times weight
}

// Explanation says why two statements are taken to state the same thing, or
// not.
type Explanation struct {
	Probability float64
	// Parts are the contributions, the largest first, for or against. They and
	// nothing else add up to the log-odds of the probability.
	Parts []Contribution
	// Candidate is false where the two share nothing that the index knows; the
	// pair was never looked at, and there are no parts.
	Candidate bool
}

// Explain returns the evidence on the statements x and y of an event that was
// aligned. It scores the event anew and costs as much as Align without the
// word alignment.
func (a *Aligner) Explain(ctx context.Context, ev *witness.Event, x, y witness.Ref) (*Explanation, error) {
	if ev.Aligned {
		return &Explanation{Probability: 1, Parts: []Contribution{{Feature: "same line", Value: 1}}, Candidate: true}, nil
	}
	_, j, err := versions(ctx, a.Lexicon, ev)
	if err != nil {
		return nil, err
	}
	if j != nil {
		p := j.probability(x, y)
		return &Explanation{Probability: p, Parts: []Contribution{{Feature: "place in one text", Value: p}}, Candidate: true}, nil
	}
	p, err := a.score(ctx, ev)
	if err != nil {
		return nil, err
	}
	i, ok1 := p.at[x]
	k, ok2 := p.at[y]
	if !ok1 || !ok2 {
		return &Explanation{}, nil
	}
	s := p.pair(min(i, k), max(i, k))
	if s == nil {
		return &Explanation{}, nil
	}
	e := &Explanation{Probability: logit.Probability(s.odds), Candidate: true}
	stages := a.model().Stages
	for n, w := range stages[len(stages)-1] {
		c := Contribution{}
		if n < featureCount {
			c.Feature, c.Value = FeatureNames[n], s.features[n]
		} else {
			c.Feature, c.Value = ContextNames[n-featureCount], s.context[n-featureCount]
		}
		if c.Part = w * c.Value; c.Part != 0 {
			e.Parts = append(e.Parts, c)
		}
	}
	slices.SortStableFunc(e.Parts, func(x, y Contribution) int { return cmp.Compare(math.Abs(y.Part), math.Abs(x.Part)) })
	return e, nil
}
