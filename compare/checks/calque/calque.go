package calque

import (
	_ "embed"
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/marks"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check calque.
var Check = &compare.Check{
	Name: "calque", Source: source, Examples: examples, Artefact: true, Severity: compare.Minor,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

func run(p *compare.Pass) {
	suspects := compare.Once(p, marks.NewSuspects)
	for _, w := range p.Event.Witnesses {
		for _, l := range suspects[w] {
			if l.Syntax() {
				continue // for the check construction
			}
			m := compare.Mark{
				Spot:     compare.Spot{Statement: l.Statement, Span: l.Span, Value: l.Calque.Phrase},
				Message:  fmt.Sprintf("“%s” reads like a translation; meant may be: %s", w.Text[l.Span.Start:l.Span.End], l.Calque.Meant),
				Reason:   l.Calque.Note,
				Suggest:  l.Calque.Meant,
				Severity: compare.Minor, Confidence: l.Sure,
			}
			if l.Hint {
				m.Severity = compare.Info
			}
			p.Mark(m)
		}
	}
}
