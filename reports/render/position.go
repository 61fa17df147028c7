package render

import "github.com/factdiff/factdiff/internal/text"

// Position is a place in a report as people and programs count it: line and
// column from 1, the column in bytes, characters and UTF-16 units. Each format
// takes the unit that its specification names.
type Position = text.Position

// Position returns the place of a byte offset.
func (w *Witness) Position(offset int) Position { return w.source.Position(offset) }

// Line returns the span of line n, from 1, without its end.
func (w *Witness) Line(n int) (start, end int) {
	s := w.source.Line(n)
	return s.Start, s.End
}
