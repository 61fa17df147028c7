package date

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// parallel compares the dates of two versions of one source part by part: a
// year, a month, a day that each lacks of the other is a slip wherever it
// stands.
func parallel(p *compare.Pass, x *compare.Pair, as, bs []*witness.Time) {
	done := map[*witness.Time]bool{}
	counted := countsOn(x.A) != countsOn(x.B)
	for _, part := range parts {
		if part.relative && counted {
			continue
		}
		freeA, freeB := lacking(as, bs, part.of, x.B), lacking(bs, as, part.of, x.A)
		for k, a := range freeA {
			if k < len(freeB) && !done[a] && !done[freeB[k]] && !gapTold(x, a, freeB[k]) {
				done[a], done[freeB[k]] = true, true
				report(p, x, a, freeB[k], 0.8)
			}
		}
	}
}

// A part is one of what a time is made of.
type part struct {
	of       func(*witness.Time) int // 0 where it is not given
	relative bool                    // it is another where one thing is dated from another
}

// parts are what a time is made of.
var parts = []part{
	{of: func(t *witness.Time) int { return t.Year }},
	{of: func(t *witness.Time) int { return t.Month }},
	{of: func(t *witness.Time) int { return t.Day }},
	{of: func(t *witness.Time) int { return t.Weekday }, relative: true},
	{of: clockPart},
	{of: dayPart},
	{of: phasePart},
}

// clockPart is the time of day, twelve hours apart alike.
func clockPart(t *witness.Time) int {
	if t.Clock < 0 {
		return 0
	}
	return t.Clock%720 + 1
}

// dayPart is the day counted from that of the report: yesterday, today, tomorrow.
func dayPart(t *witness.Time) int {
	if t.Relative && t.Grain == witness.Day && t.Weekday == 0 {
		return t.Offset + 10
	}
	return 0
}

// phasePart is the beginning or end of a longer time.
func phasePart(t *witness.Time) int {
	switch t.Phase {
	case witness.Early:
		return 1
	case witness.Late:
		return 2
	}
	return 0
}

// countsOn says how a statement dates one thing from another: 1 for "the next
// morning", -1 for "the evening before", 0 for neither. The other version may name the
// one day or the other.
func countsOn(st *witness.Statement) int {
	for i := 0; i+1 < len(st.Tokens); i++ {
		switch a, b := st.Tokens[i].Lower, st.Tokens[i+1].Lower; {
		case (a == "next" || a == "following") && partOfDay[b], partOfDay[a] && (b == "after" || b == "later"):
			return 1
		case (a == "previous" || a == "preceding") && partOfDay[b], partOfDay[a] && (b == "before" || b == "earlier"):
			return -1
		}
	}
	return 0
}

// partOfDay are the words for days and their parts.
var partOfDay = map[string]bool{"day": true, "days": true, "morning": true, "afternoon": true, "evening": true, "night": true}

// gapTold reports whether a statement says how far two times of day lie apart: "ten
// minutes before the deadline of midnight", "at 11:50 p.m.".
func gapTold(x *compare.Pair, a, b *witness.Time) bool {
	if a.Clock < 0 || b.Clock < 0 {
		return false
	}
	gap := max(a.Clock-b.Clock, b.Clock-a.Clock) % 720
	says := func(st *witness.Statement) bool {
		return slices.ContainsFunc(compare.Facts[*witness.Quantity](st), func(q *witness.Quantity) bool {
			return q.Kind == witness.Duration && (q.Point == float64(60*gap) || q.Point == float64(60*(720-gap)))
		})
	}
	return gap > 0 && (says(x.A) || says(x.B)) && pointed(x.A) != pointed(x.B)
}

// pointed reports whether a statement names a turning point of the day that another
// time is counted from or to: midnight, noon.
func pointed(st *witness.Statement) bool {
	for i := range st.Tokens {
		switch st.Tokens[i].Lower {
		case "midnight", "noon", "midday":
			return true
		}
	}
	return false
}

// lacking returns the times of list with a part that no time or number of the
// other side has.
func lacking(list, others []*witness.Time, part func(*witness.Time) int, other *witness.Statement) []*witness.Time {
	var out []*witness.Time
	for _, t := range list {
		v := part(t)
		if v == 0 || slices.ContainsFunc(others, func(o *witness.Time) bool { return part(o) == v }) || asNumber(v, other) {
			continue
		}
		out = append(out, t)
	}
	return out
}

// asNumber reports whether a statement has v as a number outside a date: "the
// 28th".
func asNumber(v int, st *witness.Statement) bool {
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Numeral == float64(v) {
			return true
		}
	}
	return false
}
