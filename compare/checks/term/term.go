package term

import (
	_ "embed"
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/internal/termbase"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check term.
var Check = &compare.Check{
	Name: "term", Source: source, Examples: examples, Artefact: true, Severity: compare.Minor,
	MQM: "terminology/inconsistent-with-terminology-resource", ITS: "terminology", Run: run,
}

func run(p *compare.Pass) {
	if p.Terms == nil {
		return
	}
	langs := sourceLanguages(p.Event)
	told := map[use]bool{}
	for st := range marks.Prose(p.Event) {
		for _, u := range p.Terms.Forbidden(st, langs[st.Witness]) {
			told[use{st, u.Entry}] = true
			e := &p.Terms.Entries[u.Entry]
			p.Mark(compare.Mark{
				Spot:     compare.Spot{Statement: st, Span: u.Span, Value: e.Term},
				Severity: compare.Minor, Confidence: 0.95,
				Message: fmt.Sprintf("“%s” where the desk writes “%s”", st.Witness.Text[u.Span.Start:u.Span.End], e.Term),
				Reason:  e.Reason, Suggest: e.Term,
			})
		}
	}
	missing(p, langs, told)
}

// use is a statement in which something was told of an entry.
type use struct {
	st    *witness.Statement
	entry int
}

// sourceLanguages gives the language that each report was translated from, as
// it says itself or as that of the report that it translates.
func sourceLanguages(ev *witness.Event) map[*witness.Witness]string {
	lang := map[string]string{}
	for _, w := range ev.Witnesses {
		lang[w.ID] = w.Lang
	}
	out := map[*witness.Witness]string{}
	for _, w := range ev.Witnesses {
		out[w] = w.SourceLang
		if w.SourceLang == "" && w.Translates != "" {
			out[w] = lang[w.Translates]
		}
	}
	return out
}

// missing reports the translations that lack a term which their source, or
// another version of the same text, asks for in the corresponding statement.
func missing(p *compare.Pass, langs map[*witness.Witness]string, told map[use]bool) {
	versions := p.Event.Aligned || p.Event.Parallel
	pairs := map[[2]*witness.Statement]*compare.Pair{}
	for x := range p.Pairs() {
		pairs[[2]*witness.Statement{x.A, x.B}] = x
	}
	for _, g := range p.Event.Groups {
		for _, ref := range g.Members() {
			from := p.Event.Witnesses[ref.Witness].Statements[ref.Statement]
			for _, u := range p.Terms.Sourced(from) {
				e := &p.Terms.Entries[u.Entry]
				for w, cell := range g.Cells {
					into := p.Event.Witnesses[w]
					translates := into.Translates == from.Witness.ID
					if len(cell) == 0 || !into.English() || !translates && !(versions && e.Keep && from.Witness.English()) ||
						!termbase.SameLanguage(e.SourceLang, langs[into]) || answered(p, into, cell, u.Entry, told) {
						continue
					}
					st := into.Statements[cell[0]]
					told[use{st, u.Entry}] = true
					m := compare.Mark{
						Spot:     compare.Spot{Statement: st, Span: st.Span, Value: "without " + e.Term},
						Severity: compare.Minor, Confidence: 0.7,
						Message: fmt.Sprintf("“%s” is missing, which the desk writes for “%s” of %s", e.Term, text(from, u.Span), from.Witness.ID),
						Reason:  e.Reason, Suggest: e.Term,
					}
					if e.Keep {
						m.Message = fmt.Sprintf("“%s”, which is never translated, stands in %s and not here", e.Term, from.Witness.ID)
					}
					if span := counterpart(pairs, from, u.Span, st); !span.Empty() {
						m.Span, m.Confidence = span, 0.85
						m.Message = fmt.Sprintf("“%s” for “%s” of %s, which is never translated", text(st, span), e.Term, from.Witness.ID)
					}
					p.Mark(m)
				}
			}
		}
	}
}

func text(st *witness.Statement, s witness.Span) string { return st.Witness.Text[s.Start:s.End] }

// answered reports whether one of the statements has the term, or something
// was told of it already.
func answered(p *compare.Pass, w *witness.Witness, cell []int, entry int, told map[use]bool) bool {
	for _, s := range cell {
		st := w.Statements[s]
		if told[use{st, entry}] || p.Terms.Has(entry, st) || !marks.Readable(st) {
			return true
		}
	}
	return false
}

// counterpart returns the words of st that are aligned with those of a term in
// another version; nothing where they are not known, or the same.
func counterpart(pairs map[[2]*witness.Statement]*compare.Pair, from *witness.Statement, term witness.Span, st *witness.Statement) witness.Span {
	var to []int
	if x := pairs[[2]*witness.Statement{from, st}]; x != nil {
		to = x.ToB
	} else if x := pairs[[2]*witness.Statement{st, from}]; x != nil {
		to = x.ToA
	} else {
		return witness.Span{}
	}
	first, last := -1, -1
	for i := range from.Tokens {
		if !term.Contains(from.Tokens[i].Span) || to[i] < 0 {
			continue
		}
		if first < 0 || to[i] < first {
			first = to[i]
		}
		last = max(last, to[i])
	}
	const most = 8 // words: further apart they are no phrase
	if first < 0 || last-first >= most {
		return witness.Span{}
	}
	return marks.Span(st, first, last)
}
