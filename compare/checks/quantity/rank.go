package quantity

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// superlative is a thing's place in an order: "the second largest bank".
type superlative struct {
	span  witness.Span
	word  string // the adjective
	noun  int
	place float64
}

// superlatives compares the place that two corresponding statements give one thing in
// one order: "the largest", "the third-largest".
func superlatives(p *compare.Pass, x *compare.Pair) {
	as, bs := superlativesOf(p.Lexicon, x.A), superlativesOf(p.Lexicon, x.B)
	for _, a := range as {
		for _, b := range bs {
			if a.in(x.A, bs, x.B) || b.in(x.B, as, x.A) {
				continue
			}
			na, nb := x.A.Tokens[a.noun].Lemma, x.B.Tokens[b.noun].Lemma
			if a.place == b.place || a.word != b.word && !p.Lexicon.Synonymous(a.word, b.word, lexicon.Adjective) || na != nb && !p.Lexicon.Synonymous(na, nb, lexicon.Noun) {
				continue
			}
			va, vb := placed(a.place), placed(b.place)
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: a.span, Value: va},
				B:    compare.Spot{Statement: x.B, Span: b.span, Value: vb},
				Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.75, Topic: "which " + na,
				Reason: fmt.Sprintf("What is %s is not %s.", va, vb),
			})
		}
	}
}

// in reports whether another statement gives a thing of that noun the same place.
func (s superlative) in(st *witness.Statement, list []superlative, other *witness.Statement) bool {
	return slices.ContainsFunc(list, func(o superlative) bool {
		return o.place == s.place && other.Tokens[o.noun].Lemma == st.Tokens[s.noun].Lemma
	})
}

func placed(n float64) string {
	return compare.QuantityValue(&witness.Quantity{Kind: witness.Ordinal, Point: n}) + " in its order"
}

// superlativesOf reads the superlatives of a statement that stand before a noun in
// the singular. "One of the largest" is no place.
func superlativesOf(lex *lexicon.Lexicon, st *witness.Statement) []superlative {
	var out []superlative
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if t.XPOS != "JJS" || t.Lemma == "most" || t.Lemma == "least" || t.Lower == "best" || t.Lower == "last" || t.Lower == "latest" {
			continue
		}
		s := superlative{word: t.Lemma, noun: -1, place: 1}
		for k := i + 1; k < len(st.Tokens) && k <= i+4; k++ {
			if st.Tokens[k].UPOS == "NOUN" {
				s.noun = k
				if k+1 < len(st.Tokens) && st.Tokens[k+1].UPOS == "NOUN" {
					continue
				}
				break
			}
			if u := st.Tokens[k].UPOS; u != "ADJ" && u != "PROPN" {
				break
			}
		}
		if s.noun < 0 || st.Tokens[s.noun].XPOS == "NNS" {
			continue
		}
		first := i
		if k := beforeHyphen(st, i); k >= 0 {
			if n, ok := lex.Numbers().Get(st.Tokens[k].Lower); ok && n.Kind == "ordinal" {
				s.place, first = n.Value, k
			} else if u := st.Tokens[k].UPOS; u != "DET" && u != "PRON" && st.Tokens[k].Lower != "'s" {
				continue
			}
		}
		s.span = compare.TokenSpan(st, first, s.noun)
		out = append(out, s)
	}
	return out
}

// beforeHyphen returns the token before token i, past a hyphen; -1 where there is none.
func beforeHyphen(st *witness.Statement, i int) int {
	if i > 0 && st.Tokens[i-1].Lower == "-" {
		i--
	}
	return i - 1
}

// ones reports one of two things against both: "on one track", "on both tracks".
func ones(p *compare.Pass, x *compare.Pair) {
	for i := range x.A.Tokens {
		a := oneOrBoth(x.A, i)
		if a == "" {
			continue
		}
		for j := range x.B.Tokens {
			b := oneOrBoth(x.B, j)
			if b == "" || a == b || x.A.Tokens[x.A.Tokens[i].Head].Lemma != x.B.Tokens[x.B.Tokens[j].Head].Lemma || says(x.B, a, x.A.Tokens[x.A.Tokens[i].Head].Lemma) || says(x.A, b, x.A.Tokens[x.A.Tokens[i].Head].Lemma) {
				continue
			}
			noun := x.A.Tokens[x.A.Tokens[i].Head].Lemma
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: compare.TokenSpan(x.A, min(i, x.A.Tokens[i].Head), max(i, x.A.Tokens[i].Head)), Value: a + " " + noun},
				B:    compare.Spot{Statement: x.B, Span: compare.TokenSpan(x.B, min(j, x.B.Tokens[j].Head), max(j, x.B.Tokens[j].Head)), Value: b + " " + noun},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: "number of " + noun,
				Reason: "One is not both.",
			})
		}
	}
}

// oneOrBoth returns "one" or "both" where token i is that word before a noun.
func oneOrBoth(st *witness.Statement, i int) string {
	t := &st.Tokens[i]
	if t.Head <= i || st.Tokens[t.Head].UPOS != "NOUN" || t.Head > i+3 {
		return ""
	}
	switch {
	case t.Lower == "one" && t.Rel == "nummod" && (i == 0 || st.Tokens[i-1].Lower != "no" && st.Tokens[i-1].Lower != "least" && st.Tokens[i-1].Lower != "only"):
		return "one"
	case t.Lower == "both" && t.Rel != "cc:preconj":
		return "both"
	}
	return ""
}

// says reports whether a statement has the word before the noun too.
func says(st *witness.Statement, word, noun string) bool {
	for i := range st.Tokens {
		if oneOrBoth(st, i) == word && st.Tokens[st.Tokens[i].Head].Lemma == noun {
			return true
		}
	}
	return false
}
