package lexicon

import "strings"

// Unit is a unit of measure or a currency.
type Unit struct {
	Name      string // the usual name in the singular
	Dimension string // length, area, volume, mass, time, temperature, speed, energy, power, data, pressure, angle, frequency, currency …
	Base      string // the unit that Factor leads to: m, m2, m3, kg, s, K, m/s, J, W, byte, Pa …; the ISO code of a currency
	Factor    float64
	Offset    float64 // value in base = value × Factor + Offset; only temperatures have one
	Rough     bool    // the length varies (month, year, barrel of what), so that a converted value is about
}

var unitTable = table[Unit]{
	name:    "unit",
	columns: []string{"dimension", "names and abbreviations", "base", "factor", "?offset", "?rough"},
	read: func(r row) ([]string, Unit, error) {
		f, err := r.number(3)
		if err != nil {
			return nil, Unit{}, err
		}
		u := Unit{Dimension: r.cell(0), Base: r.cell(2), Factor: f, Rough: r.cell(5) == "rough"}
		if r.cell(4) != "" {
			if u.Offset, err = r.number(4); err != nil {
				return nil, Unit{}, err
			}
		}
		keys := r.lower(1)
		if len(keys) > 0 {
			u.Name = keys[0]
		}
		return keys, u, nil
	},
}

// Units holds the units by name, plural and abbreviation in lower case. "m" may be metre or million, "mt" megatonne
// or mountain: an abbreviation counts only after a number.
func (lx *Lexicon) Units() *Phrases[Unit] {
	return lx.unit.get(func() *Phrases[Unit] { return unitTable.build(lx) })
}

// Number is a number word.
type Number struct {
	Word  string
	Kind  string // cardinal, ordinal, magnitude (multiplies what stands before), fraction, multiple (twice), collective (dozen, pair)
	Value float64
}

var numberTable = table[Number]{
	name:    "number",
	columns: []string{"words", "kind", "value"},
	read: func(r row) ([]string, Number, error) {
		kind, err := r.oneOf(1, "cardinal", "ordinal", "magnitude", "fraction", "multiple", "collective")
		if err != nil {
			return nil, Number{}, err
		}
		v, err := r.number(2)
		return r.lower(0), Number{r.cell(0), kind, v}, err
	},
}

// Numbers holds number words and the abbreviations of magnitudes (bn, mln), in lower case.
func (lx *Lexicon) Numbers() *Phrases[Number] {
	return lx.number.get(func() *Phrases[Number] { return numberTable.build(lx) })
}

// CalendarWord is a word of the calendar or the clock.
type CalendarWord struct {
	Word  string
	Class string // month (1–12), weekday (1 Monday … 7), part of day (its first hour), season, relative (days from today), holiday
	Value int
	Until int // part of day: the hour it ends, 24 at most; holiday: day of the month, Value being month
}

var calendarTable = table[CalendarWord]{
	name:    "calendar",
	columns: []string{"words", "class", "value", "?until"},
	read: func(r row) ([]string, CalendarWord, error) {
		class, err := r.oneOf(1, "month", "weekday", "part", "season", "relative", "holiday")
		if err != nil {
			return nil, CalendarWord{}, err
		}
		v, err := r.digit(2, -400, 400)
		if err != nil {
			return nil, CalendarWord{}, err
		}
		c := CalendarWord{Word: r.cell(0), Class: class, Value: v}
		if r.cell(3) != "" {
			c.Until, err = r.digit(3, 0, 31)
		}
		return r.lower(0), c, err
	},
}

// Calendar holds the words of the calendar in lower case.
func (lx *Lexicon) Calendar() *Phrases[CalendarWord] {
	return lx.calendar.get(func() *Phrases[CalendarWord] { return calendarTable.build(lx) })
}

// Approximator is a word or phrase that makes a number an interval.
type Approximator struct {
	Phrase    string
	Position  string  // before the number, after it ("or so"), whole (instead of a number: "dozens of")
	Direction string  // approx, above (exclusive), below (exclusive), atLeast, atMost, vague
	Lo, Hi    float64 // before and after: factors of the number; whole: the bounds themselves. Inf for none
}

var approximatorTable = table[Approximator]{
	name:    "approximator",
	columns: []string{"phrase", "position", "direction", "low", "high"},
	read: func(r row) ([]string, Approximator, error) {
		pos, err := r.oneOf(1, "before", "after", "whole")
		if err != nil {
			return nil, Approximator{}, err
		}
		dir, err := r.oneOf(2, "approx", "above", "below", "atLeast", "atMost", "vague")
		if err != nil {
			return nil, Approximator{}, err
		}
		lo, err := r.number(3)
		if err != nil {
			return nil, Approximator{}, err
		}
		hi, err := r.number(4)
		if err == nil && hi < lo {
			err = r.errorf("the high bound %v is below the low one %v", hi, lo)
		}
		return r.lower(0), Approximator{strings.ToLower(r.cell(0)), pos, dir, lo, hi}, err
	},
}

// Approximators holds the approximators by phrase in lower case.
func (lx *Lexicon) Approximators() *Phrases[Approximator] {
	return lx.approximator.get(func() *Phrases[Approximator] { return approximatorTable.build(lx) })
}
