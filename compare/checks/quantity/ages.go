package quantity

import (
	"fmt"
	"math"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// listedAges compares the ages of several people of whom two corresponding statements
// tell, where one lists them and all but one agree: "two women, 68 and 48", "Ann Lee,
// 48, and her mother, 61". Neither report may have the other's odd age anywhere.
func listedAges(p *compare.Pass, x *compare.Pair) {
	as, bs := exactAges(x.A), exactAges(x.B)
	for _, list := range ageLists(x.A, as) {
		oddAge(p, x, list, others(bs, as, list))
	}
	for _, list := range ageLists(x.B, bs) {
		oddAge(p, x, others(as, bs, list), list)
	}
}

func exactAges(st *witness.Statement) []*witness.Quantity {
	var out []*witness.Quantity
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind == witness.Age && q.Hedge == witness.Exact && !math.IsNaN(q.Point) {
			out = append(out, q)
		}
	}
	return out
}

// ageLists returns the runs of ages that follow one another in a list.
func ageLists(st *witness.Statement, ages []*witness.Quantity) [][]*witness.Quantity {
	var out [][]*witness.Quantity
	for i := 0; i < len(ages); {
		k := i + 1
		for k < len(ages) && listed(st, ages[k-1], ages[k]) {
			k++
		}
		if k-i > 1 {
			out = append(out, ages[i:k])
		}
		i = k
	}
	return out
}

// others returns the ages of one statement without those that the other has outside of
// a list.
func others(ages, own, list []*witness.Quantity) []*witness.Quantity {
	return slices.DeleteFunc(slices.Clone(ages), func(q *witness.Quantity) bool {
		return slices.ContainsFunc(own, func(o *witness.Quantity) bool { return o.Point == q.Point && !slices.Contains(list, o) })
	})
}

// oddAge reports the one age in which two lists of the same length differ.
func oddAge(p *compare.Pass, x *compare.Pair, as, bs []*witness.Quantity) {
	a, b := missing(as, bs), missing(bs, as)
	if len(as) != len(bs) || len(a) != 1 || len(b) != 1 || !oneLife(a[0], b[0]) || knowsAge(x.A.Witness, b[0]) || knowsAge(x.B.Witness, a[0]) {
		return
	}
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: a[0].Span, Value: ageValue(a[0])},
		B:    compare.Spot{Statement: x.B, Span: b[0].Span, Value: ageValue(b[0])},
		Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.8, Topic: "age",
		Cause:  fmt.Sprintf("ages: %s %s", min(ageValue(a[0]), ageValue(b[0])), max(ageValue(a[0]), ageValue(b[0]))),
		Reason: fmt.Sprintf("The other ages are the same, but %s is not %s.", ageValue(a[0]), ageValue(b[0])),
	})
}

// missing lists the ages that another list lacks.
func missing(list, other []*witness.Quantity) []*witness.Quantity {
	return slices.DeleteFunc(slices.Clone(list), func(q *witness.Quantity) bool { return given(q, other) })
}
