package nlp

import (
	"fmt"
	"strings"
	"testing"
)

func TestEntities(t *testing.T) {
	for text, want := range map[string]string{
		"President Vladimir Putin met Olaf Scholz in Moscow on Tuesday.": "Vladimir Putin=person, Olaf Scholz=person, Moscow=place",
		"The Ministry of Defence denied it.":                             "Ministry of Defence=organisation",
		"NATO sent troops to the Black Sea.":                             "NATO=organisation, Black Sea=place",
		"He left.":                                                       "",
	} {
		toks := Default().Analyse(nil, text, Greedy)
		var got []string
		for _, e := range Entities(nil, toks) {
			got = append(got, fmt.Sprintf("%s=%s", text[toks[e.First].Start:toks[e.Last].End], e.Kind))
		}
		if g := strings.Join(got, ", "); g != want {
			t.Errorf("%q: %s, want %s\n%s", text, g, want, show(toks))
		}
	}
}

// Whatever the tokens, spans are in order and in bounds.
func FuzzEntities(f *testing.F) {
	f.Add("President of Ministry of - NATO-NATO of")
	f.Fuzz(func(t *testing.T, s string) {
		toks := Default().Analyse(nil, s, Greedy)
		next := 0
		for _, e := range Entities(nil, toks) {
			if e.First < next || e.Last < e.First || e.Last >= len(toks) {
				t.Fatalf("%q: %+v after %d", s, e, next)
			}
			next = e.Last + 1
		}
	})
}
