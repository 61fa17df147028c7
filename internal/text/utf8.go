package text

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// UTF8Error is the first place at which bytes are not UTF-8.
type UTF8Error struct {
	Offset int  // from 0
	Line   int  // from 1
	Column int  // in bytes, from 1
	Byte   byte // the byte at Offset
}

func (e *UTF8Error) Error() string {
	return fmt.Sprintf("invalid UTF-8 at byte %d, line %d, column %d: 0x%02X", e.Offset, e.Line, e.Column, e.Byte)
}

// ValidUTF8 returns nil where b is UTF-8, or else a *[UTF8Error].
func ValidUTF8(b []byte) error {
	if utf8.Valid(b) {
		return nil
	}
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return &UTF8Error{
				Offset: i,
				Line:   bytes.Count(b[:i], []byte("\n")) + 1,
				Column: i - bytes.LastIndexByte(b[:i], '\n'),
				Byte:   b[i],
			}
		}
		i += n
	}
	return nil
}
