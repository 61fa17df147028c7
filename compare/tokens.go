package compare

import (
	"strings"

	"github.com/factdiff/factdiff/witness"
)

// VerbAbove returns the verb that token i hangs from, directly or through up to
// three words between, as an index; -1 where there is none.
func VerbAbove(st *witness.Statement, i int) int {
	for steps, h := 0, st.Tokens[i].Head; h >= 0 && steps < 4; steps, h = steps+1, st.Tokens[h].Head {
		if st.Tokens[h].UPOS == "VERB" {
			return h
		}
	}
	return -1
}

// Child returns the first token that hangs from token i under the relation rel,
// subtype and all, as an index; -1 where there is none.
func Child(st *witness.Statement, i int, rel string) int {
	for k := range st.Tokens { // a token is large, and a function of it would have it copied
		if t := &st.Tokens[k]; t.Head == i && t.Rel == rel {
			return k
		}
	}
	return -1
}

// Identifying reports whether verb i says which one of its kind is meant, "a clinic that
// was approved", and so tells nothing of the one that another report speaks of. A clause
// with a subject of its own tells of that: "a strip where two guards were killed".
func Identifying(st *witness.Statement, i int) bool {
	t := &st.Tokens[i]
	if t.Rel != "acl:relcl" || t.Head+1 >= i {
		return false
	}
	for k := t.Head + 1; k < i; k++ {
		if o := &st.Tokens[k]; o.Lower == "," || o.Head == i && strings.HasPrefix(o.Rel, "nsubj") && o.UPOS == "NOUN" {
			return false
		}
	}
	d := Child(st, t.Head, "det")
	return d >= 0 && (st.Tokens[d].Lower == "a" || st.Tokens[d].Lower == "an")
}

// Preposition returns the lower-case word that ties token i to what it hangs from, "" where
// there is none.
func Preposition(st *witness.Statement, i int) string { return Word(st, Child(st, i, "case")) }

// Under reports whether token k is token i or hangs below it.
func Under(st *witness.Statement, k, i int) bool {
	for steps := 0; k >= 0 && steps < len(st.Tokens); k, steps = st.Tokens[k].Head, steps+1 {
		if k == i {
			return true
		}
	}
	return false
}

// Word returns the lower-case form of token i, "" where there is none.
func Word(st *witness.Statement, i int) string {
	if i < 0 || i >= len(st.Tokens) {
		return ""
	}
	return st.Tokens[i].Lower
}

// Excepted reports whether a number is of those whom a statement leaves out: the two
// of "all but two".
func Excepted(st *witness.Statement, q *witness.Quantity) bool {
	return Word(st, q.Number-1) == "but" && Word(st, q.Number-2) == "all"
}

// NameOver returns the first name that token i is part of, or nil.
func NameOver(st *witness.Statement, i int) *witness.Name {
	return FactOf(st, func(n *witness.Name) bool { return n.First <= i && i <= n.Last })
}

// ClaimAt returns the claim whose predicate is token i, or nil.
func ClaimAt(st *witness.Statement, i int) *witness.Claim {
	return FactOf(st, func(c *witness.Claim) bool { return c.Head == i })
}

// FirstAt returns the index of the first token that starts at byte pos of the
// report or later; the number of tokens where none does.
func FirstAt(st *witness.Statement, pos int) int {
	for i := range st.Tokens {
		if st.Tokens[i].Span.Start >= pos {
			return i
		}
	}
	return len(st.Tokens)
}

// OpenList reports whether token i is of a list that the statement says is not all there
// are: "Lyon, Nice and other cities", "towns such as Lyon and Nice".
func OpenList(st *witness.Statement, i int) bool {
	for k := i + 1; k < len(st.Tokens); k++ {
		switch t := &st.Tokens[k]; {
		case t.Lower == "other" || t.Lower == "others" || t.Lower == "elsewhere" || t.Lower == "etc":
			return true
		case !listed(t) && t.UPOS != "ADJ" && t.UPOS != "NUM" && t.Lower != "a" && t.Lower != "in" && t.Lower != "number" && t.Lower != "of":
			k = len(st.Tokens)
		}
	}
	for k := i - 1; k >= 0; k-- {
		switch t := &st.Tokens[k]; {
		case t.Lower == "including" || t.Lower == "among", t.Lower == "as" && Word(st, k-1) == "such":
			return true
		case !listed(t) && t.Lower != "the":
			return false
		}
	}
	return false
}

// listed reports whether a token may stand between the members of a list of names.
func listed(t *witness.Token) bool {
	return t.UPOS == "PROPN" || t.Lower == "," || t.Lower == "and" || t.Lower == "or"
}
