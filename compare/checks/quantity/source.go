package quantity

import (
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// opposed reports whether two figures have two sources of which neither takes the other's
// word: two states, a state and those who fight it, the police and the organisers. The
// reports then agree on who says what, and it is no slip of either.
func opposed(lex *lexicon.Lexicon, a, b told) bool {
	x, y := sourceOf(lex, a), sourceOf(lex, b)
	if x.side != "" && y.side != "" && x.side != y.side {
		return true
	}
	return x.party != "" && y.party != "" && x.party != y.party
}

// voice is whom a statement has a figure from.
type voice struct {
	side  string // "authority" or "challenger", of those who count at home
	party string // the state or armed group for which the source speaks
}

// sides leads the words for a source to its side.
var sides = map[string]string{
	"police": "authority", "authority": "authority", "authorities": "authority", "government": "authority", "prefecture": "authority", "ministry": "authority", "gendarmerie": "authority",
	"organiser": "challenger", "organisers": "challenger", "organizer": "challenger", "organizers": "challenger", "opposition": "challenger", "union": "challenger", "unions": "challenger",
	"protesters": "challenger", "demonstrators": "challenger", "activists": "challenger", "rebels": "challenger", "insurgents": "challenger", "militants": "challenger",
}

// sourceOf reads whom a statement has a figure from, where it has one source only.
func sourceOf(lex *lexicon.Lexicon, t told) voice {
	var s voice
	all := compare.Facts[*witness.Attribution](t.st)
	if len(all) != 1 || all[0].Content < 0 || !compare.Under(t.st, t.q.Number, all[0].Content) {
		return s
	}
	at := all[0]
	for _, w := range strings.Fields(strings.ToLower(at.SpeakerWords)) {
		if side := sides[w]; side != "" {
			s.side = side
		}
	}
	for _, n := range compare.Facts[*witness.Name](t.st) {
		if n.Entity == nil || !strings.Contains(at.SpeakerWords, n.Form) {
			continue
		}
		if c, ok := lex.Country(strings.ToLower(n.Form)); ok {
			s.party = c.Name
		} else if c, ok := lex.Country(strings.ToLower(n.Entity.Name)); ok {
			s.party = c.Name
		}
		for _, o := range lex.OrganisationNamed(n.Form) {
			if o.Kind == "armed group" {
				s.party = o.Key
			}
		}
	}
	return s
}
