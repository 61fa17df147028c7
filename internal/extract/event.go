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
	if !s.isEvent(i) || s.shows(i) {
		return
	}
	c := &witness.Claim{At: witness.At{Span: s.span(i, i), Head: i}, Predicate: lexicon.VerbOf(s.toks[i].Lemma), Conf: 1}
	n := s.nominal(i, c)
	if !n.named {
		return
	}
	agent, patient := s.sides(i, n, c)
	if agent < 0 && patient < 0 {
		return
	}
	if agent < 0 {
		agent = s.launcher(i)
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

// shows reports whether noun i is one for what shows something: "signs of life",
// "figures of the ministry".
func (s *sentence) shows(i int) bool {
	return s.lex.Reports(s.toks[i].Lemma, lexicon.Noun, "show")
}

// A nominal is what hangs on a noun that tells of a doing, by what ties it to
// the noun; -1 for none.
type nominal struct {
	poss, of, by, on, between int
	named                     bool // one of them is a name
}

// nominal reads what hangs on noun i. What is tied to it by other prepositions
// is added to the claim.
func (s *sentence) nominal(i int, c *witness.Claim) nominal {
	out := nominal{s.possessor(i), -1, -1, -1, -1, false}
	for _, k := range s.kids[i] {
		t := &s.toks[k]
		n := s.nameAt(k)
		switch {
		case s.used[k]:
			continue // "Monday's talks"
		case t.Rel == "nmod:poss":
			out.named = out.named || n != nil
			continue
		case t.Rel == "amod" || t.Rel == "compound":
			if n != nil && out.poss < 0 && s.participates(n) {
				out.poss, out.named = k, true
			}
			continue
		case !isRel(t.Rel, "nmod"):
			continue
		}
		switch s.caseOf(k) {
		case "of":
			out.of = k
			for _, kk := range s.kids[k] { // "the invasion of Ukraine by Russia"
				if isRel(s.toks[kk].Rel, "nmod") && s.caseOf(kk) == "by" && out.by < 0 {
					out.by = kk
					out.named = out.named || s.nameAt(kk) != nil
				}
			}
		case "by":
			out.by = k
		case "on", "against", "upon", "at":
			out.on = k
		case "between", "among":
			out.between = k
		default:
			c.Others = append(c.Others, *s.arg(k, c))
			continue
		}
		out.named = out.named || n != nil
	}
	if out.poss >= 0 && s.used[out.poss] {
		out.poss = -1
	}
	return out
}

// sides says who of those that hang on noun i does it and to whom it is done; -1
// for nobody. With whom it is done is added to the claim.
func (s *sentence) sides(i int, n nominal, c *witness.Claim) (agent, patient int) {
	agent, patient = n.poss, n.on
	switch {
	case n.by >= 0:
		agent = n.by
		if patient < 0 && n.of >= 0 {
			patient = n.of
		} else if patient < 0 {
			patient = n.poss // "Ukraine's invasion by Russia"
		}
	case n.between >= 0:
		if agent < 0 {
			agent = n.between
		}
		for _, k := range s.kids[n.between] {
			if s.toks[k].Rel == "conj" {
				a := s.arg(k, c)
				a.Prep = "with"
				c.Others = append(c.Others, *a)
			}
		}
	case n.of >= 0 && agent < 0 && s.doneBy(i, c.Predicate):
		agent = n.of
	case n.of >= 0 && patient < 0:
		patient = n.of
	}
	return agent, patient
}

// launcher returns whoever brings about the doing of noun i, where it is the
// object of a verb that says so: who launched it, of "launched an attack on". Else
// it returns -1.
func (s *sentence) launcher(i int) int {
	t := &s.toks[i]
	if t.Rel != "obj" || !s.predicate(t.Head) {
		return -1
	}
	sig, ok := s.signature(t.Head, "np")
	if !ok || sig.Affirmed != lexicon.Yes || sig.Negated != lexicon.No {
		return -1
	}
	agent, _ := s.subjectOf(t.Head)
	if agent < 0 {
		return -1
	}
	return s.antecedent(agent)
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
