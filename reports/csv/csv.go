// Package csv writes one row for each reading, for a desk's spreadsheet: the
// rows of one finding have its fingerprint in common, so that a pivot or a
// filter on it gives the finding back.
//
// The file is RFC 4180 with a byte order mark, without which Excel takes UTF-8
// for the local code page. A cell that a spreadsheet would take for a formula
// has an apostrophe before it, as OWASP advises ("CSV Injection"): a report is
// not to be able to run one.
package csv

import (
	"bytes"
	stdcsv "encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For a spreadsheet: one row a reading, the finding's fingerprint in each. Columns are characters, offsets UTF-8 bytes from 0."

// Columns are the names in the first row.
var Columns = []string{"event", "finding", "severity", "check", "kind", "confidence", "state", "message", "report", "outlet",
	"path", "line", "column", "start", "end", "value", "words", "sentence", "alone", "reason", "dismissed_because"}

// Write writes rs as CSV.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	out := stdcsv.NewWriter(&b)
	out.UseCRLF = true
	out.Write(Columns) // a bytes.Buffer gives no error
	for _, ev := range render.Events(rs, o) {
		for _, f := range ev.Findings {
			rows := f.All()
			if len(rows) == 0 {
				rows = []*render.Reading{f.Primary}
			}
			for _, r := range rows {
				out.Write(row(ev, f, r))
			}
			for _, w := range f.Silent {
				out.Write(silent(ev, f, w))
			}
		}
	}
	out.Flush()
	_, err := w.Write(b.Bytes())
	return err
}

func finding(ev *render.Event, f *render.Finding) []string {
	return []string{cell(ev.ID), cell(f.ID), f.Severity.String(), cell(f.Check), string(f.Kind),
		strconv.FormatFloat(f.Confidence, 'g', 3, 64), string(f.State.Status), cell(f.Message)}
}

func row(ev *render.Event, f *render.Finding, r *render.Reading) []string {
	sentence := ""
	if r.Statement >= 0 {
		sentence = r.Witness.StatementText(r.Statement)
	}
	alone := "no"
	if r.Outlier {
		alone = "yes"
	}
	return append(finding(ev, f), cell(r.Reading.Witness), cell(r.Witness.Outlet), cell(r.Witness.File()),
		strconv.Itoa(r.From.Line), strconv.Itoa(r.From.Rune), strconv.Itoa(r.Start), strconv.Itoa(r.End),
		cell(r.Value), cell(r.Text), cell(sentence), alone, cell(f.Reason), cell(f.State.Justification))
}

// silent is the row of a report that leaves the matter out.
func silent(ev *render.Event, f *render.Finding, w *render.Witness) []string {
	return append(finding(ev, f), cell(w.ID), cell(w.Outlet), cell(w.File()), "", "", "", "", "", "", "", "yes",
		cell(f.Reason), cell(f.State.Justification))
}

// cell makes s one line that no spreadsheet takes for a formula.
func cell(s string) string {
	s = render.Line(s)
	if s != "" && strings.IndexByte("=+-@", s[0]) >= 0 {
		return fmt.Sprintf("'%s", s)
	}
	return s
}
