package main

import (
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/suite"
	"github.com/factdiff/factdiff/internal/ecbplus"
	"github.com/factdiff/factdiff/witness"
)

func TestWilson(t *testing.T) {
	// Worked by hand from the formula: 8 of 10.
	lo, hi := wilson(8, 10)
	if math.Abs(lo-0.490) > 0.001 || math.Abs(hi-0.943) > 0.001 {
		t.Errorf("got %.3f to %.3f", lo, hi)
	}
	if lo, hi := wilson(0, 5); lo != 0 || hi > 0.5 {
		t.Errorf("of none: %.3f to %.3f", lo, hi)
	}
}

func TestChanged(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"It rose by 12 %.", "It rose by 17 %.", "17 "},
		{"It rose.", "It did not rose.", " did not r"},
		{"He is not here.", "He is here.", " h"},
		{"Žižek left.", "Žďár left.", "Žďár "},
	} {
		s := changed(tt.a, tt.b)
		if got := tt.b[s.Start:s.End]; got != tt.want {
			t.Errorf("%q, %q: got %q, want %q", tt.a, tt.b, got, tt.want)
		}
	}
}

// TestShifts has a check that is right half of the time and says 0.9, one of
// few findings, one that is surer than it says on one set alone.
func TestShifts(t *testing.T) {
	y := &tally{sets: []string{"mqm", "ists"}}
	add := func(check, set string, n, right int, said float64) {
		for i := range n {
			y.found = append(y.found, judged{check, set, said, i < right})
		}
	}
	add("date", "mqm", 60, 30, 0.9)
	add("date", "ists", 40, 20, 0.9)
	add("role", "mqm", 20, 0, 0.9)
	add("salad", "mqm", 400, 400, 0.8)
	add("name", "mqm", 400, 400, 0.8)
	add("name", "ists", 50, 50, 0.8)
	got := map[string]shift{}
	for _, s := range y.shifts() {
		got[s.check] = s
	}
	// (50 + 30·0.9) / 130 = 0.592
	if s := got["date"]; math.Abs(suite.Shifted(0.9, s.shift)-77.0/130) > 0.005 {
		t.Errorf("date: %+v", s)
	}
	if got["role"].shift != 0 || got["salad"].shift != 0 || got["name"].shift <= 0 {
		t.Errorf("%+v", got)
	}
	if table := y.reliability(nil); strings.Count(table, "\n") != len(bins)+1 || !strings.Contains(table, "0.38 (80;") {
		t.Errorf("table:\n%s", table)
	}
}

func TestJudge(t *testing.T) {
	if _, err := os.Stat("../../../shared/bench"); err != nil {
		t.Skip("the labelled sets are not here")
	}
	samples, err := goldEvents("../../../shared/bench", "seeds")
	if err != nil || len(samples) != 1 {
		t.Fatalf("%d samples, %v", len(samples), err)
	}
	s := samples[0]
	every := &compare.Finding{Kind: compare.Conflict}
	for _, w := range s.ev.Witnesses {
		every.Readings = append(every.Readings, compare.Reading{Witness: w.ID, End: len(w.Text)})
	}
	if s.judge(every) != right {
		t.Error("a finding that has every word of every report is not right")
	}
	if s.judge(&compare.Finding{Kind: compare.Conflict}) != wrong {
		t.Error("a finding without words is not wrong")
	}
	if place := (place{"a", witness.Span{Start: 0, End: 1}}); place.touches(every) {
		t.Error("it touches a report that is not there")
	}
	if len(s.gold) < 20 || suite.All == nil {
		t.Errorf("%d labelled differences", len(s.gold))
	}
}

// A set pairs one reference with many translations: a mark in it counts once.
func TestMarksOfOneSentenceCountOnce(t *testing.T) {
	t1 := &tally{}
	for _, b := range []string{"He left.", "She left."} {
		s := &sample{set: "x", ev: pairOf("1", "He are here.", b), judge: func(*compare.Finding) verdict { return wrong }}
		r := &compare.Result{Findings: []compare.Finding{
			{Check: "agreement", Kind: compare.Artefact, Severity: compare.Minor, Readings: []compare.Reading{{Witness: "a", End: 6}}},
			{Check: "name", Kind: compare.Conflict, Severity: compare.Minor, Readings: []compare.Reading{{Witness: "a", End: 2}, {Witness: "b", End: 3}}},
		}}
		s.release()
		t1.add(s, r)
	}
	if len(t1.found) != 3 {
		t.Errorf("counted %d findings, want the mark once and the conflict twice", len(t1.found))
	}
}

// labelledSets returns the folder of the labelled sets. It skips a test that reads so many
// events of them where it is to be short, for it takes seconds, and where they are not:
// most may not be given away.
func labelledSets(t *testing.T, events int) string {
	t.Helper()
	const dir = "../../../shared/bench"
	if testing.Short() {
		t.Skipf("reads %d events, which takes seconds", events)
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the labelled sets are not here, and may not be in the repository")
	}
	return dir
}

// TestOwnEvents holds what is found in the events that we labelled ourselves, and how
// much of what is flagged is right by the labels, to what it was when this was written.
func TestOwnEvents(t *testing.T) {
	dir := labelledSets(t, 48)
	samples, err := ownEvents(dir)
	if err != nil {
		t.Fatal(err)
	}
	type count struct{ gold, found, flags, right int }
	counts := map[string]count{}
	for _, s := range samples {
		r, err := check(s)
		if err != nil {
			t.Fatal(err)
		}
		n := counts[s.set]
		for _, f := range r.Findings {
			if f.Kind == compare.Artefact || f.Severity < compare.Minor {
				continue
			}
			if v := s.judge(&f); v != unjudged {
				n.flags++
				if v == right {
					n.right++
				}
			}
		}
		for _, g := range s.gold {
			n.gold++
			if slices.ContainsFunc(r.Findings, func(f compare.Finding) bool { return f.Severity >= compare.Minor && g.hit(&f) }) {
				n.found++
			}
		}
		counts[s.set] = n
	}
	for set, least := range map[string]count{"annotated": {found: 41, right: 8}, "unread": {found: 2, right: 2}} {
		n := counts[set]
		t.Logf("%s: %d of %d differences found, %d of %d flags right", set, n.found, n.gold, n.right, n.flags)
		if n.found < least.found || 10*n.right < least.right*n.flags {
			t.Errorf("%s: want %d found, and %d of ten flags right", set, least.found, least.right)
		}
	}
}

// TestOwnPairs holds how many of the pairs of figures that readers judged to disagree are
// found, among all reports of their events, and how many of those that are of two
// things are flagged.
func TestOwnPairs(t *testing.T) {
	dir := labelledSets(t, 66)
	docs, err := documents(dir)
	if err != nil {
		t.Fatal(err)
	}
	pairs, err := ecbplus.Pairs()
	if err != nil {
		t.Fatal(err)
	}
	type count struct{ differ, found, apart, flagged int }
	counts := map[bool]count{}
	for own := range ecbplus.ByEvent(pairs) {
		r, at := wholeEvent(t, own[0].Event, docs)
		c := counts[own[0].Unread]
		for _, p := range own {
			if p.Sort != "figure" || p.Verdict == "agree" {
				continue
			}
			a, b := at(p.A), at(p.B)
			hit := slices.ContainsFunc(r.Findings, func(f compare.Finding) bool {
				return f.Check == "quantity" && f.Severity >= compare.Minor && a.touches(&f) && b.touches(&f)
			})
			switch {
			case p.Verdict == "differ":
				c.differ++
				if hit {
					c.found++
				}
			default:
				c.apart++
				if hit {
					c.flagged++
				}
			}
		}
		counts[own[0].Unread] = c
	}
	for unread, want := range map[bool]count{false: {found: 99, flagged: 30}, true: {found: 7, flagged: 2}} {
		c := counts[unread]
		t.Logf("unread %v: %d of %d pairs that disagree found, %d of %d that are of two things flagged", unread, c.found, c.differ, c.flagged, c.apart)
		if c.found < want.found || c.flagged > want.flagged {
			t.Errorf("unread %v: want %d found, and no more than %d flagged", unread, want.found, want.flagged)
		}
	}
}

// wholeEvent checks all reports of an event, and returns with the result what leads a
// labelled place to its bytes.
func wholeEvent(t *testing.T, id string, docs map[string]ecbplus.Document) (*compare.Result, func(ecbplus.Place) place) {
	t.Helper()
	s := &sample{ev: &witness.Event{ID: id}}
	starts := ecbplus.Starts{}
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		d := docs[name]
		if d.Subtopic != id {
			continue
		}
		text, at := d.Text()
		starts[name] = at
		s.ev.Witnesses = append(s.ev.Witnesses, &witness.Witness{ID: name, Text: text, Lang: "en"})
	}
	r, err := check(s)
	if err != nil {
		t.Fatal(err)
	}
	return r, func(p ecbplus.Place) place {
		start, end, err := starts.Span(p)
		if err != nil {
			t.Fatal(err)
		}
		return place{p.Document, witness.Span{Start: start, End: end}}
	}
}
