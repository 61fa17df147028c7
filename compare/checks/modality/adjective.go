package modality

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// qualities reports what one report says of somebody outright and the other
// calls alleged or likely: "a drunken driver", "an allegedly intoxicated driver".
func qualities(p *compare.Pass, x *compare.Pair) {
	for i := range x.A.Tokens {
		n := x.A.Tokens[i].Head
		if !quality(x.A, i) || x.ToB[n] < 0 || !x.Tied(n, x.ToB[n]) {
			continue
		}
		for j := range x.B.Tokens {
			if x.B.Tokens[j].Head != x.ToB[n] || !quality(x.B, j) || !alike(p.Lexicon, x, i, j) {
				continue
			}
			ha, hb := hedgeOn(p.Lexicon, x.A, i), hedgeOn(p.Lexicon, x.B, j)
			if (ha < 0) == (hb < 0) {
				continue
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: from(x.A, ha, i), Value: sure(ha)},
				B:    compare.Spot{Statement: x.B, Span: from(x.B, hb, j), Value: sure(hb)},
				Kind: compare.Imprecision, Severity: soft(x, compare.Minor), Confidence: 0.7,
				Topic:  "how sure “" + x.A.Tokens[i].Lower + "” is",
				Reason: "One report states what the other hedges.",
			})
		}
	}
}

// quality reports whether word i is an adjective or participle before its noun.
func quality(st *witness.Statement, i int) bool {
	t := &st.Tokens[i]
	return t.Rel == "amod" && t.Head > i
}

// alike reports whether two qualities are one, by word or by sense.
func alike(lex *lexicon.Lexicon, x *compare.Pair, i, j int) bool {
	a, b := &x.A.Tokens[i], &x.B.Tokens[j]
	return a.Lower == b.Lower || x.Tied(i, j) || lex.Synonymous(a.Lower, b.Lower, lexicon.Adjective)
}
