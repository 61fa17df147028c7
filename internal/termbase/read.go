package termbase

import (
	"bytes"
	"fmt"
)

// Bounds on files of terms, above which they are refused. TBX says in twenty
// elements what a line of a table says.
const (
	MaxSize = 4 << 20
	MaxTBX  = 32 << 20
)

// FileError is a mistake in a file of terms.
type FileError struct {
	Path         string
	Line, Column int // from 1; the column in bytes, 0 where the line as a whole is meant
	Msg          string
}

func (e *FileError) Error() string {
	if e.Column == 0 {
		return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Msg)
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.Path, e.Line, e.Column, e.Msg)
}

// Read reads a file of terms: TBX where it is XML, and else a table as
// spreadsheets write it. Errors are of type *[FileError].
func Read(path string, data []byte) ([]Entry, error) {
	if plain, wide := wideText(data); wide || bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff"))), []byte("<")) {
		return readTBX(path, plain)
	}
	return readCSV(path, data)
}
