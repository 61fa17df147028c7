package punctuation

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check punctuation.
var Check = &compare.Check{
	Name: "punctuation", Source: source, Examples: examples, Artefact: true, Severity: compare.Minor,
	MQM: "fluency/punctuation", ITS: "typographical", Run: run,
}

func run(p *compare.Pass) {
	for _, w := range p.Event.Witnesses {
		if w.English() {
			report(p, w)
		}
	}
	ends(p)
}

// ends looks at how statements end: one without a closing mark among others
// that have theirs, one that has nothing else.
func ends(p *compare.Pass) {
	for _, w := range p.Event.Witnesses {
		if !w.English() {
			continue
		}
		closed := 0
		var unclosed []*witness.Statement
		for i, st := range w.Statements {
			switch {
			case st.Kind == witness.Furniture || st.Kind == witness.Dateline:
			case marks.Wordless(st):
				p.Mark(mark(w.Statements[i:i+1], marks.Slip{Span: st.Span, Message: "a mark without words", Sure: 0.9}))
			case marks.Unclosed(st):
				unclosed = append(unclosed, st)
			case marks.Closed(st):
				closed++
			}
		}
		if !p.Event.Aligned && (closed < 4 || len(unclosed) > 1) {
			continue // a style, or too little to tell
		}
		for _, st := range unclosed {
			if p.Event.Aligned && !closedElsewhere(p.Event, st) || st.Kind == witness.Headline && st.Index == 0 && !p.Event.Aligned {
				continue
			}
			last := len(st.Tokens) - 1
			p.Mark(mark([]*witness.Statement{st}, marks.Slip{Span: marks.Span(st, last, last), Message: "a sentence without a mark at its end", Sure: 0.5, Hint: true}))
		}
	}
}

// closedElsewhere reports whether another report has the same line with a
// closing mark.
func closedElsewhere(ev *witness.Event, st *witness.Statement) bool {
	for _, w := range ev.Witnesses {
		if w != st.Witness && st.Index < len(w.Statements) && w.Statements[st.Index].Line == st.Line && marks.Closed(w.Statements[st.Index]) {
			return true
		}
	}
	return false
}

// report looks at one report, paragraph by paragraph: brackets and quotation
// marks may span its sentences.
func report(p *compare.Pass, w *witness.Witness) {
	var slips []compare.Mark
	count := map[string]int{}
	open := false
	for first := 0; first < len(w.Statements); {
		last := first
		for last+1 < len(w.Statements) && w.Statements[last+1].Line == w.Statements[first].Line {
			last++
		}
		par := w.Statements[first : last+1]
		from, to := par[0].Span.Start, par[len(par)-1].Span.End
		first = last + 1
		if !marks.Readable(par[0]) {
			continue
		}
		quotes, still := marks.Quotes(w.Text, from, to, open)
		open = still
		for _, s := range append(append(marks.Spacing(w.Text, from, to), quotes...), marks.Brackets(w.Text, from, to)...) {
			slips = append(slips, mark(par, s))
		}
		for _, st := range par {
			for _, s := range marks.Inside(st) {
				slips = append(slips, mark(par, s))
			}
		}
	}
	slices.SortStableFunc(slips, func(a, b compare.Mark) int { return a.Span.Start - b.Span.Start })
	at := -1
	kept := slips[:0]
	for _, m := range slips {
		if m.Span.Start >= at { // several rules on one place are one slip
			kept, at = append(kept, m), m.Span.End
			count[m.Value]++
		}
	}
	for _, m := range kept {
		n := count[m.Value]
		if n == told {
			continue
		}
		// A report that sets every comma off by a space was cut into words
		// and not put together again: that is one finding.
		if n > few {
			m.Message = fmt.Sprintf("%s, %d times", m.Message, n)
			count[m.Value] = told
		}
		p.Mark(m)
	}
}

// few is the number of slips of one kind that are told one by one; told says
// that those of a kind have been told.
const (
	few  = 3
	told = -1
)

func mark(par []*witness.Statement, s marks.Slip) compare.Mark {
	st := par[len(par)-1]
	for _, x := range par {
		if x.Span.End > s.Span.Start {
			st = x
			break
		}
	}
	s.Span.Start, s.Span.End = max(s.Span.Start, st.Span.Start), min(s.Span.End, st.Span.End)
	m := compare.Mark{
		Spot:     compare.Spot{Statement: st, Span: s.Span, Value: s.Message},
		Severity: compare.Minor, Confidence: s.Sure, Message: s.Message, Suggest: s.Suggest,
		Reason: "Engines and copying break the spaces and marks of a text.",
	}
	if s.Hint {
		m.Severity, m.Confidence = compare.Info, min(s.Sure, 0.5)
	}
	return m
}
