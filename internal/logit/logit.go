// Package logit is logistic regression: the log odds of a judgement as a weighted
// sum of features, and how the weights are learned.
//
// What is learned here is small and open: a few dozen weights with names, kept as
// text beside the code that uses them, learned by commands of this repository
// (align/train, compare/learn) and printed by "factdiff explain".
package logit

import "math"

// Weights are kept in steps of 2⁻¹⁰ and features in steps of 2⁻¹², so that
// every product and every sum over them is exact in a float64: the log odds
// are the same on every machine and in whatever order they are added up.
const (
	weightStep  = 1 << 10
	featureStep = 1 << 12
)

// Feature rounds the value of a feature to the steps in which features are kept.
func Feature(x float64) float64 { return math.Round(x*featureStep) / featureStep }

// Quantise rounds weights to the steps in which they are kept, and returns them.
func Quantise(w []float64) []float64 {
	for i := range w {
		w[i] = math.Round(w[i]*weightStep) / weightStep
	}
	return w
}

// Odds returns the log odds of features under weights: the sum of their products.
func Odds(w, x []float64) float64 {
	z := 0.0
	for i, v := range x {
		z += w[i] * v
	}
	return z
}

// Probability returns the probability of log odds.
func Probability(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }
