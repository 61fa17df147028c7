package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Tokenize appends the tokens of s to dst, with Start, End and Form filled, and
// returns the extended slice. Every byte of s that is not white space belongs
// to exactly one token, in order, whatever s holds.
//
// Unicode word boundaries (UAX 29) come first; a pass over them then joins and
// splits until the result follows the conventions of the treebanks the parser
// was trained on: clitics are words of their own (do|n't, Russia|'s), so are
// hyphens (eight|-|hour), except after a prefix (co-founder); "U.S.", "100,000",
// "10/01/2022", "..." and web addresses are one word, "$" and "%" stand alone.
func Tokenize(dst []Token, s string) []Token {
	z := tokenizer{s: s, dst: dst}
	it := words.FromString(s)
	for it.Next() {
		z.segment(it.Start(), it.End())
	}
	z.flush()
	return z.dst
}

// A tokenizer holds one pending token, which the next segment may extend.
// Deciding with one pending token and a bounded look ahead keeps it linear.
type tokenizer struct {
	s          string
	dst        []Token
	start, end int // pending token, empty if start == end
	pos        int // everything before pos is already in a token
}

// segment takes the next UAX 29 segment.
func (z *tokenizer) segment(start, end int) {
	start = max(start, z.pos) // part of it went into a look-ahead token
	for start < end {
		r, n := utf8.DecodeRuneInString(z.s[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(z.s[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= n
	}
	if start >= end {
		return
	}
	if z.start < z.end && z.end == start && z.joins(start, end) {
		z.end = end
		return
	}
	glued := z.start < z.end && z.end == start
	z.flush()
	if n := z.fixed(start, glued); n > 0 {
		z.emit(start, start+n)
		z.pos = start + n
		if z.pos < end {
			z.segment(z.pos, end)
		}
		return
	}
	z.start, z.end = start, end
}

// joins reports whether the segment s[start:end] continues the pending token.
func (z *tokenizer) joins(start, end int) bool {
	p, seg := z.s[z.start:z.end], z.s[start:end]
	c, last := seg[0], p[len(p)-1]
	next := byte(0)
	if end < len(z.s) {
		next = z.s[end]
	}
	switch {
	case c == last && len(seg) == 1 && strings.IndexByte(".-*=~_#!?`'+<>", c) >= 0 && onlyByte(p, c):
		// "...", "--", "!!!", "``", "''"
		return c != '\'' || len(p) == 1
	case (c == '!' || c == '?') && (last == '!' || last == '?') && len(seg) == 1:
		return true
	case c == '.' && len(seg) == 1:
		return z.abbreviation(p, end)
	case len(seg) == 1 && (c == '/' || c == ':') && isDigit(last) && isDigit(next):
		return numeric(p) // 10/01/2022, 10:30
	case isDigit(c) && (last == '/' || last == ':') && len(p) > 1:
		return numeric(p)
	case c == '-' && len(seg) == 1 && isDigit(next):
		return phoneStart(p, z.s[end:])
	case isDigit(c) && last == '-' && len(p) > 1:
		return phonePart(p)
	case c == '-' && len(seg) == 1:
		return isPrefix(p) && isLetter(z.s[end:])
	case last == '-' && len(p) > 1 && isLetter(seg):
		return isPrefix(p[:len(p)-1])
	case c == '&' && len(seg) == 1:
		return isUpper(last) && isUpper(next) // AT&T
	case last == '&' && len(p) > 1:
		return isUpper(c)
	case c == '@' && len(seg) == 1:
		return alphanumeric(last) && alphanumeric(next)
	case last == '@' && len(p) > 1:
		return alphanumeric(c)
	}
	return false
}

// abbreviation reports whether a stop at end-1 belongs to the word p before it.
func (z *tokenizer) abbreviation(p string, end int) bool {
	rest := z.s[end:]
	if len(p) >= 3 && p[len(p)-2] == '.' && isLetter(p[len(p)-1:]) && dotted(p) {
		return true // U.S., a.m., e.g.
	}
	if len(p) == 1 && isUpper(p[0]) {
		// An initial has a name after it. "I." ends a sentence.
		return p != "I" && len(rest) > 1 && (rest[0] == ' ' && isUpper(rest[1]) || isUpper(rest[0]))
	}
	if len(p) > 6 {
		return false
	}
	var buf [8]byte
	low := buf[:copy(buf[:], p)]
	for i, c := range low {
		if isUpper(c) {
			low[i] = c + 'a' - 'A'
		}
	}
	switch abbreviations[string(low)] {
	case abbrAlways:
		return true
	case abbrName:
		return strings.HasPrefix(rest, " ") && len(rest) > 1 && isUpper(p[0])
	case abbrNumber:
		return len(rest) > 1 && rest[0] == ' ' && isDigit(rest[1])
	}
	return false
}

// fixed returns the length of a token that starts at start and is recognised as
// a whole (a web address, a clitic cut off from its host, an emoticon), or 0.
func (z *tokenizer) fixed(start int, glued bool) int {
	rest := z.s[start:]
	switch rest[0] {
	case 'h', 'H', 'w', 'W':
		if n := address(rest); n > 0 {
			return n
		}
	case ':', ';', '=':
		if glued {
			return 0
		}
		for _, e := range emoticons {
			if strings.HasPrefix(rest, e) && (len(rest) == len(e) || rest[len(e)] == ' ') {
				return len(e)
			}
		}
	}
	n := apostrophe(rest)
	if n == 0 {
		return 0
	}
	w := n // end of the letters and digits after the apostrophe
	for w < len(rest) && w < n+6 && alphanumeric(rest[w]) {
		w++
	}
	if w < len(rest) && rest[w] >= utf8.RuneSelf {
		return 0
	}
	tail := rest[n:w]
	if glued {
		if isClitic(tail) {
			return w // U.S.|'s, 2022|'s
		}
		return 0
	}
	if isElision(tail) {
		return w
	}
	return 0
}

// flush ends the pending token.
func (z *tokenizer) flush() {
	if z.start < z.end {
		z.emit(z.start, z.end)
		z.start = z.end
	}
}

// emit appends s[start:end], cut into host and clitics.
func (z *tokenizer) emit(start, end int) {
	if stop := missingSpace(z.s[start:end]); stop > 0 {
		z.emit(start, start+stop)
		z.emit(start+stop, start+stop+1)
		start += stop + 1
	}
	if cut := cliticAt(z.s[start:end]); cut > 0 {
		z.emit(start, start+cut)
		start += cut
	}
	z.dst = append(z.dst, Token{Start: start, End: end, Form: z.s[start:end], Head: -1})
}

// missingSpace returns where in w a sentence ends without a space after it, as
// translated texts have it ("on its sites.Russia denied"), or 0.
func missingSpace(w string) int {
	stop := strings.IndexByte(w, '.')
	if stop < 2 || stop+3 > len(w) || len(w) > 64 || strings.Count(w, ".") > 1 {
		return 0
	}
	lower := func(c byte) bool { return 'a' <= c && c <= 'z' }
	if !lower(w[stop-1]) || !lower(w[stop-2]) || !isUpper(w[stop+1]) || !lower(w[stop+2]) {
		return 0
	}
	switch w[stop+1:] {
	case "Com", "Net", "Org":
		return 0
	}
	return stop
}

// cliticAt returns where the last clitic of w starts, or 0 if it has none.
func cliticAt(w string) int {
	if len(w) < 3 || len(w) > 64 {
		return 0
	}
	if cut, ok := contractions[w]; ok {
		return cut
	}
	// The longest clitic is 're, 've, 'll or n't with a three-byte apostrophe.
	for i := len(w) - 1; i > 0 && i >= len(w)-5; i-- {
		n := apostrophe(w[i:])
		if n == 0 {
			continue
		}
		tail := w[i+n:]
		if (tail == "t" || tail == "T") && (w[i-1] == 'n' || w[i-1] == 'N') {
			if i == 1 {
				return 0
			}
			return i - 1
		}
		if isClitic(tail) {
			return i
		}
		return 0
	}
	return 0
}

// apostrophe returns the length of the apostrophe s starts with, or 0.
func apostrophe(s string) int {
	switch {
	case s[0] == '\'':
		return 1
	case strings.HasPrefix(s, "’"):
		return len("’")
	}
	return 0
}

func isClitic(s string) bool {
	switch s {
	case "s", "S", "d", "D", "m", "M", "re", "RE", "ve", "VE", "ll", "LL":
		return true
	}
	return false
}

// isElision reports whether an apostrophe before s is part of the word.
func isElision(s string) bool {
	switch s {
	case "em", "Em", "til", "Til", "cause", "Cause", "tis", "Tis", "twas", "Twas":
		return true
	}
	// '90s, '08
	return len(s) == 2 && isDigit(s[0]) && isDigit(s[1]) ||
		len(s) == 3 && isDigit(s[0]) && isDigit(s[1]) && s[2] == 's'
}

// address returns the length of the web address s starts with, or 0.
func address(s string) int {
	n := len("https://")
	if len(s) < n {
		return 0
	}
	switch {
	case strings.EqualFold(s[:n], "https://"):
	case strings.EqualFold(s[:n-1], "http://"), strings.EqualFold(s[:4], "www."):
	default:
		return 0
	}
	end := strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("<>\"“”»", r)
	})
	if end < 0 {
		end = len(s)
	}
	for end > 0 && strings.IndexByte(".,;:!?)]}'", s[end-1]) >= 0 {
		end--
	}
	return end
}

type abbreviationKind int8

const (
	abbrAlways abbreviationKind = iota + 1 // always keeps its stop
	abbrName                               // before more text, if capitalised
	abbrNumber                             // before a number
)

var abbreviations = map[string]abbreviationKind{
	"mr": abbrAlways, "mrs": abbrAlways, "ms": abbrName, "dr": abbrAlways, "prof": abbrName,
	"gen": abbrName, "col": abbrName, "maj": abbrName, "capt": abbrName, "lt": abbrName,
	"sgt": abbrName, "cmdr": abbrName, "adm": abbrName, "brig": abbrName, "sen": abbrName,
	"rep": abbrName, "gov": abbrName, "pres": abbrName, "rev": abbrName, "hon": abbrName,
	"st": abbrName, "mt": abbrName, "ft": abbrName, "ave": abbrName, "blvd": abbrName,
	"jr": abbrAlways, "sr": abbrAlways, "inc": abbrAlways, "corp": abbrAlways, "ltd": abbrAlways,
	"co": abbrName, "bros": abbrName, "dept": abbrName, "univ": abbrName, "vs": abbrAlways,
	"etc": abbrAlways, "al": abbrNumber, "jan": abbrName, "feb": abbrName, "mar": abbrNumber,
	"apr": abbrName, "jun": abbrNumber, "jul": abbrNumber, "aug": abbrName, "sep": abbrName,
	"sept": abbrName, "oct": abbrName, "nov": abbrName, "dec": abbrName, "no": abbrNumber,
	"nos": abbrNumber, "vol": abbrNumber, "fig": abbrNumber, "pp": abbrNumber, "approx": abbrAlways,
	"est": abbrNumber, "calif": abbrName, "ariz": abbrName, "conn": abbrName, "fla": abbrName,
	"ga": abbrName, "ill": abbrName, "kan": abbrName, "la": abbrNumber, "mass": abbrName,
	"md": abbrName, "mich": abbrName, "minn": abbrName, "pa": abbrName, "tenn": abbrName,
	"tex": abbrName, "va": abbrName, "wis": abbrName, "wash": abbrName,
}

var emoticons = []string{":)", ":-)", ";)", ";-)", ":(", ":-(", ":D", ":P", "=)"}

// contractions are fused words without an apostrophe, and where to cut them.
var contractions = map[string]int{
	"cannot": 3, "Cannot": 3, "CANNOT": 3, "gonna": 3, "Gonna": 3, "wanna": 3, "gotta": 3,
	"dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "werent": 4, "arent": 3,
	"havent": 4, "hasnt": 3, "hadnt": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6,
}

// isPrefix reports whether a hyphen after p does not split the word. The
// treebanks cut "long-term" in three but leave "non-profit" whole.
func isPrefix(p string) bool {
	switch p {
	case "e", "E", "co", "Co", "re", "Re", "pre", "Pre", "non", "Non", "ex", "Ex", "mid", "Mid",
		"anti", "Anti", "semi", "multi", "Multi", "post", "Post", "pro", "Pro", "x", "X", "un", "Un",
		"inter", "intra", "bi", "over", "sub", "uh", "Uh", "mm", "Mm":
		return true
	}
	return false
}

func onlyByte(s string, c byte) bool {
	// The pending token of a run holds nothing else, so its ends decide.
	return s[0] == c && s[len(s)-1] == c
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

func alphanumeric(c byte) bool {
	return isDigit(c) || isUpper(c) || 'a' <= c && c <= 'z' || c >= utf8.RuneSelf
}

// isLetter reports whether s starts with a letter.
func isLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// numeric reports whether s, at most a date long, holds only digits and the
// separators of dates and times.
func numeric(s string) bool {
	if len(s) > 16 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isDigit(c) && c != '/' && c != ':' && c != '.' {
			return false
		}
	}
	return true
}

// dotted reports whether s is single letters with stops between: "U.S".
func dotted(s string) bool {
	if len(s) > 12 {
		return false
	}
	for i := range len(s) {
		if letter := isUpper(s[i]) || 'a' <= s[i] && s[i] <= 'z'; i%2 == 0 && !letter || i%2 == 1 && s[i] != '.' {
			return false
		}
	}
	return true
}

// digits returns the number of digits s starts with, at most five.
func digits(s string) int {
	n := 0
	for n < len(s) && n < 5 && isDigit(s[n]) {
		n++
	}
	return n
}

// phoneStart reports whether p, a hyphen and rest are a telephone number
// (853-3989, 713-853-3989) and not a span (2001-2005, 8-10).
func phoneStart(p, rest string) bool {
	if len(p) > 16 || !isDigit(p[len(p)-1]) {
		return false
	}
	n := digits(rest)
	if len(p) == 7 {
		return n == 4 && digits(p) == 3 && p[3] == '-' && digits(p[4:]) == 3
	}
	return len(p) == 3 && digits(p) == 3 && (n == 4 || n == 3 && strings.HasPrefix(rest[3:], "-"))
}

// phonePart reports whether p is the beginning of a telephone number.
func phonePart(p string) bool {
	return len(p) == 4 && digits(p) == 3 && p[3] == '-' ||
		len(p) == 8 && digits(p) == 3 && p[3] == '-' && digits(p[4:]) == 3 && p[7] == '-'
}
