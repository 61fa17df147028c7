package align_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/align/aligntest"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"

	"github.com/factdiff/factdiff/align"
)

func whole(ctx context.Context, ev *witness.Event) error {
	return factdiff.Align(ctx, ev, factdiff.Options{})
}

func TestCases(t *testing.T) { aligntest.Run(t, whole) }

// facts are sentences of a made-up event, each in a few wordings.
var facts = [][]string{
	{"A cargo ship ran aground near %s on Monday.", "On Monday a cargo vessel ran aground near %s.", "Near %s a freighter ran aground on Monday."},
	{"Its crew of 14 sailors was rescued by helicopter.", "A helicopter rescued the 14 sailors of the crew.", "The 14 crew members were rescued by a helicopter."},
	{"About 200 tonnes of oil leaked into the sea.", "Some 200 tonnes of oil leaked into the water.", "Around 200 tonnes of oil spilled into the sea."},
	{"The coast guard closed the harbour for two days.", "For two days the harbour was closed by the coast guard.", "The harbour was closed for two days, the coast guard said."},
	{"Minister Paula Grant promised an inquiry.", "An inquiry was promised by minister Paula Grant.", "Paula Grant, the minister, promised there would be an inquiry."},
	{"Fishermen demanded compensation from the owner.", "Compensation was demanded from the owner by fishermen.", "The owner must pay compensation, fishermen demanded."},
	{"The captain told police that the engine had failed.", "The engine had failed, the captain told police.", "Police were told by the captain that the engine failed."},
	{"Volunteers cleaned the beaches of the island.", "The island's beaches were cleaned by volunteers.", "Beaches on the island were cleaned by volunteers."},
}

var towns = []string{"Port Ellis", "Karlow", "Sankt Orm", "Bellavista", "Dunmore"}

// generated makes reports of some of the facts each, in an order of their own.
func generated(reports, statements int) *witness.Event {
	ev := &witness.Event{ID: "generated"}
	for r := range reports {
		var b strings.Builder
		for s := range statements {
			f := facts[(r*3+s*(1+2*(r/8%4)))%len(facts)]
			line := f[(r+s)%len(f)]
			if strings.Contains(line, "%s") {
				line = fmt.Sprintf(line, towns[r%len(towns)])
			}
			b.WriteString(line)
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "Reporter number %d stood on pier %d of the old town.\n", r, r*7%113)
		ev.Witnesses = append(ev.Witnesses, &witness.Witness{ID: fmt.Sprintf("r%04d", r), Lang: "en", Text: b.String()})
	}
	return ev
}

func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev := &witness.Event{ID: "e"}
		n := rapid.IntRange(2, 6).Draw(t, "reports")
		for r := range n {
			var lines []string
			for range rapid.IntRange(1, 6).Draw(t, "statements") {
				f := facts[rapid.IntRange(0, len(facts)-1).Draw(t, "fact")]
				line := f[rapid.IntRange(0, len(f)-1).Draw(t, "wording")]
				if strings.Contains(line, "%s") {
					line = fmt.Sprintf(line, towns[rapid.IntRange(0, len(towns)-1).Draw(t, "town")])
				}
				lines = append(lines, line)
			}
			ev.Witnesses = append(ev.Witnesses, &witness.Witness{ID: string(rune('A' + r)), Text: strings.Join(lines, " ")})
		}
		shuffled := &witness.Event{ID: "e"}
		for _, i := range rapid.Permutation(seq(n)).Draw(t, "order") {
			w := *ev.Witnesses[i]
			shuffled.Witnesses = append(shuffled.Witnesses, &w)
		}
		for _, e := range []*witness.Event{ev, shuffled} {
			if err := whole(context.Background(), e); err != nil {
				t.Fatal(err)
			}
		}
		if a, b := aligntest.Format(ev), aligntest.Format(shuffled); a != b {
			t.Fatalf("the order of the reports changes the groups:\n%s\n%s", a, b)
		}
	})
}

func seq(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// TestManyReports holds the cost of many reports of one event near linear:
// four times the reports may cost some four times as much, not sixteen times.
func TestManyReports(t *testing.T) {
	if testing.Short() {
		t.Skip("400 reports take seconds")
	}
	took := func(reports int) time.Duration {
		ev := generated(reports, 5)
		if err := whole(t.Context(), ev); err != nil {
			t.Fatal(err)
		}
		al := align.Aligner{Lexicon: lexicon.Default()}
		start := time.Now()
		if err := al.Align(t.Context(), ev); err != nil {
			t.Fatal(err)
		}
		d := time.Since(start)
		aligntest.Check(t, ev)
		if len(ev.Groups) == 0 {
			t.Error("no groups")
		}
		t.Logf("%d reports: %d groups in %v, versions: %v", reports, len(ev.Groups), d, ev.Parallel)
		return d
	}
	// The better of two: other tests run beside this one, and a machine that is
	// busy for one of the two sizes only would look like a quadratic step.
	small, large := min(took(100), took(100)), min(took(400), took(400))
	if large > 12*small && large > 5*time.Second {
		t.Errorf("100 reports took %v, 400 took %v", small, large)
	}
}

func TestExplain(t *testing.T) {
	ev := generated(5, 4)
	if err := whole(t.Context(), ev); err != nil {
		t.Fatal(err)
	}
	if len(ev.Groups) == 0 || len(ev.Groups[0].Links) == 0 {
		t.Fatal("nothing to explain")
	}
	al := align.Aligner{Lexicon: lexicon.Default()}
	l := ev.Groups[0].Links[0]
	e, err := al.Explain(t.Context(), ev, l.A, l.B)
	if err != nil {
		t.Fatal(err)
	}
	if d := e.Probability - l.Score; d > 1e-9 || d < -1e-9 || !e.Candidate || len(e.Parts) == 0 {
		t.Errorf("explained %v, linked with %v", e.Probability, l.Score)
	}
	sum := 0.0
	for _, c := range e.Parts {
		sum += c.Part
	}
	if !ev.Parallel && (sum > 0) != (e.Probability > 0.5) {
		t.Errorf("the parts add up to %v, the probability is %v", sum, e.Probability)
	}
}

func TestCancelled(t *testing.T) {
	ev := generated(20, 4)
	if err := whole(t.Context(), ev); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	al := align.Aligner{Lexicon: lexicon.Default()}
	if err := al.Align(ctx, ev); err == nil {
		t.Error("no error though the context has ended")
	}
}

func TestModel(t *testing.T) {
	m := align.DefaultModel()
	back, err := align.ParseModel(m.Format())
	if err != nil {
		t.Fatal(err)
	}
	if m.Format() != back.Format() {
		t.Error("the weights do not survive being written and read")
	}
	for _, bad := range []string{"", "bias\t1\n", "nonsense\t1\t1\t1\n", strings.Replace(m.Format(), "bias", "buyas", 1)} {
		if _, err := align.ParseModel(bad); err == nil {
			t.Errorf("no error for %.40q", bad)
		}
	}
}

func BenchmarkAlign(b *testing.B) {
	for _, n := range []int{5, 50, 400} {
		b.Run(fmt.Sprintf("%d-reports", n), func(b *testing.B) {
			ev := generated(n, 5)
			if err := whole(b.Context(), ev); err != nil {
				b.Fatal(err)
			}
			size := 0
			for _, w := range ev.Witnesses {
				size += len(w.Text)
			}
			al := align.Aligner{Lexicon: lexicon.Default()}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				if err := al.Align(b.Context(), ev); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkGroups leaves the word alignment out.
func BenchmarkGroups(b *testing.B) {
	ev := generated(50, 5)
	if err := whole(b.Context(), ev); err != nil {
		b.Fatal(err)
	}
	al := align.Aligner{Lexicon: lexicon.Default()}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := al.Groups(b.Context(), ev); err != nil {
			b.Fatal(err)
		}
	}
}

// What an aligner keeps of one event changes nothing in the next.
func TestWordsAgain(t *testing.T) {
	ev := generated(2, 5)
	if err := whole(t.Context(), ev); err != nil {
		t.Fatal(err)
	}
	words := func() (all [][]witness.WordLink) {
		for _, x := range ev.Witnesses[0].Statements {
			for _, y := range ev.Witnesses[1].Statements {
				all = append(all, align.Words(lexicon.Default(), x, y))
			}
		}
		return all
	}
	first := words()
	if err := whole(t.Context(), generated(3, 9)); err != nil {
		t.Fatal(err)
	}
	if again := words(); !reflect.DeepEqual(first, again) {
		t.Errorf("%v, and after another event %v", first, again)
	}
}

func BenchmarkWords(b *testing.B) {
	ev := generated(2, 5)
	if err := whole(b.Context(), ev); err != nil {
		b.Fatal(err)
	}
	x, y := ev.Witnesses[0].Statements[0], ev.Witnesses[1].Statements[1]
	b.ReportAllocs()
	for b.Loop() {
		align.Words(lexicon.Default(), x, y)
	}
}
