package quantity

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// countdown is how long was left of a game, or a part of it, when something was done.
type countdown struct {
	first, last int // its tokens
	seconds     int
	part        string // of the game: "first half"; empty where it is not said
}

func (c countdown) String() string { return fmt.Sprintf("%d:%02d left", c.seconds/60, c.seconds%60) }

// oneMoment is how far two countdowns may lie apart, in seconds, that are taken for
// those of one deed: a game has many, and two reports of one give them to the second.
const oneMoment = 15

// countdowns compares when in a game one thing was done, in corresponding statements
// of one player: "with 7:41 left in the first half". Only such as lie close together
// are of one deed.
func countdowns(p *compare.Pass, x *compare.Pair) {
	for _, a := range countdownsOf(x.A) {
		for _, b := range countdownsOf(x.B) {
			gap := max(a.seconds, b.seconds) - min(a.seconds, b.seconds)
			if gap == 0 || gap > oneMoment || a.part != "" && b.part != "" && a.part != b.part || !shareName(x) ||
				counts(x.B.Witness, a) || counts(x.A.Witness, b) {
				continue
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: compare.TokenSpan(x.A, a.first, a.last), Value: a.String()},
				B:    compare.Spot{Statement: x.B, Span: compare.TokenSpan(x.B, b.first, b.last), Value: b.String()},
				Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.7, Topic: "time left",
				Reason: fmt.Sprintf("Of one moment of a game, %s and %s cannot both be right.", a, b),
			})
		}
	}
}

// countdownsOf reads the countdowns of a statement.
func countdownsOf(st *witness.Statement) []countdown {
	var out []countdown
	for i := range st.Tokens {
		m, s, ok := strings.Cut(st.Tokens[i].Lower, ":")
		minutes, err1 := strconv.Atoi(m)
		seconds, err2 := strconv.Atoi(s)
		if !ok || err1 != nil || err2 != nil || len(s) != 2 || seconds > 59 {
			continue
		}
		last := i + 1
		switch compare.Word(st, last) {
		case "left", "remaining":
		case "to":
			last++
			if w := compare.Word(st, last); w != "go" && w != "play" {
				continue
			}
		default:
			continue
		}
		out = append(out, countdown{i, last, 60*minutes + seconds, partOfGame(st, last+1)})
	}
	return out
}

// partOfGame returns the part of a game that a countdown is of: "in the first half".
func partOfGame(st *witness.Statement, i int) string {
	if w := compare.Word(st, i); w != "in" && w != "of" || compare.Word(st, i+1) != "the" {
		return ""
	}
	switch w := compare.Word(st, i+3); w {
	case "half", "quarter", "period":
		return compare.Word(st, i+2) + " " + w
	}
	return compare.Word(st, i+2) // "in the game"
}

// counts reports whether a report has a countdown too.
func counts(w *witness.Witness, c countdown) bool {
	for _, st := range w.Statements {
		for _, o := range countdownsOf(st) {
			if o.seconds == c.seconds {
				return true
			}
		}
	}
	return false
}

// shareName reports whether two statements name one person or body.
func shareName(x *compare.Pair) bool {
	for _, a := range compare.Facts[*witness.Name](x.A) {
		for _, b := range compare.Facts[*witness.Name](x.B) {
			if a.Entity != nil && a.Entity == b.Entity && a.Entity.Kind != witness.Place {
				return true
			}
		}
	}
	return false
}
