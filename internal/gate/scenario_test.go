package gate_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/gate"
	"github.com/factdiff/factdiff/internal/ingest"
	"github.com/factdiff/factdiff/witness"
)

// TestScenario is the life of a gate: three events with a difference in each
// are taken into a baseline; an edit adds one wrong figure, and that alone
// fails; it is dismissed with a reason and passes; the figure changes again,
// and it is back.
func TestScenario(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	check := func(b *gate.Baseline, s *gate.Suppressions) *gate.Decision {
		t.Helper()
		dirs, err := ingest.Find(context.Background(), dir)
		if err != nil {
			t.Fatal(err)
		}
		r := gate.Request{Baseline: b, Suppressions: s, Today: witness.Date(2022, 1, 12)}
		for _, d := range dirs {
			in, err := ingest.Read(context.Background(), []string{d}, ingest.Options{})
			if err != nil {
				t.Fatal(err)
			}
			res, err := factdiff.Check(context.Background(), in.Event, factdiff.Options{})
			if err != nil {
				t.Fatal(err)
			}
			r.Results = append(r.Results, res)
			r.Inline = append(r.Inline, in.Suppressions)
		}
		return gate.Decide(r)
	}
	failing := func(d *gate.Decision) (out []compare.Finding) {
		for _, st := range d.States {
			if st.Fails {
				out = append(out, st.Finding)
			}
		}
		return out
	}

	const manifest = "reports:\n- {file: a.txt, siglum: A, published: 2022-01-10}\n- {file: b.txt, siglum: B, published: 2022-01-10}\n"
	for _, e := range []struct{ name, place, a, b string }{
		{"fire", "Женева", "12", "14"}, {"flood", "Bonn", "30", "40"}, {"storm", "Oslo", "7", "9"},
	} {
		write(e.name+"/event.yaml", manifest)
		write(e.name+"/a.txt", "The accident in "+e.place+" injured "+e.a+" people on Monday, police said.\n\nThe mayor visited the hospital in the evening.\n")
		write(e.name+"/b.txt", "Police said the accident in "+e.place+" injured "+e.b+" people on Monday.\n\nIn the evening the mayor visited the hospital.\n")
	}
	first := check(nil, nil)
	if first.Exit != 1 || len(failing(first)) < 3 {
		t.Fatalf("the first run: exit %d, %d fail", first.Exit, len(failing(first)))
	}
	baseline, _, _ := (*gate.Baseline)(nil).Update(first)
	if d := check(baseline, nil); d.Exit != 0 || len(d.Gone) != 0 {
		t.Fatalf("against its baseline: %v", d.Reasons)
	}

	more := "\n\nThe fire brigade sent %s engines to the harbour.\n"
	edit := func(a, b string) {
		write("flood/a.txt", "The accident in Bonn injured 30 people on Monday, police said.\n\nThe mayor visited the hospital in the evening."+strings.Replace(more, "%s", a, 1))
		write("flood/b.txt", "Police said the accident in Bonn injured 40 people on Monday.\n\nIn the evening the mayor visited the hospital."+strings.Replace(more, "%s", b, 1))
	}
	edit("22", "25")
	d := check(baseline, nil)
	bad := failing(d)
	if d.Exit != 1 || len(bad) != 1 || !strings.Contains(bad[0].Message, "22") || !strings.Contains(bad[0].Message, "25") {
		t.Fatalf("after the edit: exit %d, %v", d.Exit, bad)
	}

	s, err := gate.ParseSuppressions(gate.SuppressionsName, nil)
	if err != nil {
		t.Fatal(err)
	}
	s, err = s.Dismiss(gate.Suppression{Fingerprint: bad[0].ID, Reason: "sources truly differ", Author: "Ж", Date: "2022-01-11", Finding: bad[0].Message})
	if err != nil {
		t.Fatal(err)
	}
	if d := check(baseline, s); d.Exit != 0 || !slices.ContainsFunc(d.States, func(s gate.State) bool { return s.Status == gate.Suppressed }) || len(d.Warnings) != 0 {
		t.Fatalf("dismissed: %v, %v", d.Reasons, d.Warnings)
	}

	edit("22", "26")
	d = check(baseline, s)
	if bad := failing(d); d.Exit != 1 || len(bad) != 1 || !strings.Contains(bad[0].Message, "26") {
		t.Fatalf("changed again: exit %d, %v", d.Exit, bad)
	}
	if len(d.Unused) != 1 {
		t.Errorf("the old dismissal is not said to be unused: %v", d.Warnings)
	}
}
