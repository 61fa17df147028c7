// Package template writes what a template of the user's makes of the results,
// by text/template.
//
// The template gets a Data. Beside the functions of text/template it has join,
// all (a list as in a sentence), plural, line (one safe line), json, csv (one
// cell), xml and markdown (escaped).
package template

import (
	"bytes"
	stdjson "encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"text/template"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/reports/markdown"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For anything else: a file for Go's text/template, given with --template."

// Data is what the template is executed on.
type Data struct {
	Version string
	Events  []*render.Event
	Tally   render.Tally
}

// ErrNone is returned where no template was given.
var ErrNone = errors.New("the format template needs a template: give its file with --template")

// Write executes o.Template. Nothing is written where it fails.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	if o == nil || o.Template == "" {
		return ErrNone
	}
	t, err := template.New("template").Option("missingkey=error").Funcs(funcs).Parse(o.Template)
	if err != nil {
		return err
	}
	d := Data{Version: o.Version, Events: render.Events(rs, o)}
	for _, ev := range d.Events {
		d.Tally.Count(ev, o)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, d); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

var funcs = template.FuncMap{
	"join":   func(sep string, s []string) string { return strings.Join(s, sep) },
	"all":    text.And,
	"plural": render.Plural,
	"line":   render.Line,
	"json": func(v any) (string, error) {
		b, err := stdjson.Marshal(v)
		return string(b), err
	},
	"csv": func(s string) string {
		s = render.Line(s)
		if s != "" && strings.IndexByte("=+-@", s[0]) >= 0 {
			s = "'" + s
		}
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	},
	"xml": func(s string) string {
		var b bytes.Buffer
		xml.EscapeText(&b, []byte(s)) // a bytes.Buffer gives no error
		return b.String()
	},
	"markdown": markdown.Escape,
}
