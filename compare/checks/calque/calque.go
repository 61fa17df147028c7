package calque

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

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

// The scores from which on the calques of a report show where it comes from,
// and show it so well that the faintest of them counts.
const (
	shows  = 4
	plain  = 8
	unsure = 0.35
)

func run(p *compare.Pass) {
	for _, w := range p.Event.Witnesses {
		if !marks.English(w) {
			continue
		}
		loans := marks.Loans(p.Lexicon, w)
		lang, score := strings.ToLower(w.SourceLang), float64(plain)
		if lang, _, _ = strings.Cut(lang, "-"); lang == "" {
			lang, score = marks.Source(loans)
		}
		for _, l := range loans {
			if m, ok := judge(&l, lang, score, w.SourceLang != ""); ok {
				p.Mark(m)
			}
		}
	}
}

// judge says what one calque is worth in a report that comes from lang.
func judge(l *marks.Loan, lang string, score float64, given bool) (compare.Mark, bool) {
	c := &l.Calque
	m := compare.Mark{
		Spot:    compare.Spot{Statement: l.Statement, Span: l.Span, Value: c.Phrase},
		Message: fmt.Sprintf("“%s” reads like a translation; meant may be: %s", l.Statement.Witness.Text[l.Span.Start:l.Span.End], c.Meant),
		Reason:  c.Note, Suggest: c.Meant, Severity: compare.Minor,
	}
	fits := slices.Contains(c.Languages, lang) && score >= shows
	switch {
	case given && !fits:
		return m, false
	case fits && c.Confidence == "high":
		m.Confidence = 0.9
	case fits && (c.Confidence == "medium" || score >= plain && !given):
		m.Confidence = 0.7
	case fits:
		m.Severity, m.Confidence = compare.Info, 0.4
	case c.Confidence == "high" && c.Category == "false friend":
		m.Confidence = 0.75
	case c.Confidence == "high":
		m.Severity, m.Confidence = compare.Info, 0.5 // one turn of phrase shows no source
	case c.Confidence == "medium":
		m.Severity, m.Confidence = compare.Info, unsure
	default:
		return m, false
	}
	return m, true
}
