package suite_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/suite"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// BenchmarkRun is the comparing alone: the whole suite over the sample, read
// and aligned beforehand.
func BenchmarkRun(b *testing.B) {
	files, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(files) < 2 {
		b.Fatal("no sample: ", err)
	}
	ev := &witness.Event{ID: "sample"}
	var size int64
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		size += int64(len(text))
		ev.Witnesses = append(ev.Witnesses, &witness.Witness{ID: filepath.Base(f), Text: string(text), Lang: "en"})
	}
	if err := factdiff.Align(b.Context(), ev, factdiff.Options{}); err != nil {
		b.Fatal(err)
	}
	o := compare.Options{Checks: suite.All, Lexicon: lexicon.Default(), Confidence: suite.Confidence}
	b.ReportAllocs()
	b.SetBytes(size)
	for b.Loop() {
		r, err := compare.Run(b.Context(), ev, o)
		if err != nil {
			b.Fatal(err)
		}
		if len(r.Findings) == 0 {
			b.Fatal("nothing found in the sample")
		}
	}
}
