package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clipperhouse/uax29/v2/words"

	"github.com/factdiff/factdiff/compare"
)

// Weights are the penalty points of a finding by its severity, as the
// Multidimensional Quality Metrics give them to neutral, minor, major and
// critical errors (themqm.org, "The MQM Scoring Models", linear model).
var Weights = [...]int{compare.Info: 0, compare.Minor: 1, compare.Major: 5, compare.Critical: 25}

// SmallSample is the number of words under which a score says little.
const SmallSample = 300

// ScoreFormula explains Score.Penalty and Score.Value in one line.
const ScoreFormula = "penalty = 1000 × (1 × minor + 5 × major + 25 × critical) ÷ words; score = 100 − penalty ÷ 10; any critical issue fails"

// Score is an MQM-style score of one report that is a translation. It is not
// MQM itself: its issues are a program's until a person has confirmed them,
// and its categories are a part of the typology only.
type Score struct {
	Witness *Witness
	Words   int
	Counts  [compare.Critical + 1]int
	Points  int     // the sum of the weights
	Penalty float64 // points per 1000 words
	Value   float64 // 100 minus a tenth of the penalty; may be negative
	Fails   bool    // has a critical issue
	Small   bool    // under SmallSample words
	// Open counts the findings of minor severity or above in which the report
	// takes part, and neither a majority nor the source says who errs: they
	// weigh nothing.
	Open int
}

// Scores returns the scores of the reports that are translations: those that
// name the report they translate, and all of an event that is aligned line by
// line but the one that the others translate. Of independent reports nobody
// can say which one errs, and so they have none.
//
// A finding counts against the reports that stand alone in it, an artefact
// against the report that bears it; where a translation differs from its own
// source and there is no majority, against the translation.
func (ev *Event) Scores() []*Score {
	var out []*Score
	aligned := ev.Result.Event != nil && ev.Result.Event.Aligned
	sources := map[string]bool{}
	for _, w := range ev.Witnesses {
		sources[w.Translates] = true
	}
	for _, w := range ev.Witnesses {
		if w.Translates == "" && (!aligned || sources[w.ID]) {
			continue
		}
		s := &Score{Witness: w, Words: w.Words()}
		for _, f := range ev.Listed() {
			if f.against(w) {
				s.Counts[f.Severity]++
				s.Points += Weights[f.Severity]
			} else if f.open(w) {
				s.Open++
			}
		}
		if s.Words > 0 {
			s.Penalty = 1000 * float64(s.Points) / float64(s.Words)
		}
		s.Value = 100 - s.Penalty/10
		s.Fails = s.Counts[compare.Critical] > 0
		s.Small = s.Words < SmallSample
		out = append(out, s)
	}
	return out
}

// String writes s with its parts.
func (s *Score) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %.1f (penalty %.1f: %d minor, %d major, %d critical in %s)", s.Witness.ID, s.Value, s.Penalty,
		s.Counts[compare.Minor], s.Counts[compare.Major], s.Counts[compare.Critical], Plural(s.Words, "word"))
	if s.Open > 0 {
		fmt.Fprintf(&b, ", %d more open", s.Open)
	}
	if s.Fails {
		b.WriteString(", fails")
	}
	if s.Small {
		b.WriteString(", small sample")
	}
	return b.String()
}

func (f *Finding) against(w *Witness) bool {
	if f.Kind == compare.Artefact || len(f.Outliers) > 0 {
		if f.Kind == compare.Artefact {
			return len(f.Readings) > 0 && f.Readings[0].Witness == w.ID
		}
		return f.StandsAlone(w.ID)
	}
	mine, source := false, false
	for _, r := range f.Readings {
		mine = mine || r.Witness == w.ID
		source = source || r.Witness == w.Translates
	}
	return mine && source && w.Translates != ""
}

// open reports whether w takes part in a difference of which nobody can say
// against whom it counts.
func (f *Finding) open(w *Witness) bool {
	if f.Kind == compare.Artefact || len(f.Outliers) > 0 || f.Severity < compare.Minor {
		return false
	}
	return slices.ContainsFunc(f.Readings, func(r compare.Reading) bool { return r.Witness == w.ID })
}

// Words counts the words of the report, masked or not.
func (w *Witness) Words() int { return countWords(w.unmasked) }

// countWords counts what Unicode calls a word, with a letter or a figure in it.
func countWords(s string) int {
	n := 0
	for it := words.FromString(s); it.Next(); {
		if strings.IndexFunc(it.Value(), isWord) >= 0 {
			n++
		}
	}
	return n
}
