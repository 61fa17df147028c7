package date

import (
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/likeness"
	"github.com/factdiff/factdiff/witness"
)

// vetoes are the reasons by which two times are of two things, or of one for all that they
// look apart, whatever else speaks for a difference. None may tell which time is a and which b.
var vetoes = []struct {
	name string
	says func(p *compare.Pass, r *Rival) bool
}{
	{"one-term", func(_ *compare.Pass, r *Rival) bool {
		return eve(r.a, r.b) || eve(r.b, r.a) || inclusive(r.a) != inclusive(r.b)
	}},
	{"one-night", func(_ *compare.Pass, r *Rival) bool { return oneNightOf(r.a, r.b) || oneNightOf(r.b, r.a) }},
	{"steps", func(_ *compare.Pass, r *Rival) bool {
		return stepBetween(r.a.st, r.a, r.b) || stepBetween(r.b.st, r.a, r.b)
	}},
	{"bounds", func(_ *compare.Pass, r *Rival) bool {
		a, b := r.a, r.b
		return a.bound != b.bound && !(a.coming && b.coming && dueAlike(a.bound, b.bound)) && !endsAt(a, b) && !endsAt(b, a)
	}},
	{"past-and-to-come", func(_ *compare.Pass, r *Rival) bool { return r.a.coming != r.b.coming }},
	{"one-mould", func(_ *compare.Pass, r *Rival) bool { return r.pair.OneMould(r.a.t.Head, r.b.t.Head) }},
	{"beginning-and-end", func(_ *compare.Pass, r *Rival) bool { return phase(r.a)*phase(r.b) < 0 }},
	{"other-deed", otherDoing},
}

// veto returns the name of the first that holds, "" for none.
func (r *Rival) veto(p *compare.Pass) string {
	for i := range vetoes {
		if vetoes[i].says(p, r) {
			return vetoes[i].name
		}
	}
	return ""
}

// endsAt reports whether the first is the term of what the second says was over then: "closed
// until Monday", "reopened on Wednesday".
func endsAt(a, b moment) bool {
	return a.bound == "until" && b.bound == "" && b.doing >= 0 && resumes[b.st.Tokens[b.doing].Lemma]
}

var resumes = map[string]bool{"reopen": true, "resume": true, "restart": true, "renew": true, "restore": true, "lift": true, "return": true}

// otherDoing reports whether one verb tells of two doings: of other doers, to another end, once
// again, for some of them only.
func otherDoing(p *compare.Pass, r *Rival) bool {
	a, b := r.a, r.b
	if a.doing < 0 || b.doing < 0 || likeness.Of(p).Alike(a.st, a.doing, b.st, b.doing) < likeness.Synonymous {
		return false
	}
	return otherDeed(p.Lexicon, r.pair, a.t, b.t) || otherGoal(p, r.pair, a.doing, b.doing) || again(a.st, a.doing) != again(b.st, b.doing) || forSome(a.st, a.doing) != forSome(b.st, b.doing)
}

// daysBetween returns how many days lie between two days, -1 where one is none.
func daysBetween(a, b moment) int {
	if a.t.Grain != witness.Day || b.t.Grain != witness.Day || a.t.Clock >= 0 || b.t.Clock >= 0 || a.t.From.IsZero() || b.t.From.IsZero() {
		return -1
	}
	return int(math.Round(math.Abs(a.t.From.Sub(b.t.From).Hours()) / 24))
}

// stepBetween reports whether a statement itself says that as many days as lie between the two
// have passed: "a day after the collapse", "two days earlier", "for a fourth day".
func stepBetween(st *witness.Statement, a, b moment) bool {
	n := daysBetween(a, b)
	if n < 1 {
		return false
	}
	for i := 1; i < len(st.Tokens); i++ {
		if l := st.Tokens[i].Lemma; l != "day" {
			continue
		}
		if q := compare.FactOf(st, func(q *witness.Quantity) bool { return q.Span.Overlaps(st.Tokens[i-1].Span) }); q != nil {
			if k := int(q.Numeral); q.Kind == witness.Ordinal && (k == n || k == n+1) || k == n && passing[compare.Word(st, i+1)] {
				return true
			}
			continue
		}
		switch w := st.Tokens[i-1].Lower; {
		case n == 1 && (w == "next" || w == "following" || w == "previous"), n == 1 && (w == "a" || w == "one" || w == "the") && passing[compare.Word(st, i+1)]:
			return true
		}
	}
	return false
}

// passing are the words behind a number of days that count them from something told.
var passing = map[string]bool{"after": true, "later": true, "before": true, "earlier": true, "ago": true, "prior": true, "since": true}

// oneNightOf reports whether the first is the day before the second and the one is told by its
// night or the other by its small hours: "late on Monday", "in the night to Tuesday".
func oneNightOf(a, b moment) bool {
	return daysBetween(a, b) == 1 && a.t.From.Before(b.t.From) && (nightly(a.st, a.t, evenings) || nightBefore(b.st, b.t) || nightly(b.st, b.t, mornings))
}

// nightBefore reports whether what a day names is the night that leads to it, which others
// tell by the day before: "in the night to Tuesday", "overnight into Tuesday".
func nightBefore(st *witness.Statement, t *witness.Time) bool {
	if w := before(st, t, 1); w != "to" && w != "into" {
		return false
	}
	w := before(st, t, 2)
	return w == "night" || w == "overnight"
}

// nightly reports whether one of the words stands in a few words' reach of a time.
func nightly(st *witness.Statement, t *witness.Time, words map[string]bool) bool {
	first, last := compare.FirstAt(st, t.Span.Start), compare.FirstAt(st, t.Span.End)
	for i := max(first-nightReach, 0); i < min(last+nightReach, len(st.Tokens)); i++ {
		if words[st.Tokens[i].Lower] {
			return true
		}
	}
	return false
}

// nightReach is how many words may stand between a day and the part of it that is meant.
const nightReach = 3

// The words for the end of a day, and for the hours before its light.
var (
	evenings = map[string]bool{"late": true, "night": true, "overnight": true, "midnight": true}
	mornings = map[string]bool{"early": true, "dawn": true, "pre-dawn": true, "predawn": true}
)

// eve reports whether one term is the other told by what comes after it: "before 2029", "by
// the end of 2028".
func eve(a, b moment) bool {
	if w := before(a.st, a.t, 1); w != "before" && w != "until" && w != "till" {
		return false
	}
	switch {
	case a.sort == inYear && b.sort == inYear:
		return a.t.Year == b.t.Year+1
	case a.sort == inMonth && b.sort == inMonth && a.t.Year > 0 && b.t.Year > 0:
		return 12*a.t.Year+a.t.Month == 12*b.t.Year+b.t.Month+1
	}
	return a.sort == inMonth && b.sort == inMonth && a.t.Year == b.t.Year && a.t.Month == b.t.Month%12+1
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
