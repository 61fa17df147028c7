package quantity

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// book is all figures of an event, by report.
type book struct {
	figures [][]*witness.Quantity
	// by report and sort of figure: those of it
	sorts []map[sort][]*witness.Quantity
	// how many different figures the reports have of a sort
	different map[sort]int
}

// sort is what kind of figure of which noun.
type sort struct {
	kind     witness.QuantityKind
	unit, of string
}

func sortOf(q *witness.Quantity) sort { return sort{q.Kind, q.Unit, q.Of} }

// maxFigures bounds the figures of a report that are looked through for one.
const maxFigures = 500

func bookOf(p *compare.Pass) *book {
	return compare.Once(p, func(_ *lexicon.Lexicon, ev *witness.Event) *book {
		b := &book{different: map[sort]int{}}
		points := map[sort][]float64{}
		for _, w := range ev.Witnesses {
			var list []*witness.Quantity
			sorts := map[sort][]*witness.Quantity{}
			for _, st := range w.Statements {
				if st.Kind == witness.Furniture {
					continue
				}
				for _, q := range compare.Facts[*witness.Quantity](st) {
					if !weighed[q.Kind] || math.IsNaN(q.Point) || len(list) == maxFigures {
						continue
					}
					list = append(list, q)
					s := sortOf(q)
					sorts[s] = append(sorts[s], q)
					if !slices.Contains(points[s], q.Point) {
						points[s] = append(points[s], q.Point)
					}
				}
			}
			b.figures, b.sorts = append(b.figures, list), append(b.sorts, sorts)
		}
		for s, list := range points {
			b.different[s] = len(list)
		}
		return b
	})
}

// writes reports whether report w has a number, whatever of.
func (b *book) writes(w int, q *witness.Quantity) bool {
	return slices.ContainsFunc(b.figures[w], func(o *witness.Quantity) bool { return same(o, q) })
}

// has reports whether report w has a figure of things like those that t counts.
func (b *book) has(lex *lexicon.Lexicon, w int, t told) bool {
	return slices.ContainsFunc(b.figures[w], func(o *witness.Quantity) bool { return same(o, t.q) && countsLike(lex, o, t.q) })
}

// reports returns how many reports have a figure.
func (b *book) reports(lex *lexicon.Lexicon, t told) float64 {
	n := 0.0
	for w := range b.figures {
		n += is(b.has(lex, w, t))
	}
	return n
}

// values returns how many different figures the reports have of the sort of q, one at
// least.
func (b *book) values(q *witness.Quantity) float64 { return float64(max(b.different[sortOf(q)], 1)) }

// besides returns how many other figures its own report has of the sort of t.
func (b *book) besides(t told) float64 {
	n := 0.0
	for _, o := range b.sorts[t.st.Witness.Index][sortOf(t.q)] {
		if o != t.q && !same(o, t.q) {
			n++
		}
	}
	return n
}
