package compare

import (
	"fmt"
	"strings"
)

// Check is one kind of difference or artefact that factdiff looks for: a
// value, not a class. The folder, the flag, the rule id and the web address
// are all its Name.
type Check struct {
	Name string // one lower-case word
	// Source is the text of the check's doc.go, embedded; Doc and Title
	// read the package comment from it.
	Source string
	// Examples is the text of its examples.txtar.
	Examples string
	// Artefact says that the check looks at one report alone.
	Artefact bool
	// Plain says that the words of a reading are its value, whatever stands around
	// them: who has the same words in the same place says the same.
	Plain bool
	// Severity is the usual severity of a finding; a check may raise or
	// lower it for what is at stake.
	Severity Severity
	// MQM is the category of the typology that a finding belongs to where
	// the reports are translations ("accuracy/mistranslation").
	MQM string
	// ITS is the locQualityIssueType of ITS 2.0.
	ITS string
	// Run looks at the event in the pass and reports. It is pure: no error,
	// no input or output, no clock.
	Run func(*Pass)
}

// Doc returns the documentation of c: the package comment of its doc.go.
func (c *Check) Doc() string {
	var b strings.Builder
	for line := range strings.Lines(c.Source) {
		if text, ok := strings.CutPrefix(line, "//"); ok {
			b.WriteString(strings.TrimPrefix(text, " "))
		} else if strings.HasPrefix(line, "package ") {
			break
		}
	}
	return strings.TrimSpace(b.String())
}

// Title returns the first sentence of the documentation, without the words
// "Package x".
func (c *Check) Title() string {
	doc, _, _ := strings.Cut(c.Doc(), "\n\n")
	doc = strings.Join(strings.Fields(doc), " ")
	doc = strings.TrimPrefix(doc, "Package "+c.Name+" ")
	if i := strings.Index(doc, ". "); i >= 0 {
		doc = doc[:i+1]
	}
	return doc
}

// Validate reports the first thing that is wrong with a list of checks: a
// missing name, documentation or example, or a name given twice.
func Validate(checks []*Check) error {
	seen := map[string]bool{}
	for _, c := range checks {
		switch {
		case c.Name == "" || strings.ToLower(c.Name) != c.Name || strings.ContainsAny(c.Name, " -_"):
			return fmt.Errorf("check name %q is not one lower-case word", c.Name)
		case seen[c.Name]:
			return fmt.Errorf("check %s is listed twice", c.Name)
		case c.Doc() == "":
			return fmt.Errorf("check %s has no documentation", c.Name)
		case !strings.Contains(c.Examples, "-- wrong"):
			return fmt.Errorf("check %s has no wrong example", c.Name)
		case !strings.Contains(c.Examples, "-- right"):
			return fmt.Errorf("check %s has no right example", c.Name)
		case c.Run == nil:
			return fmt.Errorf("check %s does nothing", c.Name)
		}
		seen[c.Name] = true
	}
	return nil
}
