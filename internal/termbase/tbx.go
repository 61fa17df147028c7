package termbase

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// TBX is what terminology tools exchange: ISO 30042. Read are its second
// version (martif, termEntry, langSet, tig or ntig) and its third (tbx,
// conceptEntry, langSec, termSec), the latter in both of its styles: the kind
// of a note in an attribute (DCA) or in the name of its element (DCT). What a
// dialect adds is passed over.
//
// The file is read as a stream. Nothing in it is expanded or fetched: a
// document type may be named, and entities of its own are refused.

// maxDepth bounds how deep elements are nested: a term lies ten deep at most.
const maxDepth = 64

// status is what a termbase decides on a term.
type status int

const (
	open status = iota
	preferred
	allowed
	forbidden
)

// statuses are the values of administrativeStatus and normativeAuthorization
// without "Term" and "-admn-sts", and what tools write for them.
var statuses = map[string]status{
	"preferred": preferred, "standardized": preferred, "standardised": preferred, "legal": preferred, "regulated": preferred, "approved": preferred,
	"admitted": allowed, "allowed": allowed, "accepted": allowed,
	"deprecated": forbidden, "superseded": forbidden, "forbidden": forbidden, "obsolete": forbidden, "prohibited": forbidden, "notrecommended": forbidden, "rejected": forbidden,
}

func statusOf(s string) (status, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.TrimSuffix(strings.TrimSuffix(s, "-admn-sts"), "term")
	st, ok := statuses[s]
	return st, ok
}

// tbxTerm is one term of a concept.
type tbxTerm struct {
	lang, words, note string
	status            status
	line              int
}

// tbx reads one file.
type tbx struct {
	path    string
	dec     *xml.Decoder
	open    []string // local names of the open elements
	concept int      // the line of the concept that is open, or 0
	lang    string
	terms   []tbxTerm        // of the open concept
	into    *strings.Builder // the text of an element that is wanted
	depth   int              // of that element
	note    string           // of the open concept
	entries []Entry
	lines   []int // by entry
	any     bool  // there is a concept
}

func readTBX(path string, data []byte) ([]Entry, error) {
	if len(data) > MaxTBX {
		return nil, &FileError{Path: path, Line: 1, Msg: fmt.Sprintf("larger than %d MiB", MaxTBX>>20)}
	}
	x := &tbx{path: path, dec: xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))}
	x.dec.CharsetReader = func(label string, r io.Reader) (io.Reader, error) {
		if l := strings.ToLower(label); l == "utf-16" || l == "utf-16le" || l == "utf-16be" || l == "us-ascii" {
			return r, nil // wideText has made it UTF-8
		}
		return nil, errors.New("save the file as UTF-8")
	}
	for {
		t, err := x.dec.Token()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = x.token(t)
		}
		if err != nil {
			return nil, x.broken(err)
		}
	}
	switch {
	case !x.any:
		return nil, x.errorf(1, "there is no concept in it")
	case len(x.entries) == 0:
		return nil, x.errorf(1, "it decides nothing: no English term is deprecated, superseded, or preferred for a term of another language")
	}
	// Compiled here too, so that a mistake is told with its place.
	if _, err := New(x.entries); err != nil {
		bad := err.(*Error)
		return nil, x.errorf(x.lines[min(bad.Entry, len(x.lines)-1)], "%s", bad.Msg)
	}
	return x.entries, nil
}

func (x *tbx) errorf(line int, format string, args ...any) error {
	return &FileError{Path: x.path, Line: line, Msg: fmt.Sprintf(format, args...)}
}

// line is where the decoder stands.
func (x *tbx) line() int {
	line, _ := x.dec.InputPos()
	return line
}

func (x *tbx) broken(err error) error {
	var syntax *xml.SyntaxError
	var own *FileError
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &syntax):
		return x.errorf(syntax.Line, "%s", syntax.Msg)
	}
	return x.errorf(x.line(), "%s", strings.TrimPrefix(err.Error(), "xml: "))
}

func (x *tbx) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.Directive:
		if bytes.Contains(t, []byte("<!ENTITY")) {
			return x.errorf(x.line(), "it defines entities, which are not read")
		}
	case xml.StartElement:
		return x.start(t)
	case xml.EndElement:
		return x.end(t.Name.Local)
	case xml.CharData:
		if x.into != nil {
			x.into.Write(t)
		}
	}
	return nil
}

func (x *tbx) start(t xml.StartElement) error {
	name := t.Name.Local
	if len(x.open) == maxDepth {
		return x.errorf(x.line(), "elements more than %d deep", maxDepth)
	}
	if len(x.open) == 0 && name != "martif" && name != "tbx" {
		return x.errorf(x.line(), "no TBX: it begins with <%s>, not with <martif> or <tbx>", name)
	}
	x.open = append(x.open, name)
	if x.into != nil {
		return nil // markup inside a text
	}
	switch name {
	case "termEntry", "conceptEntry":
		if x.concept > 0 {
			return x.errorf(x.line(), "a concept inside the one of line %d", x.concept)
		}
		x.concept, x.terms, x.note, x.lang, x.any = x.line(), nil, "", "", true
	case "langSet", "langSec":
		if x.lang = attr(t, "lang"); x.lang == "" {
			return x.errorf(x.line(), "<%s> without xml:lang", name)
		}
	case "term":
		if x.concept == 0 || x.lang == "" {
			return x.errorf(x.line(), "a term outside of a concept and its language")
		}
		x.terms = append(x.terms, tbxTerm{lang: x.lang, line: x.line()})
		x.want()
	case "note", "usageNote", "administrativeStatus", "normativeAuthorization":
		x.want()
	case "termNote":
		if decides(attr(t, "type")) {
			x.open[len(x.open)-1] = "administrativeStatus"
			x.want()
		}
	}
	return nil
}

// want keeps the text of the element that was just opened.
func (x *tbx) want() { x.into, x.depth = &strings.Builder{}, len(x.open) }

// decides reports whether a kind of note says how a term stands.
func decides(kind string) bool {
	return kind == "administrativeStatus" || kind == "normativeAuthorization"
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// end closes an element. The decoder has seen to it that it is the open one.
func (x *tbx) end(name string) error {
	kind := x.open[len(x.open)-1]
	x.open = x.open[:len(x.open)-1]
	if x.into == nil {
		switch name {
		case "termEntry", "conceptEntry":
			err := x.close()
			x.concept = 0
			return err
		case "langSet", "langSec":
			x.lang = ""
		}
		return nil
	}
	if len(x.open)+1 > x.depth {
		return nil // markup inside the text
	}
	words := strings.Join(strings.Fields(x.into.String()), " ")
	last := len(x.terms) - 1
	switch {
	case kind == "term":
		if words == "" {
			return x.errorf(x.line(), "an empty term")
		}
		if isPattern(words) {
			return x.errorf(x.line(), "%q stands between slashes, which is how a pattern is written; a TBX file has words only", words)
		}
		x.terms[last].words = words
	case decides(kind):
		if last < 0 || x.lang == "" {
			return x.errorf(x.line(), "a status before its term")
		}
		st, ok := statusOf(words)
		if !ok {
			return x.errorf(x.line(), "the status %q is not known; known are preferredTerm, admittedTerm, deprecatedTerm and supersededTerm", words)
		}
		x.terms[last].status = st
	case kind == "note" || kind == "usageNote":
		if last >= 0 && x.lang != "" {
			x.terms[last].note = words
		} else {
			x.note = words
		}
	}
	x.into = nil
	return nil
}

// close makes entries of the open concept: one for what is forbidden in
// English, and one for each other language whose terms the preferred English
// one stands for. A term without a status is no decision.
func (x *tbx) close() error {
	e := Entry{Reason: x.note}
	line := x.concept
	decided := false
	var order []string
	foreign := map[string][]string{}
	for _, want := range []status{preferred, allowed, open, forbidden} {
		for i := range x.terms {
			t := &x.terms[i]
			if t.status != want {
				continue
			}
			if lang, _, _ := strings.Cut(strings.ToLower(t.lang), "-"); lang != "en" {
				if foreign[t.lang] == nil {
					order = append(order, t.lang)
				}
				foreign[t.lang] = append(foreign[t.lang], t.words)
				continue
			}
			switch {
			case want == forbidden:
				e.Forbidden = append(e.Forbidden, t.words)
				if t.note != "" && e.Reason == "" {
					e.Reason = t.note
				}
				line = t.line
			case e.Term == "":
				e.Term, decided = t.words, want == preferred
			case t.words != e.Term:
				e.Allowed = append(e.Allowed, t.words)
			}
		}
	}
	if e.Term == "" {
		if len(e.Forbidden) > 0 {
			return x.errorf(line, "%q is forbidden, and no English term of its concept stands for it", e.Forbidden[0])
		}
		return nil
	}
	if len(e.Forbidden) > 0 {
		x.add(e, line)
	}
	for _, lang := range order {
		if decided {
			x.add(Entry{Term: e.Term, Allowed: e.Allowed, Source: foreign[lang], SourceLang: lang, Reason: e.Reason}, x.concept)
		}
	}
	return nil
}

func (x *tbx) add(e Entry, line int) {
	x.entries, x.lines = append(x.entries, e), append(x.lines, line)
}

// wideText makes UTF-8 of UTF-16, which some tools write, where a byte order
// mark says so.
func wideText(data []byte) (plain []byte, wide bool) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		order = binary.BigEndian
	default:
		return data, false
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data) && i < 2*MaxTBX; i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	for _, r := range utf16.Decode(units) {
		plain = utf8.AppendRune(plain, r)
	}
	return plain, true
}
