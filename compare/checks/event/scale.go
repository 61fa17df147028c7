package event

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// grade is a degree on a scale of what can become of a thing.
type grade struct {
	name  string
	verbs []string // lemmas by which it is told
}

// scale is a range of degrees of which one thing has one.
type scale struct {
	people   bool
	steps    bool // one degree follows another in time
	severity compare.Severity
	grades   []grade
}

// scales are what news tells by degrees.
var scales = []*scale{
	{severity: compare.Major, grades: []grade{
		{"unharmed", nil},
		{"damaged", []string{"damage"}},
		{"destroyed", []string{"destroy", "flatten", "raze", "level", "demolish", "obliterate", "wipe out", "wreck", "collapse", "crush"}},
	}},
	{people: true, severity: compare.Critical, grades: []grade{
		{"injured", []string{"injure", "wound", "hurt"}},
		{"killed", []string{"kill", "die", "murder", "perish", "slay"}},
	}},
	{people: true, steps: true, severity: compare.Major, grades: []grade{
		{"charged", []string{"charge", "indict"}},
		{"convicted", []string{"convict", "sentence"}},
		{"acquitted", []string{"acquit", "exonerate"}},
	}},
}

// fate is what a claim says became of a thing.
type fate struct {
	scale  *scale
	grade  *grade
	verb   int             // token of the predicate
	thing  int             // token of the noun
	lemma  string          // of the thing
	entity *witness.Entity // the person it is told of, where one is named
}

// farthest is how far a thing may stand from its verb to be shown with it.
const farthest = 8

// words covers the verb and the thing, or the verb alone where the thing is
// far.
func (f fate) words(st *witness.Statement) witness.Span {
	first, last := min(f.verb, f.thing), max(f.verb, f.thing)
	if last-first > farthest {
		return st.Tokens[f.verb].Span
	}
	return compare.TokenSpan(st, first, last)
}

// harms are verbs that, denied, leave a thing unharmed, and outages those that
// take a supply away, which is harm to it.
var (
	harms   = map[string]bool{"affect": true, "damage": true, "harm": true, "disrupt": true, "interrupt": true, "hit": true}
	outages = map[string]bool{"knock out": true, "knock down": true, "cut off": true, "cut": true, "disrupt": true, "interrupt": true}
)

// intransitive are predicates whose agent is the thing that it is told of.
var intransitive = map[string]bool{"die": true, "perish": true, "collapse": true}

// fates reads what a statement says became of things: claims that are stated
// as done.
func fates(st *witness.Statement) []fate {
	var out []fate
	for _, c := range compare.Facts[*witness.Claim](st) {
		if c.Modality != witness.Actual {
			continue
		}
		s, g := find(c.Predicate)
		switch {
		case c.Negative && harms[c.Predicate]:
			s, g = scales[0], &scales[0].grades[0]
		case c.Negative:
			continue
		case s == nil && harms[c.Predicate] || outages[c.Predicate]:
			s, g = scales[0], &scales[0].grades[1]
		}
		thing := c.Patient
		if intransitive[c.Predicate] && c.Agent != nil {
			thing = c.Agent
		}
		if s == nil || thing == nil || hedged(st, c.Head) {
			continue
		}
		whole, inPart := part(st, thing.Head)
		if inPart {
			continue
		}
		f := fate{scale: s, grade: g, verb: c.Head, thing: whole}
		for _, f.lemma = range things(st, f.thing) {
			if s.people {
				if thing.Entity != nil && thing.Entity.Kind == witness.Person {
					f.entity = thing.Entity
				} else if u := st.Tokens[f.thing].UPOS; u != "NOUN" || vague[f.lemma] {
					continue
				}
			} else if st.Tokens[f.thing].UPOS != "NOUN" || lexicon.Category(f.lemma, lexicon.Noun) == "person" {
				continue
			}
			out = append(out, f)
		}
	}
	return out
}

// utilities are what is supplied, carriers the nouns of its supply.
var (
	utilities = map[string]bool{"power": true, "electricity": true, "water": true, "gas": true, "telephone": true, "phone": true, "internet": true}
	carriers  = map[string]bool{"supply": true, "supplies": true, "line": true, "service": true, "network": true, "grid": true, "connection": true, "cable": true}
)

// things names what noun i stands for: "power and water supplies" are power
// and water.
func things(st *witness.Statement, i int) []string {
	lemma := st.Tokens[i].Lemma
	if !carriers[lemma] {
		return []string{lemma}
	}
	var out []string
	for k := range st.Tokens {
		if t := &st.Tokens[k]; t.Head == i && utilities[t.Lemma] {
			out = append(out, t.Lemma)
		}
	}
	if out == nil {
		return []string{lemma}
	}
	return out
}

// vague are nouns for people that name nobody in particular.
var vague = map[string]bool{"people": true, "person": true, "man": true, "woman": true, "victim": true, "other": true, "civilian": true, "number": true, "dozen": true}

func find(verb string) (*scale, *grade) {
	for _, s := range scales {
		for i := range s.grades {
			for _, v := range s.grades[i].verbs {
				if v == verb {
					return s, &s.grades[i]
				}
			}
		}
	}
	return nil, nil
}

// part leads "one of the hospitals" to the hospital, and says whether only a
// part of the thing is meant: "half of the hospital".
func part(st *witness.Statement, i int) (whole int, inPart bool) {
	lemma := st.Tokens[i].Lemma
	switch lemma {
	case "part", "half", "portion", "section", "wing", "some", "one", "many", "most", "number", "all":
	default:
		return i, false
	}
	for k := i + 1; k < len(st.Tokens); k++ {
		if st.Tokens[k].Head == i && st.Tokens[k].Rel == "nmod" {
			return k, lemma == "part" || lemma == "half" || lemma == "portion" || lemma == "section" || lemma == "wing"
		}
	}
	return i, false
}

// hedged reports whether a verb is told in part: "partly destroyed", "nearly
// killed", "destroyed or damaged".
func hedged(st *witness.Statement, i int) bool {
	for k := max(0, i-2); k <= min(len(st.Tokens)-1, i+1); k++ {
		switch st.Tokens[k].Lower {
		case "partly", "partially", "nearly", "almost", "or", "badly", "severely", "heavily":
			return true
		}
	}
	return false
}
