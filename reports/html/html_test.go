package html

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
	"github.com/factdiff/factdiff/reports/reporttest"
)

func write(t testing.TB, rs []*compare.Result, o *render.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, rs, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// large is the event whose page must stay under a megabyte: ten reports of
// three hundred statements, each in a group and each with a finding.
func large() []*compare.Result { return []*compare.Result{reporttest.Large(10, 300, 300)} }

func TestSize(t *testing.T) {
	got := len(write(t, large(), nil))
	t.Logf("10 reports, 300 statements each, 300 findings: %d bytes", got)
	if got > 1_000_000 {
		t.Errorf("the page has %d bytes", got)
	}
	t.Logf("5 reports: %d bytes", len(write(t, []*compare.Result{reporttest.Plain()}, nil)))
}

// TestMarkup reads every page with a parser and holds it to what keeps a
// report from doing anything: no element and no attribute that could load,
// run or send, but the one script and the one style sheet of the page.
func TestMarkup(t *testing.T) {
	cases := append(reporttest.Cases(), reporttest.Case{Name: "large", Results: large()})
	for _, c := range cases {
		for _, o := range []*render.Options{{}, {Redact: true}, {States: reporttest.States(c.Results)}} {
			markup(t, c.Name, write(t, c.Results, o))
		}
	}
}

var (
	void    = map[string]bool{"meta": true, "input": true, "line": true, "circle": true, "rect": true}
	allowed = regexp.MustCompile(`^(html|head|meta|title|style|body|a|header|p|b|h1|h2|h3|bdi|span|ul|ol|li|div|figure|figcaption|svg|text|line|circle|rect|aside|details|summary|form|label|input|fieldset|legend|i|select|option|button|nav|main|section|article|mark|q|code|table|thead|tbody|tr|th|td|footer|kbd|script)$`)
)

func markup(t *testing.T, name string, page []byte) {
	t.Helper()
	ids, links, scripts := map[string]bool{}, []string{}, 0
	var open []string
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		tt := z.Next()
		if tt == html.ErrorToken {
			if z.Err() != io.EOF {
				t.Errorf("%s: %v", name, z.Err())
			}
			break
		}
		tok := z.Token()
		switch tt {
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != tok.Data {
				t.Fatalf("%s: </%s> closes %v", name, tok.Data, open)
			}
			open = open[:len(open)-1]
			continue
		case html.StartTagToken, html.SelfClosingTagToken:
		default:
			continue
		}
		if !allowed.MatchString(tok.Data) {
			t.Errorf("%s: element %s", name, tok.Data)
		}
		if tok.Data == "script" || tok.Data == "style" {
			scripts++
		}
		if tt == html.StartTagToken && !void[tok.Data] {
			open = append(open, tok.Data)
		}
		for _, a := range tok.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "src", a.Key == "action", a.Key == "srcset":
				t.Errorf("%s: attribute %s=%q of %s", name, a.Key, a.Val, tok.Data)
			case a.Key == "href" && !strings.HasPrefix(a.Val, "#"):
				t.Errorf("%s: a link to %q", name, a.Val)
			case a.Key == "href":
				links = append(links, a.Val[1:])
			case a.Key == "id":
				if ids[a.Val] {
					t.Errorf("%s: id %q is given twice", name, a.Val)
				}
				ids[a.Val] = true
			}
		}
	}
	if len(open) > 0 {
		t.Errorf("%s: still open: %v", name, open)
	}
	if scripts != 2 {
		t.Errorf("%s: %d scripts and style sheets", name, scripts)
	}
	for _, l := range links {
		if l != "" && !ids[l] {
			t.Errorf("%s: a link to %q, which is not there", name, l)
		}
	}
}

// TestOffline holds the sources to asking for nothing: no address in the
// style sheet or the script.
func TestOffline(t *testing.T) {
	for name, s := range map[string]string{"page.css": style, "page.js": script} {
		for _, word := range []string{"http:", "https:", "url(", "@import", "fetch", "XMLHttp", "eval(", "innerHTML", "insertAdjacentHTML", "document.write"} {
			if strings.Contains(s, word) {
				t.Errorf("%s has %q", name, word)
			}
		}
	}
	if got := string(write(t, []*compare.Result{reporttest.Plain()}, nil)); strings.Contains(got, "http") &&
		strings.Count(got, "http") != strings.Count(got, "http-equiv") {
		t.Error("the page has an address")
	}
}

func BenchmarkWrite(b *testing.B) {
	rs := large()
	b.ReportAllocs()
	b.SetBytes(int64(len(write(b, rs, nil))))
	for b.Loop() {
		write(b, rs, nil)
	}
}
