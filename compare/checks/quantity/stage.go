package quantity

import (
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// otherStage reports whether two figures are told of two stages of one count or contest,
// or of two sides of one vote: with half of the ballots counted and with all, by noon and
// at the close, in the first round and the second, for and against.
func otherStage(sa *witness.Statement, a *witness.Quantity, sb *witness.Statement, b *witness.Quantity) bool {
	if a.Kind == witness.Ordinal || b.Kind == witness.Ordinal {
		return false
	}
	if r, s := roundOf(sa), roundOf(sb); r > 0 && s > 0 && r != s {
		return true
	}
	switch a.Kind {
	case witness.Percent:
		if x, y := progress(sa), progress(sb); min(x, y) > 0 && math.Abs(x-y) > stageApart || min(x, y) == 0 && max(x, y) > 0 && max(x, y) < nearlyAll {
			return true
		}
		return has(sa, turnouts) && has(sb, turnouts) && otherHour(byClock(sa), byClock(sb))
	case witness.Cardinal:
		x, y := side(sa, a), side(sb, b)
		return x != "" && y != "" && x != y
	}
	return false
}

// rounds are the nouns for the parts of a contest or of talks that are told by their order.
var rounds = wordSet("round", "ballot", "leg", "heat", "stage", "phase", "runoff")

// roundOf returns which round a statement tells of, 0 where it names none or several.
func roundOf(st *witness.Statement) float64 {
	found := 0.0
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind != witness.Ordinal || !rounds[q.Of] || q.Point == found {
			continue
		}
		if found > 0 {
			return 0
		}
		found = q.Point
	}
	return found
}

// tallying are the verbs for the counting of votes, and ballots the nouns for what is
// counted.
var (
	tallying = wordSet("count", "tally", "process", "report", "tabulate", "scrutinise", "scrutinize")
	ballots  = wordSet("ballot", "vote", "precinct", "district", "station", "result", "return", "protocol")
)

// progressReach is how many words behind the share of what was counted the verb may stand.
const progressReach = 7

// Two shares that are within stageApart of each other are one stage, and one of
// nearlyAll is a stage of which the end may be told without a word.
const (
	stageApart = 0.05
	nearlyAll  = 0.95
)

// progress returns which part of the votes a statement says were counted, 0 where it does
// not: "with 80 percent of ballots counted".
func progress(st *witness.Statement) float64 {
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind == witness.Percent && counting(st, q.Number) {
			return q.Point
		}
	}
	for i := range st.Tokens {
		if w := compare.Word(st, i); (w == "all" || w == "every") && counting(st, i) {
			return 1
		}
	}
	return 0
}

// counting reports whether the share at token i is that of the votes that were counted.
// What a candidate took "of the votes counted" is not: the share stands behind a word for
// when, or is the subject of the counting.
func counting(st *witness.Statement, i int) bool {
	when := false
	for k := i - 1; k >= max(0, i-3) && st.Tokens[k].UPOS != "VERB"; k-- {
		when = when || during[compare.Word(st, k)]
	}
	noun := false
	for k := i + 1; k < len(st.Tokens) && k <= i+progressReach; k++ {
		t := &st.Tokens[k]
		if noun && t.UPOS == "VERB" && tallying[t.Lemma] {
			return when || compare.Predicate(st, i) == k
		}
		if t.UPOS == "PUNCT" {
			break
		}
		noun = noun || ballots[t.Lemma]
	}
	return false
}

// during are the words by which a share says when something was told.
var during = wordSet("with", "after", "once", "when", "as")

// turnouts are the words for how many voted.
var turnouts = wordSet("turnout", "participation")

// evening is the minute of the day from which on a time may be that of the close of the
// polls, which a report need not name.
const evening = 18 * 60

// otherHour reports whether two turnouts are of two hours; -1 is an hour that is not told.
func otherHour(x, y int) bool {
	return x != y && (min(x, y) >= 0 || max(x, y) < evening)
}

// byClock returns the time of day by which a statement gives a figure, -1 where it names
// none: "by 4 p.m.", "as of noon".
func byClock(st *witness.Statement) int {
	for _, t := range compare.Facts[*witness.Time](st) {
		if t.Clock < 0 {
			continue
		}
		switch compare.Word(st, compare.FirstAt(st, t.Span.Start)-1) {
		case "by", "of", "at", "until":
			return t.Clock
		}
		if compare.Word(st, compare.FirstAt(st, t.Span.Start)) == "by" {
			return t.Clock
		}
	}
	return -1
}

// side returns on which side of a vote those stood who are counted, "" where it is not
// told.
func side(st *witness.Statement, q *witness.Quantity) string {
	k := compare.VerbAbove(st, q.Number)
	if k < 0 || st.Tokens[k].Lemma != "vote" {
		if k = compare.FirstAt(st, q.Span.End); compare.Word(st, k) != "votes" {
			return ""
		}
	}
	switch compare.Word(st, k+1) {
	case "against":
		return "against"
	case "for":
		return "for"
	case "in":
		if w := compare.Word(st, k+2); w == "favour" || w == "favor" {
			return "for"
		}
	}
	return ""
}
