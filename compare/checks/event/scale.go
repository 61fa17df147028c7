package event

import (
	"github.com/factdiff/factdiff/compare"
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
	severity compare.Severity
	grades   []grade
}

// scales are what news tells by degrees.
var scales = []*scale{
	{severity: compare.Major, grades: []grade{
		{"damaged", []string{"damage"}},
		{"destroyed", []string{"destroy", "flatten", "raze", "level", "demolish", "obliterate", "wipe out", "wreck", "collapse", "crush"}},
	}},
	{people: true, severity: compare.Critical, grades: []grade{
		{"injured", []string{"injure", "wound", "hurt"}},
		{"killed", []string{"kill", "die", "murder", "perish", "slay"}},
	}},
	{people: true, severity: compare.Major, grades: []grade{
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

// intransitive are predicates whose agent is the thing that it is told of.
var intransitive = map[string]bool{"die": true, "perish": true, "collapse": true}

// fates reads what a statement says became of things: claims that are stated
// as done.
func fates(st *witness.Statement) []fate {
	var out []fate
	for _, c := range compare.Facts[*witness.Claim](st) {
		if c.Negative || c.Modality != witness.Actual {
			continue
		}
		s, g := find(c.Predicate)
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
		f.lemma = st.Tokens[f.thing].Lemma
		if s.people {
			if thing.Entity != nil && thing.Entity.Kind == witness.Person {
				f.entity = thing.Entity
			} else if u := st.Tokens[f.thing].UPOS; u != "NOUN" || vague[f.lemma] {
				continue
			}
		} else if st.Tokens[f.thing].UPOS != "NOUN" {
			continue
		}
		out = append(out, f)
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
