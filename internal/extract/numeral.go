package extract

import (
	"math"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// numeral is a number read off one or more tokens, before hedge and unit.
type numeral struct {
	value   float64
	lo, hi  float64 // bounds of a vague numeral ("dozens"); equal to value otherwise
	end     int     // index after the last token
	last    int     // index of the last token that carries value
	ordinal bool
	words   bool // written in words
	vague   bool
	step    float64 // the unit of the last digit written: 0.1 of "3.2", 1e8 of "3.2 billion"
	ratio   float64 // the second number of "3:2" written as one word
	isRatio bool
	suffix  string // letters glued to the digits: "km" of "20km", "s" of "1990s"
}

var smallNumbers = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
	"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
	"forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var smallOrdinals = map[string]float64{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
	"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
	"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
	"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
	"eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}

var magnitudes = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
	"lakh": 1e5, "crore": 1e7, "dozen": 12,
	"mln": 1e6, "mn": 1e6, "mio": 1e6, "bln": 1e9, "bn": 1e9, "tln": 1e12, "trn": 1e12, "tn": 1e12, "k": 1e3,
	"milliard": 1e9, "milliards": 1e9, "mlrd": 1e9, "mrd": 1e9,
}

// plural magnitudes alone are vague: "thousands of", "dozens".
var vagueMagnitudes = map[string][2]float64{
	"dozens": {24, 99}, "scores": {40, 199}, "hundreds": {200, 999}, "thousands": {2e3, 9999},
	"millions": {2e6, 999e6}, "billions": {2e9, 999e9}, "trillions": {2e12, 999e12}, "lakhs": {2e5, 99e5},
}

var vagueWords = map[string][2]float64{
	"several": {3, 9}, "few": {2, 12}, "couple": {2, 3}, "many": {4, math.Inf(1)}, "numerous": {4, math.Inf(1)},
	"multiple": {2, math.Inf(1)},
}

// collectives count the things that "of" leads to: "a pair of hooks". A couple of things
// may be more than two.
var collectives = map[string]float64{"pair": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5}

// tens in the plural name a decade of years or of life: "in his fifties".
var decades = map[string]float64{"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}

var fractions = map[string]float64{
	"half": 0.5, "quarter": 0.25, "quarters": 0.25, "third": 1.0 / 3, "thirds": 1.0 / 3, "fifth": 0.2, "fifths": 0.2,
	"tenth": 0.1, "tenths": 0.1, "sixth": 1.0 / 6, "sixths": 1.0 / 6, "eighth": 0.125, "eighths": 0.125,
	"fourths": 0.25, "sevenths": 1.0 / 7, "seventh": 1.0 / 7, "ninths": 1.0 / 9, "ninth": 1.0 / 9,
}

// readNumeral reads the number that starts at token i, if one does.
func readNumeral(toks []witness.Token, i int) (numeral, bool) {
	w := toks[i].Lower
	if w == "" {
		return numeral{}, false
	}
	if c := w[0]; c >= '0' && c <= '9' || (c == '.' || c == '\'') && len(w) > 1 && w[1] >= '0' && w[1] <= '9' {
		return readDigits(toks, i)
	}
	return readWords(toks, i)
}

func readDigits(toks []witness.Token, i int) (numeral, bool) {
	if a, b, ok := ratio(toks[i].Lower); ok {
		return numeral{value: a, lo: a, hi: a, end: i + 1, last: i, step: 1, ratio: b, isRatio: true}, true
	}
	v, step, suffix, ok := parseDigits(toks[i].Lower)
	if !ok {
		return numeral{}, false
	}
	n := numeral{value: v, step: step, end: i + 1, last: i, suffix: suffix}
	switch suffix {
	case "st", "nd", "rd", "th":
		n.ordinal, n.suffix = true, ""
	case "":
		if f, k := oneIn(toks, i, v); f > 0 && step == 1 {
			return numeral{value: f, lo: f, hi: f, end: k, last: k - 1, step: 0.01}, true
		}
		// Groups set off by spaces, as Russian and French write them: 9 469.
		for n.end < len(toks) && n.step == 1 && len(toks[i].Lower) <= 3 && toks[i].Lower[0] != '0' && isGroup(toks[n.end].Lower) &&
			toks[n.end].Span.Start-toks[n.end-1].Span.End <= 2 && toks[n.end].Span.Start > toks[n.end-1].Span.End {
			g, _ := strconv.ParseFloat(toks[n.end].Lower, 64)
			n.value = n.value*1000 + g
			n.last = n.end
			n.end++
		}
		// Mixed numbers: "2 1/2", "2-1/2".
		at := n.end
		if next(toks, at) == "-" && adjoin(toks, at) && adjoin(toks, at+1) {
			at++
		}
		if f, ok := slashFraction(next(toks, at)); ok && f < 1 && n.value < 100 && n.step == 1 {
			n.value += f
			n.last, n.end = at, at+1
		}
	default:
		if m, ok := magnitudes[suffix]; ok {
			n.value, n.step, n.suffix = n.value*m, n.step*m, ""
		} else if m, ok := moneyLetters[suffix]; ok && money(toks, i) {
			n.value, n.step, n.suffix = n.value*m, n.step*m, ""
		}
	}
	// "$250-M"
	if m, ok := moneyLetters[next(toks, n.end+1)]; ok && n.suffix == "" && money(toks, i) && next(toks, n.end) == "-" && adjoin(toks, n.end) && adjoin(toks, n.end+1) {
		n.value, n.step = n.value*m, n.step*m
		n.last = n.end + 1
		n.end += 2
	}
	n = scale(toks, andFraction(toks, n))
	n.lo, n.hi = n.value, n.value
	return n, true
}

// ratio reads "3:2" and "24-0" where they are one token and no clock time.
func ratio(w string) (a, b float64, ok bool) {
	x, y, ok := strings.Cut(w, ":")
	if !ok {
		return 0, 0, false
	}
	a, err1 := strconv.ParseFloat(x, 64)
	b, err2 := strconv.ParseFloat(y, 64)
	return a, b, err1 == nil && err2 == nil && len(x) <= 3 && len(y) <= 3
}

// money reports whether a currency sign stands before token i, so that "m"
// means million and not metre.
func money(toks []witness.Token, i int) bool {
	if i == 0 {
		return false
	}
	_, ok := currencySigns[toks[i-1].Lower]
	return ok
}

// moneyLetters are the letters that scale a sum and nothing else.
var moneyLetters = map[string]float64{"m": 1e6, "b": 1e9, "t": 1e12}

// adjoin reports whether token i stands close to the one before it.
func adjoin(toks []witness.Token, i int) bool {
	return i > 0 && i < len(toks) && toks[i-1].Span.End == toks[i].Span.Start
}

func isGroup(s string) bool {
	return len(s) == 3 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2])
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// parseDigits reads a number in digits with its grouping marks, and what
// letters are glued to it.
func parseDigits(w string) (v, step float64, suffix string, ok bool) {
	if f, ok := slashFraction(w); ok {
		return f, 0.01, "", true
	}
	end := 0
	for end < len(w) && (isDigit(w[end]) || (w[end] == ',' || w[end] == '.' || w[end] == '\'') && end+1 < len(w) && isDigit(w[end+1])) {
		end++
	}
	suffix = w[end:]
	suffix = strings.TrimSuffix(suffix, ".")
	for i := 0; i < len(suffix); i++ {
		if isDigit(suffix[i]) || suffix[i] == ':' || suffix[i] == '/' || suffix[i] == '-' {
			return 0, 0, "", false // a clock, a date, a code
		}
	}
	num := w[:end]
	step = 1
	commas, stops := strings.Count(num, ","), strings.Count(num, ".")
	switch {
	case commas == 0 && stops <= 1:
		// a plain decimal
	case stops == 0 && grouped(num, ','):
		num = strings.ReplaceAll(num, ",", "")
	case stops == 1 && commas > 0 && strings.LastIndexByte(num, '.') > strings.LastIndexByte(num, ','):
		num = strings.ReplaceAll(num, ",", "")
	case commas == 1 && stops == 0:
		num = strings.Replace(num, ",", ".", 1) // a decimal comma
	case stops > 1 && grouped(num, '.'):
		num = strings.ReplaceAll(num, ".", "")
	case stops >= 1 && commas == 1 && strings.LastIndexByte(num, ',') > strings.LastIndexByte(num, '.'):
		num = strings.Replace(strings.ReplaceAll(num, ".", ""), ",", ".", 1)
	default:
		return 0, 0, "", false
	}
	num = strings.ReplaceAll(num, "'", "")
	if i := strings.IndexByte(num, '.'); i >= 0 {
		step = math.Pow(10, -float64(len(num)-i-1))
	}
	v, err := strconv.ParseFloat(num, 64)
	return v, step, suffix, err == nil && !math.IsInf(v, 0)
}

// grouped reports whether every group after the first has three digits.
func grouped(num string, mark byte) bool {
	parts := strings.Split(num, string(mark))
	if len(parts[0]) > 3 || parts[0] == "0" {
		return false
	}
	for _, p := range parts[1:] {
		if len(p) != 3 {
			return false
		}
	}
	return true
}

func slashFraction(w string) (float64, bool) {
	a, b, ok := strings.Cut(w, "/")
	if !ok || len(a) > 2 || len(b) > 2 {
		return 0, false
	}
	x, err1 := strconv.Atoi(a)
	y, err2 := strconv.Atoi(b)
	if err1 != nil || err2 != nil || y == 0 || x >= y || y > 10 || y == 7 || y == 9 {
		return 0, false
	}
	return float64(x) / float64(y), true
}

// readWords reads a number written in words: "forty-six", "a hundred and
// twenty", "half a million", "tens of thousands", "several".
func readWords(toks []witness.Token, i int) (numeral, bool) {
	n := numeral{words: true, step: 1}
	w := toks[i].Lower
	if b, ok := vagueMagnitudes[w]; ok && !(i > 0 && isNumber(toks[i-1])) {
		return vague(toks, i, b), true
	}
	if w == "tens" && next(toks, i+1) == "of" {
		if _, ok := vagueMagnitudes[next(toks, i+2)]; ok {
			m := magnitudes[strings.TrimSuffix(next(toks, i+2), "s")]
			return numeral{value: math.NaN(), lo: 10 * m, hi: 100*m - 1, end: i + 3, last: i + 2, vague: true, words: true}, true
		}
	}
	if c, ok := collectives[w]; ok && next(toks, i+1) == "of" {
		return numeral{value: c, lo: c, hi: c, end: i + 1, last: i, words: true, step: 1}, true
	}
	if b, ok := vagueWords[w]; ok {
		v := numeral{value: math.NaN(), lo: b[0], hi: b[1], end: i + 1, last: i, vague: true, words: true}
		if m, ok := magnitudes[next(toks, i+1)]; ok { // "several thousand"
			v.lo, v.hi, v.end, v.last = v.lo*m, v.hi*m, i+2, i+1
		}
		return v, true
	}
	if o, ok := smallOrdinals[w]; ok {
		n.value, n.lo, n.hi, n.ordinal, n.end, n.last = o, o, o, true, i+1, i
		return n, true
	}
	if w == "half" || w == "quarter" {
		return readFraction(toks, i)
	}
	if v, ok := decades[w]; ok {
		return numeral{value: v, lo: v, hi: v, end: i + 1, last: i, words: true, step: 10, suffix: "s"}, true
	}
	if w == "a" || w == "an" {
		return readArticle(toks, i)
	}
	v, end, ord, ok := readSmall(toks, i)
	if !ok {
		return n, false
	}
	n.value, n.end, n.last, n.ordinal = v, end, end-1, ord
	if f, k := oneIn(toks, i, v); f > 0 && !ord {
		n.value, n.lo, n.hi, n.end, n.last, n.step = f, f, f, k, k-1, 0.01
		return n, true
	}
	if !ord {
		if f, ok := fractions[next(toks, n.end)]; ok && v < 10 && (strings.HasSuffix(next(toks, n.end), "s") || v == 1 && (n.end+1 >= len(toks) || !isNoun(toks[n.end+1].UPOS) && toks[n.end+1].Lower != "-")) {
			n.value, n.last, n.step = v*f, n.end, 0.01
			n.end++
		} else if next(toks, n.end) == "-" && v < 10 {
			if f, ok := fractions[next(toks, n.end+1)]; ok && (v == 1 || strings.HasSuffix(next(toks, n.end+1), "s")) {
				n.value, n.last, n.step = v*f, n.end+1, 0.01
				n.end += 2
			}
		}
		n = scale(toks, andFraction(toks, n))
		n = wordTail(toks, n)
	}
	n.lo, n.hi = n.value, n.value
	return n, true
}

// readArticle reads a number that begins with an article: "a hundred and twenty",
// "a third of", "an hour and a half".
func readArticle(toks []witness.Token, i int) (numeral, bool) {
	n := numeral{words: true, step: 1}
	switch x := next(toks, i+1); {
	case x == "hundred" || x == "thousand" || x == "million" || x == "billion" || x == "trillion" || x == "dozen":
		n.value, n.end, n.last = 1, i+1, i
		n = scale(toks, n)
		if f, end := fractionTail(toks, n.end); f > 0 { // "a million and a half"
			n.value, n.end, n.last = n.value*(1+f), end, end-1
		}
		return wordTail(toks, n), true
	case x == "third" && i+2 < len(toks) && isNoun(toks[i+2].UPOS): // "a third term", the one after the second
		return n, false
	case x == "half" || x == "quarter" || x == "third" || fractions[x] > 0 && next(toks, i+2) == "of":
		return readFraction(toks, i+1)
	}
	if f, _ := fractionTail(toks, i+2); f > 0 { // "an hour and a half": the tail is the unit's
		n.value, n.lo, n.hi, n.end, n.last = 1, 1, 1, i+1, i
		return n, true
	}
	return n, false
}

// isNoun reports whether a word is a noun or a name: "one third party" is no share.
func isNoun(upos string) bool { return upos == "NOUN" || upos == "PROPN" }

// oneIn reads a share that is told as some out of a few, from token i on, and where
// it ends; 0 where there is none: "one in five of the farmers", "four in ten
// voters", "nine out of ten". Before a noun for what comes one after another it is
// how often something happens ("one in five matches"), and "five out of six" may be
// all there were.
func oneIn(toks []witness.Token, i int, some float64) (share float64, end int) {
	k := i + 1
	if next(toks, k) == "out" && next(toks, k+1) == "of" {
		k += 2
	} else if next(toks, k) == "in" {
		k++
	} else {
		return 0, 0
	}
	if k >= len(toks) {
		return 0, 0
	}
	all, ok := smallNumbers[toks[k].Lower]
	if !ok {
		var suffix string
		if all, _, suffix, ok = parseDigits(toks[k].Lower); !ok || suffix != "" {
			return 0, 0
		}
	}
	if some < 1 || some > 9 || all <= some || all > 10 && !decimal[all] && all != 20 && all != 50 || all != math.Trunc(all) || next(toks, k-1) == "of" && !decimal[all] {
		return 0, 0
	}
	k++
	if k < len(toks) {
		switch t := &toks[k]; {
		case t.Lower == "-", t.UPOS == "ADJ", t.UPOS == "NUM", magnitudes[t.Lower] > 0:
			return 0, 0
		case isNoun(t.UPOS) && (t.XPOS != "NNS" || lexicon.Category(t.Lemma, lexicon.Noun) != "person" && !households[t.Lemma]):
			return 0, 0
		}
	}
	return some / all, k
}

// decimal are the numbers that shares are told out of, whatever there is of the thing.
var decimal = map[float64]bool{10: true, 100: true, 1000: true}

// households are nouns for groups of people that shares are told of.
var households = map[string]bool{"people": true, "household": true, "family": true, "company": true, "business": true, "firm": true, "home": true, "school": true}

// andFraction adds the fraction that follows a whole number: "two and a half",
// "three-and-a-quarter".
func andFraction(toks []witness.Token, n numeral) numeral {
	if f, end := fractionTail(toks, n.end); f > 0 && n.suffix == "" && !n.ordinal && n.step == 1 {
		n.value, n.end, n.last, n.step = n.value+f, end, end-1, 0.1
	}
	return n
}

// fractionTail reads "and a half" from token i on, with hyphens or without, and
// returns where it ends; 0 where there is none.
func fractionTail(toks []witness.Token, i int) (f float64, end int) {
	var words [3]string
	for k := range words {
		if next(toks, i) == "-" {
			i++
		}
		words[k] = next(toks, i)
		i++
	}
	switch {
	case words[0] != "and":
	case words[1] == "a" && (words[2] == "half" || words[2] == "quarter"):
		return fractions[words[2]], i
	case words[1] == "three" && words[2] == "quarters":
		return 0.75, i
	}
	return 0, 0
}

// wordTail reads what follows a magnitude: "and twenty" of "one hundred and
// twenty", and goes on through smaller magnitudes.
func wordTail(toks []witness.Token, n numeral) numeral {
	total, last := n.value, n.value
	for last >= 100 {
		at := n.end
		if next(toks, at) == "and" {
			at++
		}
		if at >= len(toks) || isDigit(first(toks[at].Lower)) {
			break
		}
		v, end, ord, ok := readSmall(toks, at)
		if !ok || ord || v >= last || v == 0 || at > n.end && last > 1000 && v < 1 {
			break
		}
		m := scale(toks, numeral{value: v, end: end, last: end - 1, step: 1})
		if m.value >= last {
			break
		}
		// "and" before a noun phrase of its own ("one hundred and two
		// others") still adds up to the same count in practice.
		total += m.value
		last = m.value
		n.end, n.last = m.end, m.last
	}
	n.value, n.lo, n.hi = total, total, total
	return n
}

func first(s string) byte {
	if s == "" {
		return 0
	}
	return s[0]
}

// readSmall reads a number below one hundred in words, or an ordinal.
func readSmall(toks []witness.Token, i int) (v float64, end int, ordinal, ok bool) {
	w := next(toks, i)
	v, ok = smallNumbers[w]
	if !ok {
		return 0, i, false, false
	}
	end = i + 1
	if v >= 20 && v < 100 {
		at := end
		if next(toks, at) == "-" {
			at++
		}
		if u, ok := smallNumbers[next(toks, at)]; ok && u > 0 && u < 10 {
			return v + u, at + 1, false, true
		}
		if u, ok := smallOrdinals[next(toks, at)]; ok && u < 10 {
			return v + u, at + 1, true, true
		}
	}
	return v, end, false, true
}

// scale multiplies n by the magnitudes that follow it: "5 million", "two
// hundred thousand".
func scale(toks []witness.Token, n numeral) numeral {
	if n.ordinal {
		return n
	}
	for n.end < len(toks) {
		at := n.end
		if toks[at].Lower == "-" {
			at++
		}
		m, ok := magnitudes[strings.TrimSuffix(next(toks, at), ".")]
		if !ok {
			break
		}
		if next(toks, at) == "k" && at > n.end { // "5-K"
			break
		}
		n.value *= m
		n.step *= m
		n.last = at
		n.end = at + 1
	}
	n.lo, n.hi = n.value, n.value
	return n
}

// readFraction reads "half a million", "half the seats", "quarter of".
func readFraction(toks []witness.Token, i int) (numeral, bool) {
	f := fractions[toks[i].Lower]
	n := numeral{value: f, lo: f, hi: f, end: i + 1, last: i, words: true, step: 0.01}
	at := i + 1
	if w := next(toks, at); w == "a" || w == "-" {
		at++
	}
	if next(toks, at) == "a" {
		at++
	}
	if m, ok := magnitudes[next(toks, at)]; ok {
		n.value *= m
		n.lo, n.hi, n.step = n.value, n.value, m/10
		n.end, n.last = at+1, at
	}
	return n, true
}

func vague(toks []witness.Token, i int, b [2]float64) numeral {
	n := numeral{value: math.NaN(), lo: b[0], hi: b[1], end: i + 1, last: i, vague: true, words: true}
	if next(toks, i+1) == "of" { // "hundreds of thousands"
		if m, ok := vagueMagnitudes[next(toks, i+2)]; ok {
			n.lo, n.hi = b[0]*m[0]/2, b[1]*(m[0]/2)+m[0]/2-1
			n.end, n.last = i+3, i+2
		}
	}
	return n
}

// isNumber reports whether a token is a number in digits or words.
func isNumber(t witness.Token) bool {
	if t.Lower == "" {
		return false
	}
	if isDigit(t.Lower[0]) {
		return true
	}
	if _, ok := smallNumbers[t.Lower]; ok {
		return true
	}
	_, ok := magnitudes[t.Lower]
	return ok
}

// next returns the matching form of token i, or nothing past the end.
func next(toks []witness.Token, i int) string {
	if i < 0 || i >= len(toks) {
		return ""
	}
	return toks[i].Lower
}
