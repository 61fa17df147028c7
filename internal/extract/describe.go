package extract

import (
	"strings"

	"github.com/factdiff/factdiff/witness"
)

// described returns the one person whom the definite noun i describes: "the
// Russian negotiator", "the deputy minister", "his US counterpart". With a
// country the whole report is searched, without one the paragraph.
func (d *discourse) described(s *sentence, i int) *witness.Entity {
	t := &s.toks[i]
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" || t.XPOS == "NNS" || t.XPOS == "NNPS" || len(d.cast) == 0 || !s.definite(i) {
		return nil
	}
	country := s.countryOf(d, i)
	var fits func(*character) bool
	if t.Lemma == "counterpart" {
		return d.counterpart(s, i, country)
	}
	kind, calling := callings[t.Lemma]
	if r := s.roleAt(i); r != nil && r.Holder == nil && !r.Former {
		words := strings.Fields(r.Modifier + " " + r.Office)
		if country == "" {
			country = d.country(r.Of)
		}
		fits = func(c *character) bool { return c.holds(words) || calling && c.follows(kind) }
	} else if calling {
		fits = func(c *character) bool { return c.follows(kind) }
	} else {
		return nil
	}
	if country == "" {
		return d.recent(s, i, func(e *witness.Entity) bool {
			for _, c := range d.cast {
				if c.entity == e {
					return fits(c)
				}
			}
			return false
		})
	}
	return d.only(func(c *character) bool { return (fits(c) || len(c.offices) == 0) && c.of(country) })
}

// official returns the one person of a country who may be called by an office.
func (d *discourse) official(r *witness.Role, lemma string) *witness.Entity {
	words := strings.Fields(r.Modifier + " " + r.Office)
	kind, calling := callings[lemma]
	country := d.country(r.Of)
	if country == "" {
		return nil
	}
	return d.only(func(c *character) bool {
		return (c.holds(words) || calling && c.follows(kind) || len(c.offices) == 0) && c.of(country)
	})
}

// definite reports whether noun i means a known one: "the", "this", a
// possessive, or a title used as a name.
func (s *sentence) definite(i int) bool {
	if s.possessor(i) >= 0 {
		return true
	}
	if d := s.child(i, "det"); d >= 0 {
		switch s.lower[d] {
		case "the", "this", "that":
			return true
		}
		return false
	}
	return s.roleAt(i) != nil && s.upos(i) == "PROPN"
}

// roleAt returns the office whose words hold token i.
func (s *sentence) roleAt(i int) *witness.Role {
	for _, f := range s.facts {
		if r, ok := f.(*witness.Role); ok && r.Span.Contains(s.toks[i].Span) {
			return r
		}
	}
	return nil
}

// only returns the one person of the report who fits, or nil.
func (d *discourse) only(fits func(*character) bool) *witness.Entity {
	var found *witness.Entity
	for _, c := range d.cast {
		if fits(c) {
			if found != nil {
				return nil
			}
			found = c.entity
		}
	}
	return found
}

// counterpart returns who has the office of the possessor in another country.
func (d *discourse) counterpart(s *sentence, i int, country string) *witness.Entity {
	p := s.possessor(i)
	if p < 0 || country == "" {
		return nil
	}
	owner := d.entityOf(s, p)
	fits := func(c *character) bool { return c.entity != owner && c.of(country) && len(c.offices) > 0 }
	if e := d.only(fits); e != nil {
		return e
	}
	for _, o := range d.cast {
		if o.entity == owner {
			return d.only(func(c *character) bool {
				for _, of := range o.offices {
					if fits(c) && c.holds(strings.Fields(of)) {
						return true
					}
				}
				return false
			})
		}
	}
	return nil
}

// of reports whether the report gives c the country.
func (c *character) of(country string) bool {
	for _, k := range c.countries {
		if k == country {
			return true
		}
	}
	return false
}

// holds reports whether one of c's offices has all the words: "deputy
// minister" means a deputy foreign minister.
func (c *character) holds(words []string) bool {
	for _, o := range c.offices {
		all := true
		for _, w := range words {
			all = all && strings.Contains(" "+o+" ", " "+w+" ")
		}
		if all {
			return true
		}
	}
	return false
}

// follows reports whether one of c's offices is of a calling.
func (c *character) follows(calling string) bool {
	for i, k := range c.kinds {
		o := c.offices[i]
		foreign := k == "diplomatic" || o == "counterpart" || strings.Contains(o, "foreign") || strings.Contains(o, "secretary of state") || strings.Contains(o, "negotiator")
		switch calling {
		case "diplomat":
			if foreign {
				return true
			}
		case "leader":
			if c.ranks[i] >= 9 {
				return true
			}
		case "official":
			if k == "political" || foreign || k == "military" || k == "police" {
				return true
			}
		}
	}
	return false
}

// callings are nouns by which reports mean somebody whose office they gave
// before.
var callings = map[string]string{"diplomat": "diplomat", "negotiator": "diplomat", "envoy": "diplomat", "leader": "leader", "statesman": "leader",
	"official": "official", "politician": "official", "representative": "official"}
