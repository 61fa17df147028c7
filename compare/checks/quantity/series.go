package quantity

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// series is how a match went, set by set: "6-4 3-6 7-5".
type series struct {
	st     *witness.Statement
	span   witness.Span
	scores [][2]float64
}

// leastSeries is how many sets make a match known by its score alone.
const leastSeries = 3

// matches compares how a match went in reports that give its sets and differ in one
// of them. Seen from the other side, every score is the other way round.
func matches(p *compare.Pass) {
	byWitness := make([][]series, len(p.Event.Witnesses))
	for st := range p.Statements() {
		byWitness[st.Witness.Index] = append(byWitness[st.Witness.Index], seriesOf(st)...)
	}
	for a, b := range compare.Between(byWitness) {
		if !a.oneOff(b) || a.in(byWitness[b.st.Witness.Index]) || b.in(byWitness[a.st.Witness.Index]) {
			continue
		}
		p.ReportAcross(compare.Difference{
			A:    compare.Spot{Statement: a.st, Span: a.span, Value: a.String()},
			B:    compare.Spot{Statement: b.st, Span: b.span, Value: b.String()},
			Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.85, Topic: "score",
			Reason: a.String() + " is not " + b.String() + ".",
		})
	}
}

// seriesOf lists the runs of scores of a statement with nothing but commas and
// "and" between them.
func seriesOf(st *witness.Statement) []series {
	var out []series
	var run []*witness.Quantity
	end := func() {
		if len(run) >= leastSeries {
			s := series{st: st, span: witness.Span{Start: run[0].Span.Start, End: run[len(run)-1].Span.End}}
			for _, q := range run {
				s.scores = append(s.scores, [2]float64{q.Point, q.Second})
			}
			out = append(out, s)
		}
		run = nil
	}
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind != witness.Score {
			end()
			continue
		}
		if len(run) > 0 && !listed(st, run[len(run)-1], q) {
			end()
		}
		run = append(run, q)
	}
	end()
	return out
}

// listed reports whether one quantity follows the other in a list.
func listed(st *witness.Statement, a, b *witness.Quantity) bool {
	for k := compare.FirstAt(st, a.Span.End); k < compare.FirstAt(st, b.Span.Start); k++ {
		if w := st.Tokens[k].Lower; w != "," && w != "and" && w != ";" {
			return false
		}
	}
	return true
}

// differing counts the sets in which two series differ.
func (s series) differing(o series) int {
	n := 0
	for k := range s.scores {
		if s.scores[k] != o.scores[k] {
			n++
		}
	}
	return n
}

func (s series) mirrored() series {
	m := series{scores: slices.Clone(s.scores)}
	for k := range m.scores {
		m.scores[k][0], m.scores[k][1] = m.scores[k][1], m.scores[k][0]
	}
	return m
}

// oneOff reports whether two series are of one match and differ in one set.
func (s series) oneOff(o series) bool {
	return len(s.scores) == len(o.scores) && (s.differing(o) == 1 || s.mirrored().differing(o) == 1)
}

// in reports whether a report gives the series too.
func (s series) in(list []series) bool {
	return slices.ContainsFunc(list, func(o series) bool {
		return len(s.scores) == len(o.scores) && (s.differing(o) == 0 || s.mirrored().differing(o) == 0)
	})
}

// String writes the series as a newsroom would.
func (s series) String() string {
	var out []string
	for _, x := range s.scores {
		out = append(out, fmt.Sprintf("%g–%g", x[0], x[1]))
	}
	return strings.Join(out, " ")
}
