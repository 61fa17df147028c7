package text

import "strings"

// HasIgnorable reports whether s holds a character that Normalise leaves out.
func HasIgnorable(s string) bool { return strings.ContainsFunc(s, ignorable) }
