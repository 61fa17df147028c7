package modality

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// participants reports a place or person of one doing that one report hedges
// and the other does not: "at Djibouti", "possibly at Djibouti".
func participants(p *compare.Pass, x *compare.Pair, d compare.Deed) {
	for _, a := range below(x.A, d.A.Head) {
		for _, b := range below(x.B, d.B.Head) {
			if a.Entity != b.Entity {
				continue
			}
			ha, hb := hedgeOn(p.Lexicon, x.A, a.Head), hedgeOn(p.Lexicon, x.B, b.Head)
			if (ha < 0) == (hb < 0) {
				continue
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: from(x.A, ha, a.Head), Value: sure(ha)},
				B:    compare.Spot{Statement: x.B, Span: from(x.B, hb, b.Head), Value: sure(hb)},
				Kind: compare.Imprecision, Severity: compare.Major, Confidence: 0.7,
				Topic:  "how sure “" + a.Entity.Name + "” is",
				Reason: "One report states what the other puts as possible.",
			})
		}
	}
}

// below lists the names that stand under predicate i, at most four steps down.
func below(st *witness.Statement, i int) []*witness.Name {
	var out []*witness.Name
	for _, n := range compare.Facts[*witness.Name](st) {
		for k, steps := n.Head, 0; k >= 0 && steps <= 4; k, steps = st.Tokens[k].Head, steps+1 {
			if k == i && n.Entity != nil && !n.Demonym {
				out = append(out, n)
				break
			}
		}
	}
	return out
}

func sure(hedge int) string {
	if hedge < 0 {
		return "stated"
	}
	return "hedged"
}

func from(st *witness.Statement, hedge, i int) witness.Span {
	if hedge < 0 {
		hedge = i
	}
	return compare.TokenSpan(st, min(hedge, i), max(hedge, i))
}

// hedgeOn returns the adverb that makes word i uncertain, or -1.
func hedgeOn(lex *lexicon.Lexicon, st *witness.Statement, i int) int {
	for k := range st.Tokens {
		if st.Tokens[k].Head != i || st.Tokens[k].UPOS != "ADV" {
			continue
		}
		if h, ok := lex.Hedges().Get(st.Tokens[k].Lower); ok && h.Class != "assurance" {
			return k
		}
	}
	return -1
}

// events reports a noun of doing that one statement hedges and the other does
// not: "a possible attack", "the attack"; "any invasion", "an eventual
// invasion".
func events(p *compare.Pass, x *compare.Pair) {
	for i := range x.A.Tokens {
		j := x.ToB[i]
		if j < 0 || !x.Tied(i, j) || x.A.Tokens[i].UPOS != "NOUN" {
			continue
		}
		ka, a := nominal(x.A, i)
		kb, b := nominal(x.B, j)
		if !opposed(a, b) && !opposed(b, a) || lexicon.VerbOf(x.A.Tokens[i].Lemma) == "" {
			continue
		}
		if a == stated && weighed(p.Lexicon, x.A) || b == stated && weighed(p.Lexicon, x.B) {
			continue
		}
		p.Report(x, compare.Difference{
			A:    compare.Spot{Statement: x.A, Span: compare.TokenSpan(x.A, min(ka, i), i), Value: a},
			B:    compare.Spot{Statement: x.B, Span: compare.TokenSpan(x.B, min(kb, j), j), Value: b},
			Kind: compare.Imprecision, Severity: soft(x, compare.Minor), Confidence: 0.65,
			Topic:  "how sure the " + x.A.Tokens[i].Lemma + " is",
			Reason: fmt.Sprintf("%s is not %s.", a, b),
		})
	}
}

// How a noun of doing is put.
const (
	stated       = "stated"
	mayBe        = "possible"
	hypothetical = "any at all"
	inTheEnd     = "coming in the end"
)

var nominals = map[string]string{"possible": mayBe, "potential": mayBe, "any": hypothetical, "hypothetical": hypothetical, "eventual": inTheEnd, "this": stated, "the": stated}

// nominal reads how noun i is put, and by which word.
func nominal(st *witness.Statement, i int) (at int, put string) {
	at = i
	for k := max(0, i-4); k < i; k++ {
		t := &st.Tokens[k]
		if t.Head != i {
			continue
		}
		if v, ok := nominals[t.Lower]; ok && (put == "" || put == stated) {
			at, put = k, v
		}
	}
	return at, put
}

// weighed reports whether a statement has a word by which it leaves open what it tells,
// wherever that stands: who suspects arson to be the cause, and who looks at the cause as
// potential arson, are no surer of it than who has possible causes.
func weighed(lex *lexicon.Lexicon, st *witness.Statement) bool {
	return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return hedges(lex, &t) || weighing[t.Lemma] })
}

// weighing are the words of those who do not know yet.
var weighing = map[string]bool{"suspect": true, "suspicion": true, "consider": true, "investigate": true, "examine": true, "look": true, "probe": true, "determine": true,
	"believe": true, "think": true, "assume": true, "presume": true, "speculate": true, "whether": true, "if": true, "perhaps": true, "maybe": true, "possibility": true}

func opposed(a, b string) bool {
	return a == mayBe && b == stated || a == inTheEnd && (b == hypothetical || b == mayBe)
}
