package salad

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

// Check is the check salad.
var Check = &compare.Check{
	Name: "salad", Source: source, Examples: examples, Artefact: true, Severity: compare.Major,
	MQM: "fluency/unintelligible", ITS: "uncategorized", Run: run,
}

// How odd the order of a sentence's words is, in bits a word, where it is
// called salad: alone, and with a sequence that English does not have.
// Measured on two hundred shuffled sentences and on ten thousand of the news.
const (
	alone  = 6.4
	helped = 5.2
	faint  = 6.0
	bad    = 9.5 // the worst place
	fewest = 9   // words
	longer = 14  // words, where nothing else speaks for it
)

func run(p *compare.Pass) {
	for st := range marks.Prose(p.Event) {
		if len(st.Tokens) < fewest || st.Kind != witness.Body || marks.TitleCase(st) || !plain(st) {
			continue
		}
		mean, worst, at := marks.Odd(st)
		if mean < helped || worst < bad {
			continue
		}
		at = min(at, len(st.Tokens)-1)
		m := compare.Mark{
			Spot:     compare.Spot{Statement: st, Span: marks.Span(st, max(0, at-2), min(at+1, len(st.Tokens)-1)), Value: "order"},
			Severity: compare.Major, Confidence: 0.85, Message: "the words of the sentence stand in no order",
			Reason: "Hardly two of its words follow each other as words of their kind do in English.",
		}
		slips := len(marks.Grammar(p.Lexicon, st)) + len(marks.Repeats(p.Lexicon, st))
		switch {
		case slips >= 2 || slips == 1 && mean > (helped+faint)/2:
		case mean > alone && worst > bad+1 && len(st.Tokens) >= longer:
			m.Severity, m.Confidence = compare.Minor, 0.7
		case mean > faint || slips > 0:
			m.Severity, m.Confidence = compare.Info, 0.4
		default:
			continue
		}
		m.Span = witness.Span{Start: st.Tokens[0].Span.Start, End: st.Tokens[len(st.Tokens)-1].Span.End}
		p.Mark(m)
	}
}

// plain reports whether a statement is running text: no quotation, no table of
// figures.
func plain(st *witness.Statement) bool {
	figures := 0
	for i := range st.Tokens {
		switch t := &st.Tokens[i]; {
		case t.Lower == "\"" || t.Lower == "'" || t.Lower == "[" || t.Lower == "...":
			return false
		case t.UPOS == "NUM" || t.UPOS == "SYM" || t.UPOS == "X":
			figures++
		}
	}
	return 4*figures < len(st.Tokens)
}
