package text

import (
	"strings"
	"unicode"
)

// Plain returns s with typographic quotation marks, dashes and spaces as
// their ASCII counterparts, one rune for one rune: the n-th rune of the result
// stands for the n-th of s. An ellipsis, which is three ASCII runes, stays.
// For matching, never for printing.
func Plain(s string) string {
	for i, r := range s {
		if p := plain(r); p != r {
			return s[:i] + strings.Map(plain, s[i:])
		}
	}
	return s
}

// plain returns the ASCII counterpart of a typographic mark, or r.
func plain(r rune) rune {
	if r < 0x80 {
		return r
	}
	switch r {
	case '“', '”', '„', '‟', '«', '»', '″', '‶', '〝', '〞', '＂':
		return '"'
	case '‘', '’', '‚', '‛', '‹', '›', '′', '‵', '´', 'ʼ', '＇':
		return '\''
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', '－':
		return '-'
	}
	if unicode.Is(unicode.Zs, r) {
		return ' '
	}
	return r
}

// ignorable reports whether r has no width and no meaning for matching: the
// soft hyphen, the joiners, the marks of direction, the byte order mark.
func ignorable(r rune) bool {
	switch {
	case r == 0xAD, r == 0x061C, r == 0x180E, r == 0xFEFF,
		r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069:
		return true
	}
	return false
}
