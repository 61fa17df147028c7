package crosslang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// token is a word or a figure of a sentence, or, of a language without spaces,
// a single character.
type token struct {
	span  witness.Span // in the text that was read
	form  string
	forms []string // lower case, apostrophes plain; with and without the particles
	first bool     // begins a sentence or a quotation
}

// tokens cuts a text into words. A figure with its marks of grouping and
// decimals is one token; a hyphen and an apostrophe part words, except within
// Ukrainian ones.
func (t *table) tokens(s string) []token {
	var out []token
	first := true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		j := i + n
		switch {
		case unicode.IsDigit(r):
			j = figureEnd(s, i)
		case t.unspaced && !latin(r) && !unicode.IsSpace(r) && (unicode.IsLetter(r) || r == '〇'):
		case letter(r):
			for j < len(s) {
				r, n := utf8.DecodeRuneInString(s[j:])
				if !(letter(r) && !(t.unspaced && !latin(r))) && !(t.apostrophe(s, j, r)) {
					break
				}
				j += n
			}
		default:
			if strings.ContainsRune(".!?:;。！？：；«„“「『\"(", r) {
				first = true
			}
			i = j
			continue
		}
		form := s[i:j]
		out = append(out, token{witness.Span{Start: i, End: j}, form, t.forms(form), first})
		first = false
		i = j
	}
	return out
}

// apostrophe reports whether the mark at j belongs to the word: Ukrainian
// letters on both sides, or the English n't and 's, which are cut elsewhere.
func (t *table) apostrophe(s string, j int, r rune) bool {
	if r != '\'' && r != '’' && r != 'ʼ' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[j+utf8.RuneLen(r):])
	return t.lang == "uk" && letter(next)
}

// norm makes the matching form of a word: lower case, marks plain, and of
// Arabic letters that writers exchange one.
func (t *table) norm(s string) string {
	s = strings.ToLower(text.Plain(s))
	if t.joined {
		s = arabic.Replace(s)
	}
	return s
}

var arabic = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ى", "ي", "ة", "ه", "ـ", "")

// forms lists what a word may be in the table: itself, and without what is
// written together with it, and, and to, the.
func (t *table) forms(form string) []string {
	w := t.norm(form)
	out := []string{w}
	if !t.joined {
		return out
	}
	strip := func(least int, prefixes ...string) {
		for _, p := range prefixes {
			if rest, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(rest) >= least {
				w = rest
				out = append(out, w)
				return
			}
		}
	}
	strip(2, "و", "ف")
	if strings.HasPrefix(w, "لل") {
		w = "ال" + strings.TrimPrefix(w, "لل")
		out = append(out, w)
	} else if !strings.HasPrefix(w, "ال") {
		strip(3, "ب", "ك", "ل")
	}
	strip(3, "ال")
	return out
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

func latin(r rune) bool { return unicode.In(r, unicode.Latin) }

// figureEnd returns where the figure that begins at i ends: digits, with
// single marks of grouping or decimals between them, and with spaces before
// groups of three.
func figureEnd(s string, i int) int {
	j := digits(s, i)
	head := j - i
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		k := digits(s, j+n)
		count := utf8.RuneCountInString(s[min(j+n, len(s)):k])
		switch {
		case count == 0:
			return j
		case r == '.' || r == ',' || r == '٫' || r == '٬' || r == '،' || r == '\'' || r == '’':
		case unicode.IsSpace(r) && r != '\n' && count == 3 && head <= 3*utf8.RuneLen('٠') && !unicode.IsDigit(after(s, k)):
			if utf8.RuneCountInString(s[i:i+head]) > 3 {
				return j
			}
		default:
			return j
		}
		j = k
	}
	return j
}

func after(s string, i int) rune {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

func digits(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsDigit(r) {
			break
		}
		i += n
	}
	return i
}
