package residue

import (
	_ "embed"
	"html"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check residue.
var Check = &compare.Check{
	Name: "residue", Source: source, Examples: examples, Artefact: true, Severity: compare.Major,
	MQM: "accuracy/untranslated", ITS: "untranslated", Run: run,
}

func run(p *compare.Pass) {
	speller := marks.NewSpeller(p.Lexicon, p.Event)
	named := marks.Capitals(p.Event)
	for _, w := range p.Event.Witnesses {
		if !w.English() {
			continue
		}
		for _, st := range w.Statements {
			script(p, st)
			entities(p, st)
			if marks.Readable(st) {
				for _, s := range speller.Alien(st, named) {
					s.Suggest = "" // no better word is known
					mark(p, st, s)
				}
				if lang, ok := marks.Language(p.Lexicon, st); ok {
					mark(p, st, marks.Slip{Span: st.Span, Message: "a sentence in " + lang, Sure: 0.85})
				}
			}
		}
	}
}

// script tells of letters that are not Latin. Where a report has many, only
// the first few of them are told: it is in another language as a whole.
func script(p *compare.Pass, st *witness.Statement) {
	const most = 8
	for i, s := range marks.Foreign(st.Witness.Text, st.Span) {
		if i == most {
			return
		}
		mark(p, st, s)
	}
}

// entities tells of the character references of HTML that a copy left.
func entities(p *compare.Pass, st *witness.Statement) {
	text := st.Text()
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '&')
		if i < 0 {
			return
		}
		i += at
		at = i + 1
		tail := text[i+1 : min(len(text), i+10)]
		j := strings.IndexByte(tail, ';')
		if j < 2 || strings.ContainsAny(tail[:j], " &") {
			continue
		}
		s := marks.Slip{Span: witness.Span{Start: st.Span.Start + i, End: st.Span.Start + i + j + 2}, Message: "a character reference of HTML", Sure: 0.9}
		s.Suggest = html.UnescapeString(text[i : i+j+2])
		if s.Suggest != text[i:i+j+2] {
			mark(p, st, s)
		}
	}
}

func mark(p *compare.Pass, st *witness.Statement, s marks.Slip) {
	m := compare.Mark{
		Spot:     compare.Spot{Statement: st, Span: s.Span, Value: st.Witness.Text[s.Span.Start:s.Span.End]},
		Severity: compare.Major, Confidence: s.Sure, Message: s.Message, Suggest: s.Suggest,
		Reason: "What stands in another script or language was not translated.",
	}
	switch {
	case s.Hint:
		m.Severity, m.Confidence = compare.Info, 0.4
	case s.Suggest != "":
		m.Severity = compare.Minor
	}
	p.Mark(m)
}
