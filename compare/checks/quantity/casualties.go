package quantity

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// tolls are the states of people of which a report of one event gives one total, and
// parts of it beside; a difference in one of them is named by it.
var tolls = [...]string{"dead", "injured", "missing", "homeless", "rescued", "arrested", "displaced"}

// tolled reports whether a state is one of tolls.
func tolled(state string) bool { return slices.Contains(tolls[:], state) }

// toll is what a report says of how many people are in one state.
type toll struct {
	main  []told // the total, wherever it is given
	known []told // every figure of people in that state, or in none that is told
}

// casualties compares how many the reports say died, were hurt or are missing. A
// report's own total is the figure that it gives first, or calls the toll; what
// is told of some of them, or of another year's event, is not. Two totals differ
// where neither report gives the other's figure anywhere.
func casualties(p *compare.Pass) {
	for _, state := range tolls {
		byWitness := make([]toll, len(p.Event.Witnesses))
		for st := range p.Statements() {
			if st.Kind != witness.Furniture {
				byWitness[st.Witness.Index].take(p, st, state)
			}
		}
		byWitness = byWitness[:min(len(byWitness), maxVoices)]
		for i := range byWitness {
			for k := i + 1; k < len(byWitness); k++ {
				compareTolls(p, state, &byWitness[i], &byWitness[k])
			}
		}
	}
}

// take notes the figures of a statement for one state.
func (t *toll) take(p *compare.Pass, st *witness.Statement, want string) {
	lex := p.Lexicon
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind != witness.Cardinal || math.IsNaN(q.Point) || !living(lex, q.Of) {
			continue
		}
		s := state(lex, st, q)
		if s != want && s != "" {
			continue
		}
		t.known = append(t.known, told{st, q})
		if s == "" || subject(lex, st, q) != want || partitive(st, q) || len(t.main) > 0 && additive(st, q) || elsewhen(st) || graded(st, q) || abroad(p, st) {
			continue
		}
		if len(t.main) == 0 || near(t.main[0].q.Point, q.Point) || called(st) {
			t.main = append(t.main, told{st, q})
		}
	}
}

// called reports whether a statement gives a figure as the total.
func called(st *witness.Statement) bool {
	return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return t.Lemma == "toll" || t.Lemma == "total" })
}

// graded reports whether a count is of some only, by how badly they were hurt.
func graded(st *witness.Statement, q *witness.Quantity) bool {
	for k := max(0, q.Number-1); k <= min(len(st.Tokens)-1, q.Number+nearWords); k++ {
		switch st.Tokens[k].Lower {
		case "seriously", "critically", "severely", "badly", "slightly", "lightly", "gravely", "heavily", "serious", "critical", "severe", "minor", "light", "slight", "grave", "heavy":
			return true
		case ",", ".", ";", "and":
			return false
		}
	}
	return false
}

// elsewhen reports whether a statement tells of another time than the event's
// own: it names a month or a year, or looks back to one.
func elsewhen(st *witness.Statement) bool {
	if looksBack(st) {
		return true
	}
	for i := range st.Tokens {
		switch t := &st.Tokens[i]; t.Lower {
		case "ago", "decades", "history", "annually", "yearly", "since", "previously", "every":
			return true
		case "past", "last", "previous", "earlier", "per", "each", "recent", "a":
			if i+1 < len(st.Tokens) && elapsed[st.Tokens[i+1].Lemma] && (t.Lower != "a" || i > 0 && st.Tokens[i-1].UPOS == "NOUN") {
				return true
			}
		}
	}
	return false
}

var elapsed = map[string]bool{"year": true, "month": true, "decade": true, "century": true, "week": true, "quake": true, "accident": true, "disaster": true, "attack": true, "crash": true}

// compareTolls compares the totals of two reports.
func compareTolls(p *compare.Pass, state string, a, b *toll) {
	if len(a.main) == 0 || len(b.main) == 0 || knows(b, a) || knows(a, b) {
		return
	}
	for _, x := range a.main[:min(len(a.main), maxPlaces)] {
		for _, y := range b.main[:min(len(b.main), maxPlaces)] {
			comparePlaces(p, state, x, y)
		}
	}
}

// knows reports whether a report gives, of people, a total of the other anywhere.
func knows(t, other *toll) bool {
	return slices.ContainsFunc(t.known, func(k told) bool {
		return slices.ContainsFunc(other.main, func(m told) bool { return near(k.q.Point, m.q.Point) })
	})
}
