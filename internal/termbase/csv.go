package termbase

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/internal/text"
)

// Columns are the columns of a file of terms, of which term must be there.
var Columns = []string{"term", "allowed", "forbidden", "except", "keep", "source", "source_lang", "reason"}

// readCSV reads a file of terms as spreadsheets write it: RFC 4180, parted by
// commas, semicolons or tabs, whichever its first line has. That line names
// the columns, in any order; a cell lists several words with "|" between them,
// a cell that is one pattern is taken whole.
func readCSV(path string, data []byte) ([]Entry, error) {
	if len(data) > MaxSize {
		return nil, &FileError{Path: path, Line: 1, Msg: fmt.Sprintf("larger than %d MiB", MaxSize>>20)}
	}
	if err := text.ValidUTF8(data); err != nil {
		bad := err.(*text.UTF8Error)
		return nil, &FileError{path, bad.Line, bad.Column, "not UTF-8; save the file as UTF-8"}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = separator(data)
	head, err := r.Read()
	if err == io.EOF {
		return nil, &FileError{Path: path, Line: 1, Msg: "empty; the first line names the columns: " + strings.Join(Columns, ", ")}
	} else if err != nil {
		return nil, broken(path, err)
	}
	at := map[string]int{}
	for i, h := range head {
		h = strings.ToLower(strings.TrimSpace(h))
		line, col := r.FieldPos(i)
		if !slices.Contains(Columns, h) {
			return nil, &FileError{path, line, col, fmt.Sprintf("there is no column %q; known are %s", h, strings.Join(Columns, ", "))}
		}
		if _, ok := at[h]; ok {
			return nil, &FileError{path, line, col, fmt.Sprintf("the column %q is there twice", h)}
		}
		at[h] = i
	}
	if _, ok := at["term"]; !ok {
		return nil, &FileError{Path: path, Line: 1, Msg: `no column "term"`}
	}
	var entries []Entry
	var places []func(*Error) *FileError
	for {
		row, err := r.Read()
		if err == io.EOF {
			break
		} else if err != nil {
			return nil, broken(path, err)
		}
		cell := func(name string) string {
			if i, ok := at[name]; ok {
				return strings.TrimSpace(row[i])
			}
			return ""
		}
		where := map[string][2]int{}
		for name, i := range at {
			line, col := r.FieldPos(i)
			where[name] = [2]int{line, col}
		}
		e := Entry{
			Term: cell("term"), Allowed: list(cell("allowed")), Forbidden: list(cell("forbidden")), Except: list(cell("except")),
			Source: list(cell("source")), SourceLang: cell("source_lang"), Reason: cell("reason"),
		}
		switch k := strings.ToLower(cell("keep")); k {
		case "", "no", "false", "0":
		case "yes", "true", "1", "x":
			e.Keep = true
		default:
			return nil, &FileError{path, where["keep"][0], where["keep"][1], fmt.Sprintf("keep is yes or no, not %q", k)}
		}
		if len(e.Forbidden)+len(e.Source) == 0 && !e.Keep {
			return nil, &FileError{path, where["term"][0], 0, "a term that says nothing: give forbidden, source or keep"}
		}
		entries = append(entries, e)
		places = append(places, func(e *Error) *FileError {
			p, ok := where[e.Field]
			if !ok {
				p = [2]int{where["term"][0], 0}
			}
			return &FileError{path, p[0], p[1], e.Msg}
		})
	}
	// Compiled here too, so that a mistake is told with its place.
	if _, err := New(entries); err != nil {
		bad := err.(*Error)
		return nil, places[min(bad.Entry, len(places)-1)](bad)
	}
	return entries, nil
}

// separator is the likeliest of the marks that spreadsheets write.
func separator(data []byte) rune {
	head, _, _ := bytes.Cut(data, []byte("\n"))
	best, n := ',', bytes.Count(head, []byte(","))
	for _, c := range []rune{';', '\t'} {
		if k := bytes.Count(head, []byte(string(c))); k > n {
			best, n = c, k
		}
	}
	return best
}

func list(cell string) []string {
	if isPattern(cell) {
		return []string{cell}
	}
	var out []string
	for _, s := range strings.Split(cell, "|") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func broken(path string, err error) error {
	var p *csv.ParseError
	if errors.As(err, &p) {
		return &FileError{path, p.Line, p.Column, p.Err.Error()}
	}
	return &FileError{Path: path, Line: 1, Msg: err.Error()}
}
