package ingest

import (
	"path"
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/factdiff/factdiff/witness"
)

// document is a report as read from one file: its text and what the file
// says of itself.
type document struct {
	text       string
	original   *witness.Original
	title      string
	author     string
	lang       string
	sourceLang string
	outlet     string
	url        string
	siglum     string
	published  time.Time
	notices    []string
	ignores    []Suppression
}

// format is how a report is written.
type format uint8

const (
	unknown format = iota
	plainText
	markdown
	page
)

// Extensions lists the file name extensions that are read, for help texts.
var Extensions = []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"}

func formatOf(name string) format {
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", ".text":
		return plainText
	case ".md", ".markdown":
		return markdown
	case ".html", ".htm", ".xhtml":
		return page
	}
	return unknown
}

var pageStart = regexp.MustCompile(`^(?i)(?:\s|<!--(?s:.*?)-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b`)

// sniff tells the format of a stream, which has no name.
func sniff(s string) format {
	if pageStart.MatchString(s[:min(len(s), 4096)]) {
		return page
	}
	return plainText
}

// read makes a document of a file's bytes. An unknown format is told by its
// content, as far as text and web page go.
func (o Options) read(name string, raw []byte, f format) (*document, error) {
	if err := knownBinary(name, raw); err != nil {
		return nil, err
	}
	s, notice, err := decode(name, raw, f == page || f == unknown && sniff(string(raw[:min(len(raw), 4096)])) == page)
	if err != nil {
		return nil, err
	}
	if f == unknown {
		f = sniff(s)
	}
	if blank(s) {
		return nil, &Error{Kind: ErrEmpty, Path: name, Msg: "the file is empty", Hint: "take it out, or put the report into it"}
	}
	var d *document
	switch f {
	case markdown:
		d, err = readMarkdown(name, s)
	case page:
		d, err = readPage(name, s, o.Article)
	default:
		d = &document{text: s}
	}
	if err != nil {
		return nil, err
	}
	if notice != "" {
		d.notices = append([]string{notice}, d.notices...)
	}
	if blank(d.text) {
		return nil, &Error{Kind: ErrEmpty, Path: name, Msg: "no text was found in it", Hint: "save what the page shows as .txt"}
	}
	return d, nil
}

func blank(s string) bool {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' }) == ""
}

var langTag = regexp.MustCompile(`^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$`)

// cleanLang returns a BCP 47 tag as pages write it ("en_GB"), or "".
func cleanLang(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	if !langTag.MatchString(s) {
		return ""
	}
	return s
}

// oneLine joins the words of s by single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// cleanAuthor takes "By" off a byline.
func cleanAuthor(s string) string {
	s = oneLine(s)
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	return s
}
