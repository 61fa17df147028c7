package quantity

import (
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/likeness"
	"github.com/factdiff/factdiff/internal/logit"
	"github.com/factdiff/factdiff/witness"
)

// FeatureNames are what is asked of two figures, in the order of Rival.Features. Those
// that count reports look at the whole event: where many have the one figure, and nobody
// both, it is likelier that the two are of one thing. None asks which report the figure is
// from.
var FeatureNames = []string{
	"bias",
	"statements-correspond", // the aligner's probability
	"words-left",            // the greater share of content words without a partner
	"cosine",                // of the statements, rare words first
	"slot",                  // how surely the figures or their nouns take corresponding places
	"role-same",             // the nouns hang alike on their heads
	"verb-same", "verb-none", "claims",
	"figure-elsewhere", // reports of the two that have the other's figure of such things
	"number-elsewhere", // and of whatever
	"reports-more", "reports-fewer",
	"figures-of-noun", "figures-own",
	"ratio", "slip", "bounds-alike", "guarded",
	"modifier-one", "modifier-same", "modifiers-apart", "owner-one",
	"state-same", "state-apart", "state-one", "subject-same",
	"other-time", "looks-back", "age-same",
	"person-apart", "body-apart", "thing-apart", "place-apart",
	"figures-shared", "figures", "facts", "headline",
	"percent", "duration", "money", "compounded",
	"age", "ordinal", "measure", "small",
	"unlinked", "place", "figure-told-alike", "preposition-same", "noun-same", "nouns-none", "number-in-one", "kinds",
	"words-near", "owner-other", "account-other", "people-other", "part-or-whole", "place-other", "reports", "figures-of-reports",
}

// features answers FeatureNames.
func (r *Rival) features(p *compare.Pass) []float64 {
	x, a, b, lex := r.pair, r.a, r.b, p.Lexicon
	ta, tb := told{x.A, a}, told{x.B, b}
	book := bookOf(p)
	pa, pb := profilesOf(p, x.A)[a], profilesOf(p, x.B)[b]
	apart := func(kind witness.EntityKind) bool {
		as, bs := namedAs(x.A, kind), namedAs(x.B, kind)
		return len(as) > 0 && len(bs) > 0 && !compare.Common(as, bs)
	}
	as, bs := compare.Facts[*witness.Quantity](x.A), compare.Facts[*witness.Quantity](x.B)
	f := []float64{
		1,
		x.Score,
		max(x.LeftA, x.LeftB),
		likeness.Cosine(likeness.WordsOf(p, x.A), likeness.WordsOf(p, x.B)),
		max(x.Slot(a.Number, b.Number), slotOf(x, a, b)),
		is(a.OfAt >= 0 && b.OfAt >= 0 && x.A.Tokens[max(a.OfAt, 0)].Rel == x.B.Tokens[max(b.OfAt, 0)].Rel),
		is(len(pa.verbs) > 0 && len(pb.verbs) > 0 && likeVerbs(lex, pa.verbs, pb.verbs)), is(len(pa.verbs) == 0 || len(pb.verbs) == 0), is(pa.claimed && pb.claimed),
		is(pa.has[x.B.Witness.Index]) + is(pb.has[x.A.Witness.Index]),
		is(pa.writes[x.B.Witness.Index]) + is(pb.writes[x.A.Witness.Index]),
		math.Log1p(max(pa.reports, pb.reports)), math.Log1p(min(pa.reports, pb.reports)),
		math.Log(max(book.values(a), book.values(b))), math.Log1p(pa.besides + pb.besides),
		ratio(a.Point, b.Point), is(slip(a, b)), is(sameBound(a, b)), is(incomparable(lex, x.A, a, x.B, b)),
		is((len(a.Mods) > 0) != (len(b.Mods) > 0)), is(len(a.Mods) > 0 && len(b.Mods) > 0 && restricted(lex, a, b)), is(!restricted(lex, a, b)), is(hasOwner(ta) != hasOwner(tb)),
		is(pa.state != "" && pa.state == pb.state), is(pa.state != "" && pb.state != "" && pa.state != pb.state), is((pa.state == "") != (pb.state == "")), is(pa.subject != "" && pa.subject == pb.subject),
		is(otherTime(x.A, a) != otherTime(x.B, b)), is(dated(x.A)) + is(dated(x.B)), is(ageIn(x.A) > 0 && ageIn(x.A) == ageIn(x.B)),
		is(apart(witness.Person)), is(apart(witness.Organisation)), is(apart(witness.OtherEntity)), is(apart(witness.Place)),
		min(sharedFigures(as, bs, a, b), 3), math.Log1p(float64(len(as) + len(bs))), min(float64(len(x.A.Facts)+len(x.B.Facts))/20, 2), is(x.A.Kind == witness.Headline || x.B.Kind == witness.Headline),
		is(a.Kind == witness.Percent), is(a.Kind == witness.Duration), is(a.Kind == witness.Money), is(compounded(x.A, a) != compounded(x.B, b)),
		is(a.Kind == witness.Age), is(a.Kind == witness.Ordinal), is(a.Kind == witness.Measure), is(a.Kind == witness.Cardinal && min(a.Point, b.Point) <= 3),
		is(x.Group == nil), math.Abs(pa.place - pb.place), max(pa.twin[x.B.Witness.Index], pb.twin[x.A.Witness.Index]), is(pa.prep == pb.prep), is(a.Of == b.Of && a.Of != ""), is(a.Of == "" || b.Of == ""),
		is(pa.writes[x.B.Witness.Index] != pb.writes[x.A.Witness.Index]), math.Log1p(float64(book.ofKind(x.A.Witness.Index, a) * book.ofKind(x.B.Witness.Index, b))),
		likeness.Cosine(pa.near, pb.near), is(otherOwner(lex, x, a, b)), is(otherAccount(lex, x, a, b)), is(nationality(lex, x.A, a) != nationality(lex, x.B, b)), is(part(x.A, a) != part(x.B, b) || whole(x.A, a) != whole(x.B, b) || additive(x.A, a) != additive(x.B, b)), is(abroad(p, x.A) != abroad(p, x.B)),
		math.Log(float64(len(book.figures))), math.Log1p(float64(min(len(book.figures[x.A.Witness.Index]), len(book.figures[x.B.Witness.Index])))),
	}
	for i := range f {
		f[i] = logit.Feature(f[i])
	}
	return f
}

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// ratio returns how far apart two numbers are, in natural logarithms of the one over the
// other; as far as farApart lets them be where one is nought or they differ in sign.
func ratio(a, b float64) float64 {
	if a*b <= 0 {
		return math.Log(tenfold)
	}
	return math.Abs(math.Log(a / b))
}

// hasOwner reports whether the noun of a figure has an owner: "its three factories".
func hasOwner(t told) bool {
	return t.q.OfAt >= 0 && compare.Child(t.st, t.q.OfAt, "nmod:poss") >= 0
}

// ageIn returns the first age that a statement gives, 0 for none.
func ageIn(st *witness.Statement) float64 {
	if q := compare.FactOf(st, func(q *witness.Quantity) bool { return q.Kind == witness.Age }); q != nil && !math.IsNaN(q.Point) {
		return q.Point
	}
	return 0
}

// sharedFigures counts the other figures that both statements have of one noun.
func sharedFigures(as, bs []*witness.Quantity, a, b *witness.Quantity) float64 {
	n := 0.0
	for _, o := range as {
		for _, r := range bs {
			if o != a && r != b && o.Kind == r.Kind && o.Of == r.Of && o.Point == r.Point && o.Kind != witness.Ordinal {
				n++
			}
		}
	}
	return n
}
