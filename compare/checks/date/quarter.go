package date

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// fraction is a part of a business year: the third quarter, the first half.
type fraction struct {
	noun        string // quarter or half
	number      int
	first, last int // tokens
}

// quarters compares the quarter or half of the year for which two corresponding
// statements give one sum, or in which they put one thing. Of a sum in each, the two have
// one in common: every quarter has its own.
func quarters(p *compare.Pass, x *compare.Pair) {
	if x.Parallel {
		return
	}
	a, b := compare.OnceOf(p, x.A, onlyFraction), compare.OnceOf(p, x.B, onlyFraction)
	if a.number == 0 || b.number == 0 || a.noun != b.noun || a.number == b.number || fiscal(x.A) != fiscal(x.B) || slices.ContainsFunc(x.NearB(), a.in) || slices.ContainsFunc(x.NearA(), b.in) {
		return
	}
	switch figures := commonSums(x); {
	case figures < 0, figures == 0 && !x.Close():
		return
	}
	va, vb := a.String(), b.String()
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: compare.TokenSpan(x.A, a.first, a.last), Value: va},
		B:    compare.Spot{Statement: x.B, Span: compare.TokenSpan(x.B, b.first, b.last), Value: vb},
		Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.8, Topic: a.noun + " of the year",
		Reason: "The " + va + " is not the " + vb + ".",
	})
}

// String writes the part as a newsroom would.
func (a fraction) String() string { return numbering[a.number-1] + " " + a.noun }

// in reports whether a statement names the part too.
func (a fraction) in(st *witness.Statement) bool {
	return slices.ContainsFunc(fractionsOf(st), func(o fraction) bool { return o.noun == a.noun && o.number == a.number })
}

var numbering = []string{"first", "second", "third", "fourth"}

// fractionsOf reads the quarters and halves that a statement names, those to which it
// compares among them.
func fractionsOf(st *witness.Statement) []fraction {
	var out []fraction
	for i := range st.Tokens {
		w := st.Tokens[i].Lower
		if len(w) == 2 && w[0] == 'q' && w[1] >= '1' && w[1] <= '4' {
			out = append(out, fraction{"quarter", int(w[1] - '0'), i, i})
			continue
		}
		n := 1 + max(slices.Index(numbering, w), slices.Index([]string{"1st", "2nd", "3rd", "4th"}, w))
		if n == 0 {
			continue
		}
		k := i + 1
		if compare.Word(st, k) == "-" {
			k++
		}
		if noun := compare.Word(st, k); noun == "quarter" || noun == "half" && n <= 2 {
			out = append(out, fraction{noun, n, i, k})
		}
	}
	return out
}

// onlyFraction returns the one part of the year of which a statement tells, where it stands
// as the time of what firms and economies do: what is risen "from the second quarter" is
// not of it. Where there is none, it is the zero fraction.
func onlyFraction(st *witness.Statement) fraction {
	list := fractionsOf(st)
	if len(list) != 1 || !business(st) {
		return fraction{}
	}
	k := list[0].first - 1
	for k >= 0 && (st.Tokens[k].UPOS == "DET" || st.Tokens[k].UPOS == "ADJ" || st.Tokens[k].Rel == "nmod:poss" || st.Tokens[k].Lower == "'s") {
		k--
	}
	switch compare.Word(st, k) {
	case "from", "than", "since", "over", "versus", "with", "to", "on", "after", "until", "before", "by", "against":
		return fraction{}
	}
	return list[0]
}

// fiscal reports whether a statement counts the quarters of a firm's own year.
func fiscal(st *witness.Statement) bool {
	return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return t.Lower == "fiscal" })
}

// commonSums says whether two statements have a sum or share in common: 1 where they do,
// 0 where one has none, -1 where all of both differ.
func commonSums(x *compare.Pair) int {
	as, bs := sums(x.A), sums(x.B)
	for _, a := range as {
		for _, b := range bs {
			if a.Kind == b.Kind && a.Unit == b.Unit && a.Point == b.Point {
				return 1
			}
		}
	}
	if len(as) > 0 && len(bs) > 0 {
		return -1
	}
	return 0
}

func sums(st *witness.Statement) []*witness.Quantity {
	var out []*witness.Quantity
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind == witness.Money || q.Kind == witness.Percent {
			out = append(out, q)
		}
	}
	return out
}

// trading and playing are the words by which a quarter or half is one of a year, and of a
// game.
var (
	trading = words("profit earnings revenue sale turnover loss result growth gdp economy deal output export import guidance outlook shipment delivery income dividend merger acquisition purchase")
	playing = words("goal touchdown yard match game basket referee kickoff halftime half-time scorer midfielder striker quarterback rebound")
)

func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// business reports whether a statement tells of what firms and economies do in a part of
// a year.
func business(st *witness.Statement) bool {
	found := len(sums(st)) > 0
	for i := range st.Tokens {
		l := st.Tokens[i].Lemma
		if playing[l] {
			return false
		}
		found = found || trading[l]
	}
	return found
}
