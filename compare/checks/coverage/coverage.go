package coverage

import (
	_ "embed"
	"fmt"

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
	for x := range p.Pairs() {
		if !x.Parallel {
			continue
		}
		switch {
		case x.LeftA-x.LeftB >= surplus && x.LeftB <= quiet:
			report(p, x, x.A, x.B, x.FreeA)
		case x.LeftB-x.LeftA >= surplus && x.LeftA <= quiet:
			report(p, x, x.B, x.A, x.FreeB)
		default:
			clause(p, x)
		}
	}
}

// clause reports a run of words in a row that only one side has, where the
// other has nothing like it instead, however much else the two share: in a long
// sentence a clause that was left out is a small part.
func clause(p *compare.Pass, x *compare.Pair) {
	_, _, a := stretch(x.A, x.FreeA)
	_, _, b := stretch(x.B, x.FreeB)
	switch {
	case a >= leastRun && b <= a/3 && x.LeftA > x.LeftB:
		report(p, x, x.A, x.B, x.FreeA)
	case b >= leastRun && a <= b/3 && x.LeftB > x.LeftA:
		report(p, x, x.B, x.A, x.FreeB)
	}
}

// report tells what st has and other lacks.
func report(p *compare.Pass, x *compare.Pair, st, other *witness.Statement, free func(int) bool) {
	first, last, words := stretch(st, free)
	if words < least {
		return
	}
	for first > 0 && free(first-1) && st.Tokens[first-1].UPOS != "PUNCT" {
		first-- // the preposition or conjunction that the run hangs on
	}
	span := compare.TokenSpan(st, first, last)
	full := compare.Spot{Statement: st, Span: span, Value: "given"}
	lacks := compare.Spot{Statement: other, Span: other.Span, Value: "left out"}
	d := compare.Difference{
		A: full, B: lacks, Kind: compare.Omission, Severity: compare.Minor, Confidence: 0.7, Topic: "left out",
		Reason: fmt.Sprintf("%d words in a row have no counterpart.", words),
	}
	if st == x.B {
		d.A, d.B = lacks, full
	}
	p.Report(x, d)
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
