package terminal

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
	"github.com/factdiff/factdiff/reports/reporttest"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (go test ./reports/terminal -update writes it)", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestTable(t *testing.T) {
	for _, c := range []struct {
		name string
		r    *compare.Result
		o    render.Options
	}{
		{"table.txt", reporttest.Plain(), render.Options{Width: 110}},
		{"table-narrow.txt", reporttest.Plain(), render.Options{Width: 60}},
		{"table-foreign.txt", reporttest.Foreign(), render.Options{Width: 90}},
		{"table-redacted.txt", reporttest.Foreign(), render.Options{Width: 90, Redact: true}},
		{"table-empty.txt", reporttest.Empty(), render.Options{}},
	} {
		var b bytes.Buffer
		if err := Table(&b, c.r, &c.o); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if w := render.Width(strings.TrimRight(line, "\n")); w > c.o.Columns() {
				t.Errorf("%s: a line of %d cells: %s", c.name, w, line)
			}
		}
		golden(t, c.name, b.Bytes())
	}
}

// TestLooks keeps what a person sees with colours, with context and narrow.
func TestLooks(t *testing.T) {
	translated := reporttest.Plain()
	translated.Event.Witnesses[2].Translates = "A"
	for _, c := range []struct {
		name string
		r    *compare.Result
		o    render.Options
	}{
		{"colour.txt", reporttest.Plain(), render.Options{Color: true}},
		{"context.txt", reporttest.Plain(), render.Options{ShowContext: true}},
		{"narrow.txt", reporttest.Plain(), render.Options{Width: 40}},
		{"score.txt", translated, render.Options{FailOn: compare.Critical}},
	} {
		var b bytes.Buffer
		if err := Write(&b, []*compare.Result{c.r}, &c.o); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if w := render.Width(stripped(strings.TrimRight(line, "\n"))); w > c.o.Columns() {
				t.Errorf("%s: a line of %d cells on %d: %q", c.name, w, c.o.Columns(), line)
			}
		}
		golden(t, c.name, b.Bytes())
	}
}

// TestEnvironment holds colours to the option: neither NO_COLOR nor the lack
// of a terminal nor a locale is asked.
func TestEnvironment(t *testing.T) {
	write := func() string {
		var b bytes.Buffer
		if err := Write(&b, []*compare.Result{reporttest.Foreign()}, &render.Options{Color: true}); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	first := write()
	t.Setenv("NO_COLOR", "1")
	t.Setenv("LC_ALL", "ja_JP.UTF-8")
	if write() != first || !strings.Contains(first, "\x1b[") {
		t.Error("the environment changes the output")
	}
}
