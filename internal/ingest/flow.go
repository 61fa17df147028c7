package ingest

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"github.com/factdiff/factdiff/witness"
)

// flow writes running text: words, line breaks and the places of comments.
// White space runs together as on a page; breaks are written when a word
// follows, so that none is left at either end.
type flow struct {
	name      string
	b         strings.Builder
	breaks    int    // line breaks that are due
	space     bool   // a space is due
	blanks    string // spaces that are due as they are, where lines are kept
	pending   []int
	ignores   []Suppression
	notices   []string
	stretches []witness.Stretch
}

// piece is a piece of text with where it stands in the file. at is a span as
// long as the text where the text is what the file has, and of another length
// where it stands for something else there.
type piece struct {
	text string
	at   witness.Span
}

// literal is a piece that the file has from an offset on.
func literal(s string, at int) piece {
	return piece{s, witness.Span{Start: at, End: at + len(s)}}
}

// part returns bytes i to j of the piece.
func (p piece) part(i, j int) piece {
	if p.at.Len() != len(p.text) {
		return piece{p.text[i:j], p.at}
	}
	return literal(p.text[i:j], p.at.Start+i)
}

// text adds text with its white space collapsed.
func (f *flow) text(p piece) {
	for i := 0; i < len(p.text); {
		j := i
		for j < len(p.text) && !isSpace(p.text[j]) {
			j++
		}
		if j > i {
			f.word(p.part(i, j))
		}
		for i = j; i < len(p.text) && isSpace(p.text[i]); i++ {
			f.space = true
		}
	}
}

// lines adds text with its white space as it is, but for that at the end of
// lines.
func (f *flow) lines(p piece) {
	for i := 0; ; {
		n := strings.IndexByte(p.text[i:], '\n')
		end := len(p.text)
		if n >= 0 {
			end = i + n
		}
		line := p.text[i:end]
		words := strings.TrimRight(line, " \t")
		if words != "" {
			f.word(p.part(i, i+len(words)))
		}
		f.blanks += line[len(words):]
		if n < 0 {
			return
		}
		f.newline()
		i = end + 1
	}
}

// word adds text that has no white space to collapse.
func (f *flow) word(p piece) {
	switch {
	case f.b.Len() == 0:
	case f.breaks > 0:
		f.b.WriteString("\n\n"[:min(f.breaks, 2)])
	case f.space:
		f.b.WriteByte(' ')
	}
	f.b.WriteString(f.blanks)
	f.breaks, f.space, f.blanks = 0, false, ""
	for _, k := range f.pending {
		f.ignores[k].Offset = f.b.Len()
	}
	f.pending = f.pending[:0]
	f.stretch(p)
	f.b.WriteString(p.text)
}

// stretch notes where the words that are written next stand in the file. Words
// that stand apart there as they do in the text are one stretch.
func (f *flow) stretch(p piece) {
	if p.at == (witness.Span{}) {
		return
	}
	next := witness.Stretch{Text: witness.Span{Start: f.b.Len(), End: f.b.Len() + len(p.text)}, File: p.at}
	if n := len(f.stretches) - 1; n >= 0 && next.Text.Len() == next.File.Len() {
		last := &f.stretches[n]
		alongside := last.Text.Len() == last.File.Len() && next.Text.Start-last.Text.Start == next.File.Start-last.File.Start
		if alongside && blank(f.b.String()[last.Text.End:]) {
			last.Text.End, last.File.End = next.Text.End, next.File.End
			return
		}
	}
	f.stretches = append(f.stretches, next)
}

// entity is a character reference, as far as its end can be told without the
// list of names.
var entity = regexp.MustCompile(`&#?[0-9A-Za-z]+;?`)

// unescaped cuts text that has entities into pieces that have none.
func unescaped(s string, at int) []piece {
	var out []piece
	start := 0
	if strings.IndexByte(s, '&') >= 0 {
		for _, m := range entity.FindAllStringIndex(s, -1) {
			c := html.UnescapeString(s[m[0]:m[1]])
			if c == s[m[0]:m[1]] {
				continue // no entity
			}
			if m[0] > start {
				out = append(out, literal(s[start:m[0]], at+start))
			}
			out = append(out, piece{c, witness.Span{Start: at + m[0], End: at + m[1]}})
			start = m[1]
		}
	}
	if start < len(s) {
		out = append(out, literal(s[start:], at+start))
	}
	return out
}

// brk asks for n line breaks before the next word.
func (f *flow) brk(n int) { f.breaks, f.blanks = max(f.breaks, n), "" }

// newline asks for one more.
func (f *flow) newline() { f.brk(f.breaks + 1) }

// cell separates the cells of a table's row.
func (f *flow) cell() {
	if f.b.Len() > 0 && f.breaks == 0 {
		f.word(piece{text: "\t"})
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

// finish gives d what was written: its text, where that stands in the file, and
// the suppressions with their paragraphs.
func (f *flow) finish(d *document, file string) {
	d.text = f.b.String()
	d.original = &witness.Original{Text: file, Stretches: f.stretches}
	for i := range f.ignores {
		f.ignores[i].Span = paragraph(d.text, f.ignores[i].Offset)
	}
	d.ignores = f.ignores
	d.notices = append(d.notices, f.notices...)
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
