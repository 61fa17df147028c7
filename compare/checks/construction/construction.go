package construction

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/marks"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check construction.
var Check = &compare.Check{
	Name: "construction", Source: source, Examples: examples, Artefact: true, Severity: compare.Minor,
	MQM: "fluency/grammar", ITS: "grammar", Run: run,
}

func run(p *compare.Pass) {
	for st := range marks.Prose(p.Event) {
		for _, s := range marks.Syntax(p.Lexicon, st) {
			m := compare.Mark{
				Spot:     compare.Spot{Statement: st, Span: s.Span, Value: s.Message},
				Severity: compare.Minor, Confidence: s.Sure, Message: s.Message, Suggest: s.Suggest,
				Reason: "The clause is put together as another language does it.",
			}
			if s.Hint {
				m.Severity, m.Confidence = compare.Info, 0.4
			}
			p.Mark(m)
		}
	}
	suspects := compare.Once(p, marks.NewSuspects)
	for _, w := range p.Event.Witnesses {
		for _, l := range suspects[w] {
			if !l.Syntax() {
				continue // for the check calque
			}
			m := compare.Mark{
				Spot:     compare.Spot{Statement: l.Statement, Span: l.Span, Value: l.Calque.Phrase},
				Message:  fmt.Sprintf("“%s” is not how English builds it: %s", w.Text[l.Span.Start:l.Span.End], l.Calque.Meant),
				Reason:   reason(l.Calque.Note),
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

func reason(note string) string {
	const always = "A verb, a noun or an adjective kept the preposition, the object or the clause that it has in another language"
	if note == "" {
		return always + "."
	}
	return always + ": " + strings.TrimSuffix(note, ".") + "."
}
