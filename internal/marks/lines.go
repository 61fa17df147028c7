package marks

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/witness"
)

// Closed reports whether a statement ends as a sentence does.
func Closed(st *witness.Statement) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(st.Text(), "\"'”’»)]“ "))
	return strings.ContainsRune(".!?…:;。！？", r)
}

// Unclosed reports whether a statement is a sentence, by its length and its
// verb, that no mark closes.
func Unclosed(st *witness.Statement) bool {
	if len(st.Tokens) < 8 || Closed(st) || TitleCase(st) {
		return false
	}
	for i := range st.Tokens {
		if x := st.Tokens[i].XPOS; x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD" {
			return true
		}
	}
	return false
}

// Wordless reports whether a statement has a mark that closes a sentence and
// no word: what is left of a line whose words were lost. A rule of dashes or
// stars is none.
func Wordless(st *witness.Statement) bool {
	text := st.Text()
	if !strings.ContainsAny(text, ".,;:") || strings.Contains(text, "..") {
		return false
	}
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("*-–—_=#•|", r) {
			return false
		}
	}
	return true
}
