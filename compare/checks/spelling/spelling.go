package spelling

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

// Check is the check spelling.
var Check = &compare.Check{
	Name: "spelling", Source: source, Examples: examples, Artefact: true, Severity: compare.Minor,
	MQM: "fluency/spelling", ITS: "misspelling", Run: run,
}

func run(p *compare.Pass) {
	speller := marks.NewSpeller(p.Lexicon, p.Event)
	named := marks.Capitals(p.Event)
	for _, w := range p.Event.Witnesses {
		if !w.English() {
			continue
		}
		var slips []compare.Mark
		for _, st := range w.Statements {
			if marks.Readable(st) {
				for _, s := range speller.Misspelt(st, named) {
					slips = append(slips, mark(st, s))
				}
			}
		}
		report(p, slips)
		for _, v := range marks.Variants(p.Lexicon, w) {
			m := compare.Mark{
				Spot:     compare.Spot{Statement: v.Statement, Span: v.Span, Value: v.Form},
				Also:     []compare.Spot{{Statement: v.OtherStatement, Span: v.OtherSpan, Value: v.Other}},
				Severity: compare.Minor, Confidence: 0.85, Message: "one name in two spellings: “" + v.Form + "” and “" + v.Other + "”",
				Reason: "A report that spells one name in two ways was put together from two sources, or by an engine.", Suggest: v.Other,
			}
			if v.Hint {
				m.Severity, m.Confidence = compare.Info, 0.5
			}
			p.Mark(m)
		}
	}
}

// careless is the number of misspelt words from which on they tell of the
// report, and not of one slip of the finger.
const careless = 3

func report(p *compare.Pass, slips []compare.Mark) {
	sure := 0
	for _, m := range slips {
		if m.Confidence > 0.5 {
			sure++
		}
	}
	for _, m := range slips {
		if m.Confidence > 0.5 && sure >= careless {
			m.Severity = compare.Minor
		}
		p.Mark(m)
	}
}

func mark(st *witness.Statement, s marks.Slip) compare.Mark {
	m := compare.Mark{
		Spot:     compare.Spot{Statement: st, Span: s.Span, Value: st.Witness.Text[s.Span.Start:s.Span.End]},
		Severity: compare.Info, Confidence: s.Sure, Message: s.Message, Suggest: s.Suggest,
		Reason: "The word stands in no dictionary or table, and a letter's change makes one that does.",
	}
	if s.Hint {
		m.Confidence = 0.4
	}
	return m
}
