package quantity

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/factdiff/factdiff/compare"
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
	var near []sure
	var light []float64
	for r := range rivals(p) {
		if r.leftOut(p) {
			continue
		}
		if light = r.light(p, light); r.hopeless(light) {
			continue
		}
		r.Features = slices.Clone(light)
		r.rest(p, r.Features)
		if v := r.probability(); v >= r.least() && r.veto(p) == nil {
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

// leftOut reports whether the two are not asked for their odds: one has its partner, or
// stands in a report of a few sentences, of which the odds know less, and in no statement
// that corresponds.
func (r *Rival) leftOut(p *compare.Pass) bool {
	return r.short(p) && r.pair.Group == nil || r.partnered()
}

// short reports whether one of the two reports has few statements.
func (r *Rival) short(p *compare.Pass) bool {
	few := bookOf(p).brief
	return few[r.pair.A.Witness.Index] || few[r.pair.B.Witness.Index]
}

// veto returns the first reason by which the two are of two things, or nil.
func (r *Rival) veto(p *compare.Pass) *veto {
	asked := anywhere
	if r.short(p) {
		asked |= brief // the odds were learned from reports of three sentences and more
	}
	return coupleIn(p, r.pair, r.a, r.b).vetoed(asked)
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

// leastStatements is the least number of statements of a report in which the odds are
// trusted wherever a figure stands.
const leastStatements = 3

// short reports whether a report has fewer statements.
func short(w *witness.Witness) bool {
	n := 0
	for _, st := range w.Statements {
		if st.Kind == witness.Body {
			n++
		}
	}
	return n < leastStatements
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

// ranging reports whether a number is one of two that are told as a guess: "one or two".
func ranging(t told) bool {
	number := func(i int) bool { return i >= 0 && i < len(t.st.Tokens) && t.st.Tokens[i].UPOS == "NUM" }
	n := t.q.Number
	return compare.Word(t.st, n-1) == "or" && number(n-2) || compare.Word(t.st, n+1) == "or" && number(n+2)
}
