// Package render is what the formats share: it turns results into a view that
// is ready to be printed and never prints anything itself.
//
// A format calls Events once and walks what it gets. In the view every reading
// has its position in all column units, its statement, and its words with the
// differing tokens marked; every finding has its readings grouped by value,
// its state against the baseline and the suppressions, and the check that made
// it. Where the report's text must not leave the house (Options.Redact) the
// texts are masked before any format sees them, so that a format cannot leak
// what it was never given.
//
// The view is a function of its input alone: nothing here reads a clock, the
// environment or a locale, and no map is walked in its own order.
package render

import "github.com/factdiff/factdiff/compare"

// Never is a FailOn that no finding reaches.
const Never = compare.Critical + 1

// Options says how results are to be written. The zero value is of use: plain
// text, 80 columns wide, nothing left out, any finding counts as a failure.
type Options struct {
	// Color allows ANSI colours. Formats that are no terminal ignore it.
	Color bool
	// Width is the number of columns to write in; 0 means 80.
	Width int
	// Redact leaves the words of the reports out. Offsets, lines and columns
	// stay, since they are of use only to somebody who has the text.
	Redact bool
	// Template is the text of the template that the format of that name
	// executes.
	Template string
	// Version is the program's own, for the formats that name their tool.
	Version string
	// ShowContext adds the statements before and after to what the terminal
	// shows. The HTML report has them in any case, folded.
	ShowContext bool
	// FailOn is the least severity that fails a build, for the formats that
	// tell a failure from a remark.
	FailOn compare.Severity
	// States holds what the baseline and the suppressions say of findings, by
	// their ID. A finding that is not in it is new. It is nil where there is
	// neither, and then no format speaks of "new" at all.
	States map[string]State
}

// Status is how a finding stands against the baseline and the suppressions.
type Status string

// The statuses.
const (
	New        Status = "new"        // not in the baseline, or there is none
	Unchanged  Status = "unchanged"  // was known when the baseline was taken
	Suppressed Status = "suppressed" // dismissed by a person, with a reason
)

// State is the status of one finding, with the reason why a person dismissed
// it.
type State struct {
	Status        Status
	Justification string
}

// Columns returns the width to write in.
func (o *Options) Columns() int {
	if o == nil || o.Width <= 0 {
		return 80
	}
	return o.Width
}

// State returns what is known of the finding with the given ID.
func (o *Options) State(id string) State {
	if s, ok := o.States[id]; ok && s.Status != "" {
		return s
	}
	return State{Status: New}
}

// Fails reports whether f fails a build: new, and severe enough.
func (o *Options) Fails(f *Finding) bool {
	return f.State.Status == New && f.Severity >= o.FailOn
}
