// Package github writes workflow commands, which GitHub Actions shows as
// annotations beside the line of a report.
//
// A column is a character from 1, and endColumn the one after the last. GitHub
// takes columns only where a range stays on one line. Only new findings are
// annotated: what the baseline knows or a person dismissed is no news to whoever
// changes the file.
package github

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For GitHub Actions: annotations beside the line, of new findings only. Columns are characters from 1."

// Write writes a command for each new finding.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	var b bytes.Buffer
	for _, ev := range render.Events(rs, o) {
		for _, f := range ev.Findings {
			if f.State.Status != render.New {
				continue
			}
			r := f.Primary
			fmt.Fprintf(&b, "::%s file=%s,line=%d,endLine=%d", render.Level(f.Severity, "notice", "warning", "error"), property(r.Witness.File()), r.From.Line, r.To.Line)
			if r.From.Line == r.To.Line && r.From.Rune < r.To.Rune {
				fmt.Fprintf(&b, ",col=%d,endColumn=%d", r.From.Rune, r.To.Rune)
			}
			fmt.Fprintf(&b, ",title=%s::%s\n", property("factdiff "+render.Line(f.Check)+" ("+f.Severity.String()+")"), data(f.Text()))
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

var escapeData = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")

var escapeProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")

func data(s string) string { return escapeData.Replace(s) }

func property(s string) string { return escapeProperty.Replace(s) }
