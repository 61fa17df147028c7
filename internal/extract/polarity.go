package extract

import (
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// denied reports whether the claim of predicate i is denied: by a negation in
// whose scope the predicate is, or by a participant that does not exist: "no
// troops crossed".
func (s *sentence) denied(i int) bool {
	neg := s.turned(i, 0)
	for _, k := range s.kids[i] {
		rel := s.toks[k].Rel
		if (isRel(rel, "nsubj") || rel == "obj") && s.none(k) {
			neg = !neg
		}
	}
	return neg
}

// none reports whether noun i has "no" for a determiner, or "not a single",
// "not one".
func (s *sentence) none(i int) bool {
	if !s.negated(i) {
		return false
	}
	for _, d := range s.kids[i] {
		switch s.lower[d] {
		case "no":
			if s.toks[d].Rel == "det" {
				return true
			}
		case "not":
			if w := s.word(d + 1); w == "one" || w == "a" && s.word(d+2) == "single" {
				return true
			}
		}
	}
	return false
}

// turned reports whether predicate or noun i is denied by negations of its own
// and by those of the words that it completes, as far as these carry over.
func (s *sentence) turned(i, depth int) bool {
	neg := s.negated(i)
	h, rel := s.governor(i)
	if h < 0 || depth > 5 {
		return neg
	}
	switch {
	case rel == "conj":
		return neg != s.shared(i, h, depth)
	case rel == "xcomp":
		return neg != s.carried(i, h, depth)
	case rel == "advcl" && s.marked(i, "from"):
		return neg != s.carried(i, h, depth)
	case isRel(rel, "acl") && intentNouns[s.toks[h].Lemma] && !s.describes(i, h):
		return neg != s.turned(h, depth+1)
	case rel == "acl" && s.none(h) && !s.describes(i, h):
		return !neg
	case rel == "ccomp" && s.finite(i) && negRaising[s.toks[h].Lemma]:
		return neg != s.turned(h, depth+1)
	case isRel(rel, "nmod") && intentNouns[s.toks[h].Lemma] && (s.caseOf(i) == "of" || s.caseOf(i) == "for"):
		return neg != s.turned(h, depth+1)
	case (isRel(rel, "obj") || rel == "nsubj:pass") && isNominal(s.upos(i)) && s.predicate(h):
		return neg != s.object(i, h, depth)
	}
	return neg
}

// carried gives what predicate h makes of its complement i: whether it denies
// it, by the signature of h and by the negations of h.
func (s *sentence) carried(i, h, depth int) bool {
	above := s.turned(h, depth+1)
	frame := "to"
	switch {
	case s.marked(i, "from"):
		frame = "from"
	case s.toks[i].XPOS == "VBG":
		frame = "ing"
	}
	if sig, ok := s.signature(h, frame); ok && sig.Affirmed == lexicon.No {
		return !above // "failed to"; "did not fail to"
	}
	if !above || s.transfers(h) {
		return above
	}
	return false
}

// transfers reports whether denying h denies its complement. Intending,
// wanting, managing and being able do; asking, warning and accusing do not:
// who "did not order him to leave" may have seen him leave.
func (s *sentence) transfers(h int) bool {
	for _, r := range s.lex.Reporting().GetAll(s.toks[h].Lemma) {
		switch r.Kind {
		case "ask", "order", "warn", "accuse", "promise":
			return false
		}
	}
	return true
}

// object gives what verb h makes of the noun i that it acts on, where the noun
// tells of an event or an intention: "abandoned the plan", "has no plan",
// "prevented an attack". What is refused in words was still said: "rejected
// the offer".
func (s *sentence) object(i, h, depth int) bool {
	lemma := s.toks[i].Lemma
	if !intentNouns[lemma] && !s.isEvent(i) {
		return false
	}
	for _, r := range s.lex.Reporting().GetAll(lemma) {
		if r.POS == lexicon.Noun && !intentNouns[lemma] {
			return false
		}
	}
	above := s.turned(h, depth+1)
	if r, ok := s.reporting(s.toks[h].Lemma, lexicon.Verb); ok && r.Kind == "deny" && !intentNouns[lemma] {
		return false // "denied the attack" is an attribution, of the kind deny
	}
	if sig, ok := s.signature(h, "np"); ok && sig.Affirmed == lexicon.No {
		return !above
	}
	return above && (intentNouns[lemma] || s.lex.LightVerbs().Has(s.toks[h].Lemma))
}

// shared gives what a conjunct takes over from the denial of the first: all
// that stands above both, and its own "not" where it is joined by "or" and has
// no auxiliary: "did not attack or invade", but not "does not attack and
// praised".
func (s *sentence) shared(i, h, depth int) bool {
	if s.toks[i].XPOS != s.toks[h].XPOS && !(isNominal(s.upos(i)) && isNominal(s.upos(h))) || s.subject(i) >= 0 {
		return false
	}
	for _, k := range s.kids[i] {
		if r := s.toks[k].Rel; isRel(r, "aux") || isRel(r, "cop") {
			return false
		}
	}
	cc := s.child(i, "cc")
	or := cc >= 0 && (s.lower[cc] == "or" || s.lower[cc] == "nor")
	if or {
		return s.turned(h, depth+1)
	}
	if s.toks[i].XPOS == "VB" || s.toks[i].XPOS == "VBG" {
		return s.turned(h, depth+1) != s.negated(h)
	}
	return false
}

// signature looks up what predicate h implies of its complement.
func (s *sentence) signature(h int, frame string) (lexicon.Implicative, bool) {
	for _, key := range s.keys(h) {
		if v, ok := s.lex.Implicative(key, frame); ok {
			return v, true
		}
	}
	if s.upos(h) == "NOUN" { // "refusal to", "failure to"
		if v := lexicon.VerbOf(s.toks[h].Lemma); v != "" {
			return s.lex.Implicative(v, frame)
		}
	}
	return lexicon.Implicative{}, false
}

// keys lists the phrases under which the tables may hold predicate h, the most
// telling first: "be able", "be forced", "give up", "fail".
func (s *sentence) keys(h int) []string {
	t := &s.toks[h]
	switch {
	case t.UPOS == "ADJ":
		return []string{"be " + t.Lemma, t.Lemma}
	case t.UPOS == "VERB" && s.child(h, "aux:pass") >= 0:
		return []string{"be " + t.Lower, t.Lemma}
	}
	if v := s.verb(h); v != t.Lemma {
		return []string{v}
	}
	return []string{t.Lemma}
}

// marked reports whether clause i is introduced by word w.
func (s *sentence) marked(i int, w string) bool {
	m := s.child(i, "mark")
	return m >= 0 && s.lower[m] == w
}

// negRaising are verbs whose own negation is meant of the clause below: "does
// not believe that it will".
var negRaising = map[string]bool{"think": true, "believe": true, "expect": true, "suppose": true, "imagine": true, "reckon": true, "want": true}

// intentNouns are nouns whose negation denies the event that completes them.
var intentNouns = map[string]bool{"intention": true, "plan": true, "intent": true, "desire": true, "wish": true, "reason": true, "need": true,
	"right": true, "chance": true, "ability": true, "attempt": true, "effort": true, "decision": true, "evidence": true, "sign": true,
	"possibility": true, "opportunity": true, "willingness": true, "readiness": true, "interest": true, "aim": true, "goal": true, "hope": true}

// negated reports whether an odd number of negating words has token i in its
// scope. A word said twice, "never but never", counts once; a verb that denies
// its complement is counted by its signature.
func (s *sentence) negated(i int) bool {
	odd, last := false, ""
	for _, f := range s.facts {
		n, ok := f.(*witness.Negation)
		if !ok || n.Scope != i || n.Cue == i || n.Implicit && s.predicate(n.Cue) || s.lower[n.Cue] == last {
			continue
		}
		odd, last = !odd, s.lower[n.Cue]
	}
	return odd
}
