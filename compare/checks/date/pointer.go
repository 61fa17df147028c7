package date

import (
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// pointing are the words that say which of a row of like times is meant,
// seen from the day of the report: the one before, this one, the one after.
var pointing = map[string]int{"last": -1, "past": -1, "previous": -1, "this": 1, "current": 1, "next": 2, "coming": 2, "following": 2, "upcoming": 2}

// rows are the times that come in rows. A night or a weekday is left out: on
// Thursday, "this Sunday" and "last Sunday" may be one day.
var rows = map[string]bool{"week": true, "month": true, "year": true, "season": true, "spring": true, "summer": true, "autumn": true,
	"fall": true, "winter": true, "quarter": true, "decade": true, "century": true, "semester": true, "term": true}

// pointers reports a time that two versions of one text place differently from the
// day of the report: "last season", "this season".
func pointers(p *compare.Pass, x *compare.Pair) {
	for _, i := range compare.OnceOf(p, x.A, inRows) {
		j := x.ToB[i]
		if j < 0 || x.A.Tokens[i].Lemma != x.B.Tokens[j].Lemma || x.A.Tokens[i].Lower != x.B.Tokens[j].Lower {
			continue
		}
		a, b := pointer(x.A, i), pointer(x.B, j)
		if a < 0 || b < 0 || pointing[x.A.Tokens[a].Lower] == pointing[x.B.Tokens[b].Lower] {
			continue
		}
		va, vb := x.A.Tokens[a].Lower+" "+x.A.Tokens[i].Lower, x.B.Tokens[b].Lower+" "+x.B.Tokens[j].Lower
		p.Report(x, compare.Difference{
			A:    compare.Spot{Statement: x.A, Span: compare.TokenSpan(x.A, a, i), Value: va},
			B:    compare.Spot{Statement: x.B, Span: compare.TokenSpan(x.B, b, j), Value: vb},
			Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.75, Topic: "date",
			Reason: fmt.Sprintf("Seen from one day, “%s” is not “%s”.", va, vb),
		})
	}
}

// rowed are the tokens of a statement that name times that come in rows.
type rowed []int

func inRows(st *witness.Statement) rowed {
	var out rowed
	for i := range st.Tokens {
		if rows[st.Tokens[i].Lemma] {
			out = append(out, i)
		}
	}
	return out
}

// pointer returns the word before noun i that points at it, or -1: not in "the
// last two weeks", which count back.
func pointer(st *witness.Statement, i int) int {
	if i > 0 && pointing[st.Tokens[i-1].Lower] != 0 && st.Tokens[i].XPOS != "NNS" {
		return i - 1
	}
	return -1
}
