package render

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// Line makes s safe to show on one line of a terminal or a log: white space
// becomes single spaces, control characters become their pictures (␛ for
// escape), and the marks that turn the direction of text around are left out.
// A report could otherwise clear the screen of whoever checks it, or show
// words in another order than they have.
func Line(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			space = true
			continue
		case r < 0x20:
			r += 0x2400
		case r == 0x7f:
			r = '\u2421'
		case r >= 0x80 && r < 0xa0:
			r = '\ufffd'
		case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0xfeff:
			continue
		case unicode.Is(unicode.Co, r):
			r = '\ufffd'
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// Inline is Line for a part of a line: it keeps a space at either end.
func Inline(s string) string {
	t := Line(s)
	if t == "" {
		if s != "" && strings.TrimSpace(s) == "" {
			return " "
		}
		return ""
	}
	if r := s[0]; r == ' ' || r == '\n' || r == '\t' || r == '\r' {
		t = " " + t
	}
	if r := s[len(s)-1]; r == ' ' || r == '\n' || r == '\t' || r == '\r' {
		t += " "
	}
	return t
}

// Width returns the number of terminal cells of s. It asks no locale: what is
// of ambiguous width is narrow everywhere.
func Width(s string) int {
	if printable(s) {
		return len(s)
	}
	return uniseg.StringWidth(s)
}

// printable reports whether every byte of s is a character of ASCII that
// takes one cell.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// Snip cuts s to at most n cells, with an ellipsis where something went.
func Snip(s string, n int) string {
	if Width(s) <= n {
		return s
	}
	var b strings.Builder
	w := 0
	for state := -1; s != ""; {
		var cluster string
		var width int
		cluster, s, width, state = uniseg.FirstGraphemeClusterInString(s, state)
		if w += width; w > n-1 {
			break
		}
		b.WriteString(cluster)
	}
	return strings.TrimRight(b.String(), " ") + "…"
}

// Plural writes a count with its noun: "1 report", "3 reports".
func Plural(n int, noun string) string {
	s := Count(n) + " " + noun
	if n != 1 {
		s += "s"
	}
	return s
}

// Count writes n with its thousands apart.
func Count(n int) string {
	var digits []byte
	neg := n < 0
	if neg {
		n = -n
	}
	for i := 0; ; i++ {
		if i > 0 && i%3 == 0 {
			digits = append(digits, ',')
		}
		digits = append(digits, byte('0'+n%10))
		if n /= 10; n == 0 {
			break
		}
	}
	if neg {
		digits = append(digits, '-')
	}
	for i, j := 0, len(digits)-1; i < j; i, j = i+1, j-1 {
		digits[i], digits[j] = digits[j], digits[i]
	}
	return string(digits)
}
