package list

import (
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// most is the largest list whose members are counted.
const most = 8

// announced marks a list that names another number of members than it
// announces: "three issues: trade and security".
func announced(p *compare.Pass, st *witness.Statement) {
	for _, e := range compare.OnceOf(p, st, enumerations) {
		if e.of < 0 || !e.closed {
			continue
		}
		for _, q := range compare.Facts[*witness.Quantity](st) {
			n := len(e.members)
			if q.OfAt != e.of || q.Kind != witness.Cardinal || q.Hedge != witness.Exact || q.Point < 2 || q.Point > most || q.Point == float64(n) || n != parts(st, &e) {
				continue
			}
			p.Mark(compare.Mark{
				Spot:     compare.Spot{Statement: st, Span: e.span(st), Value: fmt.Sprint(n)},
				Also:     []compare.Spot{{Statement: st, Span: q.Span, Value: fmt.Sprintf("%.0f", q.Point)}},
				Severity: compare.Minor, Confidence: 0.7,
				Message: fmt.Sprintf("%.0f %s announced, %d named", q.Point, st.Tokens[e.of].Form, n),
				Reason:  "The list has another number of members than it says.",
			})
		}
	}
}

// parts counts the members of a list by its commas and conjunctions, without
// the parse; two counts that agree are to be trusted. 0 where the list cannot
// be read so.
func parts(st *witness.Statement, e *enumeration) int {
	n, open := 1, false
	last := e.members[len(e.members)-1]
	for i := e.members[0]; i <= last; i++ {
		switch t := &st.Tokens[i]; {
		case t.Lower == "," || t.Lower == "and" || t.Lower == "or" || t.Lower == ";":
			if !open {
				n++
			}
			open = true
		case t.UPOS == "VERB" || t.UPOS == "PUNCT" && t.Lower != "-" && t.Lower != "'" && t.Lower != "\"":
			return 0
		default:
			open = false
		}
	}
	for i := last + 1; i < len(st.Tokens); i++ {
		switch t := &st.Tokens[i]; t.Lower {
		case ",", "and", "as", ";", "or":
			return 0 // it goes on in a way that the parse did not join
		}
	}
	return n
}
