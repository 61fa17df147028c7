package ingest

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"

	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// Bounds of what is parsed as Markdown, above which a report is read as plain
// text. The parser's work grows with the square of the depth of quotes and
// lists, and with the square of the marks (brackets, stars) in one paragraph.
const (
	maxMarkdown = 4 << 20 // bytes
	maxQuotes   = 100     // marks of quotes and list items on one line
	maxMarks    = 1e8     // squares of the marks in a paragraph, summed
)

// readMarkdown takes the marks off a Markdown report: headings, paragraphs,
// list items and rows of tables are lines. What is struck out (~~12~~ 14) is
// left out, as the report no longer says it; the text of links stays, and
// images and their descriptions go.
func readMarkdown(name, s string) (*document, error) {
	d := new(document)
	body, err := d.frontMatter(name, s)
	if err != nil {
		return nil, err
	}
	base := len(s) - len(body) // of what stands above
	if len(body) > maxMarkdown || nested(body) > maxQuotes || marks(body) > maxMarks {
		d.text = body
		d.original = &witness.Original{Text: s, Stretches: []witness.Stretch{{
			Text: witness.Span{End: len(body)}, File: witness.Span{Start: base, End: len(s)}}}}
		d.notices = append(d.notices, name+": too large or too tangled for Markdown: read as plain text")
		return d, nil
	}
	src := []byte(body)
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithParserOptions(inlineFootnotes))
	root := md.Parser().Parse(gmtext.NewReader(src))
	w := mdWriter{src: src, base: base, lines: lineCounter{src: []byte(s), line: 1}, flow: flow{name: name}}
	if err := ast.Walk(root, w.node); err != nil {
		return nil, err
	}
	w.flow.finish(d, s)
	d.headline(d.title)
	if d.title == "" {
		d.title = w.heading
	}
	return d, nil
}

// headline puts a title before the text, if the text does not begin with it.
func (d *document) headline(title string) {
	title = oneLine(title)
	if title == "" || blank(d.text) {
		return
	}
	line := d.text
	for range 8 { // a kicker, a date, a byline may stand above
		first, rest, more := strings.Cut(line, "\n")
		if len(first) < 4*len(title)+100 && alike(first, title) {
			return
		}
		if line = strings.TrimLeft(rest, "\n"); !more {
			break
		}
	}
	n := len(title) + 2
	d.text = title + "\n\n" + d.text
	for i := range d.ignores {
		d.ignores[i].Offset += n
		d.ignores[i].Span.Start += n
		d.ignores[i].Span.End += n
	}
	for i := range d.original.Stretches {
		sp := &d.original.Stretches[i].Text
		sp.Start, sp.End = sp.Start+n, sp.End+n
	}
	where := witness.Stretch{Text: witness.Span{End: len(title)}, File: titleIn(d.original.Text, title)}
	d.original.Stretches = append([]witness.Stretch{where}, d.original.Stretches...)
}

var bodyTag = regexp.MustCompile(`(?i)<body\b`)

// titleIn returns where a file says its title: as words of the page, as it
// stands in front matter or in an attribute, or as words before the page; or
// else the beginning of the file.
func titleIn(file, title string) witness.Span {
	if at := bodyTag.FindStringIndex(file); at != nil {
		if sp, ok := wordsIn(file, at[0], title); ok {
			return sp
		}
	}
	for _, s := range []string{title, html.EscapeString(title)} {
		if i := strings.Index(file, s); i >= 0 {
			return witness.Span{Start: i, End: i + len(s)}
		}
	}
	sp, _ := wordsIn(file, 0, title)
	return sp
}

// wordsIn finds words in the text of a page from an offset on.
func wordsIn(file string, from int, words string) (witness.Span, bool) {
	var f flow
	for _, token := range textTokens(file[from:]) {
		for _, p := range token {
			f.text(p)
		}
	}
	i := strings.Index(f.b.String(), words)
	if i < 0 {
		return witness.Span{}, false
	}
	sp := text.InFile(&witness.Original{Stretches: f.stretches}, witness.Span{Start: i, End: i + len(words)})
	return witness.Span{Start: from + sp.Start, End: from + sp.End}, true
}

type mdWriter struct {
	flow
	tags    tags // of the HTML in the open paragraph
	src     []byte
	base    int // of src in the file
	lines   lineCounter
	heading string // the first, of level 1
	start   int    // where the open heading began
}

// node writes a node of the tree; what is in those that it writes itself is
// skipped.
func (w *mdWriter) node(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if n.Type() == ast.TypeBlock {
		w.tags = tags{}
	} else if w.tags.hidden > 0 && n.Kind() != ast.KindRawHTML {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Paragraph, *ast.Blockquote, *ast.List, *ast.ThematicBreak, *east.Table:
		w.brk(2)
	case *ast.TextBlock, *ast.ListItem, *east.TableRow, *east.TableHeader:
		w.brk(1)
	case *ast.Heading:
		w.title(n, entering)
	case *east.TableCell:
		if entering && n.PreviousSibling() != nil {
			w.cell()
		}
	case *ast.Image, *east.Strikethrough, *ast.LinkReferenceDefinition:
		return ast.WalkSkipChildren, nil
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock, *ast.RawHTML, *ast.CodeSpan:
		if entering {
			w.raw(n)
		}
		return ast.WalkSkipChildren, nil
	case *footnoteMark:
		if entering {
			w.footnote(n)
		}
	case *ast.AutoLink:
		if entering {
			w.text(piece{text: string(n.Label(w.src))})
		}
	case *ast.String:
		if entering {
			w.text(piece{text: string(n.Value)})
		}
	case *ast.Text:
		if entering {
			w.words(n)
		}
	}
	return ast.WalkContinue, nil
}

// title sets a heading apart, and keeps the first of the highest level.
func (w *mdWriter) title(n *ast.Heading, entering bool) {
	if entering {
		w.brk(2)
		w.start = w.b.Len()
		return
	}
	if w.heading == "" && n.Level == 1 {
		w.heading = oneLine(w.b.String()[w.start:])
	}
	w.brk(2)
}

// raw writes what Markdown takes as it stands: code, and HTML.
func (w *mdWriter) raw(n ast.Node) {
	switch n := n.(type) {
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.brk(2)
		for i := range n.Lines().Len() {
			w.flow.lines(w.segment(n.Lines().At(i)))
		}
		w.brk(2)
	case *ast.HTMLBlock:
		w.brk(1)
		segments := n.Lines().Sliced(0, n.Lines().Len())
		if n.HasClosure() {
			segments = append(slices.Clone(segments), n.ClosureLine)
		}
		w.tags = tags{}
		w.markup(segments)
		w.tags = tags{}
		w.brk(1)
	case *ast.RawHTML:
		w.markup(n.Segments.Sliced(0, n.Segments.Len()))
	case *ast.CodeSpan:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				w.text(w.segment(t.Segment))
			}
		}
	}
}

// words writes a stretch of text and the end of its line.
func (w *mdWriter) words(n *ast.Text) {
	for _, p := range unescape(w.segment(n.Segment)) {
		w.text(p)
	}
	switch {
	case n.HardLineBreak():
		w.brk(1)
	case n.SoftLineBreak():
		w.space = true
	}
}

// segment returns a segment of the source with its place in the file. One that
// begins within a tab has the rest of the tab as spaces before it.
func (w *mdWriter) segment(seg gmtext.Segment) piece {
	value := string(seg.Value(w.src))
	if len(value) != seg.Stop-seg.Start {
		return piece{value, witness.Span{Start: w.base + seg.Start, End: w.base + seg.Stop}}
	}
	return literal(value, w.base+seg.Start)
}

// markup adds HTML that stands in Markdown.
func (w *mdWriter) markup(segments []gmtext.Segment) {
	var raw strings.Builder
	var begins []int // of each segment in raw
	for i := range segments {
		begins = append(begins, raw.Len())
		raw.Write(segments[i].Value(w.src))
	}
	i := 0
	place := func(offset int) int {
		for i+1 < len(begins) && begins[i+1] <= offset {
			i++
		}
		return min(w.base+segments[i].Start+offset-begins[i], w.base+segments[i].Stop)
	}
	stream(&w.flow, &w.tags, raw.String(), place, w.lines.of)
}

// unescape resolves backslash escapes and entities, each once.
func unescape(p piece) []piece {
	s, at := p.text, p.at.Start
	var out []piece
	start := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '\\' && isPunct(s[i+1]) {
			out = append(out, unescaped(s[start:i], at+start)...)
			out = append(out, piece{s[i+1 : i+2], witness.Span{Start: at + i, End: at + i + 2}})
			i++
			start = i + 1
		}
	}
	return append(out, unescaped(s[start:], at+start)...)
}

func isPunct(c byte) bool {
	return '!' <= c && c <= '/' || ':' <= c && c <= '@' || '[' <= c && c <= '`' || '{' <= c && c <= '~'
}

// nested returns the largest number of marks that open a quote or a list item
// on one line, or of spaces that deepen a list.
func nested(s string) int {
	deepest := 0
	for line := range strings.Lines(s) {
		marks := 0
		for i := range len(line) {
			c := line[i]
			if c == '>' || (c == '-' || c == '*' || c == '+') && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t') {
				marks++
			} else if c != ' ' && c != '\t' && (c < '0' || c > '9') && c != '.' && c != ')' {
				break
			} else if c == '.' || c == ')' {
				marks++
			}
		}
		deepest = max(deepest, marks)
	}
	return deepest
}

// marks returns the cost of the inline marks of s.
func marks(s string) (cost float64) {
	n := 0.0
	for line := range strings.Lines(s) {
		if blank(line) {
			cost += n * n
			n = 0
			continue
		}
		for i := range len(line) {
			switch line[i] {
			case '[', ']', '*', '_', '`', '~', '<', '!':
				n++
			}
		}
	}
	return cost + n*n
}

// lineCounter turns ascending offsets into line numbers.
type lineCounter struct {
	src      []byte
	at, line int
}

func (c *lineCounter) of(offset int) int {
	offset = min(offset, len(c.src))
	if offset > c.at {
		c.line += bytes.Count(c.src[c.at:offset], []byte("\n"))
		c.at = offset
	}
	return c.line
}
