package ingest

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A footnote is marked "[^1]" in the text, and told in a paragraph that begins
// with "[^1]:". The marks go, and what the note tells stays where it stands.
//
// goldmark's own extension ties each mark to its note, for which it looks
// through all notes, and leaves a mark without one as it is. Here neither is
// needed, and the search would be the square of a hostile text.

// footnoteMark is a mark of a footnote.
type footnoteMark struct {
	ast.BaseInline
	opens bool // the note itself begins here
	stop  int  // offset in the source after it
}

var kindFootnote = ast.NewNodeKind("FootnoteMark")

func (n *footnoteMark) Kind() ast.NodeKind { return kindFootnote }

func (n *footnoteMark) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// footnotes finds the marks, before a link is seen in them.
type footnotes struct{}

var inlineFootnotes = parser.WithInlineParsers(util.Prioritized(footnotes{}, 150)) // links have 200

var footnoteAt = regexp.MustCompile(`^\[\^[^\[\]\s]{1,100}\](:?)`)

func (footnotes) Trigger() []byte { return []byte{'['} }

func (footnotes) Parse(_ ast.Node, block gmtext.Reader, _ parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	m := footnoteAt.FindSubmatch(line)
	if m == nil {
		return nil
	}
	n := &footnoteMark{opens: before == '\n' && len(m[1]) > 0}
	length := len(m[0])
	if !n.opens {
		length -= len(m[1])
	}
	n.stop = segment.Start + length
	block.Advance(length)
	return n
}

// footnote leaves a mark out, with the space that would be left before a stop.
func (w *mdWriter) footnote(n *footnoteMark) {
	if n.opens {
		w.brk(2)
		return
	}
	if n.stop < len(w.src) && strings.IndexByte(".,;:!?)", w.src[n.stop]) >= 0 {
		w.space = false
	}
}
