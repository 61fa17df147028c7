// Package crosslang compares a report with the text that it was translated
// from, in another language, without translating anything.
//
// Much of what a translation must keep needs no dictionary: its numbers, the
// months and days of the week, the countries and persons it names, whether it
// denies or asks, what it puts in quotation marks, how long it is. [Read]
// finds these in a sentence of a language that has a table (data/*.tsv), and
// in any other language what needs no table: figures, marks, Latin names.
// [Align] says which sentences correspond.
//
// All of it leans one way. A number has every value that it may be read as, a
// name every spelling that it may be transliterated to, a negation all words
// in which one may hide: two translators put one thing in two ways, and what
// might be the same is taken for the same. So each item is hard, and may be
// missed on the other side, or soft, and only answers for one there.
package crosslang

import (
	"embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/*.tsv
var data embed.FS

// Known lists the languages that have a table, beside English.
var Known = []string{"ar", "de", "es", "fr", "ru", "uk", "zh"}

// A table is what is known of the words of one language.
type table struct {
	lang      string
	decimal   byte
	length    float64         // letters of English to a letter of it, usually
	unspaced  bool            // no space between words
	uncased   bool            // no capitals: any word may be a name
	nouns     bool            // nouns have capitals: a capital says nothing
	compounds bool            // numbers are written as one word
	joined    bool            // particles are written together with a word
	none      bool            // the language has no table
	codes     map[string]bool // of the countries that have a name in it
	words     words
}

// entry is what a word or phrase means.
type entry struct {
	kind  kind
	value float64
	code  string // of a country
	soft  bool   // speaks for the country: its capital
}

type kind uint8

const (
	kindNumber kind = iota
	kindScale
	kindMonth
	kindWeekday
	kindWeekend
	kindNegator
	kindNeutral
	kindNegative
	kindDoubtful
	kindJoin
	kindPlain // looks negative and is not: "under"
	kindUnit
	kindHours // 24 of them are a day
	kindLoose // a scale that may be something else: "5 m"
	kindCountry
)

var kinds = map[string]kind{
	"number": kindNumber, "scale": kindScale, "month": kindMonth, "weekday": kindWeekday, "weekend": kindWeekend,
	"negator": kindNegator, "neutral": kindNeutral, "negative": kindNegative, "doubtful": kindDoubtful, "join": kindJoin, "unit": kindUnit, "plain": kindPlain, "hours": kindHours, "loose": kindLoose,
}

// words are the entries of a language by their first word, or the beginning
// of one: longer phrases first.
type words struct {
	whole  map[string][]phrase
	starts map[string][]phrase // by the first three letters of a beginning
	ends   []phrase            // "*less"
	runes  int                 // of the longest key, in an unspaced language
}

type phrase struct {
	parts []string // lower case; one that ends in * is a beginning
	entry entry
}

var tables = sync.OnceValue(func() map[string]*table {
	out := map[string]*table{}
	for _, lang := range append([]string{"en"}, Known...) {
		text, err := data.ReadFile("data/" + lang + ".tsv")
		if err != nil {
			panic(err) // it is embedded
		}
		out[lang] = parse(lang, string(text))
	}
	text, err := data.ReadFile("data/countries.tsv")
	if err != nil {
		panic(err)
	}
	countries(out, string(text))
	return out
})

// tableOf returns the table of a language tag; for one that has none, the
// table that knows no words.
func tableOf(tag string) *table {
	lang, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if t := tables()[lang]; t != nil {
		return t
	}
	return &table{lang: lang, length: 1, decimal: '.', none: true, unspaced: lang == "ja" || lang == "th", uncased: true}
}

// NamesCountry reports whether a language has a name for the country of an ISO
// 3166 code in its table.
func NamesCountry(tag, code string) bool { return tableOf(tag).codes[code] }

// Length is how many letters English usually has to a letter of a language.
func Length(tag string) float64 { return tableOf(tag).length }

// Has reports whether a language has a table.
func Has(tag string) bool { return !tableOf(tag).none }

func parse(lang, text string) *table {
	t := &table{lang: lang, decimal: '.', codes: map[string]bool{}, words: words{whole: map[string][]phrase{}, starts: map[string][]phrase{}}}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cell := append(strings.Split(line, "\t"), "", "")
		if cell[0] == "form" {
			t.form(cell[1], cell[2])
			continue
		}
		k, ok := kinds[cell[0]]
		if !ok {
			panic("crosslang: " + lang + ": " + line)
		}
		v := math.NaN()
		if cell[2] != "" {
			var err error
			if v, err = strconv.ParseFloat(cell[2], 64); err != nil {
				panic("crosslang: " + lang + ": " + line)
			}
		}
		for w := range strings.SplitSeq(cell[1], ";") {
			t.words.add(t.norm(w), entry{kind: k, value: v}, t.unspaced)
		}
	}
	return t
}

func (t *table) form(key, value string) {
	switch key {
	case "decimal":
		t.decimal = value[0]
	case "length":
		v, err := strconv.ParseFloat(value, 64)
		if err != nil {
			panic("crosslang: length " + value)
		}
		t.length = v
	case "unspaced":
		t.unspaced = true
	case "uncased":
		t.uncased = true
	case "nouns":
		t.nouns = true
	case "compounds":
		t.compounds = true
	case "joined":
		t.joined = true
	default:
		panic("crosslang: form " + key)
	}
}

// countries adds the table of countries, a column a language.
func countries(ts map[string]*table, text string) {
	var langs []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cell := strings.Split(line, "\t")
		if langs == nil {
			langs = cell
			continue
		}
		for i, c := range cell[1:] {
			t := ts[langs[i+1]]
			for w := range strings.SplitSeq(c, ";") {
				name, soft := strings.CutPrefix(w, "~")
				t.words.add(t.norm(name), entry{kind: kindCountry, code: cell[0], soft: soft}, t.unspaced)
				t.codes[cell[0]] = true
			}
		}
	}
}

func (ws *words) add(key string, e entry, unspaced bool) {
	if unspaced {
		ws.whole[key] = append(ws.whole[key], phrase{[]string{key}, e})
		ws.runes = max(ws.runes, len([]rune(key)))
		return
	}
	p := phrase{strings.Fields(key), e}
	switch first := p.parts[0]; {
	case first[0] == '*':
		ws.ends = append(ws.ends, p)
	case strings.HasSuffix(first, "*"):
		k := start(strings.TrimSuffix(first, "*"))
		ws.starts[k] = append(ws.starts[k], p)
	default:
		ws.whole[first] = append(ws.whole[first], p)
	}
}

// start returns the letters under which a beginning is filed: two, which every
// one has.
func start(s string) string {
	n := 0
	for i := range s {
		if n == 2 {
			return s[:i]
		}
		n++
	}
	return s
}

// at calls f for every entry that begins at word i, with how many words it
// takes.
func (ws *words) at(toks []token, i int, f func(e *entry, n int)) {
	try := func(ps []phrase) {
		for k := range ps {
			if ps[k].fits(toks[i:]) {
				f(&ps[k].entry, len(ps[k].parts))
			}
		}
	}
	for _, w := range toks[i].forms {
		try(ws.whole[w])
		try(ws.starts[start(w)])
	}
	try(ws.ends)
}

func (p *phrase) fits(toks []token) bool {
	if len(p.parts) > len(toks) {
		return false
	}
	for k, part := range p.parts {
		if !slices.ContainsFunc(toks[k].forms, func(w string) bool { return fits(part, w) }) {
			return false
		}
	}
	return true
}

func fits(part, word string) bool {
	switch {
	case part[0] == '*':
		return strings.HasSuffix(word, part[1:]) && len(word) >= len(part)+2
	case part[len(part)-1] == '*':
		return strings.HasPrefix(word, part[:len(part)-1])
	}
	return word == part
}
