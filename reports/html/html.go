// Package html writes the report that an editor reads: one file that opens
// from disk, prints, and asks the network for nothing.
//
// The page works in three layers. What stands in the file is a document that
// needs no script: findings with their readings, the alignment, every report
// with its marks. The style sheet makes it a page, wide, narrow, dark and on
// paper. The script adds what a document cannot do: filters, the sentences
// around a reading, keys.
//
// A sentence can be wanted in three places: in its finding, in the alignment,
// in its report. It is written into the report always, and into the others as
// long as the file stays small (see lean); beyond that the script copies it
// from there when somebody looks. Ten reports of three hundred sentences stay
// under a megabyte in this way.
//
// Text of a report is data, never markup. html/template escapes it by the place it
// goes to, and the page's Content-Security-Policy allows the one script and
// the one style sheet by their hashes and nothing else: no style attribute, no
// event handler, no address.
package html

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"sync"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For an editor: one self-contained page with the findings, the alignment and every report, offline."

//go:embed page.tmpl
var source string

//go:embed page.css
var style string

//go:embed page.js
var script string

var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Funcs(funcs).Parse(source))
})

// Policy is the page's Content-Security-Policy.
func Policy() string {
	return "default-src 'none'; style-src 'sha256-" + digest(style) + "'; script-src 'sha256-" + digest(script) +
		"'; base-uri 'none'; form-action 'none'"
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// Write writes rs as one page.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	if o == nil {
		o = &render.Options{}
	}
	var b bytes.Buffer
	if err := page().Execute(&b, newDocument(render.Events(rs, o), o)); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}
