package gate

import (
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/ingest"
	"github.com/factdiff/factdiff/witness"
)

const (
	idA = "v1:aaaaaaaaaaaaaaaaaaaaaaaa"
	idB = "v1:bbbbbbbbbbbbbbbbbbbbbbbb"
	idC = "v1:cccccccccccccccccccccccc"
	idD = "v1:dddddddddddddddddddddddd"
)

func finding(id, check string, s compare.Severity, confidence float64, readings ...compare.Reading) compare.Finding {
	return compare.Finding{ID: id, Check: check, Severity: s, Confidence: confidence, Message: check + " of Женева", Readings: readings}
}

func reading(w string, start, end int, text string) compare.Reading {
	return compare.Reading{Witness: w, Start: start, End: end, Text: text}
}

// results are two events: four findings and one.
func results() []*compare.Result {
	ev := &witness.Event{ID: "e1", Witnesses: []*witness.Witness{{ID: "A", Path: "wire/a.txt"}, {ID: "B", Path: "b.md"}}}
	return []*compare.Result{
		{ID: "e1", Event: ev, Findings: []compare.Finding{
			finding(idA, "quantity", compare.Major, 0.9, reading("A", 0, 5, "eight"), reading("B", 0, 5, "seven")),
			finding(idB, "date", compare.Minor, 0.9, reading("A", 20, 26, "Monday"), reading("B", 30, 36, "Friday")),
			finding(idC, "residue", compare.Info, 0.2, reading("B", 50, 60, "Женева")),
		}},
		{ID: "e2", Findings: []compare.Finding{finding(idD, "quantity", compare.Critical, 1, reading("X", 0, 1, "7"))}},
	}
}

func states(d *Decision) string {
	var out []string
	for _, s := range d.States {
		w := s.Status.String()
		if s.Fails {
			w += "!"
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

func config(t *testing.T, s string) *Config {
	t.Helper()
	c, err := Parse("c", []byte(s), nil, Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func suppressions(t *testing.T, entries ...string) *Suppressions {
	t.Helper()
	s := "suppressions:\n"
	for _, e := range entries {
		id, more, _ := strings.Cut(e, " ")
		s += "- fingerprint: " + id + "\n  reason: same meaning\n  author: Ж\n  date: 2022-01-10\n"
		if more != "" {
			s += "  expires: " + more + "\n"
		}
	}
	out, err := ParseSuppressions("i", []byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecide(t *testing.T) {
	today := witness.Date(2022, 1, 12)
	baseline := func(ids ...string) *Baseline {
		b := &Baseline{Version: 1}
		for _, id := range ids {
			b.Findings = append(b.Findings, BaselineEntry{ID: id})
		}
		b.index()
		return b
	}
	tests := []struct {
		name   string
		r      Request
		states string
		exit   int
		says   []string // parts of reasons and warnings, in order
	}{
		{"nothing configured", Request{}, "new! new new new!", 1, []string{"2 new findings at or above major"}},
		{"fail on minor", Request{Config: config(t, "fail_on: minor")}, "new! new! new new!", 1, []string{"3 new findings at or above minor"}},
		{"fail on nothing", Request{Config: config(t, "fail_on: never")}, "new new new new", 0, nil},
		{"too many", Request{Config: config(t, "{fail_on: never, max_findings: 3}")}, "new new new new", 1, []string{"4 new findings, more than max_findings 3"}},
		{"just as many", Request{Config: config(t, "{fail_on: never, max_findings: 4}")}, "new new new new", 0, nil},
		{"baseline", Request{Baseline: baseline(idA, idD, "v1:00000000")}, "known new new known", 0, []string{"1 finding of the baseline is gone"}},
		{"one not in the baseline", Request{Baseline: baseline(idA, idB)}, "known known new new!", 1, []string{"1 new finding at or above major"}},
		{"dismissed", Request{Suppressions: suppressions(t, idA, idD, "v1:00000000")}, "suppressed new new suppressed", 0, []string{"i:10: the dismissal of v1:00000000 is unused"}},
		{"expired", Request{Suppressions: suppressions(t, idA+" 2022-01-11", idD+" 2022-01-12")}, "new! new new suppressed", 1, []string{"1 new finding at", "i:2: the dismissal of " + idA + " expired on 2022-01-11"}},
		{"dismissed and known", Request{Suppressions: suppressions(t, idA, idD), Baseline: baseline(idA)}, "suppressed new new suppressed", 0, nil},
		{"check off", Request{Config: config(t, "checks: {quantity: off}")}, "off new new off", 0, nil},
		{"other severity", Request{Config: config(t, "checks: {quantity: info, date: critical}")}, "new new! new new", 1, []string{"1 new finding at or above major"}},
		{"confidence", Request{Config: config(t, "{fail_on: never, thresholds: {confidence: 0.5}, checks: {quantity: {confidence: 0.95}}}")}, "unsure new unsure new", 0, nil},
		{"pattern by check and file", Request{Config: config(t, "ignore: [{check: quantity, file: 'wire/**', reason: x}]")}, "ignored new new new!", 1, []string{"1 new"}},
		{"pattern by text", Request{Config: config(t, "{fail_on: info, ignore: [{text: 'ЖЕНЕВА|Женева', reason: x}]}")}, "new! new! ignored new!", 1, []string{"3 new"}},
		{"pattern in two readings", Request{Config: config(t, "{fail_on: never, ignore: [{file: b.md, text: Monday, reason: x}]}")}, "new new new new", 0, nil},
		{"comments", Request{Inline: [][]ingest.Suppression{{
			{Witness: "B", Check: "date", Reason: "why", Path: "b.md", Line: 3, Span: witness.Span{Start: 25, End: 40}},
			{Witness: "B", Check: "quantity", Path: "b.md", Line: 9, Span: witness.Span{Start: 25, End: 40}},
			{Witness: "A", Check: "all", Span: witness.Span{Start: 0, End: 10}},
		}, nil}}, "inline inline new new!", 1, []string{"1 new", "b.md:9: factdiff-ignore is unused: quantity"}},
		{"an event failed", Request{Failed: 1, Suppressions: suppressions(t, "v1:00000000"), Baseline: baseline(idA, idD, "v1:00000000")}, "known new new known", 2, []string{"1 event could not be checked"}},
		{"a part of the events", Request{Partial: true, Suppressions: suppressions(t, idA, "v1:00000000"), Baseline: baseline(idD, "v1:00000000")}, "suppressed new new known", 0, nil},
		{"findings and a failure", Request{Failed: 2}, "new! new new new!", 2, []string{"2 new", "2 events could not"}},
		{"scores", Request{Config: config(t, "{fail_on: never, min_score: 80}"), Scores: []Score{{"e1", "A", 80, false}, {"e1", "B", 79.94, false}, {"e2", "X", 99, true}}},
			"new new new new", 1, []string{"B of e1 scores 79.9, below min_score 80", "X of e2 has a critical issue"}},
		{"scores not asked for", Request{Config: config(t, "fail_on: never"), Scores: []Score{{"e1", "A", 0, true}}}, "new new new new", 0, nil},
	}
	for _, tt := range tests {
		tt.r.Results, tt.r.Today = results(), today
		d := Decide(tt.r)
		if got := states(d); got != tt.states || d.Exit != tt.exit {
			t.Errorf("%s: got %s, exit %d, want %s, exit %d", tt.name, got, d.Exit, tt.states, tt.exit)
		}
		var said []string
		for _, r := range d.Reasons {
			said = append(said, r.Text)
		}
		said = append(said, d.Warnings...)
		if len(said) != len(tt.says) {
			t.Errorf("%s: said %q, want %q", tt.name, said, tt.says)
			continue
		}
		for i := range said {
			if !strings.Contains(said[i], tt.says[i]) {
				t.Errorf("%s: said %q, want %q", tt.name, said[i], tt.says[i])
			}
		}
	}
}

func TestDecisionResults(t *testing.T) {
	in := results()
	d := Decide(Request{Results: in, Config: config(t, "checks: {residue: critical}"), Suppressions: suppressions(t, idA), Today: time.Time{}})
	out := d.Results(Status.Live)
	if len(in[0].Findings) != 3 || in[0].Findings[2].Severity != compare.Info {
		t.Error("the results that came in were changed")
	}
	if len(out) != 2 || len(out[0].Findings) != 2 || out[0].Findings[0].ID != idC || out[0].Findings[0].Severity != compare.Critical || out[0].Findings[1].ID != idB {
		t.Errorf("got %+v", out[0].Findings)
	}
	if d.States[0].Why != "same meaning (Ж, 2022-01-10)" {
		t.Errorf("why: %q", d.States[0].Why)
	}
}

func TestBaseline(t *testing.T) {
	d := Decide(Request{Results: results(), Suppressions: suppressions(t, idB)})
	first, added, gone := (*Baseline)(nil).Update(d)
	if len(added) != 3 || len(gone) != 0 {
		t.Errorf("added %v, gone %v", added, gone)
	}
	data := first.Bytes()
	want := `{
  "version": 1,
  "findings": [
    {"id":"` + idA + `","event":"e1","check":"quantity","severity":"major","message":"quantity of Женева"},
    {"id":"` + idC + `","event":"e1","check":"residue","severity":"info","message":"residue of Женева"},
    {"id":"` + idD + `","event":"e2","check":"quantity","severity":"critical","message":"quantity of Женева"}
  ]
}
`
	if string(data) != want {
		t.Errorf("got\n%s", data)
	}
	again, err := ParseBaseline("b", data)
	if err != nil || string(again.Bytes()) != want {
		t.Fatalf("got %v", err)
	}
	if d := Decide(Request{Results: results(), Baseline: again, Suppressions: suppressions(t, idB)}); d.Exit != 0 || states(d) != "known suppressed known known" {
		t.Errorf("against its own baseline: %s", states(d))
	}
	// One finding goes and another comes.
	rs := results()
	rs[1].Findings[0].ID = "v1:eeeeeeee"
	_, added, gone = again.Update(Decide(Request{Results: rs, Baseline: again, Suppressions: suppressions(t, idB)}))
	if len(added) != 1 || added[0].ID != "v1:eeeeeeee" || len(gone) != 1 || gone[0].ID != idD {
		t.Errorf("added %v, gone %v", added, gone)
	}
	if got := string((&Baseline{Version: 1}).Bytes()); got != "{\n  \"version\": 1,\n  \"findings\": []\n}\n" {
		t.Errorf("an empty one: %q", got)
	}
	again.Redact()
	if strings.Contains(string(again.Bytes()), "Женева") {
		t.Error("redacted, and still quoting")
	}
	for _, bad := range []string{"", "[]", "{}", `{"version":2}`, `{"version":1,"findings":[{"id":"x"}]}`, `{"version":1,"other":1}`, `{"version":1} x`,
		`{"version":1,"findings":[{"id":"v1:00000000","severity":"huge"}]}`} {
		if _, err := ParseBaseline("b", []byte(bad)); err == nil || !strings.HasPrefix(err.Error(), "b: ") {
			t.Errorf("%s: got %v", bad, err)
		}
	}
}
