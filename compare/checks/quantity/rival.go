package quantity

import (
	"iter"
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Rivals lists the figures of independent reports that may be of one thing and are not
// one, wherever in the reports they stand, in order of the reports and their texts.
func Rivals(p *compare.Pass) []*Rival {
	var out []*Rival
	for r := range rivals(p) {
		r.Features = r.features(p)
		if r.leftOut(p) {
			r.Unasked = "left out"
		} else if v := r.veto(p); v != nil {
			r.Unasked = v.name
		}
		out = append(out, r)
	}
	return out
}

// rivals iterates over the figures of two reports that may rival each other, without
// their features: over all of them, and in reports of more than mostApart over those of
// corresponding statements.
func rivals(p *compare.Pass) iter.Seq[*Rival] {
	return func(yield func(*Rival) bool) {
		book := bookOf(p)
		all := book.figures
		like := map[[2]string]bool{} // many figures have the same nouns
		may := func(a, b told) bool {
			if !mayRival(a.q, b.q) || book.crowd[a.st]*book.crowd[b.st] > mostRivals {
				return false
			}
			k := [2]string{a.q.Of, b.q.Of}
			alike, known := like[k]
			if !known {
				alike = countsLike(p.Lexicon, a.q, b.q)
				like[k] = alike
			}
			return alike
		}
		for i := range all {
			for j := i + 1; j < len(all); j++ {
				if len(all[i]) > mostApart || len(all[j]) > mostApart {
					continue
				}
				for _, a := range all[i] {
					for _, b := range all[j] {
						if !may(a, b) {
							continue
						}
						if x := p.Loose(a.st, b.st); !x.Parallel && !yield(&Rival{pair: x, a: a.q, b: b.q}) {
							return
						}
					}
				}
			}
		}
		for x := range p.Pairs() {
			if x.Parallel || len(all[x.A.Witness.Index]) <= mostApart && len(all[x.B.Witness.Index]) <= mostApart {
				continue
			}
			for _, a := range compare.Facts[*witness.Quantity](x.A) {
				for _, b := range compare.Facts[*witness.Quantity](x.B) {
					if learned(a) && learned(b) && may(told{x.A, a}, told{x.B, b}) && !yield(&Rival{pair: x, a: a, b: b}) {
						return
					}
				}
			}
		}
	}
}

// mostApart is how many figures a report may have to be compared with others wherever
// they stand: one of more is a list or a log, of which two lines are of two things.
const mostApart = 80

// mayRival reports whether two figures are of one kind and not one figure.
func mayRival(a, b *witness.Quantity) bool {
	return a.Kind == b.Kind && a.Unit == b.Unit && !same(a, b) && (!intersect(a.Value, b.Value) || sameBound(a, b)) && !rounding(a, b) &&
		(a.Kind != witness.Measure || !alike(a, b)) && !farApart(a, b)
}

// mostRivals is how many pairs of figures two statements may have to be compared: those
// of more are tables, in which a figure is told by its place.
const mostRivals = 400

// weighed are the kinds of figures of which it is learned whether two are of one
// thing. Scores have rules of their own.
var weighed = [...]bool{witness.Cardinal: true, witness.Percent: true, witness.Money: true, witness.Duration: true, witness.Measure: true, witness.Age: true, witness.Ordinal: true, witness.Label: false}

// learned reports whether a figure is among those of which it is learned.
func learned(q *witness.Quantity) bool { return weighed[q.Kind] && !math.IsNaN(q.Point) }

// countsLike reports whether the nouns of two figures may name one thing: they are one,
// synonyms, of one class, both living, the one a kind of the other; or one is not told.
func countsLike(lex *lexicon.Lexicon, a, b *witness.Quantity) bool {
	return a.Of == "" || b.Of == "" || a.Of == b.Of || related(lex, a.Of, b.Of) || living(lex, a.Of) && living(lex, b.Of) || lexicon.Kin(a.Of, b.Of, lexicon.Noun, kindReach)
}

// kindReach is over how many steps a noun is taken for a kind of another.
const kindReach = 3
