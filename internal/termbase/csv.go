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
	t, err := openTable(path, data)
	if err != nil {
		return nil, err
	}
	var entries []Entry
	var rows []row
	for {
		r, err := t.next()
		if err == io.EOF {
			break
		} else if err != nil {
			return nil, err
		}
		e, err := r.entry()
		if err != nil {
			return nil, err
		}
		entries, rows = append(entries, e), append(rows, r)
	}
	// Compiled here too, so that a mistake is told with its place.
	if _, err := New(entries); err != nil {
		bad := err.(*Error)
		r := rows[min(bad.Entry, len(rows)-1)]
		if _, ok := r.cells[bad.Field]; !ok {
			return nil, r.wrong("term", 0, bad.Msg)
		}
		return nil, r.wrong(bad.Field, r.cells[bad.Field].column, bad.Msg)
	}
	return entries, nil
}

// table is a file of terms whose first line is read.
type table struct {
	path string
	r    *csv.Reader
	at   map[string]int // columns by name
}

// openTable reads the line that names the columns.
func openTable(path string, data []byte) (*table, error) {
	if len(data) > MaxSize {
		return nil, &FileError{Path: path, Line: 1, Msg: fmt.Sprintf("larger than %d MiB", MaxSize>>20)}
	}
	if err := text.ValidUTF8(data); err != nil {
		bad := err.(*text.UTF8Error)
		return nil, &FileError{path, bad.Line, bad.Column, "not UTF-8; save the file as UTF-8"}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	t := &table{path: path, r: csv.NewReader(bytes.NewReader(data)), at: map[string]int{}}
	t.r.Comma = separator(data)
	head, err := t.r.Read()
	if err == io.EOF {
		return nil, &FileError{Path: path, Line: 1, Msg: "empty; the first line names the columns: " + strings.Join(Columns, ", ")}
	} else if err != nil {
		return nil, broken(path, err)
	}
	for i, h := range head {
		h = strings.ToLower(strings.TrimSpace(h))
		line, col := t.r.FieldPos(i)
		if !slices.Contains(Columns, h) {
			return nil, &FileError{path, line, col, fmt.Sprintf("there is no column %q; known are %s", h, strings.Join(Columns, ", "))}
		}
		if _, ok := t.at[h]; ok {
			return nil, &FileError{path, line, col, fmt.Sprintf("the column %q is there twice", h)}
		}
		t.at[h] = i
	}
	if _, ok := t.at["term"]; !ok {
		return nil, &FileError{Path: path, Line: 1, Msg: `no column "term"`}
	}
	return t, nil
}

// row is one line of a table, its cells by the names of their columns.
type row struct {
	path  string
	cells map[string]cell
}

// cell is the text of a cell and where it stands.
type cell struct {
	text         string
	line, column int
}

// next reads a line, or returns io.EOF after the last.
func (t *table) next() (row, error) {
	texts, err := t.r.Read()
	if err == io.EOF {
		return row{}, err
	} else if err != nil {
		return row{}, broken(t.path, err)
	}
	r := row{t.path, map[string]cell{}}
	for name, i := range t.at {
		line, col := t.r.FieldPos(i)
		r.cells[name] = cell{strings.TrimSpace(texts[i]), line, col}
	}
	return r, nil
}

// wrong is what is wrong with a cell; column 0 is the whole line.
func (r row) wrong(name string, column int, msg string) error {
	return &FileError{r.path, r.cells[name].line, column, msg}
}

// entry reads a line as a term.
func (r row) entry() (Entry, error) {
	text := func(name string) string { return r.cells[name].text }
	e := Entry{
		Term: text("term"), Allowed: list(text("allowed")), Forbidden: list(text("forbidden")), Except: list(text("except")),
		Source: list(text("source")), SourceLang: text("source_lang"), Reason: text("reason"),
	}
	switch k := strings.ToLower(text("keep")); k {
	case "", "no", "false", "0":
	case "yes", "true", "1", "x":
		e.Keep = true
	default:
		return e, r.wrong("keep", r.cells["keep"].column, fmt.Sprintf("keep is yes or no, not %q", k))
	}
	if len(e.Forbidden)+len(e.Source) == 0 && !e.Keep {
		return e, r.wrong("term", 0, "a term that says nothing: give forbidden, source or keep")
	}
	return e, nil
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
