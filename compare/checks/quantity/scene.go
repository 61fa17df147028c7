package quantity

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// scene is a place at which a statement says that it came to a count.
type scene struct {
	place *witness.Entity
	head  int  // the word by which it is named there
	wide  bool // told as a whole: "across France", the raids that were flown on a country
}

// otherScene reports whether two counts are of two places: of two
// that exclude each other, or the greater of a whole and the smaller of a place in it. A
// round-up of a night has the tolls of several towns, and one report gives the one, the
// next the other. A whole is known by what is told of it in the plural or by words like
// "across"; of one blast, reports may name the town or the country.
func otherScene(lex *lexicon.Lexicon, sa *witness.Statement, a *witness.Quantity, sb *witness.Statement, b *witness.Quantity) bool {
	if a.Kind != witness.Cardinal || b.Kind != witness.Cardinal {
		return false
	}
	as, bs := scenesOf(sa, a), scenesOf(sb, b)
	if len(as) == 0 || len(bs) == 0 || slices.ContainsFunc(as, func(x scene) bool { return among(bs, x.place) && !x.wide }) {
		return false
	}
	apart, whole := false, false
	for _, x := range as {
		for _, y := range bs {
			apart = apart || twoPlaces(lex, x.place, y.place)
			whole = whole || x.wide && least(a) > least(b) && contains(lex, x.place, y.place) || y.wide && least(b) > least(a) && contains(lex, y.place, x.place)
		}
	}
	return apart && !shareOne(scenesIn(sa), bs) && !shareOne(scenesIn(sb), as) || whole
}

func among(list []scene, place *witness.Entity) bool {
	return slices.ContainsFunc(list, func(s scene) bool { return s.place == place })
}

// shareOne reports whether two lists name a place in common.
func shareOne(a, b []scene) bool {
	return slices.ContainsFunc(b, func(s scene) bool { return among(a, s.place) })
}

func contains(lex *lexicon.Lexicon, whole, part *witness.Entity) bool {
	return lex.Contains(strings.ToLower(whole.Name), strings.ToLower(part.Name))
}

// twoPlaces reports whether two places are known to be two of one level, neither in the
// other. Unlike Exclusive it takes Paris for a city only, not for its country, and knows
// the regions of one country apart.
func twoPlaces(lex *lexicon.Lexicon, a, b *witness.Entity) bool {
	if contains(lex, a, b) || contains(lex, b, a) {
		return false
	}
	found := false
	for _, x := range lex.PlaceNamed(a.Name) {
		for _, y := range lex.PlaceNamed(b.Name) {
			if x.Place == y.Place {
				return false
			}
			if x.As == "name" && y.As == "name" && x.Kind == y.Kind {
				switch x.Kind {
				case "bloc", "area":
				case "region":
					found = found || compare.Common(x.In, y.In)
				default:
					found = true
				}
			}
		}
	}
	return found
}

// The words by which a place is where something is done, and those by which all of it is.
var (
	locating = wordSet("in", "near", "at", "on", "of", "outside", "around", "inside", "over")
	covering = wordSet("across", "throughout")
)

// scenesOf lists the places at which a statement says that it came to a count: what hangs
// on the verb above it, directly or on the nouns between.
func scenesOf(st *witness.Statement, q *witness.Quantity) []scene {
	verb := compare.VerbAbove(st, q.Number)
	if verb < 0 {
		return nil
	}
	return slices.DeleteFunc(scenesIn(st), func(s scene) bool {
		return !hangs(st, s.head, verb)
	})
}

// scenesIn lists the places at which a statement says that something was done.
func scenesIn(st *witness.Statement) []scene {
	var out []scene
	for _, n := range compare.Facts[*witness.Name](st) {
		if n.Entity == nil || n.Entity.Kind != witness.Place || n.Demonym {
			continue
		}
		k := n.First - 1
		if compare.Word(st, k) == "the" {
			k--
		}
		switch w := compare.Word(st, k); {
		case covering[w] || w == "over" && compare.Word(st, k-1) == "all":
			out = append(out, scene{n.Entity, n.Head, true})
		case locating[w]:
			out = append(out, scene{n.Entity, n.Head, severalIn(st, n.Head)})
		}
	}
	return out
}

// severalIn reports whether what was done at a place is told in the plural: "the raids
// on Oporto", "gunmen in two cars" is one raid.
func severalIn(st *witness.Statement, i int) bool {
	h := st.Tokens[i].Head
	if h >= 0 && st.Tokens[h].UPOS == "VERB" {
		h = compare.Child(st, h, "nsubj")
	}
	return h >= 0 && st.Tokens[h].XPOS == "NNS" && st.Tokens[h].Lemma != "police" && !person(st.Tokens[h].Lemma)
}

// hangs reports whether token i hangs on verb v with nothing but nouns between, none of
// which is whom the statement has it from.
func hangs(st *witness.Statement, i, v int) bool {
	for steps := 0; i >= 0 && steps < len(st.Tokens); i, steps = st.Tokens[i].Head, steps+1 {
		if i == v {
			return true
		}
		if t := &st.Tokens[i]; t.UPOS == "VERB" || t.Rel == "conj" || t.Rel == "appos" || compare.Preposition(st, i) == "according" {
			return false
		}
	}
	return false
}
