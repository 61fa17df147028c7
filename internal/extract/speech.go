package extract

import (
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// pendingSpeaker is an attribution whose speaker is known once entities are.
type pendingSpeaker struct {
	attribution *witness.Attribution
	token       int
}

// attributions reads the reporting verbs and nouns with their speakers and
// what they report. A verb that could report but has nothing to report here
// ("supported the plan") is none.
func (s *sentence) attributions() {
	for i := range s.toks {
		switch t := &s.toks[i]; {
		case t.Lower == "according" && s.word(i+1) == "to":
			s.accordingTo(i)
		case t.UPOS == "VERB":
			s.reportingVerb(i)
		case t.UPOS == "NOUN":
			s.reportingNoun(i)
		}
	}
}

func (s *sentence) accordingTo(i int) {
	noun := s.toks[i].Head // "according" is the case of its noun …
	content := -1
	if noun > i && isNominal(s.upos(noun)) {
		content = s.toks[noun].Head
	} else { // … or its head
		content, noun = noun, -1
		for _, rel := range [...]string{"obl", "obj", "nmod", "pobj"} {
			if k := s.child(i, rel); k > i {
				noun = k
				break
			}
		}
	}
	if noun < 0 {
		return
	}
	a := &witness.Attribution{At: witness.At{Span: s.span(i, noun), Head: i}, Verb: "according to", Kind: "say", SpeakerWords: s.phrase(noun), Content: content}
	s.speakers = append(s.speakers, pendingSpeaker{a, noun})
	s.add(a)
}

func (s *sentence) reportingVerb(i int) {
	r, ok := s.reporting(s.verb(i), lexicon.Verb)
	if !ok {
		if r, ok = s.reporting(s.toks[i].Lemma, lexicon.Verb); !ok {
			return
		}
	}
	a := &witness.Attribution{At: witness.At{Span: s.span(i, i), Head: i}, Verb: s.verb(i), Kind: r.Kind, Content: s.content(i, r.Kind)}
	if a.Content < 0 && !s.introduces(i) {
		return
	}
	if subj := s.speakerOf(i); subj >= 0 {
		a.SpeakerWords = s.phrase(subj)
		s.speakers = append(s.speakers, pendingSpeaker{a, subj})
	} else if !s.passive(i) {
		return // whoever speaks, the parse has not seen it
	}
	s.add(a)
}

func (s *sentence) reporting(lemma string, pos lexicon.POS) (lexicon.Reporting, bool) {
	for _, r := range s.lex.Reporting().GetAll(lemma) {
		if r.POS == pos {
			return r, true
		}
	}
	return lexicon.Reporting{}, false
}

// content finds the head of what reporting verb i reports: a clause below it,
// the clause that it is set beside ("We will go," he said), or an event
// ("denied the attack").
func (s *sentence) content(i int, kind string) int {
	for _, k := range s.kids[i] {
		if r := s.toks[k].Rel; r == "ccomp" || r == "csubj:pass" || r == "conj" && s.governs(k, i) {
			return k
		}
	}
	t := &s.toks[i]
	if h := t.Head; h >= 0 {
		beside := isRel(t.Rel, "parataxis") || t.Rel == "ccomp" && s.quoted(h) && !s.quoted(i) || t.Rel == "advcl" && s.marked(i, "as")
		if beside && (s.child(i, "obj") < 0 || s.quoted(h) && !s.quoted(i)) {
			return h
		}
	}
	if k := s.child(i, "parataxis"); k >= 0 {
		return k
	}
	switch kind {
	case "say", "claim", "deny", "warn", "confirm", "ask", "order", "promise", "accuse":
		// who seeks to do a thing or calls for it says so; who attacks does not
		if k := s.child(i, "xcomp"); k >= 0 && s.toks[i].Lemma != "seek" && (s.toks[k].UPOS == "VERB" || s.child(k, "cop") >= 0 || s.quoted(k)) {
			return k
		}
	}
	switch kind {
	case "deny", "confirm", "promise", "warn":
		if k := s.child(i, "obj"); k >= 0 && s.isEvent(k) {
			return k
		}
	}
	return -1
}

// governs reports whether clause k is, after mending, the content of verb i.
func (s *sentence) governs(k, i int) bool {
	h, rel := s.governor(k)
	return h == i && rel == "ccomp"
}

// introduces reports whether verb i stands in the sentence with a quotation
// that it can introduce, outside of which it is.
func (s *sentence) introduces(i int) bool {
	r, _ := s.reporting(s.toks[i].Lemma, lexicon.Verb)
	switch r.Kind {
	case "say", "claim", "deny", "warn", "confirm", "ask", "answer", "promise", "suggest":
	default:
		return false
	}
	for _, f := range s.facts {
		q, ok := f.(*witness.Quote)
		if !ok || q.Scare || q.Inner.Contains(s.toks[i].Span) || q.Head < 0 {
			continue
		}
		if h := s.toks[q.Head].Head; h == i || h == s.toks[i].Head && h >= 0 || h < 0 || q.Head == s.toks[i].Head {
			return true
		}
	}
	return false
}

// speakerOf returns the token that names who speaks by verb i; of a passive
// only the one named with "by".
func (s *sentence) speakerOf(i int) int {
	if s.passive(i) {
		for _, k := range s.kids[i] {
			if rel := s.toks[k].Rel; rel == "obl:agent" || isRel(rel, "obl") && s.caseOf(k) == "by" {
				return k
			}
		}
		return -1
	}
	subj, _ := s.subjectOf(i)
	if subj < 0 {
		return -1
	}
	return s.antecedent(subj)
}

// reportingNoun reads "Moscow's demand that NATO promise …".
func (s *sentence) reportingNoun(i int) {
	r, ok := s.reporting(s.toks[i].Lemma, lexicon.Noun)
	if !ok {
		return
	}
	content := -1
	for _, k := range s.kids[i] {
		if rel := s.toks[k].Rel; (rel == "acl" || rel == "ccomp") && s.marked(k, "that") {
			content = k
		}
	}
	if content < 0 {
		return
	}
	a := &witness.Attribution{At: witness.At{Span: s.span(i, i), Head: i}, Verb: s.toks[i].Lemma, Kind: r.Kind, Content: content}
	speaker := s.possessor(i)
	for _, k := range s.kids[i] {
		if speaker < 0 && isRel(s.toks[k].Rel, "nmod") && (s.caseOf(k) == "of" || s.caseOf(k) == "by" || s.caseOf(k) == "from") {
			speaker = k
		}
	}
	if h := s.toks[i].Head; speaker < 0 && s.toks[i].Rel == "obj" && s.predicate(h) && s.toks[h].Lemma == "have" {
		speaker, _ = s.subjectOf(h) // "we have the impression that"
	}
	if speaker < 0 || r.Kind == "know" {
		return // "the fact that": nobody's words
	}
	a.SpeakerWords = s.phrase(speaker)
	s.speakers = append(s.speakers, pendingSpeaker{a, speaker})
	s.add(a)
}

// source finds who says what token i heads: the nearest attribution on the
// way up the tree whose content holds it.
func (s *sentence) source(i int) *witness.Attribution {
	var path [12]int
	k := i
	for n := 0; k >= 0 && n < len(path); n++ {
		path[n] = k
		var found *witness.Attribution
		for _, f := range s.facts {
			a, ok := f.(*witness.Attribution)
			if !ok || a.Content != k || within(path[:n+1], a.Head) || a.Verb != "according to" && s.ownMind(a) {
				continue
			}
			if found == nil || a.Kind != "think" && found.Kind == "think" {
				found = a
			}
		}
		if found != nil {
			return found
		}
		k, _ = s.governor(k)
	}
	return nil
}

// ownMind reports whether an attribution is what a speaker says of his own
// mind: “We have the impression that …,” she said. It is her claim.
func (s *sentence) ownMind(a *witness.Attribution) bool {
	switch a.Kind {
	case "think", "know", "feel":
		return a.SpeakerWords == "We" || a.SpeakerWords == "we" || a.SpeakerWords == "I"
	}
	return false
}

func within(path []int, x int) bool {
	for _, p := range path {
		if p == x {
			return true
		}
	}
	return false
}

// quoted reports whether token i stands in quotation marks.
func (s *sentence) quoted(i int) bool { return s.quoteAt(i) != nil }

// quoteAt returns the quotation that holds token i.
func (s *sentence) quoteAt(i int) *witness.Quote {
	if i < 0 {
		return nil
	}
	for _, f := range s.facts {
		if q, ok := f.(*witness.Quote); ok && q.Inner.Contains(s.toks[i].Span) {
			return q
		}
	}
	return nil
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
