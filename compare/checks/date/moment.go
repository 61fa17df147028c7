package date

import (
	"slices"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// moment is a time that a report gives, with what it dates.
type moment struct {
	dating
	sort   sort
	bound  string // until, by, from, since; "" for none
	doing  int    // the verb or the claim that it hangs on, -1 for none
	coming bool   // it is still to come
	what   []int  // the words that tell what happens then
}

// sort is how a time is told: only times of one sort are held against each other.
type sort uint8

// The sorts of time.
const (
	noSort sort = iota
	atClock
	onDate
	onWeekday
	inMonth
	inYear
)

// sortOf returns the sort of a time.
func sortOf(t *witness.Time) sort {
	switch {
	case t.Clock >= 0:
		return atClock
	case t.Grain == witness.Day && t.Month > 0 && t.Day > 0:
		return onDate
	case t.Grain == witness.Day && compare.Weekday(t) > 0:
		return onWeekday
	case t.Grain == witness.Month && t.Month > 0:
		return inMonth
	case t.Grain == witness.Year && t.Year > 0:
		return inYear
	}
	return noSort
}

// momentsOf lists the moments of a statement. A time of no sort is among them, for it may
// be that of another report: "last year".
func momentsOf(lex *lexicon.Lexicon, st *witness.Statement) []moment {
	if st.Kind == witness.Furniture {
		return nil
	}
	var out []moment
	for _, t := range compare.Facts[*witness.Time](st) {
		v := told(st, t.Head)
		if v < 0 && (placed(st, t) || !claims(st)) || stamped(st, v) {
			continue // "21 July 2013, 2:21 pm BST"
		}
		coming := toBeDone(lex, st, t, v)
		out = append(out, moment{dating{st, t}, sortOf(t), term(st, t, v, coming), v, coming, dates(st, t, v)})
	}
	return out
}

// term returns what a time bounds, as bound does: "in force as of 1 July" is from then on, and
// what is put off until a day is to be on that day.
func term(st *witness.Statement, t *witness.Time, v int, coming bool) string {
	b := bound(st, t)
	switch {
	case b != "until" || !coming:
	case before(st, t, 1) == "of":
		return "from"
	case v >= 0 && moves[st.Tokens[v].Lemma]:
		return ""
	}
	return b
}

// moves are the verbs of putting something off to another day.
var moves = map[string]bool{"postpone": true, "adjourn": true, "defer": true, "delay": true, "reschedule": true, "move": true}

// stamped reports whether verb v says no more than when a report was put out: "Last
// updated at 11:11 GMT".
func stamped(st *witness.Statement, v int) bool {
	if v < 0 || len(wordsOf(st, 0, len(st.Tokens))) > stampWords {
		return false
	}
	switch st.Tokens[v].Lemma {
	case "update", "publish", "post", "modify", "print":
		return true
	}
	return false
}

// stampWords is how many words such a statement may have besides its times.
const stampWords = 4

// claims reports whether a statement has a claim.
func claims(st *witness.Statement) bool {
	return compare.FactOf(st, func(*witness.Claim) bool { return true }) != nil
}

// toBeDone reports whether what a time dates, with the verb v, is told as still to come:
// by the calendar, by the verb or by the words before the time.
func toBeDone(lex *lexicon.Lexicon, st *witness.Statement, t *witness.Time, v int) bool {
	if pub := st.Witness.Published; !pub.IsZero() && t.Month+t.Year > 0 && t.From.After(pub) {
		return true
	}
	if before(st, t, 1) == "for" && t.Grain <= witness.Day && t.Clock < 0 || compare.Word(st, compare.FirstAt(st, t.Span.Start)) == "next" {
		return true // "mourning was ordered for Sunday"
	}
	for k := v; k >= 0; k = compare.VerbAbove(st, k) {
		w := &st.Tokens[k]
		c := compare.ClaimAt(st, k)
		switch {
		case bound(st, t) == "until" && t.Clock < 0 && (w.XPOS != "VBD" || keeps[w.Lemma]), isTo(st, k), plans[w.Lemma] && (k != v || w.XPOS == "VBN") || orders[w.Lemma] && (k != v || bound(st, t) == "by"):
			return true
		case c != nil && (toBe(c) && c.Tense != witness.Past || c.Tense == witness.FutureTense):
			return true
		case c != nil && k == v && c.Tense == witness.Present && begins[w.Lemma] && st.Kind != witness.Headline:
			return true
		case w.XPOS != "VB":
			return false // not what somebody is told to do, or has promised to
		}
	}
	return false
}

// isTo reports whether verb v is what is to be done: "the court is to rule on Monday".
func isTo(st *witness.Statement, v int) bool {
	for k := v - 1; k > 0 && k > v-5; k-- {
		if st.Tokens[k].Lower == "to" {
			return compare.Word(st, k-1) == "is" || compare.Word(st, k-1) == "are"
		}
	}
	return false
}

// keeps are verbs by which somebody lays down how long something lasts, begins those of
// what is told in the present because it is fixed, plans those of fixing it, and orders
// those of having others do it.
var (
	keeps  = map[string]bool{"keep": true, "extend": true, "prolong": true, "impose": true, "order": true, "adjourn": true, "postpone": true, "suspend": true, "ban": true, "forbid": true, "remand": true, "sign": true, "give": true, "renew": true}
	begins = map[string]bool{"begin": true, "start": true, "open": true, "close": true, "resume": true, "end": true, "expire": true, "return": true, "reopen": true, "meet": true, "vote": true, "launch": true, "enter": true, "reconvene": true, "continue": true, "leave": true, "depart": true}
	plans  = map[string]bool{"plan": true, "schedule": true, "expect": true, "slate": true}
	orders = map[string]bool{"agree": true, "promise": true, "order": true, "tell": true, "pledge": true, "vow": true, "set": true, "fix": true, "direct": true, "instruct": true, "oblige": true}
)

// dates lists the words that tell what a time dates: the verb or the claim v with what
// hangs on it, and the nouns between it and the time.
func dates(st *witness.Statement, t *witness.Time, v int) []int {
	var out []int
	add := func(i int) {
		if i >= 0 && align.Content(&st.Tokens[i]) && !inTime(st, i) && roughly(st.Tokens[i].Lemma) == "" && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	for k := st.Tokens[t.Head].Head; k >= 0 && k != v; k = st.Tokens[k].Head {
		add(k)
	}
	if v < 0 {
		return out
	}
	add(v)
	for k := range st.Tokens {
		w := &st.Tokens[k]
		switch {
		case w.Head < 0:
		case w.Head == v && partakes[w.Relation()]:
			add(k)
		case st.Tokens[w.Head].Head == v && partakes[st.Tokens[w.Head].Relation()] && details[w.Relation()]:
			add(k)
		}
	}
	switch w := &st.Tokens[v]; w.Relation() {
	case "acl", "advcl", "xcomp":
		add(w.Head)
	case "conj":
		if subjectOf(st, v) < 0 {
			add(subjectOf(st, w.Head)) // "the vessel lost power and sank on Monday"
		}
	}
	return out
}

// How a word hangs on a verb that takes part in what the verb tells, and how one hangs on
// such a word that says more of it.
var (
	partakes = map[string]bool{"nsubj": true, "obj": true, "obl": true, "xcomp": true, "iobj": true}
	details  = map[string]bool{"compound": true, "nmod": true, "obj": true, "amod": true, "obl": true}
)

// subjectOf returns the subject of verb v, -1 where it has none of its own.
func subjectOf(st *witness.Statement, v int) int {
	return max(compare.Child(st, v, "nsubj"), compare.Child(st, v, "nsubj:pass"))
}

// oneTime reports whether two times may be one: the one may say less, a month alone for a
// day of it. A weekday of what is past is no date of what is to come.
func oneTime(a, b moment) bool {
	x, y := a.t, b.t
	switch {
	case x.Clock >= 0 || y.Clock >= 0:
		return x.Clock >= 0 && y.Clock >= 0 && nearClock(a, b)
	case x.Month > 0 && y.Month > 0:
		return x.Month == y.Month && (x.Day == y.Day || x.Day == 0 || y.Day == 0) && (x.Year == y.Year || x.Year == 0 || y.Year == 0) && !x.Phase.Apart(y.Phase)
	case x.Grain == witness.Day && y.Grain == witness.Day:
		if x.Month+y.Month == 0 && compare.Weekday(x) > 0 {
			return compare.Weekday(x) == compare.Weekday(y)
		}
		return a.coming == b.coming && !x.From.IsZero() && x.From.Equal(y.From)
	case x.Grain >= witness.Year && y.Grain >= witness.Year:
		return same(x, y)
	}
	return x.Grain > witness.Day && y.Grain > witness.Day && yearOf(x) > 0 && yearOf(x) == yearOf(y)
}

// nearClock reports whether two clock times may be one that somebody rounds.
func nearClock(a, b moment) bool {
	gap := a.t.Clock%720 - b.t.Clock%720
	gap = max(gap, -gap)
	gap = min(gap, 720-gap)
	return gap <= rounding || gap <= 2*loosely && hedged(a.st, a.t) && hedged(b.st, b.t) || gap <= loosely && (hedged(a.st, a.t) || hedged(b.st, b.t) || (a.t.Clock%15 == 0) != (b.t.Clock%15 == 0))
}

// wordsOf lists the content words of a statement from one word to another that tell no time.
func wordsOf(st *witness.Statement, from, to int) []int {
	var out []int
	for i := max(from, 0); i < min(to, len(st.Tokens)); i++ {
		if align.Content(&st.Tokens[i]) && st.Tokens[i].UPOS != "NUM" && !inTime(st, i) {
			out = append(out, i)
		}
	}
	return out
}
