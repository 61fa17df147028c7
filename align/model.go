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

// A Model holds the weights of the two logistic models, by feature. The first
// looks at a pair of statements alone; the second at the pair, at what the
// first says of it, and at what it says of the pairs around it (context.go).
// Both are learned by the command align/train.
type Model struct {
	First  []float64 // by FeatureNames
	Second []float64 // by FeatureNames, then ContextNames
}

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
// name, the first model's weight and the second's, parted by tabs. Every
// feature must be there.
func ParseModel(text string) (*Model, error) {
	m := &Model{First: make([]float64, featureCount), Second: make([]float64, featureCount+contextCount)}
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
		if len(col) != 3 {
			return nil, fmt.Errorf("line %d: want a name and two weights", n+1)
		}
		i, ok := at[col[0]]
		if !ok {
			return nil, fmt.Errorf("line %d: no feature %q", n+1, col[0])
		}
		second, err := strconv.ParseFloat(col[2], 64)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		m.Second[i] = quantise(second, weightStep)
		if i < featureCount {
			first, err := strconv.ParseFloat(col[1], 64)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
			m.First[i] = quantise(first, weightStep)
		}
		seen++
	}
	if seen != featureCount+contextCount {
		return nil, fmt.Errorf("%d weights, want %d", seen, featureCount+contextCount)
	}
	return m, nil
}

// Format writes the weights as ParseModel reads them.
func (m *Model) Format() string {
	var b strings.Builder
	b.WriteString("# The weights by which pairs of statements are judged, learned by: go run ./align/train\n")
	b.WriteString("# feature, weight in the first model, weight in the second\n")
	for i, n := range FeatureNames {
		fmt.Fprintf(&b, "%s\t%.4f\t%.4f\n", n, m.First[i], m.Second[i])
	}
	for i, n := range ContextNames {
		fmt.Fprintf(&b, "%s\t-\t%.4f\n", n, m.Second[featureCount+i])
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
