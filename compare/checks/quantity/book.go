package quantity

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/likeness"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// book is all figures of an event, by report.
type book struct {
	figures [][]told
	// by statement: how many figures it has
	crowd map[*witness.Statement]int
	brief []bool // by report
	// by report and sort of figure: those of it
	sorts []map[sort][]*witness.Quantity
	// by report: how many figures it has of a kind and unit
	kinds []map[sort]int
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
		b := &book{crowd: map[*witness.Statement]int{}, different: map[sort]map[float64]bool{}}
		for _, w := range ev.Witnesses {
			var list []told
			sorts, kinds := map[sort][]*witness.Quantity{}, map[sort]int{}
			for _, st := range w.Statements {
				if st.Kind == witness.Furniture || st.Kind == witness.Dateline {
					continue
				}
				own := compare.Facts[*witness.Quantity](st)
				b.crowd[st] = len(own)
				for _, q := range own {
					if !learned(q) || len(list) == maxFigures {
						continue
					}
					list = append(list, told{st, q})
					kinds[sort{kind: q.Kind, unit: q.Unit}]++
					s := sortOf(q)
					sorts[s] = append(sorts[s], q)
					if b.different[s] == nil {
						b.different[s] = map[float64]bool{}
					}
					b.different[s][q.Point] = true
				}
			}
			b.figures, b.sorts, b.kinds, b.brief = append(b.figures, list), append(b.sorts, sorts), append(b.kinds, kinds), append(b.brief, short(w))
		}
		return b
	})
}

// values returns how many different figures the reports have of the sort of q, one at
// least.
func (b *book) values(q *witness.Quantity) float64 {
	return float64(max(len(b.different[sortOf(q)]), 1))
}

// ofKind returns how many figures of the kind of q a report has.
func (b *book) ofKind(report int, q *witness.Quantity) int {
	return b.kinds[report][sort{kind: q.Kind, unit: q.Unit}]
}

// profile is what is asked of a figure whatever it is held against.
type profile struct {
	*traits
	verbs       []string
	has, writes []bool // by report: a figure of such things, the number whatever of
	reports     float64
	besides     float64
	// by report: how alike the statement is to the one most like it there that has the
	// figure too. Where that is very alike, the figure has its partner.
	twin  []float64
	near  *likeness.Words // the words around it
	place float64         // of the statement in its report, from 0 to 1
	prep  string          // the preposition of what is counted
}

// profiles are those of the figures of a statement, which is in many pairs.
type profiles map[*witness.Quantity]*profile

func profilesOf(p *compare.Pass, st *witness.Statement) profiles {
	return compare.OnceOf(p, st, func(st *witness.Statement) profiles {
		out := profiles{}
		for _, q := range compare.Facts[*witness.Quantity](st) {
			if learned(q) {
				out[q] = bookOf(p).profile(p, told{st, q})
			}
		}
		return out
	})
}

func (b *book) profile(p *compare.Pass, t told) *profile {
	f := &profile{
		traits: traitsOf(p, t), verbs: verbsOver(p.Lexicon, t),
		has: make([]bool, len(b.figures)), writes: make([]bool, len(b.figures)), twin: make([]float64, len(b.figures)),
		near: likeness.Around(t.st, t.q.Number), place: float64(t.st.Index) / float64(max(len(t.st.Witness.Statements)-1, 1)),
	}
	if at := t.q.OfAt; at >= 0 {
		f.prep = compare.Preposition(t.st, at)
	}
	own := likeness.WordsOf(p, t.st)
	for w, figures := range b.figures {
		for _, o := range figures {
			if !same(o.q, t.q) {
				continue
			}
			f.writes[w] = true
			if w != t.st.Witness.Index {
				f.twin[w] = max(f.twin[w], likeness.Cosine(own, likeness.WordsOf(p, o.st)))
			}
			if !f.has[w] && countsLike(p.Lexicon, o.q, t.q) {
				f.has[w] = true
				f.reports++
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
