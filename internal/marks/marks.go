// Package marks finds, in the words of one report, what a translation engine
// or a careless copy leaves behind: spaces and marks in the wrong place, words
// that cannot follow each other, misspelt words. It knows nothing of findings;
// the artefact checks in compare/checks say what each is worth.
//
// Everything here reads a statement in one pass and looks a bounded number of
// words ahead, so that hostile text costs no more than other text of its
// length.
package marks

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/witness"
)

// A Slip is one place in a report that reads wrongly.
type Slip struct {
	Span    witness.Span // in the witness's text
	Message string
	Suggest string // the words as they should stand, where that is known
	// Sure is the measured share of such places that are wrong, from 0 to 1.
	Sure float64
	// Hint says that good writers write so too: worth ranking by, and not
	// worth a flag.
	Hint bool
}

// Prose iterates over the statements of the English reports that a person
// wrote: neither what the site adds nor a line that is a name.
func Prose(ev *witness.Event) iter.Seq[*witness.Statement] {
	return func(yield func(*witness.Statement) bool) {
		for _, w := range ev.Witnesses {
			if !w.English() {
				continue
			}
			for _, st := range w.Statements {
				if Readable(st) && !yield(st) {
					return
				}
			}
		}
	}
}

// Readable reports whether a statement is prose: no furniture, no dateline or byline,
// no line with a web address in it.
func Readable(st *witness.Statement) bool {
	switch st.Kind {
	case witness.Furniture, witness.Byline, witness.Dateline:
		return false
	}
	text := st.Text()
	address := strings.Contains(text, ":") && (strings.Contains(text, "http:") || strings.Contains(text, "https:")) // few have a colon
	return !address && !strings.Contains(text, "www.")
}

// Span returns the place of the tokens i to j, inclusive.
func Span(st *witness.Statement, i, j int) witness.Span {
	return witness.Span{Start: st.Tokens[i].Span.Start, End: st.Tokens[j].Span.End}
}

// Glued reports whether nothing stands between tokens i and i+1.
func Glued(st *witness.Statement, i int) bool {
	return i >= 0 && i+1 < len(st.Tokens) && st.Tokens[i].Span.End == st.Tokens[i+1].Span.Start
}

// Lower returns the matching form of token i, or nothing outside the
// statement.
func Lower(st *witness.Statement, i int) string {
	if i < 0 || i >= len(st.Tokens) {
		return ""
	}
	return st.Tokens[i].Lower
}

// UPOS returns the part of speech of token i, or nothing outside the
// statement.
func UPOS(st *witness.Statement, i int) string {
	if i < 0 || i >= len(st.Tokens) {
		return ""
	}
	return st.Tokens[i].UPOS
}

// Word reports whether s is made of letters alone.
func Word(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return s != ""
}

// Capital reports whether s begins with an upper-case letter.
func Capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// Small reports whether s begins with a lower-case letter.
func Small(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// TitleCase reports whether most longer words of the statement have a
// capital, as in headlines and tables: a capital says nothing there.
func TitleCase(st *witness.Statement) bool {
	up, all := 0, 0
	for i := range st.Tokens {
		if f := st.Tokens[i].Form; len(f) > 3 && Word(f) {
			all++
			if Capital(f) {
				up++
			}
		}
	}
	return all >= 3 && 3*up > 2*all
}

// InQuote reports whether token i lies in a quotation.
func InQuote(st *witness.Statement, i int) bool {
	for _, f := range st.Facts {
		if q, ok := f.(*witness.Quote); ok && q.Span.Contains(st.Tokens[i].Span) {
			return true
		}
	}
	return false
}

// Set makes a set of the words of s.
func Set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// Run is the words of a statement as the tables of phrases want them: what a
// hyphen joins is one word.
type Run struct {
	Forms, Lemmas []string
	First, Last   []int // the tokens of each word
}

// Words reads the words of st into r.
func (r *Run) Words(st *witness.Statement) {
	r.Forms, r.Lemmas, r.First, r.Last = r.Forms[:0], r.Lemmas[:0], r.First[:0], r.Last[:0]
	for i := range st.Tokens {
		t := &st.Tokens[i]
		n := len(r.Forms) - 1
		const most = 8 // tokens of one word
		if n >= 0 && Glued(st, i-1) && (t.Lower == "-" && Word(st.Tokens[i-1].Form) || st.Tokens[i-1].Lower == "-" && r.Last[n] > r.First[n] && Word(t.Form)) && r.Last[n]-r.First[n] < most {
			r.Forms[n] += t.Lower
			r.Lemmas[n] = r.Forms[n]
			r.Last[n] = i
			continue
		}
		r.Forms, r.Lemmas = append(r.Forms, t.Lower), append(r.Lemmas, t.Lemma)
		r.First, r.Last = append(r.First, i), append(r.Last, i)
	}
}
