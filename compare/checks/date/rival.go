package date

import (
	"cmp"
	"iter"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// Rival is two times of independent reports that are not one: they may be of one thing, and
// then the reports differ, or of two.
type Rival struct {
	pair   *compare.Pair
	a, b   moment
	as, bs []moment // what each report has for itself
	// Features say what speaks for one thing and what against it, by FeatureNames.
	Features []float64
	// Unasked names the veto by which the two are of two things, "" where there is none.
	Unasked string
}

// Places returns the statements and the words of the two times.
func (r *Rival) Places() (a, b compare.Spot) {
	va, vb := values(r.a.st, r.a.t, r.b.st, r.b.t)
	return compare.Spot{Statement: r.a.st, Span: r.a.t.Span, Value: va}, compare.Spot{Statement: r.b.st, Span: r.b.t.Span, Value: vb}
}

// Rivals lists the times of independent reports that may rival each other, wherever in the
// reports they stand, in order of the reports and their texts.
func Rivals(p *compare.Pass) []*Rival {
	var out []*Rival
	for list := range rivalPairs(p) {
		for _, r := range list {
			r.Features = r.features(p)
			r.Unasked = r.veto(p)
			out = append(out, r)
		}
	}
	return out
}

// rivalsAnywhere compares the times that each of two reports gives and the other does not,
// wherever they stand: two hands tell one hearing, one delivery, one landing in statements
// that are often not alike enough to correspond. Each time is held against the one that is
// likeliest of the same thing.
func rivalsAnywhere(p *compare.Pass) {
	for list := range rivalPairs(p) {
		var near []*Rival
		for _, r := range list {
			r.Features = r.features(p)
			if r.probability() >= likely && r.veto(p) == "" {
				near = append(near, r)
			}
		}
		slices.SortStableFunc(near, func(x, y *Rival) int {
			return cmp.Or(cmp.Compare(y.probability(), x.probability()), cmp.Compare(x.a.t.Span.Start+x.b.t.Span.Start, y.a.t.Span.Start+y.b.t.Span.Start))
		})
		taken := map[*witness.Time]bool{}
		for _, r := range near {
			if !taken[r.a.t] && !taken[r.b.t] {
				taken[r.a.t], taken[r.b.t] = true, true
				d := difference(r.a.st, r.b.st, r.a.t, r.b.t, r.probability())
				d.Trace = append(d.Trace, r.trace()...)
				p.ReportAcross(d)
			}
		}
	}
}

// rivalPairs iterates over the pairs of reports with the times of both that may rival, without
// their features. Of a long report it is not asked: it tells of other matters too, and of
// those that readers judged in long news fewer than one in a hundred were of one thing.
func rivalPairs(p *compare.Pass) iter.Seq[[]*Rival] {
	return func(yield func([]*Rival) bool) {
		all := make([][]moment, len(p.Event.Witnesses))
		for st := range p.Statements() {
			if n := len(st.Witness.Statements); n >= fewestStatements && n <= mostStatements {
				w := st.Witness.Index
				all[w] = append(all[w], momentsOf(p.Lexicon, st)...)
			}
		}
		for i := range all {
			for j := i + 1; j < len(all); j++ {
				as, bs := own(all[i], all[j]), own(all[j], all[i])
				var out []*Rival
				for _, a := range as {
					for _, b := range bs {
						if !mayRival(a, b) || slices.ContainsFunc(all, func(list []moment) bool { return tells(list, a) && tells(list, b) }) {
							continue
						}
						if x := p.Loose(a.st, b.st); !x.Parallel {
							out = append(out, &Rival{pair: x, a: a, b: b, as: as, bs: bs})
						}
					}
				}
				if len(out) > 0 && !yield(out) {
					return
				}
			}
		}
	}
}

// How many statements a report has at least and at most in which times are compared wherever
// they stand: where there is but one, nothing else tells that it is of the same happening.
const (
	fewestStatements = 2
	mostStatements   = 12
)

// mayRival reports whether two times are told in ways that can be held against each other,
// and cannot be one: clock times of one zone, or days, months and years that lie apart.
func mayRival(a, b moment) bool {
	if zoned(a.st, a.t) != zoned(b.st, b.t) || oneTime(a, b) || (a.sort == atClock) != (b.sort == atClock) || zone(a.st, a.t) != zone(b.st, b.t) {
		return false
	}
	if a.sort == b.sort {
		return true
	}
	switch max(a.sort, b.sort) {
	case inYear:
		return a.t.Year > 0 && b.t.Year > 0 && a.t.Year != b.t.Year
	case inMonth:
		return !a.t.From.IsZero() && !b.t.From.IsZero() && (!a.t.From.Before(b.t.To) || !b.t.From.Before(a.t.To))
	}
	return !a.t.From.IsZero() && !b.t.From.IsZero() && !a.t.From.Equal(b.t.From)
}
