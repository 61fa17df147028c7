package date

import (
	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// likeness says how much two lists of words of two statements say the same: each word
// counts by how rare it is and how near a word of the other list comes to it. share is that
// part of the list of which more is found in the other.
func likeness(lex *lexicon.Lexicon, sa *witness.Statement, as []int, sb *witness.Statement, bs []int) (sum, share float64) {
	one := func(sa *witness.Statement, as []int, sb *witness.Statement, bs []int) (sum, share float64) {
		all := 0.0
		for _, i := range as {
			top := 0.0
			for _, j := range bs {
				top = max(top, alike(lex, sa, i, sb, j))
			}
			r := align.Rarity(sa.Tokens[i].Lemma)
			sum, all = sum+r*top, all+r
		}
		if all == 0 {
			return 0, 0
		}
		return sum, sum / all
	}
	s, h := one(sa, as, sb, bs)
	u, k := one(sb, bs, sa, as)
	return min(s, u), max(h, k)
}

// alike says how nearly two words of two statements say one thing, from 0 to 1.
func alike(lex *lexicon.Lexicon, sa *witness.Statement, i int, sb *witness.Statement, j int) float64 {
	a, b := &sa.Tokens[i], &sb.Tokens[j]
	switch {
	case a.Lemma == b.Lemma:
		return 1
	case a.UPOS == "PROPN" || b.UPOS == "PROPN":
		m, n := compare.NameOver(sa, i), compare.NameOver(sb, j)
		return is(m != nil && n != nil && m.Entity != nil && m.Entity == n.Entity)
	case lexicon.Derived(a.Lemma, b.Lemma):
		return synonymous
	}
	if d := deedOf(lex, sa, i); d != "" && d == deedOf(lex, sb, j) {
		return synonymous
	}
	pos := lexicon.OpenClass(a.UPOS)
	if a.UPOS == b.UPOS {
		if lex.Synonymous(a.Lemma, b.Lemma, pos) || lex.SynonymousInNews(a.Lemma, b.Lemma, pos) {
			return synonymous
		}
	}
	switch {
	case a.UPOS == "NOUN" && b.UPOS == "VERB":
		return synonymous * is(doesWhat(lex, a.Lemma, b.Lemma))
	case a.UPOS == "VERB" && b.UPOS == "NOUN":
		return synonymous * is(doesWhat(lex, b.Lemma, a.Lemma))
	case a.UPOS == "NOUN" && b.UPOS == "NOUN":
		return max(kin*is(lexicon.Kin(a.Lemma, b.Lemma, pos, 2)), distant*is(lexicon.CoHyponyms(a.Lemma, b.Lemma, pos)))
	case a.UPOS == "VERB" && b.UPOS == "VERB":
		return distant * is(lexicon.Kin(a.Lemma, b.Lemma, pos, 1))
	}
	return 0
}

// How alike words are that are not one: a synonym or the noun of a verb, the one a kind of
// the other, and what has a kind in common.
const (
	synonymous = 0.9
	kin        = 0.6
	distant    = 0.4
)

// doesWhat reports whether a noun tells what a verb does: "annulment", "quash".
func doesWhat(lex *lexicon.Lexicon, noun, verb string) bool {
	v := lexicon.VerbOf(noun)
	return v != "" && (v == verb || lex.Synonymous(v, verb, lexicon.Verb) || lex.SynonymousInNews(v, verb, lexicon.Verb))
}

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// wordsOf lists the content words of a statement from one word to another that tell no time.
func wordsOf(st *witness.Statement, from, to int) []int {
	var out []int
	for i := max(from, 0); i < min(to, len(st.Tokens)); i++ {
		if align.Content(&st.Tokens[i]) && st.Tokens[i].UPOS != "NUM" && !inTime(st, i) {
			out = append(out, i)
		}
	}
	return out
}
