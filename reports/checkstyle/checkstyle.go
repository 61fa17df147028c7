// Package checkstyle writes the XML of Checkstyle, which many build servers
// and editors read.
//
// An error stands at one place, that of the report that stands alone, and its
// message says where the others are, so that the number of errors is the
// number of findings. Columns are characters from 1. The format has no word
// for what was dismissed or is known, and so only new findings are in it.
package checkstyle

import (
	"encoding/xml"
	"io"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For build servers that read Checkstyle's XML; new findings only. Columns are characters from 1."

type document struct {
	XMLName xml.Name `xml:"checkstyle"`
	Version string   `xml:"version,attr"`
	Files   []*file  `xml:"file"`
}

type file struct {
	Name   string  `xml:"name,attr"`
	Errors []entry `xml:"error"`
}

type entry struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// Write writes rs as one document, the files in order of the reports.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	doc := document{Version: "8.0"}
	for _, ev := range render.Events(rs, o) {
		byName := map[string]*file{}
		for _, w := range ev.Witnesses {
			if byName[w.File()] == nil {
				f := &file{Name: w.File()}
				byName[w.File()] = f
				doc.Files = append(doc.Files, f)
			}
		}
		for _, f := range ev.Findings {
			if f.State.Status != render.New {
				continue
			}
			r := f.Primary
			to := byName[r.Witness.File()]
			if to == nil {
				to = &file{Name: r.Witness.File()}
				byName[to.Name] = to
				doc.Files = append(doc.Files, to)
			}
			to.Errors = append(to.Errors, entry{r.From.Line, r.From.Rune, render.Level(f.Severity, "info", "warning", "error"), f.Text(), "factdiff." + f.Check})
		}
	}
	return render.WriteXML(w, doc)
}
