package extract

import (
	"slices"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// endings reads how matters are told to have ended, by phrases with gaps: free reports put
// it in so many ways that no verb with its object finds them. Of two phrases that begin at
// one word the longer is meant.
func (d *discourse) endings(s *sentence) {
	read := map[[2]string]int{} // the last word of the phrase that a value was read from
	var found []ending
	for i := range s.toks {
		found = found[:0]
		for _, key := range [...]string{s.lemma[i], s.lower[i]} {
			for _, row := range s.lex.Outcomes().GetAll(key) {
				for k := range row {
					if last := s.phrasedAt(&row[k], i, key); last >= 0 {
						found = append(found, ending{&row[k], i, last})
					}
				}
			}
			if s.lemma[i] == s.lower[i] {
				break
			}
		}
		slices.SortStableFunc(found, func(a, b ending) int { return b.last - a.last })
		var told []string // scales
		for _, e := range found {
			value := [2]string{e.outcome.Scale, e.outcome.Value}
			if at, ok := read[value]; ok && at >= i || slices.Contains(told, e.outcome.Scale) {
				continue
			}
			if d.ended(s, e) {
				read[value] = e.last
				told = append(told, e.outcome.Scale)
			}
		}
	}
}

// ending is a phrase of the table with the words that it covers.
type ending struct {
	outcome     *lexicon.Outcome
	first, last int
}

// gap is how many words may stand between two of a phrase.
const gap = 5

// phrasedAt returns the last word of a phrase that begins at token i, or -1.
func (s *sentence) phrasedAt(o *lexicon.Outcome, i int, key string) int {
	if !slices.Contains(o.Words[0].Any, key) || o.Words[0].Tag != "" && o.Words[0].Tag != s.upos(i) {
		return -1
	}
	last := i
	tells := !weak[s.lower[i]] && !weak[s.lemma[i]]
	for w := 1; w < len(o.Words); w++ {
		word := &o.Words[w]
		at, reach := -1, gap
		if word.Next || word.Absent {
			reach = 0
		}
		for k := last + 1; k < len(s.toks) && k <= last+1+reach && s.upos(k) != "PUNCT"; k++ {
			if (word.Tag == "" || word.Tag == s.upos(k)) && (slices.Contains(word.Any, s.lower[k]) || slices.Contains(word.Any, s.lemma[k])) {
				at = k
				break
			}
			if s.lower[k] == "and" || s.lower[k] == "but" || s.lower[k] == "or" {
				break
			}
		}
		switch {
		case word.Absent && at >= 0, !word.Absent && !word.Spare && at < 0:
			return -1
		case !word.Absent && at >= 0:
			last = at
			tells = tells || !weak[s.lower[at]] && !weak[s.lemma[at]] && (o.Kind != nil || !hollow[s.lower[at]])
		}
	}
	if !tells {
		return -1
	}
	return last
}

// What is left of a phrase where the words that may be missing are missing must still say
// something: "was in", "will not be" and "no more than" tell of no end. Beside a noun that
// fits, a particle will do: the strike "is off".
var (
	weak = wordSet("be", "have", "do", "not", "n't", "no", "a", "an", "the", "his", "her", "its", "their", "it", "him", "them", "in", "at", "of", "to", "for", "with", "by", "from", "as", "than", "more", "any", "all", "one", "that", "this",
		"will", "would", "can", "could", "may", "must", "still", "yet", "only", "just", "now", "is", "was", "were", "are", "been", "being", "has", "had", "without", "nobody", "none", "against", "stay", "remain", "take", "make", "get", "go", "come", "keep", "say", "see", "become", "going", "taken", "made", "who", "or", "and", "under", "between", "need", "there")
	hollow = wordSet("on", "out", "off", "up", "over", "through", "into", "back", "about", "well", "home")
)

// ended adds the condition that a phrase tells of, where it is told as a fact or as what is
// to come; it reports whether it is.
func (d *discourse) ended(s *sentence, e ending) bool {
	deg, ok := s.lex.Degree(e.outcome.Scale, e.outcome.Value)
	m, denied, told := s.toldOf(e)
	if ok && denied {
		deg, ok = s.lex.Degree(e.outcome.Scale, deg.Denied)
	}
	if !ok || !told {
		return false
	}
	v := s.verbOf(e)
	if e.outcome.Thing != "none" && !s.verbal(e) {
		return false
	}
	thing := s.thingOf(e, v)
	if e.outcome.Kind != nil {
		if thing = s.ofKind(e, v, thing); thing < 0 {
			return false
		}
	}
	if thing == v && e.outcome.Thing == "object" && (s.upos(v) != "VERB" || s.upos(e.last) == "ADP") {
		return false // "faces arrest", "looking for ways"
	}
	arg := witness.Arg{Head: thing, Lemma: s.toks[thing].Lemma}
	if thing != v {
		arg.Entity = d.entityOf(s, thing)
	} else {
		arg.Lemma = ""
	}
	s.add(&witness.Condition{At: witness.At{Span: s.span(e.first, e.last), Head: v}, Scale: deg.Scale, Value: deg.Value, Denied: denied, Thing: arg, Modality: m})
	return true
}

// verbOf returns the first verb of a phrase, or else its first word.
func (s *sentence) verbOf(e ending) int {
	for k := e.first; k <= e.last; k++ {
		if s.upos(k) == "VERB" {
			return k
		}
	}
	return e.first
}

// verbal reports whether a phrase has a verb, or is the noun of one with "of": "the lifting
// of". "During her stay in" tells of no one who stays.
func (s *sentence) verbal(e ending) bool {
	for k := e.first; k <= e.last; k++ {
		if u := s.upos(k); u == "VERB" || u == "AUX" {
			return true
		}
	}
	return s.lower[e.last] == "of"
}

// thingOf returns what a phrase with the verb v is told of, or v where it is not found.
func (s *sentence) thingOf(e ending, v int) int {
	thing := -1
	switch e.outcome.Thing {
	case "first":
		thing = e.first
	case "none":
		return v
	case "object":
		if s.upos(e.last) == "ADP" && s.toks[e.last].Head > e.last {
			thing = s.toks[e.last].Head // "hunting for the gunmen"
			break
		}
		if thing = s.child(v, "obj"); thing >= 0 && !s.passive(v) {
			if thing >= e.first && thing <= e.last {
				thing = s.ofWhom(thing, e.last) // "ordered the arrest of the owner"
			}
			break
		}
		if !s.passive(v) && s.toks[v].XPOS != "VBN" {
			return v
		}
		fallthrough
	default:
		thing, _ = s.subjectOf(v)
		for k := e.first; thing < 0 && k <= e.last; k++ {
			thing, _ = s.subjectOf(k)
		}
		if thing < 0 && isRel(s.toks[v].Rel, "acl") {
			thing = s.toks[v].Head
		}
	}
	for k := e.first - 1; thing < 0 && k >= 0; k-- {
		if isNominal(s.upos(k)) {
			thing = k // "said loading would not resume": what stands next before the phrase
		} else if u := s.upos(k); u != "AUX" && u != "PART" && u != "ADV" {
			break
		}
	}
	if thing < 0 || e.outcome.Thing == "object" && thing > e.first && thing < e.last && !isNominal(s.upos(thing)) {
		return v
	}
	return s.described(s.antecedent(thing))
}

// ofKind returns the noun that a phrase with the verb v is told of, where only some nouns
// will do: the thing that was found for it, if it is one of them; where a pronoun stands for
// it or the parse found nothing, the nearest such noun of the clause. It returns -1 if there
// is none.
func (s *sentence) ofKind(e ending, v, thing int) int {
	fits := func(k int) bool {
		return isNominal(s.upos(k)) && (slices.Contains(e.outcome.Kind, s.lemma[k]) || slices.Contains(e.outcome.Kind, s.lower[k]))
	}
	if fits(thing) {
		return thing
	}
	if e.outcome.Thing == "object" && !s.passive(v) {
		for k := e.first + 1; k < len(s.toks) && k <= e.last+kindReach && s.upos(k) != "PUNCT"; k++ {
			if fits(k) {
				return k
			}
			if k > e.last && s.upos(k) == "VERB" {
				break
			}
		}
		if s.child(v, "obj") >= 0 || s.toks[v].XPOS != "VBN" {
			return -1
		}
	}
	if thing != v && s.upos(thing) != "PRON" && s.upos(thing) != "ADV" {
		return -1
	}
	for k := e.first - 1; k >= 0 && k >= e.first-2*kindReach; k-- {
		if fits(k) {
			return k
		}
		if s.upos(k) == "VERB" && s.finite(k) && thing == v {
			break
		}
	}
	return -1
}

// kindReach is how many words behind a phrase its noun may stand.
const kindReach = 4

// ofWhom returns what "of" behind the phrase ties to noun i, or -1.
func (s *sentence) ofWhom(i, last int) int {
	for _, k := range s.kids[i] {
		if k > last && s.caseOf(k) == "of" {
			return k
		}
	}
	return -1
}

// toldOf reads how a phrase is put: whether it is so or is to come, whether it is denied,
// and whether it is told at all, or only asked for, feared, or put under a condition. The
// words of its clause are asked, not the parse, which free wording leads astray.
func (s *sentence) toldOf(e ending) (m witness.Modality, denied, told bool) {
	inside := func(k int) bool { // a word of the phrase denies nothing beside it
		for _, w := range e.outcome.Words {
			if !w.Absent && slices.Contains(w.Any, s.lower[k]) {
				return true
			}
		}
		return false
	}
	for k := e.first + 1; k < e.last; k++ {
		switch w := s.lower[k]; {
		case w == "should" || w == "could" || w == "might" || w == "may" || w == "must":
			return m, false, false // "the siren should have sounded"
		case turning[w] && !inside(k):
			denied = !denied
		}
	}
	future := false
	for k, steps := e.first-1, 0; k >= 0 && steps < clauseReach; k, steps = k-1, steps+1 {
		w, lemma := s.lower[k], s.lemma[k]
		if u := s.upos(k); u == "PUNCT" && s.word(k) != "-" && s.word(k) != "\"" {
			break
		}
		switch {
		case turning[w]:
			denied = !denied
		case refusing[lemma] && (s.upos(k) == "VERB" || s.upos(k) == "ADJ") && s.lower[k+1] == "by":
			k = -1 // "denied by a motion granted": what was denied stands before
		case refusing[lemma] && (s.upos(k) == "VERB" || s.upos(k) == "ADJ"):
			denied = !denied
		case w == "will" || w == "would" || w == "'ll" || w == "shall" || meaning[lemma]:
			future = true
		case w == "may" || w == "might" || w == "could" || w == "should" || w == "must" || w == "can" || w == "if" || w == "unless" || w == "whether" || w == "until" || w == "till" || w == "before" || w == "once" || w == "when":
			return m, false, false
		case w == "to" && k > 0 && (s.lower[k-1] == "was" || s.lower[k-1] == "were"):
			return m, false, false // "the walkout that was to begin"
		case w == "accused" && k > 0 && s.upos(k-1) == "DET":
			// whom the phrase is told of
		case wishing[lemma], supposing[lemma] && (s.upos(k) == "VERB" || lemma != "accuse" && lemma != "accused" && lemma != "suspect"), earlier[w]:
			return m, false, false
		case w == "and" || w == "but" || w == "who" || w == "which" || w == "while" || w == "though" || w == "although" || w == "because" || w == "as":
			k = -1 // another clause
		case w == "that" && !(k > 0 && (refusing[s.lemma[k-1]] || wishing[s.lemma[k-1]] || supposing[s.lemma[k-1]])):
			k = -1
		case s.upos(k) == "VERB" && s.finite(k) && !meaning[lemma]:
			k = -1
		}
	}
	for k := e.last + 1; k < len(s.toks) && k <= e.last+limited; k++ {
		switch w := s.lower[k]; {
		case w == "if" || w == "unless" || w == "provided", earlier[w]:
			return m, false, false
		case w == "nobody" || w == "nothing":
			denied = !denied
		case s.upos(k) == "PUNCT":
			k = len(s.toks)
		}
	}
	if future {
		m = witness.Future
	}
	return m, denied, true
}

const (
	clauseReach = 9 // how many words before a phrase may bear on it
	limited     = 5 // and how many behind it
)

// The words before a phrase that bear on it.
var (
	turning  = wordSet("not", "n't", "no", "never", "nobody", "none", "neither", "nor", "without", "hardly", "nothing", "cannot")
	refusing = wordSet("refuse", "decline", "fail", "deny", "reject", "avoid", "exclude", "unable", "unwilling", "renounce", "forgo", "forbear", "abstain", "dispense")
	meaning  = wordSet("intend", "plan", "announce", "promise", "vow", "pledge", "want", "decide", "wish", "prepare", "mean", "aim")
	// What is wished for or supposed is not told.
	wishing = wordSet("demand", "urge", "call", "ask", "request", "seek", "propose", "recommend", "hope", "consider", "beg", "implore", "appeal", "insist", "advise", "suggest", "invite", "require", "threaten", "try", "attempt",
		"order", "oblige", "permit", "allow", "help", "enable", "fear", "expect", "vote", "possible", "ready", "willing", "able", "entitled", "likely", "unlikely", "offer", "agree")
	supposing = wordSet("allegation", "allege", "suspect", "suspicion", "claim", "rumour", "rumor", "speculation", "speculate", "reportedly", "allegedly", "accuse", "possibility", "risk", "threat", "doubt", "perhaps", "probably", "chance", "warn", "believe", "think", "guess", "would-be", "wonder", "predict", "forecast", "doubtful", "unclear", "uncertain")
	// What was once so is held against nothing that is so now.
	earlier = wordSet("previously", "earlier", "formerly", "initially", "originally", "ago", "used", "temporarily", "briefly", "traditionally", "usually", "often", "sometimes", "always")
)
