package compare

import (
	"math"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/witness"
)

// OneMould reports whether two statements of independent reports tell of two things in
// one form of words: word i of A and word j of B stand each beside a figure of its own,
// of one kind, and the statements have no figure in common. "Car sales in Germany fell 4
// percent" and "car sales in France fell 7 percent" differ in the land and in the share: of
// two reports on one thing either would be wrong, hardly ever both. Only figures of
// which news has many of one sort count: shares, sums, measures. A toll that differs
// beside another place is a toll.
func (x *Pair) OneMould(i, j int) bool {
	if x.Parallel {
		return false
	}
	as, bs := statistics(x.A), statistics(x.B)
	apart, pa, pb := false, Predicate(x.A, i), Predicate(x.B, j)
	for _, a := range as {
		for _, b := range bs {
			if a.Kind != b.Kind || a.Unit != b.Unit {
				continue
			}
			if math.Abs(a.Point-b.Point) <= moulded*max(math.Abs(a.Point), math.Abs(b.Point)) {
				return false
			}
			apart = apart || Predicate(x.A, a.Number) == pa && Predicate(x.B, b.Number) == pb
		}
	}
	return apart
}

// OneSubject reports whether words i of A and j of B are said of one thing as far as the
// words go: all content of the two subjects is shared, and no name of either statement is
// its own.
func (x *Pair) OneSubject(i, j int) bool {
	k, l := Child(x.A, Predicate(x.A, i), "nsubj"), Child(x.B, Predicate(x.B, j), "nsubj")
	return k >= 0 && l >= 0 && allShared(x.A, k, i, x.FreeA) && allShared(x.B, l, j, x.FreeB)
}

// allShared reports whether no content word under subject k, and no name of the statement,
// is free; word i is what is asked about.
func allShared(st *witness.Statement, k, i int, free func(int) bool) bool {
	for t := range st.Tokens {
		if t != i && free(t) && align.Content(&st.Tokens[t]) && (st.Tokens[t].UPOS == "PROPN" || Under(st, t, k)) {
			return false
		}
	}
	return !Under(st, i, k)
}

// moulded is by what share two figures must differ at least to be two: less may be
// one, rounded.
const moulded = 0.05

// statistics lists the figures of a statement that are shares, sums or measures.
func statistics(st *witness.Statement) []*witness.Quantity {
	var out []*witness.Quantity
	for _, q := range Facts[*witness.Quantity](st) {
		if (q.Kind == witness.Percent || q.Kind == witness.Money || q.Kind == witness.Measure && q.Unit != "Mw") && !math.IsNaN(q.Point) {
			out = append(out, q)
		}
	}
	return out
}

// Predicate returns the word that says something of a subject in the clause of token i:
// the verb, or the noun that is said to be; the root where the parse shows neither.
func Predicate(st *witness.Statement, i int) int {
	for steps := 0; steps < len(st.Tokens) && st.Tokens[i].Head >= 0; steps++ {
		if st.Tokens[i].UPOS == "VERB" || Child(st, i, "nsubj") >= 0 {
			return i
		}
		i = st.Tokens[i].Head
	}
	return i
}

// OtherTurn reports whether two statements of independent reports each tell of one of
// several turns that the other does not name: the first leg and the second.
func (x *Pair) OtherTurn() bool {
	if x.Parallel {
		return false
	}
	turn := func(st *witness.Statement) *witness.Quantity {
		return FactOf(st, func(q *witness.Quantity) bool { return q.Kind == witness.Ordinal && turns[q.Of] })
	}
	a, b := turn(x.A), turn(x.B)
	return a != nil && b != nil && a.Of == b.Of && a.Point != b.Point
}

// turns are the nouns for what comes several times in one contest.
var turns = map[string]bool{"leg": true, "round": true, "run": true, "heat": true, "game": true, "match": true, "set": true, "half": true, "stage": true, "race": true, "ballot": true}
