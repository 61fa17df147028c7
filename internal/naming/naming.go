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
		switch w {
		case "", "the", "of", "and", "for", "in", "de", "al", "el", "la", "on", "at":
			continue
		}
		out = append(out, w)
	}
	return out
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

// SameWord reports whether two folded words may be one name in two spellings:
// sure ones, and words a few letters apart of which one at least is no word in
// its own right. A difference between such words is none that should be told.
func SameWord(lex *lexicon.Lexicon, a, b string) bool {
	if a == b || lex.SameName(a, b) {
		return true
	}
	ka, kb := text.NameKey(a), text.NameKey(b)
	if ka == kb && len(ka) >= 3 {
		return true
	}
	if len(a) >= 4 && sameLetters(a, b) && !(Own(lex, a) && Own(lex, b)) {
		return true // a slip of the keyboard: EUFA, UEFA
	}
	if longPrefix(ka, kb) {
		return true // a name and its adjective: Gorodishche, Gorodishchensky
	}
	n := max(utf8.RuneCountInString(ka), utf8.RuneCountInString(kb))
	if n < leastFuzzy || ka == "" || kb == "" || Own(lex, a) && Own(lex, b) {
		return false
	}
	d := levenshtein.ComputeDistance(ka, kb)
	return d == 1 || float64(d) <= maxFuzzy*float64(n) && ka[0] == kb[0]
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

// Same reports whether two names may name one thing, by their words alone.
func Same(lex *lexicon.Lexicon, a, b string) bool {
	wa, wb := Words(a), Words(b)
	if len(wa) == 0 || len(wb) == 0 {
		return true // marks and articles only: nothing to tell apart
	}
	la, lb := strings.ToLower(text.Plain(a)), strings.ToLower(text.Plain(b))
	if la == lb || Acronym(a, wb) || Acronym(b, wa) || lex.SameOrganisation(la, lb) {
		return true
	}
	if ca, ok := lex.Country(la); ok {
		if cb, ok := lex.Country(lb); ok && ca == cb {
			return true
		}
	}
	if lex.Contains(la, lb) || lex.Contains(lb, la) {
		return true
	}
	return sameWords(lex, wa, wb)
}

// sameWords compares two names word by word. They are one where the words that
// only one of them has say nothing of their own: generic words, or a given
// name beside one that is like it.
func sameWords(lex *lexicon.Lexicon, wa, wb []string) bool {
	leftA, leftB := leftover(lex, wa, wb), leftover(lex, wb, wa)
	shared := len(wa) - len(leftA)
	if shared == 0 {
		joinedA, joinedB := strings.Join(wa, ""), strings.Join(wb, "")
		return len(joinedA) >= leastFuzzy && SameWord(lex, joinedA, joinedB)
	}
	if len(leftA) == 0 || len(leftB) == 0 {
		return true // a fuller form
	}
	if generic(lex, leftA) || generic(lex, leftB) {
		return true
	}
	// One surname and two given names: other spellings of one ("Pyotr",
	// "Peter") unless both are well-known and start differently.
	if len(leftA) == 1 && len(leftB) == 1 {
		if SameWord(lex, wa[len(wa)-1], wb[len(wb)-1]) {
			return leftA[0][0] == leftB[0][0]
		}
		return !Own(lex, leftA[0]) && levenshtein.ComputeDistance(leftA[0], leftB[0]) <= 1 // "Paul Gadd", "Paul Gadi"
	}
	return false
}

// leftover lists the words of a that no word of b is a spelling of.
func leftover(lex *lexicon.Lexicon, a, b []string) []string {
	var out []string
next:
	for _, x := range a {
		for _, y := range b {
			if SameWord(lex, x, y) || lexicon.Derived(x, y) {
				continue next
			}
		}
		out = append(out, x)
	}
	return out
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

// Acronym reports whether a form in capitals is made of the initials of
// words, in order; generic words may be passed over.
func Acronym(form string, words []string) bool {
	letters := strings.ReplaceAll(form, ".", "")
	if len(letters) < 2 || len(letters) > 8 || strings.ToUpper(letters) != letters || len(words) < 2 {
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
