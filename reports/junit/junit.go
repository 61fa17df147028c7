// Package junit writes the XML of JUnit, which every build server shows.
//
// A test suite is one check on one event, a test case one group of statements
// (or, for a check that looks at reports alone, one report), and it is there
// when nothing was found too: a clean run must not look like no run. A
// finding that fails the build is a failure; one below that, or one that the baseline
// knows, is the output of a case that passed; a dismissed one makes the case
// skipped, with the reason.
//
// The elements and attributes are those of the schema that Jenkins publishes.
package junit

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For build servers that show tests: a suite a check, a case a group of statements, passed ones too."

type suites struct {
	XMLName  xml.Name `xml:"testsuites"`
	Name     string   `xml:"name,attr"`
	Tests    int      `xml:"tests,attr"`
	Failures int      `xml:"failures,attr"`
	Suites   []*suite `xml:"testsuite"`
}

type suite struct {
	Name     string  `xml:"name,attr"`
	Tests    int     `xml:"tests,attr"`
	Failures int     `xml:"failures,attr"`
	Errors   int     `xml:"errors,attr"`
	Skipped  int     `xml:"skipped,attr"`
	Cases    []*test `xml:"testcase"`

	byKey map[string]*test
}

type test struct {
	Name    string   `xml:"name,attr"`
	Class   string   `xml:"classname,attr"`
	Skipped *skipped `xml:"skipped"`
	Failure *failure `xml:"failure"`
	Output  *cdata   `xml:"system-out"`

	worst  compare.Severity
	failed []string
	other  []string
	reason []string
}

type skipped struct {
	Message string `xml:"message,attr"`
}

type failure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",cdata"`
}

type cdata struct {
	Text string `xml:",cdata"`
}

// Write writes rs as one document.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	if o == nil {
		o = &render.Options{}
	}
	doc := suites{Name: "factdiff"}
	for _, ev := range render.Events(rs, o) {
		for _, s := range event(ev, o) {
			doc.Tests += s.Tests
			doc.Failures += s.Failures
			doc.Suites = append(doc.Suites, s)
		}
	}
	return render.WriteXML(w, doc)
}

func event(ev *render.Event, o *render.Options) []*suite {
	var out []*suite
	byCheck := map[string]*suite{}
	groups := make([]string, len(ev.Result.Groups)) // their names
	for i := range ev.Result.Groups {
		groups[i] = name(ev, &ev.Result.Groups[i])
	}
	add := func(c *compare.Check) *suite {
		if s := byCheck[c.Name]; s != nil {
			return s
		}
		s := &suite{Name: render.XML(ev.ID + "/" + c.Name), byKey: map[string]*test{}}
		byCheck[c.Name] = s
		out = append(out, s)
		if c.Artefact {
			for _, w := range ev.Witnesses {
				s.add("report "+w.ID, "report "+w.ID)
			}
			return s
		}
		for i := range ev.Result.Groups {
			s.add(key(ev.Result.Groups[i].ID), groups[i])
		}
		return s
	}
	for _, c := range ev.Checks {
		add(c)
	}
	for _, f := range ev.Findings {
		s := add(f.By)
		of := "finding " + f.ID
		switch {
		case f.Group != nil:
			of = key(*f.Group)
		case f.Kind == compare.Artefact:
			of = "report " + f.Primary.Reading.Witness
		}
		s.add(of, of).take(f, o)
	}
	for _, s := range out {
		s.finish()
	}
	return out
}

// key is that of the case of a group.
func key(group int) string { return fmt.Sprintf("group %d", group) }

// name is the name of a group's case: its key, and how its first statement
// begins.
func name(ev *render.Event, g *compare.GroupResult) string {
	if len(g.Members) > 0 {
		if w := ev.Witness(g.Members[0].Witness); w != nil {
			return key(g.ID) + ": " + render.Snip(render.Line(w.StatementText(g.Members[0].Statement)), 60)
		}
	}
	return key(g.ID)
}

// add returns the case of the given key, made if it is not there yet.
func (s *suite) add(key, name string) *test {
	t := s.byKey[key]
	if t == nil {
		t = &test{Name: render.XML(render.Line(name)), Class: s.Name}
		s.byKey[key] = t
		s.Cases = append(s.Cases, t)
	}
	return t
}

func (t *test) take(f *render.Finding, o *render.Options) {
	text := f.Severity.String() + ": " + f.Text() + "\n" + f.ID
	switch {
	case f.State.Status == render.Suppressed:
		t.reason = append(t.reason, "dismissed: "+render.Line(f.State.Justification))
		t.other = append(t.other, "dismissed: "+text)
	case o.Fails(f):
		t.failed = append(t.failed, text)
		t.worst = max(t.worst, f.Severity)
		if t.Failure == nil {
			t.Failure = &failure{Message: render.XML(render.Line(f.Message))}
		}
	case f.State.Status == render.Unchanged:
		t.other = append(t.other, "known: "+text)
	default:
		t.other = append(t.other, text)
	}
}

func (s *suite) finish() {
	for _, t := range s.Cases {
		s.Tests++
		if t.Failure != nil {
			s.Failures++
			t.Failure.Type = t.worst.String()
			t.Failure.Text = "\n" + render.XML(strings.Join(t.failed, "\n\n")) + "\n"
		} else if len(t.reason) > 0 {
			s.Skipped++
			t.Skipped = &skipped{render.XML(strings.Join(t.reason, "; "))}
		}
		if len(t.other) > 0 {
			t.Output = &cdata{"\n" + render.XML(strings.Join(t.other, "\n\n")) + "\n"}
		}
	}
}
