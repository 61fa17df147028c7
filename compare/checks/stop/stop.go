package stop

import (
	_ "embed"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/marks"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check stop.
var Check = &compare.Check{
	Name: "stop", Source: source, Examples: examples, Artefact: true, Severity: compare.Minor,
	MQM: "fluency/punctuation", ITS: "typographical", Run: run,
}

func run(p *compare.Pass) {
	for st := range marks.Prose(p.Event) {
		for _, s := range marks.Stops(st) {
			m := compare.Mark{
				Spot:     compare.Spot{Statement: st, Span: s.Span, Value: "stray stop"},
				Severity: compare.Minor, Confidence: s.Sure, Message: s.Message, Suggest: s.Suggest,
				Reason: "Engines that translate line by line close a line with a stop, wherever the sentence ends.",
			}
			if s.Hint {
				m.Severity, m.Confidence = compare.Info, 0.5
			}
			p.Mark(m)
		}
	}
}
