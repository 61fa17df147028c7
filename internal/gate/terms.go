package gate

import (
	"strings"

	"github.com/invopop/jsonschema"

	"github.com/factdiff/factdiff/internal/termbase"
)

// String says what is decided, in one line.
func (t Term) String() string {
	if t.File != "" {
		return "file: " + t.File
	}
	s := strings.Join(append([]string{t.Term}, t.Same...), " = ")
	if len(t.Source) > 0 {
		s += ", for " + strings.Join(t.Source, ", ")
	}
	for _, w := range t.Allowed {
		s += ", or " + w
	}
	for _, w := range t.Forbidden {
		s += ", not " + w
	}
	for _, w := range t.Except {
		s += ", but in " + w
	}
	if t.Keep {
		s += ", never translated"
	}
	if t.SourceLang != "" {
		s += ", from " + t.SourceLang
	}
	return s
}

// decides reports whether t is more than a list of words that mean the same.
func (t Term) decides() bool { return len(t.Forbidden) > 0 || len(t.Source) > 0 || t.Keep }

// TermEntries returns the inline terms as entries of a termbase, without those
// that only list words of one meaning, and the files of further ones.
func (c *Config) TermEntries() (entries []termbase.Entry, files []string) {
	entries, _ = c.termEntries()
	for _, t := range c.Terms {
		if t.File != "" {
			files = append(files, c.Resolve(t.File))
		}
	}
	return entries, files
}

// termEntries returns, with the entries, which term of c each was.
func (c *Config) termEntries() (entries []termbase.Entry, of []int) {
	for i, t := range c.Terms {
		if t.decides() {
			entries = append(entries, termbase.Entry{
				Term: t.Term, Allowed: t.Allowed, Forbidden: t.Forbidden, Except: t.Except, Keep: t.Keep, Source: t.Source, SourceLang: t.SourceLang, Reason: t.Reason,
			})
			of = append(of, i)
		}
	}
	return entries, of
}

// validateTerms checks the inline terms. What is in the files is checked when
// they are read.
func (c *Config) validateTerms() error {
	for i, t := range c.Terms {
		at := []any{"terms", i}
		switch alone := t.Term == "" && len(t.Same)+len(t.Except)+len(t.Allowed) == 0 && !t.decides() && t.SourceLang == "" && t.Reason == ""; {
		case t.File != "" && !alone:
			return c.file.Errorf(append(at, "file"), "make it an entry of its own", "a file of terms beside a term")
		case t.File != "":
		case strings.TrimSpace(t.Term) == "":
			return c.file.Errorf(at, "write term: and what the desk writes, or file: and the name of a CSV or TBX file", "a term without a name")
		case len(t.Same) == 0 && !t.decides():
			return c.file.Errorf(at, "give same: [ … ], forbidden: [ … ], source: [ … ] or keep: true", "a term of which nothing is said")
		}
	}
	entries, of := c.termEntries()
	if _, err := termbase.New(entries); err != nil {
		bad := err.(*termbase.Error)
		at := []any{"terms", of[min(bad.Entry, len(of)-1)]}
		switch bad.Field {
		case "allowed", "forbidden", "except", "source":
			at = append(at, bad.Field, bad.Item)
		case "term":
			at = append(at, bad.Field)
		}
		return c.file.Errorf(at, bad.Hint, "%s", bad.Msg)
	}
	return nil
}

// JSONSchemaExtend says that an entry is a file, or a term of which something
// is said.
func (Term) JSONSchemaExtend(s *jsonschema.Schema) {
	s.OneOf = []*jsonschema.Schema{{Required: []string{"file"}}}
	for _, key := range []string{"same", "forbidden", "source", "keep"} {
		s.AnyOf = append(s.AnyOf, &jsonschema.Schema{Required: []string{"term", key}})
	}
	s.OneOf = append(s.OneOf, &jsonschema.Schema{AnyOf: s.AnyOf})
	s.AnyOf = nil
}
