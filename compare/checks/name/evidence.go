package name

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/logit"
	"github.com/factdiff/factdiff/witness"
)

// RivalFeatures are what is asked of two names, in the order of Rival.Features. None
// depends on which report is the first.
var RivalFeatures = []string{
	"bias",
	"like-least", "like-most", // shares of the one statement that the other has, too
	"near-least", "near-most", // the same of the words around the name
	"next-like", // the likest of the sentences before and after
	"part-same", "prep-same", "both-at",
	"head-like", "verb-like",
	"demonym-both", "demonym-one",
	"names-shared", "names-apart", "figures-shared", "figures-apart",
	"times", // how often the reports have the names
	"place", // how far apart in the course of the reports
	"length",
	"country", "person", "body", "place-both", "known-one", "known-none",
	"older-one", "older-both", // what they tell is of another month or year
	"statements",              // of the shorter report
	"lone-most", "lone-least", // how many names of the sort each report has for itself
}

// nextLike is the feature of that name.
var nextLike = slices.Index(RivalFeatures, "next-like")

// weigh answers RivalFeatures. The sentences around, which take longest to compare, are looked at
// where they can still decide.
func (r *reader) weigh(v *Rival) {
	v.Features = r.features(v)
	if logit.Probability(logit.Odds(rivalWeights(), v.Features)+max(rivalWeights()[nextLike], 0)) >= v.least() {
		v.Features[nextLike] = logit.Feature(r.nextLike(v.a, v.b))
	}
}

// features answers RivalFeatures but for next-like.
func (r *reader) features(v *Rival) []float64 {
	a, b := v.a, v.b
	cover := r.like.Cover(a.st, b.st)
	ab, ba := cover.First(a.n.Entity, 0, len(a.st.Tokens)), cover.Second(b.n.Entity, 0, len(b.st.Tokens))
	nab, nba := cover.First(a.n.Entity, a.n.First-nearby, a.n.Last+nearby+1), cover.Second(b.n.Entity, b.n.First-nearby, b.n.Last+nearby+1)
	figuresShared, figuresApart := shareFigures(a.st, b.st)
	ownA, sharedNames := r.others(a, b)
	ownB, _ := r.others(b, a)
	f := []float64{
		1,
		min(ab, ba), max(ab, ba), min(nab, nba), max(nab, nba),
		0,
		is(a.part == b.part), is(compare.Preposition(a.st, a.n.Head) == compare.Preposition(b.st, b.n.Head)), is(a.part == b.part && whereabouts(a.part)),
		r.likeWords(a.st, a.st.Tokens[a.n.Head].Head, b.st, b.st.Tokens[b.n.Head].Head), r.likeWords(a.st, compare.VerbAbove(a.st, a.n.Head), b.st, compare.VerbAbove(b.st, b.n.Head)),
		is(a.n.Demonym && b.n.Demonym), is(a.n.Demonym != b.n.Demonym),
		min(sharedNames, 3), math.Log1p(ownA + ownB), min(figuresShared, 3), min(figuresApart, 3),
		math.Log(mentions(v.as, a.n.Entity) * mentions(v.bs, b.n.Entity)),
		math.Abs(through(a.st) - through(b.st)),
		math.Log(float64(len(a.st.Tokens) + len(b.st.Tokens))),
		is(v.sort == ofCountry), is(v.sort == ofPerson), is(v.sort == ofBody), is(a.sort == ofPlace && b.sort == ofPlace), is(known(a.n) != known(b.n)), is(!isPerson(a) && !known(a.n) && !known(b.n)),
		is(older(a.st) != older(b.st)), is(older(a.st) && older(b.st)),
		math.Log(float64(max(fewestTold, min(len(a.st.Witness.Statements), len(b.st.Witness.Statements))))),
		math.Log(max(lonely(v.as, v.sort), lonely(v.bs, v.sort), 1)), math.Log(max(min(lonely(v.as, v.sort), lonely(v.bs, v.sort)), 1)),
	}
	for i := range f {
		f[i] = logit.Feature(f[i])
	}
	return f
}

// fewestTold is the number of statements that a report counts as having at least: what was
// learned was learned from reports of that many, and one of a sentence is no surer.
const fewestTold = 6

// nearby is how many words on each side of a name are around it.
const nearby = 5

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// through returns how far through its report a statement stands, from 0 to 1.
func through(st *witness.Statement) float64 {
	return float64(st.Index) / float64(len(st.Witness.Statements))
}

// mentions counts how often a list has an entity.
func mentions(list []teller, e *witness.Entity) float64 {
	n := 0.0
	for _, t := range list {
		if t.n.Entity == e {
			n++
		}
	}
	return n
}

// lonely counts the entities of a sort in a list.
func lonely(list []teller, s sort) float64 {
	var seen []*witness.Entity
	for _, t := range list {
		if t.sort == s && !slices.Contains(seen, t.n.Entity) {
			seen = append(seen, t.n.Entity)
		}
	}
	return float64(len(seen))
}

// others counts the names of a's statement beside a that b's has not, and those that it has.
func (r *reader) others(a, b teller) (own, shared float64) {
	for _, n := range r.view(a.st).names {
		switch {
		case n.Entity == nil || n.Entity == a.n.Entity:
		case r.has(b.st, n.Entity):
			shared++
		default:
			own++
		}
	}
	return own, shared
}

// shareFigures counts the figures of the first statement that the second has, and those of
// both that only one has.
func shareFigures(a, b *witness.Statement) (shared, apart float64) {
	as, bs := compare.Facts[*witness.Quantity](a), compare.Facts[*witness.Quantity](b)
	in := func(q *witness.Quantity, list []*witness.Quantity) bool {
		return slices.ContainsFunc(list, func(o *witness.Quantity) bool { return o.Kind == q.Kind && o.Point == q.Point && o.Unit == q.Unit })
	}
	for _, q := range as {
		if in(q, bs) {
			shared++
		} else {
			apart++
		}
	}
	for _, q := range bs {
		if !in(q, as) {
			apart++
		}
	}
	return shared, apart
}

// likeWords says how alike two words are, 0 where one is none.
func (r *reader) likeWords(sa *witness.Statement, i int, sb *witness.Statement, j int) float64 {
	if i < 0 || j < 0 {
		return 0
	}
	return r.like.Alike(sa, i, sb, j)
}

// nextLike returns how alike the likest two of the sentences next to both are.
func (r *reader) nextLike(a, b teller) float64 {
	most := 0.0
	for _, s := range beside(a.st) {
		for _, t := range beside(b.st) {
			most = max(most, r.like.Cover(s, t).Both(a.n.Entity, b.n.Entity))
		}
	}
	return most
}

// beside lists the statements before and after another.
func beside(st *witness.Statement) []*witness.Statement {
	var out []*witness.Statement
	for _, i := range [...]int{st.Index - 1, st.Index + 1} {
		if i >= 0 && i < len(st.Witness.Statements) {
			out = append(out, st.Witness.Statements[i])
		}
	}
	return out
}

// older reports whether a statement gives a month or a year as the time of what it tells.
func older(st *witness.Statement) bool {
	return compare.FactOf(st, func(t *witness.Time) bool { return t.Grain > witness.Day && t.Clock < 0 }) != nil
}
