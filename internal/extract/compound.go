package extract

import (
	"math"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// scaleLetter reads "m" and "b" glued to digits as million and billion where a
// currency, a unit, people or something else that is counted in millions follows:
// "40m crowns", "2m litres", "12m people". Before anything else "m" is metre, and
// before those who race over it.
func (s *sentence) scaleLetter(i int, n numeral) numeral {
	m, ok := moneyLetters[n.suffix]
	if !ok || n.suffix == "t" || !s.scaled(i, n.end) {
		return n
	}
	n.value, n.lo, n.hi, n.step, n.suffix = n.value*m, n.lo*m, n.hi*m, n.step*m, ""
	return n
}

// scaled reports whether a number from token i to end is one of millions, by the
// currency before it ("CHF 30m") or by what it counts.
func (s *sentence) scaled(i, end int) bool {
	if _, sum := s.currency(i - 1); sum {
		return true
	}
	if end >= len(s.toks) {
		return false
	}
	plural := s.toks[end].XPOS == "NNS"
	if us, _ := s.lex.Units().Longest(s.lower[end:]); len(us) > 0 && (us[0].Dimension == "currency" || us[0].Dimension != "time" && plural) {
		return true
	}
	w := s.lower[end]
	return w == "crowns" || w == "marks" || plural && inMillions(s.lemma[end]) // crowns and marks are of several countries
}

// millions are things, beside people, that news counts in millions.
var millions = map[string]bool{"people": true, "vote": true, "dose": true, "copy": true, "ticket": true, "share": true, "household": true,
	"job": true, "download": true, "account": true, "view": true, "tree": true, "animal": true, "bird": true,
	"document": true, "record": true, "item": true, "parcel": true, "phone": true, "handset": true, "bottle": true, "card": true}

// inMillions reports whether a number with "m" before a noun counts it: people, but
// not "400m runners".
func inMillions(noun string) bool {
	if millions[noun] {
		return true
	}
	return lexicon.Category(noun, lexicon.Noun) == "person" && !racers[noun]
}

// racers are people of whom a number with "m" before it tells how far they race.
var racers = map[string]bool{"runner": true, "swimmer": true, "sprinter": true, "hurdler": true, "skater": true, "racer": true, "rower": true,
	"champion": true, "medallist": true, "medalist": true, "finalist": true, "winner": true}

// ofUnit returns where the unit of a fraction stands: "half an hour", "three
// quarters of a mile", "a quarter-century". Where there is none, the token after
// the number.
func (s *sentence) ofUnit(n numeral) int {
	at := n.last + 1
	if !n.words || n.value >= 1 {
		return at
	}
	k := at
	if s.word(k) == "-" {
		k++
	}
	if s.word(k) == "of" {
		k++
	}
	whole := s.word(k) == "the" // "the first half of the year"
	if s.word(k) == "a" || s.word(k) == "an" || whole {
		k++
	}
	if k == at || k >= len(s.lower) {
		return at
	}
	if w := s.word(k); w == "percentage" || w == "percent" || w == "per" && s.word(k+1) == "cent" {
		return k
	}
	us, _ := s.lex.Units().Longest(s.lower[k:])
	if len(us) == 0 || us[0].Dimension == "currency" || s.ambiguousUnit(s.word(k), k, n) || whole && us[0].Dimension != "time" {
		return at
	}
	return k
}

// rest adds to a measure what follows its unit: "and a half" of "a year and a
// half", "51 minutes" of "two hours and 51 minutes", and returns where the words
// end. The measure is not yet brought to its base unit.
func (s *sentence) rest(q *witness.Quantity, u lexicon.Unit, at, end int) int {
	if math.IsNaN(q.Point) || u.Factor == 0 || u.Offset != 0 || q.Second != 0 {
		return end
	}
	if f, k := fractionTail(s.toks, at); f > 0 {
		shift(q, f)
		return k
	}
	k := at
	if s.word(k) == "and" || s.word(k) == "," {
		k++
	}
	if k >= len(s.toks) {
		return end
	}
	n, ok := readNumeral(s.toks, k)
	if !ok || n.vague || n.ordinal || n.isRatio || n.value <= 0 || n.end >= len(s.lower) {
		return end
	}
	us, m := s.lex.Units().Longest(s.lower[n.end:])
	if m == 0 || us[0].Dimension != u.Dimension || us[0].Factor >= u.Factor || n.value*us[0].Factor >= u.Factor*mostOfUnit || s.ambiguousUnit(s.lower[n.end], n.end, n) {
		return end
	}
	shift(q, n.value*us[0].Factor/u.Factor)
	return n.end + m
}

// mostOfUnit is how many of the greater unit the lesser may make: "one year and
// eighteen months" is still one length of time.
const mostOfUnit = 2

func shift(q *witness.Quantity, by float64) {
	q.Point, q.Value.Lo, q.Value.Hi = q.Point+by, q.Value.Lo+by, q.Value.Hi+by
}

// belowZero reports whether the temperature at i is below zero, and where it begins
// with its sign: "minus 20 degrees", "a minus-20 night", "-12 C", "40 degrees below
// zero".
func (s *sentence) belowZero(i int) (first int, ok bool) {
	for k := i + 1; k <= i+3; k++ {
		if s.word(k) == "below" && (s.word(k+1) == "zero" || s.word(k+1) == "freezing") {
			return i, true
		}
	}
	switch s.word(i - 1) {
	case "minus", "−":
		return i - 1, true
	case "-", "–":
		if !s.glued(i - 1) {
			return i, false
		}
		if s.word(i-2) == "minus" {
			return i - 2, true
		}
		return i - 1, !s.glued(i - 2)
	}
	return i, false
}

// oneOf reads "a day of mourning" as one day: the unit after an article and before
// what it is full of.
func (s *sentence) oneOf(i int) bool {
	if w := s.lower[i]; w != "a" && w != "an" || i+3 >= len(s.toks) || s.lower[i+2] != "of" {
		return false
	}
	u, ok := s.lex.Units().Get(s.lower[i+1])
	noun := s.nounAfter(i, i+2, i+3)
	if !ok || u.Dimension != "time" || u.Factor < 86400 || noun < 0 || noun > i+5 || s.meeting(noun) {
		return false
	}
	s.add(&witness.Quantity{
		At: witness.At{Span: s.span(i, i+1), Head: noun}, Kind: witness.Duration, Unit: u.Base, Point: u.Factor, Numeral: 1,
		Value: point(u.Factor), Of: s.toks[noun].Lemma, OfAt: noun, Number: i,
	})
	return true
}

// meeting reports whether noun i is one for talks: "a day of talks" is when they
// were, and how long they took is told in hours.
func (s *sentence) meeting(i int) bool {
	c, _ := s.lex.Counted().Get(s.lemma[i])
	return c == "meeting"
}
