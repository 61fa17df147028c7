package yamlfile_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/internal/ingest/yamlfile"
)

type settings struct {
	Name  string            `yaml:"name"`
	Count int               `yaml:"count"`
	Sets  map[string]string `yaml:"sets"`
	List  []struct {
		Key string `yaml:"key"`
	} `yaml:"list"`
}

var keys = []string{"name", "count", "sets", "list", "key"}

func TestDecode(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"# only a comment\n", ""},
		{"\ufeffname: “Женева”\nlist:\n- key: a\n", ""},
		{"nam: x\n", "f.yaml:1:1: unknown key \"nam\"; did you mean \"name\"?"},
		{"zzzzzzz: x\n", "f.yaml:1:1: unknown key \"zzzzzzz\"; known are name, count, sets, list, key"},
		{"count: many\n", "f.yaml:1:8: a text where a whole number is expected"},
		{"list: 3\n", "f.yaml:1:7: int was used"},
		{"- a\n", "f.yaml:1:1: a list where a list of keys with values is expected"},
		{"name: x\nname: y\n", "f.yaml:2:1: mapping key \"name\" already defined"},
		{"name: x\n---\nname: y\n", "f.yaml:3:5: a second document"},
		{"name: !x y\n", "f.yaml:1:7: anchors, aliases and tags"},
		{"0: x\nname: y\n", "f.yaml:1:1: a key that is no word"},
		{"sets: {1: x}\n", "f.yaml:1:8: a key that is no word"},
		{"name: caf\xe9\n", "f.yaml:1:10: not UTF-8"},
		{"name: " + strings.Repeat("[", 100), "f.yaml:1:1: nested too deep"},
		{"a: 1\n" + strings.Repeat("- ", 100), "f.yaml:2:1: nested too deep"},
		{strings.Repeat("#", yamlfile.MaxSize+1), "f.yaml: larger than 1024 KiB"},
	}
	for _, tt := range tests {
		var v settings
		_, err := yamlfile.Decode("f.yaml", []byte(tt.in), &v, keys...)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if (tt.want == "") != (err == nil) || !strings.HasPrefix(got, strings.Replace(tt.want, "int was used", "a whole number where a list is expected", 1)) {
			t.Errorf("%.40q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	var v settings
	f, err := yamlfile.Decode("f.yaml", []byte("name: “ж”\nsets: {a: b, ж: c}\nlist:\n  - key: x\n  - key: y\n"), &v, keys...)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		at           []any
		line, column int
		whole        int // what Line gives
	}{
		{[]any{"name"}, 1, 7, 1},
		{[]any{"list", 1, "key"}, 5, 10, 5},
		{[]any{"list", 1, "other"}, 5, 8, 0},
		{[]any{"sets", "ж"}, 2, 17, 2},
		{[]any{"list", 7}, 4, 3, 0},
	}
	for _, tt := range tests {
		var e *yamlfile.Error
		if err := f.Errorf(tt.at, "", "x"); !errors.As(err, &e) || e.Line != tt.line || e.Column != tt.column {
			t.Errorf("%v: got %v, want %d:%d", tt.at, err, tt.line, tt.column)
		}
		if got := f.Line(tt.at...); got != tt.whole {
			t.Errorf("Line(%v) = %d, want %d", tt.at, got, tt.whole)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"name: x\nlist:\n- key: a\n", "a: &x\nb: *x", "? a\n: b", "|\n x", "{a: [b, {c: d}]}", "- - -\n", "%YAML 1.2\n---\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var v settings
		_, err := yamlfile.Decode("f.yaml", []byte(s), &v, keys...)
		var e *yamlfile.Error
		if err != nil && (!errors.As(err, &e) || strings.TrimSpace(e.Msg) == "") {
			t.Fatalf("%q: %v", s, err)
		}
	})
}
