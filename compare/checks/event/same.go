package event

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

func lists(values []string, v string) bool { return slices.Contains(values, v) }

// oneThing reports whether two fates are told of what may be one thing: one
// that is named, or nouns of one sense whose names, owners and numbers do not
// stand against it.
func oneThing(p *compare.Pass, sa *witness.Statement, a fate, sb *witness.Statement, b fate) bool {
	if na, nb := named(sa, a), named(sb, b); na != nil || nb != nil {
		return na != nil && nb != nil && (na == nb || na.Kind == nb.Kind && p.Names.Same(na.Name, nb.Name))
	}
	if a.lemma != b.lemma && !alike(p.Lexicon, a.lemma, b.lemma) {
		return false
	}
	if count(sa, a.thing) != count(sb, b.thing) {
		return false
	}
	ma, mb := modifiers(sa, a.thing), modifiers(sb, b.thing)
	if len(ma) == 0 || len(mb) == 0 {
		return true
	}
	for _, x := range ma {
		for _, y := range mb {
			if x.entity != nil && x.entity == y.entity || x.entity == nil && y.entity == nil && (x.lemma == y.lemma || p.Lexicon.Synonymous(x.lemma, y.lemma, lexicon.Noun)) {
				return true
			}
		}
	}
	return false
}

// named returns whom or what a fate is told of by name: the thing itself, not
// what a common noun is taken to stand for.
func named(st *witness.Statement, f fate) *witness.Entity {
	if f.entity == nil || f.degree.Of != "person" && f.degree.Of != "body" && st.Tokens[f.thing].UPOS == "NOUN" {
		return nil
	}
	return f.entity
}

// alike reports whether two nouns may name one thing: synonyms, or one a kind
// of the other by a single step.
func alike(lex *lexicon.Lexicon, a, b string) bool {
	if lex.Synonymous(a, b, lexicon.Noun) {
		return true
	}
	_, up := lexicon.Hypernym(a, b, lexicon.Noun, 1)
	_, down := lexicon.Hypernym(b, a, lexicon.Noun, 1)
	return up || down
}

// modifier is what tells one thing of its kind from others.
type modifier struct {
	lemma  string
	entity *witness.Entity
}

// modifiers lists the names, owners and nouns that restrict noun i: "lorry"
// of "the lorry driver", "Chachapoyas" of "the airport of Chachapoyas".
func modifiers(st *witness.Statement, i int) []modifier {
	var out []modifier
	for k := range st.Tokens {
		t := &st.Tokens[k]
		if t.Head != i || k == i {
			continue
		}
		switch rel := t.Relation(); {
		case rel == "nmod" && t.XPOS != "PRP$", t.Rel == "compound", t.Rel == "flat", rel == "amod" && t.UPOS == "PROPN":
		default:
			continue
		}
		m := modifier{lemma: t.Lemma}
		if n := compare.NameOver(st, k); n != nil && n.Entity != nil {
			m.entity = n.Entity
		}
		out = append(out, m)
	}
	return out
}

// count returns how many of the thing at token i there are; 1 for a singular,
// 0 for a plural without a number.
func count(st *witness.Statement, i int) float64 {
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.OfAt == i && q.Kind == witness.Cardinal {
			return q.Point
		}
	}
	if strings.HasSuffix(st.Tokens[i].XPOS, "S") {
		return 0
	}
	return 1
}
