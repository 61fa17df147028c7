package invented

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Subjects are the files of accounts, without their ending. Those whose name begins with
// "unread" are kept.
var Subjects = []string{"war", "harm", "politics", "business", "science", "crime", "disaster", "parliament", "culture", "briefs", "front", "regional", "economy", "discovery", "unread", "unread2"}

// account is an event in two reports, with the facts that both tell: a line of a file.
type account struct {
	ID, Published, A, B string
	Facts               []struct {
		A, B, Kind string
		Same       bool // the two tell it alike
	}
}

// event returns the account as an event of the reports "a" and "b".
func (a *account) event() *Event {
	e := &Event{Name: a.ID, ID: a.ID, Published: a.Published, Witnesses: []Witness{{"a", a.A}, {"b", a.B}}}
	for _, f := range a.Facts {
		if !f.Same {
			e.Differences = append(e.Differences, Difference{Kind: f.Kind, Readings: []Reading{{"a", f.A}, {"b", f.B}}})
		}
	}
	return e
}

// Accounts reads the accounts of a subject from the folder accounts of dir, in the order of
// the file. Errors give the line.
func Accounts(dir, subject string) ([]*Event, error) {
	name := filepath.Join(dir, "accounts", subject+".jsonl")
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var out []*Event
	for line := range strings.Lines(string(data)) {
		var a account
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, len(out)+1, err)
		}
		e := a.event()
		e.Unread = strings.HasPrefix(subject, "unread")
		out = append(out, e)
	}
	return out, nil
}
