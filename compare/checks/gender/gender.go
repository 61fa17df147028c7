package gender

import (
	_ "embed"
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/marks"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check gender.
var Check = &compare.Check{
	Name: "gender", Source: source, Examples: examples, Artefact: true, Severity: compare.Major,
	MQM: "fluency/grammar", ITS: "grammar", Run: run,
}

func run(p *compare.Pass) {
	isPerson := func(e *witness.Entity) bool { return e != nil && e.Kind == witness.Person }
	var found []marks.Gendered
	for _, w := range p.Event.Witnesses {
		if w.English() {
			found = append(found, marks.Pronouns(p.Lexicon, w, isPerson)...)
		}
	}
	known, why := marks.Settled(p.Lexicon, p.Event, found)
	// A pronoun that may be somebody else's is told only of a report that
	// surely gets the person wrong elsewhere.
	type wrong struct {
		w *witness.Witness
		e *witness.Entity
	}
	sure := map[wrong]bool{}
	for _, f := range found {
		if f.Strong && known[f.Entity] != f.Gender {
			sure[wrong{f.Statement.Witness, f.Entity}] = true
		}
	}
	for _, f := range found {
		want := known[f.Entity]
		if want == witness.UnknownGender || want == f.Gender || !sure[wrong{f.Statement.Witness, f.Entity}] {
			continue
		}
		t := &f.Statement.Tokens[f.Token]
		p.Mark(compare.Mark{
			Spot:     compare.Spot{Statement: f.Statement, Span: around(f.Statement, f.Token), Value: t.Lower},
			Also:     also(&f, found),
			Severity: compare.Major, Confidence: 0.8,
			Message: fmt.Sprintf("“%s” of %s, who is “%s” by %s", t.Form, f.Entity.Name, nominative(want), why[f.Entity]),
			Reason:  "Engines choose a pronoun's gender by the noun of the source or by habit.",
			Suggest: turned(t.Lower),
		})
	}
	for st := range marks.Prose(p.Event) {
		if n, k, ok := marks.Ages(p.Lexicon, st); ok {
			pair(p, st, n, k)
		}
		if s, o, ok := marks.Reflexives(st); ok {
			pair(p, st, s, o)
		}
	}
}

func pair(p *compare.Pass, st *witness.Statement, a, b int) {
	x, y := &st.Tokens[a], &st.Tokens[b]
	p.Mark(compare.Mark{
		Spot:     compare.Spot{Statement: st, Span: marks.Span(st, a, b), Value: x.Lower + " " + y.Lower},
		Severity: compare.Major, Confidence: 0.9,
		Message: fmt.Sprintf("“%s” and “%s” are one person", x.Form, y.Form),
		Reason:  "The two words show two genders.",
		Suggest: turned(y.Lower),
	})
}

// around widens a pronoun to the verb or noun after it.
func around(st *witness.Statement, i int) witness.Span {
	t := &st.Tokens[i]
	if i+1 < len(st.Tokens) && marks.Word(st.Tokens[i+1].Form) {
		return marks.Span(st, i, i+1)
	}
	return t.Span
}

// also gives the name that the pronoun hangs on, and where the report itself
// has it right.
func also(f *marks.Gendered, found []marks.Gendered) []compare.Spot {
	out := []compare.Spot{{Statement: f.At, Span: f.Name.Span, Value: f.Entity.Name}}
	for _, o := range found {
		if o.Entity == f.Entity && o.Statement.Witness == f.Statement.Witness && o.Gender != f.Gender {
			t := &o.Statement.Tokens[o.Token]
			return append(out, compare.Spot{Statement: o.Statement, Span: around(o.Statement, o.Token), Value: t.Lower})
		}
	}
	return out
}

func nominative(g witness.Gender) string {
	if g == witness.Feminine {
		return "she"
	}
	return "he"
}

func turned(w string) string {
	switch w {
	case "he":
		return "she"
	case "his", "him":
		return "her"
	case "himself":
		return "herself"
	case "she":
		return "he"
	case "her":
		return "his"
	case "herself":
		return "himself"
	}
	return ""
}
