package quantity

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// directions reports one share or sum that by one report went up and by the other
// down: "rose 4 percent", "lost over four percent".
func directions(p *compare.Pass, x *compare.Pair) {
	for _, a := range movesOf(p.Lexicon, x.A) {
		for _, b := range movesOf(p.Lexicon, x.B) {
			if a.up == b.up || a.level != b.level || a.q.Kind != b.q.Kind || a.q.Unit != b.q.Unit || !near(a.q.Point, b.q.Point) && (a.level || !intersect(a.q.Value, b.q.Value)) || otherOwner(coupleIn(p, x, a.q, b.q)) {
				continue
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: a.span(x.A), Value: a.value()},
				B:    compare.Spot{Statement: x.B, Span: b.span(x.B), Value: b.value()},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.8, Topic: "direction of " + topic(p.Lexicon, told{x.A, a.q}, told{x.B, b.q}),
				Reason: "One figure, which by one report it rose by or to, and by the other fell.",
			})
		}
	}
}

// move is a figure by which or to which something went.
type move struct {
	q     *witness.Quantity
	verb  int
	up    bool
	level bool // it went to the figure, not by it
}

func (m move) value() string {
	if m.up {
		return "up " + compare.QuantityValue(m.q)
	}
	return "down " + compare.QuantityValue(m.q)
}

func (m move) span(st *witness.Statement) witness.Span {
	s := st.Tokens[m.verb].Span
	return witness.Span{Start: min(s.Start, m.q.Span.Start), End: max(s.End, m.q.Span.End)}
}

// moveReach is how far from its verb a figure may stand.
const moveReach = 5

// movesOf reads the shares and sums that a statement has a verb of going up or down
// for, right before them.
func movesOf(lex *lexicon.Lexicon, st *witness.Statement) []move {
	var out []move
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind != witness.Percent && q.Kind != witness.Money {
			continue
		}
		first := compare.FirstAt(st, q.Span.Start)
		level := false
		for k := first - 1; k >= 0 && k >= first-moveReach; k-- {
			t := &st.Tokens[k]
			if d, ok := lex.Directions().Get(t.Lemma); ok && t.UPOS == "VERB" {
				if !denied(st, k) {
					out = append(out, move{q, k, d == "up", level})
				}
				break
			}
			if t.Lower == "from" || t.UPOS == "NUM" || t.UPOS == "VERB" || t.Lower == ";" {
				break
			}
			level = level || t.Lower == "to"
		}
	}
	return out
}

// denied reports whether verb i is told as not having been.
func denied(st *witness.Statement, i int) bool {
	for _, c := range compare.Facts[*witness.Claim](st) {
		if c.Head == i {
			return c.Negative || c.Modality != witness.Actual
		}
	}
	return false
}
