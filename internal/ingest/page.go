package ingest

import (
	"fmt"
	"strings"

	"github.com/go-shiori/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Finder finds the article in a web page: the node that holds it, or nil, and
// the line that names its author, or "". It must leave doc as it is.
type Finder interface {
	Find(doc *html.Node) (article *html.Node, byline string)
}

// Readability finds articles as a browser's reader view does.
type Readability struct{}

// Find implements [Finder].
func (Readability) Find(doc *html.Node) (article *html.Node, byline string) {
	defer func() { // a page that it cannot take apart is shown as it is
		if recover() != nil {
			article, byline = nil, ""
		}
	}()
	p := readability.NewParser()
	p.DisableJSONLD = true // metadata is read here, once
	a, err := p.ParseDocument(doc, nil)
	if err != nil {
		return nil, ""
	}
	return a.Node, a.Byline
}

// Bounds of what is taken apart as a tree. Above them a page is read tag by
// tag, which costs no more than its length.
const (
	maxPage = 4 << 20
	maxTags = 50_000
	// maxIgnores is how many comments for factdiff are followed in a report.
	maxIgnores = 1000
)

// The marks around the number of a comment, while a page is taken apart:
// noncharacters, which no text has (they are taken out of those that do).
const (
	markOpen  = "\uFDD0"
	markClose = "\uFDD1"
)

var unmark = strings.NewReplacer(markOpen, "", markClose, "")

// readPage reads a web page.
func readPage(name, s string, finder Finder) (*document, error) {
	if finder == nil {
		finder = Readability{}
	}
	d := new(document)
	if len(s) > maxPage || strings.Count(s, "<") > maxTags {
		d.notices = append(d.notices, name+": a very large page: all its text is read, not its article alone")
		d.streamed(name, s)
		return d, nil
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		d.notices = append(d.notices, name+": nested too deep for a page: all its text is read, not its article alone")
		d.streamed(name, s)
		return d, nil
	}
	m := readMeta(doc)
	d.title, d.author, d.lang, d.outlet, d.url, d.published = m.title, m.author, m.lang, m.outlet, m.url, m.published
	if m.badDate != "" {
		d.notices = append(d.notices, fmt.Sprintf("%s: the page's date %q could not be read; give it with --published or in %s", name, m.badDate, ManifestName))
	}

	t := treeWriter{flow: flow{name: name}}
	t.places.find(doc, s)
	t.mark(doc, commentLines(s))
	article, byline := finder.Find(doc)
	if byline = cleanAuthor(unmark.Replace(byline)); d.author == "" && len(byline) <= 60 && !strings.ContainsAny(byline, "0123456789") {
		d.author = byline
	}
	if article != nil {
		t.node(article)
	}
	if blank(t.b.String()) {
		t.flow = flow{name: name, notices: t.notices}
		clear(t.placed)
		t.node(doc)
		d.notices = append(d.notices, name+": no article was found: all text of the page is read")
	}
	for i, sup := range t.marked {
		if !t.placed[i] {
			t.notices = append(t.notices, fmt.Sprintf("%s:%d: factdiff-ignore stands outside the article and is not followed", name, sup.Line))
		}
	}
	t.finish(d, s)
	d.headline(m.headline)
	return d, nil
}

func (d *document) streamed(name, s string) {
	f := flow{name: name}
	lines := lineCounter{src: []byte(s), line: 1}
	stream(&f, new(tags), s, func(offset int) int { return offset }, lines.of)
	f.finish(d, s)
}

// commentLines returns the lines of the comments for factdiff, in order.
func commentLines(s string) []int {
	var out []int
	c := lineCounter{src: []byte(s), line: 1}
	for at := 0; ; {
		i := strings.Index(s[at:], "<!--")
		if i < 0 {
			return out
		}
		at += i + len("<!--")
		if strings.HasPrefix(strings.TrimLeft(s[at:min(at+200, len(s))], " \t\n"), "factdiff-ignore") {
			out = append(out, c.of(at))
		}
	}
}

// treeWriter writes the visible text of a tree.
type treeWriter struct {
	flow
	tags
	places places
	marked []Suppression
	placed map[int]bool
}

// mark puts a mark into the text beside each comment for factdiff, as comments
// do not survive the search for the article: after the words of the same
// element before it, or else before the next words of the page.
func (t *treeWriter) mark(doc *html.Node, lines []int) {
	t.placed = map[int]bool{}
	var due string
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch n.Type {
		case html.CommentNode:
			if len(t.marked) < maxIgnores && ignoreComment.MatchString(n.Data) {
				line := 0
				if len(lines) > 0 {
					line, lines = lines[0], lines[1:]
				}
				found, notice := parseIgnore(t.name, line, n.Data)
				if notice != "" {
					t.notices = append(t.notices, notice)
				}
				marks := ""
				for _, sup := range found {
					marks += fmt.Sprint(markOpen, len(t.marked), markClose)
					t.marked = append(t.marked, sup)
				}
				if before := textBefore(n); before != nil {
					before.Data += marks
				} else {
					due += marks
				}
			}
		case html.TextNode:
			if strings.Contains(n.Data, markOpen) || strings.Contains(n.Data, markClose) {
				n.Data = unmark.Replace(n.Data)
			}
			if due != "" && !blank(n.Data) && visible(n.Parent) {
				n.Data, due = due+n.Data, ""
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
}

// textBefore returns the text that stands before a comment in its line.
func textBefore(n *html.Node) *html.Node {
	for p := n.PrevSibling; p != nil; p = p.PrevSibling {
		switch {
		case p.Type == html.TextNode && !blank(p.Data):
			return p
		case p.Type == html.ElementNode && (breaksAround(p.DataAtom) > 0 || p.DataAtom == atom.Br):
			return nil
		case p.Type == html.ElementNode:
			for c := p.LastChild; c != nil; c = c.LastChild {
				if c.Type == html.TextNode && !blank(c.Data) {
					return c
				}
			}
		}
	}
	return nil
}

func visible(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if hides(n.DataAtom) {
			return false
		}
	}
	return true
}

func (t *treeWriter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		if t.hidden == 0 {
			t.marks(n)
		}
		return
	case html.ElementNode:
		if attribute(n, "hidden") || strings.Contains(strings.ReplaceAll(attr(n, "style"), " ", ""), "display:none") {
			return
		}
		t.start(&t.flow, n.DataAtom, false)
		defer t.end(&t.flow, n.DataAtom)
		if t.hidden > 0 { // nothing below is seen
			return
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		t.node(c)
	}
}

// marks adds a text, in which the marks of comments become their places.
func (t *treeWriter) marks(n *html.Node) {
	whole := t.places.of(n)
	for s := n.Data; ; {
		before, rest, ok := strings.Cut(s, markOpen)
		var pieces []piece
		pieces, whole = split(whole, before)
		for _, p := range pieces {
			t.add(&t.flow, p)
		}
		if !ok {
			return
		}
		num, after, _ := strings.Cut(rest, markClose)
		i := 0
		if _, err := fmt.Sscan(num, &i); err == nil && i < len(t.marked) {
			t.placed[i] = true
			t.place(t.marked[i])
		}
		s = after
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if strings.EqualFold(a.Key, key) {
			return a.Val
		}
	}
	return ""
}

func attribute(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
