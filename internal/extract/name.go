package extract

import (
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/witness"
)

// names reads the mentions of persons, places, organisations and other named
// things. Which entity a mention belongs to is decided afterwards, over all
// reports of the event.
func (s *sentence) names() {
	for i := 0; i < len(s.toks); {
		if s.used[i] || s.scaleOf(i) {
			i++
			continue
		}
		if end := s.officeAt(i); end > i {
			i = end
			continue
		}
		if end, n := s.gazetteer(i); n != nil {
			s.addName(i, end, n)
			i = end
			continue
		}
		if !s.startsName(i) {
			i++
			continue
		}
		end := s.nameRun(i)
		start := s.afterTitle(i, end)
		if start < end {
			s.addName(start, end, &witness.Name{})
		}
		i = end
	}
}

func (s *sentence) addName(i, end int, n *witness.Name) {
	head := i
	for k := i; k < end; k++ {
		if h := s.toks[k].Head; h < i || h >= end {
			head = k
			break
		}
	}
	n.First, n.Last = i, end-1
	n.At = witness.At{Span: s.span(i, end-1), Head: head}
	n.Form = s.st.Witness.Text[n.Span.Start:n.Span.End]
	s.add(n)
}

// gazetteer reads the longest place, organisation or demonym that begins at
// token i. Single common words pass only with a capital.
func (s *sentence) gazetteer(i int) (end int, name *witness.Name) {
	t := &s.toks[i]
	if !capital(t) {
		return i, nil
	}
	words := s.lower[i:min(len(s.lower), i+8)]
	places, np := s.lex.Places().Longest(words)
	_, no := s.lex.Organisations().Longest(words)
	switch {
	case no > 0 && no >= np:
		if no == 1 && !s.plausibleName(i) {
			return i, nil
		}
		// "World Health Organization chief": part of a longer run is fine,
		// "Free Times" in "Liberty Free Times" is not known here.
		return i + no, &witness.Name{}
	case np > 0:
		if np == 1 && !s.plausibleName(i) && places[0].As != "adjective" && places[0].As != "people" {
			return i, nil
		}
		n := &witness.Name{}
		switch places[0].As {
		case "adjective":
			n.Demonym = true
		case "people":
			n.Demonym = s.upos(i+np-1) == "ADJ"
		case "government":
			n.Metonym = true
		case "name", "code", "capital":
			// A longer run of capitals is another name: "Paris Hilton",
			// "Washington Post", "Jordan Henderson".
			if s.partOfLongerName(i, i+np) || np == 1 && s.institution(i) && s.word(i+1) == "of" && i+2 < len(s.toks) && s.nameWord(i+2) {
				return i, nil // "the Gulf of …", which no table knows
			}
		}
		return i + np, n
	}
	return i, nil
}

// plausibleName reports whether a single capitalised token reads as a name
// where it stands: not an ordinary word at the head of a sentence, not a
// short word in a headline of capitals.
func (s *sentence) plausibleName(i int) bool {
	t := &s.toks[i]
	if t.UPOS == "PROPN" || t.UPOS == "ADJ" && t.XPOS == "JJ" && i > 0 {
		return true
	}
	if strings.ToUpper(t.Form) == t.Form && len(t.Form) >= 2 {
		return !lexicon.Known(t.Lower, lexicon.Verb) && t.Lower != "us" && t.Lower != "it" && t.Lower != "who" || i > 0 && !s.allCaps() && t.Form != "IT"
	}
	return (i > 0 && !lexicon.Known(t.Lower, lexicon.Noun) || i == 0 && !naming.Common(t.Lower)) && t.UPOS != "PRON"
}

// allCaps reports whether the sentence is set in capitals.
func (s *sentence) allCaps() bool {
	up, low := 0, 0
	for i := range s.toks {
		for _, c := range s.toks[i].Form {
			if c >= 'A' && c <= 'Z' {
				up++
			} else if c >= 'a' && c <= 'z' {
				low++
			}
		}
	}
	return up > low
}

// partOfLongerName reports whether the tokens i to end stand inside a run of
// name words that is no list of places.
func (s *sentence) partOfLongerName(i, end int) bool {
	if end >= len(s.toks) || !s.glueOrSpace(end) {
		return false
	}
	t := &s.toks[end]
	if t.UPOS != "PROPN" || !capital(t) {
		return false
	}
	// "Washington Post" is known as an organisation before; "China Daily",
	// "Paris Hilton" are not: the parse keeps their words together.
	if _, n := s.lex.Titles().Longest(s.lower[end:]); n > 0 {
		return false
	}
	if vs, n := s.lex.Places().Longest(s.lower[end:]); n > 0 && vs[0].As != "adjective" {
		return false
	}
	return isRel(s.toks[i].Rel, "compound") || isRel(s.toks[i].Rel, "flat") || isRel(t.Rel, "flat") || isRel(t.Rel, "compound")
}

func (s *sentence) glueOrSpace(i int) bool { return i > 0 && s.upos(i) != "PUNCT" }

// startsName reports whether token i can begin a name.
func (s *sentence) startsName(i int) bool {
	t := &s.toks[i]
	if !capital(t) || t.UPOS == "PRON" || t.UPOS == "DET" || t.UPOS == "ADP" || t.UPOS == "CCONJ" || t.UPOS == "SCONJ" || t.UPOS == "AUX" || t.UPOS == "PUNCT" {
		return false
	}
	if t.UPOS == "PROPN" {
		if i == 0 && len(t.Lower) > 1 && s.ordinaryOpener(i) {
			return false
		}
		if _, vague := vagueMagnitudes[t.Lower]; vague {
			return false // "Dozens killed"
		}
		return !s.calendarWord(i)
	}
	if i == 0 || s.upos(i-1) == "PUNCT" && s.lower[i-1] != "," && s.lower[i-1] != "-" && s.lower[i-1] != "(" {
		return false
	}
	if next := s.upos(i + 1); t.UPOS == "ADJ" && (next == "PROPN" || next == "NOUN" && capital(&s.toks[i+1])) && s.nameWord(i+1) {
		return !s.titleCased() && s.toks[i].Head > i && !s.lex.Titles().Has(t.Lower) // "the Supreme Audit Office"
	}
	// A capital in running text that the tagger took for a common word.
	return (t.UPOS == "NOUN" || t.UPOS == "X") && !s.titleCased() && !s.calendarWord(i) && s.month(i) == 0 && !s.lex.Titles().Has(t.Lower)
}

// ordinaryOpener reports whether the first word of a sentence is a common
// word that has its capital from its place alone.
func (s *sentence) ordinaryOpener(i int) bool {
	t := &s.toks[i]
	next := s.upos(i + 1)
	if next == "PROPN" && capital(&s.toks[i+1]) {
		return false
	}
	if t.XPOS == "NNP" && isRel(t.Rel, "nsubj") && (next == "VERB" || next == "AUX" || s.word(i+1) == ",") || t.XPOS == "NNP" && (s.word(i+1) == "'s" || s.word(i+1) == "’s") {
		return false // a singular noun that stands for somebody without an article
	}
	return strings.ToUpper(t.Form) != t.Form && (lexicon.Known(t.Lower, lexicon.Noun) || lexicon.Known(t.Lower, lexicon.Verb) || lexicon.Known(t.Lower, lexicon.Adjective) || s.lex.IsFunctionWord(t.Lower)) &&
		!s.lex.GivenNames().Has(t.Lower) && !s.lex.Places().Has(t.Lower) && !s.lex.Organisations().Has(t.Lower) && !lexicon.Proper(t.Lower)
}

func (s *sentence) calendarWord(i int) bool {
	c, ok := s.lex.Calendar().Get(strings.TrimSuffix(s.lower[i], "."))
	return ok && (c.Class == "weekday" || c.Class == "holiday" || c.Class == "month" && s.month(i) > 0)
}

// titleCased reports whether most words have a capital, as in a headline: a
// capital says nothing there.
func (s *sentence) titleCased() bool {
	up, all := 0, 0
	for i := range s.toks {
		if Letters(s.toks[i].Form) && len(s.toks[i].Form) > 3 {
			all++
			if capital(&s.toks[i]) {
				up++
			}
		}
	}
	return all > 3 && up*3 > all*2
}

// Letters reports whether s holds only letters.
func Letters(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 'A' || c > 'Z' && c < 'a' || c > 'z' && c < 128 {
			return false
		}
	}
	return s != ""
}

// particles join the parts of names.
var particles = map[string]bool{"de": true, "da": true, "del": true, "della": true, "di": true, "do": true, "dos": true, "la": true,
	"le": true, "van": true, "von": true, "der": true, "den": true, "bin": true, "ibn": true, "al": true, "el": true, "ben": true, "abu": true, "-": true, "’": true, "'": true, "und": true, "y": true, "st.": true, "st": true}

// nameRun returns the end of the run of name words that begins at i.
func (s *sentence) nameRun(i int) int {
	end := i + 1
	for end < len(s.toks) {
		t := &s.toks[end]
		if s.used[end] || s.officeAt(end) > end {
			break
		}
		if s.nameWord(end) {
			end++
			continue
		}
		// A particle or "of the" goes on only into a name word.
		k := end
		if s.article(end) {
			k += 2
		} else if t.Lower == "of" && s.institution(end-1) {
			k++
			if s.word(k) == "the" {
				k++
			}
		} else if particles[t.Lower] && t.XPOS != "POS" && (t.Lower != "-" || s.glued(end-1) && s.glued(end)) {
			k++
		} else if t.Lower == "&" || t.Lower == "and" && s.institution(end+1) && s.upos(end+1) == "PROPN" && s.upos(end-1) == "PROPN" && s.institution(end+2) {
			k++
		} else {
			break
		}
		if k < len(s.toks) && s.nameWord(k) && !s.used[k] {
			end = k + 1
			continue
		}
		break
	}
	return end
}

// article reports whether token i is the Arabic article before a hyphen and a name,
// whichever sound it takes on: "al-Assad", "ash-Shabab".
func (s *sentence) article(i int) bool {
	switch s.word(i) {
	case "al", "el", "ul", "ar", "as", "ad", "an", "ash", "az", "at", "es", "er", "ed", "ud":
		return s.word(i+1) == "-" && s.glued(i) && s.glued(i+1) && i+2 < len(s.toks) && capital(&s.toks[i+2])
	}
	return false
}

// nameWord reports whether token i can continue a name.
func (s *sentence) nameWord(i int) bool {
	t := &s.toks[i]
	if !capital(t) || s.calendarWord(i) {
		return false
	}
	return t.UPOS == "PROPN" || (t.UPOS == "NOUN" || t.UPOS == "ADJ" || t.UPOS == "X") && !s.titleCased()
}

// institution reports whether a word heads names that go on with "of":
// ministry, university, bank.
func (s *sentence) institution(i int) bool {
	switch s.word(i) {
	case "ministry", "department", "university", "bank", "council", "house", "court", "office", "chamber", "institute", "board",
		"bureau", "committee", "commission", "federation", "union", "league", "college", "republic", "kingdom", "gulf", "sea", "bay",
		"strait", "battle", "order", "party", "museum", "academy", "agency", "association", "church", "city", "state", "society":
		return i < len(s.toks) && capital(&s.toks[i])
	}
	return false
}

// afterTitle steps over a form of address that the run begins with, and over
// the title of several: "Presidents Joe Biden and Vladimir Putin".
func (s *sentence) afterTitle(i, end int) int {
	if one, plural := strings.CutSuffix(s.lower[i], "s"); plural && end > i+1 && s.lex.Titles().Has(one) {
		return i + 1
	}
	switch strings.TrimSuffix(s.lower[i], ".") {
	case "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lady", "lord", "madame":
		return min(i+1, end)
	}
	return i
}
