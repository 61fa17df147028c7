package lexicon

import (
	"slices"
	"strings"
)

// Part is what one alone does in an event, and where a clause names who that is.
type Part struct {
	Name string
	Slot string // "by", "to", "from", "noun" of a noun for the deed
	Of   []Done // what it is done to; nil where the verb says it all
	Told bool   // it is so as somebody tells it, and only the same teller can be at odds
}

// Done is what a part is done to: words that reports exchange, by lemma.
type Done struct {
	Words []string
	Many  bool // an event may have several
}

// Any reports whether the deed may be done to whatever there is.
func (p *Part) Any() bool { return len(p.Of) == 1 && p.Of[0].Words[0] == "*" }

// Done returns what a lemma names of what the deed may be done to.
func (p *Part) Done(lemma string) (Done, bool) {
	for _, d := range p.Of {
		if slices.Contains(d.Words, lemma) {
			return d, true
		}
	}
	return Done{}, p.Any()
}

// Exchanged reports whether two lemmas are words for one thing that the deed is done to.
func (p *Part) Exchanged(a, b string) bool {
	return slices.ContainsFunc(p.Of, func(d Done) bool { return slices.Contains(d.Words, a) && slices.Contains(d.Words, b) })
}

var partTable = table[Part]{
	name:    "part",
	columns: []string{"part", "slot", "verbs", "?of", "?told"},
	read: func(r row) ([]string, Part, error) {
		slot, err := r.oneOf(1, "by", "to", "from", "noun")
		p := Part{Name: r.cell(0), Slot: slot, Told: r.cell(4) == "told"}
		for _, words := range r.lower(3) {
			words, many := strings.CutSuffix(words, "+")
			p.Of = append(p.Of, Done{strings.Split(words, "="), many})
		}
		return r.lower(2), p, err
	},
}

// Parts leads verbs, by lemma, to the parts of which one alone has each.
func (lx *Lexicon) Parts() *Phrases[Part] {
	return lx.part.get(func() *Phrases[Part] { return partTable.build(lx) })
}
