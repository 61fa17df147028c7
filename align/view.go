package align

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// view is a statement prepared for matching.
type view struct {
	st       *witness.Statement
	toks     []witness.Token
	word     []uint32 // number of each word in the aligner that made the view
	content  []bool   // words that carry content
	children [][]int  // dependants of each word
	name     []*witness.Name
	quantity []*witness.Quantity
	time     []*witness.Time
}

func newView(st *witness.Statement) *view {
	toks := st.Tokens[:min(len(st.Tokens), maxWords)]
	v := &view{
		st: st, toks: toks,
		word:     make([]uint32, len(toks)),
		content:  make([]bool, len(toks)),
		children: make([][]int, len(toks)),
		name:     make([]*witness.Name, len(toks)),
		quantity: make([]*witness.Quantity, len(toks)),
		time:     make([]*witness.Time, len(toks)),
	}
	for i := range toks {
		v.content[i] = Content(&toks[i])
		if h := toks[i].Head; h >= 0 && h < len(toks) {
			v.children[h] = append(v.children[h], i)
		}
	}
	for _, f := range st.Facts {
		switch f := f.(type) {
		case *witness.Name:
			for i := f.First; i <= f.Last && i < len(toks); i++ {
				v.name[i] = f
			}
		case *witness.Quantity:
			if f.Number < len(toks) {
				v.quantity[f.Number] = f
			}
		case *witness.Time:
			for i := range toks {
				if f.Span.Contains(toks[i].Span) {
					v.time[i] = f
				}
			}
		}
	}
	return v
}

// Content reports whether a token carries content of its own: a noun, name,
// verb, adjective, adverb or number, but not an auxiliary or a word that only
// holds others together.
func Content(t *witness.Token) bool {
	switch t.UPOS {
	case "NOUN", "PROPN", "VERB", "ADJ", "NUM":
		return true
	case "ADV":
		return !lightAdverbs[t.Lower]
	case "SYM":
		return t.Lower == "%" || t.Lower == "$" || t.Lower == "€" || t.Lower == "£"
	case "X", "INTJ":
		return strings.ContainsFunc(t.Lower, func(r rune) bool { return r > ' ' && r != '.' && r != ',' && r != '"' })
	}
	return false
}

// Verb returns the lemma of word i with its particle where the two make a verb of
// their own, as WordNet or the table of opposites knows it: who ends up somewhere
// ends nothing. Of any other word it is the lemma.
func Verb(lex *lexicon.Lexicon, toks []witness.Token, i int) string {
	t := &toks[i]
	if t.UPOS != "VERB" {
		return t.Lemma
	}
	for k := i + 1; k < len(toks) && k <= i+furthestParticle; k++ {
		p := &toks[k]
		if p.Head != i || p.Rel != "compound:prt" && (p.Rel != "advmod" || k > i+1) {
			continue
		}
		whole := t.Lemma + " " + p.Lemma
		if len(lex.Opposites(whole, lexicon.Verb)) > 0 || lexicon.Known(whole, lexicon.Verb) && !lex.Synonymous(whole, t.Lemma, lexicon.Verb) {
			return whole
		}
	}
	return t.Lemma
}

// furthestParticle is how many words after its verb a particle is looked for:
// "called the whole thing off".
const furthestParticle = 5

// lightAdverbs carry no content that two reports could differ in, or only
// as negations and hedges, which are facts of their own.
var lightAdverbs = map[string]bool{
	"not": true, "n't": true, "also": true, "too": true, "very": true, "so": true, "then": true, "there": true, "here": true,
	"how": true, "when": true, "where": true, "why": true, "as": true, "just": true, "even": true, "however": true,
	"thus": true, "therefore": true, "moreover": true, "furthermore": true, "meanwhile": true, "now": true, "well": true,
	"about": true, "more": true, "most": true, "less": true, "only": true, "still": true, "already": true, "both": true,
}
