package lexicon

import "slices"

// Part is what one alone does in an event, and where a clause names who that is.
type Part struct {
	Name string
	Slot string   // "by", "to", "from", "whom" of the object, "noun" of a noun for the deed
	Of   []string // lemmas of what it is done to; nil where the verb says it all
}

// Any reports whether the deed may be done to whatever there is.
func (p *Part) Any() bool { return len(p.Of) == 1 && p.Of[0] == "*" }

// Done reports whether the deed may be done to what a lemma names.
func (p *Part) Done(lemma string) bool { return p.Any() || slices.Contains(p.Of, lemma) }

var partTable = table[Part]{
	name:    "part",
	columns: []string{"part", "slot", "verbs", "?of"},
	read: func(r row) ([]string, Part, error) {
		slot, err := r.oneOf(1, "by", "to", "from", "whom", "noun")
		return r.lower(2), Part{r.cell(0), slot, r.lower(3)}, err
	},
}

// Parts leads verbs, by lemma, to the parts of which one alone has each.
func (lx *Lexicon) Parts() *Phrases[Part] {
	return lx.part.get(func() *Phrases[Part] { return partTable.build(lx) })
}
