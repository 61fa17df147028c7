package lemma

import (
	"testing"

	"github.com/factdiff/factdiff/internal/nlp/treebank"
)

// The lemmatiser on gold tags of text it has not seen.
func TestTreebank(t *testing.T) {
	if testing.Short() {
		t.Skip("short")
	}
	read := func(name string) []Example {
		s, err := treebank.ReadFile("../../../../shared/ud/" + name)
		if err != nil {
			t.Skip("no treebank here:", err)
		}
		var ex []Example
		for _, s := range s {
			for _, w := range s.Words {
				ex = append(ex, Example{w.Form, w.UPOS + "/" + w.XPOS, w.Lemma})
			}
		}
		return ex
	}
	dev := read("en_ewt-dev.conllu")
	r := Train(append(read("en_ewt-train.conllu"), read("en_gum-ccby-train.conllu")...))
	right := 0
	wrong := map[Example]int{}
	for _, e := range dev {
		if got := r.Lemma(e.Form, e.Tag); got == e.Lemma {
			right++
		} else {
			wrong[Example{e.Form, e.Tag, e.Lemma + " " + got}]++
		}
	}
	share := float64(right) / float64(len(dev))
	t.Logf("%.2f %% right, %d rules, %d endings", 100*share, len(r.Rules), len(r.Ending))
	if share < 0.975 {
		t.Errorf("%.2f %% right", 100*share)
	}
	for e, n := range wrong {
		if n > 1 {
			t.Log(n, e)
		}
	}
}
