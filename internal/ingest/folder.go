package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// ReadFS reads one event from a file system that has a manifest at its root,
// as the embedded samples have. name is the event's place in messages and
// paths.
func ReadFS(ctx context.Context, fsys fs.FS, name string, o Options) (*Input, error) {
	r := reading{ctx: ctx, o: o, event: new(witness.Event)}
	if err := r.readManifest(fsys, name, ManifestName); err != nil {
		return nil, err
	}
	return r.finish()
}

// Find returns the folders of the events in a tree: dir and every folder below
// it that has a manifest, sorted. Folders whose name begins with a stop are
// passed over, and links are not followed.
func Find(ctx context.Context, dir string) ([]string, error) {
	root, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	var found []string
	err = doublestar.GlobWalk(root.FS(), "**/"+ManifestName, func(p string, _ fs.DirEntry) error {
		found = append(found, join(dir, path.Dir(p)))
		return ctx.Err()
	}, doublestar.WithNoFollow(), doublestar.WithNoHidden(), doublestar.WithFilesOnly())
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, &Error{Kind: ErrNoReports, Path: dir, Msg: "no " + ManifestName + " in it or below", Hint: "make one in each event's folder with factdiff init"}
	}
	slices.Sort(found)
	return found, nil
}

// Init returns the manifest of the reports in a folder, as text with
// comments: sigla A, B, C …, and title, date, author, outlet and language
// where a report gives them. It writes nothing; [WriteManifest] does. A folder
// that has a manifest is an error of kind [ErrExists].
func Init(ctx context.Context, dir string, o Options) ([]byte, error) {
	root, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return initManifest(root.FS(), dir, o)
}

// WriteManifest writes a manifest into a folder, and never over another.
func WriteManifest(dir string, data []byte) (name string, err error) {
	name = join(dir, ManifestName)
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return "", &Error{Kind: ErrExists, Path: name, Msg: "is there already", Hint: "it is never overwritten"}
	}
	if err != nil {
		return "", err
	}
	if _, err := f.Write(data); err != nil {
		f.Close()
		return "", err
	}
	return name, f.Close()
}

// arg adds what one argument names.
func (r *reading) arg(name string) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if name == "-" {
		return r.stdin()
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Error{Kind: ErrMissing, Path: name, Msg: "no such file or folder", Err: err}
	case err != nil:
		return err
	case info.IsDir():
		root, err := openFolder(name)
		if err != nil {
			return err
		}
		defer root.Close()
		if _, err := root.Lstat(ManifestName); err == nil {
			return r.readManifest(root.FS(), name, ManifestName)
		}
		return r.folder(root.FS(), name)
	case path.Base(filepath.ToSlash(name)) == ManifestName || isYAML(name):
		dir := filepath.Dir(name)
		root, err := openFolder(dir)
		if err != nil {
			return err
		}
		defer root.Close()
		return r.readManifest(root.FS(), dir, filepath.Base(name))
	}
	f := formatOf(name)
	if f == unknown && path.Ext(name) != "" && info.Mode().IsRegular() {
		return formatError(name)
	}
	// A name given by the user is opened as it is: a link, a pipe.
	raw, err := readOpen(func() (fs.File, error) { return os.Open(name) }, slash(name), r.o.maxSize())
	if err != nil {
		return err
	}
	return r.add(slash(name), raw, f)
}

func (r *reading) add(name string, raw []byte, f format) error {
	doc, err := r.o.read(name, raw, f)
	if err != nil {
		return err
	}
	r.reports = append(r.reports, newReport(doc, name))
	r.files = append(r.files, name)
	return nil
}

func newReport(doc *document, name string) *report {
	rep := &report{doc: doc, path: name}
	if doc.siglum != "" {
		rep.siglum, rep.given = doc.siglum, true
	}
	return rep
}

func (r *reading) stdin() error {
	if r.o.Stdin == nil {
		return &Error{Kind: ErrMissing, Path: "-", Msg: "there is no standard input to read"}
	}
	if slices.Contains(r.files, "-") {
		return &Error{Kind: ErrDuplicate, Path: "-", Msg: "standard input is named twice", Hint: "it can be read once, as one report"}
	}
	raw, err := readLimited(r.o.Stdin, "-", r.o.maxSize())
	if err != nil {
		return err
	}
	return r.add("-", raw, unknown)
}

// folder adds the reports of a folder without a manifest.
func (r *reading) folder(fsys fs.FS, dir string) error {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return err
	}
	n := 0
	var below []string // folders that have reports
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") {
			continue
		}
		if e.IsDir() {
			if !isPart(entries, name) {
				below = append(below, withReports(r.ctx, fsys, name)...)
			}
			continue
		}
		f := formatOf(name)
		switch {
		case f == unknown:
			r.notice("%s: not read; read are %s", join(dir, name), strings.Join(Extensions, ", "))
			continue
		case isAbout(name):
			r.notice("%s: not read, as it is no report by its name; name the file to have it read", join(dir, name))
			continue
		}
		rep, err := r.report(fsys, name, dir, f)
		if err != nil {
			return err
		}
		r.reports = append(r.reports, rep)
		n++
	}
	for i, name := range below {
		below[i] = join(dir, name)
	}
	switch {
	case n == 0 && len(below) > 0:
		return &Error{Kind: ErrNoReports, Path: dir, Msg: "no reports in this folder, but in " + some(below),
			Hint: "name the folder of one event, or run factdiff init on each to have all checked"}
	case n == 0:
		return &Error{Kind: ErrNoReports, Path: dir, Msg: "no reports in this folder", Hint: "read are " + strings.Join(Extensions, ", ")}
	case len(below) > 0:
		r.notice("%s: not read, as of a folder only its own files are; name it too if its reports are of the same event", some(below))
	}
	return nil
}

// PassedOver says which folders of a tree of events, dir itself among them, have
// reports and are no part of an event, in one line; "" where there is none.
func PassedOver(ctx context.Context, dir string) string {
	root, err := openFolder(dir)
	if err != nil {
		return ""
	}
	defer root.Close()
	found := withReports(ctx, root.FS(), ".")
	if len(found) == 0 {
		return ""
	}
	for i, name := range found {
		found[i] = join(dir, name)
	}
	return some(found) + ": not read, as no " + ManifestName + " is there as for the others; factdiff init writes one"
}

// withReports returns the folders, dir and those below it, that have a file that
// would be read as a report, without those of events.
func withReports(ctx context.Context, fsys fs.FS, dir string) []string {
	var found []string
	seen := map[string]bool{}
	// What cannot be looked into is passed over: nothing of it is asked for.
	_ = fs.WalkDir(fsys, dir, func(p string, d fs.DirEntry, err error) error {
		switch {
		case ctx != nil && ctx.Err() != nil:
			return fs.SkipAll
		case err != nil, p != dir && d.IsDir() && strings.HasPrefix(d.Name(), "."), d.IsDir() && isEvent(fsys, p):
			return fs.SkipDir
		case d.IsDir(), formatOf(p) == unknown, isAbout(d.Name()), strings.HasPrefix(d.Name(), "."):
			return nil
		}
		if folder := path.Dir(p); !seen[folder] {
			seen[folder] = true
			found = append(found, folder)
		}
		return nil
	})
	return found
}

func isEvent(fsys fs.FS, dir string) bool {
	_, err := fs.Stat(fsys, path.Join(dir, ManifestName))
	return err == nil
}

// isPart reports whether a folder is where a browser saved the pictures and
// scripts of a page beside it: "talks_files" of talks.html.
func isPart(entries []fs.DirEntry, folder string) bool {
	for _, tail := range []string{"_files", "-files", ".files"} {
		if of, ok := strings.CutSuffix(folder, tail); ok {
			return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
				name := e.Name()
				return formatOf(name) == page && strings.TrimSuffix(name, path.Ext(name)) == of
			})
		}
	}
	return false
}

// some names the first few of a list.
func some(names []string) string {
	const most = 3
	if more := len(names) - most; more > 0 {
		return text.And(append(slices.Clone(names[:most]), fmt.Sprintf("%d more", more)))
	}
	return text.And(names)
}

// isAbout reports whether a file is about a folder and not one of its
// reports.
func isAbout(name string) bool {
	base := strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
	return slices.Contains([]string{"readme", "license", "licence", "notice", "changelog"}, base)
}

// report reads one report of a folder.
func (r *reading) report(fsys fs.FS, name, dir string, f format) (*report, error) {
	if r.ctx != nil && r.ctx.Err() != nil {
		return nil, r.ctx.Err()
	}
	shown := join(dir, name)
	raw, err := readFile(fsys, name, shown, r.o.maxSize())
	if err != nil {
		return nil, err
	}
	doc, err := r.o.read(shown, raw, f)
	if err != nil {
		return nil, err
	}
	r.files = append(r.files, shown)
	return newReport(doc, shown), nil
}

func openFolder(dir string) (*os.Root, error) {
	root, err := os.OpenRoot(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &Error{Kind: ErrMissing, Path: dir, Msg: "no such folder", Err: err}
	case err != nil:
		return nil, &Error{Kind: ErrMissing, Path: dir, Msg: "not a folder that can be read", Err: err}
	}
	return root, nil
}

// readFile reads a file of a folder. A pipe that lies there would be waited for
// without end; one that the user names is opened by readOpen.
func readFile(fsys fs.FS, name, shown string, most int64) ([]byte, error) {
	const special = fs.ModeNamedPipe | fs.ModeSocket | fs.ModeDevice | fs.ModeIrregular
	if info, err := fs.Stat(fsys, name); err == nil && info.Mode()&special != 0 {
		return nil, &Error{Kind: ErrFormat, Path: shown, Msg: "a pipe, a socket or a device where a report is expected", Hint: "take it out of the folder, or name it on its own"}
	}
	return readOpen(func() (fs.File, error) { return fsys.Open(name) }, shown, most)
}

func readOpen(open func() (fs.File, error), shown string, most int64) ([]byte, error) {
	f, err := open()
	if err == nil {
		defer f.Close()
		var info fs.FileInfo
		if info, err = f.Stat(); err == nil {
			if info.IsDir() {
				return nil, &Error{Kind: ErrFormat, Path: shown, Msg: "a folder where a report is expected"}
			}
			if info.Size() > most {
				return nil, sizeError(shown, info.Size(), most)
			}
			return readLimited(f, shown, most)
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &Error{Kind: ErrMissing, Path: shown, Msg: "no such file", Err: err}
	case strings.Contains(err.Error(), "escapes from parent"): // os.Root has no error value for it
		return nil, &Error{Kind: ErrOutside, Path: shown, Msg: "a link that leads out of the folder", Hint: "put the report itself into the folder", Err: err}
	}
	return nil, err
}

func readLimited(in io.Reader, shown string, most int64) ([]byte, error) {
	var b bytes.Buffer
	n, err := b.ReadFrom(io.LimitReader(in, most+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shown, err)
	}
	if n > most {
		return nil, sizeError(shown, 0, most)
	}
	return b.Bytes(), nil
}

func sizeError(name string, size, most int64) error {
	msg := fmt.Sprintf("larger than %s", bytesText(most))
	if size > 0 {
		msg = fmt.Sprintf("%s, larger than %s", bytesText(size), bytesText(most))
	}
	return &Error{Kind: ErrTooLarge, Path: name, Msg: msg, Hint: "raise --max-size if this is one report"}
}

func bytesText(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

func formatError(name string) error {
	return &Error{Kind: ErrFormat, Path: name, Msg: fmt.Sprintf("files of the kind %s are not read", path.Ext(name)),
		Hint: "read are " + strings.Join(Extensions, ", ")}
}

func isYAML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

func slash(name string) string { return filepath.ToSlash(name) }

// join returns the path of a file of a folder as the user would write it.
func join(dir, name string) string { return path.Join(slash(dir), name) }

// baseName returns the name of a folder, also of ".".
func baseName(dir string) string {
	base := path.Base(path.Clean(slash(dir)))
	if base == "." || base == ".." || base == "/" {
		if abs, err := filepath.Abs(dir); err == nil {
			base = filepath.Base(abs)
		}
	}
	if base == "/" || base == "." || base == string(filepath.Separator) {
		return "event"
	}
	return base
}

// eventID names an event that no manifest names: after the folder that all its
// reports are in.
func (r *reading) eventID() string {
	dir := ""
	for i, rep := range r.reports {
		d := path.Dir(rep.path)
		if rep.path == "-" || i > 0 && d != dir {
			return "event"
		}
		dir = d
	}
	if dir == "." || dir == ".." || dir == "/" {
		return "event"
	}
	return path.Base(dir)
}
