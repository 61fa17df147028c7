package name

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// A person is somebody whom reports call by a given name and a surname.
type person struct {
	entity        *witness.Entity
	given, family string // folded
	told          []mention
	offices       []holder
}

// A mention is a person's name in its statement.
type mention struct {
	st *witness.Statement
	n  *witness.Name
}

// people lists the persons of the event in the order of their entities.
func people(p *compare.Pass) []*person {
	byEntity := make([]*person, len(p.Event.Entities))
	for _, e := range p.Event.Entities {
		if given, family, ok := fullName(p, e); ok {
			byEntity[e.ID] = &person{entity: e, given: given, family: family}
		}
	}
	for st := range p.Statements() {
		if !marks.Readable(st) {
			continue // who wrote a report is nobody in it
		}
		for _, n := range compare.Facts[*witness.Name](st) {
			if n.Entity != nil && byEntity[n.Entity.ID] != nil {
				x := byEntity[n.Entity.ID]
				x.told = append(x.told, mention{st, n})
			}
		}
		for _, r := range compare.Facts[*witness.Role](st) {
			if r.Holder != nil && byEntity[r.Holder.ID] != nil && r.Office != "" && !r.Former {
				x := byEntity[r.Holder.ID]
				x.offices = append(x.offices, holder{st, r})
			}
		}
	}
	return slices.DeleteFunc(byEntity, func(x *person) bool { return x == nil || len(x.told) == 0 })
}

// fullName parts the name of an entity that can be a person: two words besides
// initials, of which the first is no title and neither is an ordinary word, unless
// the whole is known for a person's.
func fullName(p *compare.Pass, e *witness.Entity) (given, family string, ok bool) {
	words := slices.DeleteFunc(slices.Clone(p.Names.Words(e.Name)), func(w string) bool { return len(w) < 2 })
	if len(words) != 2 || !strings.HasPrefix(e.Key, "name:") {
		return "", "", false
	}
	given, family = words[0], words[1]
	ordinary := func(w string) bool {
		return naming.Common(w) || p.Lexicon.Places().Has(w) || p.Lexicon.Organisations().Has(w) || p.Lexicon.IsGeneric(w)
	}
	known := p.Lexicon.GivenNames().Has(given)
	switch {
	case p.Lexicon.Titles().Has(given) || !known && ordinary(given):
		return "", "", false
	case e.Kind == witness.Person:
		return given, family, true
	}
	return given, family, e.Kind == witness.OtherEntity && !ordinary(family)
}

// A part is one of the two parts of a full name.
type part struct {
	of   func(*person) string
	two  func(a, b string) bool // whether two of them are surely two names
	bare bool                   // whether it stands for the whole
}

// A figure is the persons who share the one part of their names and whose other
// parts are spellings of each other, so that they can be one.
type figure struct {
	names  []*person
	name   string          // the commonest spelling
	told   []mention       // where a report gives the part of the name that others differ in
	voices map[string]bool // the reports that do, copies as one
}

// figures tells persons apart by one part of their names.
func figures(list []*person, by part) []*figure {
	var out []*figure
	for _, x := range list {
		into := &figure{names: []*person{x}}
		out = slices.DeleteFunc(out, func(f *figure) bool {
			if slices.ContainsFunc(f.names, func(y *person) bool { return !by.two(by.of(x), by.of(y)) }) {
				into.names = append(into.names, f.names...)
				return true
			}
			return false
		})
		out = append(out, into)
	}
	for _, f := range out {
		slices.SortFunc(f.names, func(a, b *person) int {
			return cmp.Or(cmp.Compare(len(b.told), len(a.told)), cmp.Compare(a.entity.ID, b.entity.ID))
		})
		f.name, f.voices = f.names[0].entity.Name, map[string]bool{}
		for _, x := range f.names {
			for _, m := range x.told {
				if words := naming.Words(m.n.Form); len(words) > 1 || by.bare && !slices.Contains(words, x.given) {
					f.told = append(f.told, m)
					f.voices[m.st.Witness.Voice()] = true
				}
			}
		}
	}
	return out
}

// sameOffice reports whether one office is said to be held by both.
func (f *figure) sameOffice(g *figure) bool {
	for _, x := range f.names {
		for _, a := range x.offices {
			for _, y := range g.names {
				if slices.ContainsFunc(y.offices, func(b holder) bool {
					return a.role.Office == b.role.Office && a.role.Modifier == b.role.Modifier && oneOffice(a.role, b.role)
				}) {
					return true
				}
			}
		}
	}
	return false
}

// likeSaid reports whether statements that name two figures say like things of
// them: they share a noun or a verb, or one is a synonym of the other.
func (f *figure) likeSaid(lex *lexicon.Lexicon, g *figure) bool {
	words := telling(lex, f.told)
	return slices.ContainsFunc(telling(lex, g.told), func(b saying) bool {
		return slices.ContainsFunc(words, func(a saying) bool {
			return a == b || a.pos == b.pos && lex.Synonymous(a.lemma, b.lemma, a.pos) ||
				a.verb != "" && b.verb != "" && (a.verb == b.verb || lex.Synonymous(a.verb, b.verb, lexicon.Verb))
		})
	})
}

// A saying is a word that says something of those whom a statement names.
type saying struct {
	lemma string
	pos   lexicon.POS
	verb  string // what is done: the verb itself, or the one that the noun is derived from
}

// telling lists the words that say something of those whom statements name: not that
// they spoke, nor when, nor that something took place.
func telling(lex *lexicon.Lexicon, told []mention) []saying {
	var out []saying
	for _, m := range told {
		for i := range m.st.Tokens {
			t := &m.st.Tokens[i]
			switch {
			case t.UPOS == "NOUN" && lexicon.Category(t.Lemma, lexicon.Noun) != "time":
				out = append(out, saying{t.Lemma, lexicon.Noun, lexicon.VerbOf(t.Lemma)})
			case t.UPOS == "VERB" && !lex.Reporting().Has(t.Lemma) && !lex.LightVerbs().Has(t.Lemma):
				out = append(out, saying{t.Lemma, lexicon.Verb, t.Lemma})
			}
		}
	}
	return out
}

// otherOffice reports whether the reports say of both what office they hold, and
// none that is the same.
func (f *figure) otherOffice(g *figure) bool {
	holds := func(x *person) bool { return len(x.offices) > 0 }
	return slices.ContainsFunc(f.names, holds) && slices.ContainsFunc(g.names, holds) && !f.sameOffice(g)
}

// gender returns what is known of a figure's.
func (f *figure) gender() witness.Gender {
	for _, x := range f.names {
		if x.entity.Gender != witness.UnknownGender {
			return x.entity.Gender
		}
	}
	return witness.UnknownGender
}

// related reports whether a statement tells of kin. Partners have seldom one surname,
// and are as often in business.
func related(lex *lexicon.Lexicon, st *witness.Statement) bool {
	return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool {
		if t.Lemma == "family" || t.Lemma == "relative" || t.Lemma == "namesake" {
			return true
		}
		g, ok := lex.GenderedNouns().Get(t.Lemma)
		return ok && g.Relation != "" && g.Relation != "partner"
	})
}

// vocabularies are the words of the names in each report, in order of the alphabet.
type vocabularies map[*witness.Witness][]string

// vocabulary lists for each report the folded words that it writes as names.
func vocabulary(_ *lexicon.Lexicon, ev *witness.Event) vocabularies {
	out := vocabularies{}
	for _, w := range ev.Witnesses {
		seen := map[string]bool{}
		for _, st := range w.Statements {
			for _, n := range compare.Facts[*witness.Name](st) {
				for _, word := range naming.Words(n.Form) {
					seen[word] = true
				}
			}
			for i := range st.Tokens {
				if t := &st.Tokens[i]; capital(t.Form) {
					seen[text.Fold(t.Lower)] = true
				}
			}
		}
		for word := range seen {
			out[w] = append(out[w], word)
		}
		slices.Sort(out[w])
	}
	return out
}
