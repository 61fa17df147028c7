package gate

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/factdiff/factdiff/compare"
)

func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	data, err := Schema(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSchemas has the schemas and the programs agree on what is valid.
func TestSchemas(t *testing.T) {
	read := map[string]func(string) error{
		"config":       func(s string) error { _, err := Parse("c", []byte(s), nil, Vocabulary{}); return err },
		"suppressions": func(s string) error { _, err := ParseSuppressions("i", []byte(s)); return err },
	}
	for _, tt := range []struct {
		schema, in string
		valid      bool
	}{
		{"config", fullConfig, true},
		{"config", "fail_on: never", true},
		{"config", "checks: {date: true, quantity: {off: true}}", true},
		{"config", "fail_no: minor", false},
		{"config", "fail_on: loud", false},
		{"config", "checks: {date: loud}", false},
		{"config", "checks: {date: {severity: loud}}", false},
		{"config", "checks: {date: {other: 1}}", false},
		{"config", "thresholds: {confidence: 2}", false},
		{"config", "max_findings: x", false},
		{"config", "terms: [{file: x.csv}]", true},
		{"config", "terms: [{term: x}]", false},
		{"config", "terms: [{file: x.csv, term: y, keep: true}]", false},
		{"config", "terms: [{forbidden: [x]}]", false},
		{"config", "min_score: 101", false},
		{"config", "ignore: [{check: date}]", false},
		{"config", "reports: [{outlet: x}]", false},
		{"suppressions", written, true},
		{"suppressions", "version: 3\nsuppressions: []", false},
		{"suppressions", "suppressions: [{fingerprint: v1:aaaaaaaaaaaa, author: x, date: 2022-01-10}]", false},
		{"suppressions", "suppressions: [{fingerprint: v1:aaaaaaaaaaaa, reason: because, author: x, date: 2022-01-10}]", false},
		{"suppressions", "suppressions: [{fingerprint: nothing, reason: fixed, author: x, date: 2022-01-10}]", false},
	} {
		js, err := yaml.YAMLToJSON([]byte(tt.in))
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(js))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled(t, tt.schema).Validate(v); (err == nil) != tt.valid {
			t.Errorf("schema %s, %q: %v", tt.schema, tt.in, err)
		}
		if err := read[tt.schema](tt.in); (err == nil) != tt.valid {
			t.Errorf("program, %s, %q: %v", tt.schema, tt.in, err)
		}
	}
}

func TestResultSchema(t *testing.T) {
	s := compiled(t, "result")
	rs := results()
	group := 0
	rs[0].Schema, rs[0].Findings[0].Kind, rs[0].Findings[0].Group = compare.SchemaVersion, compare.Conflict, &group
	rs[0].Findings = rs[0].Findings[:1]
	rs[0].Findings[0].Outliers = []string{"B"}
	rs[0].Witnesses = []compare.WitnessResult{{ID: "A", Statements: []compare.StatementResult{{Start: 0, End: 5}}}}
	rs[0].Groups = []compare.GroupResult{{Members: []compare.Member{{Witness: "A"}}}}
	validate := func(v any) error {
		js, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(js))
		if err != nil {
			t.Fatal(err)
		}
		return s.Validate(doc)
	}
	if err := validate(rs[0]); err != nil {
		t.Error(err)
	}
	var m map[string]any
	js, err := json.Marshal(rs[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(js, &m); err != nil {
		t.Fatal(err)
	}
	m["later"] = true
	if err := validate(m); err != nil {
		t.Errorf("a later version's field: %v", err)
	}
	f := m["findings"].([]any)[0].(map[string]any)
	f["severity"] = "huge"
	if err := validate(m); err == nil {
		t.Error("an unknown severity was taken")
	}
	delete(m, "findings")
	if err := validate(m); err == nil {
		t.Error("a result without findings was taken")
	}
	if _, err := Schema("other"); err == nil {
		t.Error("a schema of nothing")
	}
}

func BenchmarkDecide(b *testing.B) {
	var rs []*compare.Result
	for range 100 {
		rs = append(rs, results()...)
	}
	b.ReportAllocs()
	for b.Loop() {
		Decide(Request{Results: rs})
	}
}
