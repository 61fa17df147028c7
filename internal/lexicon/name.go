package lexicon

import (
	"maps"
	"slices"
	"strings"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// Organisation is an organisation or another named thing with several names: a treaty, an illness, a company.
type Organisation struct {
	Key   string   // the first name in lower case
	Kind  string   // international, government, military, police, intelligence, court, party, company, bank, media, sport, armed group, university, charity, treaty, disease, event, other
	Names []string // all names and acronyms, the usual full one first
}

var organisationTable = table[*Organisation]{
	name:    "organisation",
	columns: []string{"kind", "names"},
	read: func(r row) ([]string, *Organisation, error) {
		kind, err := r.oneOf(0, "international", "government", "military", "police", "intelligence", "court", "party",
			"company", "bank", "media", "sport", "armed group", "university", "charity", "treaty", "disease", "event", "other")
		o := &Organisation{Kind: kind, Names: r.list(1)}
		keys := r.lower(1)
		if len(keys) < 2 {
			return nil, nil, r.errorf("an organisation of one name says nothing")
		}
		o.Key = keys[0]
		return keys, o, err
	},
}

// Organisations holds organisations and named things by each of their names in lower case.
func (lx *Lexicon) Organisations() *Phrases[*Organisation] {
	return lx.organisation.get(func() *Phrases[*Organisation] { return organisationTable.build(lx) })
}

// OrganisationNamed gives the organisations that a name as printed may be: unlike the table's keys it tells WHO from
// "who" and IS from "is". An acronym must stand in capitals, of four letters and more also as Nato; other names need
// only their first letter in upper case. It allocates.
func (lx *Lexicon) OrganisationNamed(name string) []*Organisation {
	var out []*Organisation
	for _, o := range lx.Organisations().GetAll(strings.ToLower(name)) {
		if slices.ContainsFunc(o.Names, func(n string) bool { return printedAs(n, name) }) {
			out = append(out, o)
		}
	}
	return out
}

// Outlet reports whether a name as printed is that of an agency, a newspaper or a
// broadcaster.
func (lx *Lexicon) Outlet(name string) bool {
	return slices.ContainsFunc(lx.OrganisationNamed(name), func(o *Organisation) bool { return o.Kind == "media" })
}

// PlaceNamed gives the readings of a name as printed: it tells US from "us".
func (lx *Lexicon) PlaceNamed(name string) []PlaceForm {
	var out []PlaceForm
	for _, f := range lx.Places().GetAll(strings.ToLower(name)) {
		for _, list := range [][]string{f.Names, f.Capitals, f.Adjectives, f.People, f.Governments} {
			if slices.ContainsFunc(list, func(n string) bool { return printedAs(bare(n), name) }) {
				out = append(out, f)
				break
			}
		}
	}
	return out
}

// printedAs reports whether a name of a table may be printed as s.
func printedAs(name, s string) bool {
	switch {
	case name == s:
		return true
	case !strings.EqualFold(name, s):
		return false
	case strings.ToUpper(name) != name: // not an acronym
		return strings.ToLower(s) != s || strings.ToLower(name) == name
	}
	return len(name) >= 4 && s == name[:1]+strings.ToLower(name[1:])
}

// SameOrganisation reports whether two names may name one organisation.
func (lx *Lexicon) SameOrganisation(a, b string) bool {
	for _, x := range lx.Organisations().GetAll(a) {
		if slices.Contains(lx.Organisations().GetAll(b), x) {
			return true
		}
	}
	return false
}

// setTable reads lines of names of which the first is the one that the others are led back to.
func setTable(name string) table[string] {
	return table[string]{
		name:    name,
		columns: []string{"name", "variants"},
		read: func(r row) ([]string, string, error) {
			key := strings.ToLower(r.cell(0))
			keys := append([]string{key}, r.lower(1)...)
			return keys, key, nil
		},
	}
}

var (
	spellingTable = setTable("spelling")
	nicknameTable = setTable("nickname")
	britishTable  = setTable("american")
)

// Spellings leads the spellings of one name to one of them: kiev and kyiv to kyiv.
func (lx *Lexicon) Spellings() *Phrases[string] {
	return lx.spelling.get(func() *Phrases[string] { return spellingTable.build(lx) })
}

// Nicknames leads short forms to the full given names they may stand for: sasha to alexander and alexandra.
func (lx *Lexicon) Nicknames() *Phrases[string] {
	return lx.nickname.get(func() *Phrases[string] { return nicknameTable.build(lx) })
}

// SameName reports whether two names (one word each, lower case) are one name in two spellings, or full and short.
func (lx *Lexicon) SameName(a, b string) bool {
	if a == b {
		return true
	}
	return share(lx.Spellings(), a, b) || share(lx.Nicknames(), a, b)
}

func share(p *Phrases[string], a, b string) bool {
	for _, x := range p.GetAll(a) {
		for _, y := range p.GetAll(b) {
			// Two short forms of one name (Bill, Will) are as good as full and short.
			if x == y {
				return true
			}
		}
	}
	return false
}

// British endings and what they are in American spelling, by lemma; inflections follow.
var british = []struct{ from, to string }{
	{"isation", "ization"}, {"ise", "ize"}, {"iser", "izer"}, {"yse", "yze"}, {"our", "or"}, {"ourable", "orable"},
	{"ourite", "orite"}, {"ourhood", "orhood"}, {"ouring", "oring"}, {"tre", "ter"}, {"ogue", "og"}, {"aemia", "emia"},
}

// alwaysISE are verbs that WordNet has with a z too and no American writes so.
var alwaysISE = []string{
	"advertise", "advise", "arise", "chastise", "circumcise", "comprise", "compromise", "despise", "devise", "disguise",
	"enterprise", "excise", "exercise", "franchise", "improvise", "merchandise", "promise", "revise", "supervise", "surmise",
	"surprise", "televise",
}

// American gives the American spelling of a British lemma, by the table [american] first, then by its ending where
// WordNet has the result; the lemma itself where neither applies. It is for comparing, not for printing.
func (lx *Lexicon) American(lemma string) string {
	if w, ok := lx.british.get(func() *Phrases[string] { return britishTable.build(lx) }).Get(lemma); ok {
		return w
	}
	if slices.Contains(alwaysISE, lemma) {
		return lemma
	}
	var buf [64]byte
	for _, r := range british {
		stem, ok := strings.CutSuffix(lemma, r.from)
		if !ok || len(stem) < 3 || len(lemma)+2 > len(buf) {
			continue
		}
		b := append(append(buf[:0], stem...), r.to...)
		w := network()
		for i := range w.parts {
			if n, ok := find(&w.parts[i], b); ok {
				return w.parts[i].lemma(n)
			}
		}
	}
	return lemma
}
