package quantity

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// The words of a contract's making, and those by which a sum is of a part of it.
var (
	signing = wordSet("sign", "agree", "agreement", "finalize", "finalise", "accept", "complete", "ink", "reach")
	yearly  = wordSet("annual", "annually", "average", "per", "bonus", "option", "incentive", "guaranteed", "offer", "remaining", "luxury", "previous")
)

// contracts compares how long a contract runs that the reports tell of, and what it is
// worth in all, signer by signer: one report tells of the contracts of several.
func contracts(p *compare.Pass) {
	single(p, func(st *witness.Statement, q *witness.Quantity) string {
		if q.Kind != witness.Duration && q.Kind != witness.Money || q.Hedge != witness.Exact && q.Hedge != witness.Rounded ||
			!bool(compare.OnceOf(p, st, signed)) || ago(st, q) || remaining(st, q) || unreal(st, q) || !ofContract(p.Lexicon, st, q) {
			return ""
		}
		who := signer(st)
		switch {
		case who == nil:
		case q.Kind == witness.Duration && q.Point >= witness.SecondsInYear/2:
			return "length of the contract of " + who.Name
		case q.Kind == witness.Money && behind(st, q, 0) != "a":
			return "worth of the contract of " + who.Name
		}
		return ""
	})
}

// ofSigning is whether a statement tells of the signing of something, for good and now.
type ofSigning bool

func signed(st *witness.Statement) ofSigning {
	return ofSigning(has(st, signing) && !has(st, yearly) && !elsewhen(st))
}

// signer returns the one person that a statement names, or nil.
func signer(st *witness.Statement) *witness.Entity {
	if who := people(st); len(who) == 1 {
		return who[0]
	}
	return nil
}

// ofContract reports whether a contract stands right behind a figure, or before it as
// what it is worth or runs for: "a three-year, $18 million contract", "a contract worth $18
// million".
func ofContract(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) bool {
	end := compare.FirstAt(st, q.Span.End)
	for k := end; k < len(st.Tokens) && k < end+contractReach; k++ {
		switch t := &st.Tokens[k]; {
		case class(lex, t.Lemma) == "contract":
			return true
		case t.UPOS == "VERB" || t.UPOS == "ADP" || t.Lower == ".":
			k = len(st.Tokens)
		}
	}
	for k := compare.FirstAt(st, q.Span.Start) - 1; k >= 0 && k > q.Number-contractReach; k-- {
		switch t := &st.Tokens[k]; {
		case class(lex, t.Lemma) == "contract":
			return true
		case t.Lower == "worth" || t.Lower == "for" || t.Lower == "of" || t.Lower == "valued" || t.Lower == "at" || t.UPOS == "SYM" || t.UPOS == "DET" || t.UPOS == "ADV":
		default:
			return false
		}
	}
	return false
}

// contractReach is how many words may stand between a figure and the contract.
const contractReach = 8
