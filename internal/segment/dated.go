package segment

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/factdiff/factdiff/witness"
)

// Where a line that is the report's own date may stand, and how many words and
// numbers it has at most.
const (
	dateLines = 8
	dateParts = 14
)

// date sets the date of a report that came without one, where one of its first
// lines is nothing but a date: "Published: November 28, 2005", "Sun, 15 Sep
// 2013". Without it "yesterday" is no day.
func date(w *witness.Witness) {
	if !w.Published.IsZero() {
		return
	}
	at := 0
	for range dateLines {
		if at > len(w.Text) {
			return
		}
		end := lineEnd(w.Text, at)
		if d, ok := ownDate(w.Text[at:end]); ok {
			w.Published = d
			return
		}
		at = end + 1
	}
}

// besideDate are the words that may stand in such a line beside the date.
var besideDate = map[string]bool{
	"published": true, "posted": true, "updated": true, "modified": true, "created": true, "first": true, "last": true, "date": true, "on": true, "at": true, "of": true, "the": true,
	"am": true, "pm": true, "a": true, "p": true, "m": true, "st": true, "nd": true, "rd": true, "th": true,
	"gmt": true, "utc": true, "bst": true, "est": true, "edt": true, "et": true, "cst": true, "cdt": true, "ct": true, "mst": true, "mdt": true, "mt": true, "pst": true, "pdt": true, "pt": true,
	"cet": true, "cest": true, "ist": true, "aest": true, "nzst": true, "nzdt": true, "eastern": true, "pacific": true, "central": true, "local": true, "time": true,
}

// ownDate reads a line that is nothing but a date with its year. A date in
// numbers alone is read only where no second reading is possible: "10/01/2022"
// means October to one reader and January to the next.
func ownDate(line string) (time.Time, bool) {
	if len(line) > 120 {
		return time.Time{}, false
	}
	line = clock.ReplaceAllString(line, " ")
	parts := strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(parts) < 3 || len(parts) > dateParts {
		return time.Time{}, false
	}
	var year int
	var month time.Month
	var numbers []int
	for _, p := range parts {
		p = strings.ToLower(p)
		n, err := strconv.Atoi(strings.TrimRight(p, "stndrh")) // "15th"
		switch {
		case err == nil && n >= 1900 && n < 2100 && year == 0:
			year = n
		case err == nil && n > 0 && n <= 31:
			numbers = append(numbers, n)
		case err == nil:
			return time.Time{}, false
		case monthNamed(p) > 0 && month == 0:
			month = monthNamed(p)
		case !besideDate[p] && !weekdayNamed(p):
			return time.Time{}, false
		}
	}
	switch {
	case year == 0 || month > 0 && len(numbers) != 1 || month == 0 && len(numbers) != 2:
		return time.Time{}, false
	case month > 0:
	case numbers[0] > 12 && numbers[1] <= 12:
		month = time.Month(numbers[1])
	case numbers[1] > 12 && numbers[0] <= 12:
		month, numbers[0] = time.Month(numbers[0]), numbers[1]
	case numbers[0] == numbers[1]:
		month = time.Month(numbers[0])
	default:
		return time.Time{}, false
	}
	d := witness.Date(year, month, numbers[0])
	return d, d.Day() == numbers[0]
}

// clock is a time of day: "15:48", "7:21 AM", "3:41:07pm".
var clock = regexp.MustCompile(`(?i)\b\d{1,2}:\d\d(:\d\d)?(\s?[ap]\.?m\b\.?)?`)

// monthNamed returns the month that a lower-case word or its short form names,
// or 0.
func monthNamed(w string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if shortFor(w, m.String()) || m == time.September && w == "sept" {
			return m
		}
	}
	return 0
}

func weekdayNamed(w string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if shortFor(w, d.String()) || w == "tues" || w == "thur" || w == "thurs" {
			return true
		}
	}
	return false
}

// shortFor reports whether a lower-case word is a name of the calendar or its
// first three letters.
func shortFor(w, name string) bool {
	return len(w) >= 3 && (strings.EqualFold(w, name) || strings.EqualFold(w, name[:3]))
}
