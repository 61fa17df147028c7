package role

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
)

// general are the words for an office that a country calls by a name of its own, with the
// offices that they may be: the head of government of one is the chancellor, the top diplomat
// of another the secretary of state.
var general = map[string][]string{
	"head of government": {"prime minister", "chancellor", "first minister"},
	"top diplomat":       {"foreign minister", "secretary of state", "eu foreign policy chief"},
	"chief diplomat":     {"foreign minister", "secretary of state", "eu foreign policy chief"},
}

// american are the ministers of the United States who have another title there, by what
// they would be elsewhere: reports from abroad call them by that.
var american = map[string]string{"foreign minister": "secretary of state", "justice minister": "attorney general"}

// oneOffice reports whether two offices are one in other words: one of them is put in
// words that fit both, or in those of another country.
func oneOffice(lex *lexicon.Lexicon, a, b held) bool {
	return fits(a, b) || fits(b, a) || abroad(lex, a, b) || abroad(lex, b, a) || canciller(lex, a, b) || canciller(lex, b, a)
}

// canciller reports whether two offices are the foreign minister of a country of Latin America,
// who is its chancellor there.
func canciller(lex *lexicon.Lexicon, a, b held) bool {
	if a.role.Office != "chancellor" || b.role.Office != "foreign minister" || !rankless(a) || !rankless(b) {
		return false
	}
	latin := false
	for _, h := range [...]held{a, b} {
		if of := compare.Land(lex, h.role.Of); of != nil {
			if !lex.Contains("latin america", of.Key) {
				return false
			}
			latin = true
		}
	}
	return latin
}

// fits reports whether one office is put in general words for the other.
func fits(a, b held) bool {
	words := strings.ToLower(a.st.Witness.Text[a.role.Span.Start:a.role.Span.End])
	for w, offices := range general {
		if strings.Contains(words, w) && rankless(a) && rankless(b) && slices.Contains(offices, b.role.Office) {
			return true
		}
	}
	return false
}

// abroad reports whether one office is what another country calls the other, which is one
// of the United States.
func abroad(lex *lexicon.Lexicon, a, b held) bool {
	if american[a.role.Office] != b.role.Office || b.role.Office == "" || !rankless(a) || !rankless(b) {
		return false
	}
	us := false
	for _, h := range [...]held{a, b} {
		of, ok := lex.Country(strings.ToLower(h.role.Of))
		if ok && of.Code != "US" {
			return false
		}
		us = us || ok
	}
	return us || b.role.Office == "secretary of state"
}

// rankless reports whether no word before an office makes another of it: deputy, acting.
func rankless(h held) bool {
	mark, _ := rank(value(h.role))
	return mark == ""
}
