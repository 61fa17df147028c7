package polarity

import (
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// manners are the adverbs and prefixes by which the same word is said to be
// the case enough (1) or too little (-1): well equipped, ill equipped.
var manners = map[string]int{"well": 1, "fully": 1, "properly": 1, "adequately": 1, "sufficiently": 1, "amply": 1,
	"ill": -1, "poorly": -1, "insufficiently": -1, "inadequately": -1, "badly": -1, "under": -1, "improperly": -1, "scantily": -1}

// manner reports a participle or adjective that one statement says of a thing
// in full and the other in want.
func manner(p *compare.Pass, x *compare.Pair) {
	for i := range x.A.Tokens {
		j, kind := x.Link(i)
		if j < 0 || kind != witness.LinkSame {
			continue
		}
		ka, a := mannerOf(x.A, i)
		if a == 0 {
			continue // nearly always
		}
		kb, b := mannerOf(x.B, j)
		if a*b >= 0 || !x.Close() && !x.SharesName(true) {
			continue
		}
		p.Report(x, compare.Difference{
			A:    compare.Spot{Statement: x.A, Span: compare.TokenSpan(x.A, ka, i), Value: x.A.Tokens[ka].Lower + " " + x.A.Tokens[i].Lower},
			B:    compare.Spot{Statement: x.B, Span: compare.TokenSpan(x.B, kb, j), Value: x.B.Tokens[kb].Lower + " " + x.B.Tokens[j].Lower},
			Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.75, Topic: "opposites",
			Reason: fmt.Sprintf("“%s” is the opposite of “%s”.", x.A.Tokens[ka].Lower, x.B.Tokens[kb].Lower),
		})
	}
}

// mannerOf reads the manner in which word i is the case, 0 where none is told
// or a negation turns it.
func mannerOf(st *witness.Statement, i int) (at, sign int) {
	if u := st.Tokens[i].UPOS; u != "VERB" && u != "ADJ" {
		return i, 0
	}
	for k := i - 1; k >= max(0, i-3); k-- {
		if s := manners[st.Tokens[k].Lower]; s != 0 {
			at, sign = k, s
			break
		}
		if u := st.Tokens[k].UPOS; u != "PUNCT" && u != "ADV" {
			break
		}
	}
	if sign == 0 {
		return at, 0
	}
	if odd, _ := negations(st); odd[i] != nil || odd[at] != nil {
		return at, 0
	}
	return at, sign
}
