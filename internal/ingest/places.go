package ingest

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// places knows where the texts of a page's tree stand in its file, which the
// parser does not say. A second pass over the file lists its stretches of
// text; as the tree has them in nearly the same order, each text of the tree
// is found beside the one before it.
//
// The search for the article copies nodes, so that the number of a text goes
// along as an attribute, which no text has otherwise.
type places struct {
	texts [][]piece // by number, the pieces of one text
}

// placeKey is the attribute that holds the number of a text.
const placeKey = "factdiff-text"

// textTokens lists the stretches of text between the tags of a page, those of
// its scripts and its title among them, each as pieces.
func textTokens(file string) [][]piece {
	var out [][]piece
	z := html.NewTokenizer(strings.NewReader(file))
	for at := 0; ; {
		tt := z.Next()
		if tt == html.ErrorToken {
			return out
		}
		raw := z.Raw()
		if tt == html.TextToken {
			out = append(out, unescaped(string(raw), at))
		}
		at += len(raw)
	}
}

// apart is how many tokens are looked at for one that is not the next: text
// that stands in a table and not in a cell is before the table in the tree, and
// what a script is not run for is one text there.
const apart = 64

// find numbers the texts of doc.
func (p *places) find(doc *html.Node, file string) {
	tokens := textTokens(file)
	used := make([]bool, len(tokens))
	next := 0
	// take returns the pieces of the token that s begins with, and what is
	// left of s; false where there is none near.
	take := func(s string) ([]piece, string, bool) {
		for _, r := range [2][2]int{{next, min(next+apart, len(tokens))}, {max(next-apart, 0), next}} {
			for i := r[0]; i < r[1]; i++ {
				if used[i] {
					continue
				}
				if pieces, rest, ok := begins(s, tokens[i]); ok {
					used[i] = true
					next = max(next, i+1)
					return pieces, rest, true
				}
			}
		}
		return nil, s, false
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode && !blank(n.Data) {
			var pieces []piece
			for s := n.Data; s != ""; {
				more, rest, ok := take(s)
				if !ok {
					break
				}
				pieces, s = append(pieces, more...), rest
			}
			if len(pieces) > 0 {
				n.Attr = append(n.Attr, html.Attribute{Key: placeKey, Val: strconv.Itoa(len(p.texts))})
				p.texts = append(p.texts, pieces)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
}

// begins reports whether s begins with the text of a token, as the parser takes
// it: without the white space before the body. It returns the pieces of which s
// is made, and what is left of s.
func begins(s string, token []piece) (pieces []piece, rest string, ok bool) {
	for i, p := range token {
		if !strings.HasPrefix(s, p.text) && i == 0 {
			p = p.part(len(p.text)-len(strings.TrimLeft(p.text, " \t\n\f")), len(p.text))
		}
		if s, ok = strings.CutPrefix(s, p.text); !ok {
			return nil, "", false
		}
		pieces = append(pieces, p)
	}
	return pieces, s, len(pieces) > 0
}

// of returns the pieces of a text of the tree or of a copy of it.
func (p *places) of(n *html.Node) []piece {
	if i, err := strconv.Atoi(attr(n, placeKey)); err == nil && i < len(p.texts) {
		return p.texts[i]
	}
	return nil
}

// split takes s off the pieces that begin with it. What they do not cover has
// no place.
func split(pieces []piece, s string) (taken, rest []piece) {
	for len(pieces) > 0 && s != "" {
		p := pieces[0]
		n := min(len(p.text), len(s))
		if p.text[:n] != s[:n] {
			break
		}
		taken, pieces, s = append(taken, p.part(0, n)), pieces[1:], s[n:]
		if n < len(p.text) {
			pieces = append([]piece{p.part(n, len(p.text))}, pieces...)
		}
	}
	if s != "" {
		taken = append(taken, piece{text: s})
	}
	return taken, pieces
}
