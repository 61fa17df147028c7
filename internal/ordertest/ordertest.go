// Package ordertest exchanges the names of reports and the order in which they
// are gone through, for tests that what is found depends on neither.
//
// To give the reports in another order proves little, since they are sorted
// before anything is read. There are two proofs. The names of the reports are
// exchanged among them, and what is found must be the same once the names are
// changed back. And a stage is run over the reports in every order: then two
// statements change sides, another report is the first to say a thing, another
// pair is looked at first.
package ordertest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/order"
	"github.com/factdiff/factdiff/witness"
)

// Orders lists all orders of n things but the first, for n up to four; of more,
// the reverse and one rotation.
func Orders(n int) [][]int {
	base := make([]int, n)
	for i := range base {
		base[i] = i
	}
	if n > 4 {
		rev := slices.Clone(base)
		slices.Reverse(rev)
		return [][]int{rev, append(slices.Clone(base[1:]), 0)}
	}
	var out [][]int
	var rec func(k int)
	rec = func(k int) {
		if k == n {
			out = append(out, slices.Clone(base))
			return
		}
		for i := k; i < n; i++ {
			base[k], base[i] = base[i], base[k]
			rec(k + 1)
			base[k], base[i] = base[i], base[k]
		}
	}
	rec(0)
	return out[1:]
}

// Names leads from the names that reports have in a test to their own.
type Names map[string]string

// Of returns the name that a report has of its own.
func (n Names) Of(id string) string {
	if own, ok := n[id]; ok {
		return own
	}
	return id
}

// Exchange returns copies of reports of which nothing has been read yet, the
// first with the name of the report of number to[0], and so on.
func Exchange(reports []*witness.Witness, to []int) ([]*witness.Witness, Names) {
	own, other := Names{}, Names{}
	for i, w := range reports {
		own[reports[to[i]].ID], other[w.ID] = w.ID, reports[to[i]].ID
	}
	out := make([]*witness.Witness, len(reports))
	for i, w := range reports {
		c := *w
		c.Statements = nil
		c.ID, c.Translates, c.CopyOf = other.Of(w.ID), other.Of(w.Translates), other.Of(w.CopyOf)
		out[i] = &c
	}
	return out, own
}

// Walk puts an event into another order, in which the stage that comes next goes
// through it: the report that is now at to[0] comes first, and so on.
func Walk(ev *witness.Event, to []int) {
	at := map[*witness.Witness]int{}
	for i, k := range to {
		at[ev.Witnesses[k]] = i
	}
	order.By(ev, func(a, b *witness.Witness) int { return at[a] - at[b] })
}

// Findings writes the findings of a result, a line each, the reports by their
// own names, in an order that does not depend on them. It leaves out what names
// decide of right: the fingerprint of the second of two findings of the same
// evidence, and who is named first in a message.
func Findings(r *compare.Result, names Names) string {
	var lines []string
	for i := range r.Findings {
		f := &r.Findings[i]
		var readings, outliers []string
		for _, rd := range f.Readings {
			readings = append(readings, fmt.Sprintf("%s %d-%d %q = %s", names.Of(rd.Witness), rd.Start, rd.End, rd.Text, rd.Value))
		}
		for _, o := range f.Outliers {
			outliers = append(outliers, names.Of(o))
		}
		slices.Sort(readings)
		slices.Sort(outliers)
		lines = append(lines, fmt.Sprintf("%s %s %s %v: %s; alone: %s\n", f.Check, f.Kind, f.Severity, f.Confidence,
			strings.Join(readings, ", "), strings.Join(outliers, " ")))
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// Groups writes the groups of a result in the same way.
func Groups(r *compare.Result, names Names) string {
	var lines []string
	for _, g := range r.Groups {
		var members []string
		for _, m := range g.Members {
			members = append(members, fmt.Sprintf("%s %d", names.Of(m.Witness), m.Statement))
		}
		slices.Sort(members)
		lines = append(lines, fmt.Sprintf("%s (%.4f)\n", strings.Join(members, ", "), g.Score))
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}
