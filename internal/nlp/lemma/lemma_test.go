package lemma

import "testing"

func TestRules(t *testing.T) {
	r := Train([]Example{
		{"walked", "VBD", "walk"}, {"talked", "VBD", "talk"}, {"Asked", "VBD", "ask"}, {"worked", "VBD", "work"},
		{"went", "VBD", "go"}, {"Obama", "NNP", "Obama"}, {"Kyiv", "NNP", "Kyiv"}, {"n’t", "RB", "not"},
	})
	for _, c := range []Example{
		{"Parked", "VBD", "park"}, {"went", "VBD", "go"}, {"Went", "VBD", "go"}, {"Putin", "NNP", "Putin"},
		{"n't", "RB", "not"}, {"n’t", "RB", "not"}, {"sent", "VBD", "sent"}, {"x", "ZZ", "x"}, {"", "VBD", ""}, {"ed", "VBD", "ed"},
	} {
		if got := r.Lemma(c.Form, c.Tag); got != c.Lemma {
			t.Errorf("Lemma(%q, %s) = %q, want %q", c.Form, c.Tag, got, c.Lemma)
		}
	}
}
