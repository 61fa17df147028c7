package list

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// named compares the number that one report gives with the members that another
// names, in one role of one deed: "four ministers resigned" beside five who did. Fewer
// names than the number are no conflict, unless the other report presents them as
// all.
func named(p *compare.Pass, x *compare.Pair) {
	for _, d := range x.Deeds() {
		if d.A.Negative || d.B.Negative || d.A.Modality != d.B.Modality {
			continue
		}
		for _, r := range [...][2]*witness.Arg{{d.A.Agent, d.B.Agent}, {d.A.Patient, d.B.Patient}} {
			if r[0] == nil || r[1] == nil {
				continue
			}
			if q, names := number(x.A, r[0].Head), members(p, x.B, place(x.B, r[1])); q != nil && len(names) > int(q.Point) {
				tell(p, x, q, spanOf(x.B, names), len(names), true)
			}
			if q, names := number(x.B, r[1].Head), members(p, x.A, place(x.A, r[0])); q != nil && len(names) > int(q.Point) {
				tell(p, x, q, spanOf(x.A, names), len(names), false)
			}
		}
	}
	closed(p, x, x.A, x.B, true)
	closed(p, x, x.B, x.A, false)
}

// closed compares a number of a noun in one statement with the members that the
// other presents as all of that noun.
func closed(p *compare.Pass, x *compare.Pair, st, other *witness.Statement, inA bool) {
	for _, e := range compare.OnceOf(p, other, enumerations) {
		if !e.closed || e.of < 0 || e.names(other) == nil || number(other, e.of) != nil {
			continue
		}
		for _, q := range compare.Facts[*witness.Quantity](st) {
			if q.OfAt >= 0 && q == number(st, q.OfAt) && st.Tokens[q.OfAt].Lemma == other.Tokens[e.of].Lemma && int(q.Point) != len(e.members) {
				tell(p, x, q, e.span(other), len(e.members), inA)
			}
		}
	}
}

// members returns the names of the list that token i belongs to: names with
// nothing but commas and "and" between them, as the parse is not to be trusted
// with a long one; or those that the parse gives to noun i. Nothing where there is
// no list.
func members(p *compare.Pass, st *witness.Statement, i int) []*witness.Name {
	var run []*witness.Name
	for _, n := range compare.Facts[*witness.Name](st) {
		if n.Demonym || n.Entity == nil {
			continue
		}
		if len(run) > 0 && (!listed(st, run[len(run)-1].Last, n.First) || ended(st, run)) {
			if holds(run, i) {
				break
			}
			run = run[:0]
		}
		run = append(run, n)
	}
	if holds(run, i) && ended(st, run) {
		return run
	}
	if e := at(p, st, i); e != nil {
		return e.names(st)
	}
	return nil
}

// ended reports whether a list has come to its "and".
func ended(st *witness.Statement, run []*witness.Name) bool {
	return len(run) > 1 && st.Tokens[run[len(run)-1].First-1].Lower == "and"
}

// place returns the token of a participant: of its name, where it has one.
func place(st *witness.Statement, a *witness.Arg) int {
	for _, n := range compare.Facts[*witness.Name](st) {
		if n.Entity != nil && n.Entity == a.Entity && !n.Demonym {
			return n.First
		}
	}
	return a.Head
}

// holds reports whether token i is part of one of the names.
func holds(names []*witness.Name, i int) bool {
	return slices.ContainsFunc(names, func(n *witness.Name) bool { return n.First <= i && i <= n.Last })
}

// listed reports whether only a comma and "and" stand between two tokens.
func listed(st *witness.Statement, i, j int) bool {
	for k := i + 1; k < j; k++ {
		if w := st.Tokens[k].Lower; w != "," && w != "and" {
			return false
		}
	}
	return j > i+1
}

// number returns the exact number of noun i, or nil.
func number(st *witness.Statement, i int) *witness.Quantity {
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.OfAt == i && q.Kind == witness.Cardinal && q.Hedge == witness.Exact && q.Point >= 2 && q.Point <= most && !others(st, q) {
			return q
		}
	}
	return nil
}

// others reports whether a number is of a part of those who are meant: "two
// others", "two of the ministers", "two more".
func others(st *witness.Statement, q *witness.Quantity) bool {
	for k := q.Number - 1; k <= q.Number+2; k++ {
		if k < 0 || k >= len(st.Tokens) {
			continue
		}
		switch st.Tokens[k].Lower {
		case "other", "others", "another", "more", "further", "of", "additional":
			return true
		}
	}
	return false
}

// tell reports a number against the n members that are named; inA says that the
// number stands in A.
func tell(p *compare.Pass, x *compare.Pair, q *witness.Quantity, span witness.Span, n int, inA bool) {
	st, other := x.A, x.B
	if !inA {
		st, other = x.B, x.A
	}
	said := compare.Spot{Statement: st, Span: words(st, q), Value: fmt.Sprintf("%.0f", q.Point)}
	list := compare.Spot{Statement: other, Span: span, Value: fmt.Sprint(n)}
	d := compare.Difference{A: said, B: list, Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.75,
		Topic:  "how many " + st.Tokens[q.OfAt].Form,
		Reason: fmt.Sprintf("One report has %.0f, the other names %d.", q.Point, n)}
	if !inA {
		d.A, d.B = list, said
	}
	p.Report(x, d)
}
