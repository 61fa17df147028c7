package summary

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// A tie is a standing relation between two who are named: who owns whom, who
// followed whom, who is whose father. It is read in one direction whatever the
// word for it: a subsidiary is owned, a predecessor is succeeded.
type tie struct {
	kind   string
	of, to *witness.Name
	at     int // the word for it
	over   bool
}

// word says which tie a word names.
type word struct {
	kind   string
	turned bool // told from its other end
	ended  bool // and over
}

// nouns are words for who stands to another in a tie: "the owner of", "his
// father". Verbs have the one for a subject and the other for an object.
var (
	nouns = map[string]word{
		"owner": {kind: "own"}, "parent": {kind: "own"}, "subsidiary": {kind: "own", turned: true}, "unit": {kind: "own", turned: true}, "affiliate": {kind: "own", turned: true},
		"successor": {kind: "succeed"}, "predecessor": {kind: "succeed", turned: true},
		"father": {kind: "father"}, "mother": {kind: "mother"},
		"son": {kind: "child"}, "daughter": {kind: "child"},
		"husband": {kind: "marriage"}, "wife": {kind: "marriage"}, "spouse": {kind: "marriage"}, "widow": {kind: "marriage"},
		"ex-husband": {kind: "marriage", ended: true}, "ex-wife": {kind: "marriage", ended: true},
		"employer": {kind: "employ"}, "employee": {kind: "employ", turned: true},
		"founder": {kind: "found"}, "killer": {kind: "kill"}, "victim": {kind: "kill", turned: true},
	}
	verbs = map[string]word{
		"own": {kind: "own"}, "succeed": {kind: "succeed"}, "replace": {kind: "succeed"}, "precede": {kind: "succeed", turned: true},
		"employ": {kind: "employ"}, "found": {kind: "found"}, "kill": {kind: "kill"}, "murder": {kind: "kill"},
		"father": {kind: "father"},
	}
)

// mutual are ties that hold both ways.
var mutual = map[string]bool{"marriage": true}

// ties reads the ties of a statement.
func ties(st *witness.Statement) []tie {
	var out []tie
	names := compare.Facts[*witness.Name](st)
	at := func(i int) *witness.Name {
		k := slices.IndexFunc(names, func(n *witness.Name) bool { return n.First <= i && i <= n.Last && !n.Demonym })
		if k < 0 {
			return nil
		}
		return names[k]
	}
	add := func(w word, a, b *witness.Name, i int) {
		if a == nil || b == nil || a.Entity == nil || b.Entity == nil || a.Entity == b.Entity {
			return
		}
		if w.turned {
			a, b = b, a
		}
		out = append(out, tie{kind: w.kind, of: a, to: b, at: i, over: w.ended})
	}
	for _, c := range compare.Facts[*witness.Claim](st) {
		if w, ok := verbs[c.Predicate]; ok && c.Agent != nil && c.Patient != nil && !c.Negative && c.Modality == witness.Actual {
			add(w, at(c.Agent.Head), at(c.Patient.Head), c.Head)
		}
	}
	for i := range st.Tokens {
		w, ok := nouns[st.Tokens[i].Lemma]
		if !ok && st.Tokens[i].UPOS != "NOUN" {
			continue
		}
		if !ok {
			w = word{kind: st.Tokens[i].Lemma}
		}
		add(w, holder(st, i, at), other(st, i, at), i)
	}
	return out
}

// other returns whose a noun is: "Abbas's predecessor", "the owner of the
// ferry".
func other(st *witness.Statement, i int, at func(int) *witness.Name) *witness.Name {
	for k := range st.Tokens {
		t := &st.Tokens[k]
		if t.Head != i {
			continue
		}
		if t.Rel == "nmod:poss" || t.Rel == "nmod" && cased(st, k, "of") {
			if n := at(k); n != nil {
				return n
			}
			// "of the former ambassador Joseph Wilson", "of the group, Ernslaw One"
			for m := k + 1; m < len(st.Tokens) && m <= k+3; m++ {
				if st.Tokens[m].Head == k && (st.Tokens[m].Rel == "appos" || st.Tokens[m].Rel == "flat") {
					return at(m)
				}
			}
		}
	}
	return nil
}

func cased(st *witness.Statement, k int, prep string) bool {
	return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return t.Head == k && t.Rel == "case" && t.Lower == prep })
}

// holder returns who a noun is said of: its subject, or the name in apposition.
func holder(st *witness.Statement, i int, at func(int) *witness.Name) *witness.Name {
	t := &st.Tokens[i]
	for k := range st.Tokens {
		if st.Tokens[k].Head == i && (st.Tokens[k].Rel == "nsubj" || st.Tokens[k].Rel == "appos") {
			if n := at(k); n != nil {
				return n
			}
		}
	}
	if t.Rel == "appos" {
		// the name before the comma, whichever of a list the parse hangs it on:
		// "Ann Ray and Eva Lund, wife of the mayor"
		for k := i - 1; k > 0 && k >= i-4; k-- {
			if st.Tokens[k].Lower == "," && at(k-1) != nil {
				return at(k - 1)
			}
		}
	}
	if t.Head >= 0 && (t.Rel == "appos" || t.Rel == "nsubj" && st.Tokens[t.Head].UPOS == "PROPN") {
		return at(t.Head)
	}
	// "Abbas's predecessor, the late Yasser Arafat": the name comes next
	for k := i + 1; k < len(st.Tokens) && k <= i+4; k++ {
		switch u := st.Tokens[k].UPOS; {
		case at(k) != nil:
			return at(k)
		case u != "PUNCT" && u != "DET" && u != "ADJ":
			return nil
		}
	}
	return nil
}

// tiedUp reports a tie that one statement tells the other way round, of another,
// or as over.
func (l *look) tiedUp() bool {
	for _, s := range ties(l.short) {
		for _, c := range ties(l.long) {
			if s.kind != c.kind {
				continue
			}
			switch {
			case !mutual[s.kind] && s.of.Entity == c.to.Entity && s.to.Entity == c.of.Entity:
				l.report(s.at, c.at, ground{topic: "who to whom", reason: fmt.Sprintf("%s and %s have changed places.", s.of.Form, s.to.Form), confidence: 0.8})
				return true
			case mutual[s.kind] && s.over != c.over && (s.of.Entity == c.of.Entity && s.to.Entity == c.to.Entity || s.of.Entity == c.to.Entity && s.to.Entity == c.of.Entity):
				l.report(s.at, c.at, ground{topic: "who to whom", reason: "One tells as over what the other does not.", confidence: 0.6})
				return true
			case s.to.Entity == c.to.Entity && s.of.Entity != c.of.Entity && l.names(s.of.Entity):
				l.report(s.at, c.at, ground{topic: "who", reason: fmt.Sprintf("The one says it of %s, the other of %s.", s.of.Form, c.of.Form), confidence: 0.6, short: s.of.Form, long: c.of.Form})
				return true
			}
		}
	}
	return false
}

// names reports whether the long statement names e.
func (l *look) names(e *witness.Entity) bool {
	return slices.ContainsFunc(compare.Facts[*witness.Name](l.long), func(n *witness.Name) bool { return n.Entity == e })
}
