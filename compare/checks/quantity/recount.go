package quantity

import (
	"cmp"
	"math"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// recounts compares the figures that independent reports give, wherever they stand: of
// those that may be of one thing the likeliest pairs are held against each other, each
// figure with one of another report. It returns which were.
func recounts(p *compare.Pass) pairings {
	if p.Event.Aligned || p.Event.Parallel {
		return nil // in versions of one text a figure is known by its slot
	}
	var near []*Rival
	for r := range anywhere(p) {
		if r.partnered() {
			continue
		}
		r.Features = r.features(p)
		if r.probability() >= likely && !r.ruledOut(p) {
			near = append(near, r)
		}
	}
	// "12 men and 15 women" and "14 men" disagree on the men
	slices.SortStableFunc(near, func(r, o *Rival) int {
		return cmp.Or(cmp.Compare(is(o.a.Of == o.b.Of), is(r.a.Of == r.b.Of)), cmp.Compare(o.probability(), r.probability()))
	})
	paired := pairings{}
	for _, r := range near {
		a, b := seat{r.a, r.pair.B.Witness.Index}, seat{r.b, r.pair.A.Witness.Index}
		if !paired[a] && !paired[b] {
			paired[a], paired[b] = true, true
			judge(p, r.pair, r.a, r.b, r.probability(), r.trace())
		}
	}
	return paired
}

// seat is a figure that is held against one of another report, by its index.
type seat struct {
	q     *witness.Quantity
	other int
}

// pairings are the figures that are held against one of another report.
type pairings map[seat]bool

// without returns those of a list that are held against none of the report of st.
func (k pairings) without(list []*witness.Quantity, st *witness.Statement) []*witness.Quantity {
	return slices.DeleteFunc(slices.Clone(list), func(q *witness.Quantity) bool { return k[seat{q, st.Witness.Index}] })
}

// partnered reports whether one of two figures of corresponding statements stands in the
// other statement too, or next to it.
func (r *Rival) partnered() bool {
	x := r.pair
	if x.Group == nil {
		return false
	}
	return given(r.a, compare.Facts[*witness.Quantity](x.B)) || nearby(r.a, x.NearB()) || inTimes(r.a, x.B) ||
		given(r.b, compare.Facts[*witness.Quantity](x.A)) || nearby(r.b, x.NearA()) || inTimes(r.b, x.A)
}

// ruledOut reports whether the two are of two things, whatever else speaks for one. What
// tells figures apart in statements that correspond (ruledOut) is here no more than a
// feature, but for what holds of all news. It was learned from reports of several
// sentences: of a sentence or two it knows less, and asks the rules.
func (r *Rival) ruledOut(p *compare.Pass) bool {
	lex, x, a, b := p.Lexicon, r.pair, r.a, r.b
	ta, tb := told{x.A, a}, told{x.B, b}
	if (brief(x.A.Witness) || brief(x.B.Witness)) &&
		(x.Group == nil || a.Kind == witness.Age || a.Kind == witness.Ordinal || ruledOut(lex, x, a, b) || a.Kind == witness.Measure && vagueSubject(lex, x, a, b) || abroad(p, x.A) != abroad(p, x.B)) {
		return true
	}
	return never(lex, x.A, a, x.B, b) || ofTwo(lex, x.A, a, x.B, b) || otherScene(lex, x.A, a, x.B, b) || otherStage(x.A, a, x.B, b) || addsUp(lex, ta, tb) ||
		peopleAndThings(lex, ta, tb) || peopleAndThings(lex, tb, ta) || accountsApart(lex, x, a, b) || talliesApart(lex, x, a, b) || peoplesApart(lex, x, a, b) || livesApart(lex, ta, tb) ||
		updated(lex, x.A, a) != updated(lex, x.B, b) || hasOwner(ta) && hasOwner(tb) || setOff(ta) || setOff(tb) || ranging(ta) || ranging(tb) || a.Unit == "Mw" || a.Kind == witness.Ordinal && !docketed(x.A, a, x.B, b) ||
		sameBound(a, b) && subject(lex, x.A, a) != "" && subject(lex, x.A, a) == subject(lex, x.B, b) // compared over the whole event
}

// leastStatements is the least number of statements of a report of which something was learned.
const leastStatements = 4

// brief reports whether a report has fewer statements than any of which was learned.
func brief(w *witness.Witness) bool {
	n := 0
	for _, st := range w.Statements {
		if st.Kind == witness.Body {
			n++
		}
	}
	return n < leastStatements
}

// peopleAndThings reports whether the one figure is of people of whom something became and
// the other of things: those driven from their homes, homes without power.
func peopleAndThings(lex *lexicon.Lexicon, people, things told) bool {
	return people.q.Kind == witness.Cardinal && (people.q.Of == "" || living(lex, people.q.Of)) && tolled(state(lex, people.st, people.q)) && things.q.Of != "" && (!living(lex, things.q.Of) || class(lex, things.q.Of) == "home")
}

// accountsApart reports whether two sums or shares are known to be of two accounts, or
// the one is that from which the other came.
func accountsApart(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Quantity) bool {
	if a.Kind != witness.Money && a.Kind != witness.Percent {
		return false
	}
	e, known := entryOf(lex, x.A, a)
	f, also := entryOf(lex, x.B, b)
	return known && also && (e.of != f.of || e.moved != f.moved || !onePeriod(x, a, b)) || origin(x.A, a) != origin(x.B, b)
}

// talliesApart reports whether two tallies of a game are of two players, or what is counted
// is told of two persons who are named.
func talliesApart(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Quantity) bool {
	if class(lex, a.Of) == "tally" || class(lex, b.Of) == "tally" {
		return otherOwner(lex, x, a, b)
	}
	ca, cb := claimOf(x.A, a), claimOf(x.B, b)
	if ca == nil || cb == nil {
		return false
	}
	da, db := doer(ca), doer(cb)
	return da != nil && db != nil && da != db && da.Kind == witness.Person && db.Kind == witness.Person
}

// peoplesApart reports whether the people who are counted are of two countries.
func peoplesApart(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Quantity) bool {
	m, n := nationality(lex, x.A, a), nationality(lex, x.B, b)
	return m != "" && n != "" && m != n
}

// ranging reports whether a number is one of two that are told as a guess: "one or two".
func ranging(t told) bool {
	return compare.Word(t.st, t.q.Number-1) == "or" || compare.Word(t.st, t.q.Number+1) == "or"
}

// livesApart reports whether two ages are of one life at two times, or of two people of
// whom two things became.
func livesApart(lex *lexicon.Lexicon, a, b told) bool {
	if a.q.Kind != witness.Age {
		return false
	}
	s, t := state(lex, a.st, a.q), state(lex, b.st, b.q)
	years, dated := apart(a.st.Witness, b.st.Witness)
	return s != "" && t != "" && s != t || dated && years >= 1 && math.Abs(a.q.Point-b.q.Point) <= years+1
}
