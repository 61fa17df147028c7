package extract

import (
	"slices"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// resolve ties roles, speakers and arguments to entities, and pronouns and
// descriptions to the person or country that they stand for, within one
// report: first who speaks, then who does what in what is said.
func resolve(lex *lexicon.Lexicon, w *witness.Witness, sents []*sentence) {
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
	d := newDiscourse(lex, sents)
	for _, s := range sents {
		d.enter(s)
		for _, p := range s.speakers {
			if e := d.entityOf(s, p.token); e != nil {
				p.attribution.Speaker = e
				d.see(s, p.token, e)
			}
		}
		d.quotes(s)
	}
	d.joinQuotes(sents)
	for _, s := range sents {
		for _, f := range s.facts {
			c, ok := f.(*witness.Claim)
			if !ok {
				continue
			}
			if c.Agent != nil {
				c.Agent.Entity = d.entityOf(s, c.Agent.Head)
			}
			if c.Patient != nil {
				c.Patient.Entity = d.entityOf(s, c.Patient.Head)
				if c.Agent != nil && c.Agent.Entity != nil && c.Agent.Entity == c.Patient.Entity && c.Agent.Entity.Kind == witness.Person && s.nameAt(c.Patient.Head) == nil && s.upos(c.Patient.Head) != "PRON" {
					c.Patient = nil // "spokeswoman Ilene Wolfe said": the title is no patient
				}
			}
			for k := range c.Others {
				c.Others[k].Entity = d.entityOf(s, c.Others[k].Head)
			}
			c.Attribution = s.source(c.Head)
			if q := s.quoteAt(c.Head); c.Attribution == nil && q != nil && !q.Scare && (q.Speaker != nil || q.SpeakerWords != "") {
				c.Attribution = &witness.Attribution{At: q.At, Verb: q.Verb, Kind: "say", Speaker: q.Speaker, SpeakerWords: q.SpeakerWords, Content: -1}
			}
		}
	}
	for _, s := range sents {
		d.conditions(s)
	}
}

// entityOf returns the entity that token i of s names or stands for, or nil
// where that is not clear.
func (d *discourse) entityOf(s *sentence, i int) *witness.Entity {
	if r := s.officeOver(i); r != nil {
		return d.official(r, s.toks[r.Head].Lemma)
	}
	if n := s.nameAt(i); n != nil {
		if r := s.toks[i].Rel; !n.Demonym || r == "amod" || r == "compound" {
			return n.Entity
		}
	}
	switch s.lower[i] {
	case "he", "him", "his":
		return d.person(s, i, witness.Masculine)
	case "she", "her", "hers":
		return d.person(s, i, witness.Feminine)
	case "it", "its":
		return d.thing(s, i)
	case "i":
		if q := s.quoteAt(i); q != nil {
			return q.Speaker
		}
		return nil
	}
	if r := s.roleAt(i); r != nil && r.Holder != nil && isNominal(s.upos(i)) {
		return r.Holder
	}
	// "Deputy Minister Sergey Ryabkov": the parse may head the phrase by the
	// title; "the minister, Sergey Ryabkov", "the frigate Aurora"
	for _, k := range s.kids[i] {
		if rel := s.toks[k].Rel; isRel(rel, "flat") || isRel(rel, "appos") || isRel(rel, "compound") {
			n := s.nameAt(k)
			if n != nil && !n.Demonym && n.Entity != nil && (n.Entity.Kind == witness.Person || n.Entity.Kind == witness.OtherEntity && n.First == i+1 && (n.Last > n.First || isRel(rel, "appos"))) {
				return n.Entity
			}
		}
	}
	switch s.lemma[i] {
	case "country":
		return d.ownCountry(s, i)
	case "side", "government", "authorities":
		return d.places["place:"+s.countryOf(d, i)] // "the Russian side"
	}
	return d.described(s, i)
}

// officeOver returns the office that should stand in the clause where the parse
// has its country: "the US official left", with "official" taken for an adjective.
func (s *sentence) officeOver(i int) *witness.Role {
	r := s.roleAt(i)
	if rel := s.toks[i].Rel; r == nil || r.Holder != nil || r.Former || !isRel(rel, "nsubj") && rel != "obj" {
		return nil
	}
	if !slices.ContainsFunc(s.kids[i], func(k int) bool { return k == r.Head && s.toks[k].Rel == "amod" }) {
		return nil
	}
	return r
}

// quotes gives the quotations of s their speakers: who says what they are
// part of, or the only one who speaks in the sentence.
func (d *discourse) quotes(s *sentence) {
	var only *witness.Attribution
	speakers := 0
	for _, f := range s.facts {
		if a, ok := f.(*witness.Attribution); ok && a.Kind != "think" && a.Kind != "know" {
			only = a
			speakers++
		}
	}
	for _, f := range s.facts {
		q, ok := f.(*witness.Quote)
		if !ok || q.Head < 0 {
			continue
		}
		a := s.source(q.Head)
		if a == nil {
			// "called the talks “complicated”": the verb above
			for k, n := q.Head, 0; k >= 0 && n < 8 && a == nil; k, n = s.toks[k].Head, n+1 {
				a = s.attributionAt(k)
				if a != nil && q.Inner.Contains(s.toks[k].Span) {
					a = nil
				}
			}
		}
		if a == nil && speakers == 1 && !q.Inner.Contains(s.toks[only.Head].Span) {
			a = only
		}
		if a != nil {
			q.Speaker, q.SpeakerWords, q.Verb = a.Speaker, a.SpeakerWords, a.Verb
		}
	}
}

func (s *sentence) attributionAt(i int) *witness.Attribution {
	for _, f := range s.facts {
		if a, ok := f.(*witness.Attribution); ok && a.Head == i {
			return a
		}
	}
	return nil
}

// joinQuotes gives one speaker to the parts of a quotation over several
// sentences, and to a quotation that follows another in its paragraph without
// a speaker of its own: “We will go,” he said. “We will win.”
func (d *discourse) joinQuotes(sents []*sentence) {
	take := func(q, from *witness.Quote) {
		if q.Speaker == nil && q.SpeakerWords == "" {
			q.Speaker, q.SpeakerWords, q.Verb = from.Speaker, from.SpeakerWords, from.Verb
		}
	}
	for k := 1; k < len(sents); k++ {
		a, b := lastQuote(sents[k-1]), firstQuote(sents[k])
		if a == nil || b == nil {
			continue
		}
		runsOn := a.Span.End == a.Inner.End && b.Span.Start == b.Inner.Start // no mark between them
		if sents[k].st.Paragraph != sents[k-1].st.Paragraph && !runsOn {
			continue
		}
		if b.Span.Start == sents[k].st.Span.Start && b.Span.End >= sents[k].st.Span.End-1 {
			take(b, a)
		}
	}
	for k := len(sents) - 1; k > 0; k-- {
		a, b := lastQuote(sents[k-1]), firstQuote(sents[k])
		if a != nil && b != nil && a.Span.End == a.Inner.End && b.Span.Start == b.Inner.Start && a.Inner.End >= sents[k-1].st.Span.End {
			take(a, b)
		}
	}
}

func firstQuote(s *sentence) *witness.Quote {
	for _, f := range s.facts {
		if q, ok := f.(*witness.Quote); ok {
			return q
		}
	}
	return nil
}

func lastQuote(s *sentence) (last *witness.Quote) {
	for _, f := range s.facts {
		if q, ok := f.(*witness.Quote); ok && (last == nil || q.Span.Start > last.Span.Start) {
			last = q
		}
	}
	return last
}
