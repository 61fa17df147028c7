package name

import (
	"maps"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/witness"
)

// misprints finds the place or body of which two reports have one word of the name in
// two forms, each a word of its own: Independence Street and Independent Street, the
// Gulf of Aden and the Gulf of Eden. A transliteration leaves no English word behind.
func misprints(p *compare.Pass) {
	type slot struct {
		rest string // the other words
		at   int
	}
	bySlot := map[slot][]*spelling{}
	for _, s := range titles(p) {
		words := p.Names.Words(s.name)
		for i := range words {
			k := slot{strings.Join(slices.Delete(slices.Clone(words), i, i+1), " "), i}
			bySlot[k] = append(bySlot[k], s)
		}
	}
	keys := slices.SortedFunc(maps.Keys(bySlot), func(a, b slot) int {
		return strings.Compare(a.rest+" "+string(rune('0'+a.at)), b.rest+" "+string(rune('0'+b.at)))
	})
	for _, k := range keys {
		last := k.at == strings.Count(k.rest, " ")+1
		contrast(p, bySlot[k], func(a, b *spelling) bool {
			x, y := p.Names.Words(a.name)[k.at], p.Names.Words(b.name)[k.at]
			return misprinted(p.Lexicon, x, y, last) && (located(p.Lexicon, k.rest, a.name, b.name) || strings.Contains(k.rest, " ") && !foreign(p.Lexicon, k.rest)) && oneMeant(p, a, b)
		})
	}
}

// titles lists the names of several words that are no person's, in the order of the text.
func titles(p *compare.Pass) []*spelling {
	var out []*spelling
	by := map[string]*spelling{}
	for st := range p.Statements() {
		if !marks.Readable(st) || headline(st) {
			continue
		}
		for _, n := range compare.Facts[*witness.Name](st) {
			if n.Entity == nil || n.Demonym || n.Form == strings.ToUpper(n.Form) || n.Entity.Kind == witness.Person {
				continue
			}
			key := strings.Join(p.Names.Words(n.Form), " ")
			if !strings.Contains(key, " ") {
				continue
			}
			s := by[key]
			if s == nil {
				s = &spelling{name: n.Form}
				by[key] = s
				out = append(out, s)
			}
			s.told = append(s.told, mention{st, n})
		}
	}
	return out
}

// misprinted reports whether two words of a name are one by a slip: each is an English
// word or name, few letters differ, and they are neither one word in two
// spellings or senses nor, as the last, one and many of a thing.
func misprinted(lex *lexicon.Lexicon, a, b string, last bool) bool {
	if a == b || !naming.Own(lex, a) || !naming.Own(lex, b) || levenshtein.ComputeDistance(a, b)*rarest > max(len(a), len(b)) {
		return false
	}
	if last && (a+"s" == b || b+"s" == a) || numeral(lex, a) || numeral(lex, b) {
		return false
	}
	return lex.American(a) != lex.American(b) && !lex.Synonymous(a, b, lexicon.Noun) && !lex.SameName(a, b)
}

// rarest is how many letters there must be to one that differs.
const rarest = 3

// numeral reports whether a word is a number: Sixth Street is not Sixty Street, and both may be.
func numeral(lex *lexicon.Lexicon, w string) bool {
	_, ok := lex.Numbers().Get(w)
	return ok || strings.ContainsAny(w, "0123456789")
}

// located reports whether two names of two words are of a place: a table has one of
// them, or the word that both have says what it is.
func located(lex *lexicon.Lexicon, rest string, names ...string) bool {
	return grounds[rest] || slices.ContainsFunc(names, func(n string) bool { return lex.Places().Has(plain(n)) })
}

// foreign reports whether a name of a body has a place in it. Bodies of other lands are
// named in translation, now so, now so.
func foreign(lex *lexicon.Lexicon, words string) bool {
	return slices.ContainsFunc(strings.Fields(words), lex.Places().Has)
}

// grounds are the nouns by which places are named.
var grounds = map[string]bool{"street": true, "road": true, "avenue": true, "boulevard": true, "lane": true, "square": true, "gulf": true, "sea": true,
	"bay": true, "lake": true, "river": true, "strait": true, "straits": true, "island": true, "islands": true, "mount": true, "valley": true, "bridge": true,
	"county": true, "province": true, "district": true, "airport": true, "port": true, "harbour": true, "harbor": true, "hospital": true, "university": true,
	"college": true, "school": true, "hotel": true, "church": true, "cathedral": true, "park": true, "prison": true, "stadium": true}
