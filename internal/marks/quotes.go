package marks

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/witness"
)

// Quotes finds quotation marks in one paragraph that face the wrong way, lack a
// space or have one too many. Where a mark merely lacks its partner it says so
// as a hint: a quotation may run on over paragraphs. open is whether the text
// before the paragraph left a quotation open, and the second result whether
// this one does.
func Quotes(text string, from, to int, open bool) ([]Slip, bool) {
	a := &around{text, from, to}
	if strings.ContainsAny(text[from:to], "„«»「") {
		return nil, false // another country's marks, which face otherwise
	}
	var out []Slip
	add := func(s, e int, sure float64, hint bool, message string) {
		w := a.word(witness.Span{Start: s, End: e})
		if n := len(out); n > 0 && w.Start < out[n-1].Span.End {
			return
		}
		out = append(out, Slip{Span: w, Message: message, Sure: sure, Hint: hint})
	}
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(text[i:to])
		if r != '"' && r != '“' && r != '”' {
			i += n
			continue
		}
		prev, next := a.before(i), a.after(i+n)
		left := unicode.IsLetter(prev) || unicode.IsDigit(prev) || strings.ContainsRune(".,!?;:)%’'", prev)
		right := unicode.IsLetter(next) || unicode.IsDigit(next)
		space := unicode.IsSpace(next) || strings.ContainsRune(",.;:!?)", next)
		switch {
		case i == from && n == to-from:
		case r == '“' && left && space:
			add(i, i+n, 0.95, false, "an opening quotation mark where a closing one belongs")
			open = false
		case r == '“' && left && right && !strings.ContainsRune("(-’'", prev) && prev != ':':
			add(i, i+n, 0.85, false, "no space before a quotation mark")
			open = true
		case r == '“' && unicode.IsSpace(prev) && unicode.IsSpace(next):
			add(i, i+n, 0.9, false, "a quotation mark with space on both sides")
			open = !open
		case r == '“':
			open = true
		case r == '”' && unicode.IsSpace(prev) && right:
			add(i, i+n, 0.85, false, "a closing quotation mark where an opening one belongs")
			open = true
		case r == '”' && unicode.IsSpace(prev) && i > from:
			add(i, i+n, 0.85, false, "a space before a closing quotation mark")
			open = false
		case right && left && unicode.IsLetter(next) && !unicode.IsDigit(prev) && !strings.ContainsRune("’'(:", prev) && !plural(text[i+n:to]):
			add(i, i+n, 0.85, r == '"' && !open, "no space after a quotation mark")
			open = false
		case r == '"' && unicode.IsSpace(prev) && unicode.IsSpace(next) && i > from && i+n < to:
			add(i, i+n, 0.8, false, "a quotation mark with space on both sides")
			open = !open
		case r == '”' && !open && unicode.IsLetter(prev) && next == ' ':
			add(i, i+n, 0.8, false, "a closing quotation mark without an opening one")
		case r == '"' && !open && unicode.IsLetter(prev) && next == ' ':
			add(i, i+n, 0.7, true, "a quotation mark that nothing opens")
		case r == '"' && open && unicode.IsSpace(prev) && right:
			add(i, i+n, 0.6, true, "a quotation within a quotation, or a mark too many")
		case r == '"':
			open = !open && !(left && unicode.IsDigit(prev)) // 5' 10"
		default:
			open = false
		}
		i += n
	}
	return out, open
}

// plural reports whether what follows a mark is an ending: “A”s.
func plural(s string) bool {
	return len(s) > 0 && s[0] == 's' && (len(s) == 1 || !unicode.IsLetter(rune(s[1])))
}

// Brackets finds round and square brackets in one paragraph that lack their
// partner. A list's "a)" and a face of marks are none.
func Brackets(text string, from, to int) []Slip {
	a := &around{text, from, to}
	var out []Slip
	var stack []int
	for i := from; i < to; i++ {
		switch text[i] {
		case '(', '[':
			if p := a.before(i); p == ':' || p == ';' || p == '-' && len(stack) == 0 && a.after(i+1) == ' ' {
				continue
			}
			if len(stack) < 64 {
				stack = append(stack, i)
			}
		case ')', ']':
			if p := a.before(i); p == ':' || p == ';' || p == '-' || p == '=' {
				continue
			}
			if n := len(stack); n > 0 {
				stack = stack[:n-1]
				continue
			}
			if w := a.wordAt(i); listMark(w) {
				continue
			}
			out = append(out, Slip{Span: a.word(witness.Span{Start: i, End: i + 1}), Message: "a closing bracket without an opening one",
				Sure: 0.85, Hint: to-i < 4 && a.before(i) != ' '}) // opened a paragraph before
		}
	}
	for _, i := range stack {
		out = append(out, Slip{Span: a.word(witness.Span{Start: i, End: i + 1}), Message: "a bracket that is not closed", Sure: 0.85, Hint: i == from})
	}
	return out
}

// listMark reports whether a word is the number of a list: "a)", "12)", "iv)".
func listMark(w string) bool {
	w, _, _ = strings.Cut(w, ")")
	return len(w) <= 3 && !strings.ContainsAny(w, ".,;:")
}
