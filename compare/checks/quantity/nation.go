package quantity

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// reachOfNation is how many words may stand between a number and the people that
// it counts: "23 heavily armed Somali pirates".
const reachOfNation = 4

// nationality returns the name of the one people that a quantity counts members of: "12
// Somalis", "three Australian tourists", "12 Somali and 11 Yemeni pirates". A number
// of two peoples together is of neither.
func nationality(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) string {
	return name(peopleOf(lex, st, q))
}

// compatriots compares the peoples of those whom two statements count alike: four
// climbers from one country, four of another. Neither statement may name both.
func compatriots(p *compare.Pass, x *compare.Pair, as, bs []*witness.Quantity) {
	for _, a := range as {
		for _, b := range bs {
			if a.Kind != witness.Cardinal || b.Kind != witness.Cardinal || a.Point != b.Point || a.Point < 2 || state(p.Lexicon, x.A, a) != state(p.Lexicon, x.B, b) || !x.Parallel && x.Score < sureGroup {
				continue
			}
			na, nb := homeland(p.Lexicon, x.A, a), homeland(p.Lexicon, x.B, b)
			if na == nil || nb == nil || !twoLands(p.Lexicon, na, nb) || names(x.A, nb) || names(x.B, na) {
				continue
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: na.Span, Value: na.Entity.Name},
				B:    compare.Spot{Statement: x.B, Span: nb.Span, Value: nb.Entity.Name},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: "where those who are counted are from",
				Reason: fmt.Sprintf("The same %s are of two countries.", compare.QuantityValue(a)),
			})
		}
	}
}

// sureGroup is the least probability of a group in which equal counts are of the same
// people.
const sureGroup = 0.6

// twoLands reports whether two names stand for two countries.
func twoLands(lex *lexicon.Lexicon, a, b *witness.Name) bool {
	la, lb := compare.Land(lex, a.Entity.Name), compare.Land(lex, b.Entity.Name)
	return la != nil && lb != nil && la != lb
}

// names reports whether a statement names the same thing as n.
func names(st *witness.Statement, n *witness.Name) bool {
	return compare.FactOf(st, func(o *witness.Name) bool { return o.Entity == n.Entity }) != nil
}

// homeland returns the name of the people that a quantity counts members of, before the
// noun or behind it: "four Korean climbers", "four climbers from Korea".
func homeland(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) *witness.Name {
	if n := peopleOf(lex, st, q); n != nil {
		return n
	}
	if q.OfAt < 0 || !person(q.Of) || compare.Word(st, q.OfAt+1) != "from" {
		return nil
	}
	return compare.FactOf(st, func(n *witness.Name) bool {
		return n.First == q.OfAt+2 && n.Entity != nil && n.Entity.Kind == witness.Place
	})
}

// peopleOf is the name behind nationality, or nil.
func peopleOf(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) *witness.Name {
	if q.Kind != witness.Cardinal {
		return nil
	}
	at := compare.FirstAt(st, q.Span.End)
	var found *witness.Name
	for _, n := range compare.Facts[*witness.Name](st) {
		if n.Entity == nil || n.First < at || n.First > at+reachOfNation || !n.Demonym && !inhabitants(lex, n) {
			continue
		}
		if found == nil && describes(st, at, n.First) {
			found = n
		} else if found != nil && joined(st, found.Last, n.First) {
			return nil
		}
	}
	if found == nil || !found.Demonym {
		return found
	}
	// "11 Yemeni pirates", not "11 Yemeni ships"
	for k := found.Last + 1; k < len(st.Tokens); k++ {
		switch t := &st.Tokens[k]; t.UPOS {
		case "NOUN":
			if person(t.Lemma) {
				return found
			}
			if k+1 >= len(st.Tokens) || st.Tokens[k+1].UPOS != "NOUN" {
				return nil
			}
		case "ADJ", "PROPN", "NUM", "CCONJ":
		default:
			return nil
		}
	}
	return nil
}

func name(n *witness.Name) string {
	if n == nil {
		return ""
	}
	return n.Entity.Name
}

// inhabitants reports whether a name is that of a country's people: "Somalis".
func inhabitants(lex *lexicon.Lexicon, n *witness.Name) bool {
	p, ok := lex.Places().Get(strings.ToLower(n.Form))
	return ok && p.As == "people" && strings.HasSuffix(n.Form, "s")
}

// describes reports whether the words from first to before end only describe
// what comes after them.
func describes(st *witness.Statement, first, end int) bool {
	for k := first; k < end; k++ {
		switch st.Tokens[k].UPOS {
		case "ADJ", "ADV", "PUNCT", "VERB":
			if st.Tokens[k].Lower == "," || st.Tokens[k].Lower == ")" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// joined reports whether two names share a number: "Somali and Yemeni", but not
// "12 Somali and 11 Yemeni".
func joined(st *witness.Statement, i, j int) bool {
	for k := i + 1; k < j; k++ {
		if w := st.Tokens[k].Lower; w != "and" && w != "," && w != "or" && w != "-" {
			return false
		}
	}
	return true
}
