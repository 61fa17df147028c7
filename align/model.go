package align

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/factdiff/factdiff/internal/logit"
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
			w[i] = v
		}
		seen++
	}
	if seen != featureCount+contextCount {
		return nil, fmt.Errorf("%d weights, want %d", seen, featureCount+contextCount)
	}
	for _, w := range m.Stages {
		logit.Quantise(w)
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

// settle rounds features to their steps.
func settle(f []float64) {
	for i := range f {
		f[i] = logit.Feature(f[i])
	}
}

// logOdds is the inverse of logit.Probability.
func logOdds(p float64) float64 { return math.Log(p / (1 - p)) }
