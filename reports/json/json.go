// Package json writes results as the JSON of the batch protocol, indented for
// people: one event is one object, several are an array of them. Package jsonl
// writes the same objects one a line.
//
// The schema is that of compare.Result. Where there is a baseline or a
// suppression, each finding has two more fields, "state" and "justification".
package json

import (
	"io"
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For programs: the result of the batch protocol, indented; several events make an array. Offsets are UTF-8 bytes from 0."

// Write writes rs as one JSON value.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	var v any
	switch vs := Values(rs, o); len(vs) {
	case 1:
		v = vs[0]
	default:
		v = vs
	}
	return render.WriteJSON(w, v)
}

// Finding is a finding with what the gate says of it.
type Finding struct {
	compare.Finding
	State         render.Status `json:"state,omitempty"`
	Justification string        `json:"justification,omitempty"`
}

// Result is a result as it is written.
type Result struct {
	*compare.Result
	Witnesses []compare.WitnessResult `json:"witnesses"`
	Groups    []compare.GroupResult   `json:"groups"`
	Findings  []Finding               `json:"findings"`
	// Scores are those of the reports that are translations.
	Scores []Score `json:"scores,omitempty"`
}

// Score is an MQM-style score of a translation; see render.ScoreFormula.
type Score struct {
	Witness  string  `json:"witness"`
	Score    float64 `json:"score"`   // 100 at best; may be negative
	Penalty  float64 `json:"penalty"` // points per 1000 words
	Minor    int     `json:"minor"`
	Major    int     `json:"major"`
	Critical int     `json:"critical"`
	Open     int     `json:"open"` // of which nobody can say who errs
	Words    int     `json:"words"`
	Fails    bool    `json:"fails"`        // has a critical issue
	Small    bool    `json:"small_sample"` // too few words for the score to say much
}

func scores(ev *render.Event) []Score {
	var out []Score
	for _, s := range ev.Scores() {
		out = append(out, Score{
			s.Witness.ID, hundredths(s.Value), hundredths(s.Penalty), s.Counts[compare.Minor], s.Counts[compare.Major], s.Counts[compare.Critical],
			s.Open, s.Words, s.Fails, s.Small,
		})
	}
	return out
}

func hundredths(x float64) float64 { return math.Round(x*100) / 100 }

// Values returns what is written of each result: empty lists for nil ones, as
// the protocol has lists, and no texts where they are to be left out.
func Values(rs []*compare.Result, o *render.Options) []Result {
	if o == nil {
		o = &render.Options{}
	}
	events := render.Events(rs, o)
	if o.Redact {
		rs = render.Redact(rs)
	}
	out := make([]Result, len(rs))
	for i, r := range rs {
		v := Result{Result: r, Findings: make([]Finding, len(r.Findings))}
		v.Witnesses = append([]compare.WitnessResult{}, r.Witnesses...)
		for j := range v.Witnesses {
			if v.Witnesses[j].Statements == nil {
				v.Witnesses[j].Statements = []compare.StatementResult{}
			}
		}
		v.Groups = append([]compare.GroupResult{}, r.Groups...)
		for j := range r.Findings {
			f := Finding{Finding: r.Findings[j]}
			if f.Readings == nil {
				f.Readings = []compare.Reading{}
			}
			if f.Outliers == nil {
				f.Outliers = []string{}
			}
			if o.States != nil {
				s := o.State(f.ID)
				f.State, f.Justification = s.Status, s.Justification
			}
			v.Findings[j] = f
		}
		v.Scores = scores(events[i])
		out[i] = v
	}
	return out
}
