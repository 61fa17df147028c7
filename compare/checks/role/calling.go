package role

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// callings reads the callings of persons: "Ann Berg, a nurse", "the nurse Ann Berg".
func callings(lex *lexicon.Lexicon, st *witness.Statement) []bond {
	var out []bond
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" || compare.NameOver(st, i) != nil {
			continue
		}
		word, last := compound(st, i)
		if !lex.Callings().Has(word) || bygone(st, i) {
			continue
		}
		ph := phrase{opening(st, i), i, last}
		if compare.Word(st, last+1) == "and" || compare.Word(st, ph.start-1) == "and" {
			continue // who is an organist and pastor is both
		}
		if n := beside(st, ph); n != nil {
			out = append(out, bond{st: st, bearer: n.Entity, span: compare.TokenSpan(st, i, last), sort: ofCalling, value: word, shown: text(st, i, last)})
		}
	}
	return out
}

// bygone reports whether words before the noun at token i put it into another time, or
// into the part that somebody plays.
func bygone(st *witness.Statement, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch st.Tokens[k].Lower {
		case "former", "formerly", "once", "previously", "ex", "retired", "future", "later", "then", "as", "not", "trainee", "student", "aspiring", "turned":
			return true
		case ",":
			return false
		}
	}
	return false
}

// twoCallings reports whether two nouns are two callings of one field.
func twoCallings(lex *lexicon.Lexicon, a, b string) bool {
	x, _ := lex.Callings().Get(a)
	y, _ := lex.Callings().Get(b)
	return x.Field == y.Field && x != y
}
