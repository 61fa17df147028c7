package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/factdiff/factdiff/internal/ingest/yamlfile"
	"github.com/factdiff/factdiff/internal/text"
)

// frontMatter reads the YAML between two lines of three dashes at the top of
// a Markdown report, and returns what follows. Site generators put many keys there; those that are not known here
// are passed over.
func (d *document) frontMatter(name, s string) (body string, err error) {
	rest, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		return s, nil
	}
	matter, body, found := "", "", false
	for at := 0; at < len(rest); {
		end := len(rest)
		if i := strings.IndexByte(rest[at:], '\n'); i >= 0 {
			end = at + i
		}
		if l := strings.TrimRight(rest[at:end], " \t"); l == "---" || l == "..." {
			matter, body, found = rest[:at], rest[min(end+1, len(rest)):], true
			break
		}
		at = end + 1
	}
	if !found {
		return s, nil // a thematic break
	}
	keys := map[string]any{}
	if !strings.Contains(matter, ":") {
		return s, nil // two thematic breaks
	}
	// The empty line keeps line numbers those of the file.
	f, err := yamlfile.Decode(name, []byte("\n"+matter), &keys)
	if err != nil {
		return "", inManifest(ErrManifest, err)
	}
	for _, k := range []struct {
		keys []string
		set  func(string)
	}{
		{[]string{"title"}, func(v string) { d.title = oneLine(v) }},
		{[]string{"author", "authors"}, func(v string) { d.author = oneLine(v) }},
		{[]string{"lang", "language"}, func(v string) { d.lang = cleanLang(v) }},
		{[]string{"source_lang"}, func(v string) { d.sourceLang = cleanLang(v) }},
		{[]string{"outlet"}, func(v string) { d.outlet = oneLine(v) }},
		{[]string{"url", "link"}, func(v string) { d.url = strings.TrimSpace(v) }},
		{[]string{"siglum"}, func(v string) { d.siglum = oneLine(v) }},
		{[]string{"published", "date"}, func(v string) {
			if t, ok := looseDate(v); ok {
				d.published = t
			} else if err == nil {
				err = inManifest(ErrDate, f.Errorf([]any{key(keys, "published", "date")}, "write 2022-01-10 or 2022-01-10T18:30:00Z", "%q is not a date that can be read", v))
			}
		}},
	} {
		if v, ok := keys[key(keys, k.keys...)]; ok && v != nil {
			k.set(scalar(v))
		}
	}
	return body, err
}

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
