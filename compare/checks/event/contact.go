package event

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// contact is a meeting of two persons, with how often a report says there was
// one.
type contact struct {
	st     *witness.Statement
	span   witness.Span
	with   [2]int // the persons, by entity, in ascending order
	only   bool   // "the only meeting", "never met before"
	number float64
}

// meetings are the nouns of an encounter in person.
var meetings = map[string]bool{"meeting": true, "encounter": true, "summit": true, "visit": true}

// contacts compares how often two persons met: twice in one report, and only
// once in another.
func contacts(p *compare.Pass) {
	var all []contact
	for st := range p.Statements() {
		all = append(all, read(st)...)
	}
	slices.SortStableFunc(all, func(a, b contact) int {
		return cmp.Or(cmp.Compare(a.with[0], b.with[0]), cmp.Compare(a.with[1], b.with[1]))
	})
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.with != b.with {
				break
			}
			if a.st.Witness == b.st.Witness || !(a.only && b.number > 1 || b.only && a.number > 1) {
				continue
			}
			p.ReportAcross(compare.Difference{
				A:    compare.Spot{Statement: a.st, Span: a.span, Value: a.value()},
				B:    compare.Spot{Statement: b.st, Span: b.span, Value: b.value()},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.75,
				Topic:  fmt.Sprintf("meetings of %s and %s", p.Event.Entities[a.with[0]].Name, p.Event.Entities[a.with[1]].Name),
				Reason: "Who met more than once had not one meeting only.",
			})
		}
	}
}

func (c contact) value() string {
	if c.only {
		return "only once"
	}
	return fmt.Sprintf("%.0f times", c.number)
}

// read lists the counted meetings of a statement.
func read(st *witness.Statement) []contact {
	var out []contact
	for _, c := range compare.Facts[*witness.Claim](st) {
		if c.Predicate != "meet" || c.Negative || c.Modality != witness.Actual || c.Agent == nil {
			continue
		}
		n := times(st, c.Head)
		if n == 0 {
			continue
		}
		others := c.Others
		if c.Patient != nil {
			others = append(slices.Clone(others), *c.Patient)
		}
		for i := range others {
			if with, ok := couple(c.Agent.Entity, others[i].Entity); ok {
				out = append(out, contact{st: st, span: st.Tokens[c.Head].Span, with: with, number: n})
			}
		}
	}
	for i := range st.Tokens {
		if !meetings[st.Tokens[i].Lemma] || !sole(st, i) {
			continue
		}
		people := between(st, i)
		if len(people) == 2 {
			if with, ok := couple(people[0], people[1]); ok {
				out = append(out, contact{st: st, span: st.Tokens[i].Span, with: with, only: true})
			}
		}
	}
	return out
}

// couple orders two persons.
func couple(a, b *witness.Entity) ([2]int, bool) {
	if a == nil || b == nil || a == b {
		return [2]int{}, false
	}
	return [2]int{min(a.ID, b.ID), max(a.ID, b.ID)}, true
}

// times reads how often verb i happened: "met twice", "met three times".
func times(st *witness.Statement, i int) float64 {
	for k := i + 1; k < min(len(st.Tokens), i+3); k++ {
		switch st.Tokens[k].Lower {
		case "twice":
			return 2
		case "thrice":
			return 3
		}
	}
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Of == "time" && q.OfAt >= 0 && (st.Tokens[q.OfAt].Head == i || q.OfAt-i <= 4 && q.OfAt > i) {
			return q.Point
		}
	}
	return 0
}

// sole reports whether meeting i is said to be the only one.
func sole(st *witness.Statement, i int) bool {
	for k := i - 1; k >= max(0, i-6); k-- { // "the only face-to-face meeting"
		switch st.Tokens[k].Lower {
		case "only", "sole":
			return k > 0 && (st.Tokens[k-1].Lower == "the" || st.Tokens[k-1].Lower == "their")
		}
		if u := st.Tokens[k].UPOS; u != "ADJ" && u != "NOUN" && u != "ADV" && st.Tokens[k].Lower != "-" && st.Tokens[k].Lower != "to" {
			return false
		}
	}
	return false
}

// between lists who met: the persons named after "between" or "of" behind noun
// i.
func between(st *witness.Statement, i int) []*witness.Entity {
	if i+1 >= len(st.Tokens) || st.Tokens[i+1].Lower != "between" && st.Tokens[i+1].Lower != "of" {
		return nil
	}
	var out []*witness.Entity
	for _, n := range compare.Facts[*witness.Name](st) {
		if n.First > i && n.First < i+12 && n.Entity != nil && n.Entity.Kind != witness.Place && !n.Demonym && !slices.Contains(out, n.Entity) {
			out = append(out, n.Entity)
		}
	}
	return out
}
