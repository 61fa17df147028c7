package extract

import (
	"context"
	"testing"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/segment"
	"github.com/factdiff/factdiff/witness"
)

// A statement that another report has word for word is analysed once, and has
// the same tokens in each at its own place.
func TestRepeatedStatement(t *testing.T) {
	const said = "The mayor opened a bridge of 300 metres on Monday."
	ev := &witness.Event{ID: "e"}
	for id, text := range map[string]string{"A": said, "B": "It rained all day in the old town.\n\n" + said} {
		w := &witness.Witness{ID: id, Text: text, Lang: "en", Published: witness.Date(2022, 1, 12)}
		segment.Statements(w, false)
		ev.Witnesses = append(ev.Witnesses, w)
	}
	x := Extractor{Lexicon: lexicon.Default()}
	if err := x.Event(context.Background(), ev); err != nil {
		t.Fatal(err)
	}
	last := func(w *witness.Witness) *witness.Statement { return w.Statements[len(w.Statements)-1] }
	a, b := last(ev.Witnesses[0]), last(ev.Witnesses[1])
	if len(a.Tokens) == 0 || len(a.Tokens) != len(b.Tokens) || len(a.Facts) != len(b.Facts) {
		t.Fatalf("%d tokens and %d facts, in the other report %d and %d", len(a.Tokens), len(a.Facts), len(b.Tokens), len(b.Facts))
	}
	for _, st := range []*witness.Statement{a, b} {
		for i, tok := range st.Tokens {
			if got := st.Witness.Text[tok.Span.Start:tok.Span.End]; got != tok.Form || tok.Lemma != a.Tokens[i].Lemma {
				t.Errorf("%s: token %d is %q at %q", st.Witness.ID, i, tok.Form, got)
			}
		}
	}
}
