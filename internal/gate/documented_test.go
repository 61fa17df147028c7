package gate

import (
	"os"
	"strings"
	"testing"
)

// TestDocumented reads the sample of docs/configuration.md, and holds it to
// having every key of the file's first level.
func TestDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	_, sample, ok := strings.Cut(string(doc), "```yaml\n")
	sample, _, ended := strings.Cut(sample, "```")
	if !ok || !ended {
		t.Fatal("docs/configuration.md has no sample")
	}
	c, err := Parse("docs/configuration.md", []byte(sample), nil, Vocabulary{})
	if err != nil {
		t.Fatal(err)
	}
	set := map[string]bool{}
	for _, s := range c.Settings() {
		if s.From != "default" {
			key, _, _ := strings.Cut(s.Key, ".")
			key, _, _ = strings.Cut(key, "[")
			set[key] = true
		}
	}
	for _, s := range settings(&Config{Terms: make([]Term, 1), Lexicon: make([]string, 1), Ignore: make([]Ignore, 1), Reports: make([]ReportConfig, 1),
		Checks: map[string]CheckConfig{"x": {}}, Outputs: map[string]string{"x": ""}}, Vocabulary{}) {
		key, _, _ := strings.Cut(s.key, ".")
		key, _, _ = strings.Cut(key, "[")
		if !set[key] {
			t.Errorf("the sample does not have %s", key)
		}
	}
}
