package extract

import (
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// isEvent reports whether noun i tells of a doing.
func (s *sentence) isEvent(i int) bool {
	if s.upos(i) != "NOUN" {
		return false
	}
	lemma := s.toks[i].Lemma
	switch lexicon.Category(lemma, lexicon.Noun) {
	case "act", "event", "communication", "process", "phenomenon", "possession":
		return lexicon.VerbOf(lemma) != ""
	}
	return false
}

// agentive reports whether a noun names who can do something.
func agentive(lemma string) bool {
	switch lexicon.Category(lemma, lexicon.Noun) {
	case "person", "group", "animal":
		return true
	}
	return false
}

// event adds the claim that noun i makes where it tells of a doing and names
// who takes part: "Russia's attack on Ukraine", "the invasion of Ukraine by
// Russia", "talks between Moscow and Kiev". The predicate is the verb that the
// noun is derived from. A noun without a named participant claims nothing.
func (s *sentence) event(i int) {
	if !s.isEvent(i) {
		return
	}
	c := &witness.Claim{At: witness.At{Span: s.span(i, i), Head: i}, Predicate: lexicon.VerbOf(s.toks[i].Lemma), Conf: 1}
	for _, r := range s.lex.Reporting().GetAll(s.toks[i].Lemma) {
		if r.POS == lexicon.Noun && r.Kind == "show" {
			return // "signs of life", "figures of the ministry"
		}
	}
	poss, of, by, on, between := s.possessor(i), -1, -1, -1, -1
	named := false
	for _, k := range s.kids[i] {
		t := &s.toks[k]
		n := s.nameAt(k)
		switch {
		case s.used[k]:
			continue // "Monday's talks"
		case t.Rel == "nmod:poss":
			named = named || n != nil
			continue
		case t.Rel == "amod" || t.Rel == "compound":
			if n != nil && poss < 0 && s.participates(n) {
				poss, named = k, true
			}
			continue
		case !isRel(t.Rel, "nmod"):
			continue
		}
		switch s.caseOf(k) {
		case "of":
			of = k
			for _, kk := range s.kids[k] { // "the invasion of Ukraine by Russia"
				if isRel(s.toks[kk].Rel, "nmod") && s.caseOf(kk) == "by" && by < 0 {
					by = kk
					named = named || s.nameAt(kk) != nil
				}
			}
		case "by":
			by = k
		case "on", "against", "upon", "at":
			on = k
		case "between", "among":
			between = k
		default:
			c.Others = append(c.Others, *s.arg(k, c))
			continue
		}
		named = named || n != nil
	}
	if poss >= 0 && s.used[poss] {
		poss = -1
	}
	if !named {
		return
	}
	agent, patient := poss, on
	switch {
	case by >= 0:
		agent = by
		if patient < 0 && of >= 0 {
			patient = of
		} else if patient < 0 {
			patient = poss // "Ukraine's invasion by Russia"
		}
	case between >= 0:
		if agent < 0 {
			agent = between
		}
		for _, k := range s.kids[between] {
			if s.toks[k].Rel == "conj" {
				a := s.arg(k, c)
				a.Prep = "with"
				c.Others = append(c.Others, *a)
			}
		}
	case of >= 0 && agent < 0 && s.doneBy(i, c.Predicate):
		agent = of
	case of >= 0 && patient < 0:
		patient = of
	}
	if agent < 0 && patient < 0 {
		return
	}
	if t := &s.toks[i]; agent < 0 && t.Rel == "obj" && s.predicate(t.Head) {
		// "launched an attack on": who launched it
		if sig, ok := s.signature(t.Head, "np"); ok && sig.Affirmed == lexicon.Yes && sig.Negated == lexicon.No {
			agent, _ = s.subjectOf(t.Head)
			if agent >= 0 {
				agent = s.antecedent(agent)
			}
		}
	}
	if agent >= 0 {
		c.Agent = s.arg(agent, c)
		c.Agent.Prep = ""
	}
	if patient >= 0 {
		c.Patient = s.arg(patient, c)
		c.Patient.Prep = ""
	}
	c.Negative = s.turned(i, 0)
	c.Modality = s.modality(i)
	if c.Conf >= minConf {
		s.add(c)
	}
}

// participates reports whether a name before a noun of doing can be the doer:
// "the Russian invasion", "NATO expansion"; not "the Geneva talks".
func (s *sentence) participates(n *witness.Name) bool {
	if n.Demonym || n.Metonym {
		return true
	}
	for _, p := range s.lex.Places().GetAll(s.lower[n.First]) {
		if n.First == n.Last && p.As == "name" && p.Kind != "country" && p.Kind != "bloc" {
			return false
		}
	}
	return true
}

// doneBy reports whether the "of" after noun i names the doer: nouns of
// saying ("a statement of"), and verbs that have no object.
func (s *sentence) doneBy(i int, verb string) bool {
	for _, r := range s.lex.Reporting().GetAll(s.toks[i].Lemma) {
		if r.POS == lexicon.Noun {
			return true
		}
	}
	return intransitive[verb]
}

// intransitive are verbs of which "of" after their noun names the subject:
// "the arrival of", "the death of".
var intransitive = map[string]bool{"arrive": true, "die": true, "accede": true, "rise": true, "fall": true, "return": true, "depart": true,
	"resign": true, "retire": true, "collapse": true, "emerge": true, "exist": true, "fail": true, "happen": true, "grow": true, "enter": true,
	"survive": true, "appear": true, "disappear": true, "flee": true, "march": true, "live": true, "begin": true, "end": true, "advance": true,
	"retreat": true, "withdraw": true, "decline": true, "escalate": true, "behave": true, "react": true, "escape": true, "travel": true}
