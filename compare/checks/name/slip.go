package name

import (
	"maps"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// slips finds a name of one word that nothing introduces and that is a letter away from
// one that the reports know: "Holt" of somebody whom the report, or all others, call Holm
// else, "the Norwedian crew", a dredger "off Alexandra" that others have off Alexandria.
func slips(p *compare.Pass) {
	lone, parts := oneWord(p)
	if len(lone)+len(parts) > mostWords {
		return
	}
	words, surnames := byFirst(lone), byFirst(parts)
	for _, w := range slices.Sorted(maps.Keys(lone)) {
		s := lone[w]
		if len(s.told) > mostSlips || parts[w] != nil {
			continue // introduced by a full name
		}
		own := naming.Own(p.Lexicon, w)
		for _, r := range words[w[0]] {
			if misplaced(p, w, s, r, lone[r], own) {
				tellSpellings(p, lone[r], s)
			}
		}
		if own {
			continue
		}
		for _, r := range surnames[w[0]] {
			if slipped(w, s, r, parts[r], true) || strayed(p, w, s, r, parts[r]) {
				tellSpellings(p, parts[r], s)
			}
		}
		for _, r := range words[w[0]] {
			if slipped(w, s, r, lone[r], false) {
				tellSpellings(p, lone[r], s)
			}
		}
	}
}

// byFirst sorts the words by the letter that they begin with: a slip leaves it.
func byFirst(of map[string]*spelling) map[byte][]string {
	out := map[byte][]string{}
	for _, w := range slices.Sorted(maps.Keys(of)) {
		out[w[0]] = append(out[w[0]], w)
	}
	return out
}

// oneWord lists by their folded word the names of one word, and the surnames of full
// names of persons with all that tell of their bearers.
func oneWord(p *compare.Pass) (lone, surnames map[string]*spelling) {
	lone, surnames = map[string]*spelling{}, map[string]*spelling{}
	add := func(to map[string]*spelling, w, name string, m mention) {
		if w == "" {
			return // nothing but marks
		}
		if to[w] == nil {
			to[w] = &spelling{name: name}
		}
		to[w].told = append(to[w].told, m)
	}
	for st := range p.Statements() {
		if !marks.Readable(st) {
			continue
		}
		for _, n := range compare.Facts[*witness.Name](st) {
			words := strings.Fields(text.Plain(n.Form))
			if n.Entity == nil || n.Form == strings.ToUpper(n.Form) {
				continue
			}
			if len(words) == 1 {
				add(lone, text.Fold(words[0]), words[0], mention{st, n})
			} else if given, _, ok := parted(p, n); ok {
				for _, w := range words[1:] {
					add(surnames, text.Fold(w), words[len(words)-1], mention{st, n})
					if s := surnames[text.Fold(w)]; s != nil && s.given == "" {
						s.given = given
					}
				}
			}
		}
	}
	for w, s := range surnames {
		if l := lone[w]; l != nil {
			s.told = append(s.told, l.told...)
		}
	}
	return lone, surnames
}

// slipped reports whether w, as few reports write it, is r by a slip: a surname that
// the same report has right, a people of whom the others tell, or letters that have
// changed places.
func slipped(w string, few *spelling, r string, many *spelling, surname bool) bool {
	if w == r || max(len(w), len(r))-min(len(w), len(r)) > 1 || w+"s" == r || r+"s" == w {
		return false
	}
	transposed := naming.Transposed(w, r)
	if !transposed && levenshtein.ComputeDistance(w, r) != 1 || text.NameKey(w) == text.NameKey(r) || len(voices(few.told)) >= len(voices(many.told)) {
		return false
	}
	switch {
	case transposed:
		return true
	case surname:
		return len(w) >= 4 && told(few, many) && !slices.ContainsFunc(few.told, func(m mention) bool { return m.st.Tokens[m.n.Head].Rel == "compound" })
	}
	people := func(m mention) bool { return m.n.Demonym }
	return len(w) >= leastPeople && slices.ContainsFunc(many.told, people) && !slices.ContainsFunc(few.told, func(m mention) bool { return !qualifies(m) })
}

// strayed reports whether w, as one report alone calls somebody who does or says
// something, is the surname r of whom several others tell: a surname that no
// transliteration makes, of a person whom the one report introduces by no other name.
func strayed(p *compare.Pass, w string, one *spelling, r string, many *spelling) bool {
	acts := func(m mention) bool {
		t := &m.st.Tokens[m.n.Head]
		return m.n.Entity.Kind != witness.Place && t.Rel == "nsubj" && t.Head >= 0 && m.st.Tokens[t.Head].UPOS == "VERB"
	}
	return len(w) >= leastStrayed && len(voices(one.told)) == 1 && len(voices(many.told)) >= fewest &&
		slices.ContainsFunc(one.told, acts) && twoSpellings(p.Lexicon, text.Fold(many.given), w, r)
}

// misplaced reports whether w is a slip for r, a place of which twice as many reports
// tell. A word of its own must stand where a place does; of any other word a letter must
// be wrong that no transliteration changes.
func misplaced(p *compare.Pass, w string, few *spelling, r string, many *spelling, own bool) bool {
	if len(w) < leastPlace || w == r || w+"s" == r || r+"s" == w || 2*len(voices(few.told)) > len(voices(many.told)) || levenshtein.ComputeDistance(w, r) != 1 && !naming.Transposed(w, r) {
		return false
	}
	place := slices.IndexFunc(many.told, func(m mention) bool { return known(m.n) && !m.n.Demonym })
	if place < 0 || p.Lexicon.Places().Has(w) {
		return false
	}
	if own {
		return !slices.ContainsFunc(few.told, func(m mention) bool { return !placed(m) })
	}
	return naming.Apart(w, r) > 0 || p.Lexicon.Latin(many.told[place].n.Form)
}

// placed reports whether a name stands where a place does: in, near, off it.
func placed(m mention) bool {
	t := &m.st.Tokens[m.n.Head]
	if t.Rel != "obl" && t.Rel != "nmod" {
		return false
	}
	k := compare.Child(m.st, m.n.Head, "case")
	return k >= 0 && placing[m.st.Tokens[k].Lower]
}

// placing are the prepositions by which it is told where something is.
var placing = map[string]bool{"in": true, "near": true, "off": true, "outside": true, "around": true, "at": true, "across": true, "throughout": true, "into": true}

const (
	leastPlace   = 6    // letters of the name of a place, of which one is wrong
	mostWords    = 2000 // names of one word in an event; in a list of so many one letter tells nobody apart
	mostSlips    = 2    // how often a slip is made
	leastStrayed = 5    // letters of a surname that nothing introduces, of which one is wrong
	leastPeople  = 6    // letters of the name of a people, of which one is wrong
)

// told reports whether each report that has the one spelling has the other too.
func told(few, many *spelling) bool {
	return !slices.ContainsFunc(few.told, func(m mention) bool {
		return !slices.ContainsFunc(many.told, func(o mention) bool { return o.st.Witness == m.st.Witness })
	})
}

// qualifies reports whether a name stands before a common noun as an adjective does.
func qualifies(m mention) bool {
	t := &m.st.Tokens[m.n.Head]
	return (t.Rel == "amod" || t.Rel == "compound") && t.Head > m.n.Last && m.st.Tokens[t.Head].UPOS == "NOUN"
}
