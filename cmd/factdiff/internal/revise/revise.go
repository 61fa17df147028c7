// Package revise says what an edit of one article changed: which facts, and
// where only words.
//
// The two versions are an event of two witnesses that was checked like any
// other. Statements that stand in both as they are, moved or not, are done
// with. The others are paired: first by the aligner's groups, then by the words
// that they share, so that a sentence that was rewritten meets its old self and
// not nothing. In a pair the facts of both sides are compared as sets: what is
// on one side alone was changed, added or taken out. Where a pair has the same
// facts its words changed; what else that changed is for the reader to see.
//
// That is another question than a check's. To a check "eight hours" and "more
// than seven" are compatible, and nothing is said; to whoever writes the
// correction note the figure is not what it was.
package revise

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// Status says what became of a passage.
type Status string

// The statuses.
const (
	Facts   Status = "facts"   // at least one fact changed
	Words   Status = "words"   // other words, in which no change of a fact was found
	Added   Status = "added"   // new
	Removed Status = "removed" // gone
	Moved   Status = "moved"   // the same words in another place
)

// Passage is one or more statements of each version that correspond; Old is
// empty for what was added, New for what was removed.
type Passage struct {
	Status   Status
	Old, New []*witness.Statement
	Changes  []Change // of facts, in the order of the text
}

// Change is one fact that changed, was added (Old is nil) or removed (New is
// nil).
type Change struct {
	Kind     string // number, date, name, spelling, role, quote, attribution, polarity, actor, certainty, or a check's name
	Old, New *Value
}

// Value is a fact of one version.
type Value struct {
	Statement *witness.Statement
	Span      witness.Span
	Says      string // the normalised value
}

// Text returns the words of v.
func (v *Value) Text() string { return v.Statement.Witness.Text[v.Span.Start:v.Span.End] }

// Compare compares the versions of an event that was checked, whose witnesses
// are given as before and after. The passages are in the order of the new text,
// what was removed before what follows it.
func Compare(r *compare.Result, before, after *witness.Witness) []Passage {
	p := newPairing(r.Event, before, after)
	p.same()
	p.groups()
	p.likeness()
	p.parts()
	var out []Passage
	for _, x := range p.passages {
		if x.Status == Facts {
			x.Changes = changes(x.Old, x.New)
			x.Changes = append(x.Changes, seen(r, x, x.Changes)...)
			if len(x.Changes) == 0 {
				x.Status = Words
			}
		}
		out = append(out, *x)
	}
	for i, st := range before.Statements {
		if p.old[i] == nil {
			out = append(out, Passage{Status: Removed, Old: []*witness.Statement{st}, Changes: changes([]*witness.Statement{st}, nil)})
		}
	}
	for i, st := range after.Statements {
		if p.new[i] == nil {
			out = append(out, Passage{Status: Added, New: []*witness.Statement{st}, Changes: changes(nil, []*witness.Statement{st})})
		}
	}
	slices.SortStableFunc(out, func(a, b Passage) int { return cmp.Compare(p.place(&a), p.place(&b)) })
	return out
}

// seen returns what the checks found between the sides of a passage, where no
// change of a fact says it already: conflicts, such as words of opposite sense,
// and what was put as less sure, which to a check is no more than an
// imprecision.
func seen(r *compare.Result, x *Passage, said []Change) []Change {
	var out []Change
	for _, f := range r.Findings {
		if f.Kind != compare.Conflict && f.Check != "modality" || len(f.Readings) != 2 {
			continue
		}
		var c Change
		c.Kind = f.Check
		for _, rd := range f.Readings {
			if st := within(x.Old, rd); st != nil {
				c.Old = &Value{st, rd.Span(), rd.Value}
			}
			if st := within(x.New, rd); st != nil {
				c.New = &Value{st, rd.Span(), rd.Value}
			}
		}
		if c.Old == nil || c.New == nil || slices.ContainsFunc(said, func(s Change) bool { return tells(&s, &c) }) {
			continue
		}
		out = append(out, c)
	}
	return out
}

// tells reports whether a change of a fact says what a finding does: on the same words.
// Whose relative somebody is says nothing of what became of her.
func tells(s, c *Change) bool {
	return (c.Kind != "event" || s.Kind != "role") && (overlaps(s.Old, c.Old) || overlaps(s.New, c.New))
}

func overlaps(a, b *Value) bool { return a != nil && b != nil && a.Span.Overlaps(b.Span) }

func within(sts []*witness.Statement, rd compare.Reading) *witness.Statement {
	for _, st := range sts {
		if st.Witness.ID == rd.Witness && st.Span.Contains(rd.Span()) {
			return st
		}
	}
	return nil
}
