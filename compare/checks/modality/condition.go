package modality

import (
	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// conditions reports a condition that one of two versions of a text has left
// out: "could be ready in May if the trials succeed", "will be ready in May".
// Translators move a condition or put it by other words, which is why any word
// that may put one (hinges) is enough to say nothing.
func conditions(p *compare.Pass, x *compare.Pair) {
	a, b := conditional(x.A), conditional(x.B)
	switch {
	case a >= 0 && b < 0 && !hinged(x.B):
		dropped(p, x, a, x.ToB, x.A, x.B, false)
	case b >= 0 && a < 0 && !hinged(x.A):
		dropped(p, x, b, x.ToA, x.B, x.A, true)
	}
}

// dropped reports the condition at token i of st, where the other statement has
// what it is a condition of and nothing of the condition itself.
func dropped(p *compare.Pass, x *compare.Pair, i int, partner []int, st, other *witness.Statement, swap bool) {
	main := st.Tokens[i].Head
	if main < 0 || partner[main] < 0 {
		return
	}
	first, last := i, i
	for k := range st.Tokens {
		if !compare.Under(st, k, i) {
			continue
		}
		first, last = min(first, k), max(last, k)
		if partner[k] >= 0 && align.Content(&st.Tokens[k]) {
			return // it is said there in another form
		}
	}
	m := partner[main]
	with := compare.Spot{Statement: st, Span: compare.TokenSpan(st, first, last), Value: "on a condition"}
	without := compare.Spot{Statement: other, Span: other.Tokens[m].Span, Value: "without condition"}
	if swap {
		with, without = without, with
	}
	p.Report(x, compare.Difference{
		A: with, B: without, Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.75,
		Topic: "on what condition", Reason: "One version says it of one case only, the other of all.",
	})
}

// conditional returns the predicate of a condition, or -1.
func conditional(st *witness.Statement) int {
	for k := range st.Tokens {
		t := &st.Tokens[k]
		if t.Rel != "mark" || t.Head < 0 || st.Tokens[t.Head].Rel != "advcl" {
			continue
		}
		switch t.Lower {
		case "if":
			if k > 0 && (st.Tokens[k-1].Lower == "as" || st.Tokens[k-1].Lower == "even") || k+1 < len(st.Tokens) && st.Tokens[k+1].Lower == "not" {
				continue // "as if", "even if", "if not": no condition
			}
			return t.Head
		case "unless":
			return t.Head
		}
	}
	return -1
}

// hinged reports whether a statement has a word by which it may put a condition
// in another form.
func hinged(st *witness.Statement) bool {
	for k := range st.Tokens {
		if hinges[st.Tokens[k].Lower] {
			return true
		}
	}
	return false
}

// hinges are such words.
var hinges = map[string]bool{
	"if": true, "unless": true, "provided": true, "providing": true, "should": true, "when": true, "whenever": true, "where": true, "whether": true,
	"once": true, "case": true, "event": true, "depending": true, "depends": true, "depend": true, "subject": true, "condition": true, "conditional": true,
	"were": true, "had": true, "assuming": true, "suppose": true, "supposed": true, "supposing": true, "given": true, "otherwise": true, "without": true,
	"until": true, "long": true, "as": true, "with": true, "while": true, "though": true, "although": true, "after": true, "upon": true, "not": true, "even": true,
	"whoever": true, "those": true, "any": true, "anyone": true, "or": true, "else": true, "only": true, "then": true, "but": true, "except": true,
}
