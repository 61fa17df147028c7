// Package jsonl writes each result as one line of JSON: the batch protocol.
package jsonl

import (
	"bytes"
	stdjson "encoding/json"
	"io"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/json"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For programs that read many events: one result of the batch protocol a line. Offsets are UTF-8 bytes from 0."

// Write writes a line for each of rs.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	var b bytes.Buffer
	e := stdjson.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for _, v := range json.Values(rs, o) {
		if err := e.Encode(v); err != nil {
			return err
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}
