package polarity

import (
	_ "embed"
	"fmt"
	"strings"

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
		if x.A.Kind == witness.Furniture || x.B.Kind == witness.Furniture {
			continue
		}
		if x.Close() {
			negated(p, x)
			opposites(p, x)
			exclusives(p, x)
		} else {
			deeds(p, x)
		}
		manner(p, x)
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

// negated reports a negation that only one of the statements has: on a
// predicate that corresponds, or, between versions of one text, anywhere.
func negated(p *compare.Pass, x *compare.Pair) {
	oddA, allA := negations(x.A)
	oddB, allB := negations(x.B)
	if x.Parallel && denied(p, x, oddA, oddB) {
		return
	}
	loose := x.Parallel && len(p.Event.Witnesses) == 2 // of many versions, each puts something by a denial
	freeA, freeB := unmatched(x, allA, allB)
	if (len(freeA) == 0) == (len(freeB) == 0) {
		return // none, or one on each side: a negation may have moved
	}
	for _, n := range freeA {
		if !absorbed(p, x.A, x.B, n, x.ToB, x.FreeB) {
			if i, j := scope(x, n.Scope, x.ToB, x.A); j >= 0 && (loose || x.Tied(i, j) && x.Weight(i) >= sureTie && alikePut(x, i, j) && oneDeed(p.Lexicon, x, i, j)) {
				tell(p, x, i, j, n, true)
			}
		}
	}
	for _, n := range freeB {
		if !absorbed(p, x.B, x.A, n, x.ToA, x.FreeA) {
			if j, i := scope(x, n.Scope, x.ToA, x.B); i >= 0 && (loose || x.Tied(i, j) && x.Weight(i) >= sureTie && alikePut(x, i, j) && oneDeed(p.Lexicon, x, i, j)) {
				tell(p, x, i, j, n, false)
			}
		}
	}
}

// deeds reports doings that one statement denies and the other affirms where
// the statements say much else: with two participants in common the doing is
// the same for all that.
func deeds(p *compare.Pass, x *compare.Pair) {
	for _, d := range x.Deeds(p.Lexicon) {
		if d.Shared < 2 || d.Apart > 0 || d.A.Negative == d.B.Negative || !x.Tied(d.A.Head, d.B.Head) || x.Weight(d.A.Head) < sureTie ||
			speaks(p.Lexicon, d.A.Predicate) || !settled[d.A.Modality] || !settled[d.B.Modality] {
			continue
		}
		st, at := x.A, d.A.Head
		if d.B.Negative {
			st, at = x.B, d.B.Head
		}
		for _, n := range compare.Facts[*witness.Negation](st) {
			if n.Scope == at && !n.Implicit && !idiom(st, n) && !onlyThen(st, n) {
				tell(p, x, d.A.Head, d.B.Head, n, d.A.Negative)
				break
			}
		}
	}
}

// settled are the modalities under which a denial denies the doing: who tries
// in vain and who could not are agreed.
var settled = map[witness.Modality]bool{witness.Actual: true, witness.Future: true, witness.Able: true}

// sureTie is the least likeness of two predicates of independent reports whose
// polarity is compared.
const sureTie = 0.75

// oneDeed reports whether the claims at two words of independent reports can
// be of one doing: a participant is the same and none another. Of speaking it
// is never sure that the same is said.
func oneDeed(lex *lexicon.Lexicon, x *compare.Pair, i, j int) bool {
	a, b := claimAt(x.A, i), claimAt(x.B, j)
	if a == nil || b == nil {
		return true
	}
	d := x.Deed(a, b)
	return d.Shared > 0 && d.Apart == 0 && !speaks(lex, a.Predicate)
}

// speaks reports whether a predicate is one of saying.
func speaks(lex *lexicon.Lexicon, predicate string) bool {
	for _, r := range lex.Reporting().GetAll(predicate) {
		if r.POS == lexicon.Verb && (r.Kind == "say" || r.Kind == "claim" || r.Kind == "ask") {
			return true
		}
	}
	return false
}

func claimAt(st *witness.Statement, i int) *witness.Claim {
	for _, c := range compare.Facts[*witness.Claim](st) {
		if c.Head == i {
			return c
		}
	}
	return nil
}

// alikePut reports whether two predicates are put in one way: both stated, or
// both in a like subordinate place. "By not massing troops" denies nothing of
// "the soldiers massed there".
func alikePut(x *compare.Pair, i, j int) bool {
	a, b := &x.A.Tokens[i], &x.B.Tokens[j]
	return place(a.Rel) == place(b.Rel)
}

// place folds the relations under which a predicate is stated.
func place(rel string) string {
	switch rel {
	case "root", "ccomp", "parataxis", "conj":
		return "stated"
	}
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// unmatched pairs off the negations of both sides, first those whose scope or
// cue corresponds, then the rest in order, and returns what is left.
func unmatched(x *compare.Pair, as, bs []*witness.Negation) (freeA, freeB []*witness.Negation) {
	usedA, usedB := make([]bool, len(as)), make([]bool, len(bs))
	pair := func(fits func(a, b *witness.Negation) bool) {
		for i, a := range as {
			for j, b := range bs {
				if !usedA[i] && !usedB[j] && fits(a, b) {
					usedA[i], usedB[j] = true, true
				}
			}
		}
	}
	pair(func(a, b *witness.Negation) bool { return x.ToB[a.Scope] == b.Scope })
	pair(func(a, b *witness.Negation) bool { return x.ToB[a.Cue] == b.Cue })
	pair(func(a, b *witness.Negation) bool { return x.FreeA(a.Scope) || x.FreeB(b.Scope) })
	for i, a := range as {
		if !usedA[i] {
			freeA = append(freeA, a)
		}
	}
	for j, b := range bs {
		if !usedB[j] {
			freeB = append(freeB, b)
		}
	}
	return freeA, freeB
}

// scope finds the word that a negation turns and its partner on the other
// side; where the word has none, its head or a dependant stands for it.
func scope(x *compare.Pair, at int, to []int, st *witness.Statement) (own, partner int) {
	if to[at] >= 0 {
		return at, to[at]
	}
	if h := st.Tokens[at].Head; h >= 0 && to[h] >= 0 {
		return at, to[h]
	}
	for k := range st.Tokens {
		if st.Tokens[k].Head == at && to[k] >= 0 && align.Content(&st.Tokens[k]) {
			return at, to[k]
		}
	}
	for d := 1; d < len(to); d++ {
		for _, k := range [...]int{at - d, at + d} {
			if k >= 0 && k < len(to) && to[k] >= 0 && align.Content(&st.Tokens[k]) {
				return at, to[k]
			}
		}
	}
	return at, -1
}

// absorbed reports whether the other statement expresses the negation in
// another way: by a word of opposite or negative sense that is left over.
func absorbed(p *compare.Pass, st, other *witness.Statement, n *witness.Negation, to []int, free func(int) bool) bool {
	word := &st.Tokens[n.Scope]
	if cue := &st.Tokens[n.Cue]; n.Implicit {
		for j := range other.Tokens {
			if other.Tokens[j].Lemma == cue.Lemma {
				return true // "firing will cease", "cease firing"
			}
		}
		if j := to[n.Cue]; j >= 0 && negative(p.Lexicon, &other.Tokens[j]) {
			return true // "declined funding", "refused to fund"
		}
	}
	if negative(p.Lexicon, word) || idiom(st, n) || coordinated(st, n) || onlyThen(st, n) {
		return true
	}
	for j := range other.Tokens {
		t := &other.Tokens[j]
		if !free(j) {
			continue
		}
		if negative(p.Lexicon, t) {
			return true
		}
		for k := range st.Tokens {
			w := &st.Tokens[k]
			if pos := lexicon.OpenClass(t.UPOS); pos != 0 && lexicon.OpenClass(w.UPOS) == pos && (k == n.Scope || w.Head == n.Scope || st.Tokens[n.Scope].Head == k) && p.Lexicon.Opposed(t.Lemma, w.Lemma, pos) {
				return true
			}
		}
	}
	return false
}

// coordinated reports whether another negation of the statement turns a word
// that the word in question is joined to: "no plans, no intention" against "no
// plans or intentions".
func coordinated(st *witness.Statement, n *witness.Negation) bool {
	for _, o := range compare.Facts[*witness.Negation](st) {
		if o == n {
			continue
		}
		a, b := &st.Tokens[n.Scope], &st.Tokens[o.Scope]
		if a.Head == o.Scope || b.Head == n.Scope || a.Head >= 0 && a.Head == b.Head {
			return true
		}
	}
	return false
}

// onlyThen reports whether a negation only sets a date: "did not leave until".
func onlyThen(st *witness.Statement, n *witness.Negation) bool {
	for k := n.Cue + 1; k < len(st.Tokens); k++ {
		if w := st.Tokens[k].Lower; w == "until" || w == "till" {
			return true
		}
	}
	return false
}

// idiom reports whether a negation belongs to a phrase that denies nothing:
// "can't wait", "no doubt", "no wonder", "not only".
func idiom(st *witness.Statement, n *witness.Negation) bool {
	switch st.Tokens[n.Scope].Lemma {
	case "wait", "doubt", "wonder", "matter", "help", "question", "mention", "forget":
		return true
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
