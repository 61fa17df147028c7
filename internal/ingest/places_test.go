package ingest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

const placesMarkdown = `---
title: Ferry strikes pier
---

*Police* said **twelve
people** were hurt &mdash; "none \*badly\*".

> - The ` + "`Star`" + ` had
>   <b>90 on
>   board</b>.

~~~
the   captain
~~~
`

const placesPage = `<!DOCTYPE html>
<html><head>
<title>Ferry strikes pier &amp; quay | The Strait</title>
<script>var x = "<p>Police said</p>";</script></head>
<body><nav><a href="/">Police said</a></nav>
<noscript><p>Police said nothing here</p></noscript>
<article>
<h1>Ferry strikes
 pier &amp; quay</h1>
<p>Police said <b>twelve</b>
   people were hurt, none of them <!-- factdiff-ignore: date why -->badly, and
   Рябков &laquo;saw&raquo; it from the quay on Monday morning.</p>
<table>The captain was a guest<tr><td>Dead</td><td>none</td></tr></table>
<p>The ferry, with ninety people on board, was on her way from the island to the
   town when the wind took her, the captain of the port said on Monday.</p>
</article></body></html>
`

// TestPlaces asks where words of a report stand in its file: line and column
// of the first, and the text from there to the last.
func TestPlaces(t *testing.T) {
	for _, file := range []struct {
		name, in string
		f        format
		words    [][3]string
	}{
		{"a.md", placesMarkdown, markdown, [][3]string{
			{"Ferry strikes pier", "2:8", "Ferry strikes pier"},
			{"Police", "5:2", "Police"},
			{"said twelve people were", "5:10", "said **twelve\npeople** were"},
			{"people", "6:1", "people"},
			{"hurt — ", "6:15", "hurt &mdash;"},
			{"—", "6:20", "&mdash;"},
			{"*badly*", "6:34", `\*badly\*`},
			{"Star", "8:10", "Star"},
			{"90 on board.", "9:8", "90 on\n>   board</b>."},
			{"captain", "13:7", "captain"},
		}},
		{"a.html", placesPage, page, [][3]string{
			{"Ferry strikes pier & quay", "8:5", "Ferry strikes\n pier &amp; quay"},
			{"Police said twelve people", "10:4", "Police said <b>twelve</b>\n   people"},
			{"none of them badly", "11:22", "none of them <!-- factdiff-ignore: date why -->badly"},
			{"Рябков «saw»", "12:4", "Рябков &laquo;saw&raquo;"},
			{"guest", "13:26", "guest"},
			{"Dead", "13:39", "Dead"},
			{"ninety people", "14:20", "ninety people"},
		}},
	} {
		d, err := (Options{}).read(file.name, []byte(file.in), file.f)
		if err != nil {
			t.Fatal(err)
		}
		valid(t, d)
		if n := placed(t, d); n < len(d.text)*8/10 {
			t.Errorf("%s: only %d of %d bytes have a place", file.name, n, len(d.text))
		}
		src := text.NewSource(file.name, d.original.Text)
		for _, w := range file.words {
			i := strings.Index(d.text, w[0])
			if i < 0 {
				t.Errorf("%s: no %q in %q", file.name, w[0], d.text)
				continue
			}
			sp := text.InFile(d.original, witness.Span{Start: i, End: i + len(w[0])})
			p := src.Position(sp.Start)
			if at := place(p.Line, p.Rune); at != w[1] || d.original.Text[sp.Start:sp.End] != w[2] {
				t.Errorf("%s: %q is at %s, %q; want %s, %q", file.name, w[0], at, d.original.Text[sp.Start:sp.End], w[1], w[2])
			}
		}
	}
}

// TestTitlePlaces looks for a headline that stands outside the article.
func TestTitlePlaces(t *testing.T) {
	body := "<body><p>" + strings.Repeat("The ferry struck a pier on Monday, the police said. ", 5) + "</p>"
	for _, tt := range []struct{ head, at string }{
		{"<html>\n<meta property=og:title content='Fire &amp; water'>", "2:34"},
		{"<html>\n\n<title>Fire\n &amp; water</title>", "3:8"},
		{"<html>\n<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Fire \\u0026 water\"}</script>", "1:1"},
	} {
		d, err := (Options{}).read("a.html", []byte(tt.head+body), page)
		if err != nil {
			t.Fatal(err)
		}
		placed(t, d)
		if !strings.HasPrefix(d.text, "Fire & water\n") {
			t.Fatalf("%q has no headline", d.text)
		}
		p := text.NewSource("", d.original.Text).Position(text.InFile(d.original, witness.Span{End: len("Fire & water")}).Start)
		if at := place(p.Line, p.Rune); at != tt.at {
			t.Errorf("%q: the headline is at %s, want %s", tt.head, at, tt.at)
		}
	}
}

func place(line, column int) string { return fmt.Sprintf("%d:%d", line, column) }
