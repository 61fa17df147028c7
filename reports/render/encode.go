package render

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"

	"github.com/factdiff/factdiff/compare"
)

// WriteJSON writes v as indented JSON, with the words of reports as they are.
// Nothing is written where v cannot be.
func WriteJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// WriteXML writes v as an indented document of XML. Nothing is written where v
// cannot be.
func WriteXML(w io.Writer, v any) error {
	var b bytes.Buffer
	b.WriteString(XMLHeader)
	e := xml.NewEncoder(&b)
	e.Indent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err := w.Write(b.Bytes())
	return err
}

// Level is a severity in the three words of formats that have no more: the
// first for info, the second for minor, the third for what is worse.
func Level(s compare.Severity, info, minor, worse string) string {
	switch s {
	case compare.Info:
		return info
	case compare.Minor:
		return minor
	}
	return worse
}
