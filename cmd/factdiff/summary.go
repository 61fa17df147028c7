package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/render"
)

// writeSummary writes a line for each event of a run over several.
func writeSummary(w io.Writer, sources []source, rs []*compare.Result, ro *reports.Options) {
	rows := [][]string{{"event", "reports", "critical", "major", "minor", "info", ""}}
	for i, ev := range render.Events(rs, ro) {
		var t render.Tally
		t.Count(ev, ro)
		row := []string{render.Line(sources[i].name), fmt.Sprint(len(ev.Witnesses))}
		for s := compare.Critical; ; s-- {
			n := "·"
			if t.BySeverity[s] > 0 {
				n = render.Count(t.BySeverity[s])
			}
			row = append(row, n)
			if s == compare.Info {
				break
			}
		}
		if t.Failing > 0 {
			row = append(row, "fails")
		} else {
			row = append(row, "")
		}
		rows = append(rows, row)
	}
	widths := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, c := range r {
			widths[i] = max(widths[i], render.Width(c))
		}
	}
	fmt.Fprintln(w)
	for _, r := range rows {
		var b strings.Builder
		for i, c := range r {
			pad := strings.Repeat(" ", widths[i]-render.Width(c))
			if i == 0 || i == len(r)-1 {
				b.WriteString(c + pad + "  ")
			} else {
				b.WriteString(pad + c + "  ")
			}
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}
