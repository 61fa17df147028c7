package ingest

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/factdiff/factdiff/internal/ingest/yamlfile"
	"github.com/factdiff/factdiff/internal/text"
)

// frontMatter reads what stands at the top of a Markdown report between two
// lines of three dashes, as YAML, or of three plus signs, as TOML, and returns
// what follows. Site generators put many keys there; those that are not known
// here are passed over.
func (d *document) frontMatter(name, s string) (body string, err error) {
	if rest, ok := strings.CutPrefix(s, "---\n"); ok {
		matter, body, found := fenced(rest, "---", "...")
		if !found || !strings.Contains(matter, ":") {
			return s, nil // a thematic break, or two
		}
		return body, d.yamlMatter(name, matter)
	}
	if rest, ok := strings.CutPrefix(s, "+++\n"); ok {
		matter, body, found := fenced(rest, "+++")
		if !found {
			return s, nil
		}
		return body, d.tomlMatter(name, matter)
	}
	return s, nil
}

// fenced cuts s at the first line that is one of the marks.
func fenced(s string, marks ...string) (before, after string, found bool) {
	for at := 0; at < len(s); {
		end := len(s)
		if i := strings.IndexByte(s[at:], '\n'); i >= 0 {
			end = at + i
		}
		if slices.Contains(marks, strings.TrimRight(s[at:end], " \t")) {
			return s[:at], s[min(end+1, len(s)):], true
		}
		at = end + 1
	}
	return s, "", false
}

func (d *document) yamlMatter(name, matter string) error {
	keys := map[string]any{}
	// The empty line keeps line numbers those of the file.
	f, err := yamlfile.Decode(name, []byte("\n"+matter), &keys)
	if err != nil {
		return inManifest(ErrManifest, err)
	}
	if k := d.describe(keys); k != "" {
		return inManifest(ErrDate, f.Errorf([]any{k}, badDateHint, badDate, scalar(keys[k])))
	}
	return nil
}

// said are the keys of front matter that are read, the first of each list
// before the others.
var said = []struct {
	keys []string
	set  func(d *document, value string) (read bool)
}{
	{[]string{"title"}, func(d *document, v string) bool { d.title = oneLine(v); return true }},
	{[]string{"author", "authors"}, func(d *document, v string) bool { d.author = oneLine(v); return true }},
	{[]string{"lang", "language"}, func(d *document, v string) bool { d.lang = cleanLang(v); return true }},
	{[]string{"source_lang"}, func(d *document, v string) bool { d.sourceLang = cleanLang(v); return true }},
	{[]string{"outlet"}, func(d *document, v string) bool { d.outlet = oneLine(v); return true }},
	{[]string{"url", "link"}, func(d *document, v string) bool { d.url = strings.TrimSpace(v); return true }},
	{[]string{"siglum"}, func(d *document, v string) bool { d.siglum = oneLine(v); return true }},
	{[]string{"published", "date"}, func(d *document, v string) (read bool) { d.published, read = looseDate(v); return read }},
}

// describe takes from keys what the report says of itself. It returns the key
// of a date that cannot be read, or "".
func (d *document) describe(keys map[string]any) (unread string) {
	for _, k := range said {
		name := key(keys, k.keys...)
		if v, ok := keys[name]; ok && v != nil && !k.set(d, scalar(v)) {
			unread = name
		}
	}
	return unread
}

// What is said of a date that describe could not read.
const (
	badDate     = "%q is not a date that can be read"
	badDateHint = "write 2022-01-10 or 2022-01-10T18:30:00Z"
)

// key returns the first of the keys that is set.
func key(m map[string]any, keys ...string) string {
	for _, k := range keys {
		if _, ok := m[k]; ok {
			return k
		}
	}
	return ""
}

// scalar returns a value as text; the items of a list are joined.
func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case time.Time:
		return v.Format(time.RFC3339)
	case []any:
		var parts []string
		for _, x := range v {
			parts = append(parts, scalar(x))
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		if n, ok := v["name"]; ok {
			return scalar(n)
		}
		return ""
	}
	return fmt.Sprint(v)
}

// alike reports whether two lines say the same but for typography and case.
func alike(a, b string) bool {
	return text.Normalise(oneLine(a)).Text == text.Normalise(oneLine(b)).Text
}

// quoteYAML returns s as a YAML scalar, quoted where it has to be.
func quoteYAML(s string) string {
	out, err := yaml.Marshal(oneLine(s))
	if err != nil {
		return fmt.Sprintf("%q", s)
	}
	return string(bytes.TrimSpace(out))
}
