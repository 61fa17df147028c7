package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestParseAnnotated(t *testing.T) {
	docs := map[string]document{}
	for name, sentences := range map[string]string{
		"1_1": `[{"n": 0, "text": "One."}, {"n": 2, "text": "Two."}]`,
		"1_2": `[{"n": 1, "text": "Three."}]`,
	} {
		d := document{Doc: name}
		if err := json.Unmarshal([]byte(sentences), &d.Sentences); err != nil {
			t.Fatal(err)
		}
		docs[name] = d
	}
	const reports = "# two reports\n== documents\nA\t1_1\nB\t1_2\n== aligned\n"
	l, err := parseAnnotated("1_ecb", reports+"same-fact\tA 2, B 1\ta fact\n", docs)
	if err != nil {
		t.Fatal(err)
	}
	if l.topic != "1" || len(l.ev.Witnesses) != 2 || !l.want[key(sentence{0, 2}, sentence{1, 1})] || len(l.want) != 1 {
		t.Errorf("topic %s, %d reports, want %v", l.topic, len(l.ev.Witnesses), l.want)
	}
	for text, want := range map[string]string{
		"A\t1_1\n":                            `line 1: no section ""`,
		"== documents\nA\t1_3\n":              `line 2: no document "1_3"`,
		reports + "same-fact\tA 3, B 1\tx\n":  "line 6: no sentence",
		reports + "same-place\tA 0, B 1\tx\n": "line 6: no strength",
	} {
		if _, err := parseAnnotated("1_ecb", text, docs); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
