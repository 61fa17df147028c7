package extract

import (
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// minConf is the least confidence in an arc on which a claim may rest. Below
// it about every second arc is wrong, and no claim is better than a wrong one.
const minConf = 0.3

// claims reads who did what to whom off the tree: one claim for each verb, and
// for each noun or adjective that is a predicate by a copula.
func (s *sentence) claims() {
	for i := range s.toks {
		t := &s.toks[i]
		if t.UPOS != "VERB" && s.child(i, "cop") < 0 || t.Lemma == "" {
			continue
		}
		c := &witness.Claim{Predicate: t.Lemma, Conf: 1}
		if p := s.child(i, "compound:prt"); p >= 0 {
			c.Predicate += " " + s.toks[p].Lemma
		}
		s.participants(c, i)
		c.Negative = s.negative(i, 0)
		c.Modality = s.modality(i, 0)
		c.Tense = s.tense(i)
		c.At = witness.At{Span: s.span(i, i), Head: i}
		if c.Conf < minConf {
			continue
		}
		s.add(c)
	}
}

func (s *sentence) arg(i int, c *witness.Claim) *witness.Arg {
	c.Conf = min(c.Conf, s.toks[i].Conf)
	a := &witness.Arg{Head: i, Lemma: s.toks[i].Lemma}
	if p := s.child(i, "case"); p >= 0 {
		a.Prep = s.lower[p]
	}
	return a
}

// participants fills agent, patient and the other arguments of predicate i.
func (s *sentence) participants(c *witness.Claim, i int) {
	passive := false
	var subj, obj, by = -1, -1, -1
	for _, k := range s.kids[i] {
		switch rel := s.toks[k].Rel; {
		case rel == "nsubj:pass" || rel == "aux:pass":
			passive = true
			if rel == "nsubj:pass" {
				subj = k
			}
		case isRel(rel, "nsubj") || isRel(rel, "csubj"):
			if subj < 0 {
				subj = k
			}
		case rel == "obj":
			obj = k
		case rel == "obl:agent" || isRel(rel, "obl") && s.lower[max(s.child(k, "case"), 0)] == "by" && s.child(k, "case") >= 0 && passive:
			by = k
		case isRel(rel, "obl") || rel == "iobj":
			c.Others = append(c.Others, *s.arg(k, c))
		}
	}
	if subj < 0 {
		subj, passive = s.inherited(i, passive)
	}
	if subj >= 0 && relativePronoun[s.lower[subj]] && isRel(s.toks[i].Rel, "acl") && s.toks[i].Head >= 0 {
		subj = s.toks[i].Head
	}
	if obj >= 0 && relativePronoun[s.lower[obj]] && isRel(s.toks[i].Rel, "acl") && s.toks[i].Head >= 0 {
		obj = s.toks[i].Head
	}
	if passive {
		if subj >= 0 {
			c.Patient = s.arg(subj, c)
		}
		if by >= 0 {
			c.Agent = s.arg(by, c)
		}
		return
	}
	if subj >= 0 {
		c.Agent = s.arg(subj, c)
	}
	if obj >= 0 {
		c.Patient = s.arg(obj, c)
	}
}

var relativePronoun = map[string]bool{"who": true, "which": true, "that": true, "whom": true}

// objectControl are verbs whose object is the subject of what follows: "urged
// Putin to avoid".
var objectControl = map[string]bool{"urge": true, "ask": true, "tell": true, "order": true, "force": true, "allow": true, "warn": true,
	"call": true, "press": true, "push": true, "persuade": true, "advise": true, "expect": true, "want": true, "invite": true, "require": true, "help": true, "let": true, "make": true}

// inherited finds the subject of a predicate that has none of its own: over a
// conjunction, from the governing verb, from the noun that it modifies.
func (s *sentence) inherited(i int, passive bool) (int, bool) {
	for steps := 0; steps < 4; steps++ {
		t := &s.toks[i]
		h := t.Head
		if h < 0 {
			return -1, passive
		}
		switch {
		case t.Rel == "conj" && (s.toks[h].UPOS == "VERB" || s.child(h, "cop") >= 0):
			if k := s.subject(h); k >= 0 {
				return k, passive || s.toks[k].Rel == "nsubj:pass" && t.XPOS == "VBN"
			}
		case t.Rel == "xcomp" || t.Rel == "advcl" && s.child(i, "mark") < 0:
			if t.Rel == "xcomp" && objectControl[s.toks[h].Lemma] {
				if o := s.child(h, "obj"); o >= 0 {
					return o, passive
				}
			}
			if k := s.subject(h); k >= 0 {
				return k, passive
			}
		case t.Rel == "acl" && isNominal(s.toks[h].UPOS):
			if t.XPOS == "VBN" {
				return h, true // "troops deployed on the border"
			}
			if t.XPOS == "VBG" && s.child(i, "mark") < 0 {
				return h, passive
			}
			// "has no intention of attacking": the one who has it
			i = h
			continue
		default:
			if isRel(t.Rel, "obj") || isRel(t.Rel, "obl") || isRel(t.Rel, "nmod") {
				if k := s.subject(h); k >= 0 {
					return k, passive
				}
			}
			return -1, passive
		}
		i = h
	}
	return -1, passive
}

func (s *sentence) subject(i int) int {
	for _, k := range s.kids[i] {
		if isRel(s.toks[k].Rel, "nsubj") {
			return k
		}
	}
	return -1
}

// negative reports whether predicate i is denied: by a negation of its own,
// or by one of the word that it completes where that carries over.
func (s *sentence) negative(i, depth int) bool {
	neg := s.negated(i)
	if depth > 3 {
		return neg
	}
	t := &s.toks[i]
	h := t.Head
	if h < 0 {
		return neg
	}
	switch {
	case t.Rel == "xcomp" || t.Rel == "acl" || t.Rel == "advcl" && false:
		// "does not intend to invade", "no plans to attack"; a refusal turns
		// the sense once more, and is counted in negated(i).
		if t.Rel == "acl" && !intentNouns[s.toks[h].Lemma] {
			return neg
		}
		return neg != s.negative(h, depth+1)
	case isRel(t.Rel, "nmod") && intentNouns[s.toks[h].Lemma]:
		return neg != s.negative(h, depth+1)
	case isRel(t.Rel, "obj") && isNominal(t.UPOS) && s.toks[h].UPOS == "VERB" && intentNouns[t.Lemma]:
		return neg != s.negated(h)
	}
	return neg
}

// intentNouns are nouns whose negation denies the event that completes them.
var intentNouns = map[string]bool{"intention": true, "plan": true, "intent": true, "desire": true, "wish": true, "reason": true, "need": true,
	"right": true, "chance": true, "ability": true, "attempt": true, "effort": true, "decision": true, "evidence": true, "sign": true, "possibility": true}

func (s *sentence) negated(i int) bool {
	odd := false
	for _, f := range s.facts {
		if n, ok := f.(*witness.Negation); ok && n.Scope == i && n.Cue != i {
			odd = !odd
		}
	}
	return odd
}

// modality says how real predicate i is put.
func (s *sentence) modality(i, depth int) witness.Modality {
	for _, k := range s.kids[i] {
		if !isRel(s.toks[k].Rel, "aux") {
			continue
		}
		switch s.lower[k] {
		case "will", "'ll", "wo", "shall":
			return witness.Future
		case "may", "might", "could":
			return witness.Possible
		case "can", "ca":
			return witness.Able
		case "should", "ought":
			return witness.Ought
		case "must":
			return witness.Must
		case "would", "'d":
			return witness.Supposed
		}
	}
	t := &s.toks[i]
	h := t.Head
	if h < 0 || depth > 2 {
		return witness.Actual
	}
	if s.child(i, "mark") >= 0 && (s.lower[s.child(i, "mark")] == "if" || s.lower[s.child(i, "mark")] == "whether") {
		return witness.Supposed
	}
	if t.Rel == "xcomp" || t.Rel == "acl" || t.Rel == "ccomp" || isRel(t.Rel, "nmod") {
		if m, ok := s.lex.Modals().Get(s.toks[h].Lemma); ok {
			switch m.Type {
			case "intention", "attempt":
				return witness.Intended
			case "desire":
				return witness.Wanted
			case "possibility", "permission":
				return witness.Possible
			case "ability":
				return witness.Able
			case "obligation":
				return witness.Must
			case "advice":
				return witness.Ought
			case "future":
				return witness.Future
			}
		}
		if r, ok := s.lex.Reporting().Get(s.toks[h].Lemma); ok && t.Rel != "ccomp" {
			switch r.Kind {
			case "accuse":
				return witness.Supposed
			case "ask", "order":
				return witness.Wanted
			case "promise":
				return witness.Intended
			}
		}
		if t.Rel == "xcomp" {
			return s.modality(h, depth+1)
		}
	}
	return witness.Actual
}

// tense says whether predicate i is told as past, present or future.
func (s *sentence) tense(i int) witness.Tense {
	finite := s.toks[i].XPOS
	have := false
	for _, k := range s.kids[i] {
		if isRel(s.toks[k].Rel, "aux") || isRel(s.toks[k].Rel, "cop") {
			if s.toks[k].XPOS == "MD" {
				if w := s.lower[k]; w == "will" || w == "'ll" || w == "shall" || w == "wo" {
					return witness.FutureTense
				}
				return witness.Present
			}
			if s.toks[k].Lemma == "have" {
				have = true
			}
			if finite == "VBN" || finite == "VBG" || finite == "VB" || isRel(s.toks[k].Rel, "cop") {
				finite = s.toks[k].XPOS
			}
		}
	}
	switch finite {
	case "VBD":
		return witness.Past
	case "VBZ", "VBP":
		if have {
			return witness.Past
		}
		return witness.Present
	}
	return witness.NoTense
}

// attributions reads the reporting verbs with their speakers.
func (s *sentence) attributions() {
	for i := range s.toks {
		t := &s.toks[i]
		if t.Lower == "according" && s.word(i+1) == "to" {
			h := t.Head
			if h >= 0 && h > i && isNominal(s.upos(h)) {
				s.add(&witness.Attribution{At: witness.At{Span: s.span(i, h), Head: i}, Verb: "according to", Kind: "say", SpeakerWords: s.phrase(h), Content: s.toks[h].Head})
			}
			continue
		}
		if t.UPOS != "VERB" {
			continue
		}
		r, ok := s.lex.Reporting().Get(t.Lemma)
		if !ok || r.POS != lexicon.Verb {
			continue
		}
		a := &witness.Attribution{At: witness.At{Span: s.span(i, i), Head: i}, Verb: t.Lemma, Kind: r.Kind, Content: -1}
		for _, rel := range [...]string{"ccomp", "parataxis", "xcomp"} {
			if k := s.child(i, rel); k >= 0 {
				a.Content = k
				break
			}
		}
		if a.Content < 0 && (isRel(t.Rel, "parataxis") || t.Rel == "ccomp" && s.quoted(t.Head)) {
			a.Content = t.Head // "We will go," he said: the parser may hang either on the other
		}
		subj := s.subject(i)
		if subj < 0 {
			subj, _ = s.inherited(i, false)
		}
		if subj >= 0 {
			a.SpeakerWords = s.phrase(subj)
			s.speakers = append(s.speakers, pendingSpeaker{a, subj})
		}
		s.add(a)
	}
}

type pendingSpeaker struct {
	attribution *witness.Attribution
	token       int
}

// quoted reports whether token i stands in quotation marks.
func (s *sentence) quoted(i int) bool {
	if i < 0 {
		return false
	}
	for _, f := range s.facts {
		if q, ok := f.(*witness.Quote); ok && q.Inner.Contains(s.toks[i].Span) {
			return true
		}
	}
	return false
}

// phrase returns the words of the subtree of i that stand next to it, without
// clauses: the name of a participant as a reader would cite it.
func (s *sentence) phrase(i int) string {
	lo, hi := i, i
	for _, k := range s.kids[i] {
		switch rel := s.toks[k].Rel; {
		case isRel(rel, "det"), isRel(rel, "amod"), isRel(rel, "compound"), isRel(rel, "flat"), isRel(rel, "nmod:poss"), isRel(rel, "nummod"):
			lo, hi = min(lo, k), max(hi, k)
		}
	}
	sp := s.span(lo, hi)
	return s.st.Witness.Text[sp.Start:sp.End]
}
