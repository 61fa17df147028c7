package lexicon

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// source is one data file.
type source struct {
	name string
	data []byte
}

// section is the part of a file below one [table] header.
type section struct {
	file string
	line int // of the first line of text
	text string
}

// A row is one entry: its cells, and where it stands.
type row struct {
	file  string
	line  int
	cells []string
}

func (r row) cell(i int) string {
	if i < len(r.cells) {
		return r.cells[i]
	}
	return ""
}

// list splits a cell at semicolons.
func (r row) list(i int) []string { return splitList(r.cell(i)) }

func splitList(s string) []string {
	var out []string
	for _, s := range strings.Split(s, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// lower is list in lower case, for keys.
func (r row) lower(i int) []string {
	out := r.list(i)
	for j, s := range out {
		out[j] = strings.ToLower(s)
	}
	return out
}

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

// split cuts files into their sections by table name.
func split(files []source) map[string][]section {
	out := map[string][]section{}
	for _, f := range files {
		table, start, startLine := "", 0, 1
		text := string(f.data)
		flush := func(end int) {
			if start < end {
				out[table] = append(out[table], section{f.name, startLine, text[start:end]})
			}
		}
		for at, line := 0, 1; at < len(text); line++ {
			end := strings.IndexByte(text[at:], '\n')
			if end < 0 {
				end = len(text) - at
			}
			if name, ok := header(text[at : at+end]); ok {
				flush(at)
				table, start, startLine = name, min(at+end+1, len(text)), line+1
			}
			at += end + 1
		}
		flush(len(text))
	}
	return out
}

// header reads "[table]".
func header(line string) (string, bool) {
	line = strings.TrimSpace(line)
	if len(line) > 2 && line[0] == '[' && line[len(line)-1] == ']' {
		return line[1 : len(line)-1], true
	}
	return "", false
}

// rows calls f for each entry of a section.
func (s section) rows(f func(row)) {
	line := s.line - 1
	for text := range strings.SplitSeq(s.text, "\n") {
		line++
		text = strings.TrimRight(text, " \t\r")
		if text == "" || text[0] == '#' {
			continue
		}
		cells := strings.Split(text, "\t")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		f(row{s.file, line, cells})
	}
}

// A table describes one kind of entry: how many cells it must and may have, what they mean, and how one is read.
// The keys of an entry are in lower case.
type table[T any] struct {
	name    string
	columns []string // those that may be left empty begin with "?"
	read    func(r row) (keys []string, v T, err error)
}

// build reads all entries of the table in the lexicon's files; a later file's come first under their key. A file that
// does not pass check has its bad lines left out: Extend and the package's test do not let one in.
func (t *table[T]) build(lx *Lexicon) *Phrases[T] {
	p := &Phrases[T]{byKey: map[string][]T{}}
	sections := lx.sections()[t.name]
	for _, s := range slices.Backward(sections) {
		s.rows(func(r row) {
			keys, v, err := t.entry(r)
			if err != nil {
				return
			}
			for _, k := range keys {
				p.byKey[k] = append(p.byKey[k], v)
			}
		})
	}
	p.index()
	return p
}

func (t *table[T]) entry(r row) ([]string, T, error) {
	var none T
	if len(r.cells) > len(t.columns) {
		return nil, none, r.errorf("[%s] has %d columns, this line %d", t.name, len(t.columns), len(r.cells))
	}
	for i, c := range t.columns {
		if c[0] != '?' && r.cell(i) == "" {
			return nil, none, r.errorf("[%s] needs %q in column %d", t.name, c, i+1)
		}
	}
	keys, v, err := t.read(r)
	if err == nil && len(keys) == 0 {
		err = r.errorf("[%s] entry without a key", t.name)
	}
	return keys, v, err
}

func (t *table[T]) check(r row) error { _, _, err := t.entry(r); return err }
func (t *table[T]) title() string     { return t.name }

// checker is what the validation needs of a table.
type checker interface {
	title() string
	check(row) error
}

// tables is the one list of tables; the order is that of the documentation.
var tables = []checker{
	&reportingTable, &implicativeTable, &negativeTable, &modalTable, &hedgeTable, &approximatorTable,
	&titleTable, &headshipTable, &titleModifierTable, &genderedTable, &givenTable, &callingTable, &leaningTable,
	&countryTable, &regionTable, &blocTable, &cityTable, &organisationTable,
	&spellingTable, &nicknameTable, &britishTable,
	&unitTable, &numberTable, &calendarTable, &countedTable, &topicTable, &stateTable, &courseTable, &deedTable, &happeningTable, &directionTable,
	&calqueTable, &constructionTable, &officialTable, &boilerplateTable,
	&oppositeTable, &notOppositeTable, &synonymTable, &converseTable, &classTable, &causeTable, &conditionTable, &degreeTable, &wordClassTable, &outcomeTable, &partTable,
	&functionTable, &contractionTable, &lightTable, &genericTable,
}

// check reads a whole file and joins what is wrong with it.
func check(f source) error {
	var errs []error
	if i := bytes.IndexByte(f.data, 0); i >= 0 {
		return fmt.Errorf("%s:%d: not a text file", f.name, 1+bytes.Count(f.data[:i], []byte("\n")))
	}
	for name, sections := range split([]source{f}) {
		i := slices.IndexFunc(tables, func(t checker) bool { return t.title() == name })
		for _, s := range sections {
			if name != "" && i < 0 {
				errs = append(errs, fmt.Errorf("%s:%d: no table is called [%s]", s.file, s.line-1, name))
				continue
			}
			s.rows(func(r row) {
				if name == "" {
					errs = append(errs, r.errorf("entry before the first [table]"))
				} else if err := tables[i].check(r); err != nil {
					errs = append(errs, err)
				}
			})
		}
	}
	slices.SortFunc(errs, func(a, b error) int { return compareLines(a.Error(), b.Error()) })
	return errors.Join(errs...)
}

// compareLines orders messages of one file by line number.
func compareLines(a, b string) int {
	na, nb := lineOf(a), lineOf(b)
	if na != nb {
		return na - nb
	}
	return strings.Compare(a, b)
}

func lineOf(msg string) int {
	for part := range strings.SplitSeq(msg, ":") {
		if n, err := strconv.Atoi(part); err == nil {
			return n
		}
	}
	return 0
}

// oneOf checks a cell against a closed set.
func (r row) oneOf(i int, set ...string) (string, error) {
	if c := r.cell(i); slices.Contains(set, c) {
		return c, nil
	}
	return "", r.errorf("%q is none of %s", r.cell(i), strings.Join(set, ", "))
}

// languages reads a list of ISO 639-1 codes.
func (r row) languages(i int) ([]string, error) {
	langs := r.list(i)
	for _, l := range langs {
		if len(l) != 2 || strings.ToLower(l) != l {
			return nil, r.errorf("%q is no ISO 639-1 code", l)
		}
	}
	return langs, nil
}

// number reads a decimal number; "inf" is infinity.
func (r row) number(i int) (float64, error) {
	f, err := strconv.ParseFloat(r.cell(i), 64)
	if err != nil {
		return 0, r.errorf("%q is no number", r.cell(i))
	}
	return f, nil
}

// digit reads a whole number within bounds.
func (r row) digit(i, lo, hi int) (int, error) {
	n, err := strconv.Atoi(r.cell(i))
	if err != nil || n < lo || n > hi {
		return 0, r.errorf("%q is no whole number from %d to %d", r.cell(i), lo, hi)
	}
	return n, nil
}
