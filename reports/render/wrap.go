package render

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Run is a stretch of text in one style; what a style means is the format's.
type Run struct {
	Text  string
	Style int
}

// Wrap breaks runs into lines of at most width cells, at the places where
// Unicode (annex 14) allows a line to end, or inside a word that is wider than
// a line. The first line is shorter by indent. Spaces at a break are dropped.
func Wrap(runs []Run, width, indent int) [][]Run {
	width = max(width, 1)
	var whole strings.Builder
	var ends []int
	for _, r := range runs {
		whole.WriteString(r.Text)
		ends = append(ends, whole.Len())
	}
	if n := whole.Len(); n <= width-max(indent, 0) && n > 0 && printable(whole.String()) {
		return [][]Run{trimmed(runs)}
	}
	w := &wrapper{runs: runs, ends: ends, whole: whole.String(), width: width, room: max(width-indent, 0)}
	rest, state, at, cells := w.whole, -1, 0, 0
	start := 0
	for rest != "" {
		var g string
		var bounds int
		g, rest, bounds, state = uniseg.StepString(rest, state)
		at += len(g)
		cells += bounds >> uniseg.ShiftWidth
		if bounds&uniseg.MaskLine != uniseg.LineDontBreak {
			w.segment(start, at, cells)
			start, cells = at, 0
		}
	}
	w.flush()
	return w.lines
}

// trimmed returns runs without empty ones and without spaces at the end.
func trimmed(runs []Run) []Run {
	out := make([]Run, 0, len(runs))
	for _, r := range runs {
		if r.Text != "" {
			out = append(out, r)
		}
	}
	for len(out) > 0 {
		last := &out[len(out)-1]
		if last.Text = strings.TrimRight(last.Text, " "); last.Text != "" {
			break
		}
		out = out[:len(out)-1]
	}
	return out
}

type wrapper struct {
	runs        []Run
	ends        []int
	whole       string
	width, room int // room is what is left of the line
	lines       [][]Run
	from, to    int // of the whole, the line so far
}

// segment adds whole[start:end], which may not be broken inside.
func (w *wrapper) segment(start, end, cells int) {
	trailing := 0
	for i := end; i > start && w.whole[i-1] == ' '; i-- {
		trailing++
	}
	if cells-trailing > w.room && (w.to > w.from || w.room < w.width) {
		w.flush()
		w.from, w.to = start, start
	}
	if cells-trailing <= w.room {
		w.to = end
		w.room -= cells
		return
	}
	// Wider than a line: break between characters.
	rest, state := w.whole[start:end], -1
	for rest != "" {
		var g string
		var bounds int
		g, rest, bounds, state = uniseg.StepString(rest, state)
		n := bounds >> uniseg.ShiftWidth
		if n > w.room && w.to > w.from {
			w.flush()
			w.from = w.to
		}
		w.to += len(g)
		w.room -= n
	}
}

// flush ends the line.
func (w *wrapper) flush() {
	line := []Run{}
	from, to := w.from, w.to
	for to > from && w.whole[to-1] == ' ' {
		to--
	}
	start := 0
	for i, end := range w.ends {
		if a, b := max(from, start), min(to, end); a < b {
			line = append(line, Run{w.whole[a:b], w.runs[i].Style})
		}
		start = end
	}
	w.lines = append(w.lines, line)
	w.from, w.room = w.to, w.width
}
