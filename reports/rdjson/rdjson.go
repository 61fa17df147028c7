// Package rdjson writes the Reviewdog Diagnostic Format, which reviewdog turns
// into comments on a change.
//
// A column counts UTF-8 bytes from 1, and the end of a range is exclusive. The
// other reports are related locations. New findings only: reviewdog has no
// word for the others.
package rdjson

import (
	"io"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For reviewdog; new findings only. Columns are UTF-8 bytes from 1."

type result struct {
	Source      source       `json:"source"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

type source struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type diagnostic struct {
	Message     string       `json:"message"`
	Location    location     `json:"location"`
	Severity    string       `json:"severity"`
	Code        code         `json:"code"`
	Suggestions []suggestion `json:"suggestions,omitempty"`
	Related     []related    `json:"related_locations,omitempty"`
}

type code struct {
	Value string `json:"value"`
}

type location struct {
	Path  string `json:"path"`
	Range span   `json:"range"`
}

type span struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type position struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type suggestion struct {
	Range span   `json:"range"`
	Text  string `json:"text"`
}

type related struct {
	Message  string   `json:"message"`
	Location location `json:"location"`
}

// Write writes rs as one DiagnosticResult.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	res := result{Source: source{"factdiff", "https://github.com/factdiff/factdiff"}, Diagnostics: []diagnostic{}}
	for _, ev := range render.Events(rs, o) {
		for _, f := range ev.Findings {
			if f.State.Status != render.New {
				continue
			}
			d := diagnostic{Message: f.Text(), Location: at(f.Primary), Severity: render.Level(f.Severity, "INFO", "WARNING", "ERROR"), Code: code{f.Check}}
			if f.Suggest != "" && len(f.Readings) == 1 && f.Primary.Verbatim {
				d.Suggestions = []suggestion{{d.Location.Range, f.Suggest}}
			}
			for _, r := range f.Related() {
				d.Related = append(d.Related, related{r.Says(), at(r)})
			}
			res.Diagnostics = append(res.Diagnostics, d)
		}
	}
	return render.WriteJSON(w, res)
}

func at(r *render.Reading) location {
	return location{r.Witness.File(), span{position{r.From.Line, r.From.Byte}, position{r.To.Line, r.To.Byte}}}
}
