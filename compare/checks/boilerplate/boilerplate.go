package boilerplate

import (
	_ "embed"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check boilerplate.
var Check = &compare.Check{
	Name: "boilerplate", Source: source, Examples: examples, Artefact: true, Severity: compare.Minor,
	MQM: "accuracy/addition", ITS: "non-conformance", Run: run,
}

func run(p *compare.Pass) {
	// What two outlets have word for word, down to a notice, comes from
	// neither reporter.
	lines := map[string]*witness.Witness{}
	shared := map[string]bool{}
	for _, w := range p.Event.Witnesses {
		for _, st := range w.Statements {
			text := st.Text()
			if first, ok := lines[text]; ok && first != w {
				shared[text] = true
			}
			lines[text] = w
		}
	}
	for _, w := range p.Event.Witnesses {
		for _, st := range w.Statements {
			if st.Kind == witness.Furniture || notice(p, st, shared[st.Text()]) {
				p.Mark(compare.Mark{
					Spot:     compare.Spot{Statement: st, Span: st.Span, Value: "boilerplate"},
					Severity: compare.Minor, Confidence: 0.9, Message: "text of the site, not of the report",
					Reason: "The wording is that of forms, notices and links, and none of it tells of the event.",
				})
			}
		}
	}
}

// notice reports whether a statement that is too long for a button begins as
// notices do, and stands in another report too or at the end of this one.
func notice(p *compare.Pass, st *witness.Statement, shared bool) bool {
	words := strings.Fields(strings.ToLower(st.Text()))
	vs, n := p.Lexicon.Boilerplates().Longest(words)
	if n == 0 || vs[0].Weight < 2 || vs[0].Where == "line" {
		return false
	}
	last := len(st.Witness.Statements) - 1
	return shared || vs[0].Where == "start" && strings.HasSuffix(words[n-1], ":") && st.Index >= last-2 && st.Index > 3
}
