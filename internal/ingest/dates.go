package ingest

import (
	"fmt"
	"strings"
	"time"
)

// ParseDate reads a day (2022-01-10) or an RFC 3339 time. A day is midnight
// UTC; a time keeps its zone, in which "today" is read.
func ParseDate(s string) (time.Time, error) {
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if t, err := time.ParseInLocation(layout, s, time.UTC); err == nil && t.Year() > 0 {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is not a date: want 2022-01-10 or 2022-01-10T18:30:00Z", s)
}

// ParsePublished reads the value of --published, SIGLUM=DATE.
func ParsePublished(s string) (siglum string, t time.Time, err error) {
	i := strings.LastIndexByte(s, '=')
	if i <= 0 {
		return "", t, fmt.Errorf("%q: want SIGLUM=DATE, as in A=2022-01-10", s)
	}
	t, err = ParseDate(s[i+1:])
	return s[:i], t, err
}

// layouts are the forms in which pages and front matter write dates, beside
// those of ParseDate.
var layouts = []string{
	"2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05.999Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700",
	"2006-01-02T15:04:05", "2006-01-02T15:04",
	"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 -07:00", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 MST",
	"2006-01-02 15:04:05-0700", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006/01/02", "2006-1-2", "20060102",
	time.RFC1123, time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", time.RFC850, time.ANSIC, time.UnixDate,
	"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "January 2, 2006 15:04", "2 January 2006 15:04",
	"January 2, 2006 3:04 PM MST", "January 2, 2006 3:04 PM", "January 2, 2006, 3:04 PM", "January 2, 2006 at 3:04 PM",
	"Monday, January 2, 2006", "Monday, 2 January 2006",
}

// looseDate reads a date in the forms in which machines write it. Numbers
// alone ("10/01/2022") are left unread: they mean October to one reader and
// January to the next.
func looseDate(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if t, err := ParseDate(s); err == nil {
		return t, true
	}
	for _, layout := range layouts {
		// In UTC, so that neither the machine's zone nor its idea of "PST"
		// matters: an abbreviation counts as no offset, and the day stays.
		if t, err := time.ParseInLocation(layout, s, time.UTC); err == nil && t.Year() > 0 {
			return t, true
		}
	}
	return time.Time{}, false
}
