package coverage

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check coverage.
var Check = &compare.Check{
	Name: "coverage", Source: source, Examples: examples, Severity: compare.Minor,
	MQM: "accuracy/omission", ITS: "omission", Run: run,
}

// Bounds on what is told as left out. Found on human translations of one
// sentence, of which hardly any two leave something out.
const (
	surplus = 0.28 // by how much the share of words without counterpart is larger on one side
	least   = 3    // content words without counterpart
	quiet   = 0.30 // most of the other side must have its counterpart

	leastRun = 5 // content words in a row, whatever the shares
)

func run(p *compare.Pass) {
	if len(p.Event.Witnesses) > 2 {
		byMajority(p)
		return
	}
	for x := range p.Pairs() {
		if d, ok := compared(x); ok {
			p.Report(x, d)
		}
	}
}

// compared looks for what one of two versions has and the other leaves out.
func compared(x *compare.Pair) (compare.Difference, bool) {
	if !x.Parallel {
		return compare.Difference{}, false
	}
	freeA, freeB := untold(x.A, x.B, x.FreeA), untold(x.B, x.A, x.FreeB)
	_, _, a := stretch(x.A, freeA)
	_, _, b := stretch(x.B, freeB)
	switch {
	case x.LeftA-x.LeftB >= surplus && x.LeftB <= quiet && a >= least, clause(a, b) && x.LeftA > x.LeftB:
		return difference(x, x.A, x.B, freeA), true
	case x.LeftB-x.LeftA >= surplus && x.LeftA <= quiet && b >= least, clause(b, a) && x.LeftB > x.LeftA:
		return difference(x, x.B, x.A, freeB), true
	}
	return compare.Difference{}, false
}

// untold narrows the words of st that have no counterpart to those that are no part
// of a time which the other statement gives in its own way: "8 in the evening", "8pm".
func untold(st, other *witness.Statement, free func(int) bool) func(int) bool {
	var told []witness.Span
	for _, a := range compare.Facts[*witness.Time](st) {
		for _, b := range compare.Facts[*witness.Time](other) {
			if a.Clock >= 0 && a.Clock == b.Clock || a.Clock < 0 && b.Clock < 0 && !a.From.IsZero() && a.From.Equal(b.From) && a.To.Equal(b.To) {
				told = append(told, a.Span)
			}
		}
	}
	if told == nil {
		return free
	}
	return func(i int) bool {
		return free(i) && !slices.ContainsFunc(told, func(s witness.Span) bool { return s.Contains(st.Tokens[i].Span) })
	}
}

// clause reports whether a run of words that only one side has is one to
// tell, where the other has nothing like it instead, however much else the two
// share: in a long sentence a clause that was left out is a small part.
func clause(run, other int) bool { return run >= leastRun && other <= run/3 }

// byMajority tells of a version that leaves out what most others have, or has
// what most others leave out. Of many versions each leaves out something of another.
func byMajority(p *compare.Pass) {
	type tally struct {
		compared, lacks, adds int
		lack, add             compare.Difference
	}
	type member struct{ group, witness int }
	count := map[member]*tally{}
	var order []member
	at := func(m member) *tally {
		if count[m] == nil {
			count[m] = &tally{}
			order = append(order, m)
		}
		return count[m]
	}
	for x := range p.Pairs() {
		if !x.Parallel {
			continue
		}
		ta, tb := at(member{x.Group.ID, x.A.Witness.Index}), at(member{x.Group.ID, x.B.Witness.Index})
		ta.compared++
		tb.compared++
		d, ok := compared(x)
		if !ok {
			continue
		}
		full, lacks := ta, tb
		if d.A.Value == without {
			full, lacks = tb, ta
			d.A, d.B = d.B, d.A
		}
		full.adds, full.add = full.adds+1, d
		d.A, d.B = d.B, d.A
		lacks.lacks, lacks.lack = lacks.lacks+1, d
	}
	for _, m := range order {
		t := count[m]
		switch {
		case t.compared < 2:
		case 2*t.lacks > t.compared:
			t.lack.Severity = compare.Info
			p.Lonely(p.Event.Groups[m.group], t.lack)
		case 2*t.adds > t.compared:
			t.add.Kind, t.add.Severity = compare.Addition, compare.Info
			p.Lonely(p.Event.Groups[m.group], t.add)
		}
	}
}

const without = "left out"

// difference tells what st has and other lacks.
func difference(x *compare.Pair, st, other *witness.Statement, free func(int) bool) compare.Difference {
	first, last, words := stretch(st, free)
	for first > 0 && free(first-1) && st.Tokens[first-1].UPOS != "PUNCT" {
		first-- // the preposition or conjunction that the run hangs on
	}
	span := compare.TokenSpan(st, first, last)
	full := compare.Spot{Statement: st, Span: span, Value: "given"}
	lacks := compare.Spot{Statement: other, Span: other.Span, Value: without}
	d := compare.Difference{
		A: full, B: lacks, Kind: compare.Omission, Severity: compare.Minor, Confidence: 0.7, Topic: without,
		Reason: fmt.Sprintf("%d words in a row have no counterpart.", words),
	}
	if st == x.B {
		d.A, d.B = lacks, full
	}
	return d
}

// stretch finds the longest run of words without a counterpart, function words
// between them included, and counts its content words.
func stretch(st *witness.Statement, free func(int) bool) (first, last, words int) {
	for i := 0; i < len(st.Tokens); i++ {
		if !align.Content(&st.Tokens[i]) || !free(i) {
			continue
		}
		end, n := i, 0
		for k := i; k < len(st.Tokens); k++ {
			content := align.Content(&st.Tokens[k])
			if content && !free(k) {
				break
			}
			if content {
				n++
				end = k
			}
		}
		if n > words {
			first, last, words = i, end, n
		}
		i = end
	}
	return first, last, words
}
