package actor

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// nations compares the nationality of what one deed was done to, or of who did
// it: "sank a Kenyan vessel", "sank an Omani trawler".
func nations(p *compare.Pass, x *compare.Pair) {
	for _, d := range x.Deeds() {
		if d.A.Predicate != d.B.Predicate || d.A.Negative != d.B.Negative {
			continue
		}
		if sameEntity(d.A.Agent, d.B.Agent) {
			nation(p, x, d.A.Patient, d.B.Patient, d.A.Predicate)
		}
		if sameEntity(d.A.Patient, d.B.Patient) {
			nation(p, x, d.A.Agent, d.B.Agent, d.A.Predicate)
		}
	}
}

func nation(p *compare.Pass, x *compare.Pair, a, b *witness.Arg, predicate string) {
	if a == nil || b == nil {
		return
	}
	na, nb := demonym(x.A, a.Head), demonym(x.B, b.Head)
	if na == nil || nb == nil || na.Entity == nb.Entity || !likeNouns(p.Lexicon, x, a, b) {
		return
	}
	if _, ok := p.Lexicon.Exclusive(strings.ToLower(na.Form), strings.ToLower(nb.Form)); !ok {
		return
	}
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: compare.TokenSpan(x.A, na.First, a.Head), Value: na.Entity.Name},
		B:    compare.Spot{Statement: x.B, Span: compare.TokenSpan(x.B, nb.First, b.Head), Value: nb.Entity.Name},
		Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: predicate + ", of which country",
		Reason: fmt.Sprintf("“%s”: one report has %s where the other has %s.", predicate, na.Form, nb.Form),
	})
}

// likeNouns reports whether two common nouns may name one thing: the same, a
// kind of the other, or of one kind.
func likeNouns(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Arg) bool {
	if x.A.Tokens[a.Head].UPOS != "NOUN" || x.B.Tokens[b.Head].UPOS != "NOUN" {
		return false
	}
	return a.Lemma == b.Lemma || lex.Synonymous(a.Lemma, b.Lemma, lexicon.Noun) || lexicon.Kin(a.Lemma, b.Lemma, lexicon.Noun, 4)
}

// demonym returns the only nationality between the article of noun i and the
// noun.
func demonym(st *witness.Statement, i int) *witness.Name {
	var found *witness.Name
	for _, n := range compare.Facts[*witness.Name](st) {
		if !n.Demonym || n.Entity == nil || n.Last >= i || n.First < i-4 {
			continue
		}
		if found != nil {
			return nil
		}
		found = n
		for k := n.Last + 1; k < i; k++ {
			if u := st.Tokens[k].UPOS; u != "ADJ" && u != "NOUN" && u != "PROPN" && u != "PUNCT" && u != "PART" {
				return nil
			}
		}
	}
	return found
}
