package main

import (
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/gate"
	"github.com/factdiff/factdiff/reports"
)

// output are the flags that say where the findings go, and how they look.
type output struct {
	format   string
	files    []string
	color    string
	width    int
	redact   bool
	context  bool
	template string
}

func (o *output) flags(c *cobra.Command) {
	fs := c.Flags()
	fs.StringVar(&o.format, "format", "terminal", "write to standard output in `FORMAT` ("+strings.Join(reports.Names(), ", ")+"): --format json")
	fs.StringArrayVarP(&o.files, "output", "o", nil, "write to a file as well, as `FORMAT=FILE`; may be given again: --output sarif=out.sarif")
	fs.StringVar(&o.template, "template", "", "the `FILE` for --format template, in Go's text/template: --template desk.tmpl")
	o.lookFlags(c)
	fs.BoolVar(&o.context, "context", false, "show the sentences before and after: --context")
	fs.BoolVar(&o.redact, "redact", false, "leave the words of the reports out of everything that is written: --redact")
	complete(c, "format", reports.Names)
	complete(c, "output", func() []string {
		var out []string
		for _, n := range reports.Names() {
			out = append(out, n+"=")
		}
		return out
	})
}

// lookFlags are those of a command that only writes to a terminal.
func (o *output) lookFlags(c *cobra.Command) {
	fs := c.Flags()
	fs.StringVar(&o.color, "color", "auto", "use colours `WHEN`: auto (on a terminal, unless NO_COLOR is set), always or never: --color always")
	fs.IntVar(&o.width, "width", 0, "write in `N` columns, by default those of the terminal: --width 120")
	complete(c, "color", func() []string { return []string{"auto", "always", "never"} })
}

// options returns how standard output is written.
func (o *output) options(a *app) (*reports.Options, error) {
	ro := &reports.Options{Redact: o.redact, ShowContext: o.context, Version: version()}
	columns, isTerminal := terminalSize(a.stdout)
	ro.Width = columns
	if o.width < 0 || o.width > 0 && o.width < 30 {
		return nil, hint("30 columns are the fewest", "--width %d is too narrow", o.width)
	}
	if o.width > 0 {
		ro.Width = o.width
	}
	switch o.color {
	case "auto":
		ro.Color = isTerminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	case "always":
		ro.Color = true
	case "never":
	default:
		return nil, hint("want auto, always or never", "unknown value %q of --color", o.color)
	}
	if o.template != "" {
		text, err := os.ReadFile(o.template)
		if err != nil {
			return nil, plain(err)
		}
		ro.Template = string(text)
	}
	return ro, nil
}

// target is one place that the findings are written to.
type target struct {
	format *reports.Format
	file   string // "" for standard output
}

// targets says what to write, standard output first. It is asked before the
// work begins: a name that is wrong should not cost a run.
//
// The configuration's outputs are written too, unless the flags name a file
// for the same format.
func (o *output) targets(configured map[string]string) ([]target, error) {
	f, err := lookupFormat(o.format)
	if err != nil {
		return nil, err
	}
	out := []target{{format: f}}
	specs := slices.Clone(o.files)
	for _, format := range slices.Sorted(maps.Keys(configured)) {
		if !slices.ContainsFunc(o.files, func(s string) bool { return strings.HasPrefix(s, format+"=") }) {
			specs = append(specs, format+"="+configured[format])
		}
	}
	for _, spec := range specs {
		name, file, ok := strings.Cut(spec, "=")
		if !ok || file == "" {
			return nil, hint("want FORMAT=FILE, as in --output html=report.html", "--output %q names no file", spec)
		}
		f, err := lookupFormat(name)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(out, func(t target) bool { return t.file != "" && filepath.Clean(t.file) == filepath.Clean(file) }) {
			return nil, hint("give each format a file of its own", "--output names %s twice", file)
		}
		if info, err := os.Stat(filepath.Dir(file)); err != nil || !info.IsDir() {
			return nil, hint("make it first", "--output %s: there is no folder %s", spec, filepath.Dir(file))
		}
		out = append(out, target{f, file})
	}
	switch templated := slices.ContainsFunc(out, func(t target) bool { return t.format.Name == "template" }); {
	case templated && o.template == "":
		return nil, errors.New("the format template needs a template; give its file with --template")
	case !templated && o.template != "":
		return nil, hint("add --format template, or --output template=FILE", "--template %s is used by no format", o.template)
	}
	return out, nil
}

func lookupFormat(name string) (*reports.Format, error) {
	f, err := reports.Lookup(name)
	if err == nil {
		return f, nil
	}
	advice := "the formats are " + strings.Join(reports.Names(), ", ")
	if near := nearest(name, reports.Names()); near != "" {
		advice = "did you mean " + near + "?"
	}
	return nil, hint(advice, "there is no format %q", name)
}

// write writes the results to every target.
func (a *app) write(ts []target, rs []*compare.Result, ro *reports.Options) error {
	for _, t := range ts {
		if t.file == "" {
			if err := t.format.Write(a.stdout, rs, ro); err != nil {
				return err
			}
			continue
		}
		file := *ro
		file.Color, file.Width = false, 0
		if err := gate.WriteFile(t.file, func(w io.Writer) error { return t.format.Write(w, rs, &file) }); err != nil {
			return plain(err)
		}
	}
	return nil
}

// plain takes the system call off an error of package os: "a.txt: permission
// denied".
func plain(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return errors.New(p.Path + ": " + p.Err.Error())
	}
	return err
}
