package extract

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
)

// governor returns the word that i depends on, and how. It mends some things
// that the parser often gets wrong. A finite verb joined by "and" to an
// infinitive, or a past one to a present inside a report, belongs to the verb
// further up: "stated that it does not intend to invade … and praised …". An
// infinitive after a verb or noun that wants one is its complement, not its
// purpose: "does not “intend” to attack", "abandoned its plan to attack",
// "ordered the army to attack".
func (s *sentence) governor(i int) (head int, rel string) {
	t := &s.toks[i]
	if t.Head >= 0 && t.Rel == "advcl" && t.Head < i && t.XPOS == "VB" && s.marked(i, "to") {
		if o := s.child(t.Head, "obj"); o < 0 {
			if _, ok := s.signature(t.Head, "to"); ok {
				return t.Head, "xcomp"
			}
		} else if intentNouns[s.toks[o].Lemma] {
			if s.child(i, "mark") == s.rightEdge(o)+1 {
				return o, "acl"
			}
		} else if r, ok := s.reporting(s.toks[t.Head].Lemma, lexicon.Verb); ok && (r.Kind == "ask" || r.Kind == "order") {
			if o < i && !s.isEvent(o) { // "ordered an attack to punish" has a purpose
				return t.Head, "xcomp"
			}
		}
	}
	if o := s.acted(i); o >= 0 {
		return o, "acl"
	}
	if t.Head >= 0 && t.Rel == "conj" && s.marked(i, "that") && s.child(i, "cc") < 0 && s.predicate(t.Head) {
		return t.Head, "ccomp" // "assured Kiev today, during the talks, that …"
	}
	if k := s.saidBefore(i); k >= 0 {
		return k, "conj"
	}
	if t.Head < 0 || t.Rel != "conj" || !s.finite(i) {
		return t.Head, t.Rel
	}
	past := t.XPOS == "VBD" || t.XPOS == "VBN"
	for k, steps := t.Head, 0; k >= 0 && steps < 5; k, steps = s.toks[k].Head, steps+1 {
		if s.predicate(k) && s.finite(k) && (!past || s.pastForm(k)) {
			return k, "conj"
		}
		if r := s.toks[k].Rel; r != "xcomp" && r != "ccomp" && r != "conj" && r != "acl" && r != "advcl" && r != "obj" {
			break
		}
	}
	return t.Head, t.Rel
}

// saidBefore returns the clause that predicate i is joined to by "and" or "but"
// where the parser hangs both on the verb of saying behind them, or -1: "is under
// investigation but has not been charged, she said".
func (s *sentence) saidBefore(i int) int {
	t := &s.toks[i]
	if t.Rel != "ccomp" || t.Head < i || s.child(i, "cc") < 0 || s.subject(i) >= 0 {
		return -1
	}
	for k := i - 1; k >= 0; k-- {
		if s.toks[k].Head == t.Head && s.toks[k].Rel == "ccomp" {
			return k
		}
	}
	return -1
}

// acted returns the object just before the participle i that must be what acts,
// or -1. In "he beat a deputy guarding him" it is not "he" who guards, or it
// would be himself.
func (s *sentence) acted(i int) int {
	t := &s.toks[i]
	if t.Rel != "advcl" || t.XPOS != "VBG" || t.Head < 0 || t.Head > i || s.child(i, "mark") >= 0 {
		return -1
	}
	o, subj, whom := s.child(t.Head, "obj"), s.subject(t.Head), s.child(i, "obj")
	if o < 0 || subj < 0 || whom < 0 || s.rightEdge(o) != i-1 {
		return -1
	}
	if s.toks[whom].XPOS != "PRP" || s.toks[whom].Lemma != s.toks[subj].Lemma || strings.HasSuffix(s.lower[whom], "self") {
		return -1
	}
	return o
}

// rightEdge returns the last token of the phrase that i heads.
func (s *sentence) rightEdge(i int) int {
	for len(s.kids[i]) > 0 && s.kids[i][len(s.kids[i])-1] > i {
		i = s.kids[i][len(s.kids[i])-1]
	}
	return i
}

// finite reports whether predicate i has a form with a tense, its own or its
// auxiliary's.
func (s *sentence) finite(i int) bool {
	switch s.toks[i].XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	case "VBN": // the tagger's slip: "the two sides stressed"
		if s.child(i, "aux") < 0 && s.child(i, "nsubj") >= 0 && s.child(i, "nsubj:pass") < 0 {
			return true
		}
	}
	for _, k := range s.kids[i] {
		if r := s.toks[k].Rel; isRel(r, "aux") || isRel(r, "cop") {
			switch s.toks[k].XPOS {
			case "VBD", "VBZ", "VBP", "MD":
				return true
			}
		}
	}
	return false
}

// pastForm reports whether the finite word of predicate i has a past form, or
// "have" for an auxiliary.
func (s *sentence) pastForm(i int) bool {
	if s.toks[i].XPOS == "VBD" {
		return true
	}
	for _, k := range s.kids[i] {
		if r := s.toks[k].Rel; (isRel(r, "aux") || isRel(r, "cop")) && (s.toks[k].XPOS == "VBD" || s.toks[k].Lemma == "have") {
			return true
		}
	}
	return false
}

// subject returns the subject that predicate i has of its own, or -1.
func (s *sentence) subject(i int) int {
	subj := -1
	for _, k := range s.kids[i] {
		if isRel(s.toks[k].Rel, "nsubj") && (subj < 0 || s.temporal(subj) || k < i && s.child(k, "cc") >= 0) {
			subj = k // "This morning police arrested": not the morning; "the pier took damage, and a shed fell": not the pier
		}
	}
	if subj > 0 && s.temporal(subj) && s.lower[subj-1] == "this" {
		return -1
	}
	if subj < 0 {
		return s.inverted(i)
	}
	return subj
}

// inverted returns who speaks by verb i, where he follows it and what he says
// comes before both, and the parse takes him for what is said: "…,” said the
// engineer Paul Renner". Else it returns -1.
func (s *sentence) inverted(i int) int {
	if i == 0 || s.upos(i-1) != "PUNCT" || s.toks[i].XPOS != "VBD" {
		return -1
	}
	if _, says := s.reporting(s.toks[i].Lemma, lexicon.Verb); !says || s.child(i, "ccomp") < 0 || s.child(i, "ccomp") > i {
		return -1
	}
	return s.child(i, "obj")
}

// temporal reports whether token i names a time.
func (s *sentence) temporal(i int) bool {
	return s.used[i] || s.upos(i) == "NOUN" && lexicon.Category(s.toks[i].Lemma, lexicon.Noun) == "time"
}

// possessor returns the owner of noun i: "Russia" of "Russia's plan".
func (s *sentence) possessor(i int) int {
	for _, k := range s.kids[i] {
		if s.toks[k].Rel == "nmod:poss" {
			return k
		}
	}
	return -1
}

// subjectOf finds the subject of predicate i: its own, or one passed down over
// a conjunction, from the verb or the noun that it completes, or from the noun
// that it describes. Conf is that of the least sure arc on the way.
func (s *sentence) subjectOf(i int) (subj int, conf float32) {
	conf = 1
	start, owner := i, -1
	for range 8 {
		if k := s.subject(i); k >= 0 && s.upos(k) != "" {
			return k, conf
		}
		if i != start && isNominal(s.upos(i)) {
			if p := s.possessor(i); p >= 0 && s.upos(p) != "PRON" {
				return p, conf
			} else if p >= 0 && owner < 0 {
				owner = p // "stressed their desire to": whose, the clause says
			}
		}
		h, rel := s.governor(i)
		if h < 0 {
			return owner, conf
		}
		conf = min(conf, s.toks[i].Conf)
		switch {
		case rel == "conj":
			if s.predicate(i) != s.predicate(h) {
				return owner, conf
			}
		case rel == "xcomp":
			if o := s.controller(h, i); o >= 0 {
				return o, conf
			}
		case rel == "advcl":
			if s.finite(i) && !isNominal(s.upos(h)) {
				return owner, conf
			}
			if m := s.child(i, "mark"); m >= 0 {
				switch s.lower[m] {
				case "of", "from", "for", "into", "against":
					if o := s.child(h, "obj"); o >= 0 {
						return o, conf
					}
				}
			}
		case rel == "ccomp":
			if s.finite(i) {
				return owner, conf
			}
		case isRel(rel, "acl"):
			if isNominal(s.upos(h)) && s.describes(i, h) {
				return h, conf
			}
		case isNominal(s.upos(i)) && (isRel(rel, "obj") || isRel(rel, "obl") || isRel(rel, "nmod")):
			// "has no intention of attacking": the one who has it
		default:
			return owner, conf
		}
		i = h
	}
	return owner, conf
}

// describes reports whether the clause of i says of noun h what it does, and
// does not complete its sense: "troops massing", "the first country to
// recognise", but "a plan to attack".
func (s *sentence) describes(i, h int) bool {
	t := &s.toks[i]
	if t.Rel == "acl:relcl" || t.XPOS == "VBN" || s.child(i, "mark") < 0 {
		return true
	}
	return s.upos(h) == "PROPN" || s.upos(h) == "PRON" || agentive(s.toks[h].Lemma)
}

// controller returns the object of h where it is the subject of the infinitive
// i: "urged Putin to avoid", "called on Russia to withdraw".
func (s *sentence) controller(h, i int) int {
	if subjectControl[s.toks[h].Lemma] || s.passive(h) {
		return -1
	}
	if o := s.child(h, "obj"); o >= 0 && o != i && s.lower[o] != "itself" && s.lower[o] != "themselves" {
		return o
	}
	if o := s.child(h, "iobj"); o >= 0 {
		return o
	}
	for _, k := range s.kids[h] {
		if k < i && k > h && isRel(s.toks[k].Rel, "obl") {
			if p := s.caseOf(k); p == "on" || p == "upon" || p == "for" && s.toks[h].Lemma == "call" {
				return k
			}
		}
	}
	return -1
}

// subjectControl are the verbs with an object whose infinitive is still the
// subject's doing: "promised Moscow to stay".
var subjectControl = map[string]bool{"promise": true, "vow": true, "threaten": true, "pledge": true, "swear": true, "use": true, "need": true}
