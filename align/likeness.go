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
func (al *aligner) alike(i, j int) (float32, witness.LinkKind) {
	x, y := &al.a.toks[i], &al.b.toks[j]
	if x.Lower == y.Lower {
		return 1, witness.LinkSame
	}
	if qa, qb := al.a.quantity[i], al.b.quantity[j]; qa != nil && qb != nil {
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
	if na, nb := al.a.name[i], al.b.name[j]; na != nil && nb != nil && na.Entity != nil && na.Entity == nb.Entity {
		// the heads of the two mentions, not the title with the surname
		if na.Head == i && nb.Head == j {
			return 0.95, witness.LinkValue
		}
		return 0.4, witness.LinkValue
	}
	return WordLikeness(al.lex, x, y)
}

// WordLikeness says how alike two words of different form and lemma are, from
// 0 (not at all) to 1, and by what relation.
func WordLikeness(lex *lexicon.Lexicon, x, y *witness.Token) (float32, witness.LinkKind) {
	if x.UPOS == "NUM" || y.UPOS == "NUM" {
		return 0, 0
	}
	if x.UPOS == "PROPN" || y.UPOS == "PROPN" {
		if s := nameLikeness(x.Lower, y.Lower); s > 0 {
			return s, witness.LinkVariant
		}
	}
	a, b := x.Lemma, y.Lemma
	if variantSpelling(a, b) {
		return 0.9, witness.LinkVariant
	}
	if lexicon.Derived(a, b) {
		return 0.8, witness.LinkVariant
	}
	pa, pb := wordClass(x.UPOS), wordClass(y.UPOS)
	if pa != 0 && pa == pb {
		if lex.Opposed(a, b, pa) {
			return 0.35, witness.LinkRelated
		}
		if ra, rb, ok := lexicon.SynsetRank(a, b, pa); ok {
			return max(0.82-0.04*float32(ra+rb), 0.5), witness.LinkSynonym
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
	if sameStem(a, b) {
		return 0.7, witness.LinkVariant
	}
	return 0, 0
}

func wordClass(upos string) lexicon.POS {
	switch upos {
	case "NOUN", "PROPN":
		return lexicon.Noun
	case "VERB", "AUX":
		return lexicon.Verb
	case "ADJ":
		return lexicon.Adjective
	case "ADV":
		return lexicon.Adverb
	}
	return 0
}

// nameLikeness says how alike two words of names are once transliteration is
// taken out: "Riabkov" and "Ryabkov" are 0.9, "Putin" and "Biden" 0.
func nameLikeness(a, b string) float32 {
	a, b = text.NameKey(a), text.NameKey(b)
	if a == "" || b == "" {
		return 0
	}
	if a == b {
		return 0.95
	}
	n := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	if n < 4 || a[0] != b[0] {
		return 0
	}
	d := levenshtein.ComputeDistance(a, b)
	if d == 1 && n >= 5 || d == 2 && n >= 8 {
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

// sameStem reports whether two lemmas share all but a suffix: at least five
// letters, and no more than four left on either side.
func sameStem(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5 && len(a)-n <= 4 && len(b)-n <= 4
}
