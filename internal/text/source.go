// Package text gives places in a report their lines and columns, and makes
// the forms of its words under which they are matched.
//
// Two things meet here that other rooms must keep apart: what stands in a
// report, and what it is compared by. Every span of factdiff is a half-open
// range of bytes in the text as ingest left it. This package never changes
// that text:
//
//   - [Source] turns a byte offset into a line and a column, at the moment of
//     printing. Four units of column are in use among the formats that
//     factdiff writes, so [Position] carries all of them and each format
//     takes its own.
//   - [Normalise] makes a copy for matching, in which typography, case and
//     composition no longer matter, and keeps a map back. Lower-casing in
//     place is what it replaces: "İ" is two bytes and its lower case three,
//     so that every offset after İstanbul would be wrong, or the text invalid.
//   - [Plain] makes typographic marks plain, rune for rune, where case counts.
//   - [Fold] makes the key under which two spellings of one name meet, across
//     scripts too. It has no map back: it is compared, and never searched.
package text

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/factdiff/factdiff/witness"
)

// Source is a text with a name, and an index of its lines. It is immutable
// and safe for concurrent use; the index is built on the first question that
// needs it.
//
// Lines end at LF or CR LF. A CR alone ends no line, as in Git and in most
// editors; ingest leaves none. A text that ends in a line end has one more
// line, the empty one after it, so that every offset lies in a line.
type Source struct {
	name, data string

	once   sync.Once
	starts []int // offset of the first byte of each line
	// blocks[k] counts what lies before byte k*blockSize; nil where the whole
	// text is ASCII and the units do not differ. With it a column costs one
	// block whatever the length of the line: a report that is one line of
	// many megabytes, with a finding in each sentence, would be quadratic.
	blocks []units
}

// units counts runes by the bytes that begin them, so that it has a meaning
// at every byte and a block may end within a rune.
type units struct{ runes, utf16 int }

const blockSize = 1 << 10

// NewSource returns the source of the given name, which is a file's path or
// "<stdin>" and is used in messages only.
func NewSource(name, data string) *Source { return &Source{name: name, data: data} }

// Name returns the name that s was made with.
func (s *Source) Name() string { return s.name }

// Text returns the text of s.
func (s *Source) Text() string { return s.data }

// Position is a place in a text. All four count from 1.
type Position struct {
	Line  int
	Byte  int // column in UTF-8 bytes: rdjson
	Rune  int // column in code points: editors, GitHub annotations
	UTF16 int // column in UTF-16 code units: SARIF, LSP
}

// Position returns the place of a byte offset. An offset outside the text is
// taken for the nearer end, and one within a rune for its first byte.
func (s *Source) Position(offset int) Position {
	s.index()
	offset = min(max(offset, 0), len(s.data))
	for offset > 0 && offset < len(s.data) && !utf8.RuneStart(s.data[offset]) {
		offset--
	}
	line := sort.SearchInts(s.starts, offset+1)
	start := s.starts[line-1]
	p := Position{Line: line, Byte: offset - start + 1}
	if s.blocks == nil {
		p.Rune, p.UTF16 = p.Byte, p.Byte
		return p
	}
	from, to := s.before(start), s.before(offset)
	p.Rune, p.UTF16 = to.runes-from.runes+1, to.utf16-from.utf16+1
	return p
}

// Lines returns the number of lines, at least 1.
func (s *Source) Lines() int {
	s.index()
	return len(s.starts)
}

// Line returns the span of line n, from 1, without its terminator. A line
// that does not exist is the empty span at the nearer end of the text.
func (s *Source) Line(n int) witness.Span {
	s.index()
	switch {
	case n < 1:
		return witness.Span{}
	case n > len(s.starts):
		return witness.Span{Start: len(s.data), End: len(s.data)}
	}
	sp := witness.Span{Start: s.starts[n-1], End: len(s.data)}
	if n < len(s.starts) {
		sp.End = s.starts[n] - 1
		if sp.End > sp.Start && s.data[sp.End-1] == '\r' {
			sp.End--
		}
	}
	return sp
}

func (s *Source) index() { s.once.Do(s.build) }

func (s *Source) build() {
	s.starts = make([]int, 1, 1+strings.Count(s.data, "\n"))
	for at := 0; ; {
		i := strings.IndexByte(s.data[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		s.starts = append(s.starts, at)
	}
	if isASCII(s.data) {
		return
	}
	s.blocks = make([]units, 1, 1+len(s.data)/blockSize)
	var sum units
	for at := blockSize; at <= len(s.data); at += blockSize {
		sum.add(s.data[at-blockSize : at])
		s.blocks = append(s.blocks, sum)
	}
}

// before counts the runes that begin before offset.
func (s *Source) before(offset int) units {
	k := offset / blockSize
	sum := s.blocks[k]
	sum.add(s.data[k*blockSize : offset])
	return sum
}

func (u *units) add(s string) {
	for i := range len(s) {
		switch c := s[i]; {
		case c < 0x80 || c >= 0xC0 && c < 0xF0:
			u.runes++
			u.utf16++
		case c >= 0xF0: // beyond the Basic Multilingual Plane: a surrogate pair
			u.runes++
			u.utf16 += 2
		}
	}
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
