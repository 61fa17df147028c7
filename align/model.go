package align

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed weights.tsv
var weightsText string

// A Model holds the weights of the logistic models, one for each stage. The
// first looks at a pair of statements alone; each further one at the pair, at
// what the one before says of it, and at what it says of the pairs around it
// (context.go). All are learned by the command align/train.
type Model struct {
	// Stages holds weights by FeatureNames, and from the second on by
	// ContextNames after them.
	Stages [][]float64
}

// Stages is the number of stages of a model that is complete.
const Stages = 3

// DefaultModel returns the weights that the program carries.
func DefaultModel() *Model { return defaultModel() }

var defaultModel = sync.OnceValue(func() *Model {
	m, err := ParseModel(weightsText)
	if err != nil {
		panic("align: weights.tsv: " + err.Error()) // the embedded file is broken: the build is
	}
	return m
})

// Weights are kept in steps of 2⁻¹⁰ and features in steps of 2⁻¹², so that
// every product and every sum over them is exact in a float64: the log-odds
// are the same on every machine and in whatever order they are added up.
const (
	weightStep  = 1 << 10
	featureStep = 1 << 12
)

func quantise(x, step float64) float64 { return math.Round(x*step) / step }

// Quantise rounds weights to the steps in which they are kept.
func Quantise(w []float64) []float64 {
	for i := range w {
		w[i] = quantise(w[i], weightStep)
	}
	return w
}

// ParseModel reads weights as Format writes them: a line for each feature, its
// name and the weight in each stage, parted by tabs. Every feature must be
// there.
func ParseModel(text string) (*Model, error) {
	m := &Model{Stages: make([][]float64, Stages)}
	for k := range m.Stages {
		m.Stages[k] = make([]float64, stageSize(k))
	}
	at := map[string]int{}
	for i, n := range FeatureNames {
		at[n] = i
	}
	for i, n := range ContextNames {
		at[n] = featureCount + i
	}
	seen := 0
	for n, line := range strings.Split(text, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) != 1+Stages {
			return nil, fmt.Errorf("line %d: want a name and %d weights", n+1, Stages)
		}
		i, ok := at[col[0]]
		if !ok {
			return nil, fmt.Errorf("line %d: no feature %q", n+1, col[0])
		}
		for k, w := range m.Stages {
			if i >= len(w) {
				continue
			}
			v, err := strconv.ParseFloat(col[1+k], 64)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
			w[i] = quantise(v, weightStep)
		}
		seen++
	}
	if seen != featureCount+contextCount {
		return nil, fmt.Errorf("%d weights, want %d", seen, featureCount+contextCount)
	}
	return m, nil
}

// stageSize is the number of features that stage k sees.
func stageSize(k int) int {
	if k == 0 {
		return featureCount
	}
	return featureCount + contextCount
}

// Format writes the weights as ParseModel reads them.
func (m *Model) Format() string {
	var b strings.Builder
	b.WriteString("# The weights by which pairs of statements are judged, learned by: go run ./align/train\n")
	b.WriteString("# feature, weight in each stage\n")
	for i := range featureCount + contextCount {
		if i < featureCount {
			b.WriteString(FeatureNames[i])
		} else {
			b.WriteString(ContextNames[i-featureCount])
		}
		for _, w := range m.Stages {
			if i < len(w) {
				fmt.Fprintf(&b, "\t%.4f", w[i])
			} else {
				b.WriteString("\t-")
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// odds is the log-odds that the weights give to features, both quantised.
func odds(weights, f []float64) float64 {
	s := 0.0
	for i, w := range weights {
		s += w * f[i]
	}
	return s
}

// settle rounds features to their steps.
func settle(f []float64) {
	for i := range f {
		f[i] = quantise(f[i], featureStep)
	}
}

func probability(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

// logit is its inverse.
func logit(p float64) float64 { return math.Log(p / (1 - p)) }
