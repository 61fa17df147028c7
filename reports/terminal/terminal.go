// Package terminal writes findings for a person at a terminal.
//
// One finding is one block: a line that says what differs, then what each
// report says, grouped by value and the majority first, with the words in
// their sentence and the place to open; then the ground. It is made to be read
// top down and left in the middle: the most severe comes first, and the sum
// stands at the end, where a terminal leaves the eye.
//
// Without colour the differing words stand in [[ ]], as in the examples of the
// checks, so that a log or a pipe loses nothing.
package terminal

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For a person at a terminal: each finding with every report's words in their sentence, marked where they differ."

// manyReadings is how many readings of one value are shown in full; of the
// others, who agree with them, only the sigla are.
const manyReadings = 6

// Write writes rs as text.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	p := newPrinter(w, o)
	var total render.Tally
	evs := render.Events(rs, p.o)
	for i, ev := range evs {
		if i > 0 {
			p.line()
		}
		p.event(ev, len(evs) > 1)
		total.Count(ev, p.o)
	}
	if len(evs) > 1 {
		p.line()
		p.wrapped("", []render.Run{{Text: fmt.Sprintf("%s: %s", render.Plural(len(evs), "event"), counts(&total)), Style: strong}})
		p.state(&total)
	}
	if len(evs) == 0 {
		p.line("No event was checked.")
	}
	return p.out.Flush()
}

type printer struct {
	out *bufio.Writer
	o   *render.Options
	pal palette
}

func newPrinter(w io.Writer, o *render.Options) *printer {
	if o == nil {
		o = &render.Options{}
	}
	return &printer{out: bufio.NewWriter(w), o: o, pal: newPalette(o.Color)}
}

func (p *printer) line(parts ...string) {
	for _, s := range parts {
		p.out.WriteString(s)
	}
	p.out.WriteByte('\n')
}

func (p *printer) event(ev *render.Event, several bool) {
	var t render.Tally
	t.Count(ev, p.o)
	if several || ev.Title != ev.ID {
		p.line(p.style(strong, render.Line(ev.Title)))
		p.line()
	}
	known := 0
	for _, f := range ev.Listed() {
		if f.State.Status == render.Unchanged {
			known++
			continue
		}
		p.finding(f)
		p.line()
	}
	if known > 0 {
		p.line(p.style(dim, "Known when the baseline was taken:"))
		for _, f := range ev.Listed() {
			if f.State.Status == render.Unchanged {
				p.header(f)
			}
		}
		p.line()
	}
	p.summary(ev, &t)
}

// header writes what differs, in as many lines as it needs.
func (p *printer) header(f *render.Finding) {
	label := f.Severity.String()
	runs := []render.Run{{Text: label, Style: severity(f.Severity)}, {Text: "[" + render.Line(f.Check) + "]", Style: dim},
		{Text: " ", Style: plain}, {Text: render.Line(f.Message), Style: strong}}
	for i, l := range render.Wrap(runs, p.o.Columns()-2, -2) {
		if i > 0 {
			p.out.WriteString("  ")
		}
		p.line(p.runs(l))
	}
}

func (p *printer) finding(f *render.Finding) {
	p.header(f)
	g := newGutter(p, f)
	for i, v := range f.Values {
		if f.Kind != compare.Artefact {
			p.value(g, v, i)
		}
		for j, r := range v.Readings {
			if j == manyReadings && len(v.Readings) > manyReadings+1 {
				var rest []string
				for _, r := range v.Readings[j:] {
					rest = append(rest, render.Line(r.Reading.Witness))
				}
				p.wrapped(g.bar(""), []render.Run{{Text: "and so " + text.And(rest), Style: dim}})
				break
			}
			p.reading(g, r, value(i))
		}
	}
	for _, w := range f.Silent {
		p.line(g.bar(render.Line(w.ID)), p.style(alone, "does not have it"))
	}
	notes := g.notes()
	if f.Reason != "" {
		p.wrapped(notes, []render.Run{{Text: render.Line(f.Reason), Style: plain}})
	}
	if f.Suggest != "" {
		p.wrapped(notes, []render.Run{{Text: "better: " + render.Line(f.Suggest), Style: plain}})
	}
	p.wrapped(notes, []render.Run{{Text: fmt.Sprintf("%s, %.0f %% sure; factdiff explain %s", f.Kind, 100*f.Confidence, render.Line(f.ID)), Style: dim}})
}

// value writes who says what: "3 say 12".
func (p *printer) value(g *gutter, v *render.Value, i int) {
	n, verb := len(v.Sigla), "say"
	if n == 1 {
		verb = "says"
	}
	runs := []render.Run{{Text: fmt.Sprintf("%d %s ", n, verb), Style: plain}, {Text: render.Line(v.Text), Style: value(i)}}
	if note := v.Note(); note != "" {
		runs = append(runs, render.Run{Text: " · " + note, Style: alone})
	}
	p.wrapped(g.bar(""), runs)
}

// reading writes the words of one report in their sentence.
func (p *printer) reading(g *gutter, r *render.Reading, style int) {
	place := g.place(r)
	room := p.o.Columns() - g.margin() - g.places
	lead := g.bar(render.Line(r.Reading.Witness))
	var before, after string
	if p.o.ShowContext {
		before, after = r.Context()
	}
	lines := [][]render.Run{}
	if before != "" {
		lines = append(lines, render.Wrap([]render.Run{{Text: render.Line(before), Style: dim}}, room, 0)...)
	}
	lines = append(lines, render.Wrap(p.sentence(r, style), room, 0)...)
	if after != "" {
		lines = append(lines, render.Wrap([]render.Run{{Text: render.Line(after), Style: dim}}, room, 0)...)
	}
	pad := strings.Repeat(" ", g.places)
	if g.places == 0 {
		p.line(lead, p.style(dim, place))
		lead = g.bar("")
		pad = ""
	}
	for i, l := range lines {
		if i == 0 && g.places > 0 {
			p.line(lead, p.style(dim, place), strings.Repeat(" ", g.places-render.Width(place)), p.runs(l))
			lead = g.bar("")
			continue
		}
		p.line(lead, pad, p.runs(l))
	}
}

// around is how many cells of a sentence are shown on either side of the
// words.
const around = 160

func (p *printer) sentence(r *render.Reading, style int) []render.Run {
	before, after := r.Around()
	before, after = render.Inline(before), render.Inline(after)
	if render.Width(before) > around {
		before = "…" + cutFront(before, around)
	}
	after = render.Snip(after, around)
	runs := []render.Run{{Text: before, Style: plain}}
	ps := r.Words()
	for _, w := range ps {
		t := render.Inline(w.Text)
		if !w.Differs {
			runs = append(runs, render.Run{Text: t, Style: same})
			continue
		}
		if !p.o.Color && !p.o.Redact {
			t = brackets(t)
		}
		runs = append(runs, render.Run{Text: t, Style: style})
	}
	return append(runs, render.Run{Text: after, Style: plain})
}

// brackets sets t in [[ ]], the spaces at its ends outside.
func brackets(t string) string {
	inner := strings.Trim(t, " ")
	if inner == "" {
		return t
	}
	i := strings.Index(t, inner)
	return t[:i] + "[[" + inner + "]]" + t[i+len(inner):]
}

// cutFront returns the last words of s, at most n cells.
func cutFront(s string, n int) string {
	words := strings.Split(s, " ")
	w, i := 0, len(words)
	for i > 0 && w+render.Width(words[i-1])+1 <= n {
		i--
		w += render.Width(words[i]) + 1
	}
	return strings.Join(words[i:], " ")
}

// wrapped writes runs after lead, and after blanks of the same bar where they
// do not fit one line.
func (p *printer) wrapped(lead string, runs []render.Run) {
	indent := render.Width(stripped(lead))
	for i, l := range render.Wrap(runs, p.o.Columns()-indent, 0) {
		p.line(lead, p.runs(l))
		if i == 0 && strings.Contains(lead, "│") {
			lead = strings.Repeat(" ", indent-2) + p.style(dim, "│") + " "
		} else if i == 0 {
			lead = strings.Repeat(" ", indent)
		}
	}
}
