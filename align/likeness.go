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
	x, y := &w.a.toks[i], &w.b.toks[j]
	if x.Lower == y.Lower {
		return 1, witness.LinkSame
	}
	if qa, qb := w.a.quantity[i], w.b.quantity[j]; qa != nil && qb != nil {
		if qa.Kind == qb.Kind && qa.Value == qb.Value {
			return 1, witness.LinkValue
		}
		if qa.Kind == qb.Kind && qa.Unit == qb.Unit {
			return 0.3, witness.LinkRelated
		}
		return 0, 0
	}
	if x.Lemma == y.Lemma && x.Lemma != "" {
		return 0.97, witness.LinkSame
	}
	if na, nb := w.a.name[i], w.b.name[j]; na != nil && nb != nil && na.Entity != nil && nb.Entity != nil {
		if na.Entity == nb.Entity {
			// the heads of the two mentions, not the title with the surname
			if na.Head == i && nb.Head == j {
				return 0.95, witness.LinkValue
			}
			return 0.4, witness.LinkValue
		}
		// Extraction, which has seen all reports, holds them for two: what
		// looks like a variant is another name (Austria, Australia).
		s, kind := w.cached(i, j)
		if kind == witness.LinkVariant && x.UPOS == "PROPN" && y.UPOS == "PROPN" && w.form(w.a, i).key != w.form(w.b, j).key {
			return 0, 0
		}
		return s, kind
	}
	return w.cached(i, j)
}

// likeness is how alike two words are, from 0 to 1, and by what relation.
type likeness struct {
	sim  float32
	kind witness.LinkKind
}

// maxCached bounds the pairs of words whose likeness is kept.
const maxCached = 1 << 20

// cached is likeness, looked up once for a pair of words: the versions of
// a sentence ask the same again and again.
func (w *wordAligner) cached(i, j int) (float32, witness.LinkKind) {
	k := uint64(w.a.word[i])<<32 | uint64(w.b.word[j])
	l, ok := w.like[k]
	if !ok {
		l.sim, l.kind = w.likeness(w.form(w.a, i), w.form(w.b, j))
		if len(w.like) >= maxCached {
			clear(w.like)
		}
		w.like[k] = l
	}
	return l.sim, l.kind
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
	derived            []string
}

func newForm(lex *lexicon.Lexicon, k wordKey) form {
	f := form{lemma: k.lemma, lower: k.lower, upos: k.upos, class: wordClass(k.upos), key: text.NameKey(k.lower)}
	f.letters = utf8.RuneCountInString(f.key)
	f.place, f.given = lex.Places().Has(k.lower), lex.GivenNames().Has(k.lower)
	if len(k.lemma) >= 5 {
		f.spelling = strings.ReplaceAll(british(k.lemma), "-", "")
	}
	f.stem = stem(k.lemma)
	f.derived = lexicon.Derivations(k.lemma)
	return f
}

// form returns the form of word i of a statement.
func (w *wordAligner) form(v *view, i int) *form { return &w.forms[v.word[i]] }

// likeness says how alike two words of different form and lemma are, from 0
// (not at all) to 1, and by what relation.
func (w *wordAligner) likeness(x, y *form) (float32, witness.LinkKind) {
	if x.upos == "NUM" || y.upos == "NUM" {
		return 0, 0
	}
	lex, a, b := w.lex, x.lemma, y.lemma
	pa, pb := x.class, y.class
	if pa != 0 && pb != 0 && (lex.Opposed(a, b, pa) || pa != pb && lex.Opposed(a, b, pb)) {
		return 0.35, witness.LinkRelated
	}
	if x.upos == "PROPN" || y.upos == "PROPN" {
		if s := nameLikeness(x, y); s > 0 {
			return s, witness.LinkVariant
		}
	}
	if x.spelling != "" && x.spelling == y.spelling {
		return 0.9, witness.LinkVariant
	}
	if slices.Contains(x.derived, b) {
		return 0.8, witness.LinkVariant
	}
	if sameStem(x, y) {
		return 0.75, witness.LinkVariant
	}
	if pa != 0 && pa == pb {
		if ra, rb, ok := lexicon.SynsetRank(a, b, pa); ok {
			return max(0.82-0.04*float32(ra+rb), 0.5), witness.LinkSynonym
		}
		if lex.Synonymous(a, b, pa) {
			return 0.75, witness.LinkSynonym
		}
		if _, ok := lex.Exclusive(a, b); ok {
			return 0.3, witness.LinkRelated
		}
		if d, ok := lexicon.Hypernym(a, b, pa, 2); ok {
			return 0.6 - 0.1*float32(d), witness.LinkSynonym
		}
		if d, ok := lexicon.Hypernym(b, a, pa, 2); ok {
			return 0.6 - 0.1*float32(d), witness.LinkSynonym
		}
		if lexicon.CoHyponyms(a, b, pa) {
			return 0.3, witness.LinkRelated
		}
	}
	if symbols[a] == b || symbols[b] == a {
		return 0.95, witness.LinkVariant
	}
	return 0, 0
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
