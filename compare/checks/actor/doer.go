package actor

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// doer is who a clause says has a part: by name, several where they are told together, or by
// a noun, with the nation that stands before it.
type doer struct {
	span   witness.Span
	names  []*witness.Entity
	noun   string
	nation *witness.Name
	body   bool // the noun is one of bodies, whatever name stands beside it
}

// doerAt reads who word i of a statement names; false where it is a pronoun, or nobody who
// can be told from another.
func doerAt(st *witness.Statement, arg *witness.Arg) (doer, bool) {
	i := arg.Head
	t := &st.Tokens[i]
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" {
		return doer{}, false
	}
	d := doer{span: t.Span}
	add := func(e *witness.Entity) {
		if e != nil && !slices.Contains(d.names, e) {
			d.names = append(d.names, e)
		}
	}
	named := compare.NameOver(st, i) != nil
	for k := range st.Tokens {
		if k == i || joined(st, k, i, named) {
			if n := compare.NameOver(st, k); n != nil && !n.Demonym {
				if len(d.names) == 0 {
					d.span = n.Span
				}
				add(n.Entity)
			}
		}
	}
	d.body = !named && lexicon.Category(t.Lemma, lexicon.Noun) == "group"
	if len(d.names) == 0 && arg.Entity != nil && arg.Entity.Kind == witness.Person {
		add(arg.Entity)
	}
	if len(d.names) == 0 {
		d.noun = t.Lemma
		d.nation = demonym(st, i)
		if d.nation != nil {
			d.span = compare.TokenSpan(st, d.nation.First, i)
		}
	}
	return d, true
}

// joined reports whether word k is told together with noun i, or means the same: the name
// behind a title or after "and", and in apposition to a noun that names nobody.
func joined(st *witness.Statement, k, i int, named bool) bool {
	for steps := 0; k >= 0 && k != i && steps < 4; steps++ {
		switch st.Tokens[k].Relation() {
		case "flat", "conj":
		case "appos":
			if named {
				return false
			}
		default:
			return false
		}
		k = st.Tokens[k].Head
	}
	return k == i
}

// value is what a finding shows of a doer.
func (d doer) value(st *witness.Statement) string {
	if len(d.names) > 0 {
		return d.names[0].Name
	}
	return st.Witness.Text[d.span.Start:d.span.End]
}

// twoDoers reports whether nobody is both of two doers. A person beside a body may act for it,
// and a name beside a noun may be what it means.
func twoDoers(p *compare.Pass, a, b doer) bool {
	if len(a.names) > 0 && len(b.names) > 0 {
		for _, e := range a.names {
			for _, f := range b.names {
				if e == f || actorKind(p, a, e) != actorKind(p, b, f) || p.Names.Same(e.Name, f.Name) || compare.Common(untitled(p, e), untitled(p, f)) || holds(p.Lexicon, e, f) {
					return false
				}
			}
		}
		return true
	}
	if len(a.names) > 0 || len(b.names) > 0 {
		return false
	}
	if a.nation != nil && b.nation != nil {
		return otherNation(p.Lexicon, a.nation, b.nation)
	}
	_, ok := p.Lexicon.Exclusive(a.noun, b.noun)
	return ok && whoever(a.noun) && whoever(b.noun)
}

// whoever reports whether a noun names a person or a body of them.
func whoever(lemma string) bool {
	c := lexicon.Category(lemma, lexicon.Noun)
	return c == "person" || c == "group"
}

// actorKind is what an entity is as far as it can have a part. A name that no table knows is a
// person's where it is of two words that are no words of English.
func actorKind(p *compare.Pass, d doer, e *witness.Entity) witness.EntityKind {
	if d.body && e.Kind != witness.Place {
		return witness.Organisation
	}
	if e.Kind != witness.OtherEntity {
		return e.Kind
	}
	words := untitled(p, e)
	if len(words) == 2 && !slices.ContainsFunc(words, func(w string) bool { return lexicon.Known(w, lexicon.Noun) }) {
		return witness.Person
	}
	return witness.Organisation
}

// untitled lists the words of a name without those of titles: two deputies are two.
func untitled(p *compare.Pass, e *witness.Entity) []string {
	return slices.DeleteFunc(slices.Clone(p.Names.Words(e.Name)), func(w string) bool { return p.Lexicon.Titles().Has(w) || p.Lexicon.TitleModifiers().Has(w) })
}

// holds reports whether one of two places is in the other.
func holds(lex *lexicon.Lexicon, e, f *witness.Entity) bool {
	if e.Kind != witness.Place || f.Kind != witness.Place {
		return false
	}
	x, y := compare.Land(lex, e.Name), compare.Land(lex, f.Name)
	return x == nil || y == nil || x == y || lex.Contains(x.Key, y.Key) || lex.Contains(y.Key, x.Key)
}
