// Package surface describes how a word looks: the hashes of its normalised
// form, of its affixes and of its shape that tagger and parser make their
// features of.
package surface

import (
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/internal/nlp/perceptron"
)

// A Word is one form, hashed.
type Word struct {
	Form  uint64 // quotes, dashes and digits normalised
	Lower uint64 // the same in lower case
	Shape uint64 // "Xx", "XX", "d.d", runs collapsed
	Pre   [4]uint64
	Suf   [5]uint64
	Flags Flags
	Entry Entry // filled by Dictionary.Describe
}

// Flags are properties that features combine.
type Flags uint8

// The flags of a word.
const (
	Capital Flags = 1 << iota // starts with an upper-case letter
	AllCaps                   // has two or more letters, none of them lower-case
	Digit                     // has a digit
	Hyphen                    // has a hyphen
	Letter                    // has a letter
)

// Affixes and shapes look no further; a form may be a hundred kilobytes of junk.
const maxBytes = 64

// Of fills w for a form.
func (w *Word) Of(form string) {
	if norm, ok := punctuation(form); ok {
		form = norm
	}
	var buf, low [maxBytes + utf8.UTFMax]byte
	var shape [16]byte
	n, l, s := 0, 0, 0
	var flags Flags
	letters, small := 0, false
	for i := 0; i < len(form) && n < maxBytes && l < maxBytes; {
		r, size := rune(form[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(form[i:])
		}
		class := byte('.')
		switch {
		case '0' <= r && r <= '9':
			r, class = '0', 'd'
			flags |= Digit
		case 'a' <= r && r <= 'z':
			class, small = 'x', true
		case 'A' <= r && r <= 'Z':
			class = 'X'
		case r == '-':
			class = '-'
			flags |= Hyphen
		case r == '’':
			r = '\''
		case r < utf8.RuneSelf:
		case unicode.IsUpper(r):
			class = 'X'
		case unicode.IsLetter(r):
			class, small = 'x', true
		}
		if class == 'x' || class == 'X' {
			letters++
			flags |= Letter
		}
		if i == 0 && class == 'X' {
			flags |= Capital
		}
		if s == 0 || s < len(shape) && shape[s-1] != class {
			shape[s] = class
			s++
		}
		if r < utf8.RuneSelf {
			buf[n] = byte(r)
			n++
			if class == 'X' {
				r += 'a' - 'A'
			}
			low[l] = byte(r)
			l++
		} else {
			n += utf8.EncodeRune(buf[n:], r)
			l += utf8.EncodeRune(low[l:], unicode.ToLower(r))
		}
		i += size
	}
	if letters >= 2 && !small {
		flags |= AllCaps
	}
	w.Flags = flags
	w.Form, w.Lower = perceptron.Bytes(buf[:n]), perceptron.Bytes(low[:l])
	w.Shape = perceptron.Bytes(shape[:s])
	for k := range w.Pre {
		w.Pre[k] = perceptron.Bytes(low[:min(k+1, l)])
	}
	for k := range w.Suf {
		w.Suf[k] = perceptron.Bytes(low[l-min(k+1, l) : l])
	}
}

// punctuation maps typographic marks, which the treebanks have few of, to the
// ones they have many of. Marks are mapped, never dropped: a quotation mark
// tells the parser where a clause ends.
func punctuation(form string) (string, bool) {
	switch form {
	case "“", "”", "„", "«", "»", "``", "''", "‟", "″":
		return `"`, true
	case "‘", "’", "‚", "‹", "›", "`":
		return "'", true
	case "—", "―", "---":
		return "--", true
	case "–", "‐", "‑", "−":
		return "-", true
	case "…", "....", ".....":
		return "...", true
	}
	return "", false
}
