package quantity

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// result is how a game ended, as a report gives it: who played, and what each has.
type result struct {
	st    *witness.Statement
	span  witness.Span
	sides [2]*witness.Entity
	score [2]float64 // the greater first
	title bool       // it stands in a title
}

// leastShared is from which number on two results of one side that share it are
// taken to be of one game, whatever each calls the other side.
const leastShared = 10

// results compares how a game ended: "Porto 3, Braga 1" in a title, "Porto beat Braga
// 3-2" in a sentence. The two must have one of their numbers in common, for two sides
// meet more than once.
func results(p *compare.Pass) {
	byWitness := make([][]result, len(p.Event.Witnesses))
	for st := range p.Statements() {
		if st.Kind == witness.Furniture || looksBack(st) {
			continue
		}
		i := st.Witness.Index
		byWitness[i] = append(append(byWitness[i], tabled(st)...), beaten(p.Lexicon, st)...)
	}
	for a, b := range compare.Between(byWitness) {
		if a.score == b.score || !a.sameGame(b) || !b.title && a.in(byWitness[b.st.Witness.Index]) || !a.title && b.in(byWitness[a.st.Witness.Index]) {
			continue // a title that its own report belies differs all the same
		}
		p.ReportAcross(compare.Difference{
			A:    compare.Spot{Statement: a.st, Span: a.span, Value: a.String()},
			B:    compare.Spot{Statement: b.st, Span: b.span, Value: b.String()},
			Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.8, Topic: "final score",
			Reason: a.String() + " is not " + b.String() + ".",
		})
	}
}

// String writes the result as a newsroom would.
func (r result) String() string { return fmt.Sprintf("%g–%g", r.score[0], r.score[1]) }

// sameGame reports whether two results are of one game: of the same two sides, with a
// number in common, or of one side with a number that few games share.
func (r result) sameGame(o result) bool {
	sides, number := 0, 0.0
	for k := range r.sides {
		if slices.Contains(o.sides[:], r.sides[k]) {
			sides++
		}
		if slices.Contains(o.score[:], r.score[k]) {
			number = max(number, r.score[k])
		}
	}
	return number > 0 && (sides == 2 || sides == 1 && number >= leastShared)
}

// in reports whether a report gives the score too.
func (r result) in(list []result) bool {
	return slices.ContainsFunc(list, func(o result) bool { return o.score == r.score })
}

// higherFirst puts the greater number of a game first.
func higherFirst(x, y float64) [2]float64 { return [2]float64{max(x, y), min(x, y)} }

// tabled reads the result of a title: "Porto 3, Braga 1".
func tabled(st *witness.Statement) []result {
	var out []result
	names := compare.Facts[*witness.Name](st)
	for k := 0; k+1 < len(names); k++ {
		a, b := names[k], names[k+1]
		x, okA := scoreAt(st, a.Last+1)
		y, okB := scoreAt(st, b.Last+1)
		if !okA || !okB || a.Entity == nil || b.Entity == nil || a.Entity == b.Entity || b.First != a.Last+3 || compare.Word(st, a.Last+2) != "," {
			continue
		}
		if after := b.Last + 2; after < len(st.Tokens) && st.Tokens[after].UPOS != "PUNCT" {
			continue // "in Porto 3, in Braga 12 people"
		}
		out = append(out, result{st, compare.TokenSpan(st, a.First, b.Last+1), [2]*witness.Entity{a.Entity, b.Entity}, higherFirst(x, y), true})
	}
	return out
}

// scoreAt reads a number in figures at token i.
func scoreAt(st *witness.Statement, i int) (float64, bool) {
	n, err := strconv.Atoi(compare.Word(st, i))
	return float64(n), err == nil && n >= 0 && n < 300
}

// beaten reads the result of a sentence by which one side beat another: "Porto beat
// Braga 3-1".
func beaten(lex *lexicon.Lexicon, st *witness.Statement) []result {
	var out []result
	for _, q := range compare.Facts[*witness.Quantity](st) {
		c := claimOf(st, q)
		if q.Kind != witness.Score || c == nil || c.Negative || c.Modality != witness.Actual || c.Patient == nil || c.Patient.Entity == nil || c.Head > q.Number || c.Patient.Head > q.Number || q.Number-c.Patient.Head > 3 {
			continue
		}
		winner := winnerOf(st, c)
		if course, _ := lex.Courses().Get(st.Tokens[c.Head].Lemma); course == "ended" && winner != nil && winner != c.Patient.Entity {
			out = append(out, result{st, q.Span, [2]*witness.Entity{winner, c.Patient.Entity}, higherFirst(q.Point, q.Second), false})
		}
	}
	return out
}

// winnerOf returns who beat somebody: the subject, or where the parse has none the name
// right before the verb.
func winnerOf(st *witness.Statement, c *witness.Claim) *witness.Entity {
	if c.Agent != nil {
		return c.Agent.Entity
	}
	for _, n := range compare.Facts[*witness.Name](st) {
		if n.Last == c.Head-1 {
			return n.Entity
		}
	}
	return nil
}
