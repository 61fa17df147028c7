package html

import (
	"fmt"
	"html/template"
	"slices"
	"sort"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/reports/render"
)

// Beyond so many readings and so many bytes of reports sentences are written
// once only.
const (
	leanReadings = 600
	leanBytes    = 200_000
)

// document is what the template is executed on.
type document struct {
	Title      string
	Version    string
	Policy     string
	Style      template.CSS
	Script     template.JS
	Lean       bool
	Several    bool // more than one event
	Redacted   bool
	Gated      bool // there is a baseline or a suppression
	Tally      render.Tally
	Severities []option
	Kinds      []option
	Checks     []option
	Sigla      []option
	Help       []help
	Events     []*event
}

// option is a value to filter by.
type option struct {
	Value string
	Name  string
	Count int
}

// help is the documentation of a check.
type help struct {
	Name       string
	Paragraphs []string
}

// event is the view of one event.
type event struct {
	*render.Event
	Anchor  string // of its section
	Key     string // prefix of the IDs in it; empty where it is alone
	Lean    bool
	Alone   bool // the only one of the page
	Tally   render.Tally
	Lead    string
	Reports []*report
	Found   []*finding
	Matrix  *matrix
	Rows    []*row
	Lonely  int // statements without a partner
	Scores  []*render.Score
	Formula string
}

func newDocument(evs []*render.Event, o *render.Options) *document {
	d := &document{Version: o.Version, Policy: Policy(), Style: template.CSS(style), Script: template.JS(script),
		Redacted: o.Redact, Gated: o.States != nil, Several: len(evs) > 1, Title: "No event was checked"}
	readings, size := 0, 0
	for _, ev := range evs {
		d.Tally.Count(ev, o)
		for _, f := range ev.Findings {
			readings += len(f.Readings)
		}
		for _, w := range ev.Witnesses {
			size += len(w.Text)
		}
	}
	d.Lean = readings > leanReadings || size > leanBytes
	switch len(evs) {
	case 0:
	case 1:
		d.Title = evs[0].Title
	default:
		d.Title = render.Plural(len(evs), "event") + " compared"
	}
	d.options(evs)
	sigla := map[string]string{}
	for _, s := range d.Sigla {
		sigla[s.Name] = s.Value
	}
	for i, ev := range evs {
		d.Events = append(d.Events, newEvent(ev, i, d, sigla, o))
	}
	return d
}

// options counts what can be filtered by.
func (d *document) options(evs []*render.Event) {
	var bySeverity [compare.Critical + 1]int
	kinds, checks, sigla := map[string]int{}, map[string]int{}, map[string]int{}
	for _, ev := range evs {
		for _, w := range ev.Witnesses {
			sigla[w.ID] += 0
		}
		for _, f := range ev.Findings {
			bySeverity[f.Severity]++
			kinds[string(f.Kind)]++
			checks[f.Check]++
			for _, id := range f.Sigla() {
				sigla[id]++
			}
			if !slices.ContainsFunc(d.Help, func(h help) bool { return h.Name == f.Check }) {
				h := help{Name: f.Check}
				for p := range strings.SplitSeq(render.CheckDoc(f.By), "\n\n") {
					if p = strings.TrimSpace(p); p != "" {
						h.Paragraphs = append(h.Paragraphs, p)
					}
				}
				d.Help = append(d.Help, h)
			}
		}
	}
	for s := len(bySeverity) - 1; s >= 0; s-- {
		name := compare.Severity(s).String()
		d.Severities = append(d.Severities, option{name, name, bySeverity[s]})
	}
	d.Kinds, d.Checks = sorted(kinds), sorted(checks)
	d.Sigla = sorted(sigla)
	for i := range d.Sigla {
		d.Sigla[i].Value = fmt.Sprint(i)
	}
	sort.Slice(d.Help, func(i, j int) bool { return d.Help[i].Name < d.Help[j].Name })
}

func sorted(counts map[string]int) []option {
	out := make([]option, 0, len(counts))
	for name, n := range counts {
		out = append(out, option{name, name, n})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}

func newEvent(ev *render.Event, i int, d *document, sigla map[string]string, o *render.Options) *event {
	e := &event{Event: ev, Anchor: fmt.Sprintf("e%d", i), Key: fmt.Sprintf("e%d-", i), Lean: d.Lean, Alone: !d.Several,
		Scores: ev.Scores(), Formula: render.ScoreFormula}
	if e.Alone {
		e.Key = ""
	}
	e.Tally.Count(ev, o)
	m := ev.Matrix()
	e.Lead = lead(ev, &e.Tally, m)
	e.Matrix = newMatrix(ev, m, sigla)
	for _, f := range ev.Findings {
		e.Found = append(e.Found, newFinding(e, f, sigla))
	}
	for i, w := range ev.Witnesses {
		e.Reports = append(e.Reports, newReport(e, w, i, m))
	}
	e.Rows = rows(e)
	var all []*render.Row
	for _, r := range e.Rows {
		all = append(all, r.Row)
	}
	e.Lonely = render.Lone(all)
	return e
}

// lead is the page's first sentence: what an editor would be told if they asked.
func lead(ev *render.Event, t *render.Tally, m *render.Matrix) string {
	var b strings.Builder
	n := len(ev.Witnesses)
	switch {
	case n == 1 && t.Total == 0:
		return "One report, looked at for marks of translation only. None was found."
	case n == 1:
		fmt.Fprintf(&b, "One report, looked at for marks of translation only: %s.", render.Plural(t.Total, "finding"))
	case t.Total == 0:
		return fmt.Sprintf("%s of one event. Nothing was found in which they differ in fact.", number(n, "report"))
	default:
		places := "one place"
		if t.Total > 1 {
			places = strings.ToLower(number(t.Total, "place"))
		}
		fmt.Fprintf(&b, "%s of one event, and %s to look at.", number(n, "report"), places)
	}
	if ids, times := m.Loner(ev); times > 1 {
		verb := "stands"
		if len(ids) > 1 {
			verb = "stand"
		}
		fmt.Fprintf(&b, " %s %s alone most often, in %s.", text.And(ids), verb, render.Count(times))
	}
	return b.String()
}

var words = [...]string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"}

func number(n int, noun string) string {
	if n < len(words) {
		s := words[n] + " " + noun
		if n != 1 {
			s += "s"
		}
		return s
	}
	return render.Plural(n, noun)
}

var funcs = template.FuncMap{
	"plural":  render.Plural,
	"count":   render.Count,
	"percent": func(x float64) string { return fmt.Sprintf("%.0f", 100*x) },
	"point":   func(x float64) string { return fmt.Sprintf("%.1f", x) },
	"line":    render.Line,
	"pass":    func(d *document, v any) of { return of{d, v} },
	"deref":   func(p *int) int { return *p },
}

// Start is the ID of what a reader without a mouse wants first.
func (d *document) Start() string {
	for _, e := range d.Events {
		if len(e.Found) > 0 {
			return e.Anchor + "-findings"
		}
	}
	if len(d.Events) > 0 {
		return d.Events[0].Anchor + "-reports"
	}
	return "main"
}

// of carries the document to a template that is executed on a part of it.
type of struct {
	Doc *document
	Of  any
}

// Sums are the numbers of findings by severity, the most severe first.
func (e *event) Sums() []option {
	var out []option
	for s := len(e.Tally.BySeverity) - 1; s >= 0; s-- {
		if n := e.Tally.BySeverity[s]; n > 0 {
			name := compare.Severity(s).String()
			out = append(out, option{name, name, n})
		}
	}
	return out
}
