package list

import (
	"fmt"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// twice reports a pair of one thing and itself in one version of a text where
// the other version has two: "strategy and strategy" beside "strategy and
// tactics", "Vietnam-Vietnam" beside "Vietnam-Brunei".
func twice(p *compare.Pass, x *compare.Pair) {
	doubled(p, x, x.A, x.B, x.ToB, true)
	doubled(p, x, x.B, x.A, x.ToA, false)
}

func doubled(p *compare.Pass, x *compare.Pair, st, other *witness.Statement, to []int, inA bool) {
	for i := 0; i+2 < len(st.Tokens); i++ {
		if !coupled(st, i) || st.Tokens[i].Lemma != st.Tokens[i+2].Lemma || !align.Content(&st.Tokens[i]) || st.Tokens[i].UPOS == "NUM" || st.Tokens[i].UPOS == "ADV" || st.Tokens[i].UPOS == "VERB" {
			continue
		}
		for _, j := range [...]int{to[i], to[i+2]} {
			k, ok := partner(other, j, st.Tokens[i].Lemma)
			if !ok {
				continue
			}
			same := compare.Spot{Statement: st, Span: compare.TokenSpan(st, i, i+2), Value: "one thing twice"}
			two := compare.Spot{Statement: other, Span: compare.TokenSpan(other, k, k+2), Value: "two things"}
			d := compare.Difference{A: same, B: two, Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.85, Topic: "pair",
				Reason: fmt.Sprintf("One version joins “%s” with itself, the other with something else.", st.Tokens[i].Form)}
			if !inA {
				d.A, d.B = two, same
			}
			p.Report(x, d)
			break
		}
	}
}

// coupled reports whether tokens i and i+2 are a pair: by "and", "or", or a
// hyphen.
func coupled(st *witness.Statement, i int) bool {
	switch st.Tokens[i+1].Lower {
	case "and", "or", "&":
		return true
	case "-", "–":
		if i > 0 && st.Tokens[i-1].Lower == "-" || i+3 < len(st.Tokens) && st.Tokens[i+3].Lower == "-" {
			return false // a chain: "ai-yai-yai"
		}
		return st.Tokens[i].UPOS == "PROPN" && st.Tokens[i+2].UPOS == "PROPN"
	}
	return false
}

// partner finds the pair of two different things that word j of the other
// version belongs to, and returns its first word.
func partner(st *witness.Statement, j int, lemma string) (int, bool) {
	if j < 0 {
		return 0, false
	}
	for _, k := range [...]int{j, j - 2} {
		if k >= 0 && k+2 < len(st.Tokens) && coupled(st, k) && st.Tokens[k].Lemma != st.Tokens[k+2].Lemma &&
			(st.Tokens[k].Lemma == lemma || st.Tokens[k+2].Lemma == lemma) && align.Content(&st.Tokens[k]) && align.Content(&st.Tokens[k+2]) {
			return k, true
		}
	}
	return 0, false
}
