package role

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// A bond is what stands beside the name of a person of what one has one of: whose kin,
// of which party, on which side in court, in which calling. The name is the link, so two
// reports are compared wherever they say it.
type bond struct {
	st     *witness.Statement
	bearer *witness.Entity
	span   witness.Span
	sort   sort
	value  string // what is compared, within a sort
	shown  string
	owner  owner // of kin
	office bool  // read from an office, which is compared as such
	heard  bool  // of a witness, who may have sat on the bench before
}

// sort is what kind of thing a bond says.
type sort string

// The sorts of bonds, by what a finding is about.
const (
	ofKin     sort = "kin"
	ofParty   sort = "party"
	ofSide    sort = "side in court"
	ofCalling sort = "calling"
)

// bonds compares what the reports say beside the name of each person, over the whole
// event. A report that says two things of one sort knows more than can be told apart. What it
// says again is no other bond, so few are left to compare however long it is.
func bonds(p *compare.Pass) {
	type said struct {
		in     *witness.Witness
		bearer *witness.Entity
		sort   sort
		value  string
		owner  owner
	}
	seen := map[said]bool{}
	byBearer := make([][]bond, len(p.Event.Entities))
	for st := range p.Statements() {
		for _, read := range [...]func(*lexicon.Lexicon, *witness.Statement) []bond{kin, parties, sides, callings} {
			for _, b := range read(p.Lexicon, st) {
				if s := (said{st.Witness, b.bearer, b.sort, b.value, b.owner}); !seen[s] {
					seen[s] = true
					byBearer[b.bearer.ID] = append(byBearer[b.bearer.ID], b)
				}
			}
		}
	}
	for _, list := range byBearer {
		own := map[*witness.Witness][]bond{}
		for _, b := range list {
			own[b.st.Witness] = append(own[b.st.Witness], b)
		}
		for i, a := range list {
			for _, b := range list[i+1:] {
				if a.st.Witness != b.st.Witness && apart(p, a, b) && !knows(p, own[a.st.Witness], a, b) && !knows(p, own[b.st.Witness], b, a) {
					p.ReportAcross(difference(a, b))
				}
			}
		}
	}
}

// apart reports whether two bonds of one person cannot both be so.
func apart(p *compare.Pass, a, b bond) bool {
	if a.sort != b.sort || a.value == b.value {
		return false
	}
	switch a.sort {
	case ofKin:
		return otherKin(p.Lexicon, a.value, b.value) && oneOwner(p, a, b)
	case ofParty:
		return twoParties(p, a, b)
	case ofCalling:
		return twoCallings(p.Lexicon, a.value, b.value)
	}
	return a.heard == b.heard && !(a.office && b.office)
}

// knows reports whether the report of mine says elsewhere what the other says, or nothing
// that stands against it: two words for one bond.
func knows(p *compare.Pass, own []bond, mine, other bond) bool {
	return slices.ContainsFunc(own, func(b bond) bool {
		return b.sort == other.sort && b.value != mine.value && !apart(p, b, other)
	})
}

func difference(a, b bond) compare.Difference {
	d := compare.Difference{
		A:    compare.Spot{Statement: a.st, Span: a.span, Value: a.shown},
		B:    compare.Spot{Statement: b.st, Span: b.span, Value: b.shown},
		Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.7,
		Topic:  fmt.Sprintf("%s of %s", a.sort, a.bearer.Name),
		Reason: fmt.Sprintf("Nobody is both, and %s is named in both reports.", a.bearer.Name),
	}
	if a.sort == ofKin && loosely(a.value, b.value) {
		d.Kind, d.Reason = compare.Imprecision, "One report leaves out by what marriage they are kin."
	}
	return d
}

// text is the words of tokens i to j.
func text(st *witness.Statement, i, j int) string {
	s := compare.TokenSpan(st, i, j)
	return st.Witness.Text[s.Start:s.End]
}
