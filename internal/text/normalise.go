package text

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/factdiff/factdiff/witness"
)

// Mapped is a normalised copy of a text, with the way back.
type Mapped struct {
	// Text is in NFC, with plain marks, case folded, and without characters
	// of no width.
	Text string

	size int // of the source
	// pieces are where the way back changes. Between two of them the copy
	// runs alongside the source, so that an ASCII report has none, and one
	// with a curly quote here and there has two for each.
	pieces []piece
}

// piece begins a stretch of the copy. A linear stretch has an offset in the
// source for each of its own; any other was made from src as a whole ("ss"
// from "ß"), and all its bytes stand for all of it.
type piece struct {
	out, src int
	linear   bool
}

// Normalise returns the form of s by which readings are matched: composed
// (Unicode Standard Annex 15, NFC), typographic marks plain, case folded as
// for caseless matching (Unicode Standard 5.18), and characters of no width
// left out. Both "İ" and "ı" fold to "i", as in names they mostly are one
// letter written by two keyboards; Unicode's own folding keeps the dot.
//
// Bytes that are not UTF-8 become U+FFFD, three bytes each. The result is its
// own normal form but for two rarities: a character of no width between a
// letter and its combining mark, and the few marked letters that Unicode has
// composed in lower case only ("W̊").
func Normalise(s string) Mapped {
	m := Mapped{size: len(s)}
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		m.Text = s
		return m
	}
	if i > 0 && s[i] >= utf8.RuneSelf {
		i-- // a combining mark may follow
	}
	b := builder{m: &m, out: make([]byte, 0, len(s)+len(s)/16)}
	b.copy(0, s[:i])
	var composed []byte
	for i < len(s) {
		// Nearly all text is composed as it stands, and each rune keeps its
		// own place; a segment that is not becomes one piece.
		if n := norm.NFC.QuickSpanString(s[i:]); n > 0 {
			b.fold(i, s[i:i+n])
			i += n
			continue
		}
		n := norm.NFC.NextBoundaryInString(s[i:], true)
		if n <= 0 {
			n = len(s) - i
		}
		composed = norm.NFC.AppendString(composed[:0], s[i:i+n])
		b.whole(i, s[i:i+n], composed)
		i += n
	}
	m.Text = string(b.out)
	return m
}

// Offset returns the place in the source of byte i of m.Text: the first byte
// of what that byte was made from. It never decreases as i grows, and is on a
// rune boundary. Offset(len(m.Text)) is the length of the source.
func (m Mapped) Offset(i int) int {
	if i >= len(m.Text) {
		return m.size
	}
	i = max(i, 0)
	for i > 0 && !utf8.RuneStart(m.Text[i]) {
		i--
	}
	k := m.find(i)
	switch {
	case k < 0:
		return i
	case m.pieces[k].linear:
		return m.pieces[k].src + i - m.pieces[k].out
	}
	return m.pieces[k].src
}

// Span returns the bytes of the source that m.Text[start:end] was made from.
// Where an end falls within what one character was folded to, the whole
// character is taken.
func (m Mapped) Span(start, end int) witness.Span {
	sp := witness.Span{Start: m.Offset(start), End: m.Offset(end)}
	if start >= end || end >= len(m.Text) {
		return sp
	}
	if k := m.find(end); k >= 0 && !m.pieces[k].linear && m.pieces[k].out < end {
		sp.End = m.size
		if k+1 < len(m.pieces) {
			sp.End = m.pieces[k+1].src
		}
	}
	return sp
}

// find returns the index of the piece that holds byte i of the copy, or -1
// before the first.
func (m Mapped) find(i int) int {
	return sort.Search(len(m.pieces), func(k int) bool { return m.pieces[k].out > i }) - 1
}

type builder struct {
	m    *Mapped
	out  []byte
	next int // where the source goes on after the last stretch
	// broken says that the last stretch was not linear, so that none can
	// continue it.
	broken bool
}

// at begins a stretch that was made from the source at src.
func (b *builder) at(src int, linear bool) {
	if linear && !b.broken && src == b.next {
		return
	}
	if k := len(b.m.pieces) - 1; k >= 0 && b.m.pieces[k].out == len(b.out) {
		b.m.pieces[k] = piece{len(b.out), src, linear}
	} else {
		b.m.pieces = append(b.m.pieces, piece{len(b.out), src, linear})
	}
	b.broken = !linear
}

func (b *builder) copy(src int, s string) {
	b.at(src, true)
	b.out = append(b.out, s...)
	b.next = src + len(s)
}

// fold adds a composed stretch, rune by rune.
func (b *builder) fold(src int, s string) {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			b.at(src+i, true)
			for i < len(s) && s[i] < utf8.RuneSelf {
				c := s[i]
				if 'A' <= c && c <= 'Z' {
					c += 'a' - 'A'
				}
				b.out = append(b.out, c)
				i++
			}
			b.next = src + i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if f := foldRune(r); !f.drop {
			b.at(src+i, f.text == "" && utf8.RuneLen(f.r) == n)
			b.out = f.append(b.out)
			b.next = src + i + n
		}
		i += n
	}
}

// whole adds a segment that composing changed, as one piece.
func (b *builder) whole(src int, segment string, composed []byte) {
	b.at(src, false)
	for i := 0; i < len(composed); {
		r, n := utf8.DecodeRune(composed[i:])
		b.out = foldRune(r).append(b.out)
		i += n
	}
	b.next = src + len(segment)
}

// folded is what a rune folds to: text where it is more than one rune or
// none, or else the rune.
type folded struct {
	r    rune
	text string
	drop bool
}

func (f folded) append(dst []byte) []byte {
	switch {
	case f.drop:
		return dst
	case f.text != "":
		return append(dst, f.text...)
	}
	return utf8.AppendRune(dst, f.r)
}

// foldRune folds by upper case and back, which brings both small sigmas, the
// long s and the micro sign to one form, and knows the few letters that fold
// to more than one (CaseFolding.txt, status F).
func foldRune(r rune) folded {
	if r < utf8.RuneSelf {
		return folded{r: unicode.ToLower(r)}
	}
	if p := plain(r); p != r {
		return folded{r: p}
	}
	if ignorable(r) {
		return folded{drop: true}
	}
	switch r {
	case 'ß', 'ẞ':
		return folded{text: "ss"}
	case 'İ', 'ı':
		return folded{r: 'i'}
	case 'ŉ':
		return folded{text: "'n"}
	case '…':
		return folded{text: "..."}
	case 'ﬀ':
		return folded{text: "ff"}
	case 'ﬁ':
		return folded{text: "fi"}
	case 'ﬂ':
		return folded{text: "fl"}
	case 'ﬃ':
		return folded{text: "ffi"}
	case 'ﬄ':
		return folded{text: "ffl"}
	case 'ﬅ', 'ﬆ':
		return folded{text: "st"}
	}
	return folded{r: unicode.ToLower(unicode.ToUpper(r))}
}
