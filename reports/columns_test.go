package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/reporttest"
)

// TestColumns looks at the words "١٢ جريحا", which stand after characters of
// every length: at byte 33, character 21 and UTF-16 unit 22 of their line, each
// format in its own unit.
func TestColumns(t *testing.T) {
	r := reporttest.Foreign()
	// Without an outlier the first reading, A's, is the primary one.
	for i := range r.Findings {
		r.Findings[i].Outliers = nil
	}
	for _, c := range []struct{ format, want string }{
		{"terminal", "мост/تقرير.txt:1:21 "},
		{"markdown", "мост/تقرير.txt:1:21:"},
		{"csv", ",мост/تقرير.txt,1,21,32,47,"},
		{"sarif", `"startLine":1,"startColumn":22,"endLine":1,"endColumn":30,`},
		{"sarif", `"uri":"%D0%BC%D0%BE%D1%81%D1%82/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.txt"`},
		{"github", "file=мост/تقرير.txt,line=1,endLine=1,col=21,endColumn=29,"},
		{"checkstyle", `line="1" column="21"`},
		{"rdjson", `"start":{"line":1,"column":33},"end":{"line":1,"column":48}`},
		{"gitlab", `"path":"мост/تقرير.txt","lines":{"begin":1,"end":1}`},
		{"junit", "мост/تقرير.txt:1:21 A says 12"},
		{"json", `"start":32,"end":47,`},
		{"its", `>١٢ جريحا</mrk>`},
	} {
		f, err := Lookup(c.format)
		if err != nil {
			t.Fatal(err)
		}
		got := write(t, f, []*compare.Result{r}, options())
		if bytes.HasPrefix(got, []byte("{")) || bytes.HasPrefix(got, []byte("[")) {
			var b bytes.Buffer
			if err := json.Compact(&b, got); err != nil {
				t.Fatal(err)
			}
			got = b.Bytes()
		}
		if !strings.Contains(string(got), c.want) {
			t.Errorf("%s: no %q in\n%s", c.format, c.want, got)
		}
	}
}

// TestParses reads each format back with a parser of its language.
func TestParses(t *testing.T) {
	cases := append(reporttest.Cases(), reporttest.Case{Name: "large", Results: []*compare.Result{reporttest.Large(3, 50, 1000)}})
	for _, f := range Formats {
		for _, c := range cases {
			for _, states := range []bool{false, true} {
				o := options()
				if states {
					o.States = reporttest.States(c.Results)
				}
				if err := parse(f, write(t, f, c.Results, o)); err != nil {
					t.Errorf("%s, %s: %v", f.Name, c.Name, err)
				}
			}
		}
	}
}

func parse(f *Format, b []byte) error {
	switch f.Ext {
	case ".json", ".sarif":
		var v any
		return json.Unmarshal(b, &v)
	case ".jsonl":
		for line := range bytes.Lines(b) {
			var v any
			if err := json.Unmarshal(line, &v); err != nil {
				return err
			}
		}
	case ".xml", ".xlf":
		d := xml.NewDecoder(bytes.NewReader(b))
		for {
			if _, err := d.Token(); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
		}
	case ".csv":
		_, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
		return err
	}
	if f.Name == "github" {
		for line := range bytes.Lines(b) {
			if !bytes.HasPrefix(line, []byte("::")) {
				return errors.New("a line that is no command: " + string(line))
			}
		}
	}
	if f.Name == "terminal" && bytes.ContainsAny(b, "\x1b\x07\x00\u202e\r") {
		return errors.New("a control character of a report is in the output")
	}
	return nil
}

// TestDocumented holds docs/formats.md to naming every format, in a row of its
// table and in a section.
func TestDocumented(t *testing.T) {
	doc, err := os.ReadFile("../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Formats {
		if !strings.Contains(string(doc), "| ["+f.Name+"](#"+f.Name+") |") || !strings.Contains(string(doc), "\n## "+f.Name+"\n") {
			t.Errorf("docs/formats.md does not describe %s", f.Name)
		}
	}
}
