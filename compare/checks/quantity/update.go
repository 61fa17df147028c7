package quantity

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// superseded reports whether one of two figures took the place of the other by the words
// of its own report: the one is what a toll rose to, and is the greater, or the other was
// told earlier or is an update. Both were right in their time.
func superseded(a, b told) bool {
	return replaced(a, b) || replaced(b, a) || asOf(a, latterly) != asOf(b, latterly)
}

// replaced reports whether an early figure gave place to a late one. A count that two
// reports let rise to two ends has one end, and one of them is wrong; and a count grows: an
// earlier one that is the greater was not replaced by the smaller.
func replaced(early, late told) bool {
	if early.q.Kind != witness.Cardinal || !(early.q.Point < late.q.Point) {
		return false
	}
	if risen(late) {
		return !risen(early)
	}
	if asOf(late, formerly) || asOf(late, before) {
		return false
	}
	return asOf(early, formerly) || asOf(early, before) && current(late)
}

// current reports whether a figure is told as that of the hour of its report: by a word of
// since, or in the perfect, "twelve have died".
func current(t told) bool {
	v := compare.Predicate(t.st, t.q.Number)
	return has(t.st, since) || slices.ContainsFunc(t.st.Tokens, func(k witness.Token) bool {
		return k.Head == v && (k.Lower == "have" || k.Lower == "has")
	})
}

// rising are the verbs by which a count went up to its figure, and lifting those by which
// somebody or something brought it there.
var (
	rising  = wordSet("rise", "climb", "grow", "increase", "jump", "mount", "swell", "soar", "surge")
	lifting = wordSet("bring", "raise", "push", "increase", "take", "update", "revise")
)

// risen reports whether a figure is told as that to which a count went up: "the number of
// dead has risen to 14", "bringing the toll to 14".
func risen(t told) bool {
	if t.q.Kind != witness.Cardinal {
		return false
	}
	k := compare.FirstAt(t.st, t.q.Span.Start) - 1
	for k > 0 && t.st.Tokens[k].Lower != "to" && k >= t.q.Number-hedgeReach && hedges(&t.st.Tokens[k]) {
		k--
	}
	if compare.Word(t.st, k) != "to" {
		return false
	}
	v := compare.VerbAbove(t.st, t.q.Number)
	if v < 0 || v > k {
		return false
	}
	switch l := t.st.Tokens[v].Lemma; {
	case rising[l]:
		return true
	case lifting[l]:
		return slices.ContainsFunc(t.st.Tokens[v:k], func(t witness.Token) bool { return kept[t.Lemma] })
	}
	return false
}

// kept are the nouns for a figure that is kept up to date.
var kept = wordSet("toll", "total", "number", "count", "tally", "figure")

// telling are the words beside which "earlier" and its like say when a figure was given,
// and not when the thing happened.
var telling = wordSet("say", "report", "put", "announce", "estimate", "give", "state", "confirm", "toll", "figure", "count", "information", "datum", "data", "number")

// formerly are the words by which a figure is told as one that was given before, latterly
// those by which it is told as one that took the place of another: "officials said earlier
// that nine had died", "initial reports put the toll at nine", "according to updated data".
// "Said earlier" stands in half of what agencies write, of speech that nobody has taken
// back: before counts only where the other report tells its figure as that of a later
// hour, as by a word of since.
var (
	before   = wordSet("earlier")
	since    = wordSet("now", "since", "later", "stand", "meanwhile")
	formerly = wordSet("initially", "initial", "preliminary", "previously", "previous")
	latterly = wordSet("updated", "revised")
)

// asOf reports whether a figure is told with one of those words, beside a word for telling
// that is over the figure or in its clause.
func asOf(t told, words map[string]bool) bool {
	for i := range t.st.Tokens {
		if !words[t.st.Tokens[i].Lower] {
			continue
		}
		for _, k := range [...]int{i - 1, i + 1} {
			if k >= 0 && k < len(t.st.Tokens) && telling[t.st.Tokens[k].Lemma] &&
				(compare.Under(t.st, t.q.Number, k) || compare.Under(t.st, k, compare.Predicate(t.st, t.q.Number))) {
				return true
			}
		}
	}
	return false
}
