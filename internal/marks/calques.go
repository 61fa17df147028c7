package marks

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// A Loan is a calque, a false friend or a foreign construction in its place.
type Loan struct {
	Statement *witness.Statement
	Span      witness.Span
	Calque    lexicon.Calque
	Built     bool // it is of the table of constructions
}

// Syntax reports whether the loan is one of grammar, not of words.
func (l *Loan) Syntax() bool {
	return l.Calque.Category == "grammar" || l.Calque.Category == "preposition"
}

// Loans finds the entries of the tables in one report, in the order of the
// text: phrases by the forms of their words first, then by their lemmas, and
// constructions. Where two overlap the first one stands.
func Loans(lex *lexicon.Lexicon, w *witness.Witness) []Loan {
	var out []Loan
	var r Run
	for _, st := range w.Statements {
		if !Readable(st) {
			continue
		}
		list := constructions(lex, st)
		r.Words(st)
		for i := 0; i < len(r.Forms); {
			c, n := longest(lex.Calques(), r.Forms[i:], r.Lemmas[i:])
			if n == 0 {
				i++
				continue
			}
			list = append(list, Loan{Statement: st, Span: Span(st, r.First[i], r.Last[i+n-1]), Calque: c})
			i += n
		}
		slices.SortStableFunc(list, func(a, b Loan) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
		end := 0
		for _, l := range list {
			if l.Span.Start >= end {
				out, end = append(out, l), l.Span.End
			}
		}
	}
	return out
}

func longest(table *lexicon.Phrases[lexicon.Calque], forms, lemmas []string) (lexicon.Calque, int) {
	vs, n := table.Longest(forms)
	if us, m := table.Longest(lemmas); m > n {
		vs, n = us, m
	}
	if n == 0 {
		return lexicon.Calque{}, 0
	}
	return vs[0], n
}

// weight is what an entry tells of where a report comes from.
func weight(c *lexicon.Calque) float64 {
	switch c.Confidence {
	case "high":
		return 3
	case "medium":
		return 2
	}
	return 1
}

// A Source is where a report comes from, as far as it is known.
type Source struct {
	Lang  string
	Score float64 // how loudly the loans say so
	Given bool    // the manifest says so
}

// The scores from which on the loans of a report show where it comes from, and
// show it so well that the faintest of them counts.
const (
	shows = 4
	plain = 8
)

// SourceOf gives the language that a report was translated from: the one that
// the manifest names, or that its loans point to. Each of them speaks for its
// languages, the fewer they are the louder; two are needed.
func SourceOf(w *witness.Witness, loans []Loan) Source {
	if lang, _, _ := strings.Cut(strings.ToLower(w.SourceLang), "-"); lang != "" {
		return Source{lang, plain, true}
	}
	votes := map[string]float64{}
	seen := map[string]bool{}
	kinds := map[string]int{}
	for i := range loans {
		c := &loans[i].Calque
		if seen[c.Phrase] {
			continue
		}
		seen[c.Phrase] = true
		for _, l := range c.Languages {
			votes[l] += weight(c) / math.Sqrt(float64(len(c.Languages)))
			kinds[l]++
		}
	}
	langs := slices.SortedFunc(maps.Keys(votes), func(a, b string) int {
		return cmp.Or(cmp.Compare(votes[b], votes[a]), cmp.Compare(a, b))
	})
	if len(langs) == 0 || kinds[langs[0]] < 2 {
		return Source{}
	}
	return Source{Lang: langs[0], Score: votes[langs[0]]}
}

// wrongSense reports whether an entry, where it applies, is wrong and not only
// what translators choose more often than others.
func wrongSense(c *lexicon.Calque) bool {
	switch c.Category {
	case "false friend", "grammar", "preposition", "name", "title", "term":
		return true
	}
	return false
}

// Worth says how sure it is that a loan is wrong in a report that comes from
// src, and whether it is no more than a hint; ok is false where it is nothing.
func (src Source) Worth(l *Loan) (sure float64, hint, ok bool) {
	c := &l.Calque
	fits := slices.Contains(c.Languages, src.Lang) && src.Score >= shows
	switch {
	case src.Given && !fits && !l.Syntax():
		return 0, false, false
	case fits && c.Confidence == "high":
		return 0.9, false, true
	case fits && (c.Confidence == "medium" || src.Score >= plain && !src.Given && wrongSense(c)):
		return 0.7, false, true
	case fits:
		return 0.4, true, true
	case c.Confidence == "high" && (c.Category == "false friend" || l.Built || l.Syntax()):
		return 0.75, false, true
	case c.Confidence == "high":
		return 0.5, true, true // one turn of phrase shows no source
	case c.Confidence == "medium":
		return 0.35, true, true
	}
	return 0, false, false
}

// A Suspect is a loan that may be wrong where it stands.
type Suspect struct {
	Loan
	Sure float64 // how sure it is that it is wrong
	Hint bool    // it only hints at it
}

// Suspects are the loans of an event's reports that are worth telling: by
// report, in the order of the text.
type Suspects map[*witness.Witness][]Suspect

// NewSuspects reads the reports of an event. What all loans of a report together
// say of the language from which it comes decides what one is worth.
func NewSuspects(lex *lexicon.Lexicon, ev *witness.Event) Suspects {
	out := Suspects{}
	for _, w := range ev.Witnesses {
		if !w.English() {
			continue
		}
		loans := Loans(lex, w)
		from := SourceOf(w, loans)
		for i := range loans {
			if sure, hint, ok := from.Worth(&loans[i]); ok {
				out[w] = append(out[w], Suspect{loans[i], sure, hint})
			}
		}
	}
	return out
}
