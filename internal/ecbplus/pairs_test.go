package ecbplus

import (
	"strings"
	"testing"
)

func TestPairs(t *testing.T) {
	pairs, err := Pairs()
	if err != nil {
		t.Fatal(err)
	}
	events, err := Events()
	if err != nil {
		t.Fatal(err)
	}
	kept := map[string]bool{}
	for _, e := range events {
		kept[e.ID] = e.Unread
	}
	differ := map[string]int{}
	for _, p := range pairs {
		if p.Unread != kept[p.Event] {
			t.Fatalf("%s is unread in one place and not in the other", p.Event)
		}
		if p.A.Document == p.B.Document {
			t.Fatalf("%+v: two places of one report", p)
		}
		if p.Verdict == "differ" {
			differ[p.Sort]++
		}
	}
	if len(pairs) < 7000 || differ["figure"] < 100 || differ["time"] < 60 || differ["claim"] < 60 || differ["name"] < 15 {
		t.Errorf("%d pairs, of which these differ: %v", len(pairs), differ)
	}
}

func TestParsePair(t *testing.T) {
	p, err := parsePair("1_ecb\tfigure\t1_1ecb 4 12-17\t1_2ecb 0 3-9\tdiffer")
	if err != nil || p.A != (Place{"1_1ecb", 4, 12, 17}) || p.B != (Place{"1_2ecb", 0, 3, 9}) || p.Sort != "figure" || p.Verdict != "differ" {
		t.Errorf("%+v, %v", p, err)
	}
	for line, want := range map[string]string{
		"1_ecb\tfigure\t1_1ecb 4 12-17\tdiffer":                  "want five cells",
		"1_ecb\tweight\t1_1ecb 4 12-17\t1_2ecb 0 3-9\tdiffer":    "no sort",
		"1_ecb\tfigure\t1_1ecb 4 12-17\t1_2ecb 0 3-9\tperhaps":   "no verdict",
		"1_ecb\tfigure\t1_1ecb 4\t1_2ecb 0 3-9\tdiffer":          "no place",
		"1_ecb\tfigure\t1_1ecb 4 17-12\t1_2ecb 0 3-9\tdiffer":    "no words",
		"1_ecb\tfigure\t1_1ecb four 12-17\t1_2ecb 0 3-9\tdiffer": "invalid syntax",
	} {
		if _, err := parsePair(line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", line, err, want)
		}
	}
}
