package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// stream writes the visible text of markup without building a tree: for the
// markup within Markdown, and for pages that are too deep or too large to be
// taken apart. It is linear whatever it is given. place gives the offset in
// the file of an offset in s, and lineOf the line of that; both are asked in
// ascending order. w is what was open before s.
func stream(f *flow, w *tags, s string, place, lineOf func(offset int) int) {
	z := html.NewTokenizer(strings.NewReader(s))
	at := 0
	for {
		tt := z.Next()
		here := at
		at += len(z.Raw())
		switch tt {
		case html.ErrorToken:
			return
		case html.TextToken:
			if w.hidden == 0 {
				for _, p := range unescaped(string(z.Raw()), place(here)) {
					w.add(f, p)
				}
			}
		case html.CommentToken:
			f.comment(string(z.Text()), lineOf(place(here)))
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			w.start(f, atom.Lookup(name), tt == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			w.end(f, atom.Lookup(name))
		}
	}
}

// tags keeps what the tags that are open mean for the text.
type tags struct {
	hidden int       // how many open elements hide their content
	inside atom.Atom // the outermost of those
	pre    int       // how many open elements keep their lines
}

// add adds text as the tags around it ask for.
func (w *tags) add(f *flow, p piece) {
	if w.pre > 0 {
		f.lines(p)
	} else {
		f.text(p)
	}
}

func (w *tags) start(f *flow, a atom.Atom, closed bool) {
	if w.hidden > 0 && breaksAround(a) > 0 && inLine(w.inside) {
		w.hidden = 0 // it was left open: a block does not stand in a line
	}
	if w.hidden > 0 {
		if a == w.inside && !closed {
			w.hidden++
		}
		return
	}
	switch n := breaksAround(a); {
	case hides(a):
		if !closed {
			w.hidden, w.inside = 1, a
		}
	case a == atom.Br:
		// The second of two ends the paragraph.
		f.newline()
	case a == atom.Td || a == atom.Th:
		f.cell()
	case a == atom.Q:
		f.quote("“", true)
	case n > 0:
		f.brk(n)
		if a == atom.Pre && !closed {
			w.pre++
		}
	}
}

func (w *tags) end(f *flow, a atom.Atom) {
	if w.hidden > 0 {
		if a == w.inside {
			w.hidden--
		}
		return
	}
	switch n := breaksAround(a); {
	case a == atom.Q:
		f.quote("”", false)
	case n > 0:
		f.brk(n)
		if a == atom.Pre {
			w.pre = max(w.pre-1, 0)
		}
	}
}

// quote writes the mark that a browser puts around a <q>, next to its word.
func (f *flow) quote(mark string, opens bool) {
	if opens {
		f.word(piece{text: mark})
		f.space = false
		return
	}
	space := f.space
	f.space = false
	f.word(piece{text: mark})
	f.space = space
}

// hides reports whether the content of an element is no running text. What is
// struck out counts as not said.
func hides(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe,
		atom.Object, atom.Canvas, atom.Audio, atom.Video, atom.Select, atom.Textarea, atom.Button, atom.Nav,
		atom.Del, atom.S, atom.Strike, atom.Title, atom.Datalist, atom.Map:
		return true
	}
	return false
}

// inLine reports whether an element that hides stands within a line.
func inLine(a atom.Atom) bool {
	return a == atom.Del || a == atom.S || a == atom.Strike || a == atom.Button
}

// breaksAround returns the line breaks around an element: 2 around a
// paragraph, 1 around any other block, 0 around words of a line.
func breaksAround(a atom.Atom) int {
	switch a {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Pre, atom.Figure,
		atom.Table, atom.Ul, atom.Ol, atom.Dl, atom.Hr, atom.Article, atom.Section, atom.Header, atom.Footer, atom.Main:
		return 2
	case atom.Div, atom.Li, atom.Tr, atom.Dt, atom.Dd, atom.Figcaption, atom.Aside, atom.Address, atom.Form,
		atom.Fieldset, atom.Details, atom.Summary, atom.Body, atom.Html, atom.Caption, atom.Thead, atom.Tbody,
		atom.Option, atom.Center, atom.Menu, atom.Legend:
		return 1
	}
	return 0
}
