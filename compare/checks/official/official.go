package official

import (
	_ "embed"
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check official.
var Check = &compare.Check{
	Name: "official", Source: source, Examples: examples, Artefact: true, Severity: compare.Minor,
	MQM: "terminology/wrong-term", ITS: "terminology", Run: run,
}

func run(p *compare.Pass) {
	names := p.Lexicon.OfficialNames()
	var r marks.Run
	for st := range marks.Prose(p.Event) {
		r.Words(st)
		for i := 0; i < len(r.Forms); {
			vs, n := names.Longest(r.Forms[i:])
			if n == 1 && partOf(st, r.First[i], r.Last[i]) {
				n = 0
			}
			if n == 0 {
				i++
				continue
			}
			span := marks.Span(st, r.First[i], r.Last[i+n-1])
			m := compare.Mark{
				Spot:     compare.Spot{Statement: st, Span: span, Value: vs[0].Right},
				Severity: compare.Minor, Confidence: 0.85,
				Message: fmt.Sprintf("“%s” is officially “%s”", st.Witness.Text[span.Start:span.End], vs[0].Right),
				Reason:  vs[0].Note, Suggest: vs[0].Right,
			}
			if described(p.Lexicon, st, r.First[i], r.Last[i+n-1]) {
				m.Severity, m.Confidence = compare.Info, 0.4
			}
			p.Mark(m)
			i += n
		}
	}
}

// partOf reports whether the one word from token i to j is no name by itself:
// it is in lower case, or part of a longer name ("Grand Lisboa"), or initials
// that a bracket gives on purpose beside the name that it spells out.
func partOf(st *witness.Statement, i, j int) bool {
	return marks.Small(st.Tokens[i].Form) || marks.UPOS(st, i-1) == "PROPN" || i > 1 && marks.Capital(st.Tokens[i-1].Form) || marks.UPOS(st, j+1) == "PROPN" || marks.UPOS(st, j+1) == "NUM" ||
		marks.Lower(st, i-1) == "(" && marks.Lower(st, j+1) == ")"
}

// described reports whether the tokens i to j name nothing and describe: the
// adjective of a country and small letters, "the American finance ministry".
func described(lex *lexicon.Lexicon, st *witness.Statement, i, j int) bool {
	for k := i + 1; k <= j; k++ {
		if marks.Capital(st.Tokens[k].Form) {
			return false
		}
	}
	for _, f := range lex.Places().GetAll(st.Tokens[i].Lower) {
		if f.As == "adjective" {
			return true
		}
	}
	return false
}
