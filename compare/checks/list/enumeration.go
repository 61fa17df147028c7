package list

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/witness"
)

// enumeration is words joined by commas and "and".
type enumeration struct {
	members []int // the head of each, in text order
	of      int   // the plural noun that they are the members of, or -1
	closed  bool  // the sentence presents them as all there are
}

// enumerations reads the lists of a statement.
func enumerations(st *witness.Statement) []enumeration {
	var out []enumeration
	for k := range st.Tokens {
		// The parse may hang the last from the one before it.
		if h := st.Tokens[k].Head; h >= 0 && h < k && linked(st, k) && nominal(&st.Tokens[h]) {
			i := slices.IndexFunc(out, func(e enumeration) bool { return slices.Contains(e.members, h) })
			switch {
			case i >= 0:
				out[i].members = append(out[i].members, k)
			case st.Tokens[h].Rel != "conj":
				out = append(out, enumeration{members: []int{h, k}})
			}
		}
	}
	slices.SortFunc(out, func(a, b enumeration) int { return a.members[0] - b.members[0] })
	for i := range out {
		out[i].of, out[i].closed = owner(st, out[i].members[0])
	}
	return out
}

// linked reports whether token k is a noun or name that is joined to another word.
func linked(st *witness.Statement, k int) bool {
	return st.Tokens[k].Rel == "conj" && nominal(&st.Tokens[k])
}

func nominal(t *witness.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" }

// owner finds the noun whose members begin with token i, and whether the
// sentence presents them as all: "the villages were A and B", "were named as A
// and B", "three issues: a and b"; "the villages of A and B".
func owner(st *witness.Statement, i int) (of int, closed bool) {
	t := &st.Tokens[i]
	var cop, subject, as, in bool
	noun := -1
	for k := range st.Tokens {
		if st.Tokens[k].Head != i {
			continue
		}
		switch c := &st.Tokens[k]; {
		case c.Rel == "cop":
			cop = true
		case c.Rel == "nsubj" && plural(c):
			subject, noun = true, k
		case c.Rel == "case" && c.Lower == "as":
			as = true
		case c.Rel == "case" && c.Lower == "of":
			in = true
		}
	}
	switch {
	case cop && subject && noun < i:
		return noun, true
	case as && t.Head >= 0 && presenting[st.Tokens[t.Head].Lemma]:
		for k := range st.Tokens {
			if c := &st.Tokens[k]; c.Head == t.Head && c.Rel == "nsubj:pass" && plural(c) {
				return k, true
			}
		}
	case t.Rel == "appos" && t.Head >= 0 && t.Head < i && plural(&st.Tokens[t.Head]):
		return t.Head, i > 0 && st.Tokens[i-1].Lower == ":"
	case in && t.Rel == "nmod" && t.Head >= 0 && plural(&st.Tokens[t.Head]):
		return t.Head, false
	}
	return -1, false
}

func plural(t *witness.Token) bool { return t.XPOS == "NNS" || t.XPOS == "NNPS" }

// presenting are verbs that present the members of a list.
var presenting = map[string]bool{"identify": true, "name": true, "list": true, "give": true, "know": true}

// names returns the names of the members, in full, or nothing where one of
// them is no name.
func (e *enumeration) names(st *witness.Statement) []*witness.Name {
	var out []*witness.Name
	facts := compare.Facts[*witness.Name](st)
	for _, m := range e.members {
		k := slices.IndexFunc(facts, func(n *witness.Name) bool { return n.First <= m && m <= n.Last && !n.Demonym && n.Entity != nil })
		if k < 0 || facts[k].First == facts[k].Last && m+1 < len(st.Tokens) && st.Tokens[m+1].Lower == "of" {
			return nil // "the Hall of Three Windows" goes by more than "Hall"
		}
		out = append(out, facts[k])
	}
	return out
}

// span covers a list from its first member to its last.
func (e *enumeration) span(st *witness.Statement) witness.Span {
	first, last := e.members[0], e.members[len(e.members)-1]
	return compare.TokenSpan(st, first, last)
}

// spanOf covers names from the first to the last.
func spanOf(st *witness.Statement, names []*witness.Name) witness.Span {
	return compare.TokenSpan(st, names[0].First, names[len(names)-1].Last)
}

// differ reports whether each of two lists of names has a member that the
// other lacks.
func differ(names *naming.Judge, as, bs []*witness.Name) bool {
	return lacks(names, as, bs) && lacks(names, bs, as)
}

func lacks(names *naming.Judge, list, other []*witness.Name) bool {
	return slices.ContainsFunc(list, func(a *witness.Name) bool {
		return !slices.ContainsFunc(other, func(b *witness.Name) bool {
			return a.Entity == b.Entity || names.Same(a.Form, b.Form) || names.Same(a.Entity.Name, b.Entity.Name)
		})
	})
}
