package compare

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/witness"
)

// Land returns the country that words begin with or hold: "Iran's
// seismological centre".
func Land(lex *lexicon.Lexicon, words string) *lexicon.Place {
	words = strings.ToLower(words)
	fields := strings.Fields(strings.ReplaceAll(strings.ReplaceAll(words, "’s", ""), "'s", ""))
	for n := min(3, len(fields)); n > 0; n-- {
		for i := 0; i+n <= len(fields); i++ {
			if c, ok := lex.Country(strings.Join(fields[i:i+n], " ")); ok {
				return c
			}
		}
	}
	return nil
}

// Source returns who says what word i is part of, or nil where the report itself does.
func Source(st *witness.Statement, i int) *witness.Attribution {
	for k, n := i, 0; k >= 0 && n < 8; k, n = st.Tokens[k].Head, n+1 {
		if c := ClaimAt(st, k); c != nil && c.Attribution != nil {
			return c.Attribution
		}
		if a := FactOf(st, func(a *witness.Attribution) bool { return a.Content == k }); a != nil {
			return a
		}
	}
	return nil
}

// Opponents reports whether two speakers are of two sides that the reports name: of two
// countries, or the two of a dispute, as a government and its opposition. Each says what
// suits it, and reports that give both do not differ.
func Opponents(lex *lexicon.Lexicon, a, b *witness.Attribution) bool {
	if a == nil || b == nil {
		return false
	}
	if la, lb := land(lex, a), land(lex, b); la != nil && lb != nil {
		return la != lb
	}
	for _, x := range naming.Words(a.SpeakerWords) {
		for _, y := range naming.Words(b.SpeakerWords) {
			if disputes[x] == y && y != "" || disputes[y] == x && x != "" {
				return true
			}
		}
	}
	return false
}

// land is the country of a speaker, by his name or by the words that he is called.
func land(lex *lexicon.Lexicon, a *witness.Attribution) *lexicon.Place {
	if c := Land(lex, a.SpeakerWords); c != nil || a.Speaker == nil {
		return c
	}
	return Land(lex, a.Speaker.Name)
}

// disputes are the two sides that stock disputes have.
var disputes = map[string]string{"government": "opposition", "police": "organisers", "officials": "activists", "authorities": "activists", "prosecutors": "lawyers",
	"prosecution": "defence", "army": "rebels", "military": "rebels", "management": "union", "company": "union", "employers": "unions"}

// HighOffice is the least rank at which two political offices are hardly held by one person at
// once, and at which who has one is known by the office alone.
const HighOffice = 6
