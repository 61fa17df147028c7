package ecbplus

import (
	"strings"
	"testing"
)

func TestEvents(t *testing.T) {
	events, err := Events()
	if err != nil {
		t.Fatal(err)
	}
	unread, genuine := 0, 0
	for _, e := range events {
		if e.Unread {
			unread++
		}
		if len(e.Documents) < 4 || len(e.Facts) < 10 {
			t.Errorf("%s: %d documents, %d facts", e.ID, len(e.Documents), len(e.Facts))
		}
		for _, d := range e.Differences {
			if d.Judgement == "genuine" {
				genuine++
			}
		}
	}
	if len(events) != 48 || unread != 12 || genuine < 200 {
		t.Errorf("%d events, %d unread, %d genuine differences", len(events), unread, genuine)
	}
}

func TestParse(t *testing.T) {
	const head = "# two reports\n== documents\nA\t1_1\nB\t1_2\n"
	e, err := Parse("1_ecb", head+"== aligned\nsame-fact\tA 2, B 1\ta fact\n== differences\nplace\tmajor\tgenuine\tA 2 0-5 @1, B 1 3-9 @*\there or there\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Documents) != 2 || len(e.Facts) != 1 || e.Facts[0].Sentences[1] != (Sentence{1, 1}) {
		t.Errorf("%+v", e)
	}
	if len(e.Differences) != 1 || e.Differences[0].Members[1] != (Member{Sentence{1, 1}, 3, 9, "*"}) {
		t.Errorf("%+v", e.Differences)
	}
	for text, want := range map[string]string{
		"A\t1_1\n":                                                                  `line 1: no section ""`,
		head + "== aligned\nsame-fact\tA 2\n":                                       "line 6: want three cells",
		head + "== aligned\nsame-fact\tA 2, C 1\tx\n":                               `line 6: no sentence "C 1"`,
		head + "== aligned\nsame-place\tA 0, B 1\tx\n":                              "line 6: no strength",
		head + "== differences\nplace\tmajor\tgenuine\tA 2 0-5 @1\n":                "line 6: want five cells",
		head + "== differences\nplace\tmajor\tsure\tA 2 0-5 @1\tx\n":                "line 6: no judgement",
		head + "== differences\nplace\tmajor\tgenuine\tA 2 5-5 @1\tx\n":             `line 6: no words "A 2 5-5 @1"`,
		head + "== differences\nplace\tmajor\tgenuine\tA 2 0-5 @1, B 1 3-9\tx\n":    `line 6: no words "B 1 3-9"`,
		head + "== differences\nplace\tmajor\tgenuine\tA 2 0-5 @1, D 1 3-9 @2\tx\n": "line 6: no words",
	} {
		if _, err := Parse("1_ecb", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
