package date

import (
	"strings"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// sequels are phrases that date a step of a course of events by the step
// before it, with the days between the two.
var sequels = []struct {
	words string
	days  int
}{
	{"later that day", 0}, {"later the same day", 0}, {"that same day", 0}, {"on the same day", 0}, {"the same day", 0}, {"that day", 0}, {"that evening", 0}, {"that night", 0},
	{"the next day", 1}, {"the following day", 1}, {"the day after", 1}, {"a day later", 1}, {"one day later", 1}, {"the next morning", 1}, {"the following morning", 1},
	{"two days later", 2}, {"three days later", 3}, {"a week later", 7}, {"the following week", 7}, {"the next week", 7},
}

// sequel is such a phrase in a statement.
type sequel struct {
	first, last, days int
}

// sequelsBy are the phrases, word by word, by their first word.
var sequelsBy = func() map[string][]phrase {
	by := map[string][]phrase{}
	for _, s := range sequels {
		words := strings.Fields(s.words)
		by[words[0]] = append(by[words[0]], phrase{words, s.days})
	}
	return by
}()

type phrase struct {
	words []string
	days  int
}

// begins reports whether tokens begin with the phrase.
func (p *phrase) begins(toks []witness.Token) bool {
	if len(toks) < len(p.words) {
		return false
	}
	for i, w := range p.words {
		if toks[i].Lower != w {
			return false
		}
	}
	return true
}

// sequelsOf lists the phrases of a statement.
func sequelsOf(st *witness.Statement) []sequel {
	var out []sequel
	for i := 0; i < len(st.Tokens); i++ {
		for _, p := range sequelsBy[st.Tokens[i].Lower] {
			if p.begins(st.Tokens[i:]) {
				last := i + len(p.words) - 1
				out = append(out, sequel{i, last, p.days})
				i = last
				break
			}
		}
	}
	return out
}

// steps compares the days between two steps that two statements tell in a row:
// later that day, the next day.
func steps(p *compare.Pass, x *compare.Pair) {
	as, bs := compare.OnceOf(p, x.A, sequelsOf), compare.OnceOf(p, x.B, sequelsOf)
	if len(as) != 1 || len(bs) != 1 || as[0].days == bs[0].days {
		return
	}
	a, b := as[0], bs[0]
	if deeds, things := around(x, a, b); deeds == 0 || things < 2 {
		return
	}
	words := func(st *witness.Statement, s sequel) compare.Spot {
		span := compare.TokenSpan(st, s.first, s.last)
		return compare.Spot{Statement: st, Span: span, Value: strings.ToLower(st.Witness.Text[span.Start:span.End])}
	}
	p.Report(x, compare.Difference{
		A: words(x.A, a), B: words(x.B, b),
		Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: "how much later",
		Reason: "The same step is dated to two days.",
	})
}

// reach is how far from its words a phrase dates a step.
const reach = 22

// around counts the verbs and the other content words near both phrases that
// correspond: what each of them dates.
func around(x *compare.Pair, a, b sequel) (deeds, things int) {
	for i := max(0, a.first-reach); i < min(len(x.A.Tokens), a.last+reach); i++ {
		j := x.ToB[i]
		if j < max(0, b.first-reach) || j > b.last+reach || !x.Tied(i, j) || i >= a.first && i <= a.last {
			continue
		}
		switch t := &x.A.Tokens[i]; {
		case t.UPOS == "VERB":
			deeds++
		case align.Content(t):
			things++
		}
	}
	return deeds, things
}
