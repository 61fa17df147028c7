package crosslang

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/factdiff/factdiff/witness"
)

// Number is a number with every value that it may be read as: "1.234" is 1234
// or 1.234, "90s" is 90 or 1990.
type Number struct {
	Span   witness.Span // in the sentence
	Values []float64
	// Hard says that the number is written in figures, or is one of those
	// words that a translator can hardly do without.
	Hard bool
}

// leastHard is the least number that is hard in words: "two" hides in "both",
// "pair" and the plural.
const leastHard = 13

// figure reads digits with their marks in every way that they may be meant in
// a language that writes decimals after the given mark.
func figure(form string, decimal byte) []float64 {
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return '0' + digitValue(r)
		case r == '٫':
			return '.'
		case unicode.IsSpace(r), r == '٬', r == '\'', r == '’':
			return -1
		case r == '،':
			return ','
		}
		return r
	}, form)
	var out []float64
	add := func(s string) {
		if v, err := strconv.ParseFloat(s, 64); err == nil && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	marks := strings.FieldsFunc(plain, func(r rune) bool { return r >= '0' && r <= '9' })
	switch {
	case len(marks) == 0:
		add(plain)
	case len(marks) == 1:
		head, tail, _ := strings.Cut(plain, marks[0])
		if len(tail) == 3 {
			add(head + tail)
		}
		if len(tail) != 3 || marks[0][0] == decimal || head == "0" {
			add(head + "." + tail)
		}
		if len(tail) <= 2 { // a clock, or a date
			add(head)
			add(tail)
		}
	default:
		all := strings.Map(func(r rune) rune {
			if r == '.' || r == ',' {
				return -1
			}
			return r
		}, plain)
		last := strings.LastIndexAny(plain, ".,")
		if len(plain)-last == 4 {
			add(all)
		}
		add(strings.NewReplacer(".", "", ",", "").Replace(plain[:last]) + "." + plain[last+1:])
		for _, part := range strings.FieldsFunc(plain, func(r rune) bool { return r == '.' || r == ',' }) {
			add(part) // a date: 10.01.2022
		}
	}
	return out
}

// digitValue is the value of a decimal digit of any script: in Unicode each
// set of ten stands in a row.
func digitValue(r rune) rune {
	v := rune(0)
	for v < 9 && unicode.IsDigit(r-1) && (r-1)>>7 == r>>7 && unicode.In(r-1, unicode.Nd) {
		r--
		v++
	}
	return v
}

// sum adds number words up, as most languages do: "two hundred and five",
// "veinte mil", "خمسة وعشرون".
type sum struct {
	total, part float64
	scaled      bool
	bare        bool // a scale without a number: "thousands"
	parts       []float64
}

func (s *sum) add(v float64) {
	s.parts = append(s.parts, v)
	s.part += v
}

func (s *sum) scale(v float64) {
	if s.part == 0 && s.total == 0 {
		s.bare = true
	}
	switch {
	case v >= 1000 && s.total > 0 && s.part == 0:
		s.total *= v // mil millones
	case v >= 1000:
		s.total += max(s.part, 1) * v
		s.part = 0
	default:
		s.part = max(s.part, 1) * v
	}
	s.scaled = true
}

func (s *sum) value() float64 { return s.total + s.part }

// han reads Chinese numerals from rune i of rs on and returns the value and
// how many runes it has: 二十五, 三千, 两万五千, 百分之三 is left to its parts.
func han(rs []rune) (float64, int, bool) {
	total, part, digit := 0.0, 0.0, math.NaN()
	n, scaled := 0, false
	for _, r := range rs {
		if i := strings.IndexRune("〇零一二三四五六七八九两兩", r); i >= 0 {
			v := float64(hanDigits[r])
			if !math.IsNaN(digit) && digit != 0 {
				digit = digit*10 + v // 二〇二二
			} else {
				digit = v
			}
			n++
			continue
		}
		v, ok := hanScales[r]
		if !ok {
			break
		}
		scaled = true
		n++
		if v >= 1e4 {
			total += (part + orOne(digit, part)) * v
			part = 0
		} else {
			part += orOne(digit, 0) * v
		}
		digit = math.NaN()
	}
	if !math.IsNaN(digit) {
		part += digit
	}
	return total + part, n, scaled
}

// orOne is a digit; where none was written 1, or 0 beside a part.
func orOne(digit, part float64) float64 {
	switch {
	case !math.IsNaN(digit):
		return digit
	case part > 0:
		return 0
	}
	return 1
}

var hanDigits = map[rune]int{'〇': 0, '零': 0, '一': 1, '二': 2, '两': 2, '兩': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

var hanScales = map[rune]float64{'十': 10, '百': 100, '千': 1000, '万': 1e4, '萬': 1e4, '亿': 1e8, '億': 1e8}

// compound reads a German number that is one word: fünfundzwanzig,
// zweihundert.
func (t *table) compound(w string) (float64, bool) {
	for _, scale := range []struct {
		word  string
		value float64
	}{{"tausend", 1000}, {"hundert", 100}} {
		if head, tail, ok := strings.Cut(w, scale.word); ok && (head != "" || tail != "") {
			a, okA := t.compound(head)
			b, okB := t.compound(strings.TrimPrefix(tail, "und"))
			if (head == "" || okA) && (tail == "" || okB) {
				if head == "" {
					a = 1
				}
				return a*scale.value + b, true
			}
			return 0, false
		}
	}
	if head, tail, ok := strings.Cut(w, "und"); ok {
		a, okA := t.compound(head)
		b, okB := t.compound(tail)
		return a + b, okA && okB && a < 10 && b >= 20
	}
	for _, p := range t.words.whole[w] {
		if p.entry.kind == kindNumber && len(p.parts) == 1 {
			return p.entry.value, true
		}
	}
	return 0, false
}

// Same reports whether two numbers may be one: equal in one of their
// readings, rounded to the fewer figures, on a clock of twelve or twenty-four
// hours, or a year written in two figures.
func Same(a, b Number) bool {
	for _, x := range a.Values {
		for _, y := range b.Values {
			if same(x, y) {
				return true
			}
		}
	}
	return false
}

func same(x, y float64) bool {
	if x == y {
		return true
	}
	lo, hi := min(x, y), max(x, y)
	switch {
	case hi == lo+12 && hi <= 24 && lo == math.Trunc(lo): // 15:00, 3 p.m.
		return true
	case hi >= 1900 && hi < 2100 && lo < 100 && int(hi)%100 == int(lo) && hi == math.Trunc(hi): // the 90s
		return true
	case lo < 1 && lo*100 == hi: // half, 50 %
		return true
	}
	if lo < 20 && hi < 20 && lo == math.Trunc(lo) && hi == math.Trunc(hi) {
		return false
	}
	// Rounded: to the figures that the rounder of the two has.
	n := min(significant(x), significant(y))
	if n == 1 {
		return hi-lo <= 0.06*hi && hi >= 20
	}
	return rounded(x, n) == rounded(y, n) && hi-lo <= 0.05*hi
}

func significant(x float64) int {
	s := strings.TrimLeft(strings.ReplaceAll(strconv.FormatFloat(x, 'f', -1, 64), ".", ""), "0")
	return max(1, len(strings.TrimRight(s, "0")))
}

func rounded(x float64, n int) string { return strconv.FormatFloat(x, 'e', n-1, 64) }
