package ingest

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/factdiff/factdiff/witness"
)

// flow writes running text: words, line breaks and the places of comments.
// White space runs together as on a page; breaks are written when a word
// follows, so that none is left at either end.
type flow struct {
	name    string
	b       strings.Builder
	breaks  int  // line breaks that are due
	space   bool // a space is due
	pending []int
	ignores []Suppression
	notices []string
}

// text adds s with its white space collapsed.
func (f *flow) text(s string) {
	for len(s) > 0 {
		i := 0
		for i < len(s) && !isSpace(s[i]) {
			i++
		}
		if i > 0 {
			f.word(s[:i])
			s = s[i:]
		}
		i = 0
		for i < len(s) && isSpace(s[i]) {
			i++
		}
		if i > 0 {
			f.space = true
			s = s[i:]
		}
	}
}

// lines adds s with its white space as it is.
func (f *flow) lines(s string) {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			f.breaks++
		}
		if strings.TrimSpace(line) != "" {
			f.word(strings.TrimRight(line, " \t"))
		}
	}
}

// word adds s, which has no white space that could be collapsed.
func (f *flow) word(s string) {
	switch {
	case f.b.Len() == 0:
	case f.breaks > 0:
		f.b.WriteString("\n\n"[:min(f.breaks, 2)])
	case f.space:
		f.b.WriteByte(' ')
	}
	f.breaks, f.space = 0, false
	for _, k := range f.pending {
		f.ignores[k].Offset = f.b.Len()
	}
	f.pending = f.pending[:0]
	f.b.WriteString(s)
}

// brk asks for n line breaks before the next word.
func (f *flow) brk(n int) { f.breaks = max(f.breaks, n) }

// cell separates the cells of a table's row.
func (f *flow) cell() {
	if f.b.Len() > 0 && f.breaks == 0 {
		f.word("\t")
		f.space = false
	}
}

var ignoreComment = regexp.MustCompile(`(?s)^\s*factdiff-ignore\b:?(.*)$`)

// parseIgnore reads the content of a comment, without its marks. A comment
// that is meant for factdiff and cannot be followed gives a notice: an
// exception that is thought to be in force and is not should not be silent.
func parseIgnore(name string, line int, comment string) (found []Suppression, notice string) {
	m := ignoreComment.FindStringSubmatch(comment)
	if m == nil {
		return nil, ""
	}
	checks, reason, _ := strings.Cut(oneLine(m[1]), " ")
	if checks == "" || reason == "" {
		return nil, fmt.Sprintf("%s:%d: factdiff-ignore without a reason is not followed; write <!-- factdiff-ignore: check reason -->", name, line)
	}
	for check := range strings.SplitSeq(checks, ",") {
		if check != "" {
			found = append(found, Suppression{Check: check, Reason: reason, Line: line})
		}
	}
	return found, ""
}

// comment adds the content of a comment that stands in the given line of the
// file.
func (f *flow) comment(s string, line int) {
	if len(f.ignores) >= maxIgnores {
		return
	}
	found, notice := parseIgnore(f.name, line, s)
	if notice != "" {
		f.notices = append(f.notices, notice)
	}
	for _, sup := range found {
		f.place(sup)
	}
}

// place puts a suppression here: at the end of what is written where words
// stand in this line, or else where the next word will be.
func (f *flow) place(sup Suppression) {
	sup.Offset = f.b.Len()
	f.ignores = append(f.ignores, sup)
	if f.b.Len() == 0 || f.breaks > 0 {
		f.pending = append(f.pending, len(f.ignores)-1)
	}
}

// finish returns the text and the suppressions with their paragraphs.
func (f *flow) finish() (string, []Suppression) {
	s := f.b.String()
	for i := range f.ignores {
		f.ignores[i].Span = paragraph(s, f.ignores[i].Offset)
	}
	return s, f.ignores
}

// paragraph returns the line of s that holds offset.
func paragraph(s string, offset int) witness.Span {
	sp := witness.Span{Start: strings.LastIndexByte(s[:offset], '\n') + 1, End: len(s)}
	if i := strings.IndexByte(s[offset:], '\n'); i >= 0 {
		sp.End = offset + i
	}
	return sp
}

// isSpace is white space as HTML and CommonMark know it: not the no-break
// space, which is part of the text.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
