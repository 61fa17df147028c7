package marks

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
)

var classes = [...]lexicon.POS{lexicon.Noun, lexicon.Verb, lexicon.Adjective, lexicon.Adverb}

// Known reports whether a lower-case form is a word of English or one of its
// inflections, as far as WordNet and the function words go.
func Known(lex *lexicon.Lexicon, form string) bool {
	if lex.IsFunctionWord(form) {
		return true
	}
	var buf [4]string
	for _, pos := range classes {
		if lexicon.Known(form, pos) || len(lexicon.BaseForms(buf[:0], form, pos)) > 0 {
			return true
		}
	}
	return false
}

// Only reports whether every reading of a form is of the given part of speech.
func Only(form string, pos lexicon.POS) bool {
	var buf [4]string
	has := false
	for _, p := range classes {
		if lexicon.Known(form, p) || len(lexicon.BaseForms(buf[:0], form, p)) > 0 {
			if p != pos {
				return false
			}
			has = true
		}
	}
	return has
}

// Finite reports whether a form is a verb's and not its base: "went", "says",
// "prepared"; and no noun or adjective.
func Finite(form string) bool {
	switch form {
	case "is", "are", "was", "were", "has", "had", "does", "did", "am", "been":
		return true
	}
	if lexicon.Known(form, lexicon.Verb) || lexicon.Known(form, lexicon.Noun) || lexicon.Known(form, lexicon.Adjective) || lexicon.Known(form, lexicon.Adverb) || strings.HasSuffix(form, "ing") {
		return false
	}
	var buf [4]string
	return len(lexicon.BaseForms(buf[:0], form, lexicon.Verb)) > 0 && len(lexicon.BaseForms(buf[:0], form, lexicon.Noun)) == 0
}
