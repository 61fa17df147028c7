package marks

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/witness"
)

// around is the text round a place: the characters before and after it, space
// where there is none.
type around struct {
	text     string
	from, to int // the paragraph
}

func (a *around) before(i int) rune {
	if i <= a.from {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(a.text[a.from:i])
	return r
}

func (a *around) after(i int) rune {
	if i >= a.to {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(a.text[i:a.to])
	return r
}

// word widens a place to the characters that touch it, within reason, so that
// a reader sees what is meant.
func (a *around) word(s witness.Span) witness.Span {
	const most = 24
	for n := 0; n < most && s.Start > a.from; n++ {
		r, size := utf8.DecodeLastRuneInString(a.text[a.from:s.Start])
		if unicode.IsSpace(r) {
			break
		}
		s.Start -= size
	}
	for n := 0; n < most && s.End < a.to; n++ {
		r, size := utf8.DecodeRuneInString(a.text[s.End:a.to])
		if unicode.IsSpace(r) {
			break
		}
		s.End += size
	}
	return s
}

// trimmed is the offset of the last character before i that is no space, and
// that character; a.from and space where there is none.
func (a *around) trimmed(i int) (int, rune) {
	for n := 0; i > a.from && n < 8; n++ {
		r, size := utf8.DecodeLastRuneInString(a.text[a.from:i])
		if !unicode.IsSpace(r) {
			return i - size, r
		}
		i -= size
	}
	return a.from, ' '
}

// wordAt is the run of characters without space that holds the offset i,
// looked at no further than 60 bytes either way.
func (a *around) wordAt(i int) string {
	s, e := i, i
	for s > a.from && i-s < 60 && a.text[s-1] != ' ' && a.text[s-1] != '\n' {
		s--
	}
	for e < a.to && e-i < 60 && a.text[e] != ' ' && a.text[e] != '\n' {
		e++
	}
	return a.text[s:e]
}

// Spacing finds marks of punctuation with a space too many or too few, and
// marks that cannot stand together, in one paragraph of text. The paragraph is
// text[from:to].
func Spacing(text string, from, to int) []Slip {
	a := &around{text, from, to}
	var out []Slip
	add := func(s, e int, sure float64, hint bool, message, suggest string) {
		if n := len(out); n > 0 && s < out[n-1].Span.End {
			return // one cause, one slip
		}
		out = append(out, Slip{Span: a.word(witness.Span{Start: s, End: e}), Message: message, Suggest: suggest, Sure: sure, Hint: hint})
	}
	for i := from; i < to; i++ {
		c := text[i]
		switch c {
		case ',', ';', '.', ':', '!', '?', ')', ']':
		case '(', '[':
			if unicode.IsSpace(a.after(i+1)) && i+1 < to {
				add(i, i+2, 0.9, false, "a space after an opening bracket", "")
			} else if c == '(' && a.gluedBracket(i) {
				add(i, i+1, 0.85, false, "no space before a bracket", "")
			}
			continue
		default:
			continue
		}
		prev, next := a.before(i), a.after(i+1)
		switch {
		case unicode.IsSpace(prev) && i > from:
			if at, p := a.trimmed(i); a.spaced(c, p, next, i) {
				add(at, i+1, 0.9, false, "a space before "+name(c), text[at:at+utf8.RuneLen(p)]+string(c))
			}
		case c == '.' && next == '.' && prev != '.' && a.after(i+2) != '.':
			add(i, i+2, 0.8, a.to-i > 2 && unicode.IsLetter(a.after(i+2)), "two full stops", ".")
		case strings.IndexByte(",;:", c) >= 0 && next == rune(c):
			add(i, i+2, 0.9, c == ':', "a doubled mark", string(c))
		case badPair(c, next) && !(next == '.' && unicode.IsDigit(a.after(i+2))):
			add(i, i+2, 0.85, false, "two marks that cannot stand together", "")
		case (c == ',' || c == ';') && unicode.IsLetter(prev) && unicode.IsLetter(next) && !address(a.wordAt(i)) && !entity(a.wordAt(i)):
			add(i, i+1, 0.85, false, "no space after "+name(c), string(c)+" ")
		case c == ')' && unicode.IsLetter(next) && a.closesWord(i):
			add(i, i+1, 0.85, false, "no space after a bracket", ") ")
		case c == '.' && unicode.IsLower(prev) && unicode.IsUpper(next) && a.gluedStop(i):
			add(i, i+1, 0.85, false, "no space after a full stop", ". ")
		}
	}
	return out
}

func name(c byte) string {
	switch c {
	case ',':
		return "a comma"
	case '.':
		return "a full stop"
	case ';':
		return "a semicolon"
	case ':':
		return "a colon"
	case '!':
		return "an exclamation mark"
	case '?':
		return "a question mark"
	}
	return "a closing bracket"
}

// spaced reports whether mark c after a space is wrong there; p is the last
// character before the space, next the one after the mark.
func (a *around) spaced(c byte, p, next rune, i int) bool {
	if p == ' ' || strings.ContainsRune("([{—–-*•|>/:", p) {
		return false // a list, a table, a bracket
	}
	switch c {
	case '.':
		// ".com", ".5", "..."; a stop of a spaced ellipsis
		return !unicode.IsLetter(next) && !unicode.IsDigit(next) && next != '.' && p != '.' && !a.ellipsis(i)
	case ':':
		return next == ' ' && !unicode.IsDigit(p)
	case ';', '!', '?':
		return !strings.ContainsRune("-)(/=!?", next)
	case ',':
		return next != ',' && !strings.ContainsRune("'‘", next)
	}
	return p != ':' && p != ';'
}

// ellipsis reports whether the stop at i is one of several with spaces
// between.
func (a *around) ellipsis(i int) bool {
	return strings.HasPrefix(strings.TrimLeft(a.text[i+1:min(a.to, i+4)], " "), ".")
}

func badPair(c byte, next rune) bool {
	switch c {
	case ',':
		return strings.ContainsRune(".;:!?", next)
	case ';':
		return strings.ContainsRune(",.:", next)
	case ':':
		return strings.ContainsRune(",.;", next)
	}
	return false
}

// address reports whether a run without spaces is a web address, a handle or
// a path, in which marks are letters.
func address(w string) bool {
	return strings.ContainsAny(w, "/@#_=\\") || strings.HasPrefix(w, "www.") || strings.Contains(w, ".com") || strings.Contains(w, ".org") || strings.Contains(w, "http")
}

// entity reports whether a run without spaces holds a character reference of
// HTML, which the check residue tells of.
func entity(w string) bool { return strings.Contains(w, "&") }

// gluedStop reports whether the stop at i ends a sentence whose successor
// touches it: "ended.The". Names of sites and file types have one too.
func (a *around) gluedStop(i int) bool {
	w := a.wordAt(i)
	if address(w) || strings.Count(w, ".") != 1 {
		return false
	}
	head, tail, _ := strings.Cut(w, ".")
	head = strings.TrimLeft(head, "\"'“‘(")
	if len(head) < 3 || !Small(head) || !Word(head) {
		return false
	}
	r, n := utf8.DecodeRuneInString(tail)
	if n == len(tail) {
		return r == 'A' || r == 'I'
	}
	second, _ := utf8.DecodeRuneInString(tail[n:])
	return unicode.IsLower(second)
}

// gluedBracket reports whether the bracket at i touches the word before it as
// no plural, formula or prefix does: "Organisation(OSCE)".
func (a *around) gluedBracket(i int) bool {
	if !unicode.IsLetter(a.before(i)) {
		return false
	}
	w := a.wordAt(i)
	at := strings.IndexByte(w, '(')
	if at < 3 || address(w) || !Word(strings.TrimLeft(w[:at], "\"'“‘")) {
		return false
	}
	inner, _, closed := strings.Cut(w[at+1:], ")")
	return (len(inner) > 3 || !closed && len(inner) > 1) && inner != "ren" && (Capital(inner) || !closed)
}

// closesWord reports whether the bracket that closes at i was opened some words
// before, not in the word itself ("member(s)", "(re)open").
func (a *around) closesWord(i int) bool {
	w := a.wordAt(i)
	if at := strings.IndexByte(w, ')'); strings.HasPrefix(w, "(") && at > 3 && Capital(w[1:at]) {
		return !address(w)
	}
	return !strings.Contains(w, "(") && !address(w)
}
