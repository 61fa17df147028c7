package casing

import (
	_ "embed"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check casing.
var Check = &compare.Check{
	Name: "casing", Source: source, Examples: examples, Artefact: true, Severity: compare.Minor,
	MQM: "fluency/spelling", ITS: "typographical", Run: run,
}

func run(p *compare.Pass) {
	seen := marks.Capitals(p.Event)
	for st := range marks.Prose(p.Event) {
		start, low := marks.Start(st)
		names := marks.Decapitated(p.Lexicon, st, seen)
		if low && (len(names) == 0 || names[0].Span != start.Span) {
			if p.Event.Aligned && capitalElsewhere(p.Event, st) {
				start.Hint = false
			}
			report(p, st, start)
		}
		// A line all in lower case is one finding, not one a name.
		if len(names) > 2 {
			names = names[:2]
		}
		for _, s := range append(names, marks.Raised(p.Lexicon, st)...) {
			report(p, st, s)
		}
	}
}

// capitalElsewhere reports whether another report begins the same line with a
// capital.
func capitalElsewhere(ev *witness.Event, st *witness.Statement) bool {
	for _, w := range ev.Witnesses {
		if w != st.Witness && st.Index < len(w.Statements) && w.Statements[st.Index].Line == st.Line && marks.Capital(w.Statements[st.Index].Text()) {
			return true
		}
	}
	return false
}

func report(p *compare.Pass, st *witness.Statement, s marks.Slip) {
	m := compare.Mark{
		Spot:     compare.Spot{Statement: st, Span: s.Span, Value: st.Witness.Text[s.Span.Start:s.Span.End]},
		Severity: compare.Minor, Confidence: s.Sure, Message: s.Message, Suggest: s.Suggest,
		Reason: "Capitals go wrong where an engine joins pieces or a language without them is the source.",
	}
	if s.Hint {
		m.Severity, m.Confidence = compare.Info, 0.5
	}
	p.Mark(m)
}
