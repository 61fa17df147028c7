package date

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// tick is how far apart, in the clock's lesser figure, what two reports say is left of a
// game may be for them to tell of one moment.
const tick = 2

// countdowns compares what two corresponding statements say was left of a game when one
// side or player did one thing, where it is so nearly the same of the same part of it
// that one moment is meant: "with 7:41 left in the first half", "with 7:42 left in the
// first half". A report that gives both tells of two moments.
func countdowns(p *compare.Pass, x *compare.Pair, as, bs []*witness.Time) {
	for _, a := range as {
		for _, b := range bs {
			gap := max(a.Clock-b.Clock, b.Clock-a.Clock)
			if a.Clock < 0 || b.Clock < 0 || gap == 0 || gap > tick || !countdown(x.A, a) || !countdown(x.B, b) || leftIn(x.A, a) == "" || leftIn(x.A, a) != leftIn(x.B, b) {
				continue
			}
			if !x.SharesName(false) || !x.Tied(compare.VerbAbove(x.A, a.Head), compare.VerbAbove(x.B, b.Head)) {
				continue
			}
			if clocked(x.A.Witness, b.Clock) || clocked(x.B.Witness, a.Clock) {
				continue
			}
			d := difference(x.A, x.B, a, b, 0.65)
			d.Severity = compare.Minor
			p.Report(x, d)
		}
	}
}

// leftIn returns the words that say of what part of a game a time is left: "in the first
// half"; "" where none do.
func leftIn(st *witness.Statement, t *witness.Time) string {
	i := compare.FirstAt(st, t.Span.End) + 1
	if compare.Word(st, i) != "in" {
		return ""
	}
	words := ""
	for k := i + 1; k < min(i+4, len(st.Tokens)); k++ {
		words += " " + st.Tokens[k].Lower
		if st.Tokens[k].UPOS == "NOUN" {
			return words
		}
	}
	return ""
}

// clocked reports whether a report gives a clock time anywhere.
func clocked(w *witness.Witness, clock int) bool {
	return slices.ContainsFunc(w.Statements, func(st *witness.Statement) bool {
		return compare.FactOf(st, func(t *witness.Time) bool { return t.Clock == clock }) != nil
	})
}
