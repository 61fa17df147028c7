package extract

import (
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// minConf is the least confidence in an arc on which a claim may rest. Below
// it about every second arc is wrong, and no claim is better than a wrong one.
const minConf = 0.3

// claims reads who did what to whom off the tree: one claim for each verb, for
// each noun or adjective that is a predicate by a copula, and for each noun
// that tells of a doing and names who takes part.
func (s *sentence) claims() {
	for i := range s.toks {
		t := &s.toks[i]
		switch {
		case t.Lemma == "" || t.Lower == "according" || t.Rel == "amod" || t.Rel == "compound":
			// "advancing troops" describes them and claims nothing
		case s.predicate(i):
			s.claim(i)
		case t.UPOS == "NOUN":
			s.event(i)
		}
	}
}

// predicate reports whether token i heads a clause: a verb, or a noun or
// adjective with a copula.
func (s *sentence) predicate(i int) bool {
	return s.toks[i].UPOS == "VERB" || s.child(i, "cop") >= 0
}

// claim adds the claim that predicate i makes.
func (s *sentence) claim(i int) {
	c := &witness.Claim{At: witness.At{Span: s.span(i, i), Head: i}, Predicate: s.verb(i), Conf: 1}
	s.participants(c, i)
	c.Negative = s.denied(i)
	c.Modality = s.modality(i)
	c.Tense = s.tense(i)
	if c.Conf >= minConf {
		s.add(c)
	}
}

// verb returns the lemma of predicate i with its particle.
func (s *sentence) verb(i int) string {
	for _, p := range s.kids[i] {
		t := &s.toks[p]
		if t.Rel != "compound:prt" && (t.Rel != "advmod" || t.XPOS != "RP" || p != i+1) || s.word(p+1) == "to" && s.upos(p+2) == "NUM" {
			continue // "deployed up to 1,000 men" has no particle
		}
		return s.toks[i].Lemma + " " + t.Lemma
	}
	return s.toks[i].Lemma
}

// arg makes a participant of token i; the claim is no surer than its arc.
func (s *sentence) arg(i int, c *witness.Claim) *witness.Arg {
	c.Conf = min(c.Conf, s.toks[i].Conf)
	a := &witness.Arg{Head: i, Lemma: s.toks[i].Lemma}
	if p := s.child(i, "case"); p >= 0 && s.word(p) != "'s" {
		a.Prep = s.lower[p]
	}
	return a
}

// participants fills agent, patient and the other arguments of predicate i.
func (s *sentence) participants(c *witness.Claim, i int) {
	obj, by := -1, -1
	passive := s.passive(i)
	for _, k := range s.kids[i] {
		switch rel := s.toks[k].Rel; {
		case rel == "obj":
			if obj < 0 && k != s.inverted(i) {
				obj = k
			}
		case rel == "obl:agent" || isRel(rel, "obl") && passive && s.caseOf(k) == "by":
			if by < 0 {
				by = k
			}
		case isRel(rel, "obl") && s.caseOf(k) == "to" && s.word(s.child(k, "case")-1) == "up":
			if obj < 0 {
				obj = k // "up to 1,000 men"
			}
		case s.caseOf(k) == "according":
		case isRel(rel, "obl") || rel == "iobj":
			c.Others = append(c.Others, *s.arg(k, c))
		}
	}
	subj, conf := s.subjectOf(i)
	c.Conf = min(c.Conf, conf)
	if obj < 0 && !passive {
		obj = s.gap(i)
	}
	if passive {
		obj, subj = subj, by
		if obj < 0 && s.toks[i].Rel == "acl" {
			obj = s.toks[i].Head
		}
	}
	if subj >= 0 {
		c.Agent = s.arg(s.antecedent(subj), c)
	}
	if obj >= 0 {
		c.Patient = s.arg(s.antecedent(obj), c)
	}
	if c.Agent != nil {
		c.Agent.Prep = ""
	}
	if c.Patient != nil {
		c.Patient.Prep = ""
	}
}

// passive reports whether predicate i has its patient for a subject.
func (s *sentence) passive(i int) bool {
	t := &s.toks[i]
	if s.child(i, "aux:pass") >= 0 {
		return true
	}
	if s.child(i, "nsubj:pass") >= 0 {
		a := s.child(i, "aux")
		return a < 0 || s.toks[a].Lemma != "have" // "police have arrested"
	}
	if t.XPOS != "VBN" || s.child(i, "aux") >= 0 {
		return false
	}
	switch {
	case t.Rel == "conj": // "was killed and buried", but "has met and praised"
		return t.Head >= 0 && s.child(i, "nsubj") < 0 && s.toks[t.Head].XPOS == "VBN" && s.passive(t.Head)
	case isRel(t.Rel, "acl"), t.Rel == "advcl":
		return s.child(i, "nsubj") < 0
	}
	return false
}

// caseOf returns the preposition of token i.
func (s *sentence) caseOf(i int) string {
	if p := s.child(i, "case"); p >= 0 {
		return s.lower[p]
	}
	return ""
}

// gap returns the noun that a relative clause without a pronoun leaves out as
// its object: "the guarantees it requests".
func (s *sentence) gap(i int) int {
	t := &s.toks[i]
	if t.Rel != "acl:relcl" || t.Head > i || s.subject(i) < 0 || s.child(i, "cop") >= 0 {
		return -1
	}
	for _, k := range s.kids[i] {
		rel := s.toks[k].Rel
		if relativePronoun[s.lower[k]] || rel == "ccomp" || rel == "xcomp" || rel == "obl" && s.child(k, "case") < 0 {
			return -1
		}
	}
	for k := t.Head + 1; k < i; k++ {
		switch s.lower[k] {
		case "which", "whom", "who", "where", "when", "whose", "why":
			return -1
		}
	}
	if s.calendarWord(t.Head) || !isNominal(s.upos(t.Head)) {
		return -1
	}
	return t.Head
}

var relativePronoun = map[string]bool{"who": true, "which": true, "that": true, "whom": true}

// antecedent returns the noun that a relative pronoun stands for, or i.
func (s *sentence) antecedent(i int) int {
	if !relativePronoun[s.lower[i]] {
		return i
	}
	for k, steps := i, 0; k >= 0 && steps < 5; k, steps = s.toks[k].Head, steps+1 {
		if h := s.toks[k].Head; isRel(s.toks[k].Rel, "acl") && h >= 0 && h < i && isNominal(s.upos(h)) {
			return s.nearer(i, k, h)
		}
	}
	// The parse hung the clause elsewhere: the noun just before it, or, for
	// "who", the person above that: "insurgents in eastern Ukraine who".
	k := i - 1
	for k >= 0 && s.upos(k) == "PUNCT" {
		k--
	}
	if k < 0 || s.lower[i] == "that" || s.upos(k) != "NOUN" && s.upos(k) != "PROPN" && !isRel(s.toks[k].Rel, "flat") {
		return i
	}
	for steps := 0; s.toks[k].Head >= 0 && steps < 3; steps++ {
		h := s.toks[k].Head
		inside := isRel(s.toks[k].Rel, "compound") || isRel(s.toks[k].Rel, "flat")
		if !inside && (s.lower[i] != "who" || !isRel(s.toks[k].Rel, "nmod") || !s.lex.Places().Has(s.lower[k])) || h > i || !isNominal(s.upos(h)) {
			break
		}
		k = h
	}
	return k
}

// nearer returns the name right before ", which", where the clause at k says
// what only somebody can say and noun h names none: "costs for Russia, which
// called on". Else h.
func (s *sentence) nearer(i, k, h int) int {
	n := i - 2
	if s.lower[i] != "which" || n <= h || s.word(i-1) != "," || s.upos(n) != "PROPN" || s.upos(h) != "NOUN" {
		return h
	}
	if _, says := s.reporting(s.toks[k].Lemma, lexicon.Verb); !says {
		return h
	}
	for isRel(s.toks[n].Rel, "compound") || isRel(s.toks[n].Rel, "flat") {
		n = s.toks[n].Head
	}
	return n
}
