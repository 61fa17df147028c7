package ingest

import (
	"errors"
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/internal/ingest/yamlfile"
)

// The kinds of error, for [errors.Is]. Each is the Kind of an *[Error].
var (
	ErrEmpty     = errors.New("no text")
	ErrBinary    = errors.New("not a text")
	ErrTooLarge  = errors.New("too large")
	ErrEncoding  = errors.New("encoding")
	ErrFormat    = errors.New("unknown format")
	ErrMissing   = errors.New("no such file")
	ErrOutside   = errors.New("outside the folder")
	ErrNoReports = errors.New("no reports")
	ErrMany      = errors.New("more than one event")
	ErrDuplicate = errors.New("named twice")
	ErrManifest  = errors.New("manifest")
	ErrDate      = errors.New("date")
	ErrExists    = errors.New("exists")
)

// Error says what was wrong with a file, where, and what to do.
type Error struct {
	Kind         error // one of the kinds above
	Path         string
	Line, Column int // from 1; 0 where the file as a whole is meant
	Msg          string
	Hint         string
	Err          error // the cause, or nil; its text is in Msg or in its place
}

// Error returns "path:line:col: message; hint".
func (e *Error) Error() string {
	var y *yamlfile.Error
	if errors.As(e.Err, &y) {
		return y.Error()
	}
	var b strings.Builder
	b.WriteString(e.Path)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", e.Line, e.Column)
	}
	b.WriteString(": " + e.Msg)
	if e.Hint != "" {
		b.WriteString("; " + e.Hint)
	}
	return b.String()
}

// Unwrap returns the kind and the cause.
func (e *Error) Unwrap() []error {
	var out []error
	for _, err := range []error{e.Kind, e.Err} {
		if err != nil {
			out = append(out, err)
		}
	}
	return out
}

// inManifest makes an error of the YAML reader one of ours.
func inManifest(kind, err error) error {
	e := &Error{Kind: kind, Err: err}
	var y *yamlfile.Error
	if errors.As(err, &y) {
		e.Path, e.Line, e.Column, e.Msg, e.Hint = y.Path, y.Line, y.Column, y.Msg, y.Hint
	}
	return e
}
