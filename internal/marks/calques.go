package marks

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// A Loan is a calque in its place.
type Loan struct {
	Statement *witness.Statement
	Span      witness.Span
	Calque    lexicon.Calque
}

// Loans finds the calques and false friends of the table in one report, by
// the forms of its words first, then by their lemmas.
func Loans(lex *lexicon.Lexicon, w *witness.Witness) []Loan {
	var out []Loan
	var r Run
	for _, st := range w.Statements {
		if !Readable(st) {
			continue
		}
		r.Words(st)
		for i := 0; i < len(r.Forms); {
			c, n := longest(lex.Calques(), r.Forms[i:], r.Lemmas[i:])
			if n == 0 {
				i++
				continue
			}
			out = append(out, Loan{st, Span(st, r.First[i], r.Last[i+n-1]), c})
			i += n
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

// Source guesses the language that a report was translated from by its
// calques: each speaks for its languages, the fewer they are the louder. The
// score is 0 where nothing points anywhere.
func Source(loans []Loan) (lang string, score float64) {
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
		return "", 0
	}
	return langs[0], votes[langs[0]]
}
