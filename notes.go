package factdiff

import (
	"fmt"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/internal/crosslang"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// notes says what a reader of the findings should know of the reports: that no
// findings need not mean that they agree.
func notes(ev *witness.Event) []string {
	out := crosslang.Notes(ev)
	if len(ev.Witnesses) < 2 {
		return out
	}
	var ids []string
	for _, w := range align.Unmatched(ev) {
		ids = append(ids, w.ID)
	}
	switch {
	case len(ids) == 0:
		return out
	case len(ids) == len(ev.Witnesses):
		return append(out, fmt.Sprintf("no statement was found that two of %s have in common: are they of one event?", text.And(ids)))
	case len(ids) == 1:
		return append(out, fmt.Sprintf("no statement of %s was found in another report: is it of the same event?", ids[0]))
	}
	return append(out, fmt.Sprintf("no statement of %s was found in another report: are they of the same event?", text.And(ids)))
}
