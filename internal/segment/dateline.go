package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds on a dateline.
const (
	datelineLines = 8  // paragraphs at whose beginning it is looked for
	datelineBytes = 90 // its length
	datelineWords = 10
)

// A dateline is a statement of its own. Left to the sentence behind it the place is
// read as its subject, and the agency as one that did what it tells.

// dateline returns how many bytes of a paragraph are its dateline with the dash behind
// it, or 0. One is a place, in capitals or with a date or an agency in brackets, up to
// a dash or the stop behind an agency between strokes: "LIMA - ", "Vienna, 4 May - ",
// "MOSCOW, March 4. /AGENCY/. ". What comes behind begins as a sentence does.
func dateline(s string) int {
	head := s[:min(len(s), datelineBytes)]
	end, strokes := 0, false
	for i := 0; i < len(head) && end == 0; {
		r, n := utf8.DecodeRuneInString(head[i:])
		switch {
		case isDash(r) && i > 0 && head[i-1] == ' ' || r == '_' && i > 0 && head[i-1] == ' ':
			end = i + n
			for end < len(s) && (s[end] == '-' || s[end] == ' ') {
				end++
			}
		case r == '/' && i > 0 && strokes:
			end = i + n
			for end < len(s) && (s[end] == '.' || s[end] == ' ') {
				end++
			}
		case r == '/':
			strokes = true
		case strings.ContainsRune(":;?!\"“”«»", r):
			return 0
		}
		i += n
	}
	if end == 0 || !placed(strings.TrimRight(s[:end], " -–—_./"), strokes) {
		return 0
	}
	rest := strings.TrimLeft(s[end:], " ")
	if rest == "" {
		return end
	}
	if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsUpper(r) && !unicode.IsDigit(r) && !opensQuote(rest) {
		return 0 // "NATO - the alliance of the West - said"
	}
	return end
}

// placed reports whether what stands before the dash is a place with its date or
// agency, or a place in capitals.
func placed(s string, agency bool) bool {
	if at := strings.IndexByte(s, '('); at >= 0 {
		name, ok := strings.CutSuffix(s[at+1:], ")")
		if !ok || name == "" || len(strings.Fields(name)) > 3 || strings.ContainsAny(name, "()") || strings.ContainsFunc(name, unicode.IsDigit) {
			return false
		}
		s, agency = strings.TrimRight(s[:at], " "), true
	}
	s, _, _ = strings.Cut(s, "/")
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '.' })
	if len(words) == 0 || len(words) > datelineWords {
		return false
	}
	dated, shouted := false, true
	for k, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		lower := strings.ToLower(w)
		switch {
		case unicode.IsDigit(r):
			if k == 0 || len(strings.TrimLeft(w, "0123456789")) > 2 {
				return false
			}
		case k > 0 && (monthNamed(lower) > 0 || weekdayNamed(lower)):
			dated = true
		case !unicode.IsUpper(r) && !(k > 0 && linking[lower]):
			return false
		case k == 0:
			begun := len(words) > 1 && words[1] == strings.ToUpper(words[1]) && (opening[lower] || named[lower+" "+strings.ToLower(words[1])])
			shouted = (utf8.RuneCountInString(w) > 4 || short[lower] || begun) && w == strings.ToUpper(w) && len(words) <= 4
		}
	}
	return dated || agency || shouted
}

// short are the cities of datelines whose names in capitals could be an acronym.
var short = set("lima oslo rome kyiv kiev doha bern baku riga bonn lyon lviv suva apia lome giza cali homs gaza juba cebu bali")

// opening are the short words with which the names of places begin, "LA PAZ", and named
// those of such names that begin with an English word: "NEW DELHI", but "THE EU".
var (
	opening = set("la el los las le san sant são st fort port hong tel abu ulan addis cape dar phnom kuala ho palm viña rio ad")
	named   = map[string]bool{"the hague": true, "new delhi": true, "new york": true, "new orleans": true, "new haven": true, "salt lake": true, "east london": true, "east jerusalem": true, "west palm": true, "west bank": true}
)

// linking are the small words within the names of places.
var linking = set("de la le el al of and on upon am an der den del da do dos das di sur")

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' }
