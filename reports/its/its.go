// Package its writes XLIFF 2.1 with the localization quality issues of ITS
// 2.0, which translation tools show beside the segment.
//
// A report is a file, a statement a unit with its words as source. The words
// of a finding are a mrk with the issue's type, severity and comment; where
// the words of several findings lie on one another, the mrk refers to a list
// of issues in the unit. A dismissed finding stays, with
// locQualityIssueEnabled="no".
//
// The issue types speak of translation. Between reports that are no
// translations a difference is an inconsistency and nothing more, whatever
// the check would call it in a translation.
package its

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For translation tools: XLIFF 2.1, the words marked with ITS 2.0 quality issues."

// severity is locQualityIssueSeverity, 0 to 100.
var severity = [...]float64{compare.Info: 10, compare.Minor: 25, compare.Major: 60, compare.Critical: 100}

// Write writes rs as one document.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	d := &document{}
	evs := render.Events(rs, o)
	d.WriteString(render.XMLHeader)
	fmt.Fprintf(d, `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:its="http://www.w3.org/2005/11/its" version="2.1" its:version="2.0" srcLang=%s>`+"\n", attr(language(evs)))
	file := 0
	for _, ev := range evs {
		for _, w := range ev.Witnesses {
			file++
			d.file(ev, w, file)
		}
	}
	if file == 0 {
		// A document has at least one file and a file one unit.
		d.WriteString("  <file id=\"f1\"><unit id=\"u1\"><segment><source/></segment></unit></file>\n")
	}
	d.WriteString("</xliff>\n")
	_, err := w.Write(d.Bytes())
	return err
}

// language is the language of all reports, or "mul" where they have several:
// the format has one for a document.
func language(evs []*render.Event) string {
	lang := ""
	for _, ev := range evs {
		for _, w := range ev.Witnesses {
			l := w.Lang
			if l == "" {
				l = "en"
			}
			if !tag(l) {
				l = "und"
			}
			if lang != "" && l != lang {
				return "mul"
			}
			lang = l
		}
	}
	if lang == "" {
		return "und"
	}
	return lang
}

// tag reports whether s has the form of a BCP 47 tag.
func tag(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) == 0 || len(part) > 8 {
			return false
		}
		for _, c := range []byte(part) {
			if c|0x20 < 'a' || c|0x20 > 'z' {
				if i == 0 || c < '0' || c > '9' {
					return false
				}
			}
		}
	}
	return true
}

type document struct {
	bytes.Buffer
	lists int // marks so far: an xml:id is unique in the document
}

func (d *document) file(ev *render.Event, w *render.Witness, n int) {
	fmt.Fprintf(d, "  <file id=\"f%d\" original=%s>\n    <notes><note category=\"siglum\">%s</note></notes>\n", n, attr(w.File()), text(w.ID))
	for i, st := range w.Statements {
		d.unit(w, i, st.Start, st.End)
	}
	if len(w.Statements) == 0 {
		d.unit(w, 0, 0, len(w.Text))
	}
	d.WriteString("  </file>\n")
}

func (d *document) unit(w *render.Witness, i, start, end int) {
	marks := w.Marks(start, end, nil)
	fmt.Fprintf(d, "    <unit id=\"u%d\">\n", i+1)
	for k, m := range marks {
		if len(m.Findings) > 1 {
			fmt.Fprintf(d, "      <its:locQualityIssues xml:id=\"lqi%d\">\n", d.lists+k+1)
			for _, f := range m.Findings {
				fmt.Fprintf(d, "        <its:locQualityIssue%s/>\n", issue(f, ""))
			}
			d.WriteString("      </its:locQualityIssues>\n")
		}
	}
	d.WriteString("      <segment><source xml:space=\"preserve\">")
	at := start
	for k, m := range marks {
		d.source(w, at, m.Start)
		ref := fmt.Sprintf(" its:locQualityIssuesRef=\"#its=lqi%d\"", d.lists+k+1)
		if len(m.Findings) == 1 {
			ref = issue(m.Findings[0], "its:")
		}
		fmt.Fprintf(d, "<mrk id=\"m%d\" type=\"its:generic\"%s>", k+1, ref)
		d.source(w, m.Start, m.End)
		d.WriteString("</mrk>")
		at = m.End
	}
	d.source(w, at, end)
	d.lists += len(marks)
	d.WriteString("</source></segment>\n    </unit>\n")
}

// source writes words of the report. A character that XML cannot have is a cp
// element.
func (d *document) source(w *render.Witness, start, end int) {
	if start >= end {
		return
	}
	s := w.Text[start:end]
	if w.Event.Redacted {
		s = render.Placeholder(s)
	}
	for s != "" {
		i := strings.IndexFunc(s, func(r rune) bool { return !render.InXML(r) })
		if i < 0 {
			d.WriteString(text(s))
			return
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		d.WriteString(text(s[:i]))
		fmt.Fprintf(d, `<cp hex="%04X"/>`, r)
		s = s[i+n:]
	}
}

// issue writes the attributes of one issue, each name with the prefix.
func issue(f *render.Finding, prefix string) string {
	enabled := ""
	if f.State.Status == render.Suppressed {
		enabled = fmt.Sprintf(" %slocQualityIssueEnabled=\"no\"", prefix)
	}
	return fmt.Sprintf(" %slocQualityIssueType=%s %slocQualityIssueComment=%s %slocQualityIssueSeverity=\"%.1f\"%s",
		prefix, attr(kind(f)), prefix, attr(comment(f)), prefix, severity[f.Severity], enabled)
}

func kind(f *render.Finding) string {
	switch {
	case f.Translation() && f.By.ITS != "":
		return f.By.ITS
	case f.Kind == compare.Artefact:
		return "uncategorized"
	}
	return "inconsistency"
}

func comment(f *render.Finding) string {
	s := f.Check + ": " + f.Message
	if f.Reason != "" {
		s += ". " + f.Reason
	}
	if f.State.Status == render.Suppressed && f.State.Justification != "" {
		s += ". Dismissed: " + f.State.Justification
	}
	return render.Line(s)
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;")

var escapeAttr = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "\n", "&#xA;", "\r", "&#xD;", "\t", "&#x9;")

func text(s string) string { return escape.Replace(render.XML(s)) }

func attr(s string) string { return `"` + escapeAttr.Replace(render.XML(s)) + `"` }
