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
		stances(p, x)
		if x.Parallel {
			quantified(p, x)
		}
	}
}

// negations returns the negations of st, and by word the one that turns it.
func negations(st *witness.Statement) (odd map[int]*witness.Negation, all []*witness.Negation) {
	all = compare.Facts[*witness.Negation](st)
	if len(all) == 0 {
		return nil, nil // most statements; and every pair asks
	}
	odd = map[int]*witness.Negation{}
	for _, n := range all {
		if odd[n.Scope] != nil {
			delete(odd, n.Scope)
		} else {
			odd[n.Scope] = n
		}
	}
	for _, n := range all {
		if odd[n.Scope] == n {
			spread(st, n, odd)
		}
	}
	return odd, all
}

// spread takes a denial on to what is joined to its scope by "or": "no plan or
// intention to attack" denies both.
func spread(st *witness.Statement, n *witness.Negation, odd map[int]*witness.Negation) {
	for k := n.Scope + 1; k < len(st.Tokens); k++ {
		if st.Tokens[k].Head != n.Scope || st.Tokens[k].Rel != "conj" || odd[k] != nil {
			continue
		}
		if c := compare.Child(st, k, "cc"); c >= 0 && st.Tokens[c].Lower == "or" {
			odd[k] = n
		}
	}
}

// negated reports a negation that only one of the statements has: on a
// predicate that corresponds, or, between versions of one text, anywhere.
func negated(p *compare.Pass, x *compare.Pair) {
	oddA, allA := negations(x.A)
	oddB, allB := negations(x.B)
	if x.Parallel && denied(p, x, oddA, oddB) {
		return
	}
	loose := x.Parallel && len(p.Event.Witnesses) == 2 && !rewritten(x) // of many versions, each puts something by a denial
	freeA, freeB := unmatched(x, allA, allB, oddA, oddB)
	if (len(freeA) == 0) == (len(freeB) == 0) {
		return // none, or one on each side: a negation may have moved
	}
	sideA, sideB := sides(x)
	tells := func(n *witness.Negation, own, partner int, inA bool) bool {
		i, j, to, st := own, partner, x.ToB, x.A
		if !inA {
			i, j, to, st = partner, own, x.ToA, x.B
		}
		switch {
		case !x.Parallel && tellsWhen(st, n, own):
			return false // "not a day ago"
		case partner < 0 || averted(x.A, i) || averted(x.B, j) || turnedAbove(p, x.A, i, oddA) || turnedAbove(p, x.B, j, oddB):
			return false
		case loose && (to[own] >= 0 || st.Tokens[n.Cue].Lower != "without"):
			return true
		}
		if !x.Tied(i, j) || x.Weight(i) < sureTie || title(x.A, i) || title(x.B, j) {
			return false
		}
		if refused(st, n, own) {
			return notDone(p.Lexicon, x, i, j, n, inA)
		}
		return alikePut(x, i, j) && oneDeed(p.Lexicon, x, i, j)
	}
	for _, n := range freeA {
		if i, j := scope(n.Scope, x.ToB, x.A); !absorbed(p, sideA, n) && !doubled(x.A, n, freeA) && tells(n, i, j, true) {
			tell(p, x, i, j, n, true)
		}
	}
	for _, n := range freeB {
		if j, i := scope(n.Scope, x.ToA, x.B); !absorbed(p, sideB, n) && !doubled(x.B, n, freeB) && tells(n, j, i, false) {
			tell(p, x, i, j, n, false)
		}
	}
}

// tellsWhen reports whether the noun that a negation turns tells when: "not a mere day
// ago". Who sets no deadline and agrees no date denies the thing itself.
func tellsWhen(st *witness.Statement, n *witness.Negation, at int) bool {
	if lexicon.Category(st.Tokens[at].Lemma, lexicon.Noun) != "time" {
		return false
	}
	if at+1 < len(st.Tokens) {
		switch st.Tokens[at+1].Lower {
		case "ago", "later", "earlier":
			return true
		case "before", "after":
			return st.Tokens[n.Cue].Lower != "no" // "no date before the summit"
		}
	}
	for _, f := range st.Facts {
		switch f := f.(type) {
		case *witness.Time:
			if f.Span.Overlaps(st.Tokens[at].Span) {
				return true
			}
		case *witness.Quantity:
			if f.Kind == witness.Duration && f.Span.Overlaps(st.Tokens[at].Span) {
				return true
			}
		}
	}
	return false
}

// doubled reports whether another of the negations left over turns the word of
// n, or n itself, back: "none was left without", "did not fail to".
func doubled(st *witness.Statement, n *witness.Negation, free []*witness.Negation) bool {
	c := clause(st, n.Scope)
	for _, o := range free {
		if k := clause(st, o.Scope); o != n && (k == c || said(st, c, k) || said(st, k, c) || o.Scope == n.Cue || n.Scope == o.Cue || st.Tokens[k].Rel == "acl:relcl" && clause(st, max(st.Tokens[k].Head, 0)) == c) {
			return true
		}
	}
	return false
}

// said reports whether one clause is what another says or means: "it does not mean
// that they cannot".
func said(st *witness.Statement, c, above int) bool {
	return st.Tokens[c].Rel == "ccomp" && st.Tokens[c].Head == above
}

// retold is the share of content words left over on one side from which on two
// versions of one text are told in words of their own. What is left over on one
// side then says nothing about what is left over on the other.
const retold = 0.6

// rewritten reports whether two versions of one text are put in other words
// throughout, so that only a word of the same sense, in the same place, can be
// set against another.
func rewritten(x *compare.Pair) bool { return x.Parallel && max(x.LeftA, x.LeftB) >= retold }

// deeds reports doings that one statement denies and the other affirms where
// the statements say much else: with two participants in common the doing is
// the same for all that.
func deeds(p *compare.Pass, x *compare.Pair) {
	for _, d := range x.Deeds() {
		if d.Shared < 2 || d.Apart > 0 || d.A.Negative == d.B.Negative || !x.Tied(d.A.Head, d.B.Head) || x.Weight(d.A.Head) < sureTie ||
			speaks(p.Lexicon, x.A, d.A) || !x.Parallel && (compare.Identifying(x.A, d.A.Head) || compare.Identifying(x.B, d.B.Head)) {
			continue
		}
		s, denied, told := side{st: x.A, other: x.B}, d.A, d.B
		if d.B.Negative {
			s, denied, told = side{st: x.B, other: x.A}, d.B, d.A
		}
		if !settled[told.Modality] {
			continue
		}
		for _, n := range compare.Facts[*witness.Negation](s.st) {
			if n.Scope == denied.Head && (refused(s.st, n, denied.Head) && !otherParties(x, d.A, d.B) || !n.Implicit && settled[denied.Modality]) && !idiom(s.st, n) && !onlyThen(s, n) {
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
	a, b := compare.ClaimAt(x.A, i), compare.ClaimAt(x.B, j)
	if a == nil || b == nil {
		return true
	}
	if a.Modality != b.Modality && (!settled[a.Modality] || !settled[b.Modality]) {
		return false // who demands that he resign does not say that he will
	}
	d := x.Deed(a, b)
	return d.Shared > 0 && d.Apart == 0 && !speaks(lex, x.A, a)
}

// speaks reports whether a claim is one of saying something, and no deed that is only
// done by words: who will not appeal denies that he will.
func speaks(lex *lexicon.Lexicon, st *witness.Statement, c *witness.Claim) bool {
	if !lex.Reports(c.Predicate, lexicon.Verb, "say", "claim", "ask") {
		return false
	}
	return !byWords[c.Predicate] || compare.Child(st, c.Head, "ccomp") >= 0
}

// byWords are the verbs of speech that name a deed of law, of office or of publishing,
// or that mean another deed as often: to hold talks, to call an election.
var byWords = map[string]bool{
	"appeal": true, "petition": true, "testify": true, "plead": true, "question": true, "interrogate": true, "request": true, "seek": true,
	"demand": true, "protest": true, "issue": true, "publish": true, "release": true, "broadcast": true, "air": true, "post": true,
	"call": true, "hold": true, "press": true, "continue": true,
}

// refused reports whether the doing at a word is what somebody refuses or fails to do.
func refused(st *witness.Statement, n *witness.Negation, at int) bool {
	return n.Implicit && n.Scope == at && st.Tokens[at].Head == n.Cue && st.Tokens[at].Rel == "xcomp" && st.Tokens[n.Cue].UPOS == "VERB"
}

// notDone reports whether the claims at two words of independent reports are of one
// doing that one of them has refused, in negation n, and that the other states as done
// or to come.
func notDone(lex *lexicon.Lexicon, x *compare.Pair, i, j int, n *witness.Negation, inA bool) bool {
	a, b := compare.ClaimAt(x.A, i), compare.ClaimAt(x.B, j)
	if a == nil || b == nil || speaks(lex, x.A, a) {
		return false
	}
	told, put := b, place(&x.A.Tokens[n.Cue]) == place(&x.B.Tokens[j])
	if !inA {
		told, put = a, place(&x.B.Tokens[n.Cue]) == place(&x.A.Tokens[i])
	}
	d := x.Deed(a, b)
	return put && settled[told.Modality] && d.Shared > 0 && d.Apart == 0 && !otherParties(x, a, b)
}

// title reports whether word i is a noun for a person of whom nothing says that he is that:
// "Director Ida Berg" claims of nobody that he directs.
func title(st *witness.Statement, i int) bool {
	t := &st.Tokens[i]
	return t.UPOS == "NOUN" && lexicon.Category(t.Lemma, lexicon.Noun) == "person" && compare.Child(st, i, "cop") < 0 && compare.NameOver(st, i+1) != nil
}

// alikePut reports whether two predicates are put in one way: both stated, or
// both in a like subordinate place. "By not massing troops" denies nothing of
// "the soldiers massed there".
func alikePut(x *compare.Pair, i, j int) bool {
	a, b := &x.A.Tokens[i], &x.B.Tokens[j]
	return place(a) == place(b)
}

// place folds the relations under which a predicate is stated.
func place(t *witness.Token) string {
	switch t.Rel {
	case "root", "ccomp", "parataxis", "conj":
		return "stated"
	}
	return t.Relation()
}

// scope finds the word that a negation turns and its partner on the other
// side; where the word has none, its head or a dependant stands for it.
func scope(at int, to []int, st *witness.Statement) (own, partner int) {
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

func tell(p *compare.Pass, x *compare.Pair, i, j int, n *witness.Negation, inA bool) {
	spanA, spanB := x.A.Tokens[i].Span, x.B.Tokens[j].Span
	st := x.B
	if inA {
		st = x.A
	}
	cue := st.Tokens[n.Cue].Span
	a := compare.Spot{Statement: x.A, Span: spanA, Value: x.A.Tokens[i].Lemma}
	b := compare.Spot{Statement: x.B, Span: spanB, Value: x.B.Tokens[j].Lemma}
	denied := b.Value
	if inA {
		denied = a.Value
		a.Span, a.Value = join(a.Span, cue), "not "+a.Value
	} else {
		b.Span, b.Value = join(b.Span, cue), "not "+b.Value
	}
	sev := compare.Major
	if doing(&x.A.Tokens[i]) && doing(&x.B.Tokens[j]) {
		sev = compare.Critical
	}
	if !x.Parallel && compare.Opponents(p.Lexicon, compare.Source(x.A, i), compare.Source(x.B, j)) {
		sev = compare.Info // each side's own word
	}
	p.Report(x, compare.Difference{A: a, B: b, Kind: compare.Conflict, Severity: sev, Confidence: confidence(x), Topic: "denied or not",
		Reason: fmt.Sprintf("One report denies “%s”, the other affirms it.", denied)})
}

// doing reports whether a word tells what is done: no noun, and no participle
// beside one.
func doing(t *witness.Token) bool { return t.UPOS == "VERB" && t.Rel != "amod" }

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
