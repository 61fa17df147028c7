package gate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
)

// baselineVersion is the layout of a baseline file.
const baselineVersion = 1

// Baseline is the findings that were there when it was taken: they are shown
// and do not fail. It is meant to be committed, so it is sorted and has one
// finding a line, and nothing in it depends on the day or the machine.
type Baseline struct {
	Version  int
	Findings []BaselineEntry // in order of fingerprint
	ids      map[string]bool
}

// BaselineEntry is one finding. All but the fingerprint is for those who read
// the file.
type BaselineEntry struct {
	ID       string           `json:"id"`
	Event    string           `json:"event"`
	Check    string           `json:"check"`
	Severity compare.Severity `json:"severity"`
	Message  string           `json:"message,omitempty"`
}

// ParseBaseline reads the content of a baseline file; name is for errors.
func ParseBaseline(name string, data []byte) (*Baseline, error) {
	bad := func(format string, args ...any) error {
		return fmt.Errorf("%s: %s; take it anew with factdiff baseline update", name, fmt.Sprintf(format, args...))
	}
	var raw struct {
		Version  *int            `json:"version"`
		Findings []BaselineEntry `json:"findings"`
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&raw); err != nil {
		return nil, bad("not a baseline: %v", err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, bad("not a baseline: more than one value")
	}
	if raw.Version == nil {
		return nil, bad("not a baseline: it has no version")
	}
	if *raw.Version != baselineVersion {
		return nil, bad("version %d, and this factdiff reads %d", *raw.Version, baselineVersion)
	}
	b := &Baseline{Version: *raw.Version, Findings: raw.Findings}
	for i, e := range b.Findings {
		if !isFingerprint(e.ID) {
			return nil, bad("finding %d has no fingerprint: %q", i+1, e.ID)
		}
	}
	b.index()
	return b, nil
}

// LoadBaseline reads a baseline file. A file that is not there is an error of
// kind [fs.ErrNotExist].
func LoadBaseline(name string) (*Baseline, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, missing(name)
	}
	if err != nil {
		return nil, err
	}
	return ParseBaseline(name, data)
}

// missing is the name of a baseline that is not there.
type missing string

func (m missing) Error() string {
	return string(m) + ": no such baseline; take one with factdiff baseline update"
}

func (m missing) Is(target error) bool { return target == fs.ErrNotExist }

// index sorts and takes out what stands twice.
func (b *Baseline) index() {
	slices.SortStableFunc(b.Findings, func(x, y BaselineEntry) int { return strings.Compare(x.ID, y.ID) })
	b.Findings = slices.CompactFunc(b.Findings, func(x, y BaselineEntry) bool { return x.ID == y.ID })
	b.ids = make(map[string]bool, len(b.Findings))
	for _, e := range b.Findings {
		b.ids[e.ID] = true
	}
}

// Has reports whether the finding of a fingerprint is in the baseline; nil has
// none.
func (b *Baseline) Has(id string) bool { return b != nil && b.ids[id] }

// Update returns the baseline of what a decision leaves: every finding that is
// new or known. What was dismissed is left out, as the dismissal says more.
// added and gone are what it takes in and drops against b, which may be nil.
func (b *Baseline) Update(d *Decision) (next *Baseline, added, gone []BaselineEntry) {
	next = &Baseline{Version: baselineVersion}
	for i := range d.States {
		st := &d.States[i]
		if !st.Status.Live() {
			continue
		}
		f := &st.Finding
		next.Findings = append(next.Findings, BaselineEntry{f.ID, d.results[st.Event].ID, f.Check, f.Severity, f.Message})
	}
	next.index()
	for _, e := range next.Findings {
		if !b.Has(e.ID) {
			added = append(added, e)
		}
	}
	if b != nil {
		for _, e := range b.Findings {
			if !next.Has(e.ID) {
				gone = append(gone, e)
			}
		}
	}
	return next, added, gone
}

// Redact takes the messages out, which quote the reports.
func (b *Baseline) Redact() {
	for i := range b.Findings {
		b.Findings[i].Message = ""
	}
}

// Bytes returns the content of the file.
func (b *Baseline) Bytes() []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n  \"version\": %d,\n  \"findings\": [", b.Version)
	for i, e := range b.Findings {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n    ")
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(e); err != nil { // strings and a severity: cannot fail
			panic(err)
		}
		out.Write(bytes.TrimSpace(line.Bytes()))
	}
	if len(b.Findings) > 0 {
		out.WriteString("\n  ")
	}
	out.WriteString("]\n}\n")
	return out.Bytes()
}
