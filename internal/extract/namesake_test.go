package extract

import (
	"context"
	"testing"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/nlp"
	"github.com/factdiff/factdiff/internal/segment"
	"github.com/factdiff/factdiff/witness"
)

// A word at the head of a sentence is a surname where the event has somebody of that
// name, and where it goes on as after a subject.
func TestSurnameThatIsAWord(t *testing.T) {
	const known = "The museum was led by Martin Rose for years.\n"
	for text, want := range map[string]string{
		"Rose worked as the deputy mayor in 1998.":         "ADV",
		known + "Rose worked as the deputy mayor in 1998.": "PROPN",
		known + "Rose petals fell on the crowd.":           "ADJ",
	} {
		w := &witness.Witness{ID: "a", Text: text}
		segment.Statements(w, false)
		x := &Extractor{Lexicon: lexicon.Default(), Mode: nlp.Greedy}
		if err := x.Event(context.Background(), &witness.Event{Witnesses: []*witness.Witness{w}}); err != nil {
			t.Fatal(err)
		}
		if got := w.Statements[len(w.Statements)-1].Tokens[0]; got.UPOS != want || got.Form != "Rose" {
			t.Errorf("%q: %s is %s, want %s", text, got.Form, got.UPOS, want)
		}
	}
}
