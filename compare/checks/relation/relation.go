package relation

import (
	_ "embed"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check relation.
var Check = &compare.Check{
	Name: "relation", Source: source, Examples: examples, Severity: compare.Major,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

func run(p *compare.Pass) {
	for x := range p.Pairs() {
		bearings(p, x)
		scenes(p, x)
		causes(p, x)
	}
	deaths(p)
	mishaps(p)
	situations(p)
	grounds(p)
	routes(p)
	appointments(p)
	if !p.Event.Aligned && !p.Event.Parallel {
		homes(p)
		deathbeds(p)
	}
}

// nameAt returns the name that begins at token i, or nil.
func nameAt(st *witness.Statement, i int) *witness.Name {
	return compare.FactOf(st, func(n *witness.Name) bool { return n.First == i })
}

// key folds a place name as the gazetteer wants it.
func key(lex *lexicon.Lexicon, n *witness.Name) (string, bool) {
	for _, form := range [...]string{n.Entity.Name, n.Form} {
		if k := lower(form); lex.Places().Has(k) {
			return k, true
		}
	}
	return "", false
}
