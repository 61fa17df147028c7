package marks

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// scripts are those that news is written in, with what a reader calls them.
var scripts = []struct {
	name  string
	table *unicode.RangeTable
}{
	{"Arabic", unicode.Arabic}, {"Cyrillic", unicode.Cyrillic}, {"Chinese", unicode.Han}, {"Japanese", unicode.Hiragana},
	{"Japanese", unicode.Katakana}, {"Korean", unicode.Hangul}, {"Greek", unicode.Greek}, {"Hebrew", unicode.Hebrew},
	{"Devanagari", unicode.Devanagari}, {"Thai", unicode.Thai}, {"Bengali", unicode.Bengali}, {"Tamil", unicode.Tamil},
	{"Georgian", unicode.Georgian}, {"Armenian", unicode.Armenian}, {"Gujarati", unicode.Gujarati}, {"Gurmukhi", unicode.Gurmukhi},
	{"Khmer", unicode.Khmer}, {"Burmese", unicode.Myanmar}, {"Amharic", unicode.Ethiopic}, {"Telugu", unicode.Telugu},
	{"Kannada", unicode.Kannada}, {"Malayalam", unicode.Malayalam}, {"Sinhala", unicode.Sinhala}, {"Lao", unicode.Lao}, {"Tibetan", unicode.Tibetan},
}

// script names the script of a letter, or nothing for Latin and what belongs
// to all.
func script(r rune) string {
	if r < 0x370 {
		return ""
	}
	for i := range scripts {
		if unicode.Is(scripts[i].table, r) {
			return scripts[i].name
		}
	}
	return ""
}

// Foreign finds the runs of letters in one text that are not Latin. A single
// Greek letter is a symbol; words in brackets after their English are given on
// purpose and come back as hints.
func Foreign(text string, span witness.Span) []Slip {
	var out []Slip
	latin, foreign := 0, 0
	for i := span.Start; i < span.End; {
		r, n := utf8.DecodeRuneInString(text[i:span.End])
		if r < 0x370 {
			if unicode.IsLetter(r) {
				latin++
			}
			i += n
			continue
		}
		name := script(r)
		if name == "" {
			if full := fullWidth(r); full != "" {
				out = append(out, Slip{Span: witness.Span{Start: i, End: i + n}, Message: "a mark of East Asian typography", Suggest: full, Sure: 0.9})
			}
			i += n
			continue
		}
		start, end, letters := i, i+n, 0
		for i < span.End { // the run, with the spaces and marks inside it
			r, n = utf8.DecodeRuneInString(text[i:span.End])
			if script(r) != "" {
				letters++
				end = i + n
			} else if r < 0x370 && (unicode.IsLetter(r) || r == '(' || r == ')' || r == '\n') {
				break
			}
			i += n
		}
		i = end
		foreign += letters
		if name == "Greek" && letters == 1 || domain(text[start:end]) {
			continue // a symbol; an address
		}
		s := Slip{Span: witness.Span{Start: start, End: end}, Message: "words in " + name + " script", Sure: 0.95}
		switch {
		case (name == "Cyrillic" || name == "Greek") && mixed(text, start, end, span):
			s.Message = name + " letters in a word of Latin ones"
		case letters == 1 && name == "Cyrillic":
			s.Message, s.Hint = "a Cyrillic letter", true // an abbreviation that looks Latin
		}
		if p := strings.TrimRight(text[span.Start:start], "\"“«' "); strings.HasSuffix(p, "(") && len(p) > 1 {
			s.Hint = true
		}
		out = append(out, s)
	}
	if foreign > latin && len(out) > 0 { // the whole line: one slip
		s := out[0]
		for _, o := range out {
			if strings.HasPrefix(o.Message, "words in") {
				s = o
				break
			}
		}
		s.Span, s.Hint, s.Suggest = span, false, ""
		return []Slip{s}
	}
	return out
}

// domain reports whether a run is an address: a stop inside and no space.
func domain(s string) bool {
	i := strings.IndexByte(s, '.')
	return i > 0 && i < len(s)-1 && !strings.ContainsAny(s, " \t")
}

// mixed reports whether a Latin letter touches the run.
func mixed(text string, start, end int, span witness.Span) bool {
	b, _ := utf8.DecodeLastRuneInString(text[span.Start:start])
	a, _ := utf8.DecodeRuneInString(text[end:span.End])
	return unicode.IsLetter(b) || unicode.IsLetter(a)
}

// fullWidth gives the Latin mark for one of East Asian typography.
func fullWidth(r rune) string {
	switch r {
	case '，', '、':
		return ","
	case '。':
		return "."
	case '；':
		return ";"
	case '：':
		return ":"
	case '（':
		return "("
	case '）':
		return ")"
	case '！':
		return "!"
	case '？':
		return "?"
	case '「', '」', '『', '』', '《', '》', '【', '】':
		return "\""
	}
	return ""
}

// languages are those that a line of a report in English may be left in.
var languages = whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{
	whatlanggo.Eng: true, whatlanggo.Spa: true, whatlanggo.Fra: true, whatlanggo.Deu: true, whatlanggo.Ita: true, whatlanggo.Por: true,
	whatlanggo.Nld: true, whatlanggo.Pol: true, whatlanggo.Ces: true, whatlanggo.Swe: true, whatlanggo.Tur: true, whatlanggo.Ron: true,
}}

// fewest is the number of words below which a guess at the language is none.
const fewest = 8

// Language names the language of a statement where it is surely not English: no
// word of it is one that English cannot do without, and at least half of its words
// are no English words. Names do not count: they carry their own language, by which
// the detector takes a short sentence of English for another.
func Language(lex *lexicon.Lexicon, st *witness.Statement) (string, bool) {
	words, english := 0, 0
	for i := range st.Tokens {
		if Word(st.Tokens[i].Form) && Small(st.Tokens[i].Form) {
			words++
			switch st.Tokens[i].Lower {
			case "the", "of", "and", "to", "that", "with", "for", "was", "is", "by", "from":
				return "", false
			}
			if Known(lex, st.Tokens[i].Lower) {
				english++
			}
		}
	}
	if words < fewest || english*2 > words || !Readable(st) {
		return "", false
	}
	info := whatlanggo.DetectWithOptions(st.Text(), languages)
	if info.Lang == whatlanggo.Eng || info.Confidence < 0.3 {
		return "", false
	}
	return info.Lang.String(), true
}
