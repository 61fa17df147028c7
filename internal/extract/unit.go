package extract

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// unit reads what the number at i measures: a currency sign before it, a unit
// after it, a percent sign, an age. It returns the tokens that the quantity
// now covers.
func (s *sentence) unit(q *witness.Quantity, i int, n numeral, first, end int) (int, int) {
	if start, ok := s.currencyBefore(q, i); ok {
		return min(first, start), end
	}
	at := n.last + 1
	hyphen := false
	if w := s.word(at); (w == "-" || w == "–") && s.glued(at-1) {
		hyphen = true
		at++
	}
	if k := s.ofUnit(n); k > at {
		at, end = k, k // "a quarter of an hour", "half a tonne"
	}
	words := s.lower[min(at, len(s.lower)):]
	if n.suffix != "" {
		words = append([]string{n.suffix}, words...)
		at--
	}
	if len(words) == 0 {
		return first, end
	}
	if more, ok := percentSign(words); ok {
		return first, s.percent(q, at+more, end)
	}
	if last, ok := s.ageUnit(q, i, n, words[0], at, end); ok {
		return first, last
	}
	if code, ok := currencySigns[words[0]]; ok {
		q.Kind, q.Unit = witness.Money, code
		return first, max(end, at+1)
	}
	if s.seismic(i, n) {
		q.Kind, q.Unit = witness.Measure, "Mw"
		return first, end
	}
	us, m := s.unitAt(words)
	if m == 0 || s.ambiguousUnit(words[0], at, n) {
		return first, end
	}
	u := s.meant(us, i, min(at+m-1, len(s.toks)-1), n)
	q.OfAt = min(at+m-1, len(s.toks)-1)
	if u.Dimension != "currency" {
		end = s.rest(q, u, at+m, end)
	}
	sign, below := s.belowZero(i)
	if below = below && (u.Offset != 0 || u.Dimension == "angle"); below { // degrees of which scale is often left unsaid
		first = min(first, sign)
	}
	measureIn(q, u, hyphen, below)
	return first, max(end, at+m)
}

// currencyBefore reads the sign or code of a currency before the number at token
// i, and returns where it begins: "€ 5", "US $ 5".
func (s *sentence) currencyBefore(q *witness.Quantity, i int) (start int, ok bool) {
	code, ok := s.currency(i - 1)
	if !ok {
		return 0, false
	}
	q.Kind, q.Unit = witness.Money, code
	if w := s.word(i - 2); (w == "us" || w == "u.s.") && code == "USD" {
		return i - 2, true
	}
	return i - 1, true
}

// percentSign reports whether words begin with a form of "per cent", and how many
// words it has besides the first.
func percentSign(words []string) (more int, ok bool) {
	switch words[0] {
	case "%", "percent", "pct", "pc", "percents":
		return 0, true
	case "per":
		return 1, len(words) > 1 && words[1] == "cent"
	case "percentage":
		return 1, len(words) > 1 && (words[1] == "points" || words[1] == "point")
	}
	return 0, false
}

// ageUnit makes an age of q where the words about it say so, the first of which
// stands at token at: "in his 30s", "12 years old", "aged 12". It returns the end
// of the phrase.
func (s *sentence) ageUnit(q *witness.Quantity, i int, n numeral, word string, at, end int) (last int, ok bool) {
	switch word {
	case "s":
		if n.suffix == "s" && n.value < 100 && math.Mod(n.value, 10) == 0 {
			q.Kind, q.Value = witness.Age, witness.Interval{Lo: n.value, Hi: n.value + 9} // "in his 30s"
			return end, true
		}
	case "year", "years", "month", "months":
		// 12-year-old, 12 years old, 12 years of age
		k := at + 1
		if s.word(k) == "-" {
			k++
		}
		if s.word(k) == "old" || s.word(k) == "of" && s.word(k+1) == "age" {
			q.Kind = witness.Age
			if word[0] == 'm' {
				scaleValue(q, 1.0/12)
			}
			return max(end, k+1), true
		}
		if word == "years" && (s.yearsOfPerson(i, at+1) || s.agedName(i, at+1)) {
			q.Kind = witness.Age
			return max(end, at+1), true
		}
	}
	if w := s.word(i - 1); w == "aged" || w == "age" || w == "ages" && s.upos(end) != "NOUN" || s.agedName(i, end) || s.reachedAge(i, end) {
		q.Kind = witness.Age
		return end, true
	}
	return 0, false
}

// measureIn gives q its kind and its value in the base of unit u. A length of
// time before a hyphen is as near as the unit tells: "an eight-hour meeting". What
// is below zero is turned before it is counted from another zero.
func measureIn(q *witness.Quantity, u lexicon.Unit, hyphen, below bool) {
	switch u.Dimension {
	case "currency":
		q.Kind, q.Unit = witness.Money, u.Base
		scaleValue(q, u.Factor)
	case "time":
		q.Kind, q.Unit = witness.Duration, u.Base
		if hyphen && q.Hedge == witness.Exact && !math.IsNaN(q.Point) {
			q.Hedge = witness.Rounded
			q.Value = witness.Interval{Lo: q.Point - 0.5, Hi: q.Point + 0.5, HiOpen: true}
		}
		scaleValue(q, u.Factor)
	default:
		q.Kind, q.Unit = witness.Measure, u.Base
		scaleValue(q, u.Factor)
		if below {
			q.Point, q.Value.Lo, q.Value.Hi = -q.Point, -q.Value.Hi, -q.Value.Lo
		}
		if u.Offset != 0 {
			q.Value.Lo, q.Value.Hi, q.Point = q.Value.Lo+u.Offset, q.Value.Hi+u.Offset, q.Point+u.Offset
		}
	}
}

// unitAt finds the unit that words begin with, also where a stroke cuts it into
// tokens: "km / h".
func (s *sentence) unitAt(words []string) (units []lexicon.Unit, n int) {
	if len(words) > 2 && words[1] == "/" {
		if u, ok := s.lex.Units().Get(words[0] + "/" + words[2]); ok {
			return []lexicon.Unit{u}, 3
		}
	}
	return s.lex.Units().Longest(words)
}

// seismic reports whether the number at i is the strength of an earthquake:
// "magnitude-5.9", "put the magnitude at 6.1", "measuring 6.1 on the Richter scale", "a 5.6
// quake".
func (s *sentence) seismic(i int, n numeral) bool {
	if n.value < 2 || n.value >= 10 || n.step != 0.1 {
		return false
	}
	for k := i - 4; k <= i+5; k++ {
		switch w := s.word(k); {
		case w == "magnitude" && k >= i-4 && k <= i+2, w == "richter", w == "strength" && k == i+2 && s.word(i+1) == "-":
			return true
		}
	}
	happening, _ := s.lex.Happenings().Get(s.word(i + 1))
	return happening == "quake"
}

// agedName reports whether the number at i tells the age of the person before
// it: "Ann Lee, 32, died", "a teacher, 32, died", "Ann Lee (32) died".
func (s *sentence) agedName(i, end int) bool {
	v, err := strconv.Atoi(s.lower[i])
	if err != nil || v < 1 || v >= 115 || i < 2 {
		return false
	}
	last := i - 2
	if nameSuffix[s.word(last)] && last > 0 {
		last-- // "John Lee III, 38"
	}
	named := s.upos(last) == "PROPN" && capital(&s.toks[last]) && s.month(last) == 0
	switch after := s.word(end); s.word(i - 1) {
	case ",":
		return (after == "," || after == ".") && (named && (i < 4 || s.word(i-3) != ",") || s.onePerson(i-2) && after == ",")
	case "(":
		// What follows tells an age from a list of who scored when: "Lee (32), Roth (45)".
		next := s.upos(end + 1)
		return named && after == ")" && end+1 < len(s.toks) && next != "PUNCT" && next != "CCONJ" && next != "NUM"
	}
	return false
}

// nameSuffix are what may follow a surname as a part of the name.
var nameSuffix = map[string]bool{"ii": true, "iii": true, "iv": true, "jr": true, "jr.": true, "sr": true, "sr.": true}

// yearsOfPerson reports whether so many years are told of the person before them:
// "a man of 29 years", "the player from Porto, of 22 years,".
func (s *sentence) yearsOfPerson(i, end int) bool {
	if s.word(i-1) != "of" || s.upos(end) == "NOUN" || s.upos(end) == "ADP" && s.word(end) != "in" {
		return false
	}
	if k := i - 2; s.word(k) == "," {
		return s.word(end) == "," && s.upos(k-1) == "PROPN"
	}
	return s.onePerson(i-2) || s.oneOfPeople(i-2)
}

// oneOfPeople reports whether token i is a people's name with an article for one person:
// "a Portuguese".
func (s *sentence) oneOfPeople(i int) bool {
	if w := s.word(i - 1); w != "a" && w != "an" && w != "the" && w != "another" {
		return false
	}
	return slices.ContainsFunc(s.lex.Places().GetAll(s.lower[i]), func(f lexicon.PlaceForm) bool { return f.As == "adjective" || f.As == "people" })
}

// onePerson reports whether token i is a noun for one person.
func (s *sentence) onePerson(i int) bool {
	return s.upos(i) == "NOUN" && s.toks[i].XPOS == "NN" && lexicon.Category(s.lemma[i], lexicon.Noun) == "person"
}

// reachedAge reports whether the number at i is an age that is called one, or
// said of its subject by "be": "at the age of 34", "Ann Lee was 34".
func (s *sentence) reachedAge(i, end int) bool {
	if s.word(i-1) == "of" && s.word(i-2) == "age" {
		return true
	}
	if s.toks[i].Head >= 0 && s.upos(end) == "NOUN" || s.child(i, "cop") < 0 {
		return false
	}
	v, err := strconv.Atoi(s.lower[i])
	k := s.child(i, "nsubj")
	if err != nil || v < 1 || v >= 115 || k < 0 {
		return false
	}
	switch s.lower[k] {
	case "he", "she", "who":
		return s.upos(end) == "PUNCT" || end >= len(s.toks)
	}
	return false
}

// ambiguousUnit reports whether a short word is likely not the unit that it
// looks like: "in", "us", "second", a lone capital.
func (s *sentence) ambiguousUnit(w string, at int, n numeral) bool {
	if n.suffix != "" {
		return false
	}
	switch w {
	case "in", "a", "us", "as", "at", "am", "pm", "can", "no", "are", "second", "may", "to", "it", "do":
		return true
	}
	if w == "c" || w == "f" {
		_, below := s.belowZero(at - 1)
		return !below // "-12 C"
	}
	return len(w) == 1 && (s.upos(at) == "PROPN" && !s.glued(at-1) || s.upos(at) == "PUNCT" || w == "'" || w == "\"")
}

func (s *sentence) percent(q *witness.Quantity, at, end int) int {
	q.Kind, q.Unit = witness.Percent, "%"
	scaleValue(q, 0.01)
	return max(end, at+1)
}

func scaleValue(q *witness.Quantity, f float64) {
	if f == 0 || f == 1 {
		return
	}
	q.Value.Lo *= f
	q.Value.Hi *= f
	q.Point *= f
	q.Second *= f
}

// counted finds the noun that a number counts, and what restricts the noun.
func (s *sentence) counted(q *witness.Quantity, i, last, end int) {
	noun := -1
	if q.OfAt >= 0 || q.Kind == witness.Percent || q.Kind == witness.Money {
		// "more than seven hours of talks", "12 percent of voters", "an
		// eight-hour meeting"
		unit := q.OfAt
		if unit < 0 {
			unit = end - 1
		}
		noun = s.measured(unit, i)
		if noun < 0 && q.Kind == witness.Duration {
			noun = s.lasting(unit)
		}
	} else {
		noun = s.nounAfter(i, last, end)
	}
	if noun < 0 || s.semicolon(i, noun) {
		return
	}
	q.OfAt, q.Of = noun, s.toks[noun].Lemma
	if s.upos(noun) == "VERB" {
		q.Of = s.lower[noun]
	}
	if k := s.model(end); k >= 0 && q.Kind == witness.Cardinal && s.word(end-1) != "," {
		q.Of = s.lower[end] + "-" + strings.TrimSuffix(s.lower[k], "s") // seven AK-47s, and seven AK 47 rifles
	}
	for _, c := range s.kids[noun] {
		t := &s.toks[c]
		if c != i && (isRel(t.Rel, "amod") || isRel(t.Rel, "compound") || isRel(t.Rel, "nmod") || isRel(t.Rel, "acl")) && t.UPOS != "NUM" {
			q.Mods = append(q.Mods, t.Lemma)
		}
	}
	slices.Sort(q.Mods)
}

// semicolon reports whether a semicolon stands between two words: "kills 10; 80 hurt"
// counts 80 hurt, whatever the parse hangs on what.
func (s *sentence) semicolon(i, k int) bool {
	return s.between(min(i, k), max(i, k), func(j int) bool { return s.lower[j] == ";" })
}

// between reports whether a word as asked for stands between tokens i and k.
func (s *sentence) between(i, k int, is func(j int) bool) bool {
	for i++; i < k; i++ {
		if is(i) {
			return true
		}
	}
	return false
}

// measured finds the noun to which a measure belongs.
func (s *sentence) measured(unit, i int) int {
	if c := s.child(unit, "nmod"); c >= 0 && s.word(unit+1) == "of" {
		if k := s.nounAfter(unit+1, unit+1, unit+2); s.caseOf(c) != "of" && k >= 0 {
			return k // "three days of mourning from Wednesday"
		}
		return c
	}
	if c := s.child(unit, "acl"); c == unit+2 && s.word(unit+1) == "of" && s.toks[c].XPOS == "VBG" {
		return c // "three days of mourning", read as a verb
	}
	if h := s.toks[unit].Head; h >= 0 && h < i && s.upos(h) == "NOUN" && s.caseOf(unit) == "of" {
		return h // "a blackout of three hours"
	}
	for _, t := range []int{unit, i} {
		for steps, h := 0, s.toks[t].Head; h >= 0 && steps < 3; steps, h = steps+1, s.toks[h].Head {
			if h > t && h != unit && s.upos(h) == "NOUN" && s.toks[h].Head != t {
				return h
			}
		}
	}
	return -1
}

// lasting finds what is said to last the measure: the subject of "lasted more
// than seven hours".
func (s *sentence) lasting(unit int) int {
	h := s.toks[unit].Head
	if h < 0 {
		return -1
	}
	switch s.toks[h].Lemma {
	case "last", "take", "continue", "run", "go", "drag", "stretch", "span", "endure", "burn", "rage", "persist", "be":
		if k := s.subject(h); k >= 0 && s.upos(k) == "NOUN" {
			return k
		}
	}
	return -1
}

// nounAfter finds the noun that the parse or the order of words gives to the
// numeral.
func (s *sentence) nounAfter(i, last, end int) int {
	for _, t := range []int{last, i} {
		if h := s.toks[t].Head; h >= 0 && (isRel(s.toks[t].Rel, "nummod") || isRel(s.toks[t].Rel, "amod") || isRel(s.toks[t].Rel, "det")) && isNominal(s.upos(h)) {
			if h < i || h > last && !s.parted(last, h) {
				return h
			}
		}
		if c := s.child(t, "nmod"); c > last && s.upos(c) != "PRON" && s.caseOf(c) != "from" && !s.figureIn(last, c) { // "hundreds of people", "two of the men"
			return c
		}
	}
	for k := end; k < len(s.toks) && k < end+4; k++ {
		switch s.upos(k) {
		case "NOUN":
			for k+1 < len(s.toks) && s.upos(k+1) == "NOUN" {
				k++
			}
			return k
		case "ADJ", "PROPN", "NUM":
			continue
		}
		if w := s.lower[k]; w == "-" || w == "of" || w == "the" || w == "other" {
			continue
		}
		break
	}
	return -1
}

// parted reports whether a word of place or aim stands between a number at token i and
// a noun at token k, which it does not count then: "added 12 for the Bulldogs".
func (s *sentence) parted(i, k int) bool {
	return s.between(i, k, func(j int) bool { return s.upos(j) == "ADP" && s.lower[j] != "of" })
}

// figureIn reports whether another number stands between a number at token i and token
// k, which it is nearer to: "hurting 40, 15 of the guests among them".
func (s *sentence) figureIn(i, k int) bool {
	return s.between(i, k, func(j int) bool { return s.upos(j) == "NUM" })
}

// scaleOf reports whether token i is the scale of a temperature before it: "45
// degrees Celsius", "-12 C".
func (s *sentence) scaleOf(i int) bool {
	if prev := s.word(i - 1); prev != "degrees" && prev != "degree" && prev != "°" && !isDigit(first(prev)) {
		return false
	}
	u, ok := s.lex.Units().Get(s.lower[i])
	return ok && u.Dimension == "temperature"
}
