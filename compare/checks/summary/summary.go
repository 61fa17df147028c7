package summary

import (
	_ "embed"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check summary.
var Check = &compare.Check{
	Name: "summary", Source: source, Examples: examples, Severity: compare.Minor,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

// Bounds on what counts as a short statement that a longer one holds.
const (
	mostWords = 12  // content words of the short one
	leastHeld = 0.6 // share of them that have a like word in the longer one
	leastMore = 1.3 // times as many words of the longer one
)

func run(p *compare.Pass) {
	for x := range p.Pairs() {
		if x.Parallel || x.A.Kind == witness.Furniture || x.B.Kind == witness.Furniture {
			continue
		}
		for _, l := range [...]look{{p: p, x: x, short: x.A, long: x.B, to: x.ToB}, {p: p, x: x, short: x.B, long: x.A, to: x.ToA, swapped: true}} {
			if l.held() {
				l.judge()
			}
		}
	}
}

// look is a short statement beside a longer one.
type look struct {
	p           *compare.Pass
	x           *compare.Pair
	short, long *witness.Statement
	to          []int // from words of the short one to those of the long one
	swapped     bool  // the short one is B
}

// held reports whether the short statement is one, and nearly all that it says
// is said in words of the long one.
func (l *look) held() bool {
	all, held := 0, 0
	for i := range l.short.Tokens {
		if !align.Content(&l.short.Tokens[i]) || l.p.Lexicon.LightVerbs().Has(l.short.Tokens[i].Lemma) {
			continue
		}
		all++
		if l.tied(i, l.to[i]) {
			held++
		}
	}
	return all > 1 && all <= mostWords && float64(held) >= leastHeld*float64(all) &&
		float64(len(l.long.Tokens)) >= leastMore*float64(len(l.short.Tokens))
}

// tied reports whether word i of the short statement and word j of the long one
// correspond by likeness.
func (l *look) tied(i, j int) bool {
	if l.swapped {
		return l.x.Tied(j, i)
	}
	return l.x.Tied(i, j)
}

// judge holds what the short statement says against the long one, and reports
// the first thing that does not agree.
func (l *look) judge() {
	if l.tiedUp() || l.respective() || l.housed() || l.renamed() {
		return
	}
	for _, s := range claims(l.short) {
		if l.short.Tokens[s.Head].Rel == "root" && !l.affirmed(s) && (l.turned(s) || l.direction(s) || l.described(s) || l.elsewhere(s)) {
			return
		}
	}
}

// same reports whether a participant of the short statement is one of the long
// one.
func (l *look) same(p, q *witness.Arg) bool {
	if p == nil || q == nil {
		return false
	}
	if p.Entity != nil && q.Entity != nil {
		return p.Entity == q.Entity
	}
	if j := l.to[p.Head]; j >= 0 && l.tied(p.Head, j) && phrase(l.long, j) == phrase(l.long, q.Head) {
		return true
	}
	return p.Lemma == q.Lemma && l.short.Tokens[p.Head].UPOS != "PRON"
}

// phrase returns the head of the noun phrase of word i: "liner" of "the liner
// Europa", whichever of the two the parse makes the head.
func phrase(st *witness.Statement, i int) int {
	for steps := 0; steps < 6 && st.Tokens[i].Head >= 0; steps++ {
		switch st.Tokens[i].Relation() {
		case "flat", "compound":
		case "appos", "nmod":
			if d := i - st.Tokens[i].Head; d != 1 && d != -1 {
				return i
			}
		default:
			return i
		}
		i = st.Tokens[i].Head
	}
	return i
}

// ground is what a difference is told by.
type ground struct {
	topic, reason string
	confidence    float64
	// Short and long are what the two say, where their words alone do not tell.
	short, long string
}

// report tells that word i of the short statement stands against word j of the
// long one.
func (l *look) report(i, j int, g ground) {
	a := spot(l.short, i, g.short)
	b := spot(l.long, j, g.long)
	if l.swapped {
		a, b = b, a
	}
	severity := compare.Minor
	if len(l.short.Witness.Statements) > brief && len(l.long.Witness.Statements) > brief {
		severity = compare.Info // two articles, of which neither sums up the other
	}
	l.p.Report(l.x, compare.Difference{A: a, B: b, Kind: compare.Conflict, Severity: severity, Confidence: g.confidence, Topic: g.topic, Reason: g.reason})
}

// brief is how many statements a report may have that sums up another.
const brief = 3

func spot(st *witness.Statement, i int, value string) compare.Spot {
	if value == "" {
		value = st.Tokens[i].Form
	}
	return compare.Spot{Statement: st, Span: st.Tokens[i].Span, Value: value}
}
