package render

import (
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// Position is a place in a report as people and programs count it: line and
// column from 1, the column in bytes, characters and UTF-16 units. Each format
// takes the unit that its specification names.
type Position = text.Position

// place sets where the words of r stand in the file of their report.
func (r *Reading) place() {
	o := r.Witness.Original
	sp := text.InFile(o, r.Span())
	r.From, r.To = r.Witness.file.Position(sp.Start), r.Witness.file.Position(sp.End)
	r.Verbatim = o == nil || o.Text[sp.Start:sp.End] == r.Text
}

// fileOf returns the file of a report, or its text where that is the file.
func fileOf(w *witness.Witness) *text.Source {
	if w.Original != nil {
		return text.NewSource(w.Path, w.Original.Text)
	}
	return text.NewSource(w.Path, w.Text)
}
