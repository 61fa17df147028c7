package event

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// whole are the kinds of which an event has one as a rule, so that what two reports tell of
// them in any two places is held together: the defendant, who is wanted, the vessel, a matter
// with a name of its own. Their conditions are read from phrases, which say less surely of
// whom they are told.
var whole = map[string]bool{"defendant": true, "wanted": true, "vessel": true, "one": true, "topic": true, "figure": true, "way": true, "matter": true}

// phrased are the scales that are read from phrases.
func phrased(lex *lexicon.Lexicon, c *witness.Condition) (lexicon.Degree, bool) {
	deg, ok := lex.Degree(c.Scale, c.Value)
	return deg, ok && whole[deg.Of] && lex.Phrased(c.Scale)
}

// ended is what a statement tells of how a matter ended.
type ended struct {
	st *witness.Statement
	fate
}

// endings compares how matters ended over the whole event.
func endings(p *compare.Pass) {
	byWitness := make([][]ended, len(p.Event.Witnesses))
	for i, w := range p.Event.Witnesses {
		for _, st := range w.Statements {
			for _, c := range compare.Facts[*witness.Condition](st) {
				if deg, ok := phrased(p.Lexicon, c); ok && !compare.Identifying(st, c.Head) && (c.Scale != "post" || !forNow(st, c.Head)) {
					byWitness[i] = append(byWitness[i], ended{st, fate{Condition: c, degree: deg, entity: c.Thing.Entity, thing: c.Thing.Head, lemma: c.Thing.Lemma}})
				}
			}
		}
	}
	for i := range byWitness {
		for k := i + 1; k < len(byWitness); k++ {
			opposite(p, byWitness[i], byWitness[k])
		}
	}
}

// opposite reports what two reports tell on one scale and cannot both be so: one finding of a
// scale, in however many places it is told.
func opposite(p *compare.Pass, as, bs []ended) {
	for _, a := range as {
		for _, b := range bs {
			if !a.excludes(b.fate) || a.turnsInto(b) || !ofOne(p, a, b) || !anyTime[a.Scale] && !timesMeet(a.st, a.fate, b.st, b.fate) || tellsBoth(as, a, b) || tellsBoth(bs, b, a) {
				continue
			}
			d := difference(a.st, a.fate, b.st, b.fate, 0.6)
			d.A.Span, d.B.Span = a.shown(), b.shown()
			d.Severity = compare.Major
			if a.degree.Severity == "minor" {
				d.Severity = compare.Minor
			}
			d.Topic, d.Cause = "how it ended: "+a.Scale, "ending "+a.Scale
			p.ReportAcross(d)
		}
	}
}

// anyTime are the scales on which it does not matter when a report says it: whoever denies a
// charge in March and admits it in May is told to have done both.
var anyTime = map[string]bool{"admission": true, "testimony": true, "appeal": true, "ransom": true, "candidacy": true}

// shown is the phrase, with the words before it that deny it.
func (e ended) shown() witness.Span {
	span := e.Span
	for k := range e.st.Tokens {
		if t := &e.st.Tokens[k]; t.Span.Start >= span.Start {
			for j := k - 1; j >= 0 && j >= k-4; j-- {
				switch e.st.Tokens[j].Lower {
				case "no", "not", "n't", "never", "nobody", "refused", "declined", "without":
					span.Start = e.st.Tokens[j].Span.Start
				}
			}
			break
		}
	}
	return span
}

// turnsInto reports whether one of two endings may have turned into the other between the
// reports: where they are not known to be of one day, or say of what time they speak.
func (e ended) turnsInto(o ended) bool {
	if !lists(e.degree.Later, o.Value) && !lists(o.degree.Later, e.Value) && e.degree.Of != "figure" {
		return false
	}
	a, b := e.st.Witness.Published, o.st.Witness.Published
	if a.IsZero() && b.IsZero() {
		return turns[e.Scale] || !compare.Short(e.st) || !compare.Short(o.st)
	}
	return !sameDay(e.st.Witness, o.st.Witness)
}

// turns are the scales on which a matter goes to and fro within a day: where no report says
// of what day it is, two values are two hours.
var turns = map[string]bool{"way": true, "supply": true, "blaze": true, "resumption": true, "movement": true}

// tellsBoth reports whether a report tells on the scale of mine what the other tells too: it
// speaks of two, or of two times.
func tellsBoth(own []ended, mine, other ended) bool {
	return slices.ContainsFunc(own, func(e ended) bool {
		return e.Scale == mine.Scale && e.Value == other.Value && (e.degree.Of != "topic" || e.lemma == mine.lemma || e.lemma == "" || e.lemma == other.lemma)
	})
}

// counted reports whether so many are told to have done it: who voted for a law, and who
// against it, are parts of one vote.
func counted(e ended) bool {
	return compare.FactOf(e.st, func(q *witness.Quantity) bool {
		return q.Kind == witness.Cardinal && q.OfAt >= 0 && e.st.Tokens[q.OfAt].Head == e.Head && e.st.Tokens[q.OfAt].Relation() == "nsubj"
	}) != nil
}

// twoMatters reports whether two phrases name what they are about, and not one thing: no
// agreement on the border, agreed on the prisoners.
func twoMatters(p *compare.Pass, a, b ended) bool {
	x, y := about(a), about(b)
	return x != "" && y != "" && x != y && !p.Lexicon.Synonymous(x, y, lexicon.Noun)
}

// about returns the noun that a phrase is about, behind "on", "over" or "about", or "".
func about(e ended) string {
	i := compare.FirstAt(e.st, e.Span.End)
	for k := max(i-3, compare.FirstAt(e.st, e.Span.Start)); k < len(e.st.Tokens) && k < i+4; k++ {
		switch e.st.Tokens[k].Lower {
		case "on", "over", "about":
			for k++; k < len(e.st.Tokens); k++ {
				if t := &e.st.Tokens[k]; t.UPOS == "NOUN" && compare.Child(e.st, k, "case") >= 0 {
					return t.Lemma
				}
			}
		}
	}
	return ""
}

// ofOne reports whether two endings may be told of one: by name, by the noun, or as the only
// one of its kind in short reports.
func ofOne(p *compare.Pass, a, b ended) bool {
	if !(compare.Short(a.st) && compare.Short(b.st)) && p.Loose(a.st, b.st).Group == nil {
		return false // long news tells the course of things, and of more than one vote or strike
	}
	if counted(a) || counted(b) || twoMatters(p, a, b) {
		return false
	}
	if a.degree.Of == "matter" {
		return compare.Short(a.st) && compare.Short(b.st)
	}
	ra, rb := a.whose(), b.whose()
	if ra == nobody || rb == nobody {
		return false
	}
	ea, eb := a.who(), b.who()
	if ra == spokesman {
		ea = nil
	}
	if rb == spokesman {
		eb = nil
	}
	if (a.degree.Of == "figure" || a.degree.Of == "topic" || a.degree.Of == "way") && (ea != nil && ea.Kind == witness.Person || eb != nil && eb.Kind == witness.Person) {
		return false // who has grown a beard, fell into a net, or ended up behind others
	}
	if ea != nil && eb != nil && (ea.Kind == witness.Person || eb.Kind == witness.Person || a.degree.Of == "one") {
		return oneName(p, ea, eb)
	}
	if a.degree.Of == "topic" || a.degree.Of == "figure" || a.degree.Of == "one" || a.degree.Of == "way" {
		if a.lemma == "" || b.lemma == "" || a.lemma != b.lemma && !alike(p.Lexicon, a.lemma, b.lemma) && (polls[a.lemma] == "" || polls[a.lemma] != polls[b.lemma]) {
			return false
		}
		if a.pronoun() || b.pronoun() {
			return false
		}
		return agree(p, a, b)
	}
	if !compare.Short(a.st) || !compare.Short(b.st) {
		return false
	}
	if na, nb := a.number(), b.number(); na >= 0 && nb >= 0 && na != nb {
		return false
	}
	return a.anybody() || b.anybody() || alike(p.Lexicon, a.lemma, b.lemma) || a.lemma == b.lemma
}

// anybody reports whether the word that an ending is told of fits every defendant or wanted
// man: a pronoun, a name, "the suspect".
func (e ended) anybody() bool {
	return e.lemma == "" || e.st.Tokens[e.thing].UPOS != "NOUN" || anyone[e.lemma] || counsel[e.lemma]
}

// anyone are nouns that fit whoever is sought or stands in court.
var anyone = map[string]bool{"man": true, "woman": true, "suspect": true, "accused": true, "defendant": true, "detainee": true, "detained": true, "perpetrator": true, "culprit": true, "attacker": true, "assailant": true, "gunman": true,
	"fugitive": true, "offender": true, "convict": true, "prisoner": true, "arrested": true, "malefactor": true, "intruder": true, "thief": true, "robber": true, "killer": true, "shooter": true, "author": true, "person": true, "one": true,
	"individual": true, "criminal": true, "bandit": true, "raider": true, "burglar": true, "student": true, "old": true}

// who is whom an ending is told of by name, also where the name is set beside the noun.
func (e ended) who() *witness.Entity {
	if e.entity == nil && e.lemma != "" && e.st.Tokens[e.thing].UPOS != "PRON" {
		return nameAt(e.st, e.thing)
	}
	return e.entity
}

// agree reports whether what restricts two nouns agrees, and how many there are.
func agree(p *compare.Pass, a, b ended) bool {
	if na, nb := a.number(), b.number(); na != nb && na >= 0 && nb >= 0 && a.degree.Of != "figure" {
		return false
	}
	if otherMatter(a.st, a.thing, b.st, b.thing) || a.degree.Of == "figure" && kindsApart(a, b) {
		return false
	}
	ma, mb := modifiers(a.st, a.thing), modifiers(b.st, b.thing)
	if len(ma) == 0 || len(mb) == 0 {
		if len(ma)+len(mb) > 0 && (oneOfMany(told(a)) || oneOfMany(told(b))) {
			return false // "a clinic in York" beside "that clinic"
		}
		return compare.Short(a.st) && compare.Short(b.st)
	}
	return shareOne(p.Lexicon, ma, mb)
}

// kindsApart reports whether two figures are each told of a kind that the other is not:
// sales of electric cars, sales of diesel cars.
func kindsApart(a, b ended) bool {
	of := func(e ended) map[string]bool {
		out := map[string]bool{}
		for k := range e.st.Tokens {
			if t := &e.st.Tokens[k]; k != e.thing && (t.UPOS == "ADJ" || t.UPOS == "NOUN" || t.UPOS == "PROPN") && compare.Under(e.st, k, e.thing) {
				out[t.Lemma] = true
			}
		}
		return out
	}
	x, y := of(a), of(b)
	lacks := func(x, y map[string]bool) bool {
		for l := range x {
			if !y[l] {
				return true
			}
		}
		return false
	}
	return lacks(x, y) && lacks(y, x)
}

// polls are nouns that reports of one event exchange, though no dictionary has them as synonyms.
var polls = map[string]string{"vote": "poll", "election": "poll", "poll": "poll", "ballot": "poll", "flight": "flight", "departure": "flight", "bill": "bill", "law": "bill", "draft": "bill", "ordinance": "bill", "motion": "bill", "proposal": "bill", "measure": "bill", "resolution": "bill", "legislation": "bill", "amendment": "bill", "plan": "bill", "sale": "sale", "takeover": "sale", "merger": "sale",
	"road": "road", "motorway": "road", "highway": "road", "street": "road", "lane": "road", "bridge": "bridge", "crossing": "crossing", "border": "crossing", "gate": "crossing", "match": "match", "game": "match", "fixture": "match",
	"plant": "plant", "factory": "plant", "mill": "plant", "works": "plant", "hospital": "hospital", "clinic": "hospital", "concert": "show", "show": "show", "performance": "show", "gig": "show", "trial": "hearing", "hearing": "hearing",
	"ban": "ban", "embargo": "ban", "prohibition": "ban", "share": "share", "stock": "share", "sales": "turnover", "turnover": "turnover", "revenue": "turnover", "profit": "profit", "earnings": "profit", "output": "output", "production": "output",
	"demonstration": "march", "march": "march", "rally": "march", "protest": "march", "pool": "pool", "bath": "pool", "baths": "pool", "fee": "fee", "charge": "fee", "levy": "fee", "tunnel": "tunnel", "tube": "tunnel"}

func (e ended) pronoun() bool { return e.st.Tokens[e.thing].UPOS == "PRON" }

// number is how many the thing of an ending is, as count gives it; -1 where that is open.
func (e ended) number() float64 {
	if e.lemma == "" || e.st.Tokens[e.thing].UPOS != "NOUN" {
		return -1
	}
	return count(e.st, e.thing)
}

// Who a phrase is told of, as far as its noun says.
const (
	somebody  = iota
	spokesman // who speaks for the defendant
	nobody    // one of whom the scale does not hold
)

// whose reads the noun or the name of an ending.
func (e ended) whose() int {
	if e.lemma == "" {
		return somebody
	}
	if e.degree.Of != "defendant" && e.degree.Of != "wanted" {
		return somebody
	}
	for k := max(0, e.thing-4); k < len(e.st.Tokens) && k <= e.thing+4; k++ {
		t := &e.st.Tokens[k]
		if k != e.thing && t.Head != e.thing && e.st.Tokens[e.thing].Head != k {
			continue
		}
		if counsel[t.Lemma] {
			return spokesman
		}
		if k == e.thing && others[t.Lemma] || k != e.thing && others[t.Lemma] && t.UPOS != "PROPN" && !anyone[e.lemma] && (t.Relation() == "flat" || t.Relation() == "compound") {
			return nobody
		}
	}
	t := &e.st.Tokens[e.thing]
	if t.UPOS == "NOUN" && !whoever(t.Lemma) && !anyone[t.Lemma] && e.degree.Of == "wanted" {
		return nobody
	}
	if t.UPOS == "NOUN" && e.degree.Of == "defendant" && lexicon.Category(t.Lemma, lexicon.Noun) != "group" && !anyone[t.Lemma] && !counsel[t.Lemma] && !whoever(t.Lemma) {
		return nobody
	}
	if n := e.entity; n != nil && n.Kind != witness.Person && n.Kind != witness.OtherEntity && e.degree.Of != "vessel" {
		return nobody
	}
	return somebody
}

// whoever reports whether a noun names a person.
func whoever(lemma string) bool {
	if lexicon.Category(lemma, lexicon.Noun) == "person" || strings.HasSuffix(lemma, "man") || strings.HasSuffix(lemma, "woman") {
		return true
	}
	_, ok := lexicon.Hypernym(lemma, "person", lexicon.Noun, 8)
	return ok
}

// counsel are those who speak for a defendant, others those who have a part in his case that
// is not his.
var (
	counsel = map[string]bool{"lawyer": true, "counsel": true, "attorney": true, "advocate": true, "barrister": true, "solicitor": true, "defender": true, "defence": true, "defense": true, "representative": true, "client": true, "council": true, "agent": true}
	others  = map[string]bool{"prosecutor": true, "prosecution": true, "judge": true, "court": true, "jury": true, "police": true, "officer": true, "witness": true, "victim": true, "minister": true, "ministry": true, "government": true, "state": true,
		"inspector": true, "expert": true, "plaintiff": true, "spokesman": true, "spokeswoman": true, "spokesperson": true, "detective": true, "investigator": true, "juror": true, "widow": true, "sister": true, "mother": true, "father": true, "brother": true, "hostage": true, "child": true, "pupil": true, "surveyor": true, "girl": true, "boy": true, "survivor": true, "body": true, "resident": true, "passenger": true, "refugee": true, "migrant": true, "deputy": true, "guard": true, "name": true, "villager": true, "soldier": true}
)
