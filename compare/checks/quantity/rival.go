package quantity

import (
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Rivals lists the figures of corresponding statements of independent reports that
// are of one sort and no one figure: what compare/learn learns from. The check judges
// those of them that neither report gives nearby.
func Rivals(p *compare.Pass) []*Rival {
	var out []*Rival
	for x := range p.Pairs() {
		if as, bs := compare.Facts[*witness.Quantity](x.A), compare.Facts[*witness.Quantity](x.B); !x.Parallel && len(as)*len(bs) <= mostRivals {
			out = append(out, rivals(p, x, as, bs)...)
		}
	}
	return out
}

// rivals pairs the figures of two lists that may rival each other.
func rivals(p *compare.Pass, x *compare.Pair, as, bs []*witness.Quantity) []*Rival {
	var out []*Rival
	for _, a := range as {
		if !weighed[a.Kind] || math.IsNaN(a.Point) {
			continue
		}
		for _, b := range bs {
			if a.Kind != b.Kind || a.Unit != b.Unit || math.IsNaN(b.Point) || same(a, b) || intersect(a.Value, b.Value) && !sameBound(a, b) || rounding(a, b) || a.Kind == witness.Measure && alike(a, b) || farApart(a, b) || !countsLike(p.Lexicon, a, b) {
				continue
			}
			r := &Rival{pair: x, a: a, b: b}
			r.Features = r.features(p)
			out = append(out, r)
		}
	}
	return out
}

// mostRivals is how many pairs of figures two statements may have to be compared: those
// of more are tables, in which a figure is told by its place.
const mostRivals = 400

// weighed are the kinds of figures of which it is learned whether two are of one
// thing. Ages, scores and places in an order have rules of their own.
var weighed = map[witness.QuantityKind]bool{witness.Cardinal: true, witness.Percent: true, witness.Money: true, witness.Duration: true, witness.Measure: true}

// countsLike reports whether the nouns of two figures may name one thing: they are one,
// synonyms, of one class, both living, the one a kind of the other; or one is not told.
func countsLike(lex *lexicon.Lexicon, a, b *witness.Quantity) bool {
	if a.Of == "" || b.Of == "" || a.Of == b.Of || related(lex, a.Of, b.Of) || living(lex, a.Of) && living(lex, b.Of) {
		return true
	}
	_, up := lexicon.Hypernym(a.Of, b.Of, lexicon.Noun, kindReach)
	_, down := lexicon.Hypernym(b.Of, a.Of, lexicon.Noun, kindReach)
	return up || down
}

// kindReach is over how many steps a noun is taken for a kind of another.
const kindReach = 3
