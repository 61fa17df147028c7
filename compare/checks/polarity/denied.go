package polarity

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// samePredicate is the least likeness of two words that are one predicate.
const samePredicate = 0.9

// denied reports the predicates that one version of a text states and the other
// denies, in the same words: "construction was completed", "construction
// wasn't completed". Other negations of the two say nothing about it; only what
// is said with the predicate itself can turn it back: "did not open until",
// "opened only in".
func denied(p *compare.Pass, x *compare.Pair, oddA, oddB map[int]*witness.Negation) bool {
	if question(x.A) || question(x.B) {
		return false // "don't you think" asks what "do you think" asks
	}
	found := false
	sideA, sideB := sides(x)
	for i := range x.A.Tokens {
		j := x.ToB[i]
		if j < 0 || (oddA[i] == nil) == (oddB[j] == nil) {
			continue
		}
		if !x.Tied(i, j) || x.Weight(i) < samePredicate || !predicate(x.A, i) || !predicate(x.B, j) || attributive(x.A, i) != attributive(x.B, j) {
			continue
		}
		na, nb := oddA[i], oddB[j]
		if averted(x.A, i) || averted(x.B, j) || turnedAbove(p, x.A, i, oddA) || turnedAbove(p, x.B, j, oddB) {
			continue
		}
		if nb != nil && elsewise(sideB, nb) || na != nil && elsewise(sideA, na) {
			continue
		}
		switch {
		case nb != nil && na == nil && !nb.Implicit && plain(p, x.A, i, oddA) && !idiom(x.B, nb) && !troubled(sideB, nb) && !earliest(sideB, nb) && !turnedBack(x.B, j, oddB):
			tell(p, x, i, j, nb, false)
			found = true
		case na != nil && nb == nil && !na.Implicit && plain(p, x.B, j, oddB) && !idiom(x.A, na) && !troubled(sideA, na) && !earliest(sideA, na) && !turnedBack(x.A, i, oddA):
			tell(p, x, i, j, na, true)
			found = true
		}
	}
	return found
}

// averted reports whether predicate i may never have come about: "put it out
// before it reached the tanks".
func averted(st *witness.Statement, i int) bool {
	if st.Tokens[i].Rel != "advcl" {
		return false
	}
	m := compare.Child(st, i, "mark")
	return m >= 0 && st.Tokens[m].Lower == "before"
}

// turnedAbove reports whether what a denied predicate describes is denied in
// turn: "hardly a family that did not lose", "nobody who had not".
func turnedAbove(p *compare.Pass, st *witness.Statement, i int, odd map[int]*witness.Negation) bool {
	h := st.Tokens[i].Head
	if st.Tokens[i].Rel != "acl:relcl" || h < 0 {
		return false
	}
	if odd[h] != nil || negative(p.Lexicon, st, h) {
		return true
	}
	for k := max(0, h-8); k < h; k++ {
		if w := st.Tokens[k].Lower; w == "hardly" || w == "scarcely" || w == "barely" {
			return true // "hardly a house in the valley that has not lost"
		}
	}
	for k := range h {
		if over := st.Tokens[k].Head; (over == h || over == st.Tokens[h].Head) && negative(p.Lexicon, st, k) {
			return true
		}
	}
	return false
}

// earliest reports whether a negation sets a date before which nothing will be, and
// the other statement sets it as the earliest: "not before July", "in July at the
// earliest".
func earliest(s side, n *witness.Negation) bool {
	if !onlyThen(s, n) {
		return false
	}
	for i := range s.other.Tokens {
		switch s.other.Tokens[i].Lower {
		case "earliest", "soonest", "first":
			return s.others(i)
		}
	}
	return false
}

// elsewise reports whether the other statement puts a negation in another way that
// has none. The words by which either does so are its own: what both have says
// nothing of it.
func elsewise(s side, n *witness.Negation) bool {
	return unsurpassed(s, n) || firstTime(s, n) || notAll(s, n) || turnedBound(s, n)
}

// own reports whether the other statement lacks word k of this one in its form, others
// whether this one lacks word j of the other.
func (s side) own(k int) bool    { return !holds(s.other, s.st.Tokens[k].Lower) }
func (s side) others(j int) bool { return !holds(s.st, s.other.Tokens[j].Lower) }

func holds(st *witness.Statement, form string) bool {
	return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return t.Lower == form })
}

// notAll reports whether a negation denies of all what the other statement says of a
// part: "not all documents", "some of the documents".
func notAll(s side, n *witness.Negation) bool {
	k := n.Cue + 1
	if w := compare.Word(s.st, k); quantifiers[w] != "all" && !strings.HasPrefix(w, "every") || !s.own(k) {
		return false
	}
	for j := range s.other.Tokens {
		if w := s.other.Tokens[j].Lower; s.others(j) && (quantifiers[w] == "a part" || w == "only") {
			return true
		}
	}
	return false
}

// turnedBound reports whether a denial only turns a bound into the other: "never been
// less than two", "at least two".
func turnedBound(s side, n *witness.Negation) bool {
	for k := n.Cue + 1; k+1 < min(n.Cue+5, len(s.st.Tokens)); k++ {
		switch t := &s.st.Tokens[k]; {
		case t.Lower == "less" || t.Lower == "more" || t.Lower == "fewer":
			return compare.Word(s.st, k+1) == "than" && s.own(k)
		case t.Lemma != "be" && t.Lemma != "have":
			return false
		}
	}
	return false
}

// unsurpassed reports whether a negation says that there was nothing greater, and the
// other statement that this was the greatest: "never a larger fine", "the largest".
func unsurpassed(s side, n *witness.Negation) bool {
	greater := false
	for k := n.Cue + 1; k < len(s.st.Tokens); k++ {
		t := &s.st.Tokens[k]
		greater = greater || s.own(k) && (t.XPOS == "JJR" || t.XPOS == "RBR") || t.Lower == "as" && asMuch[compare.Word(s.st, k+1)]
	}
	if !greater {
		return false
	}
	for k := range s.other.Tokens {
		t := &s.other.Tokens[k]
		switch {
		case !s.others(k):
		case (t.Lower == "before" || t.Lower == "ever") && (t.XPOS == "RB" || t.Rel == "case") && slices.ContainsFunc(s.other.Tokens, func(t witness.Token) bool { return t.XPOS == "JJR" || t.XPOS == "RBR" }):
			return true // "more than ever", "more than in any before"
		case t.XPOS == "JJS" && t.Lower != "least", t.XPOS == "RBS", t.Lemma == "record", t.Lower == "any" && nextIs(s.other, k, "other"):
			return true
		}
	}
	return false
}

var asMuch = map[string]bool{"many": true, "much": true, "few": true, "little": true, "high": true, "low": true, "good": true, "bad": true, "great": true, "large": true}

// firstTime reports whether a negation says that something had not been before, and
// the other statement that it was the first: "never before run", "the first in his
// life"; "not seen since 2012", "for the first time since 2012".
func firstTime(s side, n *witness.Negation) bool {
	before := false
	for k := range s.st.Tokens {
		switch s.st.Tokens[k].Lower {
		case "before", "previously":
			before = before || s.own(k)
		case "since", "until", "till":
			before = true
		}
	}
	if !before {
		return false
	}
	for k := range s.other.Tokens {
		switch s.other.Tokens[k].Lower {
		case "first", "unprecedented", "debut", "maiden":
			if s.others(k) {
				return true
			}
		}
	}
	return false
}

// turnedBack reports whether the denied predicate i is what a denied verb says or
// means: "it does not mean that they cannot".
func turnedBack(st *witness.Statement, i int, odd map[int]*witness.Negation) bool {
	h := st.Tokens[i].Head
	return st.Tokens[i].Rel == "ccomp" && h >= 0 && odd[h] != nil
}

// question reports whether a statement ends with a question mark.
func question(st *witness.Statement) bool {
	for i := len(st.Tokens) - 1; i >= 0 && st.Tokens[i].UPOS == "PUNCT"; i-- {
		if st.Tokens[i].Form == "?" {
			return true
		}
	}
	return false
}

// predicate reports whether token i is a verb, or a word that a copula makes a
// predicate.
func predicate(st *witness.Statement, i int) bool {
	return st.Tokens[i].UPOS == "VERB" || compare.Child(st, i, "cop") >= 0 || infinitive(st, i)
}

// infinitive reports whether token i, taken for a noun, is a verb behind "to":
// "expected to further increase".
func infinitive(st *witness.Statement, i int) bool {
	t := &st.Tokens[i]
	if t.UPOS != "NOUN" || t.Head < 0 || st.Tokens[t.Head].UPOS != "VERB" || t.Lower != t.Lemma || !lexicon.Known(t.Lemma, lexicon.Verb) {
		return false
	}
	c := compare.Child(st, i, "case")
	return c >= 0 && c >= i-2 && st.Tokens[c].Lower == "to" && compare.Child(st, i, "det") < 0 && st.Tokens[t.Head].XPOS == "VBN"
}

// attributive reports whether a predicate only describes a noun.
func attributive(st *witness.Statement, i int) bool {
	switch rel := st.Tokens[i].Rel; {
	case rel == "amod", rel == "acl", rel == "acl:relcl":
		return true
	}
	return false
}

// plain reports whether nothing about a predicate turns it: no negation and no
// negative word that governs it, among its arguments and adverbs, or among theirs.
// What clauses beside or below it deny is their own.
func plain(p *compare.Pass, st *witness.Statement, i int, odd map[int]*witness.Negation) bool {
	turned := func(k int) bool {
		return odd[k] != nil || negative(p.Lexicon, st, k) && !aside(st, k) && st.Tokens[k].Lower != "except" // but what is excepted
	}
	if odd[i] != nil || !clausal(st.Tokens[i].Rel) && st.Tokens[i].Head >= 0 && turned(st.Tokens[i].Head) {
		return false
	}
	if shared(st, i, odd) {
		return false
	}
	if h := st.Tokens[i].Head; h >= 0 && st.Tokens[i].Rel == "xcomp" {
		for k := range st.Tokens {
			if t := &st.Tokens[k]; t.Head == h && strings.HasPrefix(t.Rel, "nsubj") && turned(k) {
				return false // "no insurer was to be found"
			}
		}
	}
	if h := st.Tokens[i].Head; h >= 0 && st.Tokens[i].Rel == "acl" && st.Tokens[h].Head >= 0 && turned(st.Tokens[h].Head) {
		return false // "rejected the request to be freed"
	}
	if h := st.Tokens[i].Head; h >= 0 && (st.Tokens[i].Rel == "ccomp" || st.Tokens[i].Rel == "advcl") && turned(h) {
		return false // "denied that it was", "not until it was"
	}
	for k := range st.Tokens {
		for n, h := 0, k; h >= 0 && n < 3; n, h = n+1, st.Tokens[h].Head {
			if h == i && k != i && turned(k) {
				return false
			}
			if clausal(st.Tokens[h].Rel) {
				break
			}
		}
	}
	return true
}

// aside reports whether word k only describes a circumstance: "despite the
// unfortunate weather".
func aside(st *witness.Statement, k int) bool {
	h := st.Tokens[k].Head
	return st.Tokens[k].Rel == "amod" && h >= 0 && (st.Tokens[h].Rel == "obl" || st.Tokens[h].Rel == "nmod")
}

// finite are the tags of verbs that stand for themselves.
var finite = map[string]bool{"VBD": true, "VBZ": true, "VBP": true}

// shared reports whether a predicate is joined to a denied one without a subject
// of its own, so that the negation may be meant for both: "did not eat or drink".
func shared(st *witness.Statement, i int, odd map[int]*witness.Negation) bool {
	h := st.Tokens[i].Head
	if st.Tokens[i].Rel != "conj" || h < 0 || odd[h] == nil || st.Tokens[h].XPOS == "VB" && finite[st.Tokens[i].XPOS] {
		return false // "chose not to wait and left"
	}
	for k := range st.Tokens {
		if t := &st.Tokens[k]; t.Head == i && (strings.HasPrefix(t.Rel, "nsubj") || t.Rel == "cc" && t.Lower == "but") {
			return false
		}
	}
	return true
}

// clausal reports whether a relation holds between clauses.
func clausal(rel string) bool {
	switch rel {
	case "conj", "parataxis", "advcl", "ccomp", "acl", "acl:relcl", "root":
		return true
	}
	return false
}
