package polarity

import (
	_ "embed"
	"fmt"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check polarity.
var Check = &compare.Check{
	Name: "polarity", Source: source, Examples: examples, Severity: compare.Critical,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

func run(p *compare.Pass) {
	for x := range p.Pairs() {
		negated(p, x)
		opposed(p, x)
	}
}

// negations returns how often each word of st is turned, and the cue.
func negations(st *witness.Statement) (odd map[int]*witness.Negation, all []*witness.Negation) {
	odd = map[int]*witness.Negation{}
	for _, n := range compare.Facts[*witness.Negation](st) {
		all = append(all, n)
		if odd[n.Scope] != nil {
			delete(odd, n.Scope)
		} else {
			odd[n.Scope] = n
		}
	}
	return odd, all
}

// negated reports predicates that correspond and of which one is denied.
func negated(p *compare.Pass, x *compare.Pair) {
	oddA, allA := negations(x.A)
	oddB, allB := negations(x.B)
	if len(allA) == 0 && len(allB) == 0 {
		return
	}
	// Both deny something, or one has a word that denies by itself: the
	// negation may have moved, and counting would cry wolf.
	if len(allA) > 0 && len(allB) > 0 && len(allA) == len(allB) {
		return
	}
	for i := range x.A.Tokens {
		j := x.ToB[i]
		if j < 0 || !x.Tied(i, j) || x.Weight(i) < sureTie || negative(p.Lexicon, &x.A.Tokens[i]) || negative(p.Lexicon, &x.B.Tokens[j]) {
			continue
		}
		na, nb := oddA[i], oddB[j]
		if (na == nil) == (nb == nil) {
			continue
		}
		if na != nil && !covered(p, x.A, x.B, na, allB, x.FreeB) {
			tell(p, x, i, j, na, true)
		} else if nb != nil && !covered(p, x.B, x.A, nb, allA, x.FreeA) {
			tell(p, x, i, j, nb, false)
		}
	}
}

// sureTie is the least likeness of two predicates whose polarity is compared.
const sureTie = 0.75

// covered reports whether the other statement expresses the negation in
// another way: with a negation of its own that is left over, or with a word of
// opposite sense.
func covered(p *compare.Pass, st, other *witness.Statement, n *witness.Negation, theirs []*witness.Negation, free func(int) bool) bool {
	if n.Implicit && st.Tokens[n.Cue].UPOS != "VERB" {
		return true
	}
	if len(theirs) > 0 {
		return true
	}
	scope := &st.Tokens[n.Scope]
	for j := range other.Tokens {
		t := &other.Tokens[j]
		if !free(j) {
			continue
		}
		if pos := wordClass(t.UPOS); pos != 0 && (p.Lexicon.Opposed(t.Lemma, scope.Lemma, pos) || negative(p.Lexicon, t)) {
			return true
		}
	}
	return false
}

// negative reports whether a word holds a negation: a negative prefix, a verb
// that denies its complement, a word of the table.
func negative(lex *lexicon.Lexicon, t *witness.Token) bool {
	if lex.Negatives().Has(t.Lemma) {
		return true
	}
	for _, imp := range lex.Implicatives().GetAll(t.Lemma) {
		if imp.Affirmed < 0 {
			return true
		}
	}
	switch t.Lower {
	case "only", "until", "unless", "except", "but", "hardly", "rather", "instead", "far", "too", "other", "lack", "less", "few", "fewer", "little":
		return true
	}
	for _, pre := range [...]string{"un", "in", "im", "ir", "il", "dis", "non", "mis"} {
		if len(t.Lemma) > len(pre)+3 && t.Lemma[:len(pre)] == pre && (lexicon.Known(t.Lemma[len(pre):], lexicon.Adjective) || lexicon.Known(t.Lemma[len(pre):], lexicon.Verb)) {
			return true
		}
	}
	return len(t.Lemma) > 5 && t.Lemma[len(t.Lemma)-4:] == "less"
}

func tell(p *compare.Pass, x *compare.Pair, i, j int, n *witness.Negation, inA bool) {
	spanA, spanB := x.A.Tokens[i].Span, x.B.Tokens[j].Span
	st := x.B
	if inA {
		st = x.A
	}
	cue := st.Tokens[n.Cue].Span
	a := compare.Spot{Statement: x.A, Span: spanA, Value: x.A.Tokens[i].Lemma}
	b := compare.Spot{Statement: x.B, Span: spanB, Value: x.B.Tokens[j].Lemma}
	if inA {
		a.Span, a.Value = join(a.Span, cue), "not "+a.Value
	} else {
		b.Span, b.Value = join(b.Span, cue), "not "+b.Value
	}
	sev := compare.Major
	if pos := x.A.Tokens[i].UPOS; pos == "VERB" && x.A.Tokens[i].Rel != "amod" {
		sev = compare.Critical
	}
	p.Report(x, compare.Difference{A: a, B: b, Kind: compare.Conflict, Severity: sev, Confidence: confidence(x), Topic: "denied or not",
		Reason: fmt.Sprintf("One report denies “%s”, the other affirms it.", x.A.Tokens[i].Lemma)})
}

func confidence(x *compare.Pair) float64 {
	c := 0.9 - 0.5*max(x.LeftA, x.LeftB)
	if !x.Parallel {
		c -= 0.1
	}
	return max(c, 0.3)
}

func join(a, b witness.Span) witness.Span {
	return witness.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// opposed reports words of opposite sense in one slot.
func opposed(p *compare.Pass, x *compare.Pair) {
	oddA, allA := negations(x.A)
	oddB, allB := negations(x.B)
	for i := range x.A.Tokens {
		if !align.Content(&x.A.Tokens[i]) || !x.FreeA(i) {
			continue
		}
		a := &x.A.Tokens[i]
		pos := wordClass(a.UPOS)
		if pos == 0 {
			continue
		}
		for j := range x.B.Tokens {
			b := &x.B.Tokens[j]
			if !x.FreeB(j) || wordClass(b.UPOS) != pos || a.Lemma == b.Lemma || !p.Lexicon.Opposed(a.Lemma, b.Lemma, pos) {
				continue
			}
			slot := x.Slot(i, j)
			if slot < threshold(x) || (oddA[i] == nil) != (oddB[j] == nil) || len(allA) != len(allB) {
				continue
			}
			sev := compare.Major
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: a.Span, Value: a.Lemma},
				B:    compare.Spot{Statement: x.B, Span: b.Span, Value: b.Lemma},
				Kind: compare.Conflict, Severity: sev, Confidence: min(0.9, 0.4+0.5*slot), Topic: "opposites",
				Reason: fmt.Sprintf("“%s” is the opposite of “%s”.", a.Lemma, b.Lemma),
				Trace:  []string{fmt.Sprintf("same slot: %.2f", slot)},
			})
		}
	}
}

func threshold(x *compare.Pair) float64 {
	if x.Parallel {
		return 0.4
	}
	return 0.6
}

func wordClass(upos string) lexicon.POS {
	switch upos {
	case "NOUN":
		return lexicon.Noun
	case "VERB":
		return lexicon.Verb
	case "ADJ":
		return lexicon.Adjective
	case "ADV":
		return lexicon.Adverb
	}
	return 0
}
