package event

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// stages are the rounds of a tournament by the nouns for them.
var stages = map[string]string{
	"final": "final", "semifinal": "semifinal", "semi-final": "semifinal", "quarterfinal": "quarterfinal", "quarter-final": "quarterfinal",
	"playoff": "playoff", "play-off": "playoff", "qualifier": "qualifier",
}

// staged is a round between two sides, by the token of its noun.
type staged struct {
	at    int
	sides [2]*witness.Entity // in the order of their names
}

// rounds compares the round of a tournament that two corresponding statements let the
// same two sides meet in: "the second semifinal between Lund and Graz", "the second
// quarterfinal between Lund and Graz". Two sides may meet in both, so a report that tells
// of both rounds is left out.
func rounds(p *compare.Pass, x *compare.Pair) {
	for _, a := range stagedIn(x.A) {
		for _, b := range stagedIn(x.B) {
			sa, sb := stages[x.A.Tokens[a.at].Lemma], stages[x.B.Tokens[b.at].Lemma]
			if a.sides != b.sides || sa == sb || mayBeOne(sa, sb) || meetIn(x.A.Witness, a.sides, sb) || meetIn(x.B.Witness, b.sides, sa) {
				continue
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: x.A.Tokens[a.at].Span, Value: sa},
				B:    compare.Spot{Statement: x.B, Span: x.B.Tokens[b.at].Span, Value: sb},
				Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.7, Topic: "round",
				Reason: fmt.Sprintf("A %s is no %s.", sa, sb),
			})
		}
	}
}

// mayBeOne reports whether two nouns may be of one round: a final may be a playoff.
func mayBeOne(a, b string) bool { return min(a, b) == "final" && max(a, b) == "playoff" }

// meetIn reports whether a report lets two sides meet in a round.
func meetIn(w *witness.Witness, sides [2]*witness.Entity, stage string) bool {
	return slices.ContainsFunc(w.Statements, func(st *witness.Statement) bool {
		return slices.ContainsFunc(stagedIn(st), func(s staged) bool { return s.sides == sides && stages[st.Tokens[s.at].Lemma] == stage })
	})
}

// stagedIn lists the rounds of a statement with the two sides that are named just behind
// them, between whom they are.
func stagedIn(st *witness.Statement) []staged {
	var out []staged
	for i := range st.Tokens {
		if stages[st.Tokens[i].Lemma] == "" || compare.Word(st, i+1) != "between" {
			continue
		}
		var sides []*witness.Entity
		for k := i + 2; k < min(i+10, len(st.Tokens)) && len(sides) < 2; k++ {
			n := compare.NameOver(st, k)
			if n == nil || n.Entity == nil {
				continue
			}
			sides = append(sides, n.Entity)
			k = n.Last
		}
		if len(sides) == 2 {
			if sides[0].Name > sides[1].Name {
				sides[0], sides[1] = sides[1], sides[0]
			}
			out = append(out, staged{i, [2]*witness.Entity(sides)})
		}
	}
	return out
}
