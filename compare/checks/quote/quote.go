package quote

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check quote.
var Check = &compare.Check{
	Name: "quote", Source: source, Examples: examples, Severity: compare.Minor,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

// least is the share of content words that two quotations must have in common
// to be taken for one utterance.
const least = 0.5

func run(p *compare.Pass) {
	for x := range p.Pairs() {
		for _, a := range compare.Facts[*witness.Quote](x.A) {
			for _, b := range compare.Facts[*witness.Quote](x.B) {
				if a.Scare || b.Scare || twoSpeakers(a, b) {
					continue
				}
				if q := match(x, a, b); q.share >= least && q.tied >= 3 {
					relations(p, x, a, b)
				}
			}
		}
	}
	bySpeaker(p)
	if !p.Event.Aligned && !p.Event.Parallel {
		verbatim(p)
	}
}

// twoSpeakers reports whether two quotations are known to be of two speakers.
func twoSpeakers(a, b *witness.Quote) bool {
	return a.Speaker != nil && b.Speaker != nil && a.Speaker != b.Speaker
}

// utterance is how far two quotations are one.
type utterance struct {
	tied  int
	share float64
}

func match(x *compare.Pair, a, b *witness.Quote) utterance {
	na, nb, tied := 0, 0, 0
	for i := range x.A.Tokens {
		if a.Inner.Contains(x.A.Tokens[i].Span) && align.Content(&x.A.Tokens[i]) {
			na++
			if j := x.ToB[i]; j >= 0 && x.Tied(i, j) && b.Inner.Contains(x.B.Tokens[j].Span) {
				tied++
			}
		}
	}
	for j := range x.B.Tokens {
		if b.Inner.Contains(x.B.Tokens[j].Span) && align.Content(&x.B.Tokens[j]) {
			nb++
		}
	}
	if min(na, nb) == 0 {
		return utterance{}
	}
	return utterance{tied, float64(tied) / float64(min(na, nb))}
}

// relations looks for a noun that both quotations have and that stands in
// another relation: "on the margins of our territory", "within our territory".
func relations(p *compare.Pass, x *compare.Pair, a, b *witness.Quote) {
	for i := range x.A.Tokens {
		j := x.ToB[i]
		if j < 0 || !x.Tied(i, j) || !a.Inner.Contains(x.A.Tokens[i].Span) || !b.Inner.Contains(x.B.Tokens[j].Span) || x.A.Tokens[i].UPOS != "NOUN" {
			continue
		}
		ca, fa := position(x.A, i)
		cb, fb := position(x.B, j)
		if ca == "" || cb == "" || ca == cb {
			continue
		}
		p.Report(x, compare.Difference{
			A:    compare.Spot{Statement: x.A, Span: compare.TokenSpan(x.A, fa, i), Value: ca + " " + x.A.Tokens[i].Lemma},
			B:    compare.Spot{Statement: x.B, Span: compare.TokenSpan(x.B, fb, j), Value: cb + " " + x.B.Tokens[j].Lemma},
			Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.8, Topic: "sense of a quotation",
			Reason: fmt.Sprintf("In one quotation it is %s, in the other %s.", ca, cb),
		})
	}
}

// position reads where noun i is said to be from the words before it: inside,
// outside, at the edge. It returns the class and the first word read.
func position(st *witness.Statement, i int) (class string, first int) {
	from := i
	for from > 0 && i-from < 7 {
		from--
		for _, ph := range places {
			if reads(st.Tokens[from:i], ph.words) {
				return ph.class, from
			}
		}
		if st.Tokens[from].UPOS == "VERB" || st.Tokens[from].UPOS == "PUNCT" {
			break
		}
	}
	return "", i
}

// reads reports whether tokens begin with the words of a phrase.
func reads(toks []witness.Token, phrase string) bool {
	k := 0
	for w := range strings.SplitSeq(phrase, " ") {
		if k >= len(toks) || toks[k].Lower != w {
			return false
		}
		k++
	}
	return true
}

// places are phrases that put a thing inside, outside or at the edge.
var places = []struct{ words, class string }{
	{"on the margins of", "at the edge of"}, {"at the margins of", "at the edge of"}, {"along the margins of", "at the edge of"}, {"on the edge of", "at the edge of"}, {"on the fringes of", "at the edge of"},
	{"on the borders of", "at the edge of"}, {"at the edge of", "at the edge of"}, {"at the border of", "at the edge of"},
	{"on the outskirts of", "at the edge of"}, {"near the border of", "at the edge of"},
	{"within", "inside"}, {"inside", "inside"}, {"in the territory of", "inside"}, {"on the territory of", "inside"},
	{"outside", "outside"}, {"beyond", "outside"}, {"out of", "outside"},
}
