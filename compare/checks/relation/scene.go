package relation

import (
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// scenes compares where two statements put one doing: the same predicate with
// the same participants, in places of one rank that exclude each other.
func scenes(p *compare.Pass, x *compare.Pair) {
	for _, d := range x.Deeds() {
		if d.Shared == 0 || d.Apart > 0 || d.A.Negative != d.B.Negative || d.A.Modality != d.B.Modality {
			continue
		}
		a, an := scene(p.Lexicon, x.A, d.A)
		b, bn := scene(p.Lexicon, x.B, d.B)
		if a == "" || b == "" || an.Entity == bn.Entity || mentions(p.Lexicon, x.A, b) || mentions(p.Lexicon, x.B, a) {
			continue
		}
		if _, ok := p.Lexicon.Exclusive(a, b); !ok {
			continue
		}
		p.Report(x, compare.Difference{
			A:    compare.Spot{Statement: x.A, Span: compare.TokenSpan(x.A, an.First, an.Last), Value: an.Entity.Name},
			B:    compare.Spot{Statement: x.B, Span: compare.TokenSpan(x.B, bn.First, bn.Last), Value: bn.Entity.Name},
			Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: d.A.Predicate + ", where",
			Reason: fmt.Sprintf("Neither of %s and %s lies in the other.", an.Entity.Name, bn.Entity.Name),
		})
	}
}

// scene returns the place of a claim, where it names one and only one.
func scene(lex *lexicon.Lexicon, st *witness.Statement, c *witness.Claim) (string, *witness.Name) {
	var found *witness.Name
	name := ""
	for i := range c.Others {
		o := &c.Others[i]
		if o.Prep != "in" && o.Prep != "at" {
			continue
		}
		for _, n := range compare.Facts[*witness.Name](st) {
			if n.First > o.Head || n.Last < o.Head || n.Demonym {
				continue
			}
			if k, ok := key(lex, n); ok {
				if found != nil {
					return "", nil
				}
				found, name = n, k
			}
		}
	}
	return name, found
}

// mentions reports whether a statement or its neighbours name a place that is
// the given one, holds it or lies in it.
func mentions(lex *lexicon.Lexicon, st *witness.Statement, place string) bool {
	for _, n := range compare.Facts[*witness.Name](st) {
		if k, ok := key(lex, n); ok && (k == place || lex.Contains(k, place) || lex.Contains(place, k)) && n.Entity.Kind == witness.Place {
			if _, exclusive := lex.Exclusive(k, place); !exclusive {
				return true
			}
		}
	}
	return false
}
