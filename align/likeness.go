package align

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// alike says how alike content words i and j are, from 0 to 1, and by what
// relation.
func (w *wordAligner) alike(i, j int) (float32, witness.LinkKind) {
	x, y := &w.a.words[i], &w.b.words[j]
	if x.lower == y.lower {
		return 1, witness.LinkSame
	}
	if x.value != none && y.value != none {
		switch {
		case x.value == y.value:
			return 1, witness.LinkValue
		case x.unit == y.unit:
			return 0.3, witness.LinkRelated
		}
		return 0, 0
	}
	if x.lemma == y.lemma && x.lemma != none {
		return 0.97, witness.LinkSame
	}
	if x.entity != nil && y.entity != nil {
		if x.entity == y.entity {
			// the heads of the two mentions, not the title with the surname
			if x.heads && y.heads {
				return 0.95, witness.LinkValue
			}
			return 0.4, witness.LinkValue
		}
		// Extraction, which has seen all reports, holds them for two: what
		// looks like a variant is another name (Austria, Australia).
		l := w.cached(x.form, y.form)
		if f, g := &w.forms[x.form], &w.forms[y.form]; l.kind == witness.LinkVariant && f.upos == "PROPN" && g.upos == "PROPN" && f.key != g.key {
			return 0, 0
		}
		return l.sim, l.kind
	}
	l := w.cached(x.form, y.form)
	return l.sim, l.kind
}

// likeness is how alike two words are, from 0 to 1, and by what relation.
type likeness struct {
	sim  float32
	kind witness.LinkKind
}

// likeCache keeps likenesses by the numbers of the two forms: the versions of
// a sentence ask the same again and again. Each pair has one slot, which the
// next pair of that slot takes over, so that a look-up is one comparison and the
// room is bounded. It starts small, as most events are, and forgets what it had
// where it grows.
type likeCache struct {
	slots []likeSlot // a power of two of them
	shift int        // 64 less the power
	taken int        // how often a slot was filled since it grew
}

type likeSlot struct {
	pair uint64 // both numbers, and one more, so that 0 is free
	likeness
}

const (
	leastSlots = 8 // powers of two
	mostSlots  = 16
)

func newLikeCache() likeCache { return likeCache{make([]likeSlot, 1<<leastSlots), 64 - leastSlots, 0} }

// slot returns where the pair is kept, if it is.
func (c *likeCache) slot(pair uint64) *likeSlot {
	return &c.slots[pair*0x9E3779B97F4A7C15>>c.shift] // Fibonacci hashing
}

func (c *likeCache) put(pair uint64, l likeness) {
	if c.taken++; c.taken > len(c.slots) && len(c.slots) < 1<<mostSlots {
		*c = likeCache{make([]likeSlot, 4*len(c.slots)), c.shift - 2, 1}
	}
	*c.slot(pair) = likeSlot{pair, l}
}

// cached is likeness, looked up once for two forms, or little more often.
func (w *wordAligner) cached(x, y uint32) likeness {
	pair := uint64(x)<<32 | uint64(y) + 1
	if s := w.likes.slot(pair); s.pair == pair {
		return s.likeness
	}
	l := w.likeness(&w.forms[x], &w.forms[y])
	w.likes.put(pair, l)
	return l
}

// A form is a word with all that its likeness to others is judged by. An event
// has far fewer words than pairs of them.
type form struct {
	lemma, lower, upos string
	class              lexicon.POS
	key                string // text.NameKey
	letters            int    // of the key
	place, given       bool   // known as a name of a place, as a given name
	spelling           string // in America, joined; "" where that tells nothing
	stem               string
	written            string // out, where the lemma is a mark
	derived, opposites []string
	word               lexicon.Word // as WordNet knows it
}

func newForm(lex *lexicon.Lexicon, k wordKey) form {
	f := form{lemma: k.lemma, lower: k.lower, upos: k.upos, class: wordClass(k.upos), key: text.NameKey(k.lower)}
	f.letters = utf8.RuneCountInString(f.key)
	f.place, f.given = lex.Places().Has(k.lower), lex.GivenNames().Has(k.lower)
	if len(k.lemma) >= 5 {
		f.spelling = strings.ReplaceAll(british(k.lemma), "-", "")
	}
	f.stem = stem(k.lemma)
	f.written = symbols[k.lemma]
	f.derived = lexicon.Derivations(k.lemma)
	if f.class != 0 {
		f.opposites, f.word = lex.Opposites(k.lemma, f.class), lexicon.Look(k.lemma, f.class)
	}
	return f
}

// form returns the number of a form.
func (w *wordAligner) form(k wordKey) uint32 {
	id, ok := w.ids[k]
	if !ok {
		k = wordKey{strings.Clone(k.lemma), strings.Clone(k.lower), k.upos} // not the whole report that they are part of
		id = uint32(len(w.forms))
		w.forms = append(w.forms, newForm(w.lex, k))
		w.ids[k] = id
	}
	return id
}

// likeness says how alike two words of different form and lemma are, from 0
// (not at all) to 1, and by what relation.
func (w *wordAligner) likeness(x, y *form) likeness {
	if x.upos == "NUM" || y.upos == "NUM" {
		return likeness{}
	}
	lex, a, b := w.lex, x.lemma, y.lemma
	pa, pb := x.class, y.class
	if pa != 0 && pb != 0 && (slices.Contains(x.opposites, b) || pa != pb && slices.Contains(y.opposites, a)) {
		return likeness{0.35, witness.LinkRelated}
	}
	if x.upos == "PROPN" || y.upos == "PROPN" {
		if s := nameLikeness(x, y); s > 0 {
			return likeness{s, witness.LinkVariant}
		}
	}
	if x.spelling != "" && x.spelling == y.spelling {
		return likeness{0.9, witness.LinkVariant}
	}
	if slices.Contains(x.derived, b) {
		return likeness{0.8, witness.LinkVariant}
	}
	if sameStem(x, y) {
		return likeness{0.75, witness.LinkVariant}
	}
	if pa != 0 && pa == pb {
		known := x.word.Known() && y.word.Known()
		if known {
			if ra, rb, ok := x.word.SynsetRank(y.word); ok {
				return likeness{max(0.82-0.04*float32(ra+rb), 0.5), witness.LinkSynonym}
			}
		}
		if lex.SynonymousInNews(a, b, pa) { // WordNet has had its say
			return likeness{0.75, witness.LinkSynonym}
		}
		if _, ok := lex.Exclusive(a, b); ok {
			return likeness{0.3, witness.LinkRelated}
		}
		if known {
			if d, ok := x.word.Hypernym(y.word, 2); ok {
				return likeness{0.6 - 0.1*float32(d), witness.LinkSynonym}
			}
			if d, ok := y.word.Hypernym(x.word, 2); ok {
				return likeness{0.6 - 0.1*float32(d), witness.LinkSynonym}
			}
			if x.word.Sisters(y.word) {
				return likeness{0.3, witness.LinkRelated}
			}
		}
	}
	if x.written != "" && x.written == b || y.written != "" && y.written == a {
		return likeness{0.95, witness.LinkVariant}
	}
	return likeness{}
}

// wordClass is the open class of a word, names counted among the nouns and
// auxiliaries among the verbs: a tagger takes one for the other.
func wordClass(upos string) lexicon.POS {
	switch upos {
	case "PROPN":
		return lexicon.Noun
	case "AUX":
		return lexicon.Verb
	}
	return lexicon.OpenClass(upos)
}

// symbols are marks that reports write out.
var symbols = map[string]string{"%": "percent", "$": "dollar", "€": "euro", "£": "pound", "&": "and"}

// nameLikeness says how alike two words of names are once transliteration is
// taken out: "Riabkov" and "Ryabkov" are 0.95, "Putin" and "Biden" 0. A letter
// apart they are one name only if they are long, and not both known as names
// of their own: Iran is no variant of Iraq, nor Kobe of Kirby.
func nameLikeness(x, y *form) float32 {
	if x.key == "" || y.key == "" {
		return 0
	}
	known := x.place && y.place || x.given && y.given
	if x.key == y.key {
		if known && len(x.key) < 5 && x.lower[0] != y.lower[0] {
			return 0
		}
		return 0.95
	}
	if max(x.letters, y.letters) < 6 || x.key[0] != y.key[0] || known || x.letters > y.letters+1 || y.letters > x.letters+1 {
		return 0
	}
	if d := levenshtein.ComputeDistance(x.key, y.key); d == 1 {
		return 0.85
	}
	return 0
}

// britishEndings make one of British and American spelling.
var britishEndings = strings.NewReplacer("isation", "ization", "ise", "ize", "ising", "izing", "our", "or", "yse", "yze",
	"ogue", "og", "ence", "ense", "tre", "ter", "programme", "program", "ll", "l", "ae", "e")

func british(w string) string { return britishEndings.Replace(w) }

// sameStem reports whether two lemmas differ in a suffix alone: "regional" and
// "region", but not "contract" and "contrast", nor "minister" and "ministry".
func sameStem(x, y *form) bool { return len(x.stem) >= 4 && x.stem == y.stem }
