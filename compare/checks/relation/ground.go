package relation

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// fixture is a contest with the ground it takes place on, as a report tells
// it: at home against an opponent, or at the opponent's.
type fixture struct {
	st    *witness.Statement
	span  witness.Span
	other *witness.Entity // the opponent or his city
	home  bool
}

// contests are the nouns of what is played.
var contests = map[string]bool{"game": true, "match": true, "fixture": true, "clash": true, "tie": true, "derby": true, "leg": true}

// grounds compares on whose ground the reports have one contest: "host
// Washington" against "the game at Washington".
func grounds(p *compare.Pass) {
	by := make([][]fixture, len(p.Event.Entities))
	for st := range p.Statements() {
		for _, f := range fixtures(st) {
			by[f.other.ID] = append(by[f.other.ID], f)
		}
	}
	for _, list := range by {
		for i, a := range list {
			for _, b := range list[i+1:] {
				if a.home == b.home || a.st.Witness == b.st.Witness || !sameDay(a.st, b.st) {
					continue
				}
				p.ReportAcross(compare.Difference{
					A:    compare.Spot{Statement: a.st, Span: a.span, Value: ground(a.home)},
					B:    compare.Spot{Statement: b.st, Span: b.span, Value: ground(b.home)},
					Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: "ground of the game against " + a.other.Name,
					Reason: "A game at home is not one away.",
				})
			}
		}
	}
}

func ground(home bool) string {
	if home {
		return "at home"
	}
	return "away"
}

// fixtures reads the contests of a statement: "hosts B", "at home … against
// B", "the game at B".
func fixtures(st *witness.Statement) []fixture {
	var out []fixture
	add := func(first int, n *witness.Name, home bool) {
		if n.Entity != nil {
			out = append(out, fixture{st, compare.TokenSpan(st, first, n.Last), n.Entity, home})
		}
	}
	home := -1 // where "at home" stands
	for i := 0; i+1 < len(st.Tokens); i++ {
		t := &st.Tokens[i]
		switch {
		case t.Lower == "at" && st.Tokens[i+1].Lower == "home":
			home = i
		case t.Lower == "against" && home >= 0:
			if n := nameAt(st, i+1); n != nil {
				add(home, n, true)
			}
		case t.Lemma == "host" && t.UPOS == "VERB":
			k := i + 1
			if st.Tokens[k].Lower == "the" && k+1 < len(st.Tokens) {
				k++
			}
			if n := nameAt(st, k); n != nil {
				add(i, n, true)
			}
		case t.Lower == "at" && i > 0 && contests[st.Tokens[i-1].Lemma]:
			if n := nameAt(st, i+1); n != nil && n.Entity != nil && n.Entity.Kind == witness.Place {
				add(i-1, n, false)
			}
		}
	}
	return out
}

// sameDay reports whether two statements may date what they tell to one day:
// both name one weekday, or one of them names none.
func sameDay(a, b *witness.Statement) bool {
	ta, tb := compare.Facts[*witness.Time](a), compare.Facts[*witness.Time](b)
	for _, x := range ta {
		for _, y := range tb {
			if x.Weekday != y.Weekday && x.Weekday > 0 && y.Weekday > 0 {
				return false
			}
		}
	}
	return true
}
