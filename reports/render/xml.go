package render

import (
	"fmt"
	"strings"
)

// XMLHeader is the first line of a document.
const XMLHeader = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// InXML reports whether XML 1.0 can have r at all, escaped or not (section
// 2.2, Char).
func InXML(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000
}

// XML replaces the characters that XML cannot have. encoding/xml does so in
// text and attributes, but not in CDATA.
func XML(s string) string {
	return strings.Map(func(r rune) rune {
		if !InXML(r) {
			return '\ufffd'
		}
		return r
	}, s)
}

// URI writes a path as a URI reference: relative paths stay relative, absolute
// ones become file URIs, and every byte that RFC 3986 does not allow in a
// path is percent-encoded.
func URI(path string) string {
	path = strings.ReplaceAll(path, `\`, "/")
	prefix := ""
	switch {
	case strings.HasPrefix(path, "/"):
		prefix = "file://"
	case len(path) > 2 && path[1] == ':' && path[2] == '/':
		prefix = "file:///" + path[:2]
		path = path[2:]
	}
	var b strings.Builder
	b.WriteString(prefix)
	for i := range len(path) {
		c := path[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~/!$&'()*+,;=@", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}
