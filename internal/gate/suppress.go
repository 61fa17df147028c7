package gate

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/factdiff/factdiff/internal/ingest/yamlfile"
)

// SuppressionsName is the name of the file of dismissed findings.
const SuppressionsName = ".factdiff-ignore.yaml"

// Reasons are the reasons for which a finding may be dismissed. They are few
// and fixed so that what a check is dismissed for can be counted: "false
// positive" is the program's mistake, the others are facts about the reports.
var Reasons = []string{
	"false positive",       // the program misread
	"same meaning",         // other words for the same thing
	"sources truly differ", // the reports differ, and rightly
	"other time or scope",  // the figures are of another day, place or group
	"fixed",                // the report has been corrected
	"won't fix",            // it is wrong, and stays
}

// ParseReason returns the reason that a user means: in any case, with dashes
// or underscores for spaces, with or without the apostrophe, or as an
// unambiguous beginning.
func ParseReason(s string) (string, error) {
	fold := func(s string) string {
		return strings.NewReplacer("-", " ", "_", " ", "'", "", "’", "").Replace(strings.ToLower(strings.TrimSpace(s)))
	}
	var found []string
	for _, r := range Reasons {
		if fold(r) == fold(s) {
			return r, nil
		}
		if fold(s) != "" && strings.HasPrefix(fold(r), fold(s)) {
			found = append(found, r)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	return "", fmt.Errorf("unknown reason %q: want %s", s, strings.Join(Reasons, ", "))
}

// Suppression is one dismissed finding.
type Suppression struct {
	Fingerprint string `yaml:"fingerprint" jsonschema:"required,pattern=^v[0-9]+:[0-9a-f]+$" jsonschema_description:"The finding's id."`
	Reason      string `yaml:"reason" jsonschema:"required,enum=false positive,enum=same meaning,enum=sources truly differ,enum=other time or scope,enum=fixed,enum=won't fix" jsonschema_description:"Why it was dismissed."`
	Comment     string `yaml:"comment,omitempty" jsonschema_description:"What else there is to say."`
	Author      string `yaml:"author" jsonschema:"required" jsonschema_description:"Who dismissed it."`
	Date        string `yaml:"date" jsonschema:"required,format=date" jsonschema_description:"When, as 2022-01-10."`
	Expires     string `yaml:"expires,omitempty" jsonschema:"format=date" jsonschema_description:"The last day on which it holds."`
	Finding     string `yaml:"finding,omitempty" jsonschema_description:"The finding's message, for those who read the file."`

	expires time.Time
	index   int
}

// expired reports whether the entry no longer holds on a day.
func (s *Suppression) expired(today time.Time) bool {
	if s.expires.IsZero() || today.IsZero() {
		return false
	}
	return time.Date(today.Year(), today.Month(), today.Day(), 0, 0, 0, 0, time.UTC).After(s.expires)
}

// why is the justification that reports show.
func (s *Suppression) why() string {
	why := s.Reason
	if s.Comment != "" {
		why += ": " + s.Comment
	}
	return why + fmt.Sprintf(" (%s, %s)", s.Author, s.Date)
}

// Suppressions is the file of dismissed findings. It is edited by people and
// by programs; Dismiss and Undo change the lines of one entry and leave every
// other byte, comments above all, as it is.
type Suppressions struct {
	Version int           `yaml:"version" jsonschema:"enum=1" jsonschema_description:"The layout of this file."`
	Entries []Suppression `yaml:"suppressions" jsonschema_description:"The findings that were dismissed."`

	path string
	data []byte
	file *yamlfile.File
	at   map[string]int // index in Entries by fingerprint
}

var fingerprintForm = regexp.MustCompile(`^v[0-9]+:[0-9a-f]{8,64}$`)

func isFingerprint(s string) bool { return fingerprintForm.MatchString(s) }

var suppressionKeys = []string{"version", "suppressions", "fingerprint", "reason", "comment", "author", "date", "expires", "finding"}

// ParseSuppressions reads the content of a file of dismissed findings; path is
// for errors.
func ParseSuppressions(path string, data []byte) (*Suppressions, error) {
	s := &Suppressions{path: path, data: data}
	var err error
	if s.file, err = yamlfile.Decode(path, data, s, suppressionKeys...); err != nil {
		return nil, err
	}
	if s.Version != 0 && s.Version != 1 {
		return nil, s.file.Errorf([]any{"version"}, "this factdiff reads version 1", "unknown version %d", s.Version)
	}
	s.at = make(map[string]int, len(s.Entries))
	for i := range s.Entries {
		e := &s.Entries[i]
		_, twice := s.at[e.Fingerprint]
		e.index = i
		bad := func(key, hint, format string, args ...any) error {
			return s.file.Errorf([]any{"suppressions", i, key}, hint, format, args...)
		}
		switch {
		case !isFingerprint(e.Fingerprint):
			return nil, bad("fingerprint", "it is the id of a finding, as in v1:04a67a032b4dd5bab03f6a37", "%q is not a fingerprint", e.Fingerprint)
		case twice:
			return nil, bad("fingerprint", "take one entry out", "%s is dismissed twice", e.Fingerprint)
		case e.Reason == "":
			return nil, bad("reason", "want "+strings.Join(Reasons, ", "), "no reason is given")
		case !slices.Contains(Reasons, e.Reason):
			return nil, bad("reason", "want "+strings.Join(Reasons, ", "), "unknown reason %q", e.Reason)
		case strings.TrimSpace(e.Author) == "":
			return nil, bad("author", "say who dismissed it", "no author is given")
		}
		s.at[e.Fingerprint] = i
		if _, err := time.Parse(time.DateOnly, e.Date); err != nil {
			return nil, bad("date", "", "%q is not a date: want 2022-01-10", e.Date)
		}
		if e.Expires != "" {
			if e.expires, err = time.Parse(time.DateOnly, e.Expires); err != nil {
				return nil, bad("expires", "", "%q is not a date: want 2022-01-10", e.Expires)
			}
		}
	}
	return s, nil
}

// LoadSuppressions reads a file of dismissed findings. One that is not there
// is an empty one.
func LoadSuppressions(path string) (*Suppressions, error) {
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return ParseSuppressions(path, data)
}

// find returns the entry of a fingerprint, or nil.
func (s *Suppressions) find(id string) *Suppression {
	if s == nil {
		return nil
	}
	i, ok := s.at[id]
	if !ok {
		return nil
	}
	return &s.Entries[i]
}

// place returns where an entry stands, as path:line.
func (s *Suppressions) place(e *Suppression) string {
	return fmt.Sprintf("%s:%d", s.path, s.file.Line("suppressions", e.index, "fingerprint"))
}

// Bytes returns the content of the file.
func (s *Suppressions) Bytes() []byte { return s.data }

// header begins a new file.
const header = `# Findings that were looked at and dismissed. factdiff dismiss writes here, and
# so may you. An entry holds as long as the words that it was made on.
version: 1
suppressions:
`

// Dismiss returns the file with an entry added, in place of one of the same
// fingerprint. The entry must be complete.
func (s *Suppressions) Dismiss(e Suppression) (*Suppressions, error) {
	if s.find(e.Fingerprint) != nil {
		var err error
		if s, err = s.Undo(e.Fingerprint); err != nil {
			return nil, err
		}
	}
	text := string(s.data)
	if s.file.Line("suppressions") == 0 && len(s.Entries) == 0 && !hasKey(text, "suppressions") {
		switch {
		case strings.TrimSpace(text) == "":
			text = header
		default:
			text = endLine(text) + "suppressions:\n"
		}
	}
	text = endLine(emptyList.ReplaceAllString(text, "${1}${2}"))
	at, indent, err := s.end(text)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	for i, kv := range [][2]string{
		{"fingerprint", e.Fingerprint}, {"reason", e.Reason}, {"comment", e.Comment}, {"author", e.Author},
		{"date", e.Date}, {"expires", e.Expires}, {"finding", e.Finding},
	} {
		if kv[1] == "" && i > 1 {
			continue
		}
		lead := indent + "  "
		if i == 0 {
			lead = indent + "- "
		}
		b.WriteString(lead + kv[0] + ": " + scalar(kv[1]) + "\n")
	}
	return s.edited(text[:at] + b.String() + text[at:])
}

var emptyList = regexp.MustCompile(`(?m)^(suppressions:)[ \t]*\[[ \t]*\]([ \t]*(?:#.*)?)$`)

// Undo returns the file without the entry of a fingerprint. A file without it
// is an error.
func (s *Suppressions) Undo(fingerprint string) (*Suppressions, error) {
	e := s.find(fingerprint)
	if e == nil {
		return nil, fmt.Errorf("%s: %s is not dismissed", s.path, fingerprint)
	}
	first, last, err := s.block(e.index)
	if err != nil {
		return nil, err
	}
	lines := strings.SplitAfter(string(s.data), "\n")
	return s.edited(strings.Join(lines[:first], "") + strings.Join(lines[last:], ""))
}

// edited reads an edited file back: an edit that broke it must not be written.
func (s *Suppressions) edited(text string) (*Suppressions, error) {
	next, err := ParseSuppressions(s.path, []byte(text))
	if err != nil {
		return nil, fmt.Errorf("the entry cannot be written: %w", err)
	}
	return next, nil
}

// block returns the lines of an entry, half-open, from 0: the line of its dash
// and those below that are indented deeper.
func (s *Suppressions) block(i int) (first, last int, err error) {
	lines := strings.SplitAfter(string(s.data), "\n")
	first = s.file.Line("suppressions", i, "fingerprint") - 1
	for first >= 0 && !strings.HasPrefix(strings.TrimLeft(lines[first], " "), "-") {
		first--
	}
	if first < 0 {
		return 0, 0, s.byHand()
	}
	dash := len(lines[first]) - len(strings.TrimLeft(lines[first], " "))
	last = first + 1
	for k := last; k < len(lines); k++ {
		line := strings.TrimRight(lines[k], "\r\n")
		in := len(line) - len(strings.TrimLeft(line, " "))
		if strings.TrimSpace(line) == "" {
			continue // within a text of several lines, if more of it follows
		}
		if in <= dash {
			break
		}
		last = k + 1
	}
	return first, last, nil
}

// end returns the offset in text behind the last entry, and the indent of
// entries.
func (s *Suppressions) end(text string) (at int, indent string, err error) {
	lines := strings.SplitAfter(text, "\n")
	offset := func(n int) int { return len(strings.Join(lines[:n], "")) }
	if n := len(s.Entries); n > 0 {
		first, last, err := s.block(n - 1)
		if err != nil {
			return 0, "", err
		}
		in := lines[first][:len(lines[first])-len(strings.TrimLeft(lines[first], " "))]
		return offset(last), in, nil
	}
	for i, line := range lines {
		if hasKey(line, "suppressions") {
			return offset(i + 1), "  ", nil
		}
	}
	return 0, "", s.byHand()
}

func (s *Suppressions) byHand() error {
	return fmt.Errorf("%s: written in a form that is not edited here; write each entry on lines of its own, under a dash", s.path)
}

func hasKey(text, key string) bool {
	return strings.HasPrefix(text, key+":") || strings.Contains(text, "\n"+key+":")
}

func endLine(s string) string {
	if s != "" && !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	return s
}

// scalar writes a text on one line, quoted where YAML asks for it.
func scalar(s string) string {
	out, err := yaml.Marshal(strings.Join(strings.Fields(s), " "))
	if err != nil {
		return fmt.Sprintf("%q", s)
	}
	return strings.TrimSpace(string(out))
}
