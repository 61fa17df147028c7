package extract

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// discourse is what a report has said so far, and who appears in it: enough
// to tell whom a pronoun or a description means. Where two persons fit, it
// says nobody.
type discourse struct {
	lex      *lexicon.Lexicon
	cast     []*character
	mentions []mention                  // of persons, in the order of the text
	places   map[string]*witness.Entity // those that the report names, by key
}

// character is a person of the report with the offices and countries that the
// report gives him or her.
type character struct {
	entity    *witness.Entity
	offices   []string // words of each office, its modifier included
	kinds     []string // the lexicon's kind of each office
	ranks     []int
	countries []string // keys of places
}

// mention is a place where a person is named.
type mention struct {
	entity    *witness.Entity
	paragraph int
	pos       int // byte in the text
}

func newDiscourse(lex *lexicon.Lexicon, sents []*sentence) *discourse {
	d := &discourse{lex: lex, places: map[string]*witness.Entity{}}
	for _, s := range sents {
		for _, f := range s.facts {
			switch f := f.(type) {
			case *witness.Role:
				if f.Holder == nil || f.Former {
					continue
				}
				c := d.character(f.Holder)
				office := strings.TrimSpace(f.Modifier + " " + f.Office)
				if !slices.Contains(c.offices, office) {
					t, _ := lex.Titles().Get(f.Office)
					c.offices, c.kinds, c.ranks = append(c.offices, office), append(c.kinds, t.Kind), append(c.ranks, t.Rank)
				}
				c.from(d.country(f.Of))
			case *witness.Name:
				if f.Entity != nil && f.Entity.Kind == witness.Place {
					d.places[f.Entity.Key] = f.Entity
				}
				if f.Entity != nil && f.Entity.Kind == witness.Person && !f.Demonym {
					if h := s.toks[f.Head].Head; h >= 0 && s.toks[f.Head].Rel == "appos" {
						c := d.character(f.Entity)
						c.from(s.countryOf(d, h))
						if s.toks[h].Lemma == "counterpart" && len(c.offices) == 0 {
							c.offices, c.kinds, c.ranks = append(c.offices, "counterpart"), append(c.kinds, ""), append(c.ranks, 0)
						}
					}
					if k := s.countryOf(d, f.Head); k != "" {
						d.character(f.Entity).from(k)
					}
				}
			}
		}
	}
	return d
}

func (d *discourse) character(e *witness.Entity) *character {
	for _, c := range d.cast {
		if c.entity == e {
			return c
		}
	}
	c := &character{entity: e}
	d.cast = append(d.cast, c)
	return c
}

func (c *character) from(country string) {
	if country != "" && !slices.Contains(c.countries, country) {
		c.countries = append(c.countries, country)
	}
}

// country gives the key of the country that a name, a demonym or a capital
// stands for; empty where it is none.
func (d *discourse) country(name string) string {
	if name == "" {
		return ""
	}
	if p, ok := d.lex.Country(lowerPlain(strings.TrimSuffix(strings.TrimPrefix(name, "the "), "'s"))); ok {
		return p.Key
	}
	return ""
}

// countryOf gives the country that the words before noun i name: "Russian",
// "US", "Moscow's".
func (s *sentence) countryOf(d *discourse, i int) string {
	for _, k := range s.kids[i] {
		switch rel := s.toks[k].Rel; {
		case rel == "amod" || rel == "compound" || rel == "nmod:poss" || isRel(rel, "nmod") && s.caseOf(k) == "of":
			if n := s.nameAt(k); n != nil {
				if c := d.country(n.Form); c != "" {
					return c
				}
			}
		}
	}
	// the parse may hang "US" elsewhere in "the US State Department official"
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if s.upos(k) == "PUNCT" || s.upos(k) == "VERB" || s.upos(k) == "DET" || s.upos(k) == "ADP" {
			break
		}
		if n := s.nameAt(k); n != nil && k >= n.First {
			if c := d.country(n.Form); c != "" {
				return c
			}
		}
	}
	return ""
}

// enter notes the persons whom s names.
func (d *discourse) enter(s *sentence) {
	for _, f := range s.facts {
		if n, ok := f.(*witness.Name); ok && n.Entity != nil && n.Entity.Kind == witness.Person && !n.Demonym {
			d.mentions = append(d.mentions, mention{n.Entity, s.st.Paragraph, n.Span.Start})
		}
	}
}

// see notes that token i of s stands for e.
func (d *discourse) see(s *sentence, i int, e *witness.Entity) {
	if e.Kind == witness.Person {
		d.mentions = append(d.mentions, mention{e, s.st.Paragraph, s.toks[i].Span.Start})
	}
}

// person returns whom a pronoun means: the speaker of the words that it stands
// in, else the one person of its gender whom the paragraph has named before
// it, or, where it has named nobody, the last paragraph that has.
func (d *discourse) person(s *sentence, i int, g witness.Gender) *witness.Entity {
	fits := func(e *witness.Entity) bool {
		return e != nil && e.Kind == witness.Person && (e.Gender == g || e.Gender == witness.UnknownGender)
	}
	if a := s.source(i); a != nil && fits(a.Speaker) && s.quoteAt(i) == nil {
		return a.Speaker
	}
	// who does it to "him" is another
	other := (*witness.Entity)(nil)
	if h := s.toks[i].Head; h >= 0 && !isRel(s.toks[i].Rel, "nsubj") && s.toks[i].Rel != "nmod:poss" {
		if k := s.subject(h); k >= 0 {
			if n := s.nameAt(k); n != nil {
				other = n.Entity
			}
		}
	}
	return d.recent(s, i, func(e *witness.Entity) bool { return e != other && fits(e) })
}

// recent returns the one person who fits among those named before token i of s
// in its paragraph, or in the last paragraph before it that names any.
func (d *discourse) recent(s *sentence, i int, fits func(*witness.Entity) bool) *witness.Entity {
	pos, par := s.toks[i].Span.Start, -1
	for _, m := range d.mentions {
		if m.pos < pos {
			par = max(par, m.paragraph)
		}
	}
	if par < s.st.Paragraph-2 {
		return nil
	}
	var found *witness.Entity
	for _, m := range d.mentions {
		if m.paragraph != par || m.pos >= pos || !fits(m.entity) {
			continue
		}
		if found != nil && found != m.entity {
			return nil
		}
		found = m.entity
	}
	return found
}

// thing returns the country or organisation that "it" at i means: the subject
// of the clause that holds its own, or the only one that the clause names.
func (d *discourse) thing(s *sentence, i int) *witness.Entity {
	p := s.toks[i].Head
	if p < 0 || !isRel(s.toks[i].Rel, "nsubj") && s.toks[i].Rel != "nmod:poss" {
		return nil // as an object it may be anything: "in preparation for attacking it"
	}
	if isRel(s.toks[i].Rel, "nsubj") {
		switch s.toks[p].Lemma {
		case "seem", "appear", "turn", "take", "happen", "mean":
			return nil
		}
		if s.child(p, "csubj") >= 0 || s.upos(p) != "VERB" && (s.child(p, "ccomp") >= 0 || s.child(p, "xcomp") >= 0 || s.upos(p) == "NOUN") {
			return nil
		}
	}
	for n := 0; n < 4; n++ {
		h, rel := s.governor(p)
		if h < 0 {
			return nil
		}
		if s.predicate(h) && h != s.toks[i].Head {
			if e := d.bodyIn(s, h, i, rel == "ccomp" || rel == "xcomp"); e != nil {
				return e
			}
			if s.subject(h) >= 0 {
				return nil
			}
		} else if s.toks[i].Rel == "nmod:poss" && s.predicate(h) {
			return d.bodyIn(s, h, i, true)
		}
		p = h
	}
	return nil
}

// bodyIn returns the country or organisation that takes part in predicate h:
// its subject where that is meant, else the only one.
func (d *discourse) bodyIn(s *sentence, h, i int, subject bool) *witness.Entity {
	body := func(k int) *witness.Entity {
		n := s.nameAt(s.antecedent(k))
		if n == nil || n.Demonym || n.Entity == nil || n.Entity.Kind != witness.Place && n.Entity.Kind != witness.Organisation {
			return nil
		}
		return n.Entity
	}
	subj, _ := s.subjectOf(h)
	if subj >= 0 && subj != i {
		if e := body(subj); e != nil && subject {
			return e
		}
	}
	var found *witness.Entity
	consider := func(k int) bool {
		if e := body(k); e != nil && k != i {
			if found != nil && found != e {
				return false
			}
			found = e
		}
		return true
	}
	if subj >= 0 && !consider(subj) {
		return nil
	}
	for _, k := range s.kids[h] {
		switch rel := s.toks[k].Rel; {
		case rel == "obj" || rel == "iobj" || isRel(rel, "obl"):
			if !consider(k) {
				return nil
			}
		}
	}
	if subject && subj >= 0 && found != nil && body(subj) == nil {
		return nil // "the minister told Russia that it …": the minister's side, or Russia
	}
	return found
}

// ownCountry returns the country of "his country", "her country".
func (d *discourse) ownCountry(s *sentence, i int) *witness.Entity {
	p := s.possessor(i)
	if p < 0 {
		return nil
	}
	e := d.entityOf(s, p)
	for _, c := range d.cast {
		if c.entity == e && len(c.countries) == 1 {
			return d.places["place:"+c.countries[0]]
		}
	}
	return nil
}
