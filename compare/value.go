package compare

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/factdiff/factdiff/witness"
)

// QuantityValue writes the value of a quantity with its bound and unit, as a
// newsroom would: "more than 7 hours", "about 100,000", "12 %".
func QuantityValue(q *witness.Quantity) string {
	n := func(v float64) string { return quantityNumber(q, v) }
	var s string
	switch {
	case q.Kind == witness.Score:
		return number(q.Point) + "–" + number(q.Second)
	case q.Kind == witness.Ordinal:
		return ordinal(int(q.Point))
	case q.Hedge == witness.About:
		s = "about " + n(q.Point)
	case q.Hedge == witness.Nearly:
		s = "nearly " + n(q.Point)
	case q.Hedge == witness.Over:
		s = "more than " + n(q.Value.Lo)
	case q.Hedge == witness.AtLeast:
		s = "at least " + n(q.Value.Lo)
	case q.Hedge == witness.Under:
		s = "less than " + n(q.Value.Hi)
	case q.Hedge == witness.AtMost:
		s = "up to " + n(q.Value.Hi)
	case q.Hedge == witness.Vague || math.IsNaN(q.Point):
		if math.IsInf(q.Value.Hi, 1) {
			s = n(q.Value.Lo) + " or more"
		} else {
			s = number(scaled(q, q.Value.Lo)) + " to " + n(q.Value.Hi)
		}
	default:
		s = n(q.Point)
	}
	return s
}

// Shown returns what a reader is shown of a value: itself, or the words of the report
// where it is in a unit that they have not. 140 km/h and 87 mph are compared in metres
// a second, which nobody wrote.
func Shown(value, words string) string {
	i := strings.LastIndexByte(value, ' ')
	if i <= 0 || i+1 == len(value) || words == "" || !unicode.IsDigit(rune(value[i-1])) || !unicode.IsLower(rune(value[i+1])) {
		return value
	}
	unit := strings.TrimSuffix(value[i+1:], "s")
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && r != '/' }) {
		if strings.TrimSuffix(w, "s") == unit {
			return value
		}
	}
	return oneLine(words)
}

// scaled brings a duration from seconds to the unit that a reader would use.
func scaled(q *witness.Quantity, v float64) float64 {
	if q.Kind == witness.Duration {
		_, f := durationUnit(q)
		return v / f
	}
	if q.Kind == witness.Percent {
		return v * 100
	}
	return v
}

func quantityNumber(q *witness.Quantity, v float64) string {
	s := number(scaled(q, v))
	switch q.Kind {
	case witness.Percent:
		return s + " %"
	case witness.Money:
		return q.Unit + " " + s
	case witness.Duration:
		u, _ := durationUnit(q)
		return s + " " + u
	case witness.Measure:
		return s + " " + q.Unit
	case witness.Age:
		return s + " years old"
	}
	return s
}

func durationUnit(q *witness.Quantity) (string, float64) {
	v := q.Point
	if math.IsNaN(v) {
		v = q.Value.Lo
	}
	switch {
	case v >= 2*365*86400-1e6 && v < math.Inf(1):
		return "years", witness.SecondsInYear
	case v >= 2*86400:
		return "days", 86400
	case v >= 3600:
		return "hours", 3600
	case v >= 60:
		return "minutes", 60
	}
	return "seconds", 1
}

// number writes a number with its thousands set off and no more digits than
// it needs.
func number(v float64) string {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return "any number"
	}
	s := strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
	whole, frac, _ := strings.Cut(s, ".")
	neg := strings.HasPrefix(whole, "-")
	whole = strings.TrimPrefix(whole, "-")
	var b strings.Builder
	if neg {
		b.WriteByte('-')
	}
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	if frac != "" {
		b.WriteString("." + frac)
	}
	return b.String()
}

func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// Weekday returns the day of the week of a time, 1 for Monday, 0 where it cannot be
// told.
func Weekday(t *witness.Time) int {
	if t.Weekday > 0 {
		return t.Weekday
	}
	if t.From.IsZero() || t.Grain != witness.Day {
		return 0
	}
	return (int(t.From.Weekday())+6)%7 + 1
}
