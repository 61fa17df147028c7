package terminal

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// The narrowest column that can still be read; more reports than fit are
// written as several tables under one another.
const narrowest = 16

// Table writes the alignment of one event: reports across, statements down,
// a gap where a report has no such statement.
func Table(w io.Writer, r *compare.Result, o *render.Options) error {
	p := newPrinter(w, o)
	ev := render.Events([]*compare.Result{r}, p.o)[0]
	if ev.Title != ev.ID {
		p.line(p.style(strong, render.Line(ev.Title)))
	}
	rows := ev.Table()
	grouped := 0
	for _, r := range rows {
		if r.Group != nil {
			grouped++
		}
	}
	perTable := max(1, min(len(ev.Witnesses), (p.o.Columns()-8)/(narrowest+3)))
	// Even tables: 7 reports as 4 and 3, never as 6 and 1.
	if n := len(ev.Witnesses); n > perTable {
		tables := (n + perTable - 1) / perTable
		perTable = (n + tables - 1) / tables
	}
	for from := 0; from < len(ev.Witnesses); from += perTable {
		p.table(ev, rows, from, min(from+perTable, len(ev.Witnesses)))
	}
	p.line(fmt.Sprintf("%s, %s, %s without a partner.", render.Plural(len(ev.Witnesses), "report"),
		render.Plural(grouped, "group"), render.Plural(render.Lone(rows), "statement")))
	return p.out.Flush()
}

func (p *printer) table(ev *render.Event, rows []*render.Row, from, to int) {
	number := 1
	for _, r := range rows {
		if r.Group != nil {
			number = max(number, len(strconv.Itoa(*r.Group)))
		}
	}
	// A column has a bar and two spaces beside its words, and the table one
	// bar more.
	n := to - from
	width := max((p.o.Columns()-1-(number+3)-3*n)/n, 4)
	g := &grid{p: p, widths: []int{number}}
	head := [][]string{{"#"}}
	for _, w := range ev.Witnesses[from:to] {
		name := render.Line(w.ID)
		if w.Outlet != "" {
			name += " · " + render.Line(w.Outlet)
		}
		head = append(head, []string{p.style(strong, render.Snip(name, width))})
		g.widths = append(g.widths, width)
	}
	g.rule("┌", "┬", "┐")
	g.row(head)
	for _, r := range rows {
		row := [][]string{{""}}
		if r.Group != nil {
			row[0] = []string{p.style(dim, strconv.Itoa(*r.Group))}
		}
		filled := false
		for i, statements := range r.Cells[from:to] {
			lines := p.cell(ev.Witnesses[from+i], statements, width, r)
			filled = filled || len(lines) > 0
			if len(lines) == 0 && r.Group != nil {
				lines = []string{p.style(dim, "–")}
			}
			row = append(row, lines)
		}
		if filled {
			g.rule("├", "┼", "┤")
			g.row(row)
		}
	}
	g.rule("└", "┴", "┘")
}

// grid draws cells of several lines between bars. A table library was tried
// and given up: the one at hand measures text by rune, so that a family of
// four emoji is eight cells, and asks the locale how wide a quotation mark is.
type grid struct {
	p      *printer
	widths []int
}

func (g *grid) rule(left, middle, right string) {
	var b strings.Builder
	for i, w := range g.widths {
		if i == 0 {
			b.WriteString(left)
		} else {
			b.WriteString(middle)
		}
		b.WriteString(strings.Repeat("─", w+2))
	}
	g.p.line(g.p.style(dim, b.String()+right))
}

func (g *grid) row(cells [][]string) {
	height := 1
	for _, lines := range cells {
		height = max(height, len(lines))
	}
	bar := g.p.style(dim, "│")
	for y := range height {
		var b strings.Builder
		b.WriteString(bar)
		for i, lines := range cells {
			s := ""
			if y < len(lines) {
				s = lines[y]
			}
			pad := max(0, g.widths[i]-render.Width(stripped(s)))
			b.WriteString(" " + s + strings.Repeat(" ", pad) + " " + bar)
		}
		g.p.line(b.String())
	}
}

// run is how many statements without a partner are shown in one cell; of the
// others their number is, or the rows that do correspond would be far between.
const run = 1

// cell wraps the statements of one cell, the words of findings marked.
func (p *printer) cell(w *render.Witness, statements []int, width int, r *render.Row) []string {
	var lines []string
	rest := 0
	if r.Group == nil && len(statements) > run+1 {
		statements, rest = statements[:run], len(statements)-run
	}
	for _, i := range statements {
		var runs []render.Run
		st := w.Statements[i]
		at := st.Start
		for _, m := range w.Marks(st.Start, st.End, func(f *render.Finding) bool { return slices.Contains(r.Findings, f) }) {
			runs = append(runs, render.Run{Text: render.Inline(w.Text[at:m.Start]), Style: plain})
			t := render.Inline(w.Text[m.Start:m.End])
			if !p.o.Color {
				t = brackets(t)
			}
			runs = append(runs, render.Run{Text: t, Style: value(m.Value)})
			at = m.End
		}
		runs = append(runs, render.Run{Text: render.Inline(w.Text[at:st.End]), Style: plain})
		if w.Event.Redacted {
			runs = []render.Run{{Text: w.StatementText(i), Style: plain}}
		}
		if len(statements) > 1 {
			runs = append([]render.Run{{Text: "· ", Style: dim}}, runs...)
		}
		for _, l := range render.Wrap(runs, width, 0) {
			lines = append(lines, p.runs(l))
		}
	}
	if rest > 0 {
		lines = append(lines, p.style(dim, render.Snip(fmt.Sprintf("… and %d more", rest), width)))
	}
	return lines
}
