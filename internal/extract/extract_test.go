package extract

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/nlp"
	"github.com/factdiff/factdiff/internal/segment"
	"github.com/factdiff/factdiff/witness"
)

var update = flag.Bool("update", false, "rewrite the tables in testdata")

// read runs the whole extraction over one report of Monday 10 January 2022.
func read(t testing.TB, text string) (*witness.Event, *witness.Witness) {
	t.Helper()
	w := &witness.Witness{ID: "A", Text: text, Lang: "en", Published: witness.Date(2022, 1, 10)}
	ev := &witness.Event{ID: "e", Witnesses: []*witness.Witness{w}}
	segment.Statements(w, false)
	x := Extractor{Lexicon: lexicon.Default(), Mode: nlp.Greedy}
	if err := x.Event(context.Background(), ev); err != nil {
		t.Fatal(err)
	}
	return ev, w
}

// TestTables holds every table in testdata against what extraction reads: a
// file NAME is a text, NAME/facts the lines wanted. The table's name says
// which kinds of fact it lists.
func TestTables(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no tables", err)
	}
	for _, file := range files {
		table := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(table, func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			out := &txtar.Archive{Comment: ar.Comment}
			want := map[string]string{}
			for _, f := range ar.Files {
				want[f.Name] = string(f.Data)
			}
			for _, f := range ar.Files {
				if strings.HasSuffix(f.Name, "/facts") {
					continue
				}
				_, w := read(t, string(f.Data))
				got := lines(w, table)
				out.Files = append(out.Files, f, txtar.File{Name: f.Name + "/facts", Data: []byte(got)})
				if got != want[f.Name+"/facts"] && !*update {
					t.Errorf("%s: %s\ngot\n%s\nwant\n%s", f.Name, bytes.TrimSpace(f.Data), got, want[f.Name+"/facts"])
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(out), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// lines lists the facts of w that a table is about, one a line.
func lines(w *witness.Witness, table string) string {
	var b strings.Builder
	for _, st := range w.Statements {
		for _, f := range st.Facts {
			if kinds := tableOf(f); strings.Contains(kinds, table) {
				at := f.Where()
				fmt.Fprintf(&b, "%q %s\n", w.Text[at.Start:at.End], describe(st, f))
			}
		}
	}
	return b.String()
}

// tableOf names the tables that list a fact.
func tableOf(f witness.Fact) string {
	switch f.(type) {
	case *witness.Quantity:
		return "quantities"
	case *witness.Time:
		return "times"
	case *witness.Name:
		return "names"
	case *witness.Role:
		return "roles"
	case *witness.Quote:
		return "quotes"
	case *witness.Claim:
		return "claims events coreference polarity"
	case *witness.Attribution:
		return "attribution"
	case *witness.Negation:
		return "negation"
	}
	return ""
}
