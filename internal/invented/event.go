package invented

import "strings"

// Event is an event in several reports, with what they tell differently.
type Event struct {
	Name        string `json:"-"` // of its file, or of an account its ID
	Unread      bool   `json:"-"` // it is there to measure, and not to be read or learned from
	ID          string
	Published   string // a date, 2024-03-12: of all reports
	Witnesses   []Witness
	Differences []Difference
}

// Witness is a report.
type Witness struct{ ID, Text string }

// Difference is what two reports or more tell differently, in the words of each.
type Difference struct {
	ID, Kind, Severity string
	Readings           []Reading
}

// Reading is what one report says, in its words.
type Reading struct{ Witness, Quote string }

// Told reports whether a half-open span of bytes of a report touches the words of a reading,
// where they stand first in that report.
func (e *Event) Told(r Reading, report string, start, end int) bool {
	if r.Witness != report {
		return false
	}
	for _, w := range e.Witnesses {
		if w.ID == report {
			at := strings.Index(w.Text, r.Quote)
			return at >= 0 && start < at+len(r.Quote) && at < end
		}
	}
	return false
}
