package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode/table"
	"golang.org/x/text/unicode/norm"
)

// Fold returns the key under which spellings of one name meet: lower case,
// without marks, transliterated to ASCII. "Ríabkov", "РЯБКОВ" and "Riabkov"
// are nearly one ("riabkov", "riabkov"); what is left between systems of
// transliteration ("Ryabkov") is for an edit distance to bridge.
//
// Signs that a transliteration adds and writers of English leave out (the
// Russian soft sign, the Arabic ayn) are dropped; apostrophes that stand in s
// stay, typographic ones plain. A letter that the tables do not know stays as
// it is: were it dropped, names that consist of such letters would all have
// the one empty key.
//
// Fold returns s itself, and allocates nothing, where s is folded already.
// Fold(Fold(s)) == Fold(s).
func Fold(s string) string {
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return foldUnicode(s)
		}
		if 'A' <= c && c <= 'Z' {
			for j := i + 1; j < len(s); j++ {
				if s[j] >= utf8.RuneSelf {
					return foldUnicode(s)
				}
			}
			return strings.ToLower(s)
		}
	}
	return s
}

func foldUnicode(s string) string {
	b := make([]byte, 0, len(s))
	// Chinese characters are transliterated to syllables with a space after
	// each; the space is written when something follows it.
	space := false
	var scratch [32]byte
	for _, r := range norm.NFC.String(s) {
		p, due := appendFolded(scratch[:0], r)
		if len(p) > 0 {
			if space && p[0] != ' ' {
				b = append(b, ' ')
			}
			b = append(b, p...)
			space = false
		}
		space = space || due
	}
	return string(b)
}

// appendFolded appends the folded form of r, and reports whether a space is
// due after it.
func appendFolded(b []byte, r rune) ([]byte, bool) {
	if r < utf8.RuneSelf {
		return append(b, byte(unicode.ToLower(r))), false
	}
	if p := plain(r); p != r {
		return append(b, byte(p)), false
	}
	if ignorable(r) || pointing(r) {
		return b, false
	}
	r = unicode.ToLower(unicode.ToUpper(r)) // where only the small letter has an entry
	letter := unicode.IsLetter(r) || unicode.IsMark(r)
	t := transliterate(r)
	if t == "" {
		// Letters in mathematical alphabets, circled and the like.
		for _, d := range norm.NFKD.String(string(r)) {
			if d < utf8.RuneSelf {
				t += string(d)
			} else if !unicode.Is(unicode.Mn, d) {
				t += transliterate(d)
			}
		}
	}
	if t == "" {
		if unicode.IsMark(r) || unicode.Is(unicode.Cf, r) {
			return b, false
		}
		return utf8.AppendRune(b, r), false
	}
	space := false
	for i := range len(t) {
		c := t[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', !letter && c != ' ':
		case c == ' ':
			space = i == len(t)-1
			if space {
				continue
			}
		default:
			continue // a sign of the transliteration
		}
		b = append(b, c)
	}
	return b, space
}

// transliterate reads go-unidecode's tables, whose own function allocates for
// each call.
func transliterate(r rune) string {
	if page := table.Tables[r>>8]; int(r&0xFF) < len(page) {
		return page[r&0xFF]
	}
	return ""
}

// pointing reports whether r is a mark that its script writes or leaves out
// at will: accents left over from composition, the points of Arabic and
// Hebrew. The vowel signs of Indic scripts are marks too, and are letters
// to a reader.
func pointing(r rune) bool {
	return unicode.Is(unicode.Mn, r) &&
		(unicode.In(r, unicode.Inherited, unicode.Arabic, unicode.Hebrew, unicode.Cyrillic, unicode.Greek, unicode.Latin))
}
