package quantity

import (
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// reachOfNation is how many words may stand between a number and the people that
// it counts: "23 heavily armed Somali pirates".
const reachOfNation = 4

// nationality returns the one people that a quantity counts members of: "12
// Somalis", "three Australian tourists", "12 Somali and 11 Yemeni pirates". A number
// of two peoples together is of neither.
func nationality(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) string {
	if q.Kind != witness.Cardinal {
		return ""
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
			return ""
		}
	}
	if found == nil || !found.Demonym {
		return name(found)
	}
	// "11 Yemeni pirates", not "11 Yemeni ships"
	for k := found.Last + 1; k < len(st.Tokens); k++ {
		switch t := &st.Tokens[k]; t.UPOS {
		case "NOUN":
			if person(t.Lemma) {
				return name(found)
			}
			if k+1 >= len(st.Tokens) || st.Tokens[k+1].UPOS != "NOUN" {
				return ""
			}
		case "ADJ", "PROPN", "NUM", "CCONJ":
		default:
			return ""
		}
	}
	return ""
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
