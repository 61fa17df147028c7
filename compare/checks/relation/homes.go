package relation

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/witness"
)

// home is where a report says that a person lives.
type home struct {
	st     *witness.Statement
	span   witness.Span
	places []*witness.Name // from the narrowest: a suburb, its state
}

// homes compares over the whole event where the reports say that a person lives:
// "LaMotte, 36, of Fairview" against "LaMotte, of Duluth". Where somebody was born is
// another thing, and so is where he comes from.
func homes(p *compare.Pass) {
	by := make([][]home, len(p.Event.Entities))
	towns := map[string]bool{}
	for st := range p.Statements() {
		if !marks.Readable(st) {
			continue
		}
		for _, n := range compare.Facts[*witness.Name](st) {
			if n.Entity == nil || n.Demonym {
				continue
			}
			if town, ok := governed(st, n); ok {
				towns[town] = true
			}
			if h := lives(st, n); h.st != nil && n.Entity.Kind != witness.Place {
				by[n.Entity.ID] = append(by[n.Entity.ID], h)
			}
		}
	}
	for id, list := range by {
		for i, a := range list {
			for _, b := range list[i+1:] {
				if a.st.Witness == b.st.Witness || !twoTowns(p, towns, a, b) {
					continue
				}
				who := p.Event.Entities[id].Name
				p.ReportAcross(compare.Difference{
					A:    compare.Spot{Statement: a.st, Span: a.span, Value: a.places[0].Form},
					B:    compare.Spot{Statement: b.st, Span: b.span, Value: b.places[0].Form},
					Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: "where " + who + " lives",
					Reason: fmt.Sprintf("Neither of %s and %s is said to lie in the other.", a.places[0].Form, b.places[0].Form),
				})
			}
		}
	}
}

// lives reads after a name where its bearer lives: ", 36, of X", ", of X", "who
// lives in X", "a resident of X". Who lived somewhere may have moved.
func lives(st *witness.Statement, n *witness.Name) home {
	word := func(i int) string { return compare.Word(st, i) }
	i, aged := n.Last+1, false
	if word(i) == "," && i+1 < len(st.Tokens) && age(&st.Tokens[i+1]) {
		aged = true
		i += 2
	}
	comma := word(i) == ","
	if comma {
		i++
	}
	switch {
	case word(i) == "of" && (aged || comma):
		i++
	case word(i) == "a" && word(i+1) == "resident" && word(i+2) == "of":
		i += 3
	case word(i) == "who":
		for i++; word(i) != "in" && word(i) != "," && i < n.Last+wide; i++ {
			aged = aged || word(i) == "lives" || word(i) == "resides"
		}
		if !aged || word(i) != "in" {
			return home{}
		}
		i++
	default:
		return home{}
	}
	h := home{st: st}
	for m := nameAt(st, i); m != nil && m.Entity != nil && !m.Demonym && m.Entity.Kind != witness.Organisation; m = nameAt(st, i) {
		h.places = append(h.places, m)
		i = m.Last + 1
		if word(i) != "," {
			break
		}
		i++
	}
	if len(h.places) == 0 {
		return home{}
	}
	h.span = compare.TokenSpan(st, h.places[0].First-1, h.places[0].Last)
	return h
}

// wide is how many words after a name "who … lives in" may come.
const wide = 10

// age reports whether a word is the age of a person, in figures.
func age(t *witness.Token) bool {
	return t.UPOS == "NUM" && len(t.Form) <= 3 && strings.Trim(t.Form, "0123456789") == ""
}

// governed returns the town of a name that is said to have what a town has: the
// police of Fairview, Fairview Police, the Fairview city jail.
func governed(st *witness.Statement, n *witness.Name) (town string, ok bool) {
	words := strings.Fields(lower(n.Form))
	rest := len(words)
	for rest > 1 && municipal[words[rest-1]] {
		rest--
	}
	switch {
	case rest < len(words):
	case n.Last+1 < len(st.Tokens) && municipal[st.Tokens[n.Last+1].Lower]:
	case n.First > 1 && st.Tokens[n.First-1].Lower == "of" && municipal[st.Tokens[n.First-2].Lower]:
	default:
		return "", false
	}
	return strings.Join(words[:rest], " "), true
}

// municipal are the nouns of what towns have, and of towns.
var municipal = map[string]bool{"police": true, "mayor": true, "firefighters": true, "councilman": true, "alderman": true, "municipality": true, "town": true, "city": true,
	"department": true}

// twoTowns reports whether two homes are in two towns: no place of the one is, holds
// or lies in one of the other, and both are towns, or neither is known to be of another
// rank than the other. A suburb that only one report names may be part of the city.
func twoTowns(p *compare.Pass, towns map[string]bool, a, b home) bool {
	for _, x := range a.places {
		for _, y := range b.places {
			kx, ky := lower(x.Form), lower(y.Form)
			if x.Entity == y.Entity || p.Names.Same(x.Form, y.Form) || p.Lexicon.Contains(kx, ky) || p.Lexicon.Contains(ky, kx) {
				return false
			}
		}
	}
	x, y := a.places[0], b.places[0]
	cx, wx := town(p.Lexicon, towns, x)
	cy, wy := town(p.Lexicon, towns, y)
	return !wx && !wy && cx && cy
}

// town reports whether a place is a town of its own, and whether it is wider than one.
func town(lex *lexicon.Lexicon, towns map[string]bool, n *witness.Name) (is, wider bool) {
	key := lower(n.Form)
	forms := lex.Places().GetAll(key)
	city := slices.ContainsFunc(forms, func(f lexicon.PlaceForm) bool { return f.Kind == "city" })
	if len(forms) > 0 {
		return city, !city
	}
	return towns[key], strings.HasSuffix(key, "county") || strings.HasSuffix(key, "shire")
}
