package compare

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/witness"
)

// SchemaVersion names the layout of a Result as JSON. It changes when a field
// changes its meaning or goes; new fields do not change it.
const SchemaVersion = "factdiff/1"

// Severity is what is at stake if a finding is right. It says nothing of how
// sure the program is; see Finding.Confidence.
type Severity uint8

// The severities, the least first.
const (
	Info Severity = iota
	Minor
	Major
	Critical
)

var severityNames = [...]string{"info", "minor", "major", "critical"}

// Severities lists the names of the severities, the least first.
func Severities() []string { return slices.Clone(severityNames[:]) }

func (s Severity) String() string { return severityNames[s] }

// MarshalText writes the name of s.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the name of a severity.
func (s *Severity) UnmarshalText(b []byte) error {
	v, err := ParseSeverity(string(b))
	*s = v
	return err
}

// ParseSeverity returns the severity of a name.
func ParseSeverity(name string) (Severity, error) {
	for i, n := range severityNames {
		if n == name {
			return Severity(i), nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q: want info, minor, major or critical", name)
}

// Kind is the sort of difference that a finding reports.
type Kind string

// The kinds. Conflict, imprecision, omission and addition set witnesses
// against each other; an artefact is seen in one alone.
const (
	Conflict    Kind = "conflict"    // cannot both be right
	Imprecision Kind = "imprecision" // compatible, but one says less or hedges otherwise
	Omission    Kind = "omission"    // most report it, one leaves it out
	Addition    Kind = "addition"    // one reports it, the others do not
	Artefact    Kind = "artefact"    // a mark of bad translation in one report
)

// Reading is what one witness says: the words and their normalised value.
type Reading struct {
	Witness string `json:"witness"`
	Start   int    `json:"start" jsonschema_description:"Offset in UTF-8 bytes into the text of the witness: the file itself for plain text, for a page or Markdown what is left without the markup."`
	End     int    `json:"end" jsonschema_description:"Offset of the byte after the last."`
	Text    string `json:"text" jsonschema_description:"The words that stand there."`
	Value   string `json:"value"`

	// Statement is the index of the statement that holds the words.
	Statement int `json:"-"`
}

// Span returns the place of r in its witness's text.
func (r Reading) Span() witness.Span { return witness.Span{Start: r.Start, End: r.End} }

// Finding is one difference, or one artefact, with the words of every witness
// concerned. It is symmetric: no reading is the right one.
type Finding struct {
	// ID is the fingerprint, the same for the same check, values and
	// statements, whatever the file, line, order or run.
	ID       string   `json:"id"`
	Check    string   `json:"check"`
	Kind     Kind     `json:"kind"`
	Severity Severity `json:"severity"`
	// Confidence, 0 to 1, is how sure the program is that what it says is
	// so.
	Confidence float64 `json:"confidence"`
	// Message is one line that names each report and what it says.
	Message string `json:"message"`
	// Group is the ID of the group, absent for an artefact.
	Group *int `json:"group,omitempty"`
	// Readings are ordered by witness, then place.
	Readings []Reading `json:"readings"`
	// Outliers are the IDs of the witnesses that stand against the
	// majority; empty where there is none.
	Outliers []string `json:"outliers"`

	// Reason is the rule's ground in a sentence: "8 h lies inside more than
	// 7 h".
	Reason string `json:"reason,omitempty"`
	// Suggest is a better wording, for an artefact that has one.
	Suggest string `json:"suggest,omitempty"`
	// Trace is how the finding came about, a line a step, for explain.
	Trace []string `json:"-"`
}

// StatementResult is the place of a statement.
type StatementResult struct {
	Start int `json:"start" jsonschema_description:"Offset in UTF-8 bytes into the text of the witness, as in a reading."`
	End   int `json:"end" jsonschema_description:"Offset of the byte after the last."`
}

// WitnessResult lists the statements of one witness, in text order.
type WitnessResult struct {
	ID         string            `json:"id"`
	Statements []StatementResult `json:"statements"`
}

// Member is a statement of a group.
type Member struct {
	Witness   string `json:"witness"`
	Statement int    `json:"statement"` // index in that witness's list
}

// GroupResult is a group of corresponding statements.
type GroupResult struct {
	ID      int      `json:"id"`
	Members []Member `json:"members"`
	Score   float64  `json:"score"`
}

// Result is what checking one event gives. As JSON it is a result of the
// batch protocol.
type Result struct {
	Schema    string          `json:"schema"`
	ID        string          `json:"id"`
	Witnesses []WitnessResult `json:"witnesses"`
	Groups    []GroupResult   `json:"groups"`
	// Findings are in a total order: most severe first, then by group,
	// position, check.
	Findings []Finding `json:"findings"`
	// Notes are what a reader of the findings should know of the reports, a
	// line each.
	Notes []string `json:"notes,omitempty" jsonschema_description:"What a reader of the findings should know, a line each: that reports are not in English, of which little is compared."`

	// Event is the event that was checked, with its texts: reporters show
	// the words around a reading from it.
	Event *witness.Event `json:"-"`
	// Checks are those that ran, in the suite's order.
	Checks []*Check `json:"-"`
}

// Worst returns the highest severity among the findings, and false where
// there is none.
func (r *Result) Worst() (Severity, bool) {
	worst, any := Info, false
	for i := range r.Findings {
		worst, any = max(worst, r.Findings[i].Severity), true
	}
	return worst, any
}
