package main

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"math"
	"slices"

	"github.com/factdiff/factdiff/internal/logit"
)

// fit learns weights, with every feature brought to one scale first, and returns them
// for the features as they are.
func fit(cases []judged, l2 float64) []float64 {
	n := len(cases[0].features)
	mean, dev := make([]float64, n), make([]float64, n)
	for _, c := range cases {
		for i, v := range c.features {
			mean[i] += v / float64(len(cases))
		}
	}
	for _, c := range cases {
		for i, v := range c.features {
			dev[i] += (v - mean[i]) * (v - mean[i]) / float64(len(cases))
		}
	}
	for i := range dev {
		if dev[i] = math.Sqrt(dev[i]); i == 0 || dev[i] == 0 {
			mean[i], dev[i] = 0, 1
		}
	}
	samples := make([]logit.Sample, len(cases))
	for k, c := range cases {
		x := make([]float64, n)
		for i, v := range c.features {
			x[i] = (v - mean[i]) / dev[i]
		}
		samples[k] = logit.Sample{X: x, Weight: c.weight}
		if c.differ {
			samples[k].Y = 1
		}
	}
	w := logit.Fit(samples, n, l2)
	for i := 1; i < n; i++ {
		w[i] /= dev[i]
		w[0] -= w[i] * mean[i]
	}
	return logit.Quantise(w)
}

// scored is a case with the probability that weights gave it.
type scored struct {
	differ      bool
	asked       bool // the check asks for the odds of the two
	probability float64
	note        string // the two figures with their statements
}

func score(cases []judged, w []float64) []scored {
	var out []scored
	for _, c := range cases {
		out = append(out, scored{c.differ, c.unasked == "", logit.Probability(logit.Odds(w, c.features)), c.note})
	}
	return out
}

// crossValidate scores each event of the news by weights that were learned from the
// others and from more.
func crossValidate(news, more []judged, folds int, train func([]judged) []float64) []scored {
	fold := func(event string) int {
		h := fnv.New32a()
		h.Write([]byte(event))
		return int(h.Sum32() % uint32(folds))
	}
	var out []scored
	for k := range folds {
		in, test := slices.Clone(more), []judged(nil)
		for _, c := range news {
			if fold(c.event) == k {
				test = append(test, c)
			} else {
				in = append(in, c)
			}
		}
		if len(test) > 0 {
			out = append(out, score(test, train(in))...)
		}
	}
	return out
}

// report prints the average precision, and above some probabilities how many pairs
// there are and how many of them differ, of all and of those that the check asks for; and
// the likeliest pairs, as many as are to be shown.
func report(set string, cases []scored, show int) {
	line(set, cases)
	line("  of those asked", slices.DeleteFunc(slices.Clone(cases), func(c scored) bool { return !c.asked }))
	for _, c := range cases[:min(len(cases), show)] {
		fmt.Printf("%.2f %v %s\n", c.probability, c.differ, c.note)
	}
}

// line prints the figures of a set, and puts it into the order of likelihood.
func line(set string, cases []scored) {
	slices.SortStableFunc(cases, func(a, b scored) int { return cmp.Compare(b.probability, a.probability) })
	right, sum := 0, 0.0
	for i, c := range cases {
		if c.differ {
			right++
			sum += float64(right) / float64(i+1)
		}
	}
	fmt.Printf("%-16s %d of %d differ, average precision %.3f;", set, right, len(cases), sum/math.Max(float64(right), 1))
	for _, least := range [...]float64{0.6, 0.5, 0.45, 0.4, 0.3, 0.2} {
		n, right := 0, 0
		for _, c := range cases {
			if c.probability >= least {
				n++
				if c.differ {
					right++
				}
			}
		}
		fmt.Printf(" ≥ %.2f: %d of %d", least, right, n)
	}
	fmt.Println()
}
