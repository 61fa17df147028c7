package event

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// inPairs are the scales on which one thing or person may stand in many ways, by turns or
// at once: a rate, a vote, a sentence for each count. They are compared only in two
// statements of one moment.
var inPairs = map[string]bool{"level": true, "vote": true, "confidence": true, "penalty": true}

// oneMoment reports whether two statements tell of one moment, though their reports have
// no dates: nothing but what became of the thing is told differently, and what one dates
// the other dates alike.
func oneMoment(x *compare.Pair, a, b fate) bool {
	if x.Parallel {
		return true
	}
	if a.Modality != b.Modality || a.Scale == "trial" && !dated(x.A) {
		return false // charged and convicted: one comes after the other in every case
	}
	return x.Score >= leastScore && sameTimes(x.A, x.B) && sameTimes(x.B, x.A) && saidElse(x.A, a, x.FreeA) && saidElse(x.B, b, x.FreeB)
}

// leastScore is the least likeness of two statements of one moment, and leftOver how many
// words one of them may have that the other has not, beside the verb of the fate.
const (
	leastScore = 0.5
	leftOver   = 2
)

// saidElse reports whether a statement says hardly anything that the other does not, but
// for the verb of a fate.
func saidElse(st *witness.Statement, f fate, free func(int) bool) bool {
	n := 0
	for i := range st.Tokens {
		if align.Content(&st.Tokens[i]) && free(i) && i != f.Head {
			n++
		}
	}
	return n <= leftOver
}

// dated reports whether a statement names a time.
func dated(st *witness.Statement) bool {
	return len(compare.Facts[*witness.Time](st)) > 0
}

// sameTimes reports whether each time of a statement is one of the other's, too.
func sameTimes(a, b *witness.Statement) bool {
	times := compare.Facts[*witness.Time](b)
	for _, x := range compare.Facts[*witness.Time](a) {
		if !slices.ContainsFunc(times, func(y *witness.Time) bool { return sameTime(x, y) }) {
			return false
		}
	}
	return true
}

// sameTime reports whether two times may be one: as dates, or, where the date of a report
// is not known, as they are written.
func sameTime(x, y *witness.Time) bool {
	if !x.From.IsZero() && !y.From.IsZero() {
		return x.From.Before(y.To) && y.From.Before(x.To)
	}
	return x.Weekday == y.Weekday && x.Year == y.Year && x.Month == y.Month && x.Day == y.Day && x.Clock == y.Clock && x.Relative == y.Relative && x.Offset == y.Offset
}

// oneOrCounted reports whether two fates of people whom police come for are those of one,
// or of as many: of several some may be shot and others arrested.
func oneOrCounted(sa *witness.Statement, a fate, sb *witness.Statement, b fate) bool {
	if a.Scale != "pursuit" {
		return true
	}
	n := count(sa, a.thing)
	return n > 0 && n == count(sb, b.thing)
}

// otherDoers reports whether two fates are brought about by two: the central banks of two
// countries.
func otherDoers(a, b fate) bool {
	if a.Doer == nil || b.Doer == nil {
		return false
	}
	if a.Doer.Entity != nil || b.Doer.Entity != nil {
		return a.Doer.Entity != b.Doer.Entity
	}
	return !strings.EqualFold(a.Doer.Lemma, b.Doer.Lemma)
}

// otherMatter reports whether two nouns are followed by what each is about, and that is
// two things: the forecast for growth, the forecast for prices.
func otherMatter(sa *witness.Statement, i int, sb *witness.Statement, j int) bool {
	a, b := matter(sa, i), matter(sb, j)
	return a != b && a != "" && b != ""
}

// matter returns the noun that the preposition behind noun i introduces, or "". Whether
// the parse ties it to the noun or to the verb is not asked: both are as frequent.
func matter(st *witness.Statement, i int) string {
	switch compare.Word(st, i+1) {
	case "for", "of", "on", "in":
		if h := st.Tokens[i+1].Head; h > i && st.Tokens[h].UPOS == "NOUN" {
			return st.Tokens[h].Lemma
		}
	}
	return ""
}
