package align

import "github.com/factdiff/factdiff/witness"

// Unmatched lists the reports in English of which no statement corresponds with
// one of another report, in order. Where there are such reports nothing was
// compared with them, and they may be of another event.
func Unmatched(ev *witness.Event) []*witness.Witness {
	matched := make([]bool, len(ev.Witnesses))
	for _, g := range ev.Groups {
		for w, cell := range g.Cells {
			matched[w] = matched[w] || len(cell) > 0
		}
	}
	var out []*witness.Witness
	for w, wit := range ev.Witnesses {
		if !matched[w] && wit.English() && len(wit.Statements) > 0 {
			out = append(out, wit)
		}
	}
	return out
}
