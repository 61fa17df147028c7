package main

import (
	"context"
	"io"
	"path/filepath"
	"testing"
	"time"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/ingest"
	"github.com/factdiff/factdiff/reports"
)

// checked checks the sample, as factdiff check does, and says how long that
// took.
func checked(tb testing.TB) (*compare.Result, time.Duration) {
	tb.Helper()
	in, err := ingest.Read(context.Background(), []string{filepath.Join(root, "seeds")}, ingest.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	start := time.Now()
	r, err := factdiff.Check(context.Background(), in.Event, factdiff.Options{Workers: 1})
	if err != nil {
		tb.Fatal(err)
	}
	return r, time.Since(start)
}

// everyFormat are the options under which each format can be written.
func everyFormat() *reports.Options {
	return &reports.Options{FailOn: compare.Major, ShowContext: true, Template: "{{range .Events}}{{range .Findings}}{{line .Message}}\n{{end}}{{end}}"}
}

// BenchmarkFormats writes the sample's findings in each format.
func BenchmarkFormats(b *testing.B) {
	r, _ := checked(b)
	for _, f := range reports.Formats {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Write(io.Discard, []*compare.Result{r}, everyFormat()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestFormatsCostLess holds the writing of all formats, one after another, to
// less than a check with warm models costs. The bound is far from the figure
// (docs/benchmarks.md), so that a busy machine does not fail it.
func TestFormatsCostLess(t *testing.T) {
	checked(t) // expands the models
	r, checking := checked(t)
	start := time.Now()
	for _, f := range reports.Formats {
		if err := f.Write(io.Discard, []*compare.Result{r}, everyFormat()); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
	}
	writing := time.Since(start)
	t.Logf("checking %v, writing %v", checking, writing)
	if writing > checking {
		t.Errorf("writing all formats took %v, checking %v", writing, checking)
	}
}
