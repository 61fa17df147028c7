package lexicon

import "strings"

// Gender is the grammatical gender that English pronouns show; 0 where none is known.
type Gender byte

const (
	Male   Gender = 'm'
	Female Gender = 'f'
)

func (r row) gender(i int) (Gender, error) {
	if r.cell(i) == "" {
		return 0, nil
	}
	g, err := r.oneOf(i, "m", "f")
	if err != nil {
		return 0, err
	}
	return Gender(g[0]), nil
}

// Title is the head of an office or rank. Two titles name one office where their Office is the same: PM and prime
// minister.
type Title struct {
	Phrase string
	Office string // key of the office, "prime minister"
	Kind   string // political, diplomatic, military, police, religious, royal, judicial, academic, business, sport, media, civil, professional
	Rank   int    // 1 lowest … 10 head of the institution; comparable within a kind
	Gender Gender
}

var titleTable = table[Title]{
	name:    "title",
	columns: []string{"phrases", "?office", "kind", "rank", "?gender"},
	read: func(r row) ([]string, Title, error) {
		keys := r.lower(0)
		kind, err := r.oneOf(2, "political", "diplomatic", "military", "police", "religious", "royal", "judicial",
			"academic", "business", "sport", "media", "civil", "professional")
		if err != nil {
			return nil, Title{}, err
		}
		rank, err := r.digit(3, 1, 10)
		if err != nil {
			return nil, Title{}, err
		}
		g, err := r.gender(4)
		office := strings.ToLower(r.cell(1))
		if office == "" && len(keys) > 0 {
			office = keys[0]
		}
		return keys, Title{r.cell(0), office, kind, rank, g}, err
	},
}

// Titles holds the titles and offices by phrase, without modifiers.
func (lx *Lexicon) Titles() *Phrases[Title] {
	return lx.title.get(func() *Phrases[Title] { return titleTable.build(lx) })
}

var headshipTable = wordTable("headship")

// Headships leads offices to what they are at the head of: "either" a state or the body that is named, or a "party"; and
// nouns to whether they are of parties or of a "land".
func (lx *Lexicon) Headships() *Phrases[string] {
	return lx.headship.get(func() *Phrases[string] { return headshipTable.build(lx) })
}

// TitleModifier is a word before a title that makes it another office, or the same at another time.
type TitleModifier struct {
	Phrase string
	Effect string // rank (deputy: another office), time (former, incoming), standing (acting, interim), honour (honorary), domain (regional)
	Key    string // modifiers with one key mean the same: former and ex-
	Step   int    // how the rank changes: deputy -1, under -2, chief +1
}

var titleModifierTable = table[TitleModifier]{
	name:    "title-modifier",
	columns: []string{"phrases", "effect", "step"},
	read: func(r row) ([]string, TitleModifier, error) {
		keys := r.lower(0)
		effect, err := r.oneOf(1, "rank", "time", "standing", "honour", "domain")
		if err != nil {
			return nil, TitleModifier{}, err
		}
		step, err := r.digit(2, -4, 4)
		if err != nil || len(keys) == 0 {
			return nil, TitleModifier{}, err
		}
		return keys, TitleModifier{r.cell(0), effect, keys[0], step}, nil
	},
}

// TitleModifiers holds the words that change an office, by phrase.
func (lx *Lexicon) TitleModifiers() *Phrases[TitleModifier] {
	return lx.titleModifier.get(func() *Phrases[TitleModifier] { return titleModifierTable.build(lx) })
}

// Office is a title read with its modifiers: "former deputy foreign minister".
type Office struct {
	Title
	Rank      string // keys of the modifiers that make it another office, "deputy"; "" for none
	Time      string // "former", "incoming" …
	Standing  string // "acting", "interim" …
	Level     int    // Title.Rank after the modifiers' steps
	Modifiers int    // words before the title
	Words     int    // words in all
}

// Same reports whether two readings name one office, whatever the time: deputy minister is not minister.
func (o Office) Same(p Office) bool { return o.Office == p.Office && o.Rank == p.Rank }

// OfficeAt reads the longest office that words (lower case) begin with: any number of modifiers and one title.
func (lx *Lexicon) OfficeAt(words []string) (o Office, ok bool) {
	mods, titles := lx.TitleModifiers(), lx.Titles()
	at := 0
	for {
		// A title that begins with a modifier's word ("chief of staff", "first lady") is the longer reading.
		vs, n := titles.Longest(words[at:])
		ms, m := mods.Longest(words[at:])
		if n > 0 && n > m {
			o.Title, o.Modifiers, o.Words = vs[0], at, at+n
			o.Level += vs[0].Rank
			return o, true
		}
		if m == 0 {
			return Office{}, false
		}
		switch mod := ms[0]; mod.Effect {
		case "rank":
			if o.Rank != "" {
				o.Rank += " "
			}
			o.Rank += mod.Key
			o.Level += mod.Step
		case "time":
			o.Time = mod.Key
		case "standing":
			o.Standing = mod.Key
		}
		at += m
	}
}

// Gendered is a noun for a person that tells the gender, or a relation between persons.
type Gendered struct {
	Noun        string
	Gender      Gender // 0 for spouse, parent, ex-…
	Relation    string // key of the relation, "parent"; "" for no relation (actress)
	Inverse     string // what the other person is: child; "" where none
	Counterpart string // of the other gender: father; "" where none
	Status      string // "", "former" (ex-wife), "dead" (late, widow's husband), "future" (fiancée), "step", "in-law"
}

var genderedTable = table[Gendered]{
	name:    "gendered",
	columns: []string{"noun", "?gender", "?relation", "?inverse", "?counterpart", "?status"},
	read: func(r row) ([]string, Gendered, error) {
		g, err := r.gender(1)
		return r.lower(0), Gendered{r.cell(0), g, r.cell(2), r.cell(3), r.cell(4), r.cell(5)}, err
	},
}

// GenderedNouns holds kinship and gendered nouns by lemma.
func (lx *Lexicon) GenderedNouns() *Phrases[Gendered] {
	return lx.gendered.get(func() *Phrases[Gendered] { return genderedTable.build(lx) })
}

// Given is a given name that is usually of one gender where it is used.
type Given struct {
	Gender Gender
	Origin string // language or region: en, es, ru …
}

var givenTable = table[Given]{
	name:    "given-name",
	columns: []string{"gender", "origin", "names parted by spaces"},
	read: func(r row) ([]string, Given, error) {
		g, err := r.gender(0)
		return strings.Fields(strings.ToLower(r.cell(2))), Given{g, r.cell(1)}, err
	},
}

// GivenNames holds given names in lower case. A name with both genders in two places has two entries; GivenGender
// answers for the whole.
func (lx *Lexicon) GivenNames() *Phrases[Given] {
	return lx.given.get(func() *Phrases[Given] { return givenTable.build(lx) })
}

// English reports whether a given name is an English one, and whether the other languages that have it, if any, are
// written in the same letters without marks of their own: Mark is Russian too.
func (lx *Lexicon) English(given string) (has, only bool) {
	only = true
	for _, g := range lx.GivenNames().GetAll(given) {
		has = has || g.Origin == "en"
		only = only && (g.Origin == "en" || plainLatin[g.Origin])
	}
	return has, has && only
}

// plainLatin are the languages whose names English takes over letter by letter.
var plainLatin = map[string]bool{"de": true, "es": true, "fr": true, "it": true, "nl": true, "pt": true, "nordic": true, "af": true}

// GivenGender gives the gender of a name where all its entries agree. Andrea and Nicola are men in Italy and women
// elsewhere: no answer.
func (lx *Lexicon) GivenGender(name string) (Gender, bool) {
	var g Gender
	for _, v := range lx.GivenNames().GetAll(name) {
		if g != 0 && v.Gender != g {
			return 0, false
		}
		g = v.Gender
	}
	return g, g != 0
}
