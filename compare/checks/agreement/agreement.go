package agreement

import (
	_ "embed"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/marks"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check agreement.
var Check = &compare.Check{
	Name: "agreement", Source: source, Examples: examples, Artefact: true, Severity: compare.Minor,
	MQM: "fluency/grammar", ITS: "grammar", Run: run,
}

func run(p *compare.Pass) {
	for st := range marks.Prose(p.Event) {
		for _, s := range marks.Grammar(p.Lexicon, st) {
			m := compare.Mark{
				Spot:     compare.Spot{Statement: st, Span: s.Span, Value: s.Message},
				Severity: compare.Minor, Confidence: s.Sure, Message: s.Message, Suggest: s.Suggest,
				Reason: "English has no such sequence; a word was lost, or its form was not fitted to the sentence.",
			}
			if s.Hint {
				m.Severity, m.Confidence = compare.Info, min(s.Sure, 0.4)
			}
			p.Mark(m)
		}
	}
}
