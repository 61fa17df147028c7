package list

import (
	_ "embed"

	"github.com/factdiff/factdiff/compare"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check list.
var Check = &compare.Check{
	Name: "list", Source: source, Examples: examples, Severity: compare.Major,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

func run(p *compare.Pass) {
	for st := range p.Statements() {
		announced(p, st)
	}
	for x := range p.Pairs() {
		roles(p, x)
		if x.Parallel {
			twice(p, x)
		} else {
			counted(p, x)
			named(p, x)
			complete(p, x)
		}
	}
	if !p.Event.Aligned && !p.Event.Parallel {
		extremes(p)
		accessions(p)
		denied(p)
	}
}
