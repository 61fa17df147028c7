package polarity

import (
	"strings"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// slotUndone is the least evidence of one slot for a deed against a word that
// says it was left undone.
const slotUndone = 0.35

// undone reports a participle or adverb that says by its prefix that something
// was not done or not so, where the other version has a word in its place that says
// that something was: "unlabelled" for "named", "unknowingly" for "on purpose".
// What exactly was not done need not be the same word: one of the two is denied.
func undone(p *compare.Pass, x *compare.Pair, allA, allB []*witness.Negation) {
	for i := range x.A.Tokens {
		if !x.FreeA(i) || !align.Content(&x.A.Tokens[i]) {
			continue
		}
		for j := range x.B.Tokens {
			if !x.FreeB(j) || !align.Content(&x.B.Tokens[j]) || turns(x.A, allA, i) != turns(x.B, allB, j) {
				continue
			}
			slot := x.Slot(i, j)
			if slot < slotIndependent && max(x.LeftA, x.LeftB) > leftAnywhere {
				continue // much else may be in its place
			}
			if slot >= slotUndone && (leftUndone(p.Lexicon, x.A, i, x.B, j) || leftUndone(p.Lexicon, x.B, j, x.A, i)) {
				against(p, x, i, j, slot, 0.6)
			}
		}
	}
}

// leftUndone reports whether word i of st says that something was not done, and word
// j of other, which is of like kind and denies nothing, that something was.
func leftUndone(lex *lexicon.Lexicon, st *witness.Statement, i int, other *witness.Statement, j int) bool {
	t, o := &st.Tokens[i], &other.Tokens[j]
	stem, ok := strings.CutPrefix(t.Lower, "un")
	if !ok || negative(lex, other, j) {
		return false
	}
	if strings.HasSuffix(stem, "ly") {
		return o.UPOS == "ADV" && strings.HasSuffix(o.Lower, "ly") && lexicon.Known(stem, lexicon.Adverb)
	}
	if lexicon.Known(t.Lemma, lexicon.Verb) || o.UPOS != "VERB" || !strings.HasSuffix(o.Lower, "d") && o.XPOS != "VBN" && o.XPOS != "VBD" {
		return false
	}
	var buf [4]string
	for _, base := range lexicon.BaseForms(buf[:0], stem, lexicon.Verb) {
		if base != stem && lexicon.Known(base, lexicon.Verb) && !lexicon.Known("un"+base, lexicon.Verb) {
			return true
		}
	}
	return false
}
