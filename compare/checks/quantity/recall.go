package quantity

import (
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// lands lists, for each country, the reports that name it.
type lands map[*lexicon.Place]map[*witness.Witness]bool

func landsOf(lex *lexicon.Lexicon, ev *witness.Event) lands {
	out := lands{}
	for _, w := range ev.Witnesses {
		for _, st := range w.Statements {
			for _, c := range countriesIn(lex, st) {
				if out[c] == nil {
					out[c] = map[*witness.Witness]bool{}
				}
				out[c][w] = true
			}
		}
	}
	return out
}

// countriesIn lists the countries that a statement names, but for those by whose clock it
// tells the time: "22:00 Moscow time".
func countriesIn(lex *lexicon.Lexicon, st *witness.Statement) []*lexicon.Place {
	var out []*lexicon.Place
	for _, n := range compare.Facts[*witness.Name](st) {
		if c, ok := lex.Country(strings.ToLower(n.Form)); ok && compare.Word(st, n.Last+1) != "time" {
			out = append(out, c)
		}
	}
	return out
}

// abroad reports whether a statement recalls what happened on a day of its own in a country
// that no other report names, where several name another: "On Saturday, a dozen people were
// killed by a flood in Kenya" in a report on a flood in Peru.
func abroad(p *compare.Pass, st *witness.Statement) bool {
	if compare.FactOf(st, func(t *witness.Time) bool { return t.Grain == witness.Day }) == nil {
		return false
	}
	all, own := compare.Once(p, landsOf), countriesIn(p.Lexicon, st)
	for _, c := range own {
		if len(all[c]) > 1 {
			return false
		}
	}
	if len(own) == 0 {
		return false
	}
	for _, reports := range all {
		if len(reports) > 1 {
			return true
		}
	}
	return false
}
