package list

import (
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// member is a country that a report has in an organisation, or about to enter
// it.
type member struct {
	st     *witness.Statement
	span   witness.Span
	who    *witness.Entity
	in     *witness.Entity
	joined bool
}

// accessions compares which countries the reports have in an organisation with
// those whose entry they still expect or refuse.
func accessions(p *compare.Pass) {
	var all []member
	for st := range p.Statements() {
		all = append(all, pending(st)...)
		all = append(all, joined(st)...)
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.who != b.who || a.in != b.in || a.joined == b.joined || a.st.Witness == b.st.Witness {
				continue
			}
			p.ReportAcross(compare.Difference{
				A:    compare.Spot{Statement: a.st, Span: a.span, Value: a.value()},
				B:    compare.Spot{Statement: b.st, Span: b.span, Value: b.value()},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: fmt.Sprintf("%s in %s", a.who.Name, a.in.Name),
				Reason: "Who has joined does not wait to be let in.",
			})
		}
	}
}

func (m *member) value() string {
	if m.joined {
		return "joined"
	}
	return "not yet in"
}

// entering are the nouns of coming into an organisation, and joining the verbs
// of having done so.
var (
	entering = map[string]bool{"accession": true, "admission": true, "entry": true, "membership": true}
	joining  = map[string]bool{"join": true, "enter": true}
	bodies   = map[string]bool{"bloc": true, "alliance": true, "union": true, "organisation": true, "organization": true}
)

// pending reads "the accession of A and B to C".
func pending(st *witness.Statement) []member {
	var out []member
	names := compare.Facts[*witness.Name](st)
	for i := range st.Tokens {
		if !entering[st.Tokens[i].Lemma] || i+1 >= len(st.Tokens) || st.Tokens[i+1].Lower != "of" {
			continue
		}
		var who []*witness.Name
		for _, n := range names {
			if n.First <= i || n.First > i+12 || n.Entity == nil {
				continue
			}
			prep := st.Tokens[n.First-1].Lower
			if n.Entity.Kind != witness.Organisation || prep != "to" && prep != "into" && prep != "in" {
				if n.Entity.Kind == witness.Place {
					who = append(who, n)
				}
				continue
			}
			for _, w := range who {
				out = append(out, member{st, compare.TokenSpan(st, i, n.Last), w.Entity, n.Entity, false})
			}
			break
		}
	}
	return out
}

// joined reads "A and B joined C", and "the countries that joined C, that is, A
// and B".
func joined(st *witness.Statement) []member {
	var out []member
	names := compare.Facts[*witness.Name](st)
	for _, c := range compare.Facts[*witness.Claim](st) {
		if !joining[c.Predicate] || c.Negative || c.Modality != witness.Actual || c.Tense != witness.Past || c.Patient == nil || c.Agent == nil {
			continue
		}
		in := c.Patient.Entity
		if in == nil && bodies[c.Patient.Lemma] {
			in = onlyBody(names, c.Head)
		}
		if in == nil || in.Kind != witness.Organisation {
			continue
		}
		if e := c.Agent.Entity; e != nil && e.Kind == witness.Place {
			out = append(out, member{st, compare.TokenSpan(st, min(c.Agent.Head, c.Head), max(c.Head, c.Patient.Head)), e, in, true})
			continue
		}
		from := explained(st, c.Head)
		for _, n := range names {
			if from >= 0 && n.First >= from && n.Entity != nil && n.Entity.Kind == witness.Place && !n.Demonym {
				out = append(out, member{st, compare.TokenSpan(st, c.Head, n.Last), n.Entity, in, true})
			}
		}
	}
	return out
}

// onlyBody returns the one organisation named before token i.
func onlyBody(names []*witness.Name, i int) *witness.Entity {
	var found *witness.Entity
	for _, n := range names {
		if n.First < i && n.Entity != nil && n.Entity.Kind == witness.Organisation {
			if found != nil && found != n.Entity {
				return nil
			}
			found = n.Entity
		}
	}
	return found
}

// explained returns where a statement goes on to name those it spoke of before
// ("that is", "namely"), or -1.
func explained(st *witness.Statement, i int) int {
	for k := i + 1; k+1 < len(st.Tokens); k++ {
		if w := st.Tokens[k].Lower; w == "namely" || w == ":" || w == "that" && st.Tokens[k+1].Lower == "is" {
			return k + 1
		}
	}
	return -1
}
