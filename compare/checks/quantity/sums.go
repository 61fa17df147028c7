package quantity

import (
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// addsUp reports whether two counts of people differ only in who is counted: one report
// tells the other's total in parts, counts the dead and the hurt together, or leaves out
// him who did it.
func addsUp(lex *lexicon.Lexicon, a, b told) bool {
	if a.q.Kind != witness.Cardinal || b.q.Kind != witness.Cardinal || !living(lex, a.q.Of) || !living(lex, b.q.Of) {
		return false
	}
	return inParts(lex, a, b.q) || inParts(lex, b, a.q) || harmedInAll(a) != harmedInAll(b) ||
		math.Abs(a.q.Point-b.q.Point) == 1 && (countsCulprit(a.st) || countsCulprit(b.st))
}

// inParts reports whether a count and another of its statement, or of the next one, make
// a total: "ten died; two more died later", "three men and a woman".
func inParts(lex *lexicon.Lexicon, t told, total *witness.Quantity) bool {
	became := state(lex, t.st, t.q)
	sum := func(st *witness.Statement) bool {
		return compare.FactOf(st, func(o *witness.Quantity) bool {
			return o != t.q && o.Kind == witness.Cardinal && near(t.q.Point+o.Point, total.Point) && living(lex, o.Of) && !partitive(st, o) &&
				nationality(lex, st, o) == nationality(lex, t.st, t.q) && (state(lex, st, o) == became || o.Of == "" && state(lex, st, o) == "" || st == t.st && added(st, t.q, o.Number) && added(st, o, t.q.Number) && covers(lex, total, t.q.Of, o.Of))
		}) != nil
	}
	all := t.st.Witness.Statements
	return near(t.q.Point+1, total.Point) && covers(lex, total, t.q.Of, andOne(t)) || sum(t.st) || t.st.Index+1 < len(all) && sum(all[t.st.Index+1])
}

// added reports whether nothing but "and" stands between what q counts and a word behind it;
// it holds of every word before.
func added(st *witness.Statement, q *witness.Quantity, at int) bool {
	if at < q.Number {
		return true
	}
	for k := q.OfAt + 1; k < at; k++ {
		switch st.Tokens[k].Lower {
		case "and", "as", "well", ",", "plus", "also", "another":
		default:
			return false
		}
	}
	return q.OfAt >= 0
}

// andOne returns the noun of one more that is told right behind a count, or "": "three men
// and a woman", "two soldiers and their driver".
func andOne(t told) string {
	k := t.q.OfAt + 1
	if t.q.OfAt < 0 || compare.Word(t.st, k) != "and" || k+2 >= len(t.st.Tokens) || t.st.Tokens[k+1].UPOS != "DET" && t.st.Tokens[k+1].Relation() != "nmod" {
		return ""
	}
	for k += 2; k < len(t.st.Tokens); k++ {
		switch w := &t.st.Tokens[k]; w.UPOS {
		case "ADJ", "NUM", "PUNCT":
		case "NOUN":
			if w.XPOS != "NN" {
				return ""
			}
			return w.Lemma
		default:
			return ""
		}
	}
	return ""
}

// covers reports whether all of some nouns name what a total counts: policemen are people,
// and a bystander is no policeman.
func covers(lex *lexicon.Lexicon, total *witness.Quantity, nouns ...string) bool {
	for _, n := range nouns {
		switch _, kind := lexicon.Hypernym(n, total.Of, lexicon.Noun, kindReach+2); {
		case n == "":
			return false
		case n == total.Of, kind:
		case total.Of != "" && !anybody[total.Of], class(lex, n) != "people" && lexicon.Category(n, lexicon.Noun) != "person": // a dog is, in one of its senses
			return false
		}
	}
	return true
}

// anybody are the nouns by which people of every kind are counted.
var anybody = wordSet("people", "person", "victim", "individual", "life", "fatality", "casualty", "dead", "death", "suspect", "human", "body", "other")

// harmedInAll reports whether a count is of the dead and the hurt together: "ten people
// were killed and wounded", "20 killed or injured".
func harmedInAll(t told) bool {
	for k := t.q.Number + 1; k+2 < len(t.st.Tokens) && k <= t.q.Number+nearWords; k++ {
		if t.st.Tokens[k].UPOS == "NUM" {
			return false
		}
		if join := t.st.Tokens[k+1].Lower; killing[t.st.Tokens[k].Lower] && (join == "and" || join == "or") {
			return hurting[t.st.Tokens[k+2].Lower] || hurting[t.st.Tokens[k+2].Lemma]
		}
	}
	return false
}

// countsCulprit reports whether a statement tells of the death of him who did it, among
// the others or beside them: "including the gunman", "before shooting himself".
func countsCulprit(st *witness.Statement) bool {
	for i := range st.Tokens {
		if !culprits[st.Tokens[i].Lemma] {
			continue
		}
		for k := max(0, i-nearWords); k < i; k++ {
			switch st.Tokens[k].Lower {
			case "including", "and", "plus", "besides", "counting":
				return true
			}
		}
		for _, t := range st.Tokens[i+1:] {
			if t.Lower == "himself" || t.Lower == "herself" {
				return true
			}
		}
	}
	return false
}

// culprits are the nouns for him who did it.
var culprits = wordSet("gunman", "attacker", "shooter", "bomber", "assailant", "perpetrator", "killer", "hijacker")
