package repetition

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

// Check is the check repetition.
var Check = &compare.Check{
	Name: "repetition", Source: source, Examples: examples, Artefact: true, Severity: compare.Minor,
	MQM: "fluency/duplication", ITS: "duplication", Run: run,
}

func run(p *compare.Pass) {
	for st := range marks.Prose(p.Event) {
		for _, s := range marks.Repeats(p.Lexicon, st) {
			report(p, st, s)
		}
		for _, s := range marks.Pairs(st) {
			report(p, st, s)
		}
	}
}

func report(p *compare.Pass, st *witness.Statement, s marks.Slip) {
	m := compare.Mark{
		Spot:     compare.Spot{Statement: st, Span: s.Span, Value: st.Witness.Text[s.Span.Start:s.Span.End]},
		Severity: compare.Minor, Confidence: s.Sure, Message: s.Message, Suggest: s.Suggest,
		Reason: "Engines repeat words where they lose their place in the source.",
	}
	if s.Hint {
		m.Severity, m.Confidence = compare.Info, 0.4
	}
	p.Mark(m)
}
