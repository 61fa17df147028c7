package role

import (
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// phrase is a noun of tokens from to to, in a phrase that begins at token start.
type phrase struct{ start, from, to int }

// beside returns the person whose name stands beside a noun and means the same: "nurse Ann
// Berg", "a nurse, Ann Berg,", "Ann Berg, 44, a nurse", "Ann Berg is a nurse"; nil where
// names stand on both sides, for either may be meant.
func beside(st *witness.Statement, ph phrase) *witness.Name {
	if n := startsAt(st, ph.to+1); n != nil {
		return n
	}
	left := before(st, ph.start)
	if compare.Word(st, ph.to+1) != "," {
		return left
	}
	right := startsAt(st, ph.to+2)
	if right == nil || !closes(compare.Word(st, right.Last+1)) && st.Tokens[right.Head].Rel != "appos" {
		return left
	}
	if left != nil {
		return nil
	}
	return right
}

// before returns the name that a phrase from token start on is set off from, or said of.
func before(st *witness.Statement, start int) *witness.Name {
	k := start - 1
	switch compare.Word(st, k) {
	case ",", "(", "-", "–", "—":
		k--
		if k > 1 && st.Tokens[k].UPOS == "NUM" && compare.Word(st, k-1) == "," { // an age
			k -= 2
		}
		return endsAt(st, k)
	case "is", "was":
		return endsAt(st, k-1)
	}
	return nil
}

// closes reports whether a word or mark may stand behind a name that renames what is
// before it; behind a member of a list stands another.
func closes(w string) bool { return w == "," || w == "." || w == ";" || w == ")" || w == "" }

func startsAt(st *witness.Statement, i int) *witness.Name {
	return compare.FactOf(st, func(n *witness.Name) bool { return n.First == i && fullName(n) })
}

func endsAt(st *witness.Statement, i int) *witness.Name {
	return compare.FactOf(st, func(n *witness.Name) bool { return n.Last == i && fullName(n) })
}

// fullName reports whether a name is a person's who is somewhere named in two words or more.
func fullName(n *witness.Name) bool {
	return n.Entity != nil && !n.Demonym && strings.Contains(n.Entity.Name, " ") && someone(n.Entity)
}

// someone reports whether an entity may be a person.
func someone(e *witness.Entity) bool {
	return e.Kind == witness.Person || e.Kind == witness.OtherEntity
}

// compound returns the word that begins at token i, with what hyphens tie to it
// ("sister-in-law"), in lower case, and its last token.
func compound(st *witness.Statement, i int) (word string, last int) {
	last = i
	for last+2 < len(st.Tokens) && st.Tokens[last+1].Lower == "-" && glued(st, last) && glued(st, last+1) {
		last += 2
	}
	if last == i {
		return st.Tokens[i].Lower, i
	}
	return strings.ToLower(text(st, i, last)), last
}

// glued reports whether no space parts token i from the next.
func glued(st *witness.Statement, i int) bool {
	return st.Tokens[i].Span.End == st.Tokens[i+1].Span.Start
}

// opening returns where the phrase of the noun at token i begins, over what describes it
// but not over whose it is.
func opening(st *witness.Statement, i int) int {
	for i > 0 {
		t := &st.Tokens[i-1]
		ofAge := t.Lower == "-" || t.Lower == "year" || t.Lower == "old"
		if t.UPOS != "ADJ" && t.UPOS != "NUM" && t.UPOS != "DET" && !ofAge && t.Rel != "compound" {
			return i
		}
		i--
		if t.UPOS == "DET" {
			return i
		}
	}
	return i
}
