package reports

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/reporttest"
)

// element is what a schema says of an element: which children it has in which
// order, whether words may stand in it, and its attributes. What is not listed
// is not allowed.
type element struct {
	children string // a regular expression over "name;name;"
	mixed    bool
	must     attributes
	may      attributes
}

// attributes are names with regular expressions of their values.
type attributes map[string]string

// schema is elements by their names. The prefix of a namespace is the one that
// xmlns gives it.
type schema struct {
	root     string
	xmlns    map[string]string // of a namespace
	elements map[string]element
	unique   map[string][]string // of an element, the children whose id is unique in it
}

const (
	anything = `(?s).*`
	count    = `\d+`
	nmtoken  = `[-._:\pL\pN]+`
	language = `[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*`
	score    = `100\.0|\d{1,2}\.\d`
	issue    = `terminology|mistranslation|omission|untranslated|addition|duplication|inconsistency|grammar|legal|register|locale-specific-content|locale-violation|style|characters|misspelling|typographical|formatting|inconsistent-entities|numbers|markup|pattern-problem|whitespace|internationalization|length|non-conformance|uncategorized|other`
	yesNo    = `yes|no`
)

// junitSchema follows junit-10.xsd of Jenkins' xUnit plugin, in those of its
// elements and attributes that factdiff has a use for.
var junitSchema = schema{
	root: "testsuites",
	elements: map[string]element{
		"testsuites": {children: `(testsuite;)*`, may: attributes{"name": anything, "tests": count, "failures": count, "errors": count}},
		"testsuite": {children: `(testcase;)*`, must: attributes{"name": anything, "tests": count, "failures": count, "errors": count},
			may: attributes{"skipped": count}},
		"testcase":   {children: `((skipped|failure|system-out);)*`, must: attributes{"name": anything}, may: attributes{"classname": anything}},
		"skipped":    {mixed: true, may: attributes{"message": anything, "type": anything}},
		"failure":    {mixed: true, may: attributes{"message": anything, "type": anything}},
		"system-out": {mixed: true},
	},
}

var itsIssue = attributes{"locQualityIssueType": issue, "locQualityIssueComment": anything, "locQualityIssueSeverity": score, "locQualityIssueEnabled": yesNo}

// xliffSchema follows xliff_core_2.0.xsd and its.xsd of the OASIS Standard
// XLIFF 2.1, in those of their elements and attributes that factdiff has a use
// for.
var xliffSchema = schema{
	root:  "xliff",
	xmlns: map[string]string{"urn:oasis:names:tc:xliff:document:2.0": "", "http://www.w3.org/2005/11/its": "its:", "http://www.w3.org/XML/1998/namespace": "xml:"},
	elements: map[string]element{
		"xliff":                {children: `(file;)+`, must: attributes{"version": `2\.1`, "srcLang": language, "its:version": `2\.0`}},
		"file":                 {children: `(notes;)?(unit;)+`, must: attributes{"id": nmtoken}, may: attributes{"original": anything}},
		"notes":                {children: `(note;)+`},
		"note":                 {mixed: true, may: attributes{"category": anything}},
		"unit":                 {children: `(its:locQualityIssues;)*(segment;)+`, must: attributes{"id": nmtoken}},
		"its:locQualityIssues": {children: `(its:locQualityIssue;)+`, must: attributes{"xml:id": `[\pL_][-._\pL\pN]*`}},
		"its:locQualityIssue":  {may: itsIssue},
		"segment":              {children: `source;(target;)?`},
		"source":               {children: `((cp|mrk);)*`, mixed: true, may: attributes{"xml:space": "preserve|default"}},
		"cp":                   {must: attributes{"hex": `([0-9A-F]{2})+`}},
		"mrk": {children: `((cp|mrk);)*`, mixed: true, must: attributes{"id": nmtoken}, may: merged(attributes{
			"type": `generic|comment|term|[^\s:]+:[^\s:]+`, "its:locQualityIssuesRef": `#its=[\pL_][-._\pL\pN]*`}, prefixed("its:", itsIssue))},
	},
	unique: map[string][]string{"xliff": {"file"}, "file": {"unit"}, "unit": {"mrk"}},
}

func prefixed(prefix string, in attributes) attributes {
	out := attributes{}
	for k, v := range in {
		out[prefix+k] = v
	}
	return out
}

func merged(a, b attributes) attributes {
	maps.Copy(a, b)
	return a
}

// open is an element whose end is to come.
type open struct {
	name     string
	children strings.Builder
	ids      map[string]bool
}

// validate holds a document to the schema, and each reference to an element of
// the document.
func (s schema) validate(doc []byte) error {
	d := xml.NewDecoder(bytes.NewReader(doc))
	stack := []*open{{}}
	xmlIDs, refs := map[string]bool{}, map[string]bool{}
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		line, _ := d.InputPos()
		bad := func(format string, args ...any) error {
			return fmt.Errorf("line %d: %s", line, fmt.Sprintf(format, args...))
		}
		top := stack[len(stack)-1]
		switch t := t.(type) {
		case xml.StartElement:
			name := s.xmlns[t.Name.Space] + t.Name.Local
			e, ok := s.elements[name]
			if !ok {
				return bad("<%s> is no element of the schema", name)
			}
			top.children.WriteString(name + ";")
			has := map[string]string{}
			for _, a := range t.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					has[s.xmlns[a.Name.Space]+a.Name.Local] = a.Value
				}
			}
			for _, key := range slices.Sorted(maps.Keys(e.must)) {
				if _, ok := has[key]; !ok {
					return bad("<%s> has no %s", name, key)
				}
			}
			for key, value := range has {
				pattern, ok := e.must[key]
				if !ok {
					pattern, ok = e.may[key]
				}
				if !ok || !regexp.MustCompile(`^(?:`+pattern+`)$`).MatchString(value) {
					return bad("<%s %s=%q> is not of the schema", name, key, value)
				}
			}
			for _, o := range stack {
				if slices.Contains(s.unique[o.name], name) {
					if o.ids[has["id"]] {
						return bad("the id %q stands twice in <%s>", has["id"], o.name)
					}
					o.ids[has["id"]] = true
				}
			}
			if id, ok := has["xml:id"]; ok {
				if xmlIDs[id] {
					return bad("the xml:id %q stands twice", id)
				}
				xmlIDs[id] = true
			}
			if ref, ok := has["its:locQualityIssuesRef"]; ok {
				refs[strings.TrimPrefix(ref, "#its=")] = true
			}
			stack = append(stack, &open{name: name, ids: map[string]bool{}})
		case xml.EndElement:
			e := s.elements[top.name]
			if !regexp.MustCompile(`^(?:` + e.children + `)$`).MatchString(top.children.String()) {
				return bad("<%s> has the children %s, want %s", top.name, top.children.String(), e.children)
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if !s.elements[top.name].mixed && len(bytes.TrimSpace(t)) > 0 {
				return bad("<%s> has words in it: %q", top.name, t)
			}
		}
	}
	if got := stack[0].children.String(); got != s.root+";" {
		return fmt.Errorf("the root is %s, want %s", got, s.root)
	}
	for ref := range refs {
		if !xmlIDs[ref] {
			return fmt.Errorf("there is nothing with the xml:id %q", ref)
		}
	}
	return nil
}

// TestSchemas holds JUnit and XLIFF to what their schemas say. The schemas
// themselves are not here: that of XLIFF may not be, and Go has no validator.
func TestSchemas(t *testing.T) {
	cases := append(reporttest.Cases(), reporttest.Case{Name: "large", Results: []*compare.Result{reporttest.Large(3, 50, 200)}})
	for _, f := range []struct {
		format string
		schema schema
	}{{"junit", junitSchema}, {"its", xliffSchema}} {
		format, err := Lookup(f.format)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			for _, states := range []bool{false, true} {
				for _, redact := range []bool{false, true} {
					o := options()
					o.Redact = redact
					if states {
						o.States = reporttest.States(c.Results)
					}
					if err := f.schema.validate(write(t, format, c.Results, o)); err != nil {
						t.Errorf("%s of %s: %v", f.format, c.Name, err)
					}
				}
			}
		}
	}
}

// TestSchemasRefuse gives the schemas what they must not take.
func TestSchemasRefuse(t *testing.T) {
	xliff := func(unit string) string {
		return `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:its="http://www.w3.org/2005/11/its" version="2.1" its:version="2.0" srcLang="en"><file id="f">` + unit + `</file></xliff>`
	}
	for _, tt := range []struct {
		schema   schema
		doc, err string
	}{
		{xliffSchema, xliff(`<unit id="u"><segment><source>x</source></segment></unit>`), ""},
		{xliffSchema, xliff(``), "<file> has the children "},
		{xliffSchema, xliff(`<unit id="u"><segment>x<source>x</source></segment></unit>`), "<segment> has words in it"},
		{xliffSchema, xliff(`<unit id="u"><segment><source><b>x</b></source></segment></unit>`), "<b> is no element"},
		{xliffSchema, xliff(`<unit><segment><source>x</source></segment></unit>`), "<unit> has no id"},
		{xliffSchema, xliff(`<unit id="u"><segment><source><mrk id="m" its:locQualityIssueSeverity="101.0">x</mrk></source></segment></unit>`), "is not of the schema"},
		{xliffSchema, xliff(`<unit id="u"><segment><source><mrk id="m" its:locQualityIssueType="number">x</mrk></source></segment></unit>`), "is not of the schema"},
		{xliffSchema, xliff(`<unit id="u"><segment><source><mrk id="m" its:locQualityIssuesRef="#its=l">x</mrk></source></segment></unit>`), "nothing with the xml:id"},
		{xliffSchema, xliff(`<unit id="u"><segment><source><mrk id="m">x</mrk><mrk id="m">y</mrk></source></segment></unit>`), "stands twice in <unit>"},
		{junitSchema, `<testsuites><testsuite name="x" tests="1" failures="0"></testsuite></testsuites>`, "<testsuite> has no errors"},
		{junitSchema, `<testsuites><testcase name="x"/></testsuites>`, "<testsuites> has the children"},
		{junitSchema, `<testsuite name="x" tests="1" failures="0" errors="0"/>`, "the root is"},
	} {
		err := tt.schema.validate([]byte(tt.doc))
		if tt.err == "" && err != nil || tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)) {
			t.Errorf("%s: %v, want %q", tt.doc, err, tt.err)
		}
	}
}
