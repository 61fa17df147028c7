package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/factdiff/factdiff/internal/ingest/yamlfile"
)

// manifest is event.yaml.
type manifest struct {
	ID      string        `yaml:"id"`
	Title   string        `yaml:"title"`
	Aligned bool          `yaml:"aligned"`
	Reports []reportEntry `yaml:"reports"`
}

type reportEntry struct {
	File       string `yaml:"file"`
	Siglum     string `yaml:"siglum"`
	Outlet     string `yaml:"outlet"`
	Published  string `yaml:"published"`
	Lang       string `yaml:"lang"`
	SourceLang string `yaml:"source_lang"`
	Translates string `yaml:"translates"`
	CopyOf     string `yaml:"copy_of"`
	URL        string `yaml:"url"`
	Title      string `yaml:"title"`
	Author     string `yaml:"author"`

	published time.Time
}

// manifestKeys are all keys of a manifest, for hints. A test holds them to
// the structs.
var manifestKeys = []string{
	"id", "title", "aligned", "reports", "file", "siglum", "outlet", "published", "lang", "source_lang",
	"translates", "copy_of", "url", "author",
}

// readManifest adds the event that a manifest describes. fsys is the manifest's
// folder, dir its path as the user knows it.
func (r *reading) readManifest(fsys fs.FS, dir, name string) error {
	file := join(dir, name)
	if r.manifest != "" {
		return &Error{Kind: ErrMany, Path: file, Msg: "a second event, after " + r.manifest, Hint: "name one event, or the folder above both"}
	}
	data, err := readFile(fsys, name, file, yamlfile.MaxSize)
	if err != nil {
		return err
	}
	var m manifest
	y, err := yamlfile.Decode(file, data, &m, manifestKeys...)
	if err != nil {
		return inManifest(ErrManifest, err)
	}
	r.manifest = file
	r.files = append(r.files, file)
	r.event.ID, r.event.Title = m.ID, m.Title
	if r.event.ID == "" {
		r.event.ID = baseName(dir)
	}
	r.event.Aligned, r.aligned = m.Aligned, m.Aligned
	if len(m.Reports) == 0 {
		return &Error{Kind: ErrNoReports, Path: file, Msg: "lists no reports", Hint: "add them under \"reports:\", each with its \"file:\""}
	}
	seen := map[string]int{}
	for i := range m.Reports {
		e := &m.Reports[i]
		bad := func(kind error) func(key, hint, format string, args ...any) error {
			return func(key, hint, format string, args ...any) error {
				return inManifest(kind, y.Errorf([]any{"reports", i, key}, hint, format, args...))
			}
		}
		at := bad(ErrManifest)
		if e.File == "" {
			return at("file", "each report needs \"file:\", the name of its text", "a report without a file")
		}
		if !local(e.File) {
			return bad(ErrOutside)("file", "keep the reports in the folder of "+ManifestName, "%s lies outside the folder", e.File)
		}
		if e.Published != "" {
			if e.published, err = ParseDate(e.Published); err != nil {
				return bad(ErrDate)("published", "", "%v", err)
			}
		}
		for _, l := range []struct{ key, tag string }{{"lang", e.Lang}, {"source_lang", e.SourceLang}} {
			if l.tag != "" && !langTag.MatchString(l.tag) {
				return at(l.key, "write a tag as in en, uk or zh-Hant", "%q is not the tag of a language", l.tag)
			}
		}
		if e.Siglum != "" {
			if j, ok := seen[e.Siglum]; ok {
				return bad(ErrDuplicate)("siglum", "give each report its own", "the siglum %q is already that of %s", e.Siglum, m.Reports[j].File)
			}
			seen[e.Siglum] = i
		}
		f := formatOf(e.File)
		if f == unknown && path.Ext(e.File) != "" {
			return bad(ErrFormat)("file", "read are "+strings.Join(Extensions, ", "), "%s is in a format that is not read", e.File)
		}
		rep, err := r.report(fsys, path.Clean(filepath.ToSlash(e.File)), dir, f)
		var failed *Error
		switch {
		case errors.As(err, &failed) && errors.Is(err, ErrMissing):
			return bad(ErrMissing)("file", "correct the name, or take the report out", "there is no file %s", failed.Path)
		case errors.As(err, &failed) && errors.Is(err, ErrOutside):
			return bad(ErrOutside)("file", "put the report itself into the folder", "%s is a link that leads out of the folder", e.File)
		case err != nil:
			return err
		}
		rep.entry, rep.where = e, at
		if e.Siglum != "" {
			rep.siglum, rep.given = e.Siglum, true
		}
		r.reports = append(r.reports, rep)
	}
	return nil
}

// local reports whether a manifest may name the file: below its folder,
// whatever system it is read on.
func local(name string) bool {
	if strings.ContainsAny(name, "\\\x00") || len(name) > 1 && name[1] == ':' {
		return false
	}
	return fs.ValidPath(path.Clean(name)) && path.Clean(name) != "." && filepath.IsLocal(name)
}

// initManifest writes the manifest that Init returns.
func initManifest(fsys fs.FS, dir string, o Options) ([]byte, error) {
	if _, err := fs.Stat(fsys, ManifestName); err == nil {
		return nil, &Error{Kind: ErrExists, Path: join(dir, ManifestName), Msg: "is there already", Hint: "it is never overwritten; move it away to have a new one"}
	}
	r := reading{o: o}
	if err := r.folder(fsys, dir); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `# One event and the reports of it. Written by factdiff init; edit it freely.
id: %s
title: ""           # what happened, for the heading of a report
# aligned: true     # line i of each report states the same thing

reports:
`, quoteYAML(baseName(dir)))
	taken := map[string]bool{}
	for _, rep := range r.reports {
		if rep.given {
			taken[rep.siglum] = true
		}
	}
	next := 0
	dateless := false
	for _, rep := range r.reports {
		d := rep.doc
		siglum := rep.siglum
		if !rep.given {
			for siglum = letters(next); taken[siglum]; siglum = letters(next) {
				next++
			}
			taken[siglum] = true
		}
		file, _ := strings.CutPrefix(rep.path, strings.TrimSuffix(dir, "/")+"/")
		fmt.Fprintf(&b, "  - file: %s\n    siglum: %s\n", quoteYAML(file), quoteYAML(siglum))
		for _, kv := range []struct{ key, value string }{
			{"outlet", d.outlet}, {"title", d.title}, {"author", d.author}, {"lang", d.lang}, {"source_lang", d.sourceLang}, {"url", d.url},
		} {
			if kv.value != "" {
				fmt.Fprintf(&b, "    %s: %s\n", kv.key, quoteYAML(kv.value))
			}
		}
		switch {
		case d.published.IsZero():
			b.WriteString("    # published: 2022-01-10\n")
			dateless = true
		case d.published.Equal(time.Date(d.published.Year(), d.published.Month(), d.published.Day(), 0, 0, 0, 0, time.UTC)):
			fmt.Fprintf(&b, "    published: %s\n", d.published.Format(time.DateOnly))
		default:
			fmt.Fprintf(&b, "    published: %s\n", d.published.Format(time.RFC3339))
		}
	}
	if dateless {
		b.WriteString("\n# Where \"published\" is out, no date was found in the report. \"Monday\" and\n# \"yesterday\" are read against it.\n")
	}
	b.WriteString(`
# A report may also have
#   outlet: who published it
#   source_lang: uk       # the language that it was translated from
#   translates: A         # it is a translation of report A
#   copy_of: A            # it repeats report A: the two count once
`)
	return b.Bytes(), nil
}

// letters returns A … Z, AA, AB …
func letters(n int) string {
	s := ""
	for n++; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}
