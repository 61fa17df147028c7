// Package naming decides whether two names may name one thing. Extraction
// asks it when it builds the table of entities, alignment when it ties words,
// the checks before they set two names against each other.
//
// The commonest false alarm of a comparison of names is a name in another
// dress: another transliteration (Shoigu, Shoygu), a slip of the keyboard
// (Krasnodar, Kransodar), a fuller form, an acronym, a short form of the given
// name, a demonym, a generic word in another translation (Khabarovsk Krai,
// Khabarovsk Region), a title that one translator left as it was. None of them
// is another person or place. What is left is.
package naming

import (
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/text"
)

// Words folds a name to the words that carry its identity: without articles,
// prepositions, possessives and marks.
func Words(form string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(text.Plain(form), func(r rune) bool { return r == ' ' || r == '-' || r == '\u00a0' || r == '/' }) {
		w = strings.TrimSuffix(text.Fold(w), "'s")
		w = strings.Trim(w, "'.,\"()")
		if dotted(w) {
			w = strings.ReplaceAll(w, ".", "") // "U.S."
		}
		switch w {
		case "", "the", "of", "and", "for", "in", "de", "al", "el", "la", "on", "at":
			continue
		}
		out = append(out, w)
	}
	return joined(out)
}

// dotted reports whether a word is made of single letters with points between.
func dotted(w string) bool {
	for i := range len(w) {
		if (w[i] == '.') != (i%2 == 1) {
			return false
		}
	}
	return len(w) > 2
}

// Bounds of the likeness of two words that are spellings of one name.
const (
	leastFuzzy = 5    // letters of the longer, below which only transliteration is forgiven
	maxFuzzy   = 0.38 // edit distance over the length of the longer
)

// Spelling reports whether two folded words are surely one name in two
// spellings: the same, alike under transliteration, full and short, or one
// letter apart in a long word. The table of entities is built on it.
func Spelling(lex *lexicon.Lexicon, a, b string) bool {
	if a == b || lex.SameName(a, b) {
		return true
	}
	ka, kb := text.NameKey(a), text.NameKey(b)
	if ka == kb && len(ka) >= 3 {
		return true
	}
	n := max(utf8.RuneCountInString(ka), utf8.RuneCountInString(kb))
	return n > leastFuzzy && ka != "" && kb != "" && ka[0] == kb[0] && !(Own(lex, a) && Own(lex, b)) && levenshtein.ComputeDistance(ka, kb) <= 1
}

// sameLetters reports whether two words are made of the same letters.
func sameLetters(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	var n [256]int8
	for i := range len(a) {
		n[a[i]]++
		n[b[i]]--
	}
	return n == [256]int8{}
}

// longPrefix reports whether two keys share their first six letters or more,
// and most of the shorter.
func longPrefix(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 6 && n*4 >= 3*min(len(a), len(b))
}

// Own reports whether a folded word is a name or word in its own right, so
// that a like one is another: Austria is no spelling of Australia.
func Own(lex *lexicon.Lexicon, w string) bool {
	return lex.Places().Has(w) || lex.GivenNames().Has(w) || lex.Organisations().Has(w) || Common(w)
}

// Common reports whether a folded word is an ordinary word of English.
func Common(w string) bool {
	if lexicon.Proper(w) {
		return false
	}
	if lexicon.Known(w, lexicon.Noun) || lexicon.Known(w, lexicon.Verb) || lexicon.Known(w, lexicon.Adjective) || lexicon.Known(w, lexicon.Adverb) {
		return true
	}
	var buf [4]string
	return len(lexicon.BaseForms(buf[:0], w, lexicon.Noun)) > 0 || len(lexicon.BaseForms(buf[:0], w, lexicon.Verb)) > 0
}

// generic reports whether all words are ordinary nouns: "wharf", "region",
// "party".
func generic(lex *lexicon.Lexicon, words []string) bool {
	for _, w := range words {
		if !lex.IsGeneric(w) && (!Common(w) || lex.Places().Has(w) || lex.GivenNames().Has(w)) {
			return false
		}
	}
	return true
}

// AllCommon reports whether a name is made of ordinary words only, as titles
// and translated names are.
func AllCommon(lex *lexicon.Lexicon, words []string) bool {
	for _, w := range words {
		if !Common(w) || lex.Places().Has(w) || lex.GivenNames().Has(w) {
			return false
		}
	}
	return len(words) > 0
}

// small reports whether a form has a lower-case letter of ASCII.
func small(form string) bool {
	for i := range len(form) {
		if 'a' <= form[i] && form[i] <= 'z' {
			return true
		}
	}
	return false
}

// Acronym reports whether a form in capitals is made of the initials of
// words, in order; generic words may be passed over.
func Acronym(form string, words []string) bool {
	if len(words) < 2 || len(form) < 2 || small(form) {
		return false // nearly every word
	}
	letters := strings.ReplaceAll(form, ".", "")
	if len(letters) < 2 || len(letters) > 8 || strings.ToUpper(letters) != letters {
		return false
	}
	at := 0
	for _, w := range words {
		if at < len(letters) && w != "" && w[0] == letters[at]|0x20 {
			at++
		} else if at == 0 {
			return false
		}
	}
	return at == len(letters) && len(words) <= len(letters)+1
}
