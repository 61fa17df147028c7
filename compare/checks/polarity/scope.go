package polarity

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// quantifiers says of how many of a kind something is told: of all, or of a part.
var quantifiers = map[string]string{"all": "all", "every": "all", "each": "all", "some": "a part", "several": "a part", "few": "a part", "most": "a part", "many": "a part", "part": "a part", "half": "a part"}

// quantified reports what one version says of all of a kind and the other of a part:
// "every document", "some of the documents".
func quantified(p *compare.Pass, x *compare.Pair) {
	for i := range x.A.Tokens {
		j := x.ToB[i]
		if x.A.Tokens[i].UPOS != "NOUN" || !x.Tied(i, j) {
			continue
		}
		a, b := quantifier(x.A, i), quantifier(x.B, j)
		if a < 0 || b < 0 {
			continue
		}
		qa, qb := quantifiers[x.A.Tokens[a].Lower], quantifiers[x.B.Tokens[b].Lower]
		if qa == qb || given(x.A, x.B, x.ToB, a) || given(x.B, x.A, x.ToA, b) {
			continue // "all of them, some twice"
		}
		p.Report(x, compare.Difference{
			A:    compare.Spot{Statement: x.A, Span: compare.TokenSpan(x.A, min(a, i), max(a, i)), Value: qa},
			B:    compare.Spot{Statement: x.B, Span: compare.TokenSpan(x.B, min(b, j), max(b, j)), Value: qb},
			Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.75, Topic: "of how many",
			Reason: "One version says it of all of them, the other of a part.",
		})
	}
}

// quantifier returns the word that says of how many of the noun at token i something
// is told: before it, or before "of" and it; -1 where there is none, or where a
// negation or a number stands beside it ("not all", "some 300").
func quantifier(st *witness.Statement, i int) int {
	at := -1
	for k := range st.Tokens {
		if t := &st.Tokens[k]; t.Head == i && k < i && quantifiers[t.Lower] != "" && t.UPOS != "NOUN" && t.UPOS != "ADV" {
			at = k
		}
		if t := &st.Tokens[k]; t.Head == i && (t.UPOS == "NUM" || t.Rel == "nummod") {
			return -1
		}
	}
	if h := st.Tokens[i].Head; at < 0 && h >= 0 && h < i && i-h <= 4 && st.Tokens[i].Relation() == "nmod" && quantifiers[st.Tokens[h].Lower] != "" {
		at = h
	}
	if at > 0 {
		switch st.Tokens[at-1].Lower {
		case "not", "n't", "almost", "nearly", "practically", "virtually", "at", "in", "for", "a", "the", "one":
			return -1
		}
	}
	return at
}
