package crosslang

import (
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"

	"github.com/factdiff/factdiff/internal/text"
)

// Two systems of transliteration seldom agree on a vowel, and not on every
// consonant: Chruschtschow is Khrushchev, Jrushchov, Khrouchtchev and Хрущёв.
// What they agree on is the order of a few classes of consonants. skeleton
// reduces a name to those.
//
// The classes: t d; k g q and hard c, x; s z c j sh ch zh ts, also the y and i
// that a j may be, left out; v w f; b p; l; r; m; n. Vowels, h and y are left
// out, doubled letters are one.
func skeleton(name string) string {
	s := text.Fold(name)
	var b strings.Builder
	var last byte
	put := func(c byte) {
		if c != last {
			b.WriteByte(c)
			last = c
		}
	}
	for i := 0; i < len(s); i++ {
		rest := s[i:]
		switch c := s[i]; {
		case strings.HasPrefix(rest, "shch"):
			put('s')
			i += 3
		case strings.HasPrefix(rest, "tsch"):
			put('s')
			i += 3
		case strings.HasPrefix(rest, "sch"), strings.HasPrefix(rest, "tch"), strings.HasPrefix(rest, "dzh"), strings.HasPrefix(rest, "dsh"):
			put('s')
			i += 2
		case strings.HasPrefix(rest, "ph"):
			put('v')
			i++
		case strings.HasPrefix(rest, "kh"), strings.HasPrefix(rest, "gh"), strings.HasPrefix(rest, "ck"):
			put('k')
			i++
		case strings.HasPrefix(rest, "sh"), strings.HasPrefix(rest, "ch"), strings.HasPrefix(rest, "zh"), strings.HasPrefix(rest, "ts"), strings.HasPrefix(rest, "tz"), strings.HasPrefix(rest, "cz"), strings.HasPrefix(rest, "dz"), strings.HasPrefix(rest, "dj"):
			put('s')
			i++
		case strings.HasPrefix(rest, "ce"), strings.HasPrefix(rest, "ci"), strings.HasPrefix(rest, "cy"), c == 's', c == 'z':
			put('s')
		case c == 'j':
			put('s')
		case c == 'g' && len(rest) > 1 && strings.IndexByte("eiy", rest[1]) >= 0:
			put('s') // or k: see alike
		case c == 'k', c == 'g', c == 'q', c == 'c':
			put('k')
		case c == 'x':
			put('k')
			put('s')
		case c == 't', c == 'd':
			put('t')
		case c == 'v', c == 'w', c == 'f':
			put('v')
		case c == 'b', c == 'p':
			put('b')
		case c == 'l', c == 'r', c == 'm', c == 'n':
			put(c)
		default:
			last = 0
		}
	}
	return b.String()
}

// longEnough is the length of a skeleton below which any two may be alike.
const longEnough = 3

// A Name is a word with what it is compared by.
type Name struct{ fold, skeleton string }

// NewName makes a Name of a word.
func NewName(word string) Name { return Name{text.Fold(word), skeleton(word)} }

// Like reports whether a word of a source may be a name of its translation: by
// the first letters where they are one, by their skeletons with an ending or
// two otherwise. A name too short to tell is like any.
func (source Name) Like(name Name) bool {
	a, b := source.skeleton, name.skeleton
	if len(b) < longEnough {
		return true
	}
	if n := min(len(source.fold), len(name.fold)); n >= 3 && source.fold[:min(n, 5)] == name.fold[:min(n, 5)] {
		return true
	}
	const endings = 3 // letters that cases add
	if len(a)+2 < len(b) || len(a) > len(b)+endings+2 {
		return false
	}
	most := 1
	if len(b) >= 6 {
		most = 2
	}
	for cut := 0; cut <= endings && len(a)-cut >= longEnough-1; cut++ {
		if levenshtein.ComputeDistance(a[:len(a)-cut], b) <= most {
			return true
		}
	}
	return false
}

// Spoken reports whether names of a language can be compared by letters: those
// of Chinese, Japanese and other scripts without an alphabet cannot.
func Spoken(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Georgian, unicode.Armenian) {
			return true
		}
		if unicode.IsLetter(r) {
			return false
		}
	}
	return false
}

// Names lists the words of a text that may be names, each once: all of three
// letters or more, with a capital where the language has them.
func Names(tag, s string) []Name {
	t := tableOf(tag)
	var out []Name
	seen := map[string]bool{}
	for _, tok := range t.tokens(s) {
		for _, w := range tok.forms {
			if len(w) >= 3 && !seen[w] && (t.uncased || upper(tok.form)) {
				seen[w] = true
				out = append(out, NewName(w))
			}
		}
	}
	return out
}
