package extract

import "github.com/factdiff/factdiff/witness"

// modality says how real predicate i is put: by its own auxiliary, or by the
// word that it completes.
func (s *sentence) modality(i int) witness.Modality {
	if m, ok := s.adverb(i); ok {
		return m
	}
	if m, ok := s.impersonal(i); ok {
		return m
	}
	for range 4 {
		if m, ok := s.auxiliary(i); ok {
			return m
		}
		if m := s.child(i, "mark"); m >= 0 && s.finite(i) {
			switch s.lower[m] {
			case "if", "whether", "unless":
				return witness.Supposed
			}
		}
		h, rel := s.governor(i)
		if h < 0 {
			break
		}
		if rel == "conj" {
			if s.toks[i].XPOS != s.toks[h].XPOS || s.subject(i) >= 0 {
				break
			}
			i = h // "will meet and talk"
			continue
		}
		complement := rel == "xcomp" || rel == "acl" || isRel(rel, "nmod") || rel == "advcl" && !s.finite(i)
		if !complement && rel != "ccomp" && rel != "obj" && rel != "obl" {
			break
		}
		if rel != "acl" || !s.describes(i, h) {
			if m, ok := s.complemented(i, h, rel); ok {
				return m
			}
		}
		if rel != "xcomp" {
			break
		}
		i = h
	}
	return witness.Actual
}

// adverb reads the modality off an adverb of predicate i: "allegedly",
// "possibly", "probably".
func (s *sentence) adverb(i int) (witness.Modality, bool) {
	for _, k := range s.kids[i] {
		if s.toks[k].Rel != "advmod" {
			continue
		}
		if h, ok := s.lex.Hedges().Get(s.lower[k]); ok && (h.Class == "hearsay" || h.Class == "doubt") {
			return witness.Alleged, true
		}
		if m, ok := s.lex.Modals().Get(s.lower[k]); ok && m.Type == "possibility" {
			return likelihood(m.Strength), true
		}
	}
	return witness.Actual, false
}

// impersonal reads the modality off what is said of the whole clause: "it is
// expected that he will go", "it is possible that he went".
func (s *sentence) impersonal(i int) (witness.Modality, bool) {
	h, rel := s.governor(i)
	if h < 0 || rel != "ccomp" && rel != "csubj" || !s.marked(i, "that") {
		return witness.Actual, false
	}
	if k := max(s.subject(h), s.child(h, "expl")); k < 0 || s.lower[k] != "it" {
		return witness.Actual, false
	}
	for _, key := range s.keys(h) {
		if m, ok := s.lex.Modals().Get(key); ok && m.Type == "possibility" && m.Strength > 0 {
			return likelihood(m.Strength), true
		}
	}
	return witness.Actual, false
}

// likelihood tells what may be from what is expected.
func likelihood(strength int) witness.Modality {
	if strength >= 3 {
		return witness.Expected
	}
	return witness.Possible
}

// auxiliary reads the modality off the modal verb of predicate i.
func (s *sentence) auxiliary(i int) (witness.Modality, bool) {
	for _, k := range s.kids[i] {
		if !isRel(s.toks[k].Rel, "aux") {
			continue
		}
		switch s.lower[k] {
		case "will", "'ll", "wo", "shall":
			return witness.Future, true
		case "may", "might", "could":
			if s.toks[k].Form == "May" && k > 0 {
				continue // the month
			}
			return witness.Possible, true
		case "can", "ca":
			return witness.Able, true
		case "should", "ought":
			return witness.Ought, true
		case "must":
			return witness.Must, true
		case "would", "'d":
			if s.shifted(i) {
				return witness.Future, true
			}
			return witness.Supposed, true
		}
	}
	return witness.Actual, false
}

// shifted reports whether the "would" of predicate i is a "will" that a report
// of the past put back: "said that it would leave", "were freed and would
// leave".
func (s *sentence) shifted(i int) bool {
	for k := range s.toks {
		if w := s.lower[k]; w == "if" || w == "unless" || w == "were" && s.upos(k-1) == "PRON" {
			return false
		}
	}
	h := s.toks[i].Head
	if h < 0 {
		return false
	}
	if k := s.child(i, "nsubj"); k >= 0 && s.lower[k] == "who" && s.lower[i-1] == "would" {
		return true // "the poet, who would die in 1799"
	}
	switch rel := s.toks[i].Rel; rel {
	case "ccomp":
		return s.toks[h].XPOS == "VBD" || s.toks[h].XPOS == "VBN"
	case "conj":
		return s.tense(h) == witness.Past && s.predicate(h)
	}
	return false
}

// complemented gives the modality that word h lends to its complement i.
func (s *sentence) complemented(i, h int, rel string) (witness.Modality, bool) {
	lemma := s.toks[h].Lemma
	if rel == "xcomp" && s.toks[i].XPOS == "VB" {
		switch lemma {
		case "have":
			return witness.Must, true
		case "go":
			if s.toks[h].XPOS == "VBG" {
				return witness.Future, true
			}
		}
	}
	if rel == "obj" || rel == "obl" || rel == "ccomp" {
		// only wishing and asking reach a noun: "calls for talks", "demands that …"
		switch lemma {
		case "demand", "seek", "want", "request", "urge", "call", "ask":
			return witness.Wanted, true
		case "plan", "intend", "propose":
			return witness.Intended, true
		case "fear", "hope", "expect", "risk":
			return witness.Possible, true
		}
		return witness.Actual, false
	}
	if rel == "acl" && parleys[lemma] {
		return witness.Intended, true
	}
	for _, key := range s.keys(h) {
		if m, ok := s.lex.Modals().Get(key); ok {
			switch m.Type {
			case "intention":
				return witness.Intended, true
			case "attempt":
				return witness.Tried, true
			case "desire":
				return witness.Wanted, true
			case "possibility":
				return likelihood(m.Strength), true
			case "permission":
				return witness.Possible, true
			case "ability":
				return witness.Able, true
			case "obligation":
				return witness.Must, true
			case "advice":
				return witness.Ought, true
			case "future":
				return witness.Future, true
			}
		}
	}
	for _, r := range s.lex.Reporting().GetAll(lemma) {
		switch r.Kind {
		case "accuse":
			if accusing[lemma] && rel != "advcl" {
				return witness.Alleged, true
			}
		case "ask", "order":
			return witness.Wanted, true
		case "promise", "warn":
			return witness.Intended, true
		}
	}
	return witness.Actual, false
}

// parleys are the nouns for what comes before an agreement: who is "in talks to" do
// something may do it yet.
var parleys = map[string]bool{"talk": true, "negotiation": true, "discussion": true}

// accusing are the words of accusation that leave open whether it is so; who is
// criticised for something did it.
var accusing = map[string]bool{"accuse": true, "charge": true, "indict": true, "accusation": true, "indictment": true}

// tense says whether predicate i is told as past, present or future.
func (s *sentence) tense(i int) witness.Tense {
	finite := s.toks[i].XPOS
	have := false
	for _, k := range s.kids[i] {
		if !isRel(s.toks[k].Rel, "aux") && !isRel(s.toks[k].Rel, "cop") {
			continue
		}
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
	switch finite {
	case "VBD":
		return witness.Past
	case "VBZ", "VBP":
		if have {
			return witness.Past
		}
		return witness.Present
	case "VB", "VBN":
		if h := s.toks[i].Head; s.toks[i].Rel == "conj" && s.subject(i) < 0 && s.toks[h].XPOS == finite && s.predicate(h) && h < i {
			return s.tense(h) // "will meet and talk"
		}
	}
	return witness.NoTense
}
