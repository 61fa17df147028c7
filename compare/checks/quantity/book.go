package quantity

import (
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// book is all figures of an event, by report.
type book struct {
	figures [][]*witness.Quantity
	// by report and sort of figure: those of it
	sorts []map[sort][]*witness.Quantity
	// the different figures that the reports have of a sort
	different map[sort]map[float64]bool
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
		b := &book{different: map[sort]map[float64]bool{}}
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
					if b.different[s] == nil {
						b.different[s] = map[float64]bool{}
					}
					b.different[s][q.Point] = true
				}
			}
			b.figures, b.sorts = append(b.figures, list), append(b.sorts, sorts)
		}
		return b
	})
}

// values returns how many different figures the reports have of the sort of q, one at
// least.
func (b *book) values(q *witness.Quantity) float64 {
	return float64(max(len(b.different[sortOf(q)]), 1))
}

// profile is what is asked of a figure whatever it is held against.
type profile struct {
	state, subject string
	verbs          []string
	claimed        bool   // it hangs on a predicate
	has, writes    []bool // by report: a figure of such things, the number whatever of
	reports        float64
	besides        float64
}

// profiles are those of the figures of a statement, which is in many pairs.
type profiles map[*witness.Quantity]*profile

func profilesOf(p *compare.Pass, st *witness.Statement) profiles {
	return compare.OnceOf(p, st, func(st *witness.Statement) profiles {
		out := profiles{}
		for _, q := range compare.Facts[*witness.Quantity](st) {
			if weighed[q.Kind] && !math.IsNaN(q.Point) {
				out[q] = bookOf(p).profile(p.Lexicon, told{st, q})
			}
		}
		return out
	})
}

func (b *book) profile(lex *lexicon.Lexicon, t told) *profile {
	f := &profile{
		state: state(lex, t.st, t.q), subject: subject(lex, t.st, t.q), verbs: verbsOver(lex, t), claimed: claimOf(t.st, t.q) != nil,
		has: make([]bool, len(b.figures)), writes: make([]bool, len(b.figures)),
	}
	for w, figures := range b.figures {
		for _, o := range figures {
			if same(o, t.q) {
				f.writes[w] = true
				if countsLike(lex, o, t.q) {
					f.has[w] = true
					f.reports++
					break
				}
			}
		}
	}
	for _, o := range b.sorts[t.st.Witness.Index][sortOf(t.q)] {
		if o != t.q && !same(o, t.q) {
			f.besides++
		}
	}
	return f
}
