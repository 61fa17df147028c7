package extract

import (
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// resolve ties roles, speakers and arguments to entities, and pronouns to the
// person or country last named, within one report. A pronoun with two
// candidates of its gender in the paragraph stays unresolved.
func resolve(lex *lexicon.Lexicon, w *witness.Witness, sents []*sentence) {
	var recent mention
	for _, s := range sents {
		for _, h := range s.holders {
			h.role.Holder = h.name.Entity
			if h.name.Entity != nil && h.name.Entity.Kind == witness.OtherEntity {
				h.name.Entity.Kind = witness.Person
			}
			if o, ok := lex.Titles().Get(h.role.Office); ok && h.name.Entity != nil && h.name.Entity.Gender == witness.UnknownGender {
				h.name.Entity.Gender = gender(o.Gender)
			}
		}
	}
	for _, s := range sents {
		if s.st.Paragraph != recent.paragraph {
			recent.second = nil
			recent.paragraph = s.st.Paragraph
		}
		for _, p := range s.speakers {
			p.attribution.Speaker = s.entityOf(p.token, &recent)
			if p.attribution.Speaker == nil {
				continue
			}
			for _, f := range s.facts {
				if q, ok := f.(*witness.Quote); ok && q.Speaker == nil {
					q.Speaker, q.Verb = p.attribution.Speaker, p.attribution.Verb
				}
			}
		}
		for _, f := range s.facts {
			c, ok := f.(*witness.Claim)
			if !ok {
				continue
			}
			if c.Agent != nil {
				c.Agent.Entity = s.entityOf(c.Agent.Head, &recent)
			}
			if c.Patient != nil {
				c.Patient.Entity = s.entityOf(c.Patient.Head, &recent)
			}
			for k := range c.Others {
				c.Others[k].Entity = s.entityOf(c.Others[k].Head, &recent)
			}
			s.attribute(c)
		}
		for _, f := range s.facts {
			if n, ok := f.(*witness.Name); ok && n.Entity != nil && n.Entity.Kind == witness.Person {
				recent.see(n.Entity)
			}
		}
	}
}

// mention remembers the persons last named.
type mention struct {
	last, second *witness.Entity
	paragraph    int
}

func (m *mention) see(e *witness.Entity) {
	if m.last != e {
		m.second, m.last = m.last, e
	}
}

// entityOf returns the entity that token i names or stands for.
func (s *sentence) entityOf(i int, recent *mention) *witness.Entity {
	if n := s.nameAt(i); n != nil && !n.Demonym {
		return n.Entity
	}
	var want witness.Gender
	switch s.word(i) {
	case "he", "him":
		want = witness.Masculine
	case "she", "her":
		want = witness.Feminine
	default:
		// "Deputy Minister Sergey Ryabkov": the parse may head the phrase by
		// the title
		for _, k := range s.kids[i] {
			if rel := s.toks[k].Rel; isRel(rel, "flat") || isRel(rel, "appos") || isRel(rel, "compound") {
				if n := s.nameAt(k); n != nil && !n.Demonym && n.Entity != nil && n.Entity.Kind == witness.Person {
					return n.Entity
				}
			}
		}
		return nil
	}
	fits := func(e *witness.Entity) bool {
		return e != nil && (e.Gender == want || e.Gender == witness.UnknownGender)
	}
	if fits(recent.last) && !(fits(recent.second) && recent.second.Gender == recent.last.Gender) {
		return recent.last
	}
	return nil
}

// attribute finds who says that a claim holds: the nearest reporting verb
// above it in the tree.
func (s *sentence) attribute(c *witness.Claim) {
	h := c.Head
	for steps := 0; h >= 0 && steps < 6; steps++ {
		for _, f := range s.facts {
			if a, ok := f.(*witness.Attribution); ok && a.Head != c.Head && (a.Content == h || a.Head == h && h != c.Head) {
				c.Attribution = a
				return
			}
		}
		h = s.toks[h].Head
	}
}
