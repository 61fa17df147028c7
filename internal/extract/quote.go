package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/witness"
)

// A stretch of quoted text, in bytes of the witness's text, marks included.
type quotation struct {
	outer, inner witness.Span
	closed       bool
}

// quotations finds the quoted stretches of one paragraph. It takes every
// double mark as what the place says it is (after a space it opens, before a
// space it closes) where the shape of the mark and the place disagree, for
// translation engines write `“firm answer ”that` and `costs“,`. Where inside is
// set, the paragraph begins within a quotation.
func quotations(text string, p witness.Span, inside bool) []quotation {
	var out []quotation
	open := -1
	openLen := 0
	if inside {
		open = p.Start
	}
	left := countMarks(text[p.Start:p.End])
	for i := p.Start; i < p.End; {
		r, n := utf8.DecodeRuneInString(text[i:p.End])
		if isDoubleMark(r) {
			switch {
			case open < 0 && left%2 == 1 && closer(text, p, i, n): // what it closes began before the text
			case open < 0:
				open, openLen = i, n
			default:
				out = append(out, quotation{
					outer:  witness.Span{Start: open, End: i + n},
					inner:  witness.Span{Start: open + openLen, End: i},
					closed: true,
				})
				open = -1
			}
			left--
		}
		i += n
	}
	if open >= 0 {
		out = append(out, quotation{outer: witness.Span{Start: open, End: p.End}, inner: witness.Span{Start: open + openLen, End: p.End}})
	}
	return out
}

// closer reports whether the mark of n bytes at a place of a paragraph closes by its
// place: `the area," Captain Lind said`.
func closer(text string, p witness.Span, at, n int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	after, _ := utf8.DecodeRuneInString(text[at+n : p.End])
	return unicode.IsSpace(after) && stopped(strings.TrimSuffix(text[p.Start:at], " ")) && (r == '”' || text[at-1] != ' ')
}

func countMarks(s string) int {
	n := 0
	for _, r := range s {
		if isDoubleMark(r) {
			n++
		}
	}
	return n
}

func isDoubleMark(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»', '‟', '＂', '「', '」':
		return true
	}
	return false
}

// mostQuoted is over how many paragraphs a quotation may run without a mark.
const mostQuoted = 16

// closesIn returns the paragraph in which a quotation closes that was left open
// before the first of them, or -1. A mark at the head of a paragraph opens it anew,
// as printers do, and so what came before it ended with its own paragraph.
func closesIn(text string, paragraphs []paragraph) int {
	for i, p := range paragraphs[:min(mostQuoted, len(paragraphs))] {
		at := strings.IndexFunc(text[p.Start:p.End], isDoubleMark)
		if at < 0 {
			continue
		}
		r, n := utf8.DecodeRuneInString(text[p.Start+at:])
		before, _ := utf8.DecodeLastRuneInString(text[p.Start : p.Start+at])
		after, _ := utf8.DecodeRuneInString(text[p.Start+at+n : p.End])
		spaced := unicode.IsSpace(after) && stopped(strings.TrimSuffix(text[p.Start:p.Start+at], " ")) // every mark by itself: `the area, " said`
		closing := p.Start+at+n == p.End || !unicode.IsSpace(before) && !unicode.IsLetter(after) || spaced
		if closing && r != '“' && r != '„' && r != '«' && hasWord(text[p.Start:p.Start+at]) {
			return i
		}
		return -1
	}
	return -1
}

// stopped reports whether text ends with the comma or stop that a closing mark comes after.
func stopped(s string) bool { return s != "" && strings.ContainsRune(",.?!", rune(s[len(s)-1])) }

// A paragraph is the statements of one line, and what they cover.
type paragraph struct {
	witness.Span
	statements []*witness.Statement
}

func paragraphs(w *witness.Witness) []paragraph {
	var out []paragraph
	for first := 0; first < len(w.Statements); {
		last := first
		for last+1 < len(w.Statements) && w.Statements[last+1].Line == w.Statements[first].Line {
			last++
		}
		p := witness.Span{Start: w.Statements[first].Span.Start, End: w.Statements[last].Span.End}
		out = append(out, paragraph{p, w.Statements[first : last+1]})
		first = last + 1
	}
	return out
}

// quotes turns the quoted stretches of every paragraph into facts of the
// statements that they lie in. A quotation over several sentences gives each
// its part, and one that is opened in one paragraph and closed in a later one
// gives all between them theirs.
func quotes(w *witness.Witness) {
	all := paragraphs(w)
	closes := -1 // the paragraph in which a quotation left open closes
	for i, p := range all {
		qs := quotations(w.Text, p.Span, i <= closes)
		if n := len(qs); n > 0 && !qs[n-1].closed && i >= closes {
			if k := closesIn(w.Text, all[i+1:]); k >= 0 {
				closes = i + 1 + k
			}
		}
		for _, q := range qs {
			for _, st := range p.statements {
				part := witness.Span{Start: max(q.outer.Start, st.Span.Start), End: min(q.outer.End, st.Span.End)}
				inner := witness.Span{Start: max(q.inner.Start, st.Span.Start), End: min(q.inner.End, st.Span.End)}
				if part.Empty() || inner.Empty() || !hasWord(w.Text[inner.Start:inner.End]) {
					continue
				}
				head := -1
				words := 0
				for i := range st.Tokens {
					if inner.Contains(st.Tokens[i].Span) {
						if st.Tokens[i].UPOS != "PUNCT" {
							words++
						}
						if h := st.Tokens[i].Head; head < 0 && (h < 0 || !inner.Contains(st.Tokens[h].Span)) {
							head = i
						}
					}
				}
				st.Facts = append(st.Facts, &witness.Quote{
					At: witness.At{Span: part, Head: head}, Inner: inner, Scare: words <= 2 && q.closed,
				})
			}
		}
	}
}

func hasWord(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}
