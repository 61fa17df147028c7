package align

import (
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
		if kind == witness.LinkVariant && x.UPOS == "PROPN" && y.UPOS == "PROPN" && text.NameKey(x.Lower) != text.NameKey(y.Lower) {
			return 0, 0
		}
		return s, kind
	}
	return w.cached(i, j)
}

// likeness is what WordLikeness says of two words.
type likeness struct {
	sim  float32
	kind witness.LinkKind
}

// maxCached bounds the pairs of words whose likeness is kept.
const maxCached = 1 << 20

// cached is WordLikeness, looked up once for a pair of words: the versions of
// a sentence ask the same again and again.
func (w *wordAligner) cached(i, j int) (float32, witness.LinkKind) {
	k := uint64(w.a.word[i])<<32 | uint64(w.b.word[j])
	l, ok := w.like[k]
	if !ok {
		l.sim, l.kind = WordLikeness(w.lex, &w.a.toks[i], &w.b.toks[j])
		if len(w.like) >= maxCached {
			clear(w.like)
		}
		w.like[k] = l
	}
	return l.sim, l.kind
}

// WordLikeness says how alike two words of different form and lemma are, from
// 0 (not at all) to 1, and by what relation.
func WordLikeness(lex *lexicon.Lexicon, x, y *witness.Token) (float32, witness.LinkKind) {
	if x.UPOS == "NUM" || y.UPOS == "NUM" {
		return 0, 0
	}
	a, b := x.Lemma, y.Lemma
	pa, pb := wordClass(x.UPOS), wordClass(y.UPOS)
	if pa != 0 && pb != 0 && (lex.Opposed(a, b, pa) || pa != pb && lex.Opposed(a, b, pb)) {
		return 0.35, witness.LinkRelated
	}
	if x.UPOS == "PROPN" || y.UPOS == "PROPN" {
		if s := nameLikeness(lex, x.Lower, y.Lower); s > 0 {
			return s, witness.LinkVariant
		}
	}
	if variantSpelling(a, b) {
		return 0.9, witness.LinkVariant
	}
	if lexicon.Derived(a, b) {
		return 0.8, witness.LinkVariant
	}
	if sameStem(a, b) {
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
func nameLikeness(lex *lexicon.Lexicon, a, b string) float32 {
	ka, kb := text.NameKey(a), text.NameKey(b)
	if ka == "" || kb == "" {
		return 0
	}
	known := lex.Places().Has(a) && lex.Places().Has(b) || lex.GivenNames().Has(a) && lex.GivenNames().Has(b)
	if ka == kb {
		if known && len(ka) < 5 && a[0] != b[0] {
			return 0
		}
		return 0.95
	}
	n := max(utf8.RuneCountInString(ka), utf8.RuneCountInString(kb))
	if n < 6 || ka[0] != kb[0] || known {
		return 0
	}
	if d := levenshtein.ComputeDistance(ka, kb); d == 1 {
		return 0.85
	}
	return 0
}

// variantSpelling reports whether a and b are one word in British and
// American spelling or joined and hyphenated.
func variantSpelling(a, b string) bool {
	if len(a) < 5 || len(b) < 5 {
		return false
	}
	return strings.ReplaceAll(british(a), "-", "") == strings.ReplaceAll(british(b), "-", "")
}

var britishEndings = strings.NewReplacer("isation", "ization", "ise", "ize", "ising", "izing", "our", "or", "yse", "yze",
	"ogue", "og", "ence", "ense", "tre", "ter", "programme", "program", "ll", "l", "ae", "e")

func british(w string) string { return britishEndings.Replace(w) }

// sameStem reports whether two lemmas differ in a suffix alone: "regional" and
// "region", but not "contract" and "contrast", nor "minister" and "ministry".
func sameStem(a, b string) bool {
	sa, sb := stem(a), stem(b)
	return len(sa) >= 4 && sa == sb
}
