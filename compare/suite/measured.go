package suite

import (
	_ "embed"
	"fmt"
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

// Corrections says by how much the confidence of each check is corrected, in
// log odds: those whose findings, on labelled data, were right far more or far
// less often than they said. compare/calibrate has the method.
var Corrections = sync.OnceValue(func() map[string]float64 {
	out := map[string]float64{}
	table(confidence, 5, func(c []string, n []float64) { out[c[0]] = n[4] })
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
