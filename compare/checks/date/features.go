package date

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/likeness"
	"github.com/factdiff/factdiff/internal/logit"
	"github.com/factdiff/factdiff/witness"
)

// FeatureNames are what is asked of two times, in the order of Rival.Features. None asks
// which report a time is from.
var FeatureNames = []string{
	"bias",
	"statements-correspond", "unlinked", "words-left",
	"what-sum", "what-share", "near-sum", "near-share", "all-sum", "all-share", "next-share",
	"verb-like", "verb-none", "verb-said", "phase-one",
	"names-shared", "figures-shared",
	"coming-both", "coming-one", "bound-both", "bounds-apart",
	"clock", "date", "weekday", "month", "year", "two-sorts",
	"own-sort", "own-tense", "own", "lone", "lone-top",
	"statements-fewer", "statements-more", "reports",
	"headline", "top", "place",
	"doing-other", "one-month", "days-apart", "hours-apart", "years-apart",
}

// features answers FeatureNames.
func (r *Rival) features(p *compare.Pass) []float64 {
	x, a, b, like := r.pair, r.a, r.b, likeness.Of(p)
	whatSum, whatShare := like.Mutual(a.st, a.what, b.st, b.what)
	nearSum, nearShare := like.Mutual(a.st, nearby(a), b.st, nearby(b))
	allSum, allShare := like.Mutual(a.st, allOf(a.st), b.st, allOf(b.st))
	verb, verbs := 0.0, a.doing >= 0 && b.doing >= 0
	if verbs {
		verb = like.Alike(a.st, a.doing, b.st, b.doing)
	}
	own := func(may func(o, m moment) bool) float64 { return rivalsIn(r.as, a, may) * rivalsIn(r.bs, b, may) }
	ofSort := own(func(o, m moment) bool { return o.sort == m.sort })
	lone := is(ofSort == 1)
	la, lb := length(a.st.Witness), length(b.st.Witness)
	top := is(a.st.Index < topmost && b.st.Index < topmost)
	f := []float64{
		1,
		x.Score, is(x.Group == nil), max(x.LeftA, x.LeftB),
		min(whatSum, 4) / 4, whatShare, min(nearSum, 4) / 4, nearShare, min(allSum, 6) / 6, allShare, r.nextShare(like),
		verb, is(!verbs), is(verbs && said(p.Lexicon, a.st, a.doing)) + is(verbs && said(p.Lexicon, b.st, b.doing)), is(phase(a) == phase(b)),
		min(sharedNames(a.st, b.st), 3), min(figuresIn(a.st, b.st), 3),
		is(a.coming && b.coming), is(a.coming != b.coming), is(a.bound == b.bound && a.bound != ""), is(a.bound != b.bound),
		is(a.sort == atClock), is(a.sort == onDate && b.sort == onDate), is(a.sort == onWeekday && b.sort == onWeekday), is(a.sort == inMonth && b.sort == inMonth), is(a.sort == inYear && b.sort == inYear), is(a.sort != b.sort),
		math.Log(ofSort), math.Log(own(func(o, m moment) bool { return o.sort == m.sort && o.coming == m.coming })), math.Log(float64(len(r.as) * len(r.bs))), lone, lone * top,
		math.Log(min(la, lb)), math.Log(max(la, lb)), math.Log(float64(len(p.Event.Witnesses))),
		is(a.st.Kind == witness.Headline || b.st.Kind == witness.Headline), top, math.Abs(float64(a.st.Index)/la - float64(b.st.Index)/lb),
		is(otherDeed(p.Lexicon, x, a.t, b.t)), is(oneMonth(a, b)), math.Log1p(float64(max(daysBetween(a, b), 0))), hoursApart(a, b), yearsApart(a, b),
	}
	for i := range f {
		f[i] = logit.Feature(f[i])
	}
	return f
}

// length is how many statements a report counts as having: what was learned was learned from
// reports of some four or more, and a shorter one is no surer.
func length(w *witness.Witness) float64 { return float64(max(len(w.Statements), 4)) }

// topmost is how many statements at the head of a report tell its main event.
const topmost = 3

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// nearby lists the content words near a time.
func nearby(m moment) []int {
	return wordsOf(m.st, m.t.Head-likeness.Reach, m.t.Head+likeness.Reach+1)
}

func allOf(st *witness.Statement) []int { return wordsOf(st, 0, len(st.Tokens)) }

// rivalsIn counts the times of a list that might stand in the place of one of it, itself
// among them.
func rivalsIn(list []moment, m moment, may func(o, m moment) bool) float64 {
	var seen []moment
	for _, o := range list {
		if may(o, m) && !tells(seen, o) {
			seen = append(seen, o)
		}
	}
	return float64(max(len(seen), 1))
}

// nextShare returns how much of the one the likest two of the sentences next to both share.
func (r *Rival) nextShare(like *likeness.Judge) float64 {
	most := 0.0
	for _, s := range beside(r.a.st) {
		for _, t := range beside(r.b.st) {
			_, share := like.Mutual(s, allOf(s), t, allOf(t))
			most = max(most, share)
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

// sharedNames counts the entities that two statements name both.
func sharedNames(a, b *witness.Statement) float64 {
	var seen []*witness.Entity
	for _, n := range compare.Facts[*witness.Name](a) {
		if n.Entity != nil && !slices.Contains(seen, n.Entity) && names(b, n.Entity) {
			seen = append(seen, n.Entity)
		}
	}
	return float64(len(seen))
}

// figuresIn counts the figures that two statements give both.
func figuresIn(a, b *witness.Statement) float64 {
	one := func(q, o *witness.Quantity) bool { return o.Kind == q.Kind && o.Point == q.Point && o.Unit == q.Unit }
	var seen []*witness.Quantity
	for _, q := range compare.Facts[*witness.Quantity](a) {
		if !slices.ContainsFunc(seen, func(o *witness.Quantity) bool { return one(q, o) }) && compare.FactOf(b, func(o *witness.Quantity) bool { return one(q, o) }) != nil {
			seen = append(seen, q)
		}
	}
	return float64(len(seen))
}

// hoursApart and yearsApart say how far apart two times are, by their order of magnitude.
func hoursApart(a, b moment) float64 {
	if a.sort != atClock {
		return 0
	}
	gap := math.Abs(float64(a.t.Clock - b.t.Clock))
	return math.Log1p(min(gap, day-gap) / 60)
}

// day is how many minutes one has.
const day = 24 * 60

func yearsApart(a, b moment) float64 {
	x, y := yearOf(a.t), yearOf(b.t)
	if x == 0 || y == 0 {
		return 0
	}
	return math.Log1p(math.Abs(float64(x - y)))
}

// oneMonth reports whether two times are dates of one month.
func oneMonth(a, b moment) bool {
	return a.sort == onDate && b.sort == onDate && a.t.Month == b.t.Month
}

// phase is 1 for a time at which something began, -1 for one at which it ended, 0 else: a
// fire broke out at two and was put out at six.
func phase(m moment) int {
	if m.doing < 0 {
		return 0
	}
	return phases[m.st.Tokens[m.doing].Lemma]
}

var phases = map[string]int{
	"begin": 1, "start": 1, "break": 1, "erupt": 1, "open": 1, "depart": 1, "leave": 1, "launch": 1, "ignite": 1,
	"end": -1, "finish": -1, "put": -1, "extinguish": -1, "close": -1, "arrive": -1, "conclude": -1, "contain": -1, "lift": -1, "reopen": -1, "land": -1,
}
