package gate

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"github.com/factdiff/factdiff/compare"
)

// Schemas names the schemas that there are.
var Schemas = []string{"config", "result", "suppressions"}

// Schema returns a JSON Schema (draft 2020-12), made of the very structs that
// are read and written.
func Schema(name string) ([]byte, error) {
	var s *jsonschema.Schema
	switch name {
	case "config":
		s = reflected("yaml", "Configuration of factdiff, .factdiff.yaml", &Config{})
	case "result":
		s = reflected("json", "Result of factdiff: one event's statements, groups and findings", &compare.Result{})
		// A reader must take what a later version adds.
		open(s)
	case "suppressions":
		s = reflected("yaml", "Findings that were dismissed, .factdiff-ignore.yaml", &Suppressions{})
	default:
		return nil, fmt.Errorf("unknown schema %q: want %s", name, strings.Join(Schemas, ", "))
	}
	out, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(out, '\n'), nil
}

func reflected(tag, title string, v any) *jsonschema.Schema {
	r := jsonschema.Reflector{
		FieldNameTag: tag, Anonymous: true, ExpandedStruct: true, DoNotReference: false,
		RequiredFromJSONSchemaTags: tag == "yaml",
		Mapper:                     mapped,
	}
	s := r.Reflect(v)
	s.Title = title
	return s
}

// mapped gives the schemas of types that write themselves.
func mapped(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[compare.Severity]():
		s := &jsonschema.Schema{Type: "string"}
		for _, n := range compare.Severities() {
			s.Enum = append(s.Enum, n)
		}
		return s
	case reflect.TypeFor[compare.Kind]():
		return &jsonschema.Schema{Type: "string", Enum: []any{compare.Conflict, compare.Imprecision, compare.Omission, compare.Addition, compare.Artefact}}
	}
	return nil
}

// JSONSchemaExtend adds the short forms of a check's settings.
func (CheckConfig) JSONSchemaExtend(s *jsonschema.Schema) {
	long := *s
	*s = jsonschema.Schema{OneOf: []*jsonschema.Schema{
		{Type: "string", Enum: []any{"off", "on", "info", "minor", "major", "critical"}},
		{Type: "boolean"},
		&long,
	}}
}

// open lets every object have further properties.
func open(s *jsonschema.Schema) {
	if s.Properties != nil {
		s.AdditionalProperties = nil
	}
	for _, d := range s.Definitions {
		open(d)
	}
}
