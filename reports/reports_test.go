package reports

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/reporttest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const sampleTemplate = `{{range .Events}}{{line .Title}}: {{plural (len .Findings) "finding"}}
{{range .Findings}}{{.Severity}} {{line .Check}} {{line .Primary.Place}} {{line .Message}}{{if .Outliers}} ({{all .Outliers | line}}){{end}}
{{end}}{{end}}`

func options() *Options {
	return &Options{Width: 90, Version: "1.2.3", FailOn: compare.Major, Template: sampleTemplate}
}

// TestGolden keeps the output of each format for each sample. HTML is tested
// by its properties, in its own folder: nobody reads a golden page.
func TestGolden(t *testing.T) {
	for _, f := range Formats {
		if f.Name == "html" {
			continue
		}
		for _, c := range reporttest.Cases() {
			check(t, f, c.Name, c.Results, options())
		}
		rs := []*compare.Result{reporttest.Plain()}
		gate := options()
		gate.States = reporttest.States(rs)
		check(t, f, "gate", rs, gate)
		redact := options()
		redact.Redact = true
		check(t, f, "redacted", rs, redact)
	}
}

func check(t *testing.T, f *Format, name string, rs []*compare.Result, o *Options) {
	t.Helper()
	got := write(t, f, rs, o)
	path := filepath.Join("testdata", f.Name, name+f.Ext)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (go test ./reports -update writes it)", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func write(t testing.TB, f *Format, rs []*compare.Result, o *Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, rs, o); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return b.Bytes()
}

// TestNoWords holds every format to what Redact promises: no run of words of a
// report is in the output, nor what the program made of them.
func TestNoWords(t *testing.T) {
	for _, r := range []*compare.Result{reporttest.Plain(), reporttest.Foreign()} {
		var secrets []string
		for _, w := range r.Event.Witnesses {
			words := strings.Fields(w.Text)
			for i := 0; i+2 < len(words); i++ {
				secrets = append(secrets, strings.Join(words[i:i+3], " "))
			}
		}
		for _, f := range r.Findings {
			secrets = append(secrets, f.Message)
			if f.Reason != "" {
				secrets = append(secrets, f.Reason)
			}
		}
		for _, f := range Formats {
			o := options()
			o.Redact = true
			got := string(write(t, f, []*compare.Result{r}, o))
			for _, s := range secrets {
				if strings.Contains(got, s) {
					t.Errorf("%s: %q is in the output", f.Name, s)
				}
			}
		}
	}
}

// TestInput holds every format to leaving its input as it is, and to giving
// the same bytes twice.
func TestInput(t *testing.T) {
	for _, f := range Formats {
		rs := []*compare.Result{reporttest.Plain(), reporttest.Hostile()}
		o := options()
		o.States = reporttest.States(rs)
		first := write(t, f, rs, o)
		if again := write(t, f, rs, o); !bytes.Equal(first, again) {
			t.Errorf("%s: two runs differ", f.Name)
		}
		if diff := cmp.Diff(reporttest.Plain().Findings, rs[0].Findings); diff != "" {
			t.Errorf("%s changed its input: %s", f.Name, diff)
		}
	}
}

// TestLarge writes ten thousand findings, in time that leaves no room for a
// quadratic step.
func TestLarge(t *testing.T) {
	rs := []*compare.Result{reporttest.Large(5, 400, 10_000)}
	for _, f := range Formats {
		start := time.Now()
		got := write(t, f, rs, options())
		took := time.Since(start)
		t.Logf("%-10s %8.1f ms %6.1f MB", f.Name, float64(took.Microseconds())/1000, float64(len(got))/1e6)
		if took > time.Minute {
			t.Errorf("%s took %v", f.Name, took)
		}
		if n := bytes.Count(got, []byte("difference 9999")); n == 0 && f.Name != "junit" {
			t.Errorf("%s: the last finding is not there", f.Name)
		}
	}
}

var errWriter = errors.New("disk full")

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errWriter }

// TestErrors holds every format to passing the writer's error on.
func TestErrors(t *testing.T) {
	for _, f := range Formats {
		if err := f.Write(failing{}, []*compare.Result{reporttest.Plain()}, options()); !errors.Is(err, errWriter) {
			t.Errorf("%s: error %v", f.Name, err)
		}
	}
}

// TestBare gives every format a result that has been read back from JSON, and
// no options: neither may be a crash.
func TestBare(t *testing.T) {
	bare := *reporttest.Plain()
	bare.Event, bare.Checks = nil, nil
	for _, f := range Formats {
		var o *Options
		if f.Name == "template" {
			o = options()
		}
		got := write(t, f, []*compare.Result{&bare, {ID: "nothing"}}, o)
		if len(got) == 0 {
			t.Errorf("%s wrote nothing", f.Name)
		}
	}
}

func TestLookup(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Formats {
		if got, err := Lookup(f.Name); err != nil || got != f {
			t.Errorf("Lookup(%q) = %v, %v", f.Name, got, err)
		}
		if seen[f.Name] || f.Title == "" || f.Doc == "" || !strings.HasPrefix(f.Ext, ".") || f.MIME == "" {
			t.Errorf("format %q: listed twice, or a field is missing", f.Name)
		}
		seen[f.Name] = true
	}
	if _, err := Lookup("pdf"); err == nil || !strings.Contains(err.Error(), "terminal") {
		t.Errorf("Lookup of an unknown format: %v", err)
	}
}

func BenchmarkFormats(b *testing.B) {
	rs := []*compare.Result{reporttest.Large(10, 300, 300)}
	for _, f := range Formats {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(write(b, f, rs, options()))))
			for b.Loop() {
				write(b, f, rs, options())
			}
		})
	}
}
