package lexicon

import (
	"slices"
	"strings"
)

// Place is a country, a region of one, a city, or a bloc or part of the world.
type Place struct {
	Key         string // the usual name in lower case; "georgia (us)" where two have one name
	Name        string // the usual name
	Kind        string // country, territory, state, province, region, city, bloc, continent, area
	Code        string // ISO 3166-1 alpha-2, postal abbreviation of a state, or ""
	Names       []string
	Capitals    []string
	Adjectives  []string // Spanish; also where it serves as noun (an Iraqi)
	People      []string // Spaniard, Spaniards
	Governments []string // metonyms of its government: kremlin, downing street
	Languages   []string
	Currency    string   // ISO 4217
	In          []string // keys of the places and blocs that it is part of
}

// PlaceForm is a name read as a place.
type PlaceForm struct {
	*Place
	As string // name, code, capital (of that country, the city has its own form), adjective, people, government
}

type gazetteer struct {
	forms Phrases[PlaceForm]
	byKey map[string]*Place
}

func placeKey(name string) string { return strings.ToLower(name) }

var countryTable = table[Place]{
	name: "country",
	columns: []string{"code", "name", "?aliases", "?capitals", "?adjectives", "?people", "?governments", "?languages",
		"?currency", "?part of"},
	read: func(r row) ([]string, Place, error) {
		if len(r.cell(0)) != 2 || strings.ToUpper(r.cell(0)) != r.cell(0) {
			return nil, Place{}, r.errorf("%q is no ISO 3166 code", r.cell(0))
		}
		if c := r.cell(8); c != "" && len(c) != 3 {
			return nil, Place{}, r.errorf("%q is no ISO 4217 code", c)
		}
		p := Place{Key: placeKey(r.cell(1)), Name: r.cell(1), Kind: "country", Code: r.cell(0),
			Names: append([]string{r.cell(1)}, r.list(2)...), Capitals: r.list(3), Adjectives: r.list(4), People: r.list(5),
			Governments: r.list(6), Languages: r.list(7), Currency: r.cell(8), In: r.lower(9)}
		return []string{p.Key}, p, nil
	},
}

var regionTable = table[Place]{
	name:    "region",
	columns: []string{"kind", "name", "?aliases", "?part of", "?capital", "?code", "?adjectives", "?people"},
	read: func(r row) ([]string, Place, error) {
		kind, err := r.oneOf(0, "state", "province", "territory", "region", "nation", "continent", "area", "island", "sea", "river")
		p := Place{Key: placeKey(r.cell(1)), Name: r.cell(1), Kind: kind, Code: r.cell(5),
			Names: append([]string{bare(r.cell(1))}, r.list(2)...), In: r.lower(3), Capitals: r.list(4),
			Adjectives: r.list(6), People: r.list(7)}
		return []string{p.Key}, p, err
	},
}

// bare takes the note off a key that has one: "Georgia (US)".
func bare(name string) string {
	name, _, _ = strings.Cut(name, " (")
	return name
}

var blocTable = table[Place]{
	name:    "bloc",
	columns: []string{"name", "?aliases", "members"},
	read: func(r row) ([]string, Place, error) {
		// In holds the members here; the gazetteer turns it round.
		p := Place{Key: placeKey(r.cell(0)), Name: r.cell(0), Kind: "bloc", Names: append([]string{r.cell(0)}, r.list(1)...),
			In: r.lower(2)}
		return []string{p.Key}, p, nil
	},
}

var cityTable = table[Place]{
	name:    "city",
	columns: []string{"part of", "names; a city's aliases after ="},
	read: func(r row) ([]string, Place, error) {
		// One line holds the cities of a country or region; the gazetteer parts them.
		p := Place{Kind: "city", Names: r.list(1), In: r.lower(0)}
		if len(p.Names) == 0 {
			return nil, Place{}, r.errorf("no city")
		}
		return []string{p.In[0]}, p, nil
	},
}

// each calls f for all entries of a table in the order of the files.
func each[T any](lx *Lexicon, t *table[T], f func(T)) {
	for _, s := range lx.sections()[t.name] {
		s.rows(func(r row) {
			if _, v, err := t.entry(r); err == nil {
				f(v)
			}
		})
	}
}

func (lx *Lexicon) gazetteer() *gazetteer {
	return lx.places.get(func() *gazetteer {
		g := &gazetteer{byKey: map[string]*Place{}}
		g.forms.byKey = map[string][]PlaceForm{}
		var blocs []Place
		add := func(p Place) {
			if old, ok := g.byKey[p.Key]; ok { // a desk adds to a place that is known
				old.Names = append(old.Names, p.Names...)
				old.Capitals = append(old.Capitals, p.Capitals...)
				old.Adjectives = append(old.Adjectives, p.Adjectives...)
				old.People = append(old.People, p.People...)
				old.Governments = append(old.Governments, p.Governments...)
				old.In = append(old.In, p.In...)
				return
			}
			g.byKey[p.Key] = &p
		}
		each(lx, &countryTable, add)
		each(lx, &regionTable, add)
		each(lx, &cityTable, func(p Place) {
			for _, n := range p.Names {
				names := strings.Split(n, "=")
				for i := range names {
					names[i] = strings.TrimSpace(names[i])
				}
				key := placeKey(names[0])
				if _, ok := g.byKey[key]; ok {
					key += " (city)"
				}
				if old, ok := g.byKey[key]; ok {
					if slices.Equal(old.In, p.In) {
						continue
					}
					key = placeKey(names[0]) + " (" + p.In[0] + ")"
				}
				g.byKey[key] = &Place{Key: key, Name: bare(names[0]), Kind: "city", Names: names, In: p.In}
			}
		})
		each(lx, &blocTable, func(p Place) { blocs = append(blocs, p) })
		for _, b := range blocs {
			members := b.In
			b.In = nil
			add(b)
			for _, m := range members {
				if p := g.byKey[m]; p != nil {
					p.In = append(p.In, b.Key)
				}
			}
		}
		for _, key := range sortedKeys(g.byKey) {
			g.index(g.byKey[key])
		}
		g.forms.index()
		return g
	})
}

func (g *gazetteer) index(p *Place) {
	form := func(names []string, as string) {
		for _, n := range names {
			n = strings.ToLower(bare(n))
			old := g.forms.byKey[n]
			if !slices.ContainsFunc(old, func(f PlaceForm) bool { return f.Place == p }) {
				g.forms.byKey[n] = append(old, PlaceForm{p, as})
			}
		}
	}
	form(p.Names, "name")
	form(p.Adjectives, "adjective")
	form(p.People, "people")
	form(p.Governments, "government")
	form(p.Capitals, "capital")
}

// Places holds every reading of a name as a place, in lower case: Georgia is a country and a state, Moscow a city and
// by it Russia.
func (lx *Lexicon) Places() *Phrases[PlaceForm] { return &lx.gazetteer().forms }

// PlaceByKey gives a place by its key.
func (lx *Lexicon) PlaceByKey(key string) (*Place, bool) {
	p, ok := lx.gazetteer().byKey[key]
	return p, ok
}

// Country gives the country that a name, adjective, people, capital or government stands for, where there is only
// one; a capital counts as its country, as in "Moscow said".
func (lx *Lexicon) Country(name string) (*Place, bool) {
	var found *Place
	for _, f := range lx.Places().GetAll(name) {
		if f.Kind == "country" {
			if found != nil && found != f.Place {
				return nil, false
			}
			found = f.Place
		}
	}
	return found, found != nil
}

// Latin reports whether a place, in all readings of its name, lies in countries whose languages are written in the
// letters of English: its name has one spelling there.
func (lx *Lexicon) Latin(name string) bool {
	g := lx.gazetteer()
	forms := g.forms.GetAll(strings.ToLower(name))
	return len(forms) > 0 && !slices.ContainsFunc(forms, func(f PlaceForm) bool { return !g.latin(f.Place, 6) })
}

func (g *gazetteer) latin(p *Place, depth int) bool {
	if len(p.Languages) > 0 {
		return !slices.ContainsFunc(p.Languages, func(l string) bool { return l != "en" && !plainLatin[l] })
	}
	for _, in := range p.In {
		if up := g.byKey[in]; up != nil && depth > 0 && up.Kind != "bloc" {
			return g.latin(up, depth-1)
		}
	}
	return false
}

// Contains reports whether part lies in whole or is a member of it, in any number of steps, in any reading of the two
// names: Texas in the United States, Paris in Europe, Poland in NATO.
func (lx *Lexicon) Contains(whole, part string) bool {
	g := lx.gazetteer()
	for _, p := range g.forms.GetAll(part) {
		if p.As == "capital" {
			continue
		}
		for _, w := range g.forms.GetAll(whole) {
			if w.As != "capital" && w.As != "government" && p.Place != w.Place && g.within(p.Place, w.Key, 6) {
				return true
			}
		}
	}
	return false
}

func (g *gazetteer) within(p *Place, key string, depth int) bool {
	for _, in := range p.In {
		if in == key {
			return true
		}
		if up := g.byKey[in]; up != nil && depth > 0 && up.Kind != "bloc" && g.within(up, key, depth-1) {
			return true
		}
	}
	return false
}
