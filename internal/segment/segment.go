// Package segment cuts a report into statements: the units that are aligned
// with those of other reports.
//
// A line of the text is a paragraph. Within it, sentence boundaries come from
// Unicode's default rules (UAX #29), which know no words, and a second pass
// joins what those rules cut wrongly in news: after an abbreviation or an
// initial, before a tail that holds no letter (a lone quotation mark, a second
// closing bracket), after a stop that stands in the middle of a sentence. The
// join pass never cuts anew, so that its errors are bounded by the standard's.
// What is longer than any sentence is cut for its length alone.
//
// Statements never overlap, stand in text order, begin and end with a
// character that is not space, and leave nothing but space between them: the
// text can be rebuilt from statements and gaps byte for byte.
package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"

	"github.com/factdiff/factdiff/witness"
)

// Statements cuts the text of w and sets w.Statements. Where lines is true
// each line is one statement, whatever sentences it holds: the unit of texts
// that are known to correspond line by line.
func Statements(w *witness.Witness, lines bool) {
	w.Statements = w.Statements[:0]
	var paragraph, line int
	headed := false // by a dateline
	for at := 0; at <= len(w.Text); line++ {
		end := lineEnd(w.Text, at)
		if p := trim(w.Text, witness.Span{Start: at, End: end}); !p.Empty() {
			if lines {
				add(w, p, paragraph, line)
			} else {
				if !headed && paragraph < datelineLines {
					if n := dateline(w.Text[p.Start:p.End]); n > 0 {
						headed = true
						add(w, trim(w.Text, witness.Span{Start: p.Start, End: p.Start + n}), paragraph, line).Kind = witness.Dateline
						p.Start += n
					}
				}
				for _, s := range Sentences(w.Text[p.Start:p.End]) {
					add(w, witness.Span{Start: p.Start + s.Start, End: p.Start + s.End}, paragraph, line)
				}
			}
			paragraph++
		}
		at = end + 1
	}
	classify(w)
	date(w)
}

func add(w *witness.Witness, s witness.Span, paragraph, line int) *witness.Statement {
	st := &witness.Statement{Witness: w, Index: len(w.Statements), Span: s, Paragraph: paragraph, Line: line}
	w.Statements = append(w.Statements, st)
	return st
}

// maxSentence is the most bytes that a sentence has: some 1,300 words, several
// times the longest of a report. Some stages look at every two words of a
// statement, and a table of figures without a stop, or a file made to do harm,
// would hold them up without end.
const maxSentence = 8 << 10

// Sentences returns the sentences of one paragraph, as spans into it.
func Sentences(text string) []witness.Span {
	var out []witness.Span
	it := sentences.FromString(text)
	at := 0
	for it.Next() {
		v := it.Value()
		s := trim(text, witness.Span{Start: at, End: at + len(v)})
		at += len(v)
		if s.Empty() {
			continue
		}
		if n := len(out); n > 0 && s.End-out[n-1].Start <= maxSentence && joins(text, out[n-1], s) {
			out[n-1].End = s.End
			continue
		}
		for s.Len() > maxSentence {
			cut := s.Start + lastGap(text[s.Start:s.Start+maxSentence])
			out = append(out, trim(text, witness.Span{Start: s.Start, End: cut}))
			s = trim(text, witness.Span{Start: cut, End: s.End})
		}
		out = append(out, s)
	}
	return out
}

// lastGap returns where the last space of s begins, or where there is none, its
// last character, which may have been cut through.
func lastGap(s string) int {
	if i := strings.LastIndexFunc(s, blank); i > 0 {
		return i
	}
	i := len(s) - 1
	for i > len(s)-utf8.UTFMax && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

func lineEnd(text string, at int) int {
	for i := at; i < len(text); i++ {
		if text[i] == '\n' || text[i] == '\r' {
			return i
		}
	}
	return len(text)
}

// trim takes the space off both ends of s.
func trim(text string, s witness.Span) witness.Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !blank(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !blank(r) {
			break
		}
		s.End -= n
	}
	return s
}

// blank reports whether r is space to a reader: Unicode's white space and the
// marks of no width that files carry along.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B'
}
