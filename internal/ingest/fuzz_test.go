package ingest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func yamlKeys(v any) []string {
	var out []string
	t := reflect.TypeOf(v)
	for i := range t.NumField() {
		if k := t.Field(i).Tag.Get("yaml"); k != "" {
			out = append(out, k)
		}
	}
	return out
}

// valid checks what holds of every document.
func valid(t *testing.T, d *document) {
	t.Helper()
	if !utf8.ValidString(d.text) {
		t.Fatalf("the text %q is not UTF-8", d.text)
	}
	if strings.Contains(d.text, "\r") {
		t.Fatalf("the text %q has a carriage return", d.text)
	}
	for _, s := range d.ignores {
		if s.Offset < 0 || s.Offset > len(d.text) || s.Span.Start > s.Offset || s.Span.End < s.Offset || s.Span.End > len(d.text) {
			t.Fatalf("%+v is not in %q", s, d.text)
		}
		if strings.Contains(d.text[s.Span.Start:s.Span.End], "\n") {
			t.Fatalf("%+v is not one line of %q", s, d.text)
		}
	}
}

// placed checks that every word that a file has as it is said is found where it
// stands, and returns how many bytes of the text have a place.
func placed(t *testing.T, d *document) (n int) {
	t.Helper()
	end := 0
	for _, s := range d.original.Stretches {
		if s.Text.Start < end || s.Text.Empty() || s.Text.End > len(d.text) || s.File.Start < 0 || s.File.End < s.File.Start || s.File.End > len(d.original.Text) {
			t.Fatalf("%+v of %q in %q", s, d.text, d.original.Text)
		}
		end = s.Text.End
		n += s.Text.Len()
		if s.Text.Len() != s.File.Len() {
			continue
		}
		for i := s.Text.Start; i < s.Text.End; i++ {
			if c := d.original.Text[s.File.Start+i-s.Text.Start]; !isSpace(d.text[i]) && c != d.text[i] {
				t.Fatalf("%q of %q is taken for %q", d.text[s.Text.Start:s.Text.End], d.text, d.original.Text[s.File.Start:s.File.End])
			}
		}
	}
	return n
}

func FuzzPage(f *testing.F) {
	for _, s := range []string{
		"<p>Рябков</p><!-- factdiff-ignore: date reason --><p>x", "<h1>T</h1><ul><li>a<li>b</ul>", "<pre>a\n b</pre><q>x</q>",
		`<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script><p>y`, "<table><tr><td>1<td>2",
		"<del><p>a</del>b", "<select><option>x<!-- factdiff-ignore: a b -->", "<svg><title>x</title></svg>", "&#xFDD0;0&#xFDD1;",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := (Options{}).read("a.html", []byte(s), page); err == nil {
			valid(t, d)
			placed(t, d)
		}
		if s, _, err := decode("a.html", []byte(s), true); err == nil {
			d := new(document)
			d.streamed("a.html", s)
			valid(t, d)
			placed(t, d)
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"---\ntitle: x\ndate: 2022-01-10\n---\n# Ж\n\ntext", "a\n\n<!-- factdiff-ignore: date why -->\n\nb", "> - 1. `x` [a](b \"c\")",
		"| a |\n|---|\n| ~~b~~ |", "a <del>b</del> c\\\nd", "```\nx\n```\n<div>\n\ny", "[a]: b\n\n[a]", "&amp; \\& &#0; ![x](y)",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := (Options{}).read("a.md", []byte(s), markdown); err == nil {
			valid(t, d)
			placed(t, d)
		}
	})
}

func FuzzBatch(f *testing.F) {
	for _, tt := range batchCases {
		f.Add([]byte(tt.in))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		ev, err := ParseEvent(line)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("%q: the error is more than a line: %v", line, err)
			}
			if ev != nil && len(ev.Witnesses) > 0 {
				t.Fatalf("%q: an error and witnesses", line)
			}
			return
		}
		if !json.Valid(line) || len(ev.Witnesses) == 0 || ev.ID == "" {
			t.Fatalf("%q was taken for %+v", line, ev)
		}
		seen := map[string]bool{}
		for i, w := range ev.Witnesses {
			if w.Index != i || w.ID == "" || seen[w.ID] || !utf8.ValidString(w.Text) {
				t.Fatalf("%q: witness %+v", line, w)
			}
			seen[w.ID] = true
		}
	})
}

// TestHostile reads what is made to take for ever. Each must end within
// seconds, with a text or an error.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("megabytes of markup")
	}
	n := 1 << 18
	tests := []struct {
		name, in string
		f        format
	}{
		{"deep divs", strings.Repeat("<div>", n/5) + "x", page},
		{"deep inline", strings.Repeat("<b><i>", n/6) + "x", page},
		{"open links", strings.Repeat("<a href=x>y", n/11), page},
		{"open links, fewer", "<p>text</p>" + strings.Repeat("<a>y", 40_000), page},
		{"adoption", strings.Repeat("<a><p>", 20_000) + "x" + strings.Repeat("</a>", 5_000), page},
		{"tables", strings.Repeat("<table><tr><td>x", 400), page},
		{"one line", "<p>" + strings.Repeat("word ", 12*n), page},
		{"entities", "<p>" + strings.Repeat("&amp;&lt;&#x26;", n/15), page},
		{"brackets", strings.Repeat("<", n) + "x", page},
		{"comments", strings.Repeat("<!-- factdiff-ignore: a b -->", n/30) + "x", page},
		{"comments in a tree", strings.Repeat("<!-- factdiff-ignore: a b -->", 10_000) + "<p>x", page},
		{"comments after text", strings.Repeat("<p>x<b>y</b><!-- factdiff-ignore: a b -->", 10_000), page},
		{"attributes", "<p " + strings.Repeat("a=b ", n/4) + ">x", page},
		{"attributes apart", "<p " + manyAttributes(100_000) + ">x", page},
		{"JSON-LD", `<script type="application/ld+json">` + strings.Repeat(`[`, n) + "</script>x", page},
		{"quotes", strings.Repeat("> ", n/2) + "x", markdown},
		{"quotes in lines", strings.Repeat(strings.Repeat(">", 90)+"x\n", n/100), markdown},
		{"lists", strings.Repeat("- ", n/2) + "x", markdown},
		{"links", strings.Repeat("[", n), markdown},
		{"links closed", strings.Repeat("[a](", n/4), markdown},
		{"emphasis", strings.Repeat("*a_", n/3), markdown},
		{"ticks", strings.Repeat("`a``", n/4), markdown},
		{"html openers", strings.Repeat("<!--", n/4), markdown},
		{"tags", strings.Repeat("<a ", n/3), markdown},
		{"tables of bars", strings.Repeat("|", n) + "\n" + strings.Repeat("|-", n/2), markdown},
		{"references", strings.Repeat("[a]: b\n", n/7) + strings.Repeat("[a]", n/3), markdown},
		{"indents", ladder(500), markdown},
		{"footnotes", strings.Repeat("[^a]: b\n\n", n/9) + strings.Repeat("[^a]", n/4), markdown},
		{"front matter of plus signs", "+++\n" + strings.Repeat("a = [[\n", n/7) + "date = [" + strings.Repeat("'a',", n/4) + "\n+++\nx", markdown},
		{"front matter", "---\na: " + strings.Repeat("[", n/2) + "\n---\nx", markdown},
	}
	for _, tt := range tests {
		start := time.Now()
		d, err := (Options{}).read("a", []byte(tt.in), tt.f)
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: took %v", tt.name, took)
		} else {
			t.Logf("%s: %d bytes in %v", tt.name, len(tt.in), took.Round(time.Millisecond))
		}
		if err == nil {
			valid(t, d)
		}
	}
}

func manyAttributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d=b ", i)
	}
	return b.String()
}

func ladder(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "- x\n")
	}
	return b.String()
}

const benchPage = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Talks | News</title>
<meta property="article:published_time" content="2022-01-10T19:05:00+01:00"><script>var x = "</p>";</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Talks</h1>%s</article><footer><p>Contact</p></footer></body></html>`

const benchParagraph = "The talks between Russia and the United States in Женева lasted “more than seven” hours on Monday, the deputy minister said, and were difficult.\n"

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat(benchParagraph+"\n", 30)
	for _, bb := range []struct {
		name, in string
		f        format
	}{
		{"text", text, plainText},
		{"text, windows-1252", strings.ReplaceAll(encode(b, charmap1252, strings.ReplaceAll(text, "Женева", "Genève")), "\n", "\r\n"), plainText},
		{"markdown", "---\ntitle: x\n---\n" + text, markdown},
		{"html", fmt.Sprintf(benchPage, "<p>"+strings.ReplaceAll(text, "\n\n", "</p><p>")), page},
	} {
		b.Run(bb.name, func(b *testing.B) {
			raw := []byte(bb.in)
			b.ReportAllocs()
			b.SetBytes(int64(len(raw)))
			for b.Loop() {
				if _, err := (Options{}).read("a", raw, bb.f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkParseEvent(b *testing.B) {
	ws := []map[string]string{}
	for i := range 12 {
		ws = append(ws, map[string]string{"id": fmt.Sprint("w", i), "text": strings.Repeat(benchParagraph, 20), "published": "2022-01-10"})
	}
	line, err := json.Marshal(map[string]any{"id": "x", "witnesses": ws})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.SetBytes(int64(len(line)))
	for b.Loop() {
		if _, err := ParseEvent(line); err != nil {
			b.Fatal(err)
		}
	}
}

// TestSharedBatch reads the real corpora, where they are at hand.
func TestSharedBatch(t *testing.T) {
	data, err := os.ReadFile("../../../shared/bench/wmt_news_mt/docs.jsonl")
	if err != nil {
		t.Skip("the corpus is not beside this checkout")
	}
	for line := range bytes.Lines(data) {
		var doc struct {
			ID  string   `json:"id"`
			Src []string `json:"src"`
		}
		if err := json.Unmarshal(line, &doc); err != nil {
			t.Fatal(err)
		}
		text := strings.Join(doc.Src, "\n")
		in, err := json.Marshal(map[string]any{"id": doc.ID, "witnesses": []map[string]string{{"id": "src", "text": text}}})
		if err != nil {
			t.Fatal(err)
		}
		ev, err := ParseEvent(in)
		if err != nil || ev.ID != doc.ID || ev.Witnesses[0].Text != text {
			t.Fatalf("%s: %v", doc.ID, err)
		}
	}
}
