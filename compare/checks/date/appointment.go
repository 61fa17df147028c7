package date

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/likeness"
	"github.com/factdiff/factdiff/witness"
)

// appointments compares, over the whole event, the times that reports give for what is
// still to come, and the clock times and years of what was: where each report gives one
// that the other has not, and no other of its sort, and enough of what is told then is
// alike. Short news of one event looks ahead to one hearing, one vote, one delivery; of two dates
// of its past it tells more often, so that of them more must be alike.
func appointments(p *compare.Pass) {
	all := make([][]moment, len(p.Event.Witnesses))
	for st := range p.Statements() {
		w := st.Witness.Index
		all[w] = append(all[w], momentsOf(p.Lexicon, st)...)
	}
	short := func(i int) bool { return len(p.Event.Witnesses[i].Statements) <= mostStatements }
	for i := range all {
		for j := i + 1; j < len(all); j++ {
			if !short(i) || !short(j) {
				continue
			}
			as, bs := own(all[i], all[j]), own(all[j], all[i])
			for _, a := range as {
				for _, b := range bs {
					if !mayRival(a, b) || (a.coming || a.sort == atClock) && !(alone(as, a, b) && alone(bs, b, a)) || slices.ContainsFunc(all, func(list []moment) bool { return tells(list, a) && tells(list, b) }) {
						continue
					}
					if x := p.Loose(a.st, b.st); !x.Parallel && oneAppointment(p, x, a, b) {
						p.ReportAcross(difference(a.st, b.st, a.t, b.t, 0.6))
					}
				}
			}
		}
	}
}

// mostStatements is how many statements a report has at most in which the one time of a sort
// is that of the event: a long one tells of other matters too.
const mostStatements = 12

// own drops the moments that another report gives too, and those that date nothing in the
// course of events.
func own(list, others []moment) []moment {
	var out []moment
	for _, m := range list {
		if m.sort == noSort || quoted(m.st, m.t) || imprint(m.st, m.t) || habitual(m.st, m.t) || edition(m.st, m.t) || m.sort == atClock && countdown(m.st, m.t) || spans(m) ||
			season(m) || inName(m) || tells(others, m) {
			continue
		}
		out = append(out, m)
	}
	return out
}

// tells reports whether a report gives a time.
func tells(list []moment, m moment) bool {
	return slices.ContainsFunc(list, func(o moment) bool { return oneTime(o, m) })
}

// season reports whether a year is that of a season, of which each has its own: "2008-09".
func season(m moment) bool {
	if m.sort != inYear {
		return false
	}
	end := m.t.Span.End + 1 - m.st.Span.Start
	text := m.st.Text()
	return strings.ContainsAny(text[m.t.Span.Start-m.st.Span.Start:min(max(end, 0), len(text))], "-–/")
}

// inName reports whether a time is no more than part of what something is called: "the
// 11 September attacks".
func inName(m moment) bool {
	h := m.st.Tokens[m.t.Head].Head
	return h > m.t.Head && (m.st.Tokens[h].UPOS == "NOUN" || m.st.Tokens[h].UPOS == "PROPN") && compare.FirstAt(m.st, m.t.Span.End) == h
}

// spans reports whether a time is one end of a span, or one of several: "from 1990 to
// 1991", "on Friday or Saturday".
func spans(m moment) bool {
	first, last := compare.FirstAt(m.st, m.t.Span.Start), compare.FirstAt(m.st, m.t.Span.End)
	return compare.FactOf(m.st, func(o *witness.Time) bool {
		f, l := compare.FirstAt(m.st, o.Span.Start), compare.FirstAt(m.st, o.Span.End)
		return o.Grain == m.t.Grain && (f == last+1 && joins[compare.Word(m.st, last)] || l == first-1 && joins[compare.Word(m.st, l)])
	}) != nil
}

// joins are the words between two times of which a span is made, or a choice.
var joins = map[string]bool{"to": true, "and": true, "-": true, "–": true, "or": true, "until": true, "through": true, "till": true}

// mayRival reports whether two times are of one sort, both past or both to come, and
// bound their happening alike. A month and a year may be compared where both name the year.
func mayRival(a, b moment) bool {
	if a.coming != b.coming || a.bound != b.bound && !(a.coming && dueAlike(a.bound, b.bound)) {
		return false
	}
	if a.sort == atClock && zone(a.st, a.t) != zone(b.st, b.t) || eve(a, b) || eve(b, a) {
		return false
	}
	if a.sort != b.sort {
		return a.t.Year > 0 && b.t.Year > 0 && a.t.Year != b.t.Year && min(a.sort, b.sort) == inMonth && max(a.sort, b.sort) == inYear
	}
	return !oneTime(a, b) && !(a.bound == "until" && inclusive(a) != inclusive(b))
}

// eve reports whether one term is the other told by what comes after it: "before 2029", "by
// the end of 2028".
func eve(a, b moment) bool {
	if w := before(a.st, a.t, 1); w != "before" && w != "until" && w != "till" {
		return false
	}
	return a.sort == inYear && b.sort == inYear && a.t.Year == b.t.Year+1 ||
		a.sort == inMonth && b.sort == inMonth && a.t.Month%12 == b.t.Month%12+1
}

// inclusive reports whether a term is told with its last day in it: "until Wednesday
// inclusive" is until Thursday to others.
func inclusive(m moment) bool {
	w := after(m.st, m.t)
	return w == "inclusive" || w == "inclusively" || w == "included"
}

// dueAlike reports whether two prepositions may set one term: "ready by 5 May", "until";
// "in force from 1 July", "on 1 July".
func dueAlike(a, b string) bool { return (a == "until") == (b == "until") || a == "by" || b == "by" }

// alone reports whether a report gives no other time that might rival that of another
// report as well as m does: one of its sort, past or to come as it is, and in the other's
// month where m is.
func alone(list []moment, m, other moment) bool {
	return !slices.ContainsFunc(list, func(o moment) bool {
		return o.sort == m.sort && o.coming == m.coming && !oneTime(o, m) && !(oneMonth(m, other) && !oneMonth(o, other))
	})
}

// oneMonth reports whether two times are dates of one month.
func oneMonth(a, b moment) bool {
	return a.sort == onDate && b.sort == onDate && a.t.Month == b.t.Month
}

// oneAppointment reports whether enough of what is told of two times is alike.
func oneAppointment(p *compare.Pass, x *compare.Pair, a, b moment) bool {
	lex, like := p.Lexicon, likeness.Of(p)
	oneVerb := a.doing >= 0 && b.doing >= 0 && like.Alike(a.st, a.doing, b.st, b.doing) >= likeness.Synonymous
	if x.OneMould(a.t.Head, b.t.Head) || phase(a)*phase(b) < 0 || oneVerb && (otherDeed(lex, x, a.t, b.t) || otherGoal(p, x, a.doing, b.doing) || again(a.st, a.doing) != again(b.st, b.doing) || forSome(a.st, a.doing) != forSome(b.st, b.doing)) {
		return false
	}
	what, share := like.Mutual(a.st, a.what, b.st, b.what)
	whole, most := like.Mutual(a.st, wordsOf(a.st, 0, len(a.st.Tokens)), b.st, wordsOf(b.st, 0, len(b.st.Tokens)))
	switch {
	case a.coming:
		around, _ := like.Mutual(a.st, wordsOf(a.st, a.t.Head-likeness.Reach, a.t.Head+likeness.Reach+1), b.st, wordsOf(b.st, b.t.Head-likeness.Reach, b.t.Head+likeness.Reach+1))
		return x.Group != nil || what >= 0.3 || around >= 0.3 || whole >= 1 && most >= 0.4 || a.bound == b.bound && (oneMonth(a, b) || oneTerm(a))
	case a.sort == atClock:
		return what >= 0.4 && share >= 0.5 || whole >= 1.5 && most >= 0.5
	}
	return a.sort != onWeekday && oneVerb && what >= 1.2 && share >= 0.6 && !said(lex, a.st, a.doing)
}

// oneTerm reports whether a day is a term: of those that news of one event names, two are
// likely one. Two of the past year, or of a month, are not.
func oneTerm(m moment) bool {
	return m.sort <= onWeekday && (m.bound == "until" || m.bound == "by")
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
