// Package reports has the list of the formats in which findings can be
// written. The command's flags, its help and its completion, the
// documentation and the tests read this one list.
//
// A format is a folder with a function Write. It gets results and options,
// writes to w and does nothing else: no file is opened, no clock read, nothing
// printed. What several formats need is in package render, which they import;
// none of them imports this package.
package reports

import (
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/checkstyle"
	"github.com/factdiff/factdiff/reports/csv"
	"github.com/factdiff/factdiff/reports/github"
	"github.com/factdiff/factdiff/reports/gitlab"
	"github.com/factdiff/factdiff/reports/html"
	"github.com/factdiff/factdiff/reports/its"
	"github.com/factdiff/factdiff/reports/json"
	"github.com/factdiff/factdiff/reports/jsonl"
	"github.com/factdiff/factdiff/reports/junit"
	"github.com/factdiff/factdiff/reports/markdown"
	"github.com/factdiff/factdiff/reports/rdjson"
	"github.com/factdiff/factdiff/reports/render"
	"github.com/factdiff/factdiff/reports/sarif"
	"github.com/factdiff/factdiff/reports/template"
	"github.com/factdiff/factdiff/reports/terminal"
)

// Options says how results are to be written.
type Options = render.Options

// Format is one way to write results.
type Format struct {
	Name  string // what --format and --output call it
	Title string // two or three words
	Ext   string // of a file in it, with the dot
	MIME  string
	Doc   string // a sentence: whom it is for
	// Write writes the results of one run. The bytes depend on its arguments
	// alone. An error is w's, or one of the template's.
	Write func(w io.Writer, rs []*compare.Result, o *Options) error
}

// Formats are all formats, in the order in which help lists them.
var Formats = []*Format{
	{"terminal", "Terminal", ".txt", "text/plain; charset=utf-8", terminal.Doc, terminal.Write},
	{"html", "HTML page", ".html", "text/html; charset=utf-8", html.Doc, html.Write},
	{"json", "JSON", ".json", "application/json", json.Doc, json.Write},
	{"jsonl", "JSON lines", ".jsonl", "application/jsonl", jsonl.Doc, jsonl.Write},
	{"markdown", "Markdown", ".md", "text/markdown; charset=utf-8", markdown.Doc, markdown.Write},
	{"csv", "CSV", ".csv", "text/csv; charset=utf-8", csv.Doc, csv.Write},
	{"sarif", "SARIF 2.1.0", ".sarif", "application/sarif+json", sarif.Doc, sarif.Write},
	{"junit", "JUnit XML", ".xml", "application/xml", junit.Doc, junit.Write},
	{"gitlab", "GitLab Code Quality", ".json", "application/json", gitlab.Doc, gitlab.Write},
	{"github", "GitHub annotations", ".txt", "text/plain; charset=utf-8", github.Doc, github.Write},
	{"checkstyle", "Checkstyle XML", ".xml", "application/xml", checkstyle.Doc, checkstyle.Write},
	{"rdjson", "Reviewdog JSON", ".json", "application/json", rdjson.Doc, rdjson.Write},
	{"its", "XLIFF 2.1 with ITS 2.0", ".xlf", "application/xliff+xml", its.Doc, its.Write},
	{"template", "Your own template", ".txt", "text/plain; charset=utf-8", template.Doc, template.Write},
}

// Lookup returns the format of the given name. The error lists the names that
// there are.
func Lookup(name string) (*Format, error) {
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
	}
	return nil, fmt.Errorf("unknown format %q: want %s", name, strings.Join(Names(), ", "))
}

// Names lists the names of the formats.
func Names() []string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	return names
}
