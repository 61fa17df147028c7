// Package aligntest holds the cases that any aligner of statements must pass,
// whatever its method.
//
// A case is a txtar archive in testdata. Its files are the reports, named by
// their sigla, and two lists of places: in "together" the statements of each
// line stand in one group, in "apart" no two of a line do, and in "alone" each
// stands in no group. A place is a siglum and the number of a statement from
// 1, like A2. A line "parallel" in the comment at the top says that the
// reports must be found to be versions of one text; without it they must not.
package aligntest

import (
	"context"
	"embed"
	"fmt"
	"path"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/factdiff/factdiff/witness"
)

//go:embed testdata/*.txtar
var cases embed.FS

// Align takes an event whose witnesses have a text and nothing else, goes the
// way of segmentation, extraction and alignment, and sets ev.Groups.
type Align func(ctx context.Context, ev *witness.Event) error

// Run runs every case, each in several orders of its reports.
func Run(t *testing.T, align Align) {
	files, err := cases.ReadDir("testdata")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases: ", err)
	}
	for _, f := range files {
		data, err := cases.ReadFile(path.Join("testdata", f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(f.Name(), ".txtar"), func(t *testing.T) { run(t, align, txtar.Parse(data)) })
	}
}

type place struct {
	siglum string
	n      int // from 1
}

func run(t *testing.T, align Align, a *txtar.Archive) {
	var together, apart, alone [][]place
	var reports []*witness.Witness
	for _, f := range a.Files {
		switch f.Name {
		case "together":
			together = places(t, f)
		case "apart":
			apart = places(t, f)
		case "alone":
			alone = places(t, f)
		default:
			reports = append(reports, &witness.Witness{ID: f.Name, Lang: "en", Text: strings.TrimSpace(string(f.Data))})
		}
	}
	first := ""
	for shift := range reports {
		ev := &witness.Event{ID: "case"}
		for i := range reports {
			r := reports[(i+shift)%len(reports)]
			if shift%2 == 1 {
				r = reports[(len(reports)-1-i+shift)%len(reports)]
			}
			w := *r
			ev.Witnesses = append(ev.Witnesses, &w)
		}
		if err := align(t.Context(), ev); err != nil {
			t.Fatal(err)
		}
		got := Format(ev)
		if shift > 0 {
			if got != first {
				t.Fatalf("another order of the reports gives other groups:\n%s\n%s", first, got)
			}
			continue
		}
		first = got
		Check(t, ev)
		if want := hasLine(string(a.Comment), "parallel"); ev.Parallel != want {
			t.Errorf("versions of one text: %v, want %v", ev.Parallel, want)
		}
		in := index(ev)
		for _, line := range together {
			if !share(in, line) {
				t.Errorf("%v are in no one group", line)
			}
		}
		for _, line := range apart {
			for i, x := range line {
				for _, y := range line[:i] {
					if share(in, []place{x, y}) {
						t.Errorf("%v and %v are in one group", y, x)
					}
				}
			}
		}
		for _, line := range alone {
			for _, x := range line {
				if len(in[x]) > 0 {
					t.Errorf("%v is in a group", x)
				}
			}
		}
		if t.Failed() {
			t.Logf("groups:\n%s", got)
		}
	}
}

func hasLine(text, line string) bool {
	for l := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(l) == line {
			return true
		}
	}
	return false
}

func places(t *testing.T, f txtar.File) [][]place {
	var out [][]place
	for line := range strings.SplitSeq(string(f.Data), "\n") {
		var list []place
		for _, s := range strings.Fields(line) {
			k := strings.IndexAny(s, "0123456789")
			if k < 1 {
				t.Fatalf("%s: %q is no place", f.Name, s)
			}
			n, err := strconv.Atoi(s[k:])
			if err != nil {
				t.Fatalf("%s: %q is no place", f.Name, s)
			}
			list = append(list, place{s[:k], n})
		}
		if len(list) > 0 {
			out = append(out, list)
		}
	}
	return out
}

// index leads each statement to the groups that it stands in.
func index(ev *witness.Event) map[place]map[int]bool {
	in := map[place]map[int]bool{}
	for g, group := range ev.Groups {
		for _, m := range group.Members() {
			p := place{ev.Witnesses[m.Witness].ID, m.Statement + 1}
			if in[p] == nil {
				in[p] = map[int]bool{}
			}
			in[p][g] = true
		}
	}
	return in
}

func share(in map[place]map[int]bool, list []place) bool {
next:
	for g := range in[list[0]] {
		for _, p := range list[1:] {
			if !in[p][g] {
				continue next
			}
		}
		return true
	}
	return false
}

// Format writes the groups of ev, a line each, by sigla.
func Format(ev *witness.Event) string {
	var b strings.Builder
	for _, g := range ev.Groups {
		for _, m := range g.Members() {
			fmt.Fprintf(&b, "%s%d ", ev.Witnesses[m.Witness].ID, m.Statement+1)
		}
		fmt.Fprintf(&b, "(%.4f)\n", g.Score)
	}
	return b.String()
}

// Check fails the test where the groups of ev break what holds for all of
// them: a cell for each witness, members of at least two, in text order and in
// range; each pair linked once, in groups that hold it; words linked one to
// one.
func Check(t testing.TB, ev *witness.Event) {
	t.Helper()
	linked := map[[2]witness.Ref]bool{}
	for i, g := range ev.Groups {
		if g.ID != i || len(g.Cells) != len(ev.Witnesses) {
			t.Errorf("group %d: ID %d, %d cells for %d witnesses", i, g.ID, len(g.Cells), len(ev.Witnesses))
			return
		}
		filled := 0
		for w, cell := range g.Cells {
			if len(cell) > 0 {
				filled++
			}
			for k, s := range cell {
				if s < 0 || s >= len(ev.Witnesses[w].Statements) || k > 0 && cell[k-1] >= s {
					t.Errorf("group %d: the cell of %s holds %v", i, ev.Witnesses[w].ID, cell)
				}
			}
		}
		if filled < 2 || g.Score < 0 || g.Score > 1 {
			t.Errorf("group %d: %d witnesses, score %v", i, filled, g.Score)
		}
		for _, l := range g.Links {
			if k := [2]witness.Ref{l.A, l.B}; linked[k] || l.A.Witness >= l.B.Witness {
				t.Errorf("group %d: the link %v is out of order, or there twice", i, k)
			} else {
				linked[k] = true
			}
			words(t, ev, &l)
		}
	}
}

func words(t testing.TB, ev *witness.Event, l *witness.Link) {
	t.Helper()
	a := ev.Witnesses[l.A.Witness].Statements[l.A.Statement]
	b := ev.Witnesses[l.B.Witness].Statements[l.B.Statement]
	seen := map[int]bool{}
	for k, w := range l.Words {
		if w.A < 0 || w.A >= len(a.Tokens) || w.B < 0 || w.B >= len(b.Tokens) || seen[w.B] || k > 0 && l.Words[k-1].A >= w.A {
			t.Errorf("%v: the words %v are no link of one to one", l.A, l.Words)
			return
		}
		seen[w.B] = true
	}
}
