package extract

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// shortLine is the most words of a line in which a middling hint is enough:
// a news sentence may quote a phrase of a site, a button has no other words.
const shortLine = 14

// Furniture reports whether a statement is what a site adds to a report: a
// disclaimer, a comment form, a share button.
func Furniture(lex *lexicon.Lexicon, st *witness.Statement) bool {
	words := strings.Fields(lowerPlain(st.Text()))
	if address(words) {
		return true
	}
	trimmed := make([]string, len(words))
	for i, w := range words {
		trimmed[i] = strings.Trim(w, ".,:;!*()|\"'")
	}
	score := 0
	for i := 0; i < len(words); {
		b, n := boilerplate(lex, words, trimmed, i)
		if n == 0 {
			i++
			continue
		}
		score += b.Weight
		i += n
	}
	return score >= 3 || score == 2 && len(words) <= shortLine
}

// address reports whether a line is a web address, which some sources set with
// spaces: "http: / / www. example. org / 2019 / story".
func address(words []string) bool {
	return len(words) > 0 && (strings.HasPrefix(words[0], "http:") || strings.HasPrefix(words[0], "https:") || strings.HasPrefix(words[0], "www."))
}

// boilerplate returns the longest phrase of the table that stands at word i, of
// the words as they are or else without the punctuation about them.
func boilerplate(lex *lexicon.Lexicon, words, trimmed []string, i int) (lexicon.Boilerplate, int) {
	vs, n := lex.Boilerplates().Longest(words[i:])
	if n == 0 {
		vs, n = lex.Boilerplates().Longest(trimmed[i:min(i+8, len(words))])
	}
	if n == 0 {
		return lexicon.Boilerplate{}, 0
	}
	switch b := vs[0]; {
	case b.Where == "start" && i > 0, b.Where == "line" && n != len(words):
		return lexicon.Boilerplate{}, 0
	default:
		return b, n
	}
}
