package align

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// view is a statement prepared for matching.
type view struct {
	words   []token
	content []int // the words that carry content
}

// token is what matching asks of a witness.Token, all of it numbers that the
// aligner gave: they are compared faster than strings, and each word is
// compared with those of a dozen versions.
type token struct {
	form, lower, lemma, rel, upos uint32
	value, unit                   uint32          // of the quantity whose number it is, none for others
	head, child, next             int32           // child is the first dependant, next the next of the same head; -1 for none
	entity                        *witness.Entity // of the name that it is part of
	heads                         bool            // that name
	content                       bool
	class                         byte // the part of speech, folded
}

// view prepares a statement.
func (w *wordAligner) view(st *witness.Statement) *view {
	toks := st.Tokens[:min(len(st.Tokens), maxWords)]
	v := &view{words: make([]token, len(toks)), content: make([]int, 0, len(toks))}
	for i := range toks {
		t := &toks[i]
		head := int32(t.Head)
		if t.Head >= len(toks) {
			head = -1 // beyond what is aligned
		}
		v.words[i] = token{
			form: w.form(wordKey{Verb(w.lex, toks, i), t.Lower, t.UPOS}), lower: w.number(t.Lower), lemma: w.number(t.Lemma),
			rel: w.number(t.Relation()), upos: w.number(t.UPOS), class: class(t.UPOS), content: Content(t),
			head: head, child: -1, next: -1,
		}
		if v.words[i].content {
			v.content = append(v.content, i)
		}
	}
	for i := len(toks) - 1; i >= 0; i-- { // so that dependants come in order
		if h := toks[i].Head; h >= 0 && h < len(toks) {
			v.words[i].next, v.words[h].child = v.words[h].child, int32(i)
		}
	}
	for _, f := range st.Facts {
		switch f := f.(type) {
		case *witness.Name:
			for i := f.First; i <= f.Last && i < len(toks); i++ {
				v.words[i].entity, v.words[i].heads = f.Entity, f.Head == i
			}
		case *witness.Quantity:
			if f.Number < len(toks) {
				v.words[f.Number].value, v.words[f.Number].unit = w.measure(f)
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
		if !(p.Head == i && (p.Rel == "compound:prt" || p.Rel == "advmod" && k == i+1) || k == i+1 && leading[p.Lower] && p.Rel == "case" && toks[p.Head].Head == i) {
			continue
		}
		whole := t.Lemma + " " + p.Lemma
		if len(lex.Opposites(whole, lexicon.Verb)) > 0 || lexicon.Known(whole, lexicon.Verb) && !lex.Synonymous(whole, t.Lemma, lexicon.Verb) {
			return whole
		}
	}
	return t.Lemma
}

// leading are the prepositions that are as good as particles right after a verb:
// to come off the road is not to come.
var leading = map[string]bool{"off": true, "up": true, "out": true, "down": true, "away": true, "back": true}

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
