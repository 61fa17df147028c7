package name

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// A spelling is one way in which reports write the full name of a person.
type spelling struct {
	given, family string // folded, but for the capitals in the middle of a word
	name          string // as it is written most often
	told          []mention
}

// spellings finds the person whom two reports write in two ways that are no
// transliterations: an English name is written as its bearer does, so that Jon is
// not John, nor Woodard Woodward. One of the two is a slip of the keyboard.
func spellings(p *compare.Pass) {
	byGiven, byFamily := map[string][]*spelling{}, map[string][]*spelling{}
	for _, s := range writings(p) {
		byGiven[text.Fold(s.given)] = append(byGiven[text.Fold(s.given)], s)
		byFamily[s.family] = append(byFamily[s.family], s)
	}
	for _, given := range slices.Sorted(maps.Keys(byGiven)) {
		contrast(p, byGiven[given], func(a, b *spelling) bool {
			return twoSpellings(p.Lexicon, given, a.family, b.family) && (oneMeant(p, a, b) || oneRole(a, b))
		})
	}
	for _, family := range slices.Sorted(maps.Keys(byFamily)) {
		contrast(p, byFamily[family], func(a, b *spelling) bool {
			x, y := text.Fold(a.given), text.Fold(b.given)
			if x == y {
				return a.given != b.given // Luann, LuAnn
			}
			return naming.Homophones(x, y) && english(p.Lexicon, x, y)
		})
	}
}

// oneRole reports whether the reports give one office to the bearers of two spellings.
func oneRole(a, b *spelling) bool {
	return compare.Common(roles(a), roles(b))
}

// roles lists the offices that statements give to those whom they name so.
func roles(s *spelling) []string {
	var out []string
	for _, m := range s.told {
		for _, r := range compare.Facts[*witness.Role](m.st) {
			if r.Holder == m.n.Entity && r.Office != "" {
				out = append(out, r.Office)
			}
		}
	}
	return out
}

// writings lists the ways in which full names of persons are written, in the order
// of the text. A name in capitals, as in a headline, tells nothing.
func writings(p *compare.Pass) []*spelling {
	var out []*spelling
	by := map[[2]string]*spelling{}
	for st := range p.Statements() {
		if !marks.Readable(st) {
			continue
		}
		for _, n := range compare.Facts[*witness.Name](st) {
			given, family, ok := parted(p, n)
			if !ok {
				continue
			}
			s := by[[2]string{given, family}]
			if s == nil {
				s = &spelling{given: given, family: family}
				by[[2]string{given, family}] = s
				out = append(out, s)
			}
			s.told = append(s.told, mention{st, n})
		}
	}
	for _, s := range out {
		s.name = commonest(s.told)
	}
	return out
}

// commonest returns the form in which mentions write a name most often: of several the
// fullest, and of those the first in the alphabet.
func commonest(told []mention) (most string) {
	times := map[string]int{}
	for _, m := range told {
		times[m.n.Form]++
	}
	for _, form := range slices.Sorted(maps.Keys(times)) {
		if n := cmp.Or(cmp.Compare(times[form], times[most]), cmp.Compare(len(form), len(most))); most == "" || n > 0 {
			most = form
		}
	}
	return most
}

// parted takes the first and the last word of a person's name as it is written.
func parted(p *compare.Pass, n *witness.Name) (given, family string, ok bool) {
	if n.Entity == nil || n.Demonym || n.Form == strings.ToUpper(n.Form) || listed(n) {
		return "", "", false
	}
	words := strings.Fields(text.Plain(n.Form))
	for len(words) > 2 && trailing[strings.Trim(strings.ToLower(words[len(words)-1]), ".,")] {
		words = words[:len(words)-1]
	}
	if len(words) < 2 {
		return "", "", false
	}
	given, family = inner(words[0]), inner(words[len(words)-1])
	folded := text.Fold(given)
	if has, _ := p.Lexicon.English(folded); n.Entity.Kind != witness.Person && !has || p.Lexicon.Titles().Has(folded) || len(given) < 2 || len(family) < 3 {
		return "", "", false
	}
	return given, family, true
}

// trailing are the words after a surname that are no part of it.
var trailing = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// inner folds a word, but leaves the capitals within it.
func inner(word string) string {
	word = strings.TrimSuffix(strings.Trim(word, ".,'\"()"), "'s")
	folded := text.Fold(word)
	if word == strings.ToUpper(word) || strings.ContainsFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return folded // a title, or letters with marks
	}
	return folded[:1] + word[1:]
}

// twoSpellings reports whether two surnames, of one given name, are one in two
// spellings that no transliteration makes. Of an English given name any letter
// tells; of one that other alphabets have too a consonant must differ to the ear; of
// all others only letters that have changed places tell.
func twoSpellings(lex *lexicon.Lexicon, given, x, y string) bool {
	a, b := text.Fold(x), text.Fold(y)
	if a == b {
		return x != y // Lasalle, LaSalle
	}
	if a+"s" == b || b+"s" == a || naming.Common(a) && naming.Common(b) {
		return false // a firm by its trade: Berg Advisers, Berg Advisors
	}
	if naming.Transposed(a, b) {
		return true
	}
	d := levenshtein.ComputeDistance(a, b)
	if d > 1 && (d > 2 || !strings.HasSuffix(a, b) && !strings.HasSuffix(b, a)) {
		return false
	}
	has, only := lex.English(given)
	return only || has && naming.Apart(a, b) > 0
}

// english reports whether two given names are of English bearers: one is an English
// name, and the other is too or is in no list.
func english(lex *lexicon.Lexicon, a, b string) bool {
	_, x := lex.English(a)
	_, y := lex.English(b)
	return x && (y || !lex.GivenNames().Has(b)) || y && !lex.GivenNames().Has(a)
}

// contrast reports the pairs of spellings that differ, each report's once, in
// statements that correspond where some do. A name that very many have tells nobody
// apart.
func contrast(p *compare.Pass, list []*spelling, differ func(a, b *spelling) bool) {
	if len(list) > mostNamesakes {
		return
	}
	for i, a := range list {
		for _, b := range list[i+1:] {
			if differ(a, b) {
				tellSpellings(p, a, b)
			}
		}
	}
}

// mostNamesakes is how many names with one part in common are compared.
const mostNamesakes = 40

func tellSpellings(p *compare.Pass, a, b *spelling) {
	if cmp.Or(cmp.Compare(len(voices(b.told)), len(voices(a.told))), strings.Compare(a.name, b.name)) > 0 {
		a, b = b, a
	}
	if two(a, b) {
		return
	}
	for _, m := range nearest(p, b.told, a.told) {
		for _, o := range nearest(p, a.told, []mention{m}) {
			if o.st.Witness == m.st.Witness {
				continue
			}
			p.ReportAcross(compare.Difference{
				A:    compare.Spot{Statement: o.st, Span: o.n.Span, Value: a.name},
				B:    compare.Spot{Statement: m.st, Span: m.n.Span, Value: b.name},
				Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.7, Topic: "spelling of a name", Cause: "spelling " + a.name + ", " + b.name,
				Reason: fmt.Sprintf("%s and %s are one name, which has one spelling.", a.name, b.name),
			})
		}
	}
}

// two reports whether a report that has both spellings knows two by them: it has both
// in one statement, or the other reports do not agree on the one by two to one, so
// that nothing shows a slip of its own.
func two(a, b *spelling) bool {
	both := map[*witness.Witness]bool{}
	for _, m := range a.told {
		for _, o := range b.told {
			if m.st == o.st {
				return true
			}
			if m.st.Witness == o.st.Witness {
				both[m.st.Witness] = true
			}
		}
	}
	others := func(told []mention) int {
		return len(voices(slices.DeleteFunc(slices.Clone(told), func(m mention) bool { return both[m.st.Witness] })))
	}
	return len(both) > 0 && others(a.told) < max(2, 2*others(b.told))
}

// oneMeant reports whether two spellings that may well be two names are of one: one
// report alone has the one against several, or statements that correspond have both.
func oneMeant(p *compare.Pass, a, b *spelling) bool {
	x, y := len(voices(a.told)), len(voices(b.told))
	return min(x, y) == 1 && max(x, y) > 1 || slices.ContainsFunc(a.told, func(m mention) bool {
		return slices.ContainsFunc(b.told, func(o mention) bool { return m.st.Witness != o.st.Witness && p.Together(m.st, o.st) })
	})
}

// voices counts the reports of mentions, copies of one text as one.
func voices(told []mention) map[string]bool {
	out := map[string]bool{}
	for _, m := range told {
		out[m.st.Witness.Voice()] = true
	}
	return out
}

// nearest returns one mention of each report, one that corresponds to one of the
// others where there is such, in the order of the reports.
func nearest(p *compare.Pass, told, others []mention) []mention {
	var out []mention
	for _, m := range told {
		with := func(m mention) bool {
			return slices.ContainsFunc(others, func(o mention) bool { return p.Together(m.st, o.st) })
		}
		k := slices.IndexFunc(out, func(o mention) bool { return o.st.Witness == m.st.Witness })
		switch {
		case k < 0:
			out = append(out, m)
		case with(m) && !with(out[k]):
			out[k] = m
		}
	}
	return out
}
