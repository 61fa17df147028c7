// Package gitlab writes a Code Quality report of GitLab: a JSON array of
// issues, in the part of Code Climate's format that GitLab reads.
//
// GitLab compares the fingerprints of two branches by itself, so that findings
// of the baseline are in the report too; dismissed ones are not, since the
// format has no word for them. It has lines and no columns.
package gitlab

import (
	"io"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For GitLab's merge requests: a Code Quality report. Lines only."

type issue struct {
	Description string     `json:"description"`
	CheckName   string     `json:"check_name"`
	Fingerprint string     `json:"fingerprint"`
	Severity    string     `json:"severity"`
	Location    location   `json:"location"`
	Others      []location `json:"other_locations,omitempty"`
	Content     *content   `json:"content,omitempty"`
}

type content struct {
	Body string `json:"body"`
}

type location struct {
	Path  string `json:"path"`
	Lines lines  `json:"lines"`
}

type lines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// Write writes rs as one array.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	issues := []issue{}
	for _, ev := range render.Events(rs, o) {
		for _, f := range ev.Listed() {
			is := issue{Description: render.Line(f.Message), CheckName: f.Check, Fingerprint: f.ID,
				Severity: f.Severity.String(), Location: at(f.Primary), Content: &content{f.Text()}}
			for _, r := range f.Related() {
				is.Others = append(is.Others, at(r))
			}
			issues = append(issues, is)
		}
	}
	return render.WriteJSON(w, issues)
}

func at(r *render.Reading) location {
	return location{r.Witness.File(), lines{r.From.Line, r.To.Line}}
}
