package wording

import (
	_ "embed"
	"fmt"
	"math"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check wording.
var Check = &compare.Check{
	Name: "wording", Source: source, Examples: examples, Severity: compare.Info,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

func run(p *compare.Pass) {
	for x := range p.Pairs() {
		if !x.Parallel || len(p.Event.Witnesses) > 2 {
			continue
		}
		pair(p, x)
	}
	if len(p.Event.Witnesses) > 2 && (p.Event.Parallel || p.Event.Aligned) {
		for _, at := range passages(p.Event) {
			many(p, at)
		}
	}
}

// pair says how far two versions of one text differ in what they put into
// words.
func pair(p *compare.Pass, x *compare.Pair) {
	sumA, a := leftover(x.A, x.FreeA)
	sumB, b := leftover(x.B, x.FreeB)
	chars := distance(x.A.Text(), x.B.Text())
	if chars == 0 {
		return
	}
	score := likelihood(sumA, sumB, chars, x)
	first, second := "wording 1", "wording 2"
	if x.A.Text() > x.B.Text() {
		first, second = second, first
	}
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: a, Value: first},
		B:    compare.Spot{Statement: x.B, Span: b, Value: second},
		Kind: compare.Imprecision, Severity: compare.Info, Confidence: score, Topic: "wording",
		Reason: fmt.Sprintf("Words without a counterpart weigh %.1f and %.1f.", sumA, sumB),
	})
}

// leftover sums up the rarity of the content words without a like partner, and
// returns the stretch around the heaviest of them, or the whole statement
// where there is none.
func leftover(st *witness.Statement, free func(int) bool) (sum float64, span witness.Span) {
	top, at := 0.0, -1
	for i := range st.Tokens {
		if !align.Content(&st.Tokens[i]) || !free(i) {
			continue
		}
		w := align.Rarity(st.Tokens[i].Lemma)
		sum += w
		if w > top {
			top, at = w, i
		}
	}
	if at < 0 {
		return sum, st.Span
	}
	first, last := at, at
	for first > 0 && free(first-1) && st.Tokens[first-1].UPOS != "PUNCT" {
		first--
	}
	for last+1 < len(st.Tokens) && free(last+1) && st.Tokens[last+1].UPOS != "PUNCT" {
		last++
	}
	return sum, compare.TokenSpan(st, first, last)
}

// likelihood is how likely versions that differ so much differ in sense: a
// logistic function of the weight of the words left over, fitted on pairs of
// machine translations of which raters found one wrong.
func likelihood(sumA, sumB, chars float64, x *compare.Pair) float64 {
	z := -3.2 + 0.42*(sumA+sumB) + 0.25*math.Max(sumA, sumB) + 1.2*chars + 0.8*math.Max(x.LeftA, x.LeftB)
	return 1 / (1 + math.Exp(-z))
}

// distance is one minus the share of character trigrams that two texts have in
// common.
func distance(a, b string) float64 {
	if a == b {
		return 0
	}
	const n = 3
	if len(a) < n || len(b) < n {
		return 1
	}
	count := make(map[[n]byte]int, len(a))
	for i := 0; i+n <= len(a); i++ {
		count[[n]byte{a[i], a[i+1], a[i+2]}]++
	}
	both := 0
	for i := 0; i+n <= len(b); i++ {
		k := [n]byte{b[i], b[i+1], b[i+2]}
		if count[k] > 0 {
			count[k]--
			both++
		}
	}
	return 1 - 2*float64(both)/float64(len(a)+len(b)-2*(n-1))
}
