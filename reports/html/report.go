package html

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
	"github.com/factdiff/factdiff/witness"
)

// report is the view of one report's text.
type report struct {
	*render.Witness
	Key    string
	Facts  []string // what is known of it: date, language, words
	Alone  int
	Marks  int
	Copy   string
	Paras  [][]*statement
	Silent []*finding // what it leaves out

	byKey map[string]*statement
}

// statement is a statement of a report's text with what stands before it.
type statement struct {
	Key    string
	Gap    string // the text between the last statement and this one
	Class  string // what part of a report it is
	Link   string // of its row in the alignment
	Pieces []piece
	Notes  []*finding // those that have a reading that begins here
	Kind   string
}

// piece is a run of text, with the findings that it belongs to.
type piece struct {
	Text  string
	Class string
	Link  string
}

// kinds are the classes of the parts of a report that are no running text.
var kinds = [...]string{witness.Body: "", witness.Headline: "head", witness.Dateline: "line", witness.Byline: "line",
	witness.Furniture: "furniture"}

func newReport(e *event, w *render.Witness, i int, m *render.Matrix) *report {
	r := &report{Witness: w, Key: fmt.Sprintf("%sw%d", e.Key, i), Alone: m.Alone[i], Marks: m.Marks[i], Copy: w.CopyOf}
	if !w.Published.IsZero() {
		r.Facts = append(r.Facts, w.Published.UTC().Format("2 January 2006"))
	}
	switch {
	case w.Translates != "":
		r.Facts = append(r.Facts, "translates "+w.Translates)
	case w.SourceLang != "" && w.SourceLang != w.Lang:
		r.Facts = append(r.Facts, w.SourceLang+" → "+w.Lang)
	case w.Lang != "" && w.Lang != "en":
		r.Facts = append(r.Facts, w.Lang)
	}
	if n := w.Words(); n > 0 {
		r.Facts = append(r.Facts, render.Plural(n, "word"))
	}
	groups := make([]string, len(w.Statements))
	for _, g := range e.Result.Groups {
		for _, mem := range g.Members {
			if mem.Witness == w.ID && mem.Statement >= 0 && mem.Statement < len(groups) && groups[mem.Statement] == "" {
				groups[mem.Statement] = fmt.Sprintf("%sg%d", e.Key, g.ID)
			}
		}
	}
	at := 0
	var para []*statement
	for s := range w.Statements {
		sp := w.Statements[s]
		if sp.Start < at { // statements do not overlap; if they did, none is lost
			sp.Start = at
		}
		gap := w.Text[at:max(at, sp.Start)]
		if strings.Contains(gap, "\n") && len(para) > 0 {
			r.Paras = append(r.Paras, para)
			para = nil
			gap = strings.TrimLeft(gap, " \n\r\t")
		}
		if e.Redacted {
			gap = " "
		}
		st := &statement{Key: fmt.Sprintf("%ss%d", r.Key, s), Gap: gap, Link: groups[s]}
		if s < len(w.Witness.Statements) {
			st.Class = kinds[w.Witness.Statements[s].Kind]
		}
		st.fill(e, w, s, sp.Start, max(sp.Start, sp.End))
		para = append(para, st)
		at = max(at, sp.End)
	}
	if len(w.Statements) == 0 && !e.Redacted && w.Text != "" {
		para = append(para, &statement{Key: r.Key + "s0", Pieces: []piece{{Text: w.Text}}})
	}
	if len(para) > 0 {
		r.Paras = append(r.Paras, para)
	}
	for _, f := range e.Found {
		for _, s := range f.Silent {
			if s == w && !f.Off {
				r.Silent = append(r.Silent, f)
			}
		}
	}
	return r
}

func (st *statement) fill(e *event, w *render.Witness, i, start, end int) {
	listed := func(f *render.Finding) bool { return f.State.Status != render.Suppressed }
	marks := w.Marks(start, end, listed)
	if e.Redacted {
		st.Pieces = []piece{{Text: w.StatementText(i)}}
		for _, m := range marks {
			for _, g := range m.First {
				st.note(e.Found[g.Index])
			}
		}
		return
	}
	at := start
	for _, m := range marks {
		if at < m.Start {
			st.Pieces = append(st.Pieces, piece{Text: w.Text[at:m.Start]})
		}
		// The most severe of several findings gives the mark its colour and
		// its link. Findings are ordered so that it has the lowest index.
		f := e.Found[m.Findings[0].Index]
		for _, g := range m.Findings[1:] {
			if g.Index < f.Index {
				f = e.Found[g.Index]
			}
		}
		st.Pieces = append(st.Pieces, piece{w.Text[m.Start:m.End], f.Class, f.Key})
		for _, g := range m.First {
			if !e.Lean { // the script makes them of the marks
				st.note(e.Found[g.Index])
			}
		}
		at = m.End
	}
	if at < end {
		st.Pieces = append(st.Pieces, piece{Text: w.Text[at:end]})
	}
}

// note adds f to the margin, once.
func (st *statement) note(f *finding) {
	for _, g := range st.Notes {
		if g == f {
			return
		}
	}
	st.Notes = append(st.Notes, f)
}

// row is a row of the alignment.
type row struct {
	*render.Row
	Key   string
	Class string // of the most severe finding
	Lean  string // what the script makes the cells of: "3 - 4+5"
	Cells []cell
	Found []*finding
}

// cell is what one report has in a row.
type cell struct {
	Report *report
	Keys   string // of its statements, with spaces between
	Texts  []*statement
	More   []*statement // folded: what follows in a long run without a partner
}

// longRun is how many statements without a partner are shown in one cell; the
// others are folded, or the rows that do correspond would be far between.
const longRun = 2

func rows(e *event) []*row {
	var out []*row
	for _, r := range e.Event.Table() {
		v := &row{Row: r}
		if r.Group != nil {
			v.Key = fmt.Sprintf("%sg%d", e.Key, *r.Group)
		}
		worst, any := compare.Info, false
		for _, f := range r.Findings {
			v.Found = append(v.Found, e.Found[f.Index])
			worst, any = max(worst, f.Severity), true
		}
		if any {
			v.Class = worst.String()
		}
		if e.Lean {
			var lean []string
			for _, statements := range r.Cells {
				var at []string
				for _, s := range statements {
					at = append(at, fmt.Sprint(s))
				}
				lean = append(lean, cmp.Or(strings.Join(at, "+"), "-"))
			}
			v.Lean = strings.Join(lean, " ")
			out = append(out, v)
			continue
		}
		for w, statements := range r.Cells {
			c := cell{Report: e.Reports[w]}
			var keys []string
			for _, s := range statements {
				key := fmt.Sprintf("%ss%d", c.Report.Key, s)
				keys = append(keys, key)
				if st := c.Report.statement(key); st != nil {
					c.Texts = append(c.Texts, st)
				}
			}
			c.Keys = strings.Join(keys, " ")
			if r.Group == nil && len(c.Texts) > longRun+1 {
				c.Texts, c.More = c.Texts[:longRun], c.Texts[longRun:]
			}
			v.Cells = append(v.Cells, c)
		}
		out = append(out, v)
	}
	return out
}

func (r *report) statement(key string) *statement {
	if r.byKey == nil {
		r.byKey = map[string]*statement{}
		for _, p := range r.Paras {
			for _, st := range p {
				r.byKey[st.Key] = st
			}
		}
	}
	return r.byKey[key]
}
