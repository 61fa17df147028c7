package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/witness"
)

// abbreviations end in a stop that ends no sentence: a name or a number
// follows.
var abbreviations = set(`mr mrs ms dr prof st sr jr gen lt col capt maj sgt cpl adm cmdr gov sen rep pres
	rev hon fr supt insp det amb messrs mt ft no nos vs v art fig vol op cf ca approx est dept jan feb mar
	apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat`)

// ambiguous abbreviations may end a sentence too: the next word decides.
var ambiguous = set(`u.s u.k u.n e.u u.s.a u.a.e d.c inc ltd co corp bros a.m p.m etc al ph.d`)

// starters open a sentence and hardly ever follow an abbreviation within one.
var starters = set(`the a an he she it they we i you this that these those but and however in on at as after before
	when while if although meanwhile earlier later according there his her its their our my what who why how so
	since for from with by no not also both`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// joins reports whether the boundary that the standard's rules put between
// sentence a and sentence b of text is none.
func joins(text string, a, b witness.Span) bool {
	tail := text[b.Start:b.End]
	if !hasLetterOrDigit(tail) {
		return true
	}
	first := firstLetter(tail)
	end := strings.TrimRight(text[a.Start:a.End], "\"'”’»)]} ")
	if !strings.HasSuffix(end, ".") {
		// "?" and "!" inside a sentence go on in lower case: `"Why?" he asked`.
		return unicode.IsLower(first) && !strings.HasSuffix(end, "…")
	}
	word := strings.ToLower(lastWord(end[:len(end)-1]))
	next := strings.ToLower(firstWord(tail))
	switch {
	case abbreviations[word]:
		// "on Sat. He", "No. The": a stop all the same.
		return !starters[next]
	case ambiguous[word]:
		return !starters[next] && !opensQuote(tail)
	case isInitial(end):
		return true
	case unicode.IsLower(first):
		// A stop in mid-sentence, as translation engines leave it: "refused
		// to concede. security guarantees". It is joined only where the
		// sentence goes on after it with a word that no footer begins with.
		return !opensQuote(tail)
	}
	return false
}

// lastWord returns the letters and inner stops at the end of s.
func lastWord(s string) string {
	i := len(s)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) && r != '.' {
			break
		}
		i -= n
	}
	return strings.TrimLeft(s[i:], ".")
}

func firstWord(s string) string {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, r := range s {
		if !unicode.IsLetter(r) && r != '\'' && r != '’' {
			return s[:i]
		}
	}
	return s
}

// isInitial reports whether s ends in a single capital and a stop: the
// initial of a name ("John F. Kennedy").
func isInitial(s string) bool {
	w := lastWord(s[:len(s)-1])
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && n > 0 && unicode.IsUpper(r) && r != 'I'
}

func opensQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("\"“«„'‘", r)
}

func firstLetter(s string) rune {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
	}
	return 0
}

func hasLetterOrDigit(s string) bool { return firstLetter(s) != 0 }
