package quantity

import (
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// The words of a game won and lost, and those behind which the other side stands.
var (
	winning  = wordSet("win", "beat", "defeat", "victory", "rout", "edge", "upset")
	losing   = wordSet("lose", "loss", "fall")
	opposing = wordSet("over", "against", "past", "versus", "vs", "vs.", "beat", "beats", "beating", "defeated", "defeats", "defeating", "routed", "edged", "upset")
)

// otherGame reports whether two statements on one player tell of two games: played on
// other days or against others, or the one won and the other lost.
func otherGame(a, b *witness.Statement) bool {
	if da, db := daysOf(a), daysOf(b); len(da) > 0 && len(db) > 0 && !compare.Common(da, db) {
		return true
	}
	return otherOutcome(a, b) || otherOpponent(a, b)
}

// gamesApart reports whether more than one game lies between two records.
func gamesApart(a, b statline) bool {
	return a.what == record && math.Abs(a.q.Point+a.q.Second-b.q.Point-b.q.Second) > 1
}

// lead returns the first statement of a report's text, which tells the day and the
// opponent for those that do not.
func lead(st *witness.Statement) *witness.Statement {
	for _, o := range st.Witness.Statements {
		if o.Kind != witness.Furniture {
			return o
		}
	}
	return st
}

// daysOf lists the days that a statement names, or else the lead of its report, as
// weekdays.
func daysOf(st *witness.Statement) []string {
	var out []string
	for _, t := range compare.Facts[*witness.Time](st) {
		if day := dayName(t); day != "" {
			out = append(out, day)
		}
	}
	if l := lead(st); len(out) == 0 && l != st {
		return daysOf(l)
	}
	return out
}

// otherOutcome reports whether one statement tells of a game won and the other of one
// lost.
func otherOutcome(a, b *witness.Statement) bool {
	wonA, lostA, wonB, lostB := has(a, winning), has(a, losing), has(b, winning), has(b, losing)
	return wonA && !lostA && lostB && !wonB || lostA && !wonA && wonB && !lostB
}

// otherOpponent reports whether two statements, or the leads of their reports, name an
// opponent each whom the other does not name at all.
func otherOpponent(a, b *witness.Statement) bool {
	oa, ob := opponents(a), opponents(b)
	return len(oa) > 0 && len(ob) > 0 && !compare.Common(oa, all(b)) && !compare.Common(ob, all(a))
}

func opponents(st *witness.Statement) []*witness.Entity {
	var out []*witness.Entity
	for _, n := range compare.Facts[*witness.Name](st) {
		k := n.First - 1
		if compare.Word(st, k) == "the" {
			k--
		}
		if w := compare.Word(st, k); n.Entity != nil && (opposing[w] || w == "to" && has(st, losing)) {
			out = append(out, n.Entity)
		}
	}
	if l := lead(st); len(out) == 0 && l != st {
		return opponents(l)
	}
	return out
}

// all lists what a statement and the lead of its report name.
func all(st *witness.Statement) []*witness.Entity {
	var out []*witness.Entity
	for _, s := range [...]*witness.Statement{st, lead(st)} {
		for _, n := range compare.Facts[*witness.Name](s) {
			if n.Entity != nil {
				out = append(out, n.Entity)
			}
		}
	}
	return out
}
