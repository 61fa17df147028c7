package polarity

import (
	"cmp"
	"math"

	"github.com/factdiff/factdiff/align"
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

// otherObject reports whether two prepositions or conjunctions of opposite sense
// introduce words of which one has another for its counterpart: "left before the
// ship sank", "the ship sank after they had left"; "under guard", "over the theft".
func otherObject(x *compare.Pair, i, j int) bool {
	if !introduces(x.A, i) || !introduces(x.B, j) {
		return false
	}
	if compare.Word(x.A, i-1) == "until" || compare.Word(x.B, j-1) == "until" {
		return true // "not before", "not until after"
	}
	a, b := introduced(x.A, i), introduced(x.B, j)
	return apart(x.B, x.ToB[a], b) || apart(x.A, x.ToA[b], a)
}

// apart reports whether the counterpart of a word is another than the one at token i,
// and hangs not on it: "prior to sleep", "after going to sleep".
func apart(st *witness.Statement, counterpart, i int) bool {
	return counterpart >= 0 && counterpart != i && st.Tokens[counterpart].Head != i && st.Tokens[i].Head != counterpart
}

// introduces reports whether word i is a preposition or conjunction with its word.
func introduces(st *witness.Statement, i int) bool {
	t := &st.Tokens[i]
	return t.Head > i && (t.Rel == "case" || t.Rel == "mark")
}

// introduced returns the word that a preposition or conjunction at token i
// introduces. Where the parse takes the subject behind it for its noun, the verb
// next to that is meant: "an hour before the tanker sank".
func introduced(st *witness.Statement, i int) int {
	h := st.Tokens[i].Head
	if c := clause(st, h); st.Tokens[h].UPOS == "NOUN" && c > h && c-h <= nextTo {
		return c
	}
	return h
}

// nextTo is how far behind its subject a verb stands at most.
const nextTo = 3

// flipped reports whether one statement puts under "unless" what the other puts
// under "only if": "barred unless it pays", "allowed only if it pays".
func flipped(x *compare.Pair) bool {
	a := condition(x.A)
	return a != 0 && a*condition(x.B) < 0
}

// condition says how a statement's condition is put: -1 by "unless", 1 by "if" and
// its like, 0 where there is none or both.
func condition(st *witness.Statement) int {
	sign := 0
	for i := range st.Tokens {
		s := 0
		switch t := &st.Tokens[i]; {
		case t.Rel != "mark":
		case t.Lower == "unless":
			s = -1
		case t.Lower == "if", t.Lower == "once", t.Lower == "provided", t.Lower == "providing":
			s = 1
		}
		if s != 0 && sign != 0 && s != sign {
			return 0
		}
		sign = cmp.Or(s, sign)
	}
	return sign
}

// comparedRound reports whether "more" and "less" compare two things from either
// side: "rarer on farms than in towns", "more frequent in towns than on farms".
func comparedRound(x *compare.Pair) bool {
	a := thanAt(x.A)
	if a < 0 {
		return false
	}
	b := thanAt(x.B)
	if b < 0 {
		return false
	}
	crossed := 0
	for i := a + 1; i < len(x.A.Tokens) && x.A.Tokens[i].UPOS != "PUNCT"; i++ {
		if j := x.ToB[i]; j >= 0 && align.Content(&x.A.Tokens[i]) && !twice(x.A, i) {
			if j < b {
				crossed++
			} else {
				crossed--
			}
		}
	}
	return crossed > 0
}

// twice reports whether a statement has the word at token i elsewhere too.
func twice(st *witness.Statement, i int) bool {
	for k := range st.Tokens {
		if k != i && st.Tokens[k].Lemma == st.Tokens[i].Lemma {
			return true
		}
	}
	return false
}

// thanAt returns the one "than" of a statement, or -1.
func thanAt(st *witness.Statement) int {
	at := -1
	for i := range st.Tokens {
		if st.Tokens[i].Lower == "than" {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

// leftBehind reports whether "behind" tells how far ahead somebody was: "left the
// others behind".
func leftBehind(st *witness.Statement, i int) bool {
	if st.Tokens[i].Lower != "behind" {
		return false
	}
	for h, n := st.Tokens[i].Head, 0; h >= 0 && n < 2; h, n = st.Tokens[h].Head, n+1 {
		if st.Tokens[h].Lemma == "leave" {
			return true
		}
	}
	return false
}

// complementary reports whether two statements give shares of one whole that add up
// to it: what is two thirds empty is one third full.
func complementary(x *compare.Pair) bool {
	for _, a := range compare.Facts[*witness.Quantity](x.A) {
		for _, b := range compare.Facts[*witness.Quantity](x.B) {
			if share(a) && share(b) && math.Abs(a.Point+b.Point-1) < 0.006 && !tells(x.B, a) && !tells(x.A, b) {
				return true
			}
		}
	}
	return false
}

// allBut reports whether one statement names as all but so many those of whom the
// other says the opposite: "only eleven passed", "all but eleven failed".
func allBut(x *compare.Pair) bool {
	a, b := excepted(x.A), excepted(x.B)
	if (a == nil) == (b == nil) {
		return false
	}
	other := x.B
	if a == nil {
		a, other = b, x.A
	}
	for _, q := range compare.Facts[*witness.Quantity](other) {
		if q.Numeral == a.Numeral {
			return true
		}
	}
	return false
}

// excepted returns the number of "all but so many", or nil.
func excepted(st *witness.Statement) *witness.Quantity {
	return compare.FactOf(st, func(q *witness.Quantity) bool { return compare.Excepted(st, q) })
}

// tells reports whether a statement gives the share too.
func tells(st *witness.Statement, q *witness.Quantity) bool {
	for _, o := range compare.Facts[*witness.Quantity](st) {
		if math.Abs(o.Point-q.Point) < 0.006 {
			return true
		}
	}
	return false
}

// share reports whether a quantity is a part of a whole.
func share(q *witness.Quantity) bool {
	return (q.Kind == witness.Percent || q.Kind == witness.Cardinal && q.Point != math.Trunc(q.Point)) && q.Point > 0 && q.Point < 1
}
