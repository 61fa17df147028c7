package event

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// fate is what a statement says became of a thing.
type fate struct {
	*witness.Condition
	degree lexicon.Degree
	thing  int             // token of the noun
	lemma  string          // of the thing
	entity *witness.Entity // whom or what it is told of, where that is named
	graded bool            // "badly damaged", which is hardly less than destroyed
	one    bool            // one of several: "one of the hospitals"
}

// farthest is how far a thing may stand from its verb to be shown with it.
const farthest = 8

// words covers the verb and the thing, or the verb alone where the thing is
// far.
func (f fate) words(st *witness.Statement) witness.Span {
	first, last := min(f.Head, f.thing), max(f.Head, f.thing)
	if last-first > farthest {
		return st.Tokens[f.Head].Span
	}
	return compare.TokenSpan(st, first, max(last, f.complement(st, last)))
}

// complement returns the last word of what a verb takes where that says what became of
// the thing, behind token last: "sentenced Ida Lund to life", "left the rate unchanged".
func (f fate) complement(st *witness.Statement, last int) int {
	if !complemented[f.Scale] {
		return last
	}
	if n := compare.NameOver(st, f.thing); n != nil {
		last = max(last, n.Last)
	}
	end := last
	for k := last + 1; k < min(last+6, len(st.Tokens)); k++ {
		switch t := &st.Tokens[k]; {
		case t.UPOS == "ADJ" && t.Rel == "xcomp":
			return k
		case t.Lower == "to", t.Lower == "for", t.Lower == "on", t.Lower == "under", t.Lower == "in", t.UPOS == "NUM", t.UPOS == "DET", t.UPOS == "ADJ":
		case t.UPOS == "NOUN":
			end = k
			if compare.Word(st, k+1) == "-" || k+1 < len(st.Tokens) && st.Tokens[k+1].UPOS == "NOUN" {
				continue
			}
			return end
		default:
			return end
		}
	}
	return end
}

// complemented are the scales whose value may stand behind the thing.
var complemented = map[string]bool{"penalty": true, "restraint": true, "level": true, "bail": true}

// How far a condition has come about.
const (
	unsaid  = iota // not to be held against anything
	settled        // is so
	coming         // will be so
	maybe          // may be so
)

// reality says how far the condition of a fate has come about.
func (f fate) reality() int {
	switch f.Modality {
	case witness.Actual:
		return settled
	case witness.Future, witness.Intended:
		return coming
	case witness.Possible:
		return maybe
	}
	return unsaid
}

// excludes reports whether two fates cannot be those of one thing: values that
// exclude each other, put alike; what is so, and does not turn into what another
// says will be; and what may well be, that another says will not.
func (f fate) excludes(o fate) bool {
	if f.Scale == "harm" && (f.graded && o.Value == "destroyed" || o.graded && f.Value == "destroyed") {
		return false
	}
	if f.Scale != o.Scale || !lists(f.degree.Excludes, o.Value) && !lists(o.degree.Excludes, f.Value) {
		return false
	}
	switch a, b := f.reality(), o.reality(); {
	case a == unsaid || b == unsaid:
		return false
	case a == b:
		return a != maybe
	case a == settled && b == coming:
		return !lists(f.degree.Later, o.Value)
	case a == coming && b == settled:
		return !lists(o.degree.Later, f.Value)
	case a == coming && b == maybe:
		return f.Denied
	case a == maybe && b == coming:
		return o.Denied
	}
	return false
}

// turns reports whether one of two fates may have turned into the other between
// the reports. What is still to come is not yet past; and of what goes to and
// fro, as roads are closed and opened, the times in the statements decide.
func (f fate) turns(o fate) bool {
	return f.reality() == settled && lists(f.degree.Later, o.Value) != lists(o.degree.Later, f.Value)
}

// fates reads what a statement says became of things.
func fates(lex *lexicon.Lexicon, st *witness.Statement) []fate {
	var out []fate
	for _, c := range compare.Facts[*witness.Condition](st) {
		if near, ok := lex.Degree(c.Scale, "nearly "+c.Value); ok && nearly(st, c.Head) {
			n := *c
			n.Value = near.Value
			c = &n
		} else if hedged(st, c.Head) {
			continue
		}
		degree, ok := lex.Degree(c.Scale, c.Value)
		if !ok || lex.Phrased(c.Scale) || c.Scale == "office" && forNow(st, c.Head) {
			continue
		}
		f := fate{Condition: c, degree: degree, entity: c.Thing.Entity, graded: graded(st, c.Head)}
		whole, inPart := part(st, c.Thing.Head)
		if inPart {
			continue
		}
		f.thing, f.one = whole, whole != c.Thing.Head && st.Tokens[c.Thing.Head].Lemma == "one"
		for _, f.lemma = range things(st, f.thing) {
			if degree.Of == "person" && f.entity == nil && vague[f.lemma] {
				continue
			}
			out = append(out, f)
		}
	}
	return out
}

// forNow reports whether who stays in office by verb i stays only until somebody takes
// over, as one does who has resigned: "will stay on as caretaker", "until a new cabinet is
// formed". To the end of his term is no such time.
func forNow(st *witness.Statement, i int) bool {
	for k := i + 1; k < len(st.Tokens) && k <= i+limitReach && st.Tokens[k].UPOS != "PUNCT"; k++ {
		switch st.Tokens[k].Lower {
		case "caretaker", "acting", "interim", "temporarily", "provisionally":
			return true
		case "until", "till":
			return !slices.ContainsFunc(st.Tokens[k:min(len(st.Tokens), k+limitReach)], func(t witness.Token) bool {
				return t.UPOS == "NUM" || t.Lemma == "term" || t.Lemma == "mandate" || t.Lemma == "tenure"
			})
		}
	}
	return false
}

// limitReach is how many words behind a verb may lie what limits it.
const limitReach = 6

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
		case "partly", "partially", "nearly", "almost", "virtually", "practically", "or", "fatally", "mortally":
			return true
		}
	}
	return false
}

// nearly reports whether what a verb tells is said all but to have come about: "nearly
// destroyed".
func nearly(st *witness.Statement, i int) bool {
	switch compare.Word(st, i-1) {
	case "nearly", "almost", "virtually", "practically":
		return true
	}
	return false
}

// graded reports whether a verb is told to a high degree.
func graded(st *witness.Statement, i int) bool {
	for k := max(0, i-2); k <= min(len(st.Tokens)-1, i+1); k++ {
		switch st.Tokens[k].Lower {
		case "badly", "severely", "heavily", "seriously":
			return true
		}
	}
	return false
}
