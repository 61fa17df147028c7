package ingest

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"github.com/factdiff/factdiff/internal/text"
)

// decode returns the text of raw in UTF-8 with LF line ends, and a notice
// where the encoding had to be guessed.
//
// What is sure comes first: a byte order mark; bytes that are UTF-8, which
// text in another encoding hardly ever is by accident, whatever a page claims;
// a page's own declaration. Only then is there a guess, and never for a file
// that is UTF-8 but for a few bytes: that file is damaged, and read as
// windows-1252 every second word would be.
func decode(name string, raw []byte, page bool) (s, notice string, err error) {
	enc, mark := byteOrderMark(raw)
	switch {
	case mark > 0 && enc == nil: // UTF-8
		raw = raw[mark:]
		if err := utf8Error(name, raw, "begins with the byte order mark of UTF-8"); err != nil {
			return "", "", err
		}
	case mark > 0:
		s, err := decodeStrict(name, raw[mark:], enc)
		if err == nil && bytes.IndexByte([]byte(s), 0) >= 0 {
			err = binaryError(name)
		}
		return lineEnds(s), "", err
	case utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0:
	default:
		return decodeUnmarked(name, raw, page)
	}
	if isBinary(raw) {
		return "", "", binaryError(name)
	}
	return lineEnds(string(raw)), "", nil
}

func decodeUnmarked(name string, raw []byte, page bool) (s, notice string, err error) {
	if e := utf16Unmarked(raw); e != nil {
		s, err := decodeStrict(name, raw, e)
		return lineEnds(s), fmt.Sprintf("%s: no byte order mark: read as UTF-16", name), err
	}
	if isBinary(raw) {
		return "", "", binaryError(name)
	}
	if page {
		e, label := declared(raw)
		if label == "utf-8" {
			return "", "", utf8Error(name, raw, "declares UTF-8")
		}
		if e != nil {
			s, err := decodeStrict(name, raw, e)
			return lineEnds(s), "", err
		}
	}
	if good, bad := sequences(raw); good > 3*bad {
		return "", "", utf8Error(name, raw, "is UTF-8 elsewhere")
	}
	label := "windows-1252"
	if best, err := chardet.NewTextDetector().DetectBest(sample(raw)); err == nil && best.Confidence >= 15 {
		if e, l := charset.Lookup(best.Charset); e != nil && l != "utf-8" && l != "replacement" && !strings.HasPrefix(l, "utf-16") {
			label = l
		}
	}
	if latin(raw, label) {
		label = "windows-1252"
	}
	// The detector knows the ISO sets; Windows has letters and typographic
	// marks where they have control characters.
	if w, ok := windows[label]; ok && hasC1(raw) {
		label = w
	}
	e, _ := charset.Lookup(label)
	s, err = decodeStrict(name, raw, e)
	if err != nil && label != "windows-1252" {
		label = "windows-1252"
		e, _ = charset.Lookup(label)
		s, err = decodeStrict(name, raw, e)
	}
	if err != nil {
		return "", "", err
	}
	return lineEnds(s), fmt.Sprintf("%s: not UTF-8: read as %s, which is a guess", name, label), nil
}

// latin reports whether the guess of another encoding rests on too little: a
// few bytes in a text that is ASCII otherwise, or Turkish without a letter
// that windows-1252 does not have in the same place.
func latin(raw []byte, label string) bool {
	high, turkish := 0, false
	for _, c := range raw {
		if c >= utf8.RuneSelf {
			high++
			turkish = turkish || strings.IndexByte("\xD0\xDD\xDE\xF0\xFD\xFE", c) >= 0
		}
	}
	return high < 5 && 10*high < len(raw) || label == "windows-1254" && !turkish
}

// sample returns what is enough to tell an encoding: 32 KiB from a little
// before the first byte that is not ASCII. The detector is slow.
func sample(raw []byte) []byte {
	at := bytes.IndexFunc(raw, func(r rune) bool { return r >= utf8.RuneSelf })
	at = max(at-1<<10, 0)
	return raw[at:min(len(raw), at+32<<10)]
}

var windows = map[string]string{"iso-8859-2": "windows-1250", "iso-8859-6": "windows-1256", "iso-8859-7": "windows-1253", "iso-8859-8": "windows-1255", "iso-8859-8-i": "windows-1255"}

func hasC1(raw []byte) bool {
	for _, c := range raw {
		if c >= 0x80 && c < 0xA0 {
			return true
		}
	}
	return false
}

var charsetOf = regexp.MustCompile(`(?i)<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w:.-]+)|<\?xml\b[^>]*\bencoding\s*=\s*["']([\w:.-]+)`)

// declared returns the encoding that a page declares in its first 4 KiB (HTML
// asks for the first one), or nil. charset.DetermineEncoding does not tell a
// declaration from its own default.
func declared(raw []byte) (encoding.Encoding, string) {
	m := charsetOf.FindSubmatch(raw[:min(len(raw), 4096)])
	if m == nil {
		return nil, ""
	}
	e, label := charset.Lookup(string(m[1]) + string(m[2]))
	if strings.HasPrefix(label, "utf-16") { // HTML: what could be read this far is not UTF-16
		return charset.Lookup("utf-8")
	}
	return e, label
}

// byteOrderMark returns the encoding that the first bytes name, nil for
// UTF-8, and the length of the mark.
func byteOrderMark(b []byte) (encoding.Encoding, int) {
	for _, m := range []struct {
		mark string
		enc  encoding.Encoding
	}{
		{"\xEF\xBB\xBF", nil},
		{"\xFF\xFE\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
		{"\x00\x00\xFE\xFF", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
		{"\xFF\xFE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"\xFE\xFF", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	} {
		if bytes.HasPrefix(b, []byte(m.mark)) {
			return m.enc, len(m.mark)
		}
	}
	return nil, 0
}

// decodeStrict converts raw, and refuses what has no meaning in the encoding.
func decodeStrict(name string, raw []byte, e encoding.Encoding) (string, error) {
	out, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return "", &Error{Kind: ErrEncoding, Path: name, Msg: err.Error(), Hint: "convert the file to UTF-8"}
	}
	// The decoders replace what they cannot read. A replacement character
	// that was in the file as such is as bad.
	if i := bytes.IndexRune(out, utf8.RuneError); i >= 0 {
		p := text.NewSource(name, string(out)).Position(i)
		return "", &Error{Kind: ErrEncoding, Path: name, Line: p.Line, Column: p.Rune,
			Msg: "bytes that mean nothing in the file's encoding", Hint: "convert the file to UTF-8"}
	}
	return string(out), nil
}

// utf16Unmarked returns the encoding of UTF-16 without a byte order mark, or
// nil: half of the bytes of its spaces, digits and line ends are zero, and all
// on the same side. A text that is ASCII but for a few zeros is damaged, and
// read as UTF-16 it would be Chinese.
func utf16Unmarked(raw []byte) encoding.Encoding {
	if len(raw) < 4 || len(raw)%2 != 0 {
		return nil
	}
	head := raw[:min(len(raw), 1<<16)]
	var zero [2]int
	ascii := 0
	for i, c := range head {
		switch {
		case c == 0:
			zero[i%2]++
		case c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t':
			ascii++
		}
	}
	if n := zero[0] + zero[1]; ascii+n == len(head) && n < len(head)/3 {
		return nil
	}
	side, order := unicode.LittleEndian, binary.ByteOrder(binary.LittleEndian)
	switch {
	case zero[1] > len(head)/50 && zero[0] == 0:
	case zero[0] > len(head)/50 && zero[1] == 0:
		side, order = unicode.BigEndian, binary.BigEndian
	default:
		return nil
	}
	for i := 0; i+1 < len(head); i += 2 {
		u := order.Uint16(head[i:])
		if u < ' ' && u != '\n' && u != '\r' && u != '\t' || u == 0x7F || u >= 0xFFFE {
			return nil
		}
	}
	return unicode.UTF16(side, unicode.IgnoreBOM)
}

// sequences counts the characters of more than one byte that are UTF-8, and
// the bytes that are not.
func sequences(raw []byte) (good, bad int) {
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return good, bad
}

func utf8Error(name string, raw []byte, why string) error {
	err := text.ValidUTF8(raw)
	if err == nil {
		return nil
	}
	bad := err.(*text.UTF8Error)
	return &Error{Kind: ErrEncoding, Path: name, Line: bad.Line, Column: bad.Column, Err: err,
		Msg:  fmt.Sprintf("the byte 0x%02X is not UTF-8, and the file %s", bad.Byte, why),
		Hint: "mend that place, or convert the file from the encoding that it is in"}
}

// magic are the beginnings of files that are often taken for texts.
var magic = []struct{ prefix, what string }{
	{"%PDF-", "a PDF"}, {"PK\x03\x04", "a ZIP, DOCX, ODT or EPUB"}, {"\xD0\xCF\x11\xE0", "an old Word document"},
	{"{\\rtf", "an RTF document"}, {"\x89PNG", "an image"}, {"\xFF\xD8\xFF", "an image"}, {"GIF8", "an image"},
	{"\x1F\x8B", "a gzip file"}, {"\x7FELF", "a program"}, {"SQLite format 3", "a database"}, {"RIFF", "a media file"},
}

func binaryError(name string) error {
	return &Error{Kind: ErrBinary, Path: name, Msg: "not a text but binary data", Hint: "save the report as .txt, .md or .html"}
}

// isBinary reports whether raw has a NUL, or so many other control characters
// that it is no text in any encoding.
func isBinary(raw []byte) bool {
	head := raw[:min(len(raw), 1<<16)]
	control := 0
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B {
			control++
		}
	}
	return control > len(head)/20 || bytes.IndexByte(raw, 0) >= 0
}

// knownBinary returns an error for a file that begins as another format does.
func knownBinary(name string, raw []byte) error {
	for _, m := range magic {
		if bytes.HasPrefix(raw, []byte(m.prefix)) {
			return &Error{Kind: ErrBinary, Path: name, Msg: "this is " + m.what + ", not a text", Hint: "save the report as .txt, .md or .html"}
		}
	}
	return nil
}

// lineEnds makes CR LF and a lone CR a LF.
func lineEnds(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
}
