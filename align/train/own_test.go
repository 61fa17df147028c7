package main

import (
	"strings"
	"testing"
)

func TestOwnEvents(t *testing.T) {
	events, err := ownEvents()
	if err != nil {
		t.Fatal(err)
	}
	if len(events) == 0 {
		t.Fatal("no events")
	}
	for _, l := range events {
		if len(l.ev.Witnesses) < 2 || len(l.want) < 10 {
			t.Errorf("%s: %d reports, %d pairs that correspond", l.ev.ID, len(l.ev.Witnesses), len(l.want))
		}
	}
}

func TestParseOwn(t *testing.T) {
	const reports = "# two reports\n== w1\nOne.\nTwo.\n== w2\nThree.\n== aligned\n"
	l, err := parseOwn("x", reports+"same-fact\tw1 1, w2 0\ta fact\nsame-topic\tw1 0, w2 0\ta topic\n")
	if err != nil {
		t.Fatal(err)
	}
	if !l.want[key(sentence{0, 1}, sentence{1, 0})] || len(l.want) != 1 || len(l.soft) != 1 {
		t.Errorf("want %v, soft %v", l.want, l.soft)
	}
	for line, want := range map[string]string{
		"same-fact\tw1 1, w2 0":        "line 8: want three cells",
		"same-fact\tw1 2, w2 0\tx":     "line 8: no sentence",
		"same-fact\tw1 1, w3 0\tx":     "line 8: no sentence",
		"same-place\tw1 1, w2 0\ttown": "line 8: no strength",
	} {
		if _, err := parseOwn("x", reports+line+"\n"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", line, err, want)
		}
	}
}
