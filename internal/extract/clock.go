package extract

import (
	"strconv"
	"strings"
)

// clock reads 13:50, 1:50 pm, 6 p.m., 1350 GMT as minutes of the day.
func (s *sentence) clock(i int) (minutes, end int, ok bool) {
	w := s.lower[i]
	half := 0
	for suf, h := range map[string]int{"am": 1, "pm": 2, "a.m.": 1, "p.m.": 2} {
		if strings.HasSuffix(w, suf) && len(w) > len(suf) {
			w, half = strings.TrimSuffix(w, suf), h
		}
	}
	end = i + 1
	if half == 0 {
		switch s.word(end) {
		case "am", "a.m.", "a.m":
			half, end = 1, end+1
		case "pm", "p.m.", "p.m":
			half, end = 2, end+1
		}
	}
	if m, e, ok := s.hoursOfDay(i); ok {
		return m, e, true
	}
	h, m, colon := strings.Cut(w, ":")
	if !colon && half == 0 {
		h, m, colon = hourMark(w) // "14h30"
	}
	if z := s.word(end); !colon && (half > 0 || z == "gmt" || z == "utc" || z == "local" || z == "hours" || z == "o'clock" || z == "in" && s.partOfDay(end) > end || s.word(i-1) == "at" && len(w) == 5) {
		h, m, colon = strings.Cut(w, ".")
	}
	if !colon {
		m = "0"
		if half == 0 {
			if s.word(i+1) == "o'clock" {
				end = i + 2
			} else if z := s.word(i + 1); z == "hours" && len(w) == 4 && (s.word(i-1) == "at" || s.word(i-1) == "by" || s.word(i-1) == "until") {
				h, m = w[:2], w[2:] // "at 1800 hours"
				end = i + 2
			} else if z := s.word(i + 1); (z == "gmt" || z == "utc") && len(w) == 4 {
				h, m = w[:2], w[2:]
				end = i + 2
			} else if !s.hourBefore(i, i+1) {
				return 0, i, false
			}
		}
	}
	hh, err1 := strconv.Atoi(h)
	mm, err2 := strconv.Atoi(m)
	if err1 != nil || err2 != nil || hh > 24 || mm > 59 || colon && len(m) != 2 {
		return 0, i, false
	}
	if half == 0 {
		if z := s.word(end); colon && (z == "o'clock" || z == "hours" && len(m) == 2) {
			end++
		}
		half, end = s.half(hh, end)
	}
	hh = hourOf(hh, half)
	if colon && half == 0 && s.glued(i) && s.word(i+1) == "-" {
		return 0, i, false
	}
	return hh*60 + mm, end, true
}

// hoursOfDay reads an hour that a translation tells by the word for a length of time: "at 20
// hours", "towards 4 hours 10 minutes of the morning". A length stands behind other words:
// "after 20 hours", "by 3 hours".
func (s *sentence) hoursOfDay(i int) (minutes, end int, ok bool) {
	if w := s.word(i - 1); w != "at" && w != "towards" && w != "toward" || s.word(i+1) != "hours" {
		return 0, i, false
	}
	h, err := strconv.Atoi(s.word(i))
	if err != nil || h > 24 || len(s.word(i)) > 2 {
		return 0, i, false
	}
	m, end := 0, i+2
	if n, err := strconv.Atoi(s.word(end)); err == nil && n < 60 && strings.HasPrefix(s.word(end+1), "minute") {
		m, end = n, end+2
	}
	switch s.word(end) {
	case "a", "per", "each", "from", "after", "before", "ago", "later":
		return 0, i, false // "at 20 hours a week"
	}
	half, end := s.half(h, end)
	return hourOf(h, half)*60 + m, end, true
}

// hourMark cuts an hour from its minutes where an h stands between: "14h30", "14h".
func hourMark(w string) (h, m string, ok bool) {
	h, m, ok = strings.Cut(w, "h")
	if !ok || len(h) == 0 || len(h) > 2 || len(m) != 2 || !isDigit(h[0]) || !isDigit(m[0]) {
		return w, "", false
	}
	return h, m, true
}

// clockWords reads a time of day in words: "half past four", "a quarter to
// nine", "six o'clock", "at four in the morning", "at ten on Tuesday evening".
func (s *sentence) clockWords(i int) (minutes, end int, ok bool) {
	if i > 0 && s.used[i-1] {
		return 0, i, false
	}
	if m, k := s.minutesOf(i); k > i {
		step := 0
		switch w := s.word(k); {
		case w == "past", w == "after" && m == 15:
			step = 1
		case w == "to" && (m == 15 || asksTime[s.word(i-1)]), w == "before" && m == 15:
			step = -1
		}
		if h := smallNumbers[s.word(k+1)]; step != 0 && h >= 1 && h <= 12 && s.upos(k+2) != "NOUN" && s.upos(k+2) != "NUM" {
			half, end := s.half(int(h), k+2)
			return (60*hourOf(int(h), half) + step*m + 24*60) % (24 * 60), end, true
		}
	}
	h := smallNumbers[s.word(i)]
	if h < 1 || h > 12 {
		return 0, i, false
	}
	end = i + 1
	if s.word(end) == "o'clock" {
		end++
	} else if !s.hourBefore(i, end) {
		return 0, i, false
	}
	half, end := s.half(int(h), end)
	return 60 * hourOf(int(h), half), end, true
}

// minutesOf reads the minutes that stand before "past" or "to": "half", "a
// quarter", "twenty", "ten minutes".
func (s *sentence) minutesOf(i int) (minutes, end int) {
	switch w := s.word(i); w {
	case "half":
		if s.word(i+1) == "past" {
			return 30, i + 1
		}
		return 0, i
	case "quarter":
		return 15, i + 1
	case "a":
		if s.word(i+1) == "quarter" {
			return 15, i + 2
		}
		return 0, i
	}
	m, end, ordinal, ok := readSmall(s.toks, i)
	if !ok || ordinal || m < 1 || m > 29 {
		return 0, i
	}
	if s.word(end) == "minutes" {
		end++
	}
	return int(m), end
}

// hourBefore reports whether the number at token i is the hour of the part of the
// day that begins at end: "at 8 in the evening", "around eleven at night".
func (s *sentence) hourBefore(i, end int) bool {
	if s.partOfDay(end) == end {
		return false
	}
	w := s.word(i - 1)
	if asksTime[w] {
		return true
	}
	h, err := strconv.Atoi(s.word(i))
	return (w == "around" || w == "about") && s.word(end) != "on" && (err != nil || h <= 12) && s.upos(s.partOfDay(end)) != "NOUN"
}

// asksTime are the words before a number that may be a time of day.
var asksTime = map[string]bool{"at": true, "by": true, "until": true, "till": true, "from": true, "since": true, "before": true, "after": true, "past": true, "towards": true, "toward": true}

// half reads which half of the day an hour is in from "a.m." or the words behind
// it: "in the evening", "on Tuesday morning"; 0 where nothing says it. The part of
// the day is read over only where it follows at once: a weekday between is a time
// of its own.
func (s *sentence) half(hour, at int) (half, end int) {
	k := s.partOfDay(at)
	if k == at {
		return 0, at
	}
	half = 1
	if w := s.word(k - 1); w == "afternoon" || w == "evening" || w == "night" && hour >= 6 && hour < 12 {
		half = 2
	}
	if s.word(at) == "on" {
		return half, at
	}
	return half, k
}

// partOfDay returns where a part of the day that is told of the hour before token
// i ends, i itself where there is none.
func (s *sentence) partOfDay(i int) int {
	k := i
	switch s.word(i) {
	case "in", "of": // "4 o'clock of the morning"
		if s.word(i+1) != "the" {
			return i
		}
		k = i + 2
	case "at":
		if s.word(i+1) == "night" {
			return i + 2
		}
		return i
	case "on":
		if s.weekday(i+1) == 0 {
			return i
		}
		k = i + 2
	default:
		return i
	}
	switch s.word(k) {
	case "morning", "afternoon", "evening", "night":
		return k + 1
	}
	return i
}

// hourOf is an hour of the clock, put into its half of the day.
func hourOf(h, half int) int {
	switch {
	case half == 1 && h == 12:
		return 0
	case half == 2 && h < 12:
		return h + 12
	}
	return h
}
