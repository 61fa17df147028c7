package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/witness"
)

// Bounds on the shapes below, in words.
const (
	maxHeadline = 30
	maxSubhead  = 12
	maxByline   = 4
)

// classify says of each statement whether it is a headline, a dateline, a
// byline or running text, by its shape alone. What the site adds is told by
// its wording, and by extraction.
func classify(w *witness.Witness) {
	count := map[int]int{} // statements a line
	for _, st := range w.Statements {
		count[st.Line]++
	}
	for i, st := range w.Statements {
		text := st.Text()
		words := len(strings.Fields(text))
		alone := count[st.Line] == 1
		closed := endsSentence(text)
		switch {
		case len(w.Statements) == 1, st.Kind == witness.Dateline:
		case alone && i == 0 && !closed && words <= maxHeadline:
			st.Kind = witness.Headline
		case alone && !closed && words <= maxByline && titleCase(text) && (i == 1 || i == len(w.Statements)-1):
			st.Kind = witness.Byline
		case alone && !closed && words <= maxSubhead && i > 0:
			st.Kind = witness.Headline
		}
	}
}

// endsSentence reports whether text closes with a full stop or its like, as
// running text does.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, "\"'”’»)]“ ")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…:;。！？", r)
}

func titleCase(text string) bool {
	for _, f := range strings.Fields(text) {
		r, _ := utf8.DecodeRuneInString(f)
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}
