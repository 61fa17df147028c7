package align

import (
	"testing"

	"github.com/factdiff/factdiff/witness"
)

// TestCopiesOfCopies has a chain of copies: all are copies of the first.
func TestCopiesOfCopies(t *testing.T) {
	ev := &witness.Event{Witnesses: []*witness.Witness{
		{ID: "A"}, {ID: "B", CopyOf: "A"}, {ID: "C", CopyOf: "B"}, {ID: "D", CopyOf: "C"}, {ID: "E"},
		{ID: "F", CopyOf: "G"}, {ID: "G", CopyOf: "F"}, // a mistake, which must not hang
	}}
	markCopies(ev)
	for i, want := range []string{"", "A", "A", "A", ""} {
		if w := ev.Witnesses[i]; w.CopyOf != want {
			t.Errorf("%s is a copy of %q, want %q", w.ID, w.CopyOf, want)
		}
	}
}
