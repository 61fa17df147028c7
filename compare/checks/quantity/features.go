package quantity

import (
	"math"
	"slices"

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
	f := r.light(p, nil)
	r.rest(p, f)
	return f
}

// light answers those that are not dear, and leaves these at nought. It writes over a slice
// and returns it, for most pairs of figures go no further.
func (r *Rival) light(p *compare.Pass, over []float64) []float64 {
	x, a, b, lex := r.pair, r.a, r.b, p.Lexicon
	book := bookOf(p)
	pa, pb := profilesOf(p, x.A)[a], profilesOf(p, x.B)[b]
	as, bs := pa.figures, pb.figures
	f := append(over[:0],
		1,
		x.Score,
		max(x.LeftA, x.LeftB),
		0,
		max(x.Slot(a.Number, b.Number), slotOf(x, a, b)),
		is(a.OfAt >= 0 && b.OfAt >= 0 && x.A.Tokens[max(a.OfAt, 0)].Rel == x.B.Tokens[max(b.OfAt, 0)].Rel),
		0, is(len(pa.verbs) == 0 || len(pb.verbs) == 0), is(pa.claim != nil && pb.claim != nil),
		is(pa.has[x.B.Witness.Index])+is(pb.has[x.A.Witness.Index]),
		is(pa.writes[x.B.Witness.Index])+is(pb.writes[x.A.Witness.Index]),
		math.Log1p(max(pa.reports, pb.reports)), math.Log1p(min(pa.reports, pb.reports)),
		math.Log(max(book.values(a), book.values(b))), math.Log1p(pa.besides+pb.besides),
		ratio(a.Point, b.Point), 0, is(sameBound(a, b)), 0,
		is((len(a.Mods) > 0) != (len(b.Mods) > 0)), is(len(a.Mods) > 0 && len(b.Mods) > 0 && restricted(lex, a, b)), is(!restricted(lex, a, b)), is(pa.hasOwner != pb.hasOwner),
		is(pa.state != "" && pa.state == pb.state), is(pa.state != "" && pb.state != "" && pa.state != pb.state), is((pa.state == "") != (pb.state == "")), is(pa.subject != "" && pa.subject == pb.subject),
		is(pa.otherTime != pb.otherTime), is(pa.dated)+is(pb.dated), is(pa.age > 0 && pa.age == pb.age),
		is(namesApart(pa.setting, pb.setting, 0)), is(namesApart(pa.setting, pb.setting, 1)), is(namesApart(pa.setting, pb.setting, 2)), is(namesApart(pa.setting, pb.setting, 3)),
		min(sharedFigures(as, bs, a, b), 3), math.Log1p(float64(len(as)+len(bs))), min(float64(len(x.A.Facts)+len(x.B.Facts))/20, 2), is(x.A.Kind == witness.Headline || x.B.Kind == witness.Headline),
		is(a.Kind == witness.Percent), is(a.Kind == witness.Duration), is(a.Kind == witness.Money), is(pa.compounded != pb.compounded),
		is(a.Kind == witness.Age), is(a.Kind == witness.Ordinal), is(a.Kind == witness.Measure), is(a.Kind == witness.Cardinal && min(a.Point, b.Point) <= 3),
		is(x.Group == nil), math.Abs(pa.place-pb.place), max(pa.twin[x.B.Witness.Index], pb.twin[x.A.Witness.Index]), is(pa.prep == pb.prep), is(a.Of == b.Of && a.Of != ""), is(a.Of == "" || b.Of == ""),
		is(pa.writes[x.B.Witness.Index] != pb.writes[x.A.Witness.Index]), math.Log1p(float64(book.ofKind(x.A.Witness.Index, a)*book.ofKind(x.B.Witness.Index, b))),
		0, 0, 0, is(pa.nation != pb.nation), is(pa.part != pb.part || pa.whole != pb.whole || pa.additive != pb.additive), is(pa.abroad != pb.abroad),
		math.Log(float64(len(book.figures))), math.Log1p(float64(min(len(book.figures[x.A.Witness.Index]), len(book.figures[x.B.Witness.Index])))),
	)
	for i := range f {
		f[i] = logit.Feature(f[i])
	}
	return f
}

// dear are the features that look at two figures together and cost more than the others.
// Each is from nought to one, so that it can be known without them what two figures come
// to at most (hopeless).
var dear = []struct {
	at  int // in FeatureNames
	ask func(*compare.Pass, *Rival) float64
}{
	{slices.Index(FeatureNames, "cosine"), func(p *compare.Pass, r *Rival) float64 {
		return likeness.Cosine(likeness.WordsOf(p, r.pair.A), likeness.WordsOf(p, r.pair.B))
	}},
	{slices.Index(FeatureNames, "words-near"), func(p *compare.Pass, r *Rival) float64 {
		return likeness.Cosine(profilesOf(p, r.pair.A)[r.a].near, profilesOf(p, r.pair.B)[r.b].near)
	}},
	{slices.Index(FeatureNames, "verb-same"), func(p *compare.Pass, r *Rival) float64 {
		return is(likeVerbs(p.Lexicon, profilesOf(p, r.pair.A)[r.a].verbs, profilesOf(p, r.pair.B)[r.b].verbs))
	}},
	{slices.Index(FeatureNames, "slip"), func(_ *compare.Pass, r *Rival) float64 { return is(slip(r.a, r.b)) }},
	{slices.Index(FeatureNames, "guarded"), func(p *compare.Pass, r *Rival) float64 {
		return is(coupleIn(p, r.pair, r.a, r.b).vetoed(guarded) != nil)
	}},
	{slices.Index(FeatureNames, "owner-other"), func(p *compare.Pass, r *Rival) float64 { return is(otherOwner(coupleIn(p, r.pair, r.a, r.b))) }},
	{slices.Index(FeatureNames, "account-other"), func(p *compare.Pass, r *Rival) float64 { return is(otherAccount(p.Lexicon, r.pair, r.a, r.b)) }},
}

// rest answers those that are dear.
func (r *Rival) rest(p *compare.Pass, f []float64) {
	for _, d := range dear {
		f[d.at] = logit.Feature(d.ask(p, r))
	}
}

// hopeless reports whether two figures come to less than their least probability whatever
// the dear features are. The bound is exact, as sums of weights and features are
// (internal/logit): who is hopeless would not have been likely.
func (r *Rival) hopeless(light []float64) bool {
	most := logit.Odds(weights(), light)
	for _, d := range dear {
		most += max(weights()[d.at], 0)
	}
	return logit.Probability(most) < r.least()
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
