package main

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/internal/invented"
)

// TestInventedEvents holds how many of the planted differences are found, and how
// many flags are right, to what they were when this was written. Of the first, those that
// are not to be read (README.md) are all that rules and learned odds have not seen. In the events of
// figures only those are labelled, so that flags of other checks are not judged there.
func TestInventedEvents(t *testing.T) {
	t.Run("all", func(t *testing.T) { inventedEvents(t, "testdata/invented", nil, 92, 9) })
	t.Run("figures", func(t *testing.T) {
		inventedEvents(t, "testdata/invented/figures", []string{"quantity", "date", "list"}, 83, 7)
	})
}

// inventedEvents holds how many planted differences are found at least, and how many
// of ten flags of the checks are right; of all checks where none is named.
func inventedEvents(t *testing.T, dir string, checks []string, leastFound, rightOfTen int) {
	events, err := invented.Events(dir)
	if err != nil {
		t.Fatal(err)
	}
	plantedIn(t, events, checks, leastFound, rightOfTen)
}

// plantedIn holds the same for events that were read.
func plantedIn(t *testing.T, events []*invented.Event, checks []string, leastFound, rightOfTen int) {
	var in strings.Builder
	for _, e := range events {
		line := eventLine{ID: e.ID}
		for _, w := range e.Witnesses {
			line.Witnesses = append(line.Witnesses, reportLine{w.ID, w.Text, e.Published})
		}
		if err := json.NewEncoder(&in).Encode(line); err != nil {
			t.Fatal(err)
		}
	}
	_, stdout, stderr := program(t, in.String(), "batch", "--fail-on", "never")
	lines := strings.Split(strings.TrimSpace(stdout), "\n")
	if len(lines) != len(events) {
		t.Fatalf("%d results for %d events: %s", len(lines), len(events), stderr)
	}
	planted, found, flags, right := 0, 0, 0, 0
	for i, e := range events {
		var r struct{ Findings []finding }
		if err := json.Unmarshal([]byte(lines[i]), &r); err != nil {
			t.Fatal(err)
		}
		hit := make([]bool, len(r.Findings))
		for _, d := range e.Differences {
			planted++
			got := false
			for k, f := range r.Findings {
				if f.flag() && f.spans(e, d.Readings) >= 2 {
					got, hit[k] = true, true
				}
			}
			if got {
				found++
			}
		}
		for k, f := range r.Findings {
			if f.flag() && (checks == nil || slices.Contains(checks, f.Check)) {
				flags++
				if hit[k] {
					right++
				}
			}
		}
	}
	t.Logf("%d of %d planted differences found; %d of %d flags right", found, planted, right, flags)
	if found < leastFound || right*10 < flags*rightOfTen {
		t.Errorf("%d of %d planted differences found, want %d; %d of %d flags right, want %d of ten", found, planted, leastFound, right, flags, rightOfTen)
	}
}

// TestInventedPairs does the same for pairs of sentences, of three writings and two
// of paraphrases alone.
func TestInventedPairs(t *testing.T) {
	t.Run("first", func(t *testing.T) { inventedPairs(t, "testdata/invented/pairs.tsv", true, 77, 11) })
	t.Run("second", func(t *testing.T) { inventedPairs(t, "testdata/invented/pairs2.tsv", true, 46, 5) })
	t.Run("third", func(t *testing.T) { inventedPairs(t, "testdata/invented/pairs3.tsv", true, 38, 1) })
	t.Run("paraphrases", func(t *testing.T) { inventedPairs(t, "testdata/invented/paraphrases.tsv", true, 0, 17) })
	t.Run("paraphrases unread", func(t *testing.T) { inventedPairs(t, "testdata/invented/paraphrases2.tsv", true, 0, 9) })
}

// TestInventedReports does it for pairs of whole reports that were written each for itself,
// one fact told differently or none, of two writings, and for the pairs by which testers
// found what is missed and what is flagged wrongly.
func TestInventedReports(t *testing.T) {
	t.Run("read", func(t *testing.T) { inventedPairs(t, "testdata/invented/reports.tsv", false, 25, 0) })
	t.Run("unread", func(t *testing.T) { inventedPairs(t, "testdata/invented/reports2.tsv", false, 25, 5) })
	t.Run("domains", func(t *testing.T) { inventedPairs(t, "testdata/invented/domains.tsv", false, 1058, 47) })
}

// TestAccounts asks of events that two hands told freely how many of the facts on which the
// two disagree are found, and how many of the flags are of such a fact.
func TestAccounts(t *testing.T) {
	for _, c := range []struct {
		name                   string
		leastFound, rightOfTen int
	}{
		{"war", 33, 9}, {"harm", 34, 8}, {"politics", 35, 8}, {"business", 28, 8}, {"science", 31, 9}, {"crime", 19, 9}, {"disaster", 23, 9},
		{"parliament", 27, 9}, {"culture", 24, 8}, {"briefs", 25, 9}, {"front", 25, 8}, {"regional", 25, 9}, {"economy", 19, 9}, {"discovery", 10, 6},
		{"unread", 25, 8}, {"unread2", 25, 8},
	} {
		t.Run(c.name, func(t *testing.T) {
			events, err := invented.Accounts("testdata/invented", c.name)
			if err != nil {
				t.Fatal(err)
			}
			plantedIn(t, events, nil, c.leastFound, c.rightOfTen)
		})
	}
}

// inventedPairs holds how many changed facts of a file are found at least, and
// how many paraphrases are flagged at most. The pairs are of sentences that are known to
// correspond, or of reports.
func inventedPairs(t *testing.T, name string, aligned bool, least, most int) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var in strings.Builder
	var labels []string
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) != 4 {
			t.Fatalf("not four cells: %q", line)
		}
		labels = append(labels, cells[0])
		err := json.NewEncoder(&in).Encode(eventLine{strconv.Itoa(len(labels)), []reportLine{{ID: "a", Text: unescape(cells[2])}, {ID: "b", Text: unescape(cells[3])}}, aligned})
		if err != nil {
			t.Fatal(err)
		}
	}
	_, stdout, _ := program(t, in.String(), "batch", "--fail-on", "never")
	lines := strings.Split(strings.TrimSpace(stdout), "\n")
	if len(lines) != len(labels) {
		t.Fatalf("%d results for %d pairs", len(lines), len(labels))
	}
	found, changed, alarms, same := 0, 0, 0, 0
	for i, line := range lines {
		var r struct{ Findings []finding }
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		flagged := 0
		for _, f := range r.Findings {
			if f.flag() {
				flagged = 1
			}
		}
		if labels[i] == "1" {
			changed, found = changed+1, found+flagged
		} else {
			same, alarms = same+1, alarms+flagged
		}
	}
	t.Logf("%d of %d changed facts found; %d of %d paraphrases flagged", found, changed, alarms, same)
	if found < least || alarms > most {
		t.Errorf("%d of %d changed facts found, want %d; %d of %d paraphrases flagged, want %d at most", found, changed, least, alarms, same, most)
	}
}

// eventLine and reportLine are the input of batch.
type eventLine struct {
	ID        string       `json:"id"`
	Witnesses []reportLine `json:"witnesses"`
	Aligned   bool         `json:"aligned,omitempty"`
}

// unescape puts the line breaks into a text of several.
func unescape(cell string) string { return strings.ReplaceAll(cell, `\n`, "\n") }

type reportLine struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Published string `json:"published,omitempty"`
}

// finding is what the tests read of a finding.
type finding struct {
	Check, Kind, Severity string
	Readings              []struct {
		Witness    string
		Start, End int
	}
}

// flag reports whether a finding sets reports against each other and is more than
// a note.
func (f *finding) flag() bool { return f.Severity != "info" && f.Kind != "artefact" }

// spans counts the reports in which a finding stands on the words of a
// difference.
func (f *finding) spans(e *invented.Event, readings []invented.Reading) int {
	on := map[string]bool{}
	for _, r := range readings {
		for _, x := range f.Readings {
			if e.Told(r, x.Witness, x.Start, x.End) {
				on[x.Witness] = true
			}
		}
	}
	return len(on)
}
