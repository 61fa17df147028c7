package ingest

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/factdiff/factdiff/internal/text"
)

// meta is what a page says of itself.
type meta struct {
	headline string // as the page shows it: its <h1>, or else the title
	title    string
	author   string
	lang     string
	outlet   string
	url      string

	published time.Time
	badDate   string // a date that could not be read, where none could
}

// readMeta reads a page's metadata. Of several sources the one that is
// written for machines and most specific to the article comes first: JSON-LD,
// OpenGraph, other <meta>, microdata and <time>, the page's own elements.
func readMeta(doc *html.Node) meta {
	var g gather
	g.node(doc)
	ld := g.article()
	m := meta{
		title:  oneLine(g.agreed(ld.text("headline"), ld.text("name"), g.meta["og:title"], g.meta["twitter:title"], g.meta["dc.title"], g.h1(), g.cleanTitle(), first(g.h1s...))),
		author: cleanAuthor(first(ld.text("author"), notURL(g.meta["article:author"]), g.meta["author"], g.meta["dc.creator"], g.meta["parsely-author"], g.meta["byl"], g.author)),
		outlet: oneLine(first(ld.text("publisher"), g.meta["og:site_name"], g.meta["application-name"])),
		url:    strings.TrimSpace(first(g.canonical, g.meta["og:url"], ld.text("url"))),
		lang:   first(cleanLang(g.lang), cleanLang(ld.text("inLanguage")), cleanLang(g.meta["og:locale"]), cleanLang(g.meta["content-language"])),
	}
	m.headline = oneLine(first(g.h1(), m.title))
	if len(m.headline) > 500 { // no headline, but a page set in one
		m.headline = ""
	}
	for _, s := range []string{
		ld.text("datePublished"), g.meta["article:published_time"], g.meta["og:article:published_time"], g.meta["datepublished"],
		g.meta["date"], g.meta["pubdate"], g.meta["publishdate"], g.meta["publish-date"], g.meta["parsely-pub-date"], g.meta["dc.date"],
		g.meta["dc.date.issued"], g.meta["dcterms.created"], g.meta["sailthru.date"], g.itemDate, g.time, ld.text("dateCreated"),
	} {
		if s == "" {
			continue
		}
		if t, ok := looseDate(s); ok {
			m.published, m.badDate = t, ""
			break
		}
		if m.badDate == "" {
			m.badDate = oneLine(s)
		}
	}
	return m
}

func first(ss ...string) string {
	for _, s := range ss {
		if !blank(s) {
			return s
		}
	}
	return ""
}

// agreed returns the first that has a word of the page's <title>, or else the
// first: the headline of some JSON-LD is a description.
func (g *gather) agreed(ss ...string) string {
	title := words(oneLine(g.title))
	for _, s := range ss {
		if slices.ContainsFunc(words(s), func(w string) bool { return slices.Contains(title, w) }) {
			return s
		}
	}
	return first(ss...)
}

// notURL drops an author that is a profile's address.
func notURL(s string) string {
	if strings.Contains(s, "://") {
		return ""
	}
	return s
}

// gather collects in one walk what may be metadata.
type gather struct {
	meta      map[string]string // by lower-case name, property or itemprop; the first of each
	ld        []object
	h1s       []string
	title     string
	lang      string
	canonical string
	author    string // an element marked as the author
	itemDate  string // a <time> marked as the date of publication
	time      string // the first other <time>
}

func (g *gather) node(n *html.Node) {
	if n.Type == html.ElementNode {
		prop := strings.ToLower(attr(n, "itemprop"))
		switch n.DataAtom {
		case atom.Html:
			g.lang = first(g.lang, attr(n, "lang"), attr(n, "xml:lang"))
		case atom.Meta:
			g.put(first(attr(n, "property"), attr(n, "name"), prop, attr(n, "http-equiv")), attr(n, "content"))
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				g.canonical = first(g.canonical, attr(n, "href"))
			}
		case atom.Title:
			if g.title == "" && (n.Parent == nil || n.Parent.DataAtom != atom.Svg) {
				g.title = content(n)
			}
		case atom.H1:
			if s := oneLine(content(n)); s != "" {
				g.h1s = append(g.h1s, s)
			}
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") {
				g.script(content(n))
			}
			return
		case atom.Style, atom.Noscript, atom.Template:
			return
		case atom.Time:
			when := first(attr(n, "datetime"), content(n))
			if prop == "datepublished" || attribute(n, "pubdate") {
				g.itemDate = first(g.itemDate, when)
			} else if attr(n, "datetime") != "" {
				g.time = first(g.time, when)
			}
		default:
			switch {
			case prop == "datepublished":
				g.itemDate = first(g.itemDate, attr(n, "datetime"), attr(n, "content"))
			case g.author == "" && (prop == "author" || strings.EqualFold(attr(n, "rel"), "author")):
				if s := oneLine(content(n)); len(s) <= 100 {
					g.author = s
				}
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		g.node(c)
	}
}

func (g *gather) put(key, value string) {
	key = strings.ToLower(strings.TrimSpace(key))
	if key == "" || blank(value) {
		return
	}
	if g.meta == nil {
		g.meta = map[string]string{}
	}
	if _, ok := g.meta[key]; !ok {
		g.meta[key] = value
	}
}

// h1 returns the heading of the article, if it can be told: the one that has
// most of its words in a title of the page, as the site's name and a writer's
// greeting are first headings too. Without a title the only one is taken.
func (g *gather) h1() string {
	titles := oneLine(strings.Join([]string{g.title, g.meta["og:title"], g.meta["twitter:title"], g.article().text("headline")}, " "))
	if titles == "" {
		if len(g.h1s) == 1 {
			return g.h1s[0]
		}
		return ""
	}
	known := map[string]bool{}
	for _, w := range words(titles) {
		known[w] = true
	}
	best, at := 0, ""
	for _, h := range g.h1s {
		all, n := words(h), 0
		for _, w := range all {
			if known[w] {
				n++
			}
		}
		if 2*n > len(all) && n > best {
			best, at = n, h
		}
	}
	return at
}

func words(s string) []string {
	return strings.FieldsFunc(text.Normalise(s).Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

var titleTail = regexp.MustCompile(`\s+[|»–—]\s+[^|»–—]{1,40}$|\s+-\s+[^-|]{1,40}$`)

// cleanTitle returns the page's title without the name of the site after it.
func (g *gather) cleanTitle() string {
	t := oneLine(g.title)
	if s := titleTail.ReplaceAllString(t, ""); len(strings.Fields(s)) >= 3 {
		return s
	}
	return t
}

// content returns the text below n, bounded.
func content(n *html.Node) string {
	const most = 1 << 20
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode && b.Len() < most {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

// object is an object of JSON-LD.
type object map[string]any

// script reads one JSON-LD script. Broken ones are common and are passed over.
func (g *gather) script(s string) {
	var v any
	s = strings.TrimSpace(s)
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<![CDATA["), "]]>") // of pages that want to be XHTML too
	if json.Unmarshal([]byte(s), &v) == nil {
		g.objects(v, 0)
	}
}

func (g *gather) objects(v any, depth int) {
	if depth > 8 || len(g.ld) > 1000 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			g.objects(x, depth+1)
		}
	case map[string]any:
		g.ld = append(g.ld, v)
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			g.objects(v[k], depth+1)
		}
	}
}

var articleType = regexp.MustCompile(`Article|Posting|Report|LiveBlog`)

// article returns the object that describes the article, or nil.
func (g *gather) article() object {
	for _, o := range g.ld {
		if articleType.MatchString(o.text("@type")) {
			return o
		}
	}
	for _, o := range g.ld {
		if o.text("headline") != "" {
			return o
		}
	}
	return nil
}

// text returns a property as text: itself, the name of an object, or those of
// a list.
func (o object) text(key string) string {
	if o == nil {
		return ""
	}
	return ldText(o[key], 0)
}

func ldText(v any, depth int) string {
	switch v := v.(type) {
	case string:
		return html.UnescapeString(v)
	case map[string]any:
		if depth < 4 {
			return first(ldText(v["name"], depth+1), ldText(v["@value"], depth+1))
		}
	case []any:
		var parts []string
		for _, x := range v {
			if s := ldText(x, depth+1); s != "" && depth < 4 {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}
