package polarity

import (
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// otherBearer reports whether two opposite words are said of two whom both
// statements name: of a match one tells who won at home, and the other who lost
// away.
func otherBearer(x *compare.Pair, i, j int) bool {
	a, b := bearer(x.A, i), bearer(x.B, j)
	if a < 0 || b < 0 {
		return false
	}
	ea, eb := entityAt(x.A, a), entityAt(x.B, b)
	return ea != nil && eb != nil && ea != eb && ea.Kind != witness.Place && eb.Kind != witness.Place && named(x.B, ea) && named(x.A, eb)
}

// entityAt returns whom the noun phrase with its head at token i names: by its head,
// or by a name beside it ("the judoka Elvin Mirzazade").
func entityAt(st *witness.Statement, i int) *witness.Entity {
	if n := compare.NameOver(st, i); n != nil {
		return n.Entity
	}
	for k := range st.Tokens {
		if t := &st.Tokens[k]; t.Head == i && (t.Rel == "appos" || t.Rel == "flat" || t.Rel == "compound") {
			if n := compare.NameOver(st, k); n != nil && n.Entity != nil && n.Entity.Kind != witness.Place {
				return n.Entity
			}
		}
	}
	return nil
}

// named reports whether a statement names somebody.
func named(st *witness.Statement, e *witness.Entity) bool {
	for _, n := range compare.Facts[*witness.Name](st) {
		if n.Entity == e {
			return true
		}
	}
	return false
}

// bearer returns the subject of the clause that word i stands in, or of those above
// it where it has none; -1 where there is none.
func bearer(st *witness.Statement, i int) int {
	for n := 0; i >= 0 && n < 6; n++ {
		if k := subject(st, i); k >= 0 {
			return k
		}
		if rel := st.Tokens[i].Rel; rel == "acl" || rel == "acl:relcl" {
			return st.Tokens[i].Head // "the team beaten by", "the team that won"
		}
		i = st.Tokens[i].Head
	}
	return -1
}

// subject returns the subject of word i, or -1. Of two, as the parse has them of
// "France's Bastien Courrège" and "fifth seed Martina Kowalewicz", a name without a
// possessive counts.
func subject(st *witness.Statement, i int) int {
	found := -1
	for k := range st.Tokens {
		t := &st.Tokens[k]
		if t.Head != i || t.Rel != "nsubj" && t.Rel != "nsubj:pass" || t.UPOS == "PRON" || nextIs(st, k, "'s") {
			continue
		}
		if compare.NameOver(st, k) != nil {
			return k
		}
		if found < 0 {
			found = k
		}
	}
	return found
}

// exchanged reports whether "before" and "after" tell one order of two things, of
// which each statement puts another into its main clause: "left before the ship
// sank", "the ship sank after they had left".
func exchanged(x *compare.Pair, i, j int) bool {
	if !sequences(&x.A.Tokens[i], &x.B.Tokens[j]) {
		return false
	}
	lateA, mainA := order(x.A, i)
	lateB, mainB := order(x.B, j)
	if lateA < 0 || lateB < 0 || mainA < 0 || mainB < 0 {
		return false
	}
	crossed := x.ToB[mainA] == lateB || x.ToB[lateA] == mainB
	return crossed && x.ToB[mainA] != mainB && x.ToB[lateA] != lateB
}

func sequences(a, b *witness.Token) bool {
	return a.Lower == "before" && b.Lower == "after" || a.Lower == "after" && b.Lower == "before"
}

// order returns the two things that the "before" or "after" at token i puts in order:
// what it introduces and what that hangs on; -1 for what the sentence does not have.
// Where the parse takes the subject behind it for its noun, the verb next to that
// is what it introduces: "an hour before the tanker sank".
func order(st *witness.Statement, i int) (introduced, main int) {
	h := st.Tokens[i].Head
	if h < 0 {
		return -1, -1
	}
	c := clause(st, h)
	switch {
	case c == h, c > h && c-h <= nextTo && c > i:
		if h = st.Tokens[c].Head; h < 0 {
			return c, -1
		}
		return c, clause(st, h)
	}
	return h, c
}

// nextTo is how far behind its subject a verb stands at most.
const nextTo = 3

// complementary reports whether two statements give shares of one whole that add up
// to it: what is two thirds empty is one third full.
func complementary(x *compare.Pair) bool {
	for _, a := range compare.Facts[*witness.Quantity](x.A) {
		for _, b := range compare.Facts[*witness.Quantity](x.B) {
			if share(a) && share(b) && math.Abs(a.Point+b.Point-1) < 0.006 && math.Abs(a.Point-b.Point) > 0.006 {
				return true
			}
		}
	}
	return false
}

// share reports whether a quantity is a part of a whole.
func share(q *witness.Quantity) bool {
	return (q.Kind == witness.Percent || q.Kind == witness.Cardinal && q.Point != math.Trunc(q.Point)) && q.Point > 0 && q.Point < 1
}
