package lexicon

import "strings"

// Calque is a wording that a translation from another language leaves in English and a writer of English would not
// choose, or choose in another sense.
type Calque struct {
	Phrase     string   // lemmas, or forms where the form matters, in lower case
	Languages  []string // ISO 639-1 codes of the languages it comes from
	Meant      string   // what it should be
	Note       string   // why
	Confidence string   // high (wrong nearly wherever it stands), medium, low (needs its context)
	Category   string   // false friend, calque, term, name, title, idiom, grammar, preposition, register
}

var calqueTable = table[Calque]{
	name:    "calque",
	columns: []string{"phrases", "languages", "meant", "confidence", "category", "note"},
	read: func(r row) ([]string, Calque, error) {
		conf, err := r.oneOf(3, "high", "medium", "low")
		if err != nil {
			return nil, Calque{}, err
		}
		cat, err := r.oneOf(4, "false friend", "calque", "term", "name", "title", "idiom", "grammar", "preposition", "register")
		if err != nil {
			return nil, Calque{}, err
		}
		langs, err := r.languages(1)
		if err != nil {
			return nil, Calque{}, err
		}
		return r.lower(0), Calque{strings.ToLower(r.cell(0)), langs, r.cell(2), r.cell(5), conf, cat}, nil
	},
}

// Calques holds the calques and false friends by phrase.
func (lx *Lexicon) Calques() *Phrases[Calque] {
	return lx.calque.get(func() *Phrases[Calque] { return calqueTable.build(lx) })
}

// OfficialName is a known mistranslation of an official name.
type OfficialName struct {
	Wrong string
	Right string
	Note  string
}

var officialTable = table[OfficialName]{
	name:    "official-name",
	columns: []string{"wrong names", "right name", "?note"},
	read: func(r row) ([]string, OfficialName, error) {
		keys := r.lower(0)
		for _, k := range keys {
			if k == strings.ToLower(r.cell(1)) {
				return nil, OfficialName{}, r.errorf("%q is its own correction", k)
			}
		}
		return keys, OfficialName{strings.ToLower(r.cell(0)), r.cell(1), r.cell(2)}, nil
	},
}

// OfficialNames holds mistranslated official names in lower case.
func (lx *Lexicon) OfficialNames() *Phrases[OfficialName] {
	return lx.official.get(func() *Phrases[OfficialName] { return officialTable.build(lx) })
}

// Boilerplate is text of a web site that is no part of a report.
type Boilerplate struct {
	Phrase   string
	Language string
	Weight   int    // 1 a hint … 3 never news
	Where    string // any (anywhere in a line), start (of a line), line (the whole line)
}

var boilerplateTable = table[Boilerplate]{
	name:    "boilerplate",
	columns: []string{"phrase", "language", "weight", "where"},
	read: func(r row) ([]string, Boilerplate, error) {
		w, err := r.digit(2, 1, 3)
		if err != nil {
			return nil, Boilerplate{}, err
		}
		where, err := r.oneOf(3, "any", "start", "line")
		key := strings.ToLower(r.cell(0))
		return []string{key}, Boilerplate{key, r.cell(1), w, where}, err
	},
}

// Boilerplates holds the phrases of web sites in lower case, with their punctuation.
func (lx *Lexicon) Boilerplates() *Phrases[Boilerplate] {
	return lx.boilerplate.get(func() *Phrases[Boilerplate] { return boilerplateTable.build(lx) })
}
