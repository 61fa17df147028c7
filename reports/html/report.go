package html

import (
	"fmt"
	"strings"

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
		st := &statement{Key: fmt.Sprintf("%ss%d", r.Key, s), Gap: gap}
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

// statement returns the statement with the given key, or nil.
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
