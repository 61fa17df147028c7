package suite

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed measured.tsv
var measured string

//go:embed confidence.tsv
var confidence string

// Measure is what a check did on the development part of one labelled set, as
// compare/calibrate counted it. What is right is the set's own notion.
type Measure struct {
	Check, Set string
	// Findings of minor severity or above that the labels judge, and those of
	// them that are right.
	Findings, Right int
	// Gold are the labelled differences that the check is there to find, Found
	// those that it found itself.
	Gold, Found int
}

// String writes precision and recall with their counts.
func (m Measure) String() string {
	var parts []string
	if m.Findings > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d findings right (%.2f)", m.Right, m.Findings, float64(m.Right)/float64(m.Findings)))
	}
	if m.Gold > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d found (%.2f)", m.Found, m.Gold, float64(m.Found)/float64(m.Gold)))
	}
	return strings.Join(parts, ", ")
}

// Measured lists what was measured of a check, set by set.
func Measured(check string) []Measure { return measures()[check] }

var measures = sync.OnceValue(func() map[string][]Measure {
	out := map[string][]Measure{}
	table(measured, 6, func(c []string, n []float64) {
		out[c[0]] = append(out[c[0]], Measure{c[0], c[1], int(n[2]), int(n[3]), int(n[4]), int(n[5])})
	})
	return out
})

// Confidence returns how sure a finding of a check is that says how sure it
// is: where such findings, on labelled data, were right far more or far less
// often than they said, it is corrected. compare/calibrate has the method.
func Confidence(check string, said float64) float64 {
	for _, c := range corrections()[check] {
		if c.from <= said && said < c.to {
			return Shifted(said, c.by)
		}
	}
	return said
}

// Shifted moves a confidence by log odds. What is certain stays so.
func Shifted(confidence, by float64) float64 {
	if by == 0 || confidence <= 0 || confidence >= 1 {
		return confidence
	}
	return 1 / (1 + math.Exp(-by)*(1-confidence)/confidence)
}

type correction struct{ from, to, by float64 }

var corrections = sync.OnceValue(func() map[string][]correction {
	out := map[string][]correction{}
	table(confidence, 7, func(c []string, n []float64) { out[c[0]] = append(out[c[0]], correction{n[1], n[2], n[6]}) })
	return out
})

// table reads an embedded table; columns that are no numbers read as 0.
func table(text string, columns int, row func(cells []string, numbers []float64)) {
	for line := range strings.Lines(text) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(cells) != columns {
			continue
		}
		numbers := make([]float64, columns)
		for i, c := range cells {
			numbers[i], _ = strconv.ParseFloat(c, 64)
		}
		row(cells, numbers)
	}
}
