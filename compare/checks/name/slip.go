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
// one that the reports know: "Holt" of somebody whom the report calls Holm else, "the
// Norwedian crew".
func slips(p *compare.Pass) {
	lone, parts := oneWord(p)
	for _, w := range slices.Sorted(maps.Keys(lone)) {
		s := lone[w]
		if parts[w] != nil || naming.Own(p.Lexicon, w) {
			continue // introduced by a full name, or a word of its own
		}
		for _, r := range slices.Sorted(maps.Keys(parts)) {
			if slipped(p, w, s, r, parts[r], true) {
				tellSpellings(p, parts[r], s)
			}
		}
		for _, r := range slices.Sorted(maps.Keys(lone)) {
			if slipped(p, w, s, r, lone[r], false) {
				tellSpellings(p, lone[r], s)
			}
		}
	}
}

// oneWord lists by their folded word the names of one word, and the surnames of full
// names of persons with all that tell of their bearers.
func oneWord(p *compare.Pass) (lone, surnames map[string]*spelling) {
	lone, surnames = map[string]*spelling{}, map[string]*spelling{}
	add := func(to map[string]*spelling, w, name string, m mention) {
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
			} else if _, _, ok := parted(p, n); ok {
				for _, w := range words[1:] {
					add(surnames, text.Fold(w), words[len(words)-1], mention{st, n})
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
func slipped(p *compare.Pass, w string, few *spelling, r string, many *spelling, surname bool) bool {
	others := voices(many.told)
	if w == r || w[0] != r[0] || len(voices(few.told)) >= len(others) || len(few.told) > mostSlips || text.NameKey(w) == text.NameKey(r) || w+"s" == r || r+"s" == w {
		return false
	}
	switch {
	case naming.Transposed(w, r):
		return true
	case levenshtein.ComputeDistance(w, r) != 1:
		return false
	case surname:
		return len(w) >= 4 && told(few, many) && !slices.ContainsFunc(few.told, func(m mention) bool { return m.st.Tokens[m.n.Head].Rel == "compound" })
	}
	people := func(m mention) bool { return m.n.Demonym }
	return len(w) >= leastPeople && slices.ContainsFunc(many.told, people) && !slices.ContainsFunc(few.told, func(m mention) bool { return !qualifies(m) })
}

const (
	mostSlips   = 2 // how often a slip is made
	leastPeople = 6 // letters of the name of a people, of which one is wrong
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
