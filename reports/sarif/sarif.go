// Package sarif writes SARIF 2.1.0 (OASIS), which GitHub code scanning and
// many other services read.
//
// One run holds all events. Every check of the suite is a rule, with or without a
// result, so that a reader sees what was looked for. A result has the reading
// that stands alone as its location and each other report's as a related
// location. Columns count UTF-16 code units from 1, as columnKind says.
//
// The structs here are our own: they are the small part of the format that is
// written, in the order of the specification.
package sarif

import (
	"io"
	"math"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For code scanning: SARIF 2.1.0, with suppressions and baseline states. Columns are UTF-16 units from 1."

// Write writes rs as one log with one run.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	if o == nil {
		o = &render.Options{}
	}
	evs := render.Events(rs, o)
	rules := newRules(evs)
	r := run{
		Tool:        tool{driver{Name: "factdiff", Version: o.Version, InformationURI: "https://github.com/factdiff/factdiff", Language: language, Rules: rules.list, SupportedTaxonomies: supported}},
		Invocations: []invocation{{true}},
		Language:    language,
		ColumnKind:  "utf16CodeUnits",
		NewLines:    []string{"\r\n", "\n"},
		Results:     []result{},
		Taxonomies:  rules.taxonomies(),
	}
	for _, ev := range evs {
		for _, f := range ev.Findings {
			r.Results = append(r.Results, newResult(ev, f, rules, o))
		}
	}
	return render.WriteJSON(w, log{Schema: schema, Version: "2.1.0", Runs: []run{r}})
}

// language is that of the messages.
const language = "en-US"

func newResult(ev *render.Event, f *render.Finding, rules *rules, o *render.Options) result {
	res := result{
		RuleID:       f.Check,
		RuleIndex:    rules.index[f.Check],
		Level:        render.Level(f.Severity, "note", "warning", "error"),
		Message:      message{plain(f.Message)},
		Locations:    []location{at(f.Primary, 0)},
		Fingerprints: map[string]string{"factdiffFinding/v1": f.ID},
		Rank:         math.Round(1000*f.Confidence) / 10,
		Properties:   properties{ev.ID, string(f.Kind), f.Severity.String(), f.Confidence, f.Group, f.Outliers, f.Reason},
	}
	for i, r := range f.Related() {
		loc := at(r, i+1)
		loc.Message = &message{plain(r.Says())}
		res.Related = append(res.Related, loc)
	}
	if f.Translation() {
		res.Taxa = rules.taxa(f.By)
	}
	if o.States != nil {
		res.BaselineState = "new"
		if f.State.Status != render.New {
			res.BaselineState = "unchanged"
		}
	}
	if f.State.Status == render.Suppressed {
		res.Suppressions = []suppression{{"external", "accepted", f.State.Justification}}
	}
	if f.Suggest != "" && len(f.Readings) == 1 && f.Primary.Verbatim {
		p := res.Locations[0].Physical
		res.Fixes = []fix{{message{plain("better: " + f.Suggest)},
			[]artifactChange{{p.Artifact, []replacement{{region{StartLine: p.Region.StartLine, StartColumn: p.Region.StartColumn,
				EndLine: p.Region.EndLine, EndColumn: p.Region.EndColumn}, content{f.Suggest}}}}}}}
	}
	return res
}

// at returns the place of r. An ID of 0 is left out: the primary location
// needs none.
func at(r *render.Reading, id int) location {
	loc := location{ID: id, Physical: physical{
		Artifact: artifact{render.URI(r.Witness.File())},
		Region:   region{StartLine: r.From.Line, StartColumn: r.From.UTF16, EndLine: r.To.Line, EndColumn: r.To.UTF16},
	}}
	if r.Text != "" && r.Verbatim { // a snippet is what the file has there
		loc.Physical.Region.Snippet = &content{r.Text}
	}
	return loc
}

// plain escapes what a message gives a meaning to: a link in brackets and a
// placeholder in braces (sections 3.11.5 and 3.11.6).
func plain(s string) string {
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "{", "{{", "}", "}}").Replace(render.Line(s))
}
