package polarity

import (
	"github.com/factdiff/factdiff/align"

	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// functional are function words with their opposites.
var functional = map[string]string{
	"before": "after", "after": "before", "prior": "after", "above": "below", "below": "above", "over": "under", "under": "over", "inside": "outside", "outside": "inside",
	"more": "less", "less": "more", "most": "least", "least": "most", "up": "down", "down": "up", "toward": "away", "away": "toward",
	"with": "without", "without": "with", "all": "none", "none": "all", "always": "never", "never": "always", "many": "few", "few": "many",
	"for": "against", "against": "for", "into": "out", "last": "next", "next": "last", "ahead": "behind", "behind": "ahead", "onto": "off", "near": "far", "far": "near", "close": "far",
}

// opposed reports whether two words are opposites as such, or by a synonym of
// one of them.
func opposed(lex *lexicon.Lexicon, a, b *witness.Token) (direct, indirect bool) {
	if functional[a.Lower] == b.Lower && b.Lower != "" || functional[b.Lower] == a.Lower && a.Lower != "" {
		return a.Lower != "for" && b.Lower != "for" && a.Lower != "with" && b.Lower != "with", false
	}
	pa, pb := lexicon.OpenClass(a.UPOS), lexicon.OpenClass(b.UPOS)
	if pa == 0 || pb == 0 || a.Lemma == b.Lemma {
		return false, false
	}
	if pa != pb {
		// participles: "missing" and "found"
		if !(pa == lexicon.Adjective && pb == lexicon.Verb || pa == lexicon.Verb && pb == lexicon.Adjective || pa == lexicon.Adjective && pb == lexicon.Adverb || pa == lexicon.Adverb && pb == lexicon.Adjective) {
			return derivedOpposite(lex, a.Lemma, b.Lemma, pb) || derivedOpposite(lex, b.Lemma, a.Lemma, pa) ||
				pa != lexicon.Verb && pb != lexicon.Verb && (lex.Opposed(a.Lemma, b.Lemma, pa) || lex.Opposed(a.Lemma, b.Lemma, pb)) ||
				inflectedOpposites(lex, a.Lower, b.Lower), false
		}
		la, lb := a.Lower, b.Lower
		return lex.Opposed(la, lb, lexicon.Adjective) || lex.Opposed(a.Lemma, b.Lemma, lexicon.Adjective) || lex.Opposed(a.Lemma, b.Lemma, lexicon.Verb), false
	}
	if a.Lower == "ever" || b.Lower == "ever" {
		return false, false // "the largest ever", "never a larger"
	}
	if _, ok := lex.Converse(a.Lemma, b.Lemma); ok {
		return false, false // one deed told from its two ends: give and receive
	}
	if lex.Opposed(a.Lemma, b.Lemma, pa) || prefixed(a.Lemma, b.Lemma, pa) {
		return true, false
	}
	if lex.Synonymous(a.Lemma, b.Lemma, pa) {
		return false, false
	}
	if pa == lexicon.Adjective && lexicon.OpposedIndirect(a.Lemma, b.Lemma) {
		return false, true
	}
	return false, bySynonym(lex, a.Lemma, b.Lemma, pa) || bySynonym(lex, b.Lemma, a.Lemma, pa)
}

// phrasal returns word i with its particle as one verb, or with the object that
// makes another verb of it: who loses his life loses nothing else.
func phrasal(lex *lexicon.Lexicon, st *witness.Statement, i int) *witness.Token {
	t := &st.Tokens[i]
	if whole := hyphened(lex, st, i); whole != "" {
		one := *t
		one.Lemma, one.Lower, one.UPOS = whole, whole, "ADJ"
		return &one
	}
	verb := align.Verb(lex, st.Tokens, i)
	if k := compare.Child(st, i, "obj"); k > i && t.UPOS == "VERB" {
		if whole := t.Lemma + " " + st.Tokens[k].Lemma; whole == "lose life" || lexicon.Known(whole, lexicon.Verb) {
			verb = whole
		}
	}
	if verb == t.Lemma {
		return t
	}
	one := *t
	one.Lemma, one.Lower = verb, verb
	return &one
}

// hyphened returns the adjective that word i begins, where it has an opposite as a
// whole: "single-seat".
func hyphened(lex *lexicon.Lexicon, st *witness.Statement, i int) string {
	if i+2 >= len(st.Tokens) || st.Tokens[i+1].Lower != "-" {
		return ""
	}
	whole := st.Tokens[i].Lower + "-" + st.Tokens[i+2].Lower
	if len(lex.Opposites(whole, lexicon.Adjective)) == 0 {
		return ""
	}
	return whole
}

// inflectedOpposites reports whether two forms are of verbs that are opposed,
// whatever they were tagged as: an irregular past is taken for another word
// ("shares fell by 12 %", "rose") more often than any other form.
func inflectedOpposites(lex *lexicon.Lexicon, a, b string) bool {
	for _, x := range lexicon.BaseForms(nil, a, lexicon.Verb) {
		for _, y := range lexicon.BaseForms(nil, b, lexicon.Verb) {
			if x != a && y != b && lex.Opposed(x, y, lexicon.Verb) {
				return true
			}
		}
	}
	return false
}

// reversed reports whether two verbs tell one deed from its two ends, and yet
// of the same doer: "the firm bought the mine", "the firm sold the mine".
func reversed(lex *lexicon.Lexicon, x *compare.Pair, i, j int) bool {
	if _, ok := lex.Converse(align.Verb(lex, x.A.Tokens, i), align.Verb(lex, x.B.Tokens, j)); !ok {
		return false
	}
	sa, sb := compare.Child(x.A, i, "nsubj"), compare.Child(x.B, j, "nsubj")
	return sa >= 0 && sb >= 0 && x.ToB[sa] == sb && x.Tied(sa, sb)
}

// derivedOpposite reports whether a is derived from an opposite of b: "the closure of
// the road", "the road was opened". The name of a scale is no end of it: what is
// said of the severity of a wound may well be that it is mild.
func derivedOpposite(lex *lexicon.Lexicon, a, b string, pos lexicon.POS) bool {
	if pos == lexicon.Adjective && lexicon.Category(a, lexicon.Noun) == "attribute" {
		return false
	}
	for _, o := range lex.Opposites(b, pos) {
		if pos == lexicon.Noun && lexicon.Category(o, lexicon.Noun) == "person" && lexicon.Category(b, lexicon.Noun) == "person" {
			continue // a killer is the opposite of a victim; to kill is not
		}
		if (a == o || lexicon.Derived(a, o)) && !lexicon.Derived(a, b) && !suffered[a] {
			return true
		}
	}
	return false
}

// suffered are verbs of which the noun is what befalls their object: who defeats
// somebody has the victory.
var suffered = map[string]bool{"defeat": true, "beat": true}

// light are verbs of so many senses that what they are synonyms of says little.
var light = map[string]bool{"call": true, "take": true, "make": true, "get": true, "go": true, "come": true, "turn": true, "run": true, "say": true}

// bySynonym reports whether an opposite of a is a near synonym of b.
func bySynonym(lex *lexicon.Lexicon, a, b string, pos lexicon.POS) bool {
	if pos == lexicon.Verb && light[b] {
		return false
	}
	for _, o := range lex.Opposites(a, pos) {
		if ra, rb, ok := lexicon.SynsetRank(o, b, pos); ok && ra+rb <= 2 && !strings.Contains(o, " ") {
			return true
		}
	}
	return false
}

// prefixed reports whether one word is the other with a negative prefix. "In"
// denies adjectives and adverbs only: an implant is no opposite of a plant.
func prefixed(a, b string, pos lexicon.POS) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	for _, pre := range [...]string{"un", "dis", "non", "non-", "mis", "in", "im", "ir", "il"} {
		if len(a) == len(pre)+len(b) && a[:len(pre)] == pre && a[len(pre):] == b && len(b) >= 4 {
			return pre[0] != 'i' || pos == lexicon.Adjective || pos == lexicon.Adverb
		}
	}
	return false
}
