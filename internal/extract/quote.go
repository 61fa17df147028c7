package extract

import (
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
// translation engines write `“firm answer ”that` and `costs“,`.
func quotations(text string, p witness.Span) []quotation {
	var out []quotation
	open := -1
	openLen := 0
	for i := p.Start; i < p.End; {
		r, n := utf8.DecodeRuneInString(text[i:p.End])
		if isDoubleMark(r) {
			if open < 0 {
				open, openLen = i, n
			} else {
				out = append(out, quotation{
					outer:  witness.Span{Start: open, End: i + n},
					inner:  witness.Span{Start: open + openLen, End: i},
					closed: true,
				})
				open = -1
			}
		}
		i += n
	}
	if open >= 0 {
		out = append(out, quotation{outer: witness.Span{Start: open, End: p.End}, inner: witness.Span{Start: open + openLen, End: p.End}})
	}
	return out
}

func isDoubleMark(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»', '‟', '＂', '「', '」':
		return true
	}
	return false
}

// quotes turns the quoted stretches of every paragraph into facts of the
// statements that they lie in. A quotation over several sentences gives each
// its part.
func quotes(w *witness.Witness) {
	for first := 0; first < len(w.Statements); {
		last := first
		for last+1 < len(w.Statements) && w.Statements[last+1].Line == w.Statements[first].Line {
			last++
		}
		p := witness.Span{Start: w.Statements[first].Span.Start, End: w.Statements[last].Span.End}
		for _, q := range quotations(w.Text, p) {
			for _, st := range w.Statements[first : last+1] {
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
		first = last + 1
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
