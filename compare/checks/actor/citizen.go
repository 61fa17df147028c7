package actor

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// A native is a person with the nationality that a statement gives.
type native struct {
	st     *witness.Statement
	nation *witness.Name
}

// citizens compares over the whole event, wherever the reports say it, of which
// country a named person is.
func citizens(p *compare.Pass) {
	byPerson := make([][]native, len(p.Event.Entities))
	for st := range p.Statements() {
		for _, n := range compare.Facts[*witness.Name](st) {
			if n.Entity == nil || n.Entity.Kind != witness.Person {
				continue
			}
			if c := citizenship(st, n.Head); c != nil {
				byPerson[n.Entity.ID] = append(byPerson[n.Entity.ID], native{st, c})
			}
		}
	}
	for id, list := range byPerson {
		for i, a := range list {
			for _, b := range list[i+1:] {
				if a.st.Witness != b.st.Witness && !dual(list, a.st.Witness, b.nation) && !dual(list, b.st.Witness, a.nation) && otherNation(p.Lexicon, a.nation, b.nation) {
					p.ReportAcross(countries(a, b, p.Event.Entities[id].Name, 0.8))
				}
			}
		}
	}
}

// dual reports whether a report gives a person a nationality too.
func dual(list []native, w *witness.Witness, nation *witness.Name) bool {
	for _, n := range list {
		if n.st.Witness == w && n.nation.Entity == nation.Entity {
			return true
		}
	}
	return false
}

// compatriots compares the nationality of persons whom two statements that
// correspond do not name: "the driver, a Romanian", "the driver, a citizen of
// Bulgaria".
func compatriots(p *compare.Pass, x *compare.Pair) {
	if x.TwoAges() {
		return
	}
	for i := range x.A.Tokens {
		j, kind := x.Link(i)
		if j < 0 || kind > witness.LinkSynonym || !person(&x.A.Tokens[i]) || !person(&x.B.Tokens[j]) {
			continue
		}
		a, b := citizenship(x.A, i), citizenship(x.B, j)
		if a != nil && b != nil && otherNation(p.Lexicon, a, b) {
			p.Report(x, countries(native{x.A, a}, native{x.B, b}, x.A.Tokens[i].Lemma, 0.75))
		}
	}
}

// person reports whether a token is a common noun for one person.
func person(t *witness.Token) bool {
	return t.UPOS == "NOUN" && t.XPOS == "NN" && lexicon.Category(t.Lemma, lexicon.Noun) == "person"
}

// citizenship returns the nationality that a statement gives the person at token
// i, or nil: before the noun, in apposition to it or said of it.
func citizenship(st *witness.Statement, i int) *witness.Name {
	if n := demonym(st, first(st, i)); n != nil {
		return n
	}
	t := &st.Tokens[i]
	if t.Relation() == "appos" || t.Relation() == "nsubj" && compare.Child(st, t.Head, "cop") >= 0 {
		if n := described(st, t.Head); n != nil {
			return n
		}
	}
	for k := range st.Tokens {
		o := &st.Tokens[k]
		if o.Head == i && o.Relation() == "appos" || k > i && o.Head == t.Head && o.Rel == t.Rel && o.Relation() == "nsubj" { // of two subjects, the second renames the first
			if n := described(st, k); n != nil {
				return n
			}
		}
	}
	return nil
}

// first returns where the name over token i begins, or i.
func first(st *witness.Statement, i int) int {
	if n := compare.NameOver(st, i); n != nil {
		return n.First
	}
	return i
}

// described reads a nationality from a description: "a Bulgarian", "a Romanian
// citizen", "a citizen of Romania".
func described(st *witness.Statement, i int) *witness.Name {
	if n := compare.NameOver(st, i); n != nil {
		if n.Demonym {
			return n
		}
		return nil
	}
	if n := demonym(st, i); n != nil {
		return n
	}
	switch st.Tokens[i].Lemma {
	case "citizen", "national", "native":
		for k := range st.Tokens {
			if st.Tokens[k].Head == i && st.Tokens[k].Relation() == "nmod" {
				if n := compare.NameOver(st, k); n != nil && strings.HasPrefix(n.Entity.Key, "place:") {
					return n
				}
			}
		}
	}
	return nil
}

// otherNation reports whether two names are of two countries, neither a part of
// the other.
func otherNation(lex *lexicon.Lexicon, a, b *witness.Name) bool {
	if a.Entity == nil || b.Entity == nil || a.Entity == b.Entity {
		return false
	}
	ca, ok1 := lex.Country(strings.ToLower(a.Form))
	cb, ok2 := lex.Country(strings.ToLower(b.Form))
	return ok1 && ok2 && ca != cb && !lex.Contains(ca.Key, cb.Key) && !lex.Contains(cb.Key, ca.Key)
}

func countries(a, b native, who string, confidence float64) compare.Difference {
	return compare.Difference{
		A:    compare.Spot{Statement: a.st, Span: a.nation.Span, Value: a.nation.Entity.Name},
		B:    compare.Spot{Statement: b.st, Span: b.nation.Span, Value: b.nation.Entity.Name},
		Kind: compare.Conflict, Severity: compare.Major, Confidence: confidence, Topic: "nationality of " + who,
		Reason: fmt.Sprintf("One report makes %s %s, the other %s.", who, a.nation.Form, b.nation.Form),
	}
}
