package extract

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// conditions reads how things and people are said to stand, off the claims of
// the sentence and off what its copulas join. Once entities are known: a
// pronoun's condition is that of the person it stands for.
func (d *discourse) conditions(s *sentence) {
	said := map[int]bool{}
	for _, f := range s.facts {
		c, ok := f.(*witness.Claim)
		if !ok || s.upos(c.Head) != "VERB" || s.open(c.Head) || c.Attribution != nil && c.Attribution.Kind == "deny" {
			continue
		}
		for _, v := range s.telling(c) {
			var thing, doer *witness.Arg
			switch v.How {
			case "does":
				thing = c.Agent
				if thing == nil && s.passive(c.Head) {
					continue
				}
			case "done", "by", "intends":
				thing, doer = c.Patient, c.Agent
			}
			if v.How == "by" && !hunter(doer) || v.Value == "got away" && !gotAway(c) {
				continue
			}
			if v.How == "done" && (thing == nil || s.judged(c.Head) >= 0) {
				thing = d.predicated(s, c.Head)
			}
			if v.How == "done" && thing != nil && thing.Head > c.Head && s.word(c.Head+1) == "," {
				continue // "the accused, Ivan P., has to go to prison": no verb has its object behind a comma
			}
			if v.How == "is" || thing == nil || v.How == "intends" && !planned(c.Modality) {
				continue
			}
			m := c.Modality
			if v.How == "intends" {
				m = witness.Actual // the plan is; what is planned is to come
			}
			denied := c.Negative
			if k := s.judged(c.Head); k >= 0 && s.lower[k+1] == "not" {
				denied = false // "found him not guilty": the phrase has the word
			}
			if s.state(v, c.Head, *thing, doer, denied, s.outlook(c.Head, m)) {
				said[c.Head] = true
			}
		}
	}
	for k := range s.toks {
		if vs, n := s.standing(k, s.toks[k].XPOS == "VBN"); n > 0 && !said[k] {
			d.stands(s, k, vs)
		} else if vs, n := s.standing(k, false); n > 0 && !said[k] {
			d.stands(s, k, vs)
		}
	}
	s.inspected()
	s.forecasts()
	s.votes()
	d.endings(s)
	s.st.Facts = s.facts
}

// telling finds the entries under which a claim tells of a condition: its verb
// with what it takes, with its particle, or alone.
func (s *sentence) telling(c *witness.Claim) []lexicon.Condition {
	table := s.lex.Conditions()
	if k := s.judged(c.Head); k >= 0 {
		if vs, n := s.phraseFrom(s.toks[c.Head].Lemma, k+1); n >= 2 {
			return vs
		}
	}
	if c.Patient != nil {
		if vs := table.GetAll(c.Predicate + " " + c.Patient.Lemma); len(vs) > 0 {
			return vs
		}
	}
	vs, n := s.standing(c.Head, true)
	if n >= 2 {
		return s.term(c.Head, vs)
	}
	if behind, m := s.behindObject(c.Head); m >= 2 {
		return s.term(c.Head, behind)
	}
	if strings.Contains(c.Predicate, " ") {
		return table.GetAll(c.Predicate)
	}
	return vs
}

// term tells a term in prison that is suspended from one that is served.
func (s *sentence) term(i int, vs []lexicon.Condition) []lexicon.Condition {
	if !slices.ContainsFunc(vs, func(v lexicon.Condition) bool { return v.Scale == "penalty" && v.Value == "a term" }) {
		return vs
	}
	for k := i + 1; k < min(i+12, len(s.toks)); k++ {
		switch s.lower[k] {
		case "suspended", "conditional", "probation":
			vs = slices.Clone(vs)
			for n := range vs {
				if vs[n].Scale == "penalty" {
					vs[n].Value = "a suspended term"
				}
			}
			return vs
		}
	}
	return vs
}

// behindObject finds the longest phrase of the table that verb i makes with what stands
// behind its object: "found Ida Lund guilty", "placed the mayor under house arrest".
func (s *sentence) behindObject(i int) ([]lexicon.Condition, int) {
	for _, k := range s.kids[i] {
		object := k
		if s.toks[k].Rel == "xcomp" {
			object = s.child(k, "nsubj")
		} else if s.toks[k].Rel != "obj" {
			continue
		}
		if object <= i {
			continue
		}
		if vs, n := s.phraseFrom(s.toks[i].Lemma, s.edge(object)+1); n >= 2 {
			return vs, n
		}
	}
	return nil, 0
}

// judged returns the last word of what stands between verb i and "guilty" or "not guilty",
// where that is one noun phrase, or -1. The words are asked, for the parse takes the whole
// for one phrase as often as not.
func (s *sentence) judged(i int) int {
	for k := i + 2; k < min(i+9, len(s.toks)); k++ {
		switch u := s.upos(k); {
		case s.lower[k] == "guilty":
			if s.lower[k-1] == "not" {
				k--
			}
			if isNominal(s.upos(k - 1)) {
				return k - 1
			}
			return -1
		case s.lower[k] == "not", isNominal(u), u == "DET", u == "ADJ", u == "NUM":
		default:
			return -1
		}
	}
	return -1
}

// edge returns the last word of the noun phrase with its head at token i, without what
// prepositions add to it.
func (s *sentence) edge(i int) int {
	last := i
	for _, k := range s.kids[i] {
		if k > last && (isRel(s.toks[k].Rel, "flat") || s.toks[k].Rel == "appos") {
			last = s.edge(k)
		}
	}
	return last
}

// predicated returns whom verb i finds to be something: "found Ida Lund guilty". It
// returns nil where the verb says so of nobody.
func (d *discourse) predicated(s *sentence, i int) *witness.Arg {
	if k := s.judged(i); k >= 0 {
		for isRel(s.toks[k].Rel, "flat") && s.toks[k].Head > i {
			k = s.toks[k].Head
		}
		return &witness.Arg{Head: k, Lemma: s.toks[k].Lemma, Entity: d.entityOf(s, k)}
	}
	x := s.child(i, "xcomp")
	if x < 0 {
		return nil
	}
	if k := s.child(x, "nsubj"); k > i {
		return &witness.Arg{Head: k, Lemma: s.toks[k].Lemma, Entity: d.entityOf(s, k)}
	}
	return nil
}

// gotAway reports whether somebody escaped those who came for him, and not a danger or a
// country: "fled", "fled the scene".
func gotAway(c *witness.Claim) bool {
	if c.Patient != nil && c.Patient.Lemma != "scene" && c.Patient.Lemma != "arrest" && c.Patient.Lemma != "police" {
		return false
	}
	return !slices.ContainsFunc(c.Others, func(a witness.Arg) bool {
		return a.Prep == "with" || a.Prep == "from" || a.Prep == "through" || a.Prep == "without"
	})
}

// hunter reports whether a doer is one of those who come for culprits: shot by police, not
// by a stray bullet or by a rival.
func hunter(a *witness.Arg) bool {
	return a != nil && (hunters[a.Lemma] || strings.HasSuffix(a.Lemma, " police"))
}

var hunters = map[string]bool{"police": true, "officer": true, "policeman": true, "policewoman": true, "guard": true, "soldier": true, "troop": true, "troops": true, "deputy": true,
	"agent": true, "army": true, "force": true, "forces": true, "marksman": true, "swat": true, "commando": true, "trooper": true, "gendarme": true, "military": true, "authority": true, "constable": true}

// planned are the modalities of what somebody means to bring about.
func planned(m witness.Modality) bool {
	return m == witness.Future || m == witness.Intended
}

// state adds a condition, where it is said of what its scale is for; a denial
// is read into the value.
func (s *sentence) state(v lexicon.Condition, at int, thing witness.Arg, doer *witness.Arg, denied bool, m witness.Modality) bool {
	deg, ok := s.lex.Degree(v.Scale, v.Value)
	if ok && denied {
		deg, ok = s.lex.Degree(v.Scale, deg.Denied)
	}
	thing.Head = s.described(thing.Head)
	thing.Lemma = s.toks[thing.Head].Lemma
	if !ok || !s.suits(deg.Of, thing) {
		return false
	}
	s.add(&witness.Condition{At: witness.At{Span: s.span(at, at), Head: at}, Scale: deg.Scale, Value: deg.Value, Denied: denied, Thing: thing, Doer: doer, Modality: m})
	return true
}

// described leads from what is set beside a noun to the noun: the driver of
// "the driver, a citizen of Romania, was hurt"; and from a number to what it
// is one of: "one or two of the mills".
func (s *sentence) described(i int) int {
	for s.toks[i].Rel == "appos" && s.toks[i].Head >= 0 && s.upos(s.toks[i].Head) == "NOUN" {
		i = s.toks[i].Head
	}
	if s.upos(i) != "NUM" {
		return i
	}
	for _, h := range append([]int{i}, s.kids[i]...) {
		for _, k := range s.kids[h] {
			if k > i && isRel(s.toks[k].Rel, "nmod") && s.caseOf(k) == "of" {
				return k
			}
		}
	}
	return i
}

// suits reports whether a condition of a kind can be one of a thing.
func (s *sentence) suits(of string, thing witness.Arg) bool {
	person := s.upos(thing.Head) == "NOUN" && whoever(thing.Lemma)
	if e := thing.Entity; e != nil {
		person = e.Kind == witness.Person
	}
	switch u := s.upos(thing.Head); {
	case u == "PRON" && thing.Entity == nil, u != "PRON" && u != "NOUN" && u != "PROPN":
		return false
	case of == "culprit":
		return culprits[thing.Lemma] || person && s.upos(thing.Head) != "NOUN"
	case of == "voter":
		return s.upos(thing.Head) == "PROPN" || thing.Entity != nil || thing.Lemma == "government" || thing.Lemma == "cabinet"
	case of == "level":
		return levels[thing.Lemma] || figures[thing.Lemma]
	case of == "fire":
		return thing.Lemma == "fire" || thing.Lemma == "blaze" || thing.Lemma == "wildfire"
	case of == "person":
		return person || s.upos(thing.Head) == "PROPN" && (thing.Entity == nil || thing.Entity.Kind == witness.OtherEntity)
	case of == "barrier":
		return barriers[thing.Lemma]
	case of == "figure":
		return figures[thing.Lemma]
	case of == "bill":
		return bills[thing.Lemma]
	case of == "talks":
		return talks[thing.Lemma]
	case of == "body", of == "jury", of == "result":
		return true
	}
	return !person
}

// whoever reports whether a noun names a person, in one of its usual senses:
// bombers are aircraft as well.
func whoever(lemma string) bool {
	if lexicon.Category(lemma, lexicon.Noun) == "person" {
		return true
	}
	if _, ok := lexicon.Hypernym(lemma, "person", lexicon.Noun, 8); ok {
		return true
	}
	return lexicon.Category(lemma, lexicon.Noun) == "" && slices.ContainsFunc(peopled, func(end string) bool { return strings.HasSuffix(lemma, end) })
}

// peopled are the ends of nouns for people that no dictionary has: "crewmember".
var peopled = []string{"member", "worker", "woman", "officer", "driver"}

// culprits are those who do what police come for, by what each is called for it.
var culprits = map[string]bool{"gunman": true, "attacker": true, "assailant": true, "shooter": true, "suspect": true, "perpetrator": true, "knifeman": true, "hijacker": true,
	"bomber": true, "robber": true, "kidnapper": true, "killer": true, "murderer": true, "assassin": true, "hostage-taker": true, "driver": true, "fugitive": true, "terrorist": true, "sniper": true}

// levels are what somebody sets, and may leave as it is.
var levels = map[string]bool{"rate": true, "outlook": true, "forecast": true, "guidance": true, "dividend": true, "rating": true, "target": true, "estimate": true,
	"tax": true, "tariff": true, "output": true, "production": true, "wage": true, "fee": true, "fare": true, "projection": true, "quota": true, "limit": true, "threshold": true}

// bills are what is voted on, talks what leads to agreements, barriers what is
// lowered to close a way, figures what rises and falls.
var (
	bills = map[string]bool{"bill": true, "law": true, "draft": true, "act": true, "motion": true, "measure": true, "budget": true, "proposal": true, "amendment": true,
		"resolution": true, "treaty": true, "legislation": true, "deal": true, "offer": true, "bid": true, "plan": true, "reform": true, "agreement": true, "appeal": true, "request": true, "application": true, "merger": true}
	talks    = map[string]bool{"talk": true, "talks": true, "negotiation": true, "summit": true, "conference": true, "consultation": true, "mediation": true}
	barriers = map[string]bool{"barrier": true, "gate": true, "boom": true, "bar": true}
	figures  = map[string]bool{"share": true, "stock": true, "turnout": true, "participation": true, "price": true, "profit": true, "revenue": true,
		"sale": true, "turnover": true, "unemployment": true, "inflation": true, "export": true, "import": true, "income": true, "index": true, "currency": true}
)

// standing finds the longest phrase of the table that begins at token i: a verb
// by its lemma, with the words behind it that carry its sense.
func (s *sentence) standing(i int, verb bool) ([]lexicon.Condition, int) {
	if verb {
		return s.phraseFrom(s.toks[i].Lemma, i+1)
	}
	return s.phraseFrom(s.lower[i], i+1)
}

// phraseFrom finds the longest phrase of the table that begins with a word and goes on
// at token next.
func (s *sentence) phraseFrom(first string, next int) ([]lexicon.Condition, int) {
	words := make([]string, 1, 5)
	words[0] = first
	for k := next; k < len(s.toks) && len(words) < cap(words); k++ {
		switch t := &s.toks[k]; {
		case t.UPOS == "DET", t.UPOS == "NUM", t.Rel == "amod" && k+1 < len(s.toks), t.XPOS == "PRP$":
			continue
		case t.UPOS == "PUNCT":
			k = len(s.toks)
		case t.UPOS == "NOUN":
			words = append(words, t.Lemma)
		default:
			words = append(words, t.Lower)
		}
	}
	return s.lex.Conditions().Longest(words)
}

// open reports whether predicate i is left open: under a condition, until a
// time, as a purpose.
func (s *sentence) open(i int) bool {
	if i+2 < len(s.toks) && s.lower[i+1] == "only" {
		switch s.lower[i+2] {
		case "after", "when", "if", "once", "with":
			return true // "would be opened only after a vote"
		}
	}
	m := s.child(i, "mark")
	if m < 0 || s.toks[i].Rel == "root" { // "before" the court, not before the event
		return false
	}
	switch s.lower[m] {
	case "if", "unless", "until", "till", "before", "whether", "lest", "once", "so":
		return true
	case "to":
		if s.toks[i].XPOS != "VB" || s.modality(i) != witness.Actual {
			return false
		}
		if up := s.toks[i].Head; up >= 0 && up < i && s.toks[up].Lemma == "vote" {
			return false // a chamber that votes to pass a bill passes it
		}
		h, _ := s.governor(i)
		if h < 0 {
			return true
		}
		sig, ok := s.signature(h, "to")
		return !ok || sig.Affirmed == lexicon.Open
	}
	return false
}

// outlook mends the modality of predicate i: what somebody does not exclude is
// possible, and what would be, under no condition, is announced.
func (s *sentence) outlook(i int, m witness.Modality) witness.Modality {
	if h, rel := s.governor(i); h >= 0 && rel == "ccomp" && s.negated(h) && (s.toks[h].Lemma == "exclude" || s.toks[h].Lemma == "rule") {
		return witness.Possible
	}
	if m == witness.Supposed {
		for _, w := range s.lower {
			if w == "if" || w == "unless" || w == "provided" {
				return m
			}
		}
		return witness.Future
	}
	return m
}

// stands adds the condition that a copula before token k gives its subject.
func (d *discourse) stands(s *sentence, k int, vs []lexicon.Condition) {
	v, denied := k-1, s.negated(k)
	for _, c := range s.kids[k] {
		if r := s.toks[c].Rel; c < k && (r == "cop" || r == "aux:pass") {
			v = c // "was on Friday in the town found guilty"
		}
	}
	for v >= 0 && (s.upos(v) == "ADV" || s.upos(v) == "PART") {
		denied = denied || s.lower[v] == "not" || s.lower[v] == "n't" || s.lower[v] == "never"
		v--
	}
	if v >= 0 && !joining[s.toks[v].Lemma] {
		v = s.farCopula(k)
	}
	if v < 0 || !joining[s.toks[v].Lemma] {
		return
	}
	subj, m := s.before(k, v), witness.Actual
	for _, i := range [...]int{k, v} {
		if s.open(i) {
			return
		}
		for _, f := range s.facts {
			if c, ok := f.(*witness.Claim); ok && c.Head == i {
				m = c.Modality
				if c.Agent != nil && subj < 0 {
					subj = c.Agent.Head
				}
			}
		}
	}
	if m == witness.Actual {
		for i := max(0, v-3); i < v; i++ {
			switch s.lower[i] {
			case "will", "would", "'ll":
				m = witness.Future
			case "may", "might", "could", "can", "must", "should":
				m = witness.Possible
			case "to":
				return
			}
		}
	}
	if subj < 0 {
		return
	}
	subj = s.antecedent(subj)
	thing := witness.Arg{Head: subj, Lemma: s.toks[subj].Lemma, Entity: d.entityOf(s, subj)}
	if s.none(subj) {
		denied = !denied
	}
	passive := s.toks[k].XPOS == "VBN" && s.toks[v].Lemma == "be"
	for _, c := range vs {
		if c.How == "is" || c.How == "done" && passive {
			s.state(c, k, thing, nil, denied, s.outlook(k, m))
		}
	}
}

// farCopula looks for the form of "be" that participle k belongs to, before
// the circumstances that translations set between them: "was on Friday in the
// town found guilty". It returns -1 where there is none.
func (s *sentence) farCopula(k int) int {
	if s.toks[k].XPOS != "VBN" && s.upos(k) != "ADJ" {
		return -1
	}
	for v := k - 2; v >= max(0, k-9); v-- {
		switch {
		case s.toks[v].Lemma == "be" && (s.upos(v+1) == "ADP" || s.upos(v+1) == "ADV"):
			return v
		case s.upos(v) == "VERB" || s.upos(v) == "PUNCT" || s.upos(v) == "SCONJ" || s.upos(v) == "CCONJ" || s.upos(v) == "PRON":
			return -1
		}
	}
	return -1
}

// joining are the verbs that say how their subject stands.
var joining = map[string]bool{"be": true, "remain": true, "stay": true, "lie": true, "stand": true, "keep": true}

// before returns the subject of the copula v before word k: the last one that
// stands before it and belongs to either, or to what they hang from.
func (s *sentence) before(k, v int) int {
	subj := -1
	for i := range v {
		if !isRel(s.toks[i].Rel, "nsubj") {
			continue
		}
		switch h := s.toks[i].Head; h {
		case k, v, s.toks[k].Head, s.toks[v].Head:
			subj = i
		default:
			if i == v-1 || s.rightEdge(i) == v-1 {
				subj = i
			}
		}
	}
	return subj
}

// inspected adds what somebody found, or did not find, to be wrong with a
// thing: "inspected the dam and found no damage", "found a crack in the wing".
func (s *sentence) inspected() {
	for i := range s.toks {
		if !finding[s.toks[i].Lemma] || s.upos(i) != "VERB" {
			continue
		}
		for k := i + 1; k < min(i+6, len(s.toks)) && s.upos(k) != "VERB" && s.upos(k) != "PUNCT"; k++ {
			if !flaws[s.toks[k].Lemma] {
				continue
			}
			thing := s.flawed(i, k)
			if thing < 0 {
				break
			}
			none := s.negated(k) || s.negated(i)
			s.state(lexicon.Condition{Scale: "harm", Value: "damaged"}, k, witness.Arg{Head: thing}, nil, none, s.modality(i))
			break
		}
	}
}

// flawed returns what verb i found flaw k to be a flaw of, or -1.
func (s *sentence) flawed(i, k int) int {
	for _, h := range [...]int{k, i} {
		for _, m := range s.kids[h] {
			if m > k && isNominal(s.upos(m)) {
				switch s.caseOf(m) {
				case "to", "in", "on", "at", "of":
					return m
				}
			}
		}
	}
	for m := i - 1; m >= 0; m-- { // "the dam, in whose wall they found a crack"
		if w := s.lower[m]; w == "whose" || w == "which" {
			for m--; m >= 0; m-- {
				if isNominal(s.upos(m)) {
					return s.described(m)
				}
			}
			return -1
		}
		if inspecting[s.toks[m].Lemma] {
			return s.child(m, "obj")
		}
	}
	return -1
}

var (
	finding    = map[string]bool{"find": true, "discover": true, "detect": true, "reveal": true, "notice": true, "spot": true, "identify": true, "see": true}
	flaws      = map[string]bool{"damage": true, "crack": true, "leak": true, "defect": true, "fault": true, "fracture": true, "fissure": true, "hole": true}
	inspecting = map[string]bool{"inspect": true, "check": true, "examine": true, "survey": true, "visit": true, "test": true}
)
