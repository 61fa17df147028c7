package quantity

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"time"

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
	type sure struct {
		*Rival
		probability float64
	}
	brief := bookOf(p).brief
	var near []sure
	for r := range anywhere(p) {
		short := brief[r.pair.A.Witness.Index] || brief[r.pair.B.Witness.Index]
		if short && r.pair.Group == nil || r.partnered() {
			continue
		}
		r.Features = r.features(p)
		if v := r.probability(); v >= r.least() && !r.ruledOut(p, short) {
			near = append(near, sure{r, v})
		}
	}
	slices.SortStableFunc(near, func(r, o sure) int { return cmp.Compare(o.probability, r.probability) })
	paired := pairings{}
	for _, r := range near {
		a, b := seat{r.a, r.pair.B.Witness.Index}, seat{r.b, r.pair.A.Witness.Index}
		if !paired[a] && !paired[b] {
			paired[a], paired[b] = true, true
			judge(p, r.pair, r.a, r.b, r.probability, r.trace())
		}
	}
	return paired
}

// least is the least probability by which the two are held against each other: more where
// their statements do not correspond and a figure has no noun, so that nothing says of what
// it is but the words around.
func (r *Rival) least() float64 {
	if r.pair.Group == nil && (r.a.Of == "" || r.b.Of == "") {
		return likelyBare
	}
	return likely
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
	return answered(r.a, compare.Facts[*witness.Quantity](x.B), x.B, x.NearB()) || answered(r.b, compare.Facts[*witness.Quantity](x.A), x.A, x.NearA())
}

// ruledOut reports whether the two are of two things, whatever else speaks for one. What
// tells figures apart in statements that correspond (ruledOut) is here no more than a
// feature, but for what holds of all news. The odds were learned from reports of five
// sentences and more: of fewer than four they know less, and the rules are asked too.
func (r *Rival) ruledOut(p *compare.Pass, brief bool) bool {
	lex, x, a, b := p.Lexicon, r.pair, r.a, r.b
	ta, tb := told{x.A, a}, told{x.B, b}
	if brief && (a.Kind == witness.Age || a.Kind == witness.Ordinal || ruledOut(lex, x, a, b) || a.Kind == witness.Measure && vagueSubject(lex, x, a, b) || abroad(p, x.A) != abroad(p, x.B)) {
		return true
	}
	return never(lex, x.A, a, x.B, b) || ofTwo(lex, x.A, a, x.B, b) || otherScene(lex, x.A, a, x.B, b) || otherStage(x.A, a, x.B, b) || addsUp(lex, ta, tb) ||
		peopleAndThings(lex, ta, tb) || peopleAndThings(lex, tb, ta) || origin(x.A, a) != origin(x.B, b) || doersApart(lex, x, a, b) || periodsApart(x) || peoplesApart(lex, x, a, b) || livesApart(lex, ta, tb) ||
		updated(lex, x.A, a) != updated(lex, x.B, b) || namedOwner(ta) && namedOwner(tb) || apposed(ta) || apposed(tb) || ranging(ta) || ranging(tb) || a.Unit == "Mw" || a.Kind == witness.Ordinal && !docketed(x.A, a, x.B, b) ||
		sameBound(a, b) && subject(lex, x.A, a) != "" && subject(lex, x.A, a) == subject(lex, x.B, b) // compared over the whole event
}

// leastStatements is the least number of statements of a report in which the odds are
// trusted wherever a figure stands.
const leastStatements = 4

// brief reports whether a report has fewer statements.
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

// doersApart reports whether two tallies of a game are of two players, or two counts are told
// of two people, bodies or places that are named as doing or having it.
func doersApart(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Quantity) bool {
	if class(lex, a.Of) == "tally" || class(lex, b.Of) == "tally" {
		return otherOwner(lex, x, a, b)
	}
	ca, cb := claimOf(x.A, a), claimOf(x.B, b)
	if ca == nil || cb == nil {
		return false
	}
	da, db := doer(ca), doer(cb)
	return da != nil && db != nil && da != db && (da.Kind == db.Kind || da.Kind == witness.OtherEntity || db.Kind == witness.OtherEntity)
}

// periodsApart reports whether two statements name months or years, and none in common.
func periodsApart(x *compare.Pair) bool {
	as, bs := monthsOf(x.A), monthsOf(x.B)
	return len(as) > 0 && len(bs) > 0 && !compare.Common(as, bs)
}

// monthsOf lists the months and years that a statement names.
func monthsOf(st *witness.Statement) []string {
	var out []string
	for _, t := range compare.Facts[*witness.Time](st) {
		if !t.Relative && t.Grain == witness.Month && t.Month > 0 {
			out = append(out, time.Month(t.Month).String())
		}
		if !t.Relative && t.Grain >= witness.Month && t.Year > 0 {
			out = append(out, strconv.Itoa(t.Year))
		}
	}
	return out
}

// namedOwner reports whether what is counted is somebody's who is named; belongings compares
// such counts.
func namedOwner(t told) bool {
	if t.q.OfAt < 0 {
		return false
	}
	k := compare.Child(t.st, t.q.OfAt, "nmod:poss")
	return k >= 0 && t.st.Tokens[k].UPOS == "PROPN"
}

// apposed reports whether a number that counts nothing stands between commas behind what it
// is told of, as an age does: "his brothers, 17 and 22, were".
func apposed(t told) bool {
	if !setOff(t) {
		return false
	}
	switch compare.Word(t.st, t.q.Number+1) {
	case ",", "and", ".", "":
		return true
	}
	return false
}

// peoplesApart reports whether the people who are counted are of two countries.
func peoplesApart(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Quantity) bool {
	m, n := nationality(lex, x.A, a), nationality(lex, x.B, b)
	return m != "" && n != "" && m != n
}

// ranging reports whether a number is one of two that are told as a guess: "one or two".
func ranging(t told) bool {
	number := func(i int) bool { return i >= 0 && i < len(t.st.Tokens) && t.st.Tokens[i].UPOS == "NUM" }
	n := t.q.Number
	return compare.Word(t.st, n-1) == "or" && number(n-2) || compare.Word(t.st, n+1) == "or" && number(n+2)
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
