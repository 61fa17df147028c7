package pronoun

import (
	_ "embed"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check pronoun.
var Check = &compare.Check{
	Name: "pronoun", Source: source, Examples: examples, Severity: compare.Major,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

// sex of the pronouns that have one.
var sex = map[string]witness.Gender{
	"he": witness.Masculine, "him": witness.Masculine, "his": witness.Masculine, "himself": witness.Masculine,
	"she": witness.Feminine, "her": witness.Feminine, "hers": witness.Feminine, "herself": witness.Feminine,
}

var names = map[witness.Gender]string{witness.Masculine: "he", witness.Feminine: "she"}

func run(p *compare.Pass) {
	for x := range p.Pairs() {
		if !x.Parallel {
			continue
		}
		as, bs := compare.OnceOf(p, x.A, readPronouns), compare.OnceOf(p, x.B, readPronouns)
		if len(as) > 0 && len(bs) > 0 {
			compareSexes(p, x, as, bs)
		}
	}
}

// compareSexes compares two versions of one text: the sexes of all pronouns. A sex
// that only one of them has is a slip.
func compareSexes(p *compare.Pass, x *compare.Pair, as, bs pronouns) {
	lack := func(st *witness.Statement, own pronouns, other *witness.Statement, theirs pronouns) int {
	next:
		for _, i := range own {
			for _, j := range theirs {
				if sexOf(st, i) == sexOf(other, j) {
					continue next
				}
			}
			return i
		}
		return -1
	}
	i, j := lack(x.A, as, x.B, bs), lack(x.B, bs, x.A, as)
	switch {
	case i >= 0 && j >= 0:
		report(p, x, i, j, 0.9)
	case i >= 0 && len(as) >= len(bs):
		if k := inSlot(bs, func(k int) float64 { return x.Slot(i, k) }); k >= 0 {
			report(p, x, i, k, 0.75)
		}
	case j >= 0 && len(bs) >= len(as):
		if k := inSlot(as, func(k int) float64 { return x.Slot(k, j) }); k >= 0 {
			report(p, x, k, j, 0.75)
		}
	}
}

// inSlot returns the pronoun of list that stands in the slot, or -1.
func inSlot(list pronouns, slot func(int) float64) int {
	best, top := -1, 0.35
	for _, k := range list {
		if s := slot(k); s > top {
			best, top = k, s
		}
	}
	return best
}

// pronouns are the tokens of a statement that have a sex.
type pronouns []int

func readPronouns(st *witness.Statement) pronouns {
	var out pronouns
	for i := range st.Tokens {
		if sexOf(st, i) != witness.UnknownGender {
			out = append(out, i)
		}
	}
	return out
}

func sexOf(st *witness.Statement, i int) witness.Gender { return sex[st.Tokens[i].Lower] }

func report(p *compare.Pass, x *compare.Pair, i, j int, conf float64) {
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: x.A.Tokens[i].Span, Value: names[sexOf(x.A, i)]},
		B:    compare.Spot{Statement: x.B, Span: x.B.Tokens[j].Span, Value: names[sexOf(x.B, j)]},
		Kind: compare.Conflict, Severity: compare.Major, Confidence: conf, Topic: "he or she",
		Reason: "The same person is a man in one report and a woman in the other.",
	})
}
