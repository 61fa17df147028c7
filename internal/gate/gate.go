// Package gate decides what a run of factdiff means for a build: which
// findings are new, which are known or dismissed, and with which status the
// program exits. It also reads the files that a desk or a repository keeps for
// that.
//
// A finding passes these in turn, and the first that takes it names its
// [Status]:
//
//	config          checks turned off, ignore patterns, thresholds  .factdiff.yaml
//	inline          comments in Markdown and HTML reports           <!-- factdiff-ignore: check reason -->
//	suppressions    findings dismissed one by one, each with why    .factdiff-ignore.yaml
//	baseline        findings that were there when it was taken      --baseline FILE
//
// What is left is new. A new finding fails the build where its severity is at
// or above fail_on; max_findings and min_score are ways to fail beside it.
//
// Exit status 1 is for findings and 2 for a run that could not be done, and
// the two never mix: a build that reads 2 as "differences found" would pass
// on the day that the input is empty.
//
// A dismissal hangs on the fingerprint of a finding and so on its evidence.
// When the evidence changes the finding comes back, and the entry is reported
// as unused; nothing is ever dismissed for good by a file and a line.
//
// A decision reads no clock: today's date is given to it. The environment too
// is read only as given.
package gate

import (
	"fmt"
	"slices"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/ingest"
	"github.com/factdiff/factdiff/witness"
)

// Status is what became of a finding.
type Status uint8

// The statuses.
const (
	New        Status = iota
	Known             // in the baseline
	Suppressed        // dismissed in .factdiff-ignore.yaml
	Inline            // set aside by a comment in a report
	Ignored           // by a pattern of the configuration
	Unsure            // below the confidence that the configuration asks for
	Off               // of a check that the configuration turns off
)

var statusNames = [...]string{"new", "known", "suppressed", "inline", "ignored", "unsure", "off"}

func (s Status) String() string { return statusNames[s] }

// Live reports whether a finding of the status is still shown and counted:
// what is known is, what was set aside is not.
func (s Status) Live() bool { return s == New || s == Known }

// Dismissed reports whether a person set a finding of the status aside, who is
// to be shown with the reason.
func (s Status) Dismissed() bool { return s == Suppressed || s == Inline }

// State is a finding with what became of it.
type State struct {
	Event   int // index in Request.Results
	Finding compare.Finding
	Status  Status
	// Fails says that the finding makes the exit status 1.
	Fails bool
	// Why is the justification where the finding was set aside.
	Why string
	// Suppression is the entry that took the finding; nil for other statuses.
	Suppression *Suppression
}

// Request is what there is to decide on. Everything but Results may be empty.
type Request struct {
	Results []*compare.Result
	// Inline are the suppressions that the reports of each result carry;
	// as long as Results or nil.
	Inline       [][]ingest.Suppression
	Config       *Config
	Baseline     *Baseline
	Suppressions *Suppressions
	// Today decides whether a suppression has expired: one that expires on a
	// day holds on that day.
	Today time.Time
	// Failed is how many events could not be read or checked.
	Failed int
	// Partial says that the results are not of all events that the baseline
	// and the suppressions are about: a finding that is not among them may
	// be elsewhere, and no entry is called unused or gone.
	Partial bool
	// Scores are the scores of the reports that are translations, for
	// min_score.
	Scores []Score
}

// Score is the quality score of one report.
type Score struct {
	Event, Witness string
	Value          float64 // 0 to 100
	Critical       bool    // it has a critical issue, which fails by itself
}

// Decision is what a run means.
type Decision struct {
	Exit int // 0, 1 or 2
	// States has every finding, in the order of the results.
	States []State
	// Reasons say why Exit is not 0.
	Reasons []Reason
	// Warnings are entries that have no effect any more, a line each:
	// suppressions and comments that took nothing, suppressions that have
	// expired, accepted findings that are gone from the baseline.
	Warnings []string
	// Unused are the suppressions among those that took nothing; Gone the
	// entries of the baseline.
	Unused []*Suppression
	Gone   []BaselineEntry

	results []*compare.Result
}

// Reason is why a run fails, in a line.
type Reason struct {
	Kind ReasonKind
	Text string
}

// ReasonKind is the sort of a reason.
type ReasonKind uint8

// The sorts of reasons.
const (
	TooSevere  ReasonKind = iota // a new finding is as severe as fail_on
	TooMany                      // more new findings than max_findings
	LowScore                     // a translation scores below min_score, or has a critical issue
	NotChecked                   // an event could not be read or checked
)

// Decide decides.
func Decide(r Request) *Decision {
	c := r.Config
	if c == nil {
		c = Default()
	}
	d := &Decision{results: r.Results}
	used := map[string]bool{}
	known := map[string]bool{}
	inline := make([][]bool, len(r.Inline))
	for i := range inline {
		inline[i] = make([]bool, len(r.Inline[i]))
	}
	for e, res := range r.Results {
		for _, f := range res.Findings {
			st := State{Event: e, Finding: f}
			if s, ok := c.severity(f.Check); ok {
				st.Finding.Severity = s
			}
			var comments []ingest.Suppression
			if e < len(r.Inline) {
				comments = r.Inline[e]
			}
			sup := r.Suppressions.find(f.ID)
			used[f.ID] = used[f.ID] || sup != nil
			known[f.ID] = known[f.ID] || r.Baseline.Has(f.ID)
			// Every comment and entry that matches counts as used, also
			// where another took the finding before it.
			comment := -1
			for i, s := range comments {
				if covers(s, &f) {
					inline[e][i] = true
					if comment < 0 {
						comment = i
					}
				}
			}
			why, pattern := c.ignores(res.Event, &f)
			switch {
			case c.off(f.Check):
				st.Status = Off
			case f.Confidence < c.minConfidence(f.Check):
				st.Status = Unsure
			case pattern:
				st.Status, st.Why = Ignored, why
			case comment >= 0:
				st.Status, st.Why = Inline, comments[comment].Reason
			case sup != nil && !sup.expired(r.Today):
				st.Status, st.Why, st.Suppression = Suppressed, sup.why(), sup
			case r.Baseline.Has(f.ID):
				st.Status = Known
			}
			st.Fails = st.Status == New && c.failOn != nil && st.Finding.Severity >= *c.failOn
			d.States = append(d.States, st)
		}
	}
	d.outcome(c, r)
	d.leftovers(r, used, known, inline)
	return d
}

// covers reports whether a comment in a report sets a finding aside: one of
// the finding's readings stands in the comment's paragraph.
func covers(s ingest.Suppression, f *compare.Finding) bool {
	if s.Check != f.Check && s.Check != "all" {
		return false
	}
	return slices.ContainsFunc(f.Readings, func(rd compare.Reading) bool {
		return rd.Witness == s.Witness && (rd.Span().Overlaps(s.Span) || s.Span.Contains(rd.Span()))
	})
}

// outcome sets the exit status and its reasons.
func (d *Decision) outcome(c *Config, r Request) {
	fresh, failing := 0, 0
	for i := range d.States {
		if d.States[i].Status == New {
			fresh++
		}
		if d.States[i].Fails {
			failing++
		}
	}
	if failing > 0 {
		d.reason(TooSevere, "%s at or above %s", count(failing, "new finding"), c.FailOn)
	}
	if c.MaxFindings != nil && fresh > *c.MaxFindings {
		d.reason(TooMany, "%s, more than max_findings %d", count(fresh, "new finding"), *c.MaxFindings)
	}
	if c.MinScore != nil {
		for _, s := range r.Scores {
			switch {
			case s.Critical:
				d.reason(LowScore, "%s of %s has a critical issue, with which no score passes", s.Witness, s.Event)
			case s.Value < *c.MinScore:
				d.reason(LowScore, "%s of %s scores %.1f, below min_score %g", s.Witness, s.Event, s.Value, *c.MinScore)
			}
		}
	}
	if len(d.Reasons) > 0 {
		d.Exit = 1
	}
	if r.Failed > 0 {
		d.Exit = 2
		d.reason(NotChecked, "%s could not be checked", count(r.Failed, "event"))
	}
}

func (d *Decision) reason(kind ReasonKind, format string, args ...any) {
	d.Reasons = append(d.Reasons, Reason{kind, fmt.Sprintf(format, args...)})
}

// leftovers lists what has no effect any more. Where not all events were
// checked the finding of an entry may be in one that was not.
func (d *Decision) leftovers(r Request, used, known map[string]bool, inline [][]bool) {
	whole := r.Failed == 0 && !r.Partial
	warn := func(format string, args ...any) { d.Warnings = append(d.Warnings, fmt.Sprintf(format, args...)) }
	if s := r.Suppressions; s != nil {
		for i := range s.Entries {
			e := &s.Entries[i]
			switch {
			case e.expired(r.Today):
				warn("%s: the dismissal of %s expired on %s", s.place(e), e.Fingerprint, e.Expires)
			case whole && !used[e.Fingerprint]:
				d.Unused = append(d.Unused, e)
				warn("%s: the dismissal of %s is unused: its finding is gone or its evidence changed", s.place(e), e.Fingerprint)
			}
		}
	}
	for i := range inline {
		for j, hit := range inline[i] {
			if s := r.Inline[i][j]; !hit {
				warn("%s:%d: factdiff-ignore is unused: %s finds nothing in this paragraph", s.Path, s.Line, s.Check)
			}
		}
	}
	if r.Baseline != nil && whole {
		for _, e := range r.Baseline.Findings {
			if !known[e.ID] {
				d.Gone = append(d.Gone, e)
			}
		}
		if n := len(d.Gone); n > 0 {
			warn("%s of the baseline %s gone: update it", count(n, "finding"), map[bool]string{true: "is", false: "are"}[n == 1])
		}
	}
}

// Results returns the results with the findings of those statuses that are
// wanted, [Status.Live] for one, and with the severities of the configuration.
// The results that were decided on stay as they are.
func (d *Decision) Results(want func(Status) bool) []*compare.Result {
	out := make([]*compare.Result, len(d.results))
	for i, r := range d.results {
		c := *r
		c.Findings = []compare.Finding{}
		out[i] = &c
	}
	for i := range d.States {
		if st := &d.States[i]; want(st.Status) {
			out[st.Event].Findings = append(out[st.Event].Findings, st.Finding)
		}
	}
	for _, r := range out {
		// Most severe first: a changed severity changes the order.
		slices.SortStableFunc(r.Findings, func(a, b compare.Finding) int { return int(b.Severity) - int(a.Severity) })
	}
	return out
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// path returns where the text of a witness was read from.
func path(ev *witness.Event, id string) string {
	if ev != nil {
		for _, w := range ev.Witnesses {
			if w.ID == id {
				return w.Path
			}
		}
	}
	return ""
}
