package wording

import (
	"fmt"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Bounds on the words by which one version stands against the others.
const (
	rareOwn     = 0.6 // least rarity of a word that nobody else has
	rareMissing = 0.1 // least rarity of a word that the others have
	consensus   = 0.7 // share of the other versions that have it
	leastOthers = 3   // other versions that can make up a consensus
)

// many compares one version with all others of its group: rare words that
// nobody else has, and words of most others that it lacks. Of ten machine translations
// of one sentence, what most say and one does not is the better sign.
func many(p *compare.Pass, g *witness.Group) {
	ev := p.Event
	if !ev.Parallel && !ev.Aligned {
		return
	}
	v := gather(p.Lexicon, ev, g)
	for w := range g.Cells {
		others := v.versions - 1
		if len(g.Cells[w]) == 0 || others < 2 {
			continue
		}
		for _, u := range v.words {
			has := len(u.like)
			if u.like[w] {
				has--
			}
			switch {
			case u.own[w] != nil && has == 0 && u.rarity >= rareOwn:
				own(p, g, w, u)
			case !u.like[w] && others >= leastOthers && float64(has) >= consensus*float64(others) && u.rarity >= rareMissing:
				missing(p, g, w, u, has)
			}
		}
	}
}

// A usage is a word of a group: where each version has it, and which versions
// have it or a word like it.
type usage struct {
	lemma  string
	pos    lexicon.POS
	rarity float64
	own    map[int]*spot // by witness
	like   map[int]bool
	first  *spot
}

type spot struct {
	st *witness.Statement
	at int
}

type vocabulary struct {
	words    []*usage // in the order of first use
	versions int
}

// gather lists the content words of a group with the versions that have them.
func gather(lex *lexicon.Lexicon, ev *witness.Event, g *witness.Group) vocabulary {
	var v vocabulary
	byLemma := map[string]*usage{}
	for w, cell := range g.Cells {
		if len(cell) > 0 {
			v.versions++
		}
		for _, s := range cell {
			st := ev.Witnesses[w].Statements[s]
			for i := range st.Tokens {
				t := &st.Tokens[i]
				if t.UPOS == "PUNCT" {
					continue
				}
				u := byLemma[t.Lemma]
				if u == nil {
					u = &usage{lemma: t.Lemma, pos: lexicon.OpenClass(t.UPOS), rarity: align.Rarity(t.Lemma), own: map[int]*spot{}, like: map[int]bool{}, first: &spot{st, i}}
					byLemma[t.Lemma] = u
					v.words = append(v.words, u)
				}
				if u.own[w] == nil {
					u.own[w] = &spot{st, i}
				}
				u.like[w] = true
			}
		}
	}
	for i, a := range v.words {
		for _, b := range v.words[i+1:] {
			if alike(lex, a, b) {
				for w := range b.own {
					a.like[w] = true
				}
				for w := range a.own {
					b.like[w] = true
				}
			}
		}
	}
	return v
}

// alike reports whether two words say the same, or are built from one stem.
func alike(lex *lexicon.Lexicon, a, b *usage) bool {
	return lexicon.Derived(a.lemma, b.lemma) || a.pos != 0 && a.pos == b.pos && lex.Synonymous(a.lemma, b.lemma, a.pos)
}

// own reports a word that no other version has, beside the sentence of the
// first other version.
func own(p *compare.Pass, g *witness.Group, w int, u *usage) {
	s := u.own[w]
	for o, cell := range g.Cells {
		if o == w || len(cell) == 0 {
			continue
		}
		other := p.Event.Witnesses[o].Statements[cell[0]]
		t := &s.st.Tokens[s.at]
		p.Lonely(g, compare.Difference{
			A:    compare.Spot{Statement: s.st, Span: t.Span, Value: u.lemma},
			B:    compare.Spot{Statement: other, Span: other.Span, Value: "other words"},
			Kind: compare.Imprecision, Severity: compare.Info, Confidence: 0.3 + 0.4*u.rarity, Topic: "wording",
			Reason: fmt.Sprintf("No other version has a word like “%s”.", t.Form),
		})
		return
	}
}

// missing reports a word that most other versions have and version w has none
// like.
func missing(p *compare.Pass, g *witness.Group, w int, u *usage, has int) {
	st := p.Event.Witnesses[w].Statements[g.Cells[w][0]]
	t := &u.first.st.Tokens[u.first.at]
	p.Lonely(g, compare.Difference{
		A:    compare.Spot{Statement: st, Span: st.Span, Value: "without " + u.lemma},
		B:    compare.Spot{Statement: u.first.st, Span: t.Span, Value: u.lemma},
		Kind: compare.Omission, Severity: compare.Info, Confidence: 0.3 + 0.4*u.rarity, Topic: "wording",
		Reason: fmt.Sprintf("%d other versions have “%s” or a word like it.", has, t.Form),
	})
}
