package extract

import (
	"strconv"
	"strings"
	"time"

	"github.com/factdiff/factdiff/witness"
)

// times reads dates, weekdays, clock times and years, and resolves them
// against the day on which the report appeared.
func (s *sentence) times() {
	for i := 0; i < len(s.toks); {
		end := i + 1
		if t, e, ok := s.timeAt(i); ok {
			e = s.yearPointed(t, e)
			t.At = witness.At{Span: s.span(i, e-1), Head: s.headOf(i, e)}
			s.resolve(t, i)
			if t.Grain > witness.Day {
				from := i
				if t.Phase, from = s.phase(i); strings.HasPrefix(s.lower[i], "mid-") {
					t.Phase = witness.Middle
				}
				t.Span = s.span(from, e-1)
			}
			s.add(t)
			for k := i; k < e; k++ {
				s.used[k] = true
			}
			end = e
		}
		i = end
	}
}

// yearPointed reads the year that is told behind a day or month by the report's own: "24
// February last year", "in March of next year". It returns where the words end.
func (s *sentence) yearPointed(t *witness.Time, end int) int {
	pub, k := s.st.Witness.Published, end
	if s.word(k) == "of" {
		k++
	}
	if pub.IsZero() || t.Month == 0 || t.Year > 0 || t.Relative || t.Grain > witness.Month || s.word(k+1) != "year" {
		return end
	}
	switch s.word(k) {
	case "last":
		t.Year = pub.Year() - 1
	case "this":
		t.Year = pub.Year()
	case "next":
		t.Year = pub.Year() + 1
	default:
		return end
	}
	return k + 2
}

// headOf returns the word of a date, tokens i to end, on which the others hang: the
// day, in whatever order it stands to its month; the first where the parse has none.
func (s *sentence) headOf(i, end int) int {
	for k := i; k < end; k++ {
		if h := s.toks[k].Head; (h < i || h >= end) && s.upos(k) != "PUNCT" {
			return k
		}
	}
	return i
}

func blankTime() *witness.Time { return &witness.Time{Clock: -1, Grain: witness.Day} }

// timeAt reads the time expression that begins at token i.
func (s *sentence) timeAt(i int) (*witness.Time, int, bool) {
	w := s.lower[i]
	if w == "" {
		return nil, i, false
	}
	if isDigit(w[0]) || w[0] == '\'' {
		return s.digitsTime(i)
	}
	if min, e, ok := s.clockWords(i); ok {
		t := blankTime()
		t.Clock, t.Grain = min, witness.Minute
		return t, e, true
	}
	word := strings.TrimSuffix(w, ".")
	if rest, ok := strings.CutPrefix(w, "mid-"); ok { // "mid-April"
		if c, ok := s.lex.Calendar().Get(rest); ok && c.Class == "month" && len(rest) > 2 && s.toks[i].Form[len("mid-")] < 'a' {
			return s.monthTime(i, c.Value)
		}
		return nil, i, false
	}
	if m := s.month(i); m > 0 {
		return s.monthTime(i, m)
	}
	if t, e, ok := s.ordinalDay(i); ok {
		return t, e, true
	}
	if d := s.weekday(i); d > 0 {
		return s.weekdayTime(i, d)
	}
	switch word {
	case "today", "tonight", "yesterday", "tomorrow":
		return s.dayWord(i, word)
	case "noon", "midday", "midnight":
		t := blankTime()
		t.Grain = witness.Minute
		t.Clock = 720
		if word == "midnight" {
			t.Clock = 0
		}
		return t, i + 1, true
	case "last", "next", "this":
		return s.pointedTime(i, word)
	}
	return nil, i, false
}

// weekdayTime reads what begins with day d of the week at token i: "Wednesday,
// 12 January", "Wednesday, January 12", "Wednesday".
func (s *sentence) weekdayTime(i, d int) (*witness.Time, int, bool) {
	t := blankTime()
	t.Weekday = d
	end := i + 1
	// "Wednesday, 12 January", "Wednesday, January 12"
	k := end
	if s.word(k) == "," {
		k++
	}
	if s.word(k) == "the" {
		k++
	}
	if k < len(s.toks) && !s.used[k] && (isDigit(first(s.lower[k])) || s.month(k) > 0) {
		if d, e, ok := s.timeAt(k); ok && d.Day > 0 {
			d.Weekday = t.Weekday
			return d, e, true
		}
	}
	if s.word(end) == "last" && (end+1 == len(s.toks) || s.upos(end+1) == "PUNCT" || s.upos(end+1) == "ADP") {
		t.Relative, t.Day = true, -100 // "Tuesday last"
		return t, end + 1, true
	}
	return t, end, true
}

// dayWord reads a day that is counted from the report's own, with the weekday that
// may follow it: "yesterday, Wednesday".
func (s *sentence) dayWord(i int, word string) (*witness.Time, int, bool) {
	t := blankTime()
	t.Relative = true
	t.Day = map[string]int{"yesterday": -1, "tomorrow": 1}[word]
	switch w := s.word(i - 1); {
	case s.word(i-2) != "day":
	case w == "before" && word == "yesterday", w == "after" && word == "tomorrow":
		t.Day *= 2
	}
	end := i + 1
	if s.word(end) == "," {
		if d := s.weekday(end + 1); d > 0 { // "yesterday, Wednesday"
			t.Weekday, end = d, end+2
		}
	}
	return t, end, true
}

// pointedTime reads what "last", "next" or "this" points at: a weekday, a month,
// a week, a year.
func (s *sentence) pointedTime(i int, word string) (*witness.Time, int, bool) {
	t := blankTime()
	t.Relative = true
	step := map[string]int{"last": -1, "next": 1, "this": 0}[word]
	n := s.word(i + 1)
	if d := s.weekday(i + 1); d > 0 {
		t.Weekday, t.Relative, t.Day = d, true, 100*step
		return t, i + 2, true
	}
	if m := s.month(i + 1); m > 0 {
		t.Month, t.Grain, t.Relative, t.Year = m, witness.Month, true, 0
		return t, i + 2, true
	}
	switch n {
	case "week":
		t.Grain = witness.Week
	case "month":
		t.Grain = witness.Month
	case "year":
		t.Grain = witness.Year
	default:
		return nil, i, false
	}
	t.Day = step
	return t, i + 2, true
}

// weekday returns 1 (Monday) to 7 if token i names a day of the week.
func (s *sentence) weekday(i int) int {
	if i < 0 || i >= len(s.toks) || !capital(&s.toks[i]) {
		return 0
	}
	c, ok := s.lex.Calendar().Get(strings.TrimSuffix(s.lower[i], "."))
	if !ok || c.Class != "weekday" {
		return 0
	}
	if (s.lower[i] == "sun" || s.lower[i] == "sat" || s.lower[i] == "wed" || s.lower[i] == "mon") && s.upos(i) != "PROPN" {
		return 0
	}
	return c.Value
}

// month returns 1 to 12 if token i names a month, and is not the verb "may",
// the verb "march" or a person called April.
func (s *sentence) month(i int) int {
	if i < 0 || i >= len(s.toks) || !capital(&s.toks[i]) {
		return 0
	}
	c, ok := s.lex.Calendar().Get(strings.TrimSuffix(s.lower[i], "."))
	if !ok || c.Class != "month" {
		return 0
	}
	switch s.lower[i] {
	case "may", "march", "april", "june", "august", "mar", "jan":
		next, prev := s.word(i+1), s.word(i-1)
		near := isDigit(first(next)) || isDigit(first(prev)) || prev == "of" || prev == "in" || prev == "last" || prev == "next" || prev == "since" || prev == "early" || prev == "late" || prev == "mid" || prev == "until" || prev == "by" || prev == "and" || prev == "this" || next == "the" && isDigit(first(s.word(i+2)))
		if !near {
			return 0
		}
	}
	return c.Value
}

// monthTime reads "January 10, 2022", "Jan. 10", "January 2022", "January".
func (s *sentence) monthTime(i, m int) (*witness.Time, int, bool) {
	t := blankTime()
	t.Month, t.Grain, t.Explicit = m, witness.Month, true
	end := i + 1
	if s.word(end) == "." && len(s.lower[i]) < 5 && end+1 < len(s.toks) {
		end++ // "Oct. 6"
	}
	if w := s.word(end + 1); s.word(end) == "the" && len(w) > 2 && isDigit(w[0]) && !isDigit(w[len(w)-1]) {
		end++ // "May the 4th"
	}
	if d, ok := s.dayNumber(end); ok && !(s.yearNumber(end) > 0) {
		t.Day, t.Grain = d, witness.Day
		end++
		k := end
		if s.word(k) == "," {
			k++
		}
		if y := s.yearNumber(k); y > 0 {
			t.Year, end = y, k+1
		}
		return t, end, true
	}
	k := end
	if s.word(k) == "," || s.word(k) == "of" {
		k++
	}
	if y := s.yearNumber(k); y > 0 {
		t.Year, end = y, k+1
	}
	return t, end, true
}

func (s *sentence) dayNumber(i int) (int, bool) {
	w := s.word(i)
	for _, suf := range [...]string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, suf)
	}
	if len(w) == 0 || len(w) > 2 || !isDigit(w[0]) {
		return 0, false
	}
	d, err := strconv.Atoi(w)
	return d, err == nil && d >= 1 && d <= 31
}

func (s *sentence) yearNumber(i int) int {
	w := s.word(i)
	if len(w) != 4 || w[0] != '1' && w[0] != '2' {
		return 0
	}
	y, err := strconv.Atoi(w)
	if err != nil || y < 1500 || y > 2100 {
		return 0
	}
	return y
}

// digitsTime reads the times that begin with a digit.
func (s *sentence) digitsTime(i int) (*witness.Time, int, bool) {
	w := s.lower[i]
	t := blankTime()
	if y, mo, d, ok := numericDate(w); ok {
		t.Year, t.Month, t.Day, t.Explicit = y, mo, d, true
		return t, i + 1, true
	}
	if min, e, ok := s.clock(i); ok {
		t.Clock, t.Grain = min, witness.Minute
		return t, e, true
	}
	// "10 January 2022", "10th of January", "the 12 and 13 January"
	if d, ok := s.dayNumber(i); ok {
		k := i + 1
		if s.word(k) == "of" {
			k++
		}
		if m := s.month(k); m > 0 {
			t.Day, t.Month, t.Explicit = d, m, true
			end := k + 1
			j := end
			if s.word(j) == "," {
				j++
			}
			if y := s.yearNumber(j); y > 0 {
				t.Year, end = y, j+1
			}
			return t, end, true
		}
		// the first of two days that share a month
		if (s.word(i+1) == "and" || s.word(i+1) == "-" || s.word(i+1) == "–" || s.word(i+1) == "to") && s.dayThenMonth(i+2) > 0 {
			t.Day, t.Month, t.Explicit = d, s.dayThenMonth(i+2), true
			return t, i + 1, true
		}
	}
	if s.word(i+1) == "'s" && s.glued(i) {
		if dec, ok := decade(w + "s"); ok && (dec >= 100 || !s.lifeDecade(i)) { // "the 70's"
			if dec < 100 {
				dec += 1900
			}
			t.Year, t.Grain, t.Explicit = dec, witness.Decade, true
			return t, i + 2, true
		}
	}
	if dec, ok := decade(w); ok && (dec >= 100 || !s.lifeDecade(i)) {
		if dec < 100 {
			dec += 1900 // "the 80s": the century that news means unless it says so
		}
		t.Year, t.Grain, t.Explicit = dec, witness.Decade, true
		return t, i + 1, true
	}
	if y := s.yearNumber(i); y > 0 && s.season(i, y) {
		t.Year, t.Grain, t.Explicit = y, witness.Year, true
		return t, i + 3, true
	}
	if y := s.yearNumber(i); y > 0 && s.isYear(i) {
		t.Year, t.Grain, t.Explicit = y, witness.Year, true
		end := i + 1
		return t, end, true
	}
	return nil, i, false
}

// season reports whether a year is the first of a season that spans two:
// "2008-09".
func (s *sentence) season(i, year int) bool {
	if w := s.word(i + 1); w != "-" && w != "–" && w != "/" {
		return false
	}
	second, err := strconv.Atoi(s.word(i + 2))
	return err == nil && len(s.word(i+2)) == 2 && second == (year+1)%100
}

func (s *sentence) dayThenMonth(i int) int {
	if _, ok := s.dayNumber(i); !ok {
		return 0
	}
	return s.month(i + 1)
}

// isYear reports whether a number of four digits is a year: nothing is
// counted by it.
func (s *sentence) isYear(i int) bool {
	if strings.Contains(s.lower[i], ",") {
		return false
	}
	if _, ok := currencySigns[s.word(i-1)]; ok {
		return false
	}
	next := s.word(i + 1)
	if next == "%" || next == "percent" || magnitudes[next] > 0 {
		return false
	}
	if us, _ := s.lex.Units().Longest(s.lower[min(i+1, len(s.lower)):]); len(us) > 0 && !s.ambiguousUnit(next, i+1, numeral{}) {
		return false
	}
	switch s.word(i - 1) {
	case "in", "since", "until", "from", "by", "of", "during", "before", "after", "early", "late", "mid", "between", "and", "year", "(", "-", "–", "the", "to", "for":
		return s.upos(i+1) != "NOUN" || s.word(i-1) == "in" || s.word(i-1) == "the" || s.word(i-1) == "of"
	}
	// "the 2019 agreement": a year before a singular noun; "1986 homes": a
	// count before a plural.
	if s.upos(i+1) == "NOUN" || s.upos(i+1) == "ADJ" {
		if y := s.yearNumber(i); y < 1900 && s.pluralAhead(i+1) {
			return false // "1500 settler homes"; "2019 trade talks" stays a year
		}
		return s.toks[i+1].XPOS == "NN" || s.toks[i+1].XPOS == "JJ" && s.toks[min(i+2, len(s.toks)-1)].XPOS == "NN"
	}
	return s.upos(i+1) == "PROPN" || s.upos(i-1) == "PROPN" || s.upos(i+1) == "PUNCT" || i+1 == len(s.toks) || s.upos(i+1) == "ADP"
}

// pluralAhead reports whether the run of nouns that begins at i ends in a plural.
func (s *sentence) pluralAhead(i int) bool {
	for s.upos(i+1) == "NOUN" {
		i++
	}
	return i < len(s.toks) && s.toks[i].XPOS == "NNS"
}

func decade(w string) (int, bool) {
	w = strings.TrimPrefix(w, "'")
	if !strings.HasSuffix(w, "s") {
		return 0, false
	}
	w = strings.TrimSuffix(strings.TrimSuffix(w, "s"), "'")
	y, err := strconv.Atoi(w)
	if err != nil || y%10 != 0 {
		return 0, false
	}
	return y, len(w) == 4 && y >= 1500 && y < 2100 || len(w) == 2 && y >= 20
}

// lifeDecade reports whether "60s" at i is a decade of somebody's life.
func (s *sentence) lifeDecade(i int) bool {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch s.lower[k] {
		case "his", "her", "their", "my", "our", "your":
			return true
		case "the":
			return false
		}
	}
	return true
}

// numericDate reads 2022-01-10, 10/01/2022 and 10.01.2022. Where the order of
// day and month cannot be told, the month comes second, as in most of the
// world; where that is impossible, first.
func numericDate(w string) (y, m, d int, ok bool) {
	sep := byte(0)
	var part [3]int
	n := 0
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case isDigit(c):
			part[n] = part[n]*10 + int(c-'0')
			if part[n] > 9999 {
				return 0, 0, 0, false
			}
		case (c == '-' || c == '/' || c == '.') && (sep == 0 || sep == c) && n < 2:
			sep = c
			n++
		default:
			return 0, 0, 0, false
		}
	}
	if n != 2 {
		return 0, 0, 0, false
	}
	if part[0] > 31 {
		y, m, d = part[0], part[1], part[2]
	} else {
		d, m, y = part[0], part[1], part[2]
		if m > 12 {
			d, m = m, d
		}
	}
	if y < 100 {
		return 0, 0, 0, false
	}
	return y, m, d, m >= 1 && m <= 12 && d >= 1 && d <= 31
}

// resolve gives t its place in the calendar, where the words and the report's
// own date allow.
func (s *sentence) resolve(t *witness.Time, i int) {
	switch s.word(i - 1) {
	case "by", "since", "until", "till", "before", "after", "from":
		t.Hedged = !t.Relative || t.Day*t.Day != 4 // "the day before yesterday"
	}
	pub := s.st.Witness.Published
	day := func(d time.Time) { t.From, t.To = d, d.AddDate(0, 0, 1) }
	if !pub.IsZero() {
		pub = witness.Date(pub.Year(), pub.Month(), pub.Day())
	}
	if t.Relative {
		t.Offset = t.Day
	}
	switch {
	case t.Grain == witness.Minute:
	case t.Grain == witness.Decade:
		t.From, t.To = witness.Date(t.Year, 1, 1), witness.Date(t.Year+10, 1, 1)
	case t.Relative && t.Grain == witness.Day && t.Weekday == 0 || t.Relative && t.Day != 0 && t.Day > -3 && t.Day < 3 && t.Grain == witness.Day:
		if !pub.IsZero() {
			day(pub.AddDate(0, 0, t.Day))
		}
		t.Day = 0
	case t.Relative && t.Grain == witness.Week:
		if !pub.IsZero() {
			monday := pub.AddDate(0, 0, -(int(pub.Weekday())+6)%7+7*t.Day)
			t.From, t.To = monday, monday.AddDate(0, 0, 7)
		}
		t.Day = 0
	case t.Relative && t.Grain == witness.Month && t.Month == 0:
		if !pub.IsZero() {
			m := witness.Date(pub.Year(), pub.Month(), 1).AddDate(0, t.Day, 0)
			t.From, t.To = m, m.AddDate(0, 1, 0)
		}
		t.Day = 0
	case t.Relative && t.Grain == witness.Year:
		if !pub.IsZero() {
			t.From, t.To = witness.Date(pub.Year()+t.Day, 1, 1), witness.Date(pub.Year()+t.Day+1, 1, 1)
		}
		t.Day = 0
	case t.Weekday > 0 && t.Month == 0:
		shift := t.Day / 100
		t.Day = 0
		if !pub.IsZero() {
			day(s.nearestWeekday(pub, t.Weekday, shift))
		}
	case t.Month > 0 || t.Year > 0:
		y := t.Year
		if y == 0 {
			if pub.IsZero() {
				return
			}
			y = nearestYear(pub, t.Month, max(t.Day, 1))
		}
		switch {
		case t.Month == 0:
			t.From, t.To = witness.Date(y, 1, 1), witness.Date(y+1, 1, 1)
		case t.Day == 0:
			t.From = witness.Date(y, time.Month(t.Month), 1)
			t.To = t.From.AddDate(0, 1, 0)
		default:
			day(witness.Date(y, time.Month(t.Month), t.Day))
		}
	}
}

// nearestWeekday places a weekday: the coming one where the sentence looks
// ahead, else the last one, the report's own day included. A shift of -1 or
// +1 says "last" or "next" was written.
func (s *sentence) nearestWeekday(pub time.Time, weekday, shift int) time.Time {
	own := (int(pub.Weekday())+6)%7 + 1
	back := (own - weekday + 7) % 7
	switch {
	case shift < 0 && back == 0:
		back = 7
	case shift > 0, shift == 0 && s.looksAhead():
		if back > 0 || shift > 0 {
			back -= 7
		}
	}
	return pub.AddDate(0, 0, -back)
}

// looksAhead reports whether the sentence speaks of what is to come.
func (s *sentence) looksAhead() bool {
	for i, w := range s.lower {
		switch w {
		case "will", "'ll", "scheduled", "slated", "planned", "expected", "upcoming", "tomorrow", "next", "due", "shall":
			return w != "next" || s.word(i+1) != "to"
		}
	}
	return false
}

// nearestYear is the year that brings a day of the calendar closest to the
// report: a report of December that says "10 January" means the next.
func nearestYear(pub time.Time, month, day int) int {
	best, year := time.Duration(1<<62), pub.Year()
	for _, y := range [...]int{pub.Year(), pub.Year() - 1, pub.Year() + 1} {
		d := witness.Date(y, time.Month(month), day).Sub(pub).Abs()
		if d < best {
			best, year = d, y
		}
	}
	return year
}
