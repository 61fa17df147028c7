package extract

import "github.com/factdiff/factdiff/witness"

// negations finds the words that turn the sense of others, and what they
// turn.
func (s *sentence) negations() {
	for i := range s.toks {
		t := &s.toks[i]
		n := witness.Negation{Cue: i, Scope: -1}
		switch t.Lower {
		case "not", "n't", "never", "cannot":
			if s.onlyNot(i) || s.repeated(i) || s.notWithout(i) {
				continue
			}
			n.Scope = t.Head
			if t.Lower == "cannot" {
				n.Scope = i
			}
		case "no":
			scope, ok := s.scopeOfNo(i)
			if !ok {
				continue
			}
			n.Scope = scope
		case "none", "nobody", "nothing", "nowhere", "neither", "no-one":
			if s.allBut(i) {
				continue
			}
			n.Scope = t.Head
			if n.Scope < 0 {
				n.Scope = i
			}
		case "without", "non":
			if s.notWithout(i - 1) {
				continue
			}
			n.Scope = t.Head
			if k := n.Scope + 1; n.Scope > i && k < len(s.toks) && s.toks[k].XPOS == "VBG" {
				n.Scope = k // "without her aunt paying", whatever the parse makes of it
			}
		case "yet":
			if !s.yetTo(i) {
				continue
			}
			n.Scope = s.behindTo(i)
		case "minus":
			k := i + 1
			if s.word(k) == "-" {
				k++
			}
			if k < len(s.toks) && isNumber(s.toks[k]) {
				continue // a temperature, a sum
			}
			n.Scope, n.Implicit = t.Head, true
		case "t":
			if !s.brokenNot(i) {
				continue
			}
			n.Scope = t.Head
		case "nor", "except", "besides", "but":
			continue // they deny a part that is named elsewhere
		default:
			if neg, ok := s.lex.Negatives().Get(t.Lemma); ok && neg.Strength == "full" && particle(neg.Class) && agrees(neg.Class, t.UPOS) {
				n.Implicit = true
				n.Scope = i
				if neg.Class == "determiner" || neg.Class == "adverb" || neg.Class == "preposition" {
					n.Scope = t.Head
				}
			} else if imp, ok := s.lex.Implicative(t.Lemma, "to"); ok && imp.Affirmed < 0 && t.UPOS == "VERB" && s.child(i, "xcomp") >= 0 {
				n.Implicit = true // "refused to leave", "failed to win"
				n.Scope = s.child(i, "xcomp")
			} else {
				continue
			}
		}
		if n.Scope < 0 {
			n.Scope = i
		}
		n.At = witness.At{Span: s.span(i, i), Head: n.Scope}
		found := n // most words deny nothing, and ask for no room
		s.add(&found)
	}
}

// scopeOfNo returns what the "no" at token i turns, if it is no answer and no part of
// "no doubt": the noun after it, or, of "no longer", the verb.
func (s *sentence) scopeOfNo(i int) (scope int, ok bool) {
	scope = s.toks[i].Head
	switch next := s.word(i + 1); {
	case next == "one" && s.allBut(i+1):
		return -1, false
	case next == "one" && scope == i+1 && isRel(s.toks[i+1].Rel, "nsubj"):
		return s.toks[i+1].Head, true // as "nobody" does
	case next == "longer" && s.upos(i+2) == "VERB":
		return i + 2, true // whatever the parse hangs it on
	case next == "longer" && scope == i+1:
		return s.toks[i+1].Head, true
	case next == "longer":
	case next == "." || next == "," || next == "matter" || next == "doubt" || isRel(s.toks[i].Rel, "discourse"):
		return -1, false
	}
	return scope, true
}

// allBut reports whether the "nobody" or "nothing" that ends at token i makes an
// exception: "nobody but the captain knew" says that the captain did.
func (s *sentence) allBut(i int) bool {
	switch s.word(i + 1) {
	case "but", "except", "save", "besides":
		u := s.upos(i + 2)
		return u == "NOUN" || u == "PROPN" || u == "DET" || u == "PRON" || u == "ADP" || u == "ADJ"
	case "other":
		return s.word(i+2) == "than"
	}
	for k := len(s.toks) - 1; k > i+1; k-- {
		if w := s.lower[k]; s.upos(k) == "VERB" || s.upos(k) == "AUX" || w == "," {
			break
		} else if (w == "but" || w == "except") && (s.upos(k+1) == "DET" || s.upos(k+1) == "PROPN") {
			return true // "knew of the leak but the captain"
		}
	}
	for k := i + 2; k < min(i+7, len(s.toks)); k++ {
		if w := s.lower[k]; s.upos(k) == "VERB" || s.upos(k) == "PUNCT" {
			break
		} else if (w == "but" || w == "except") && s.upos(k+1) == "ADP" {
			return true // "nowhere on the coast but at Alassio"
		}
	}
	return false
}

// notWithout reports whether token i is the "not" of "not without", which
// affirms.
func (s *sentence) notWithout(i int) bool {
	return i >= 0 && s.lower[i] == "not" && s.word(i+1) == "without"
}

// yetTo reports whether token i is the "yet" of what is not done so far: "have
// yet to confirm", "is yet to be found".
func (s *sentence) yetTo(i int) bool {
	if i == 0 || s.word(i+1) != "to" || s.behindTo(i) < 0 {
		return false
	}
	switch s.toks[i-1].Lemma {
	case "have", "be", "as":
		return true
	}
	return false
}

// behindTo returns the predicate of the infinitive that follows token i, or -1.
func (s *sentence) behindTo(i int) int {
	for k := i + 2; k < min(i+6, len(s.toks)); k++ {
		if s.upos(k) == "VERB" {
			return k
		}
	}
	return -1
}

// brokenNot reports whether token i is the end of a "not" whose apostrophe was
// set with spaces: "didn ’ t".
func (s *sentence) brokenNot(i int) bool {
	if i < 2 {
		return false
	}
	switch s.word(i - 1) {
	case "'", "’", "`":
	default:
		return false
	}
	switch s.word(i - 2) {
	case "didn", "doesn", "don", "wasn", "weren", "isn", "aren", "hasn", "haven", "hadn", "won", "wouldn", "can", "couldn", "shouldn", "mustn", "needn", "mightn":
		return true
	}
	return false
}

// particle reports whether words of a class turn the sense of another word;
// a verb or adjective of negative sense ("prevent", "impossible") says it of
// itself, and is compared as a word.
func particle(class string) bool {
	switch class {
	case "particle", "determiner", "pronoun", "adverb", "preposition", "conjunction":
		return true
	}
	return false
}

// agrees reports whether a word of the lexicon's class can be tagged so.
func agrees(class, upos string) bool {
	switch class {
	case "verb":
		return upos == "VERB"
	case "noun":
		return upos == "NOUN"
	case "adjective":
		return upos == "ADJ"
	case "adverb":
		return upos == "ADV"
	case "preposition":
		return upos != "ADJ" && upos != "NOUN" // "two members were absent"
	}
	return true
}

// repeated reports whether the same word denies just before: "never, never".
func (s *sentence) repeated(i int) bool {
	for k := max(0, i-3); k < i; k++ {
		if s.lower[k] == s.lower[i] {
			return true
		}
	}
	return false
}

// onlyNot reports whether "not" at i belongs to "not only", which denies
// nothing.
func (s *sentence) onlyNot(i int) bool {
	switch s.word(i + 1) {
	case "only", "just", "merely", "simply":
		return true
	}
	return s.word(i+1) == "to" && s.word(i+2) == "mention"
}
