// Package ingest reads the reports of an event: files, folders, standard
// input and the lines of the batch protocol become a [witness.Event].
//
// A report goes through three steps, each a file or two of this package:
//
//	bytes ──decode──▶ text in UTF-8 ──convert──▶ plain text + metadata ──▶ Witness
//
// Decoding finds the encoding and makes every line end a LF. Converting takes
// the markup away: of Markdown its marks, of a web page everything but the
// article. What comes out is the text of the witness, and every offset of a
// result refers to that text: for a UTF-8 .txt file it is the file (less a byte
// order mark and carriage returns, which move no line and no column that a
// reader sees), for a page it is the article as lines. The way back to the file
// goes along as [witness.Original], so that the lines and columns that are
// printed are those of the file.
//
// A paragraph is a line. Headings, list items and table rows are lines too;
// blank lines between them mean nothing. A page's headline is the first line,
// also where the page has it outside its article: what a headline claims can
// differ like anything else.
//
// What a report says of itself (title, author, date, language) comes from
// its front matter or its page's metadata. A manifest, event.yaml, overrides
// that, and options given on the command line override both.
//
// Reports are taken from anywhere, pages that were saved to do harm among
// them. Sizes are bounded before anything is parsed, a folder is read through
// [os.Root] so that no symlink leads out of it, and nothing here opens a
// network connection: a page's scripts, images and frames are not looked at.
package ingest

import (
	"context"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/witness"
)

// DefaultMaxSize is the size in bytes above which a report is refused.
const DefaultMaxSize = 16 << 20

// ManifestName is the name of the file that makes a folder one event.
const ManifestName = "event.yaml"

// Options says how to read. The zero value is ready to use.
type Options struct {
	// MaxSize is the largest size of a report in bytes, as stored; 0 means
	// DefaultMaxSize.
	MaxSize int64
	// Published gives dates to reports, by siglum. A siglum that no report
	// has is an error.
	Published map[string]time.Time
	// Lang is the BCP 47 tag of the language of all reports; empty to take
	// each report's own word for it, if it says one.
	Lang string
	// Stdin is read where "-" is named.
	Stdin io.Reader
	// Article finds the article of a web page; nil for [Readability].
	Article Finder
}

func (o Options) maxSize() int64 {
	if o.MaxSize > 0 {
		return o.MaxSize
	}
	return DefaultMaxSize
}

// Input is what was read.
type Input struct {
	Event *witness.Event
	// Notices are what a user should know that is no error, each one line.
	Notices []string
	// Suppressions are the findings that the reports themselves say to leave
	// out.
	Suppressions []Suppression
	// Files are the paths that the event was made of, its manifest among
	// them, sorted; "-" is standard input.
	Files []string
}

// Suppression is a comment in a Markdown or HTML report,
//
//	<!-- factdiff-ignore: check reason -->
//
// that sets aside what the check finds in one paragraph: the one in which the
// comment stands, or the next where it stands between two.
type Suppression struct {
	Witness string // the siglum
	Check   string
	Reason  string
	Path    string // of the report
	Line    int    // of the comment, in the file as stored
	Offset  int    // of the comment, in the witness's text
	// Span is the paragraph in the witness's text.
	Span witness.Span
}

// Read reads one event from files, folders and "-" for standard input.
//
// A folder with a manifest is the event that the manifest describes; any
// other folder is all reports in it, not in folders below. A manifest can be
// named itself. At most one manifest can be among args; more events than one
// are for [Find] and a Read of each.
//
// Files get as siglum their name without extension, shortened where it is
// long. They keep the order of args; the reports of a folder are in order of
// name.
func Read(ctx context.Context, args []string, o Options) (*Input, error) {
	r := reading{ctx: ctx, o: o, event: new(witness.Event)}
	if len(args) == 0 {
		return nil, &Error{Kind: ErrNoReports, Path: ".", Msg: "nothing to read", Hint: "name report files, a folder of them, or - for standard input"}
	}
	for _, arg := range args {
		if err := r.arg(arg); err != nil {
			return nil, err
		}
	}
	return r.finish()
}

// reading is one event in the making.
type reading struct {
	ctx      context.Context
	o        Options
	event    *witness.Event
	manifest string // path of the manifest, where there was one
	reports  []*report
	notices  []string
	files    []string
	aligned  bool
}

// report is a witness in the making.
type report struct {
	doc  *document
	path string
	// entry is what the manifest says of the report; nil without one.
	entry *reportEntry
	// where says which entry it is, for errors.
	where  func(key, hint, format string, args ...any) error
	siglum string // as given by manifest or front matter, or made of the path
	given  bool
}

func (r *reading) notice(format string, args ...any) {
	r.notices = append(r.notices, fmt.Sprintf(format, args...))
}

// finish makes the witnesses and checks the event as a whole.
func (r *reading) finish() (*Input, error) {
	if r.o.Lang != "" && !langTag.MatchString(r.o.Lang) {
		return nil, &Error{Kind: ErrFormat, Path: "--lang", Msg: fmt.Sprintf("%q is not the tag of a language", r.o.Lang), Hint: "write a tag as in en, uk or zh-Hant"}
	}
	if err := r.sameFile(); err != nil {
		return nil, err
	}
	if err := r.sigla(); err != nil {
		return nil, err
	}
	in := &Input{Event: r.event}
	for i, rep := range r.reports {
		w := rep.witness()
		w.Index = i
		if r.o.Lang != "" {
			w.Lang = r.o.Lang
		}
		if d, ok := r.o.Published[w.ID]; ok {
			w.Published = d
		}
		r.event.Witnesses = append(r.event.Witnesses, w)
		for _, n := range rep.doc.notices {
			r.notice("%s", n)
		}
		for _, m := range rep.doc.ignores {
			m.Witness, m.Path = w.ID, rep.path
			in.Suppressions = append(in.Suppressions, m)
		}
	}
	for _, siglum := range slices.Sorted(maps.Keys(r.o.Published)) {
		if !slices.ContainsFunc(r.event.Witnesses, func(w *witness.Witness) bool { return w.ID == siglum }) {
			return nil, &Error{Kind: ErrDate, Path: "--published", Msg: fmt.Sprintf("no report has the siglum %q", siglum), Hint: "the sigla are " + r.list()}
		}
	}
	if err := r.relations(); err != nil {
		return nil, err
	}
	if r.event.ID == "" {
		r.event.ID = r.eventID()
	}
	if len(r.event.Witnesses) == 1 {
		r.notice("%s is the only report: only artefacts can be found; name a second one to compare", r.reports[0].path)
	}
	in.Notices, in.Files = r.notices, r.files
	slices.Sort(in.Files)
	in.Files = slices.Compact(in.Files)
	return in, nil
}

func (rep *report) witness() *witness.Witness {
	d := rep.doc
	w := &witness.Witness{
		ID: rep.siglum, Text: d.text, Original: d.original, Path: rep.path, Lang: d.lang, SourceLang: d.sourceLang,
		Outlet: d.outlet, Title: d.title, Author: d.author, URL: d.url, Published: d.published,
	}
	if e := rep.entry; e != nil {
		override(&w.Lang, e.Lang)
		override(&w.SourceLang, e.SourceLang)
		override(&w.Outlet, e.Outlet)
		override(&w.Title, e.Title)
		override(&w.Author, e.Author)
		override(&w.URL, e.URL)
		w.Translates, w.CopyOf = e.Translates, e.CopyOf
		if !e.published.IsZero() {
			w.Published = e.published
		}
	}
	return w
}

func override(dst *string, s string) {
	if s != "" {
		*dst = s
	}
}

// list names the sigla of the event, for hints.
func (r *reading) list() string {
	var ids []string
	for _, rep := range r.reports {
		ids = append(ids, rep.siglum)
	}
	return strings.Join(ids, ", ")
}

// sameFile refuses a report that is named twice, in whatever spelling of its
// path: it would agree with itself.
func (r *reading) sameFile() error {
	seen := map[string]string{}
	for _, rep := range r.reports {
		place := located(rep.path)
		switch first, ok := seen[place]; {
		case ok && first == rep.path:
			return &Error{Kind: ErrDuplicate, Path: rep.path, Msg: "named twice", Hint: "name each report once"}
		case ok:
			return &Error{Kind: ErrDuplicate, Path: rep.path, Msg: "the same file as " + first, Hint: "name each report once"}
		}
		seen[place] = rep.path
	}
	return nil
}

// located returns one spelling for all paths of a file, as far as there is one:
// a pipe and a file of an embedded folder have none.
func located(name string) string {
	abs, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	return abs
}

// relations checks what the manifest says of one report in terms of others.
func (r *reading) relations() error {
	at := map[string]*report{}
	for _, rep := range r.reports {
		at[rep.siglum] = rep
	}
	for _, rel := range []struct {
		key string
		of  func(*reportEntry) string
	}{
		{"translates", func(e *reportEntry) string { return e.Translates }},
		{"copy_of", func(e *reportEntry) string { return e.CopyOf }},
	} {
		for _, rep := range r.reports {
			if rep.entry == nil || rel.of(rep.entry) == "" {
				continue
			}
			// Follow the chain: it must end, and at a report of the event.
			for n, next := 0, rep; next.entry != nil && rel.of(next.entry) != ""; n++ {
				target, ok := at[rel.of(next.entry)]
				if !ok {
					return next.where(rel.key, "the sigla are "+r.list(), "no report has the siglum %q", rel.of(next.entry))
				}
				if target == rep || n > len(r.reports) {
					return rep.where(rel.key, "", "%s %s itself", rep.siglum, map[string]string{"translates": "translates", "copy_of": "is a copy of"}[rel.key])
				}
				next = target
			}
		}
	}
	if !r.aligned {
		return nil
	}
	for i, rep := range r.reports {
		if i == 0 {
			continue
		}
		if a, b := countLines(r.reports[0].doc.text), countLines(rep.doc.text); a != b {
			return &Error{Kind: ErrManifest, Path: r.manifest,
				Msg:  fmt.Sprintf("aligned, but %s has %d lines and %s has %d", r.reports[0].siglum, a, rep.siglum, b),
				Hint: "line i of each report must state the same thing; take \"aligned\" out otherwise"}
		}
	}
	return nil
}

// countLines counts the lines of a text, of which a last one may end or not.
func countLines(s string) int {
	return strings.Count(strings.TrimSuffix(s, "\n"), "\n") + 1
}
