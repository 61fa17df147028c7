package ingest

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"
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
	body, first, err := d.frontMatter(name, s)
	if err != nil {
		return nil, err
	}
	if len(body) > maxMarkdown || nested(body) > maxQuotes || marks(body) > maxMarks {
		d.text = body
		d.notices = append(d.notices, name+": too large or too tangled for Markdown: read as plain text")
		return d, nil
	}
	src := []byte(body)
	root := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser().Parse(gmtext.NewReader(src))
	w := mdWriter{src: src, lines: lineCounter{src: src, line: first}, flow: flow{name: name}}
	if err := ast.Walk(root, w.node); err != nil {
		return nil, err
	}
	d.text, d.ignores = w.flow.finish()
	d.notices = append(d.notices, w.flow.notices...)
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
	d.text = title + "\n\n" + d.text
	for i := range d.ignores {
		n := len(title) + 2
		d.ignores[i].Offset += n
		d.ignores[i].Span.Start += n
		d.ignores[i].Span.End += n
	}
}

type mdWriter struct {
	flow
	tags    tags // of the HTML in the open paragraph
	src     []byte
	lines   lineCounter
	heading string // the first, of level 1
	start   int    // where the open heading began
}

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
		if entering {
			w.brk(2)
			w.start = w.b.Len()
		} else {
			if w.heading == "" && n.Level == 1 {
				w.heading = oneLine(w.b.String()[w.start:])
			}
			w.brk(2)
		}
	case *east.TableCell:
		if entering && n.PreviousSibling() != nil {
			w.cell()
		}
	case *ast.Image, *east.Strikethrough, *ast.LinkReferenceDefinition:
		return ast.WalkSkipChildren, nil
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		if entering {
			w.brk(2)
			w.flow.lines(strings.TrimRight(string(linesOf(n, w.src)), "\n"))
			w.brk(2)
		}
		return ast.WalkSkipChildren, nil
	case *ast.HTMLBlock:
		if entering {
			w.brk(1)
			raw := linesOf(n, w.src)
			at := 0
			if l := n.Lines(); l.Len() > 0 {
				at = l.At(0).Start
			}
			if n.HasClosure() {
				raw = append(raw, n.ClosureLine.Value(w.src)...)
				if n.Lines().Len() == 0 {
					at = n.ClosureLine.Start
				}
			}
			w.tags = tags{}
			w.markup(raw, at)
			w.tags = tags{}
			w.brk(1)
		}
		return ast.WalkSkipChildren, nil
	case *ast.RawHTML:
		if entering && n.Segments.Len() > 0 {
			var raw []byte
			for i := range n.Segments.Len() {
				seg := n.Segments.At(i)
				raw = append(raw, seg.Value(w.src)...)
			}
			w.markup(raw, n.Segments.At(0).Start)
		}
		return ast.WalkSkipChildren, nil
	case *ast.AutoLink:
		if entering {
			w.text(string(n.Label(w.src)))
		}
	case *ast.CodeSpan:
		if entering {
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					w.text(string(t.Segment.Value(w.src)))
				}
			}
		}
		return ast.WalkSkipChildren, nil
	case *ast.String:
		if entering {
			w.text(string(n.Value))
		}
	case *ast.Text:
		if entering {
			w.text(unescape(n.Segment.Value(w.src)))
			switch {
			case n.HardLineBreak():
				w.brk(1)
			case n.SoftLineBreak():
				w.space = true
			}
		}
	}
	return ast.WalkContinue, nil
}

// markup adds HTML that stands in Markdown, from an offset of the source.
func (w *mdWriter) markup(raw []byte, at int) {
	stream(&w.flow, &w.tags, string(raw), func(offset int) int { return w.lines.of(at + offset) })
}

func linesOf(n ast.Node, src []byte) []byte {
	var b []byte
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		b = append(b, seg.Value(src)...)
	}
	return b
}

// unescape resolves backslash escapes and entities, each once.
func unescape(b []byte) string {
	if bytes.IndexByte(b, '\\') < 0 {
		if bytes.IndexByte(b, '&') < 0 {
			return string(b)
		}
		return html.UnescapeString(string(b))
	}
	var out strings.Builder
	start := 0
	for i := 0; i+1 < len(b); i++ {
		if b[i] == '\\' && isPunct(b[i+1]) {
			out.WriteString(html.UnescapeString(string(b[start:i])))
			out.WriteByte(b[i+1])
			i++
			start = i + 1
		}
	}
	out.WriteString(html.UnescapeString(string(b[start:])))
	return out.String()
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
