// Package likeness says how alike what two statements tell is, or what is told around two
// mentions in them.
//
// There are two measures. Cosine asks for the same words and is cheap: it is asked of any
// two statements. A Judge also counts what comes near a word, a synonym, the noun of a verb,
// a kind of it, and is asked of those for which it decides. Checks that hold mentions of
// two reports against each other wherever they stand share both: two hands tell one thing
// in other words.
package likeness

import (
	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// How alike words are that are not one: a synonym or the noun of a verb, the one a kind of
// the other, and what has a kind in common.
const (
	Synonymous = 0.9
	kin        = 0.6
	distant    = 0.4
)

// Judge says how alike words and lists of them are. It remembers what it has said of two
// words, which a few hundred statements ask again and again.
type Judge struct {
	lex    *lexicon.Lexicon
	ids    map[word]uint32
	known  map[[2]uint32]float64
	texts  map[*witness.Statement][]term
	covers map[[2]*witness.Statement]*Coverage
}

// word is what the likeness of a word that is no name depends on.
type word struct{ lemma, upos, deed string }

// term is a content word of a statement; the zero term is any other.
type term struct {
	id     uint32
	fixed  bool            // part of a name
	entity *witness.Entity // that it is part of a name of
	rarity float64
}

// Of returns the judge of an event.
func Of(p *compare.Pass) *Judge {
	return compare.Once(p, func(lex *lexicon.Lexicon, _ *witness.Event) *Judge {
		return &Judge{lex, map[word]uint32{}, map[[2]uint32]float64{}, map[*witness.Statement][]term{}, map[[2]*witness.Statement]*Coverage{}}
	})
}

// terms returns the terms of a statement by token.
func (j *Judge) terms(st *witness.Statement) []term {
	out, ok := j.texts[st]
	if ok {
		return out
	}
	out = make([]term, len(st.Tokens))
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if !align.Content(t) {
			continue
		}
		w := word{t.Lemma, t.UPOS, compare.DeedAt(j.lex, st, i)}
		id, ok := j.ids[w]
		if !ok {
			id = uint32(len(j.ids) + 1)
			j.ids[w] = id
		}
		out[i] = term{id: id, fixed: t.UPOS == "PROPN", rarity: align.Rarity(t.Lemma)}
		if n := compare.NameOver(st, i); n != nil {
			out[i].entity = n.Entity
		}
	}
	j.texts[st] = out
	return out
}

// Alike says how nearly word i of one statement and word k of another say one thing, from 0
// to 1.
func (j *Judge) Alike(sa *witness.Statement, i int, sb *witness.Statement, k int) float64 {
	return j.alike(sa, i, j.terms(sa), sb, k, j.terms(sb))
}

func (j *Judge) alike(sa *witness.Statement, i int, as []term, sb *witness.Statement, k int, bs []term) float64 {
	a, b := &as[i], &bs[k]
	switch {
	case a.id == 0 || b.id == 0:
		return is(sa.Tokens[i].Lemma == sb.Tokens[k].Lemma)
	case a.id == b.id:
		return 1
	case a.fixed || b.fixed:
		return is(sa.Tokens[i].Lemma == sb.Tokens[k].Lemma || a.entity != nil && a.entity == b.entity)
	}
	key := [2]uint32{min(a.id, b.id), max(a.id, b.id)}
	v, ok := j.known[key]
	if !ok {
		v = j.related(word{sa.Tokens[i].Lemma, sa.Tokens[i].UPOS, compare.DeedAt(j.lex, sa, i)}, word{sb.Tokens[k].Lemma, sb.Tokens[k].UPOS, compare.DeedAt(j.lex, sb, k)})
		j.known[key] = v
	}
	return v
}

// related says how alike two words are of which none is a name's.
func (j *Judge) related(a, b word) float64 {
	switch {
	case a.lemma == b.lemma:
		return 1
	case lexicon.Derived(a.lemma, b.lemma), a.deed != "" && a.deed == b.deed:
		return Synonymous
	}
	pos := lexicon.OpenClass(a.upos)
	if a.upos == b.upos && (j.lex.Synonymous(a.lemma, b.lemma, pos) || j.lex.SynonymousInNews(a.lemma, b.lemma, pos)) {
		return Synonymous
	}
	switch {
	case a.upos == "NOUN" && b.upos == "VERB":
		return Synonymous * is(j.doesWhat(a.lemma, b.lemma))
	case a.upos == "VERB" && b.upos == "NOUN":
		return Synonymous * is(j.doesWhat(b.lemma, a.lemma))
	case a.upos == "NOUN" && b.upos == "NOUN":
		return max(kin*is(lexicon.Kin(a.lemma, b.lemma, pos, 2)), distant*is(lexicon.CoHyponyms(a.lemma, b.lemma, pos)))
	case a.upos == "VERB" && b.upos == "VERB":
		return distant * is(lexicon.Kin(a.lemma, b.lemma, pos, 1))
	}
	return 0
}

// doesWhat reports whether a noun tells what a verb does: "annulment", "quash".
func (j *Judge) doesWhat(noun, verb string) bool {
	v := lexicon.VerbOf(noun)
	return v != "" && (v == verb || j.lex.Synonymous(v, verb, lexicon.Verb) || j.lex.SynonymousInNews(v, verb, lexicon.Verb))
}

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
