package extract

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/witness"
)

// spans makes one quantity of two that are the ends of a span, each with a unit of its own:
// "between $140 and $150 million", "€5m-€7m", "5 kilometres to 7 kilometres". first is the
// index of the first fact that was read from the numbers of the sentence.
func (s *sentence) spans(first int) {
	for i := first; i+1 < len(s.facts); i++ {
		a, oka := s.facts[i].(*witness.Quantity)
		b, okb := s.facts[i+1].(*witness.Quantity)
		if !oka || !okb || !measured(a) || !measured(b) || a.Kind != b.Kind || a.Unit != b.Unit || !s.spanned(a, b) {
			continue
		}
		lo := a.Point
		if m := magnitudes[s.word(b.Number+1)]; m > 0 && a.Kind == witness.Money && lo < 1000 && magnitudes[s.word(a.Number+1)] == 0 {
			lo *= m // the first end has the second one's magnitude: "$140 to $150 million"
		}
		if lo >= b.Point {
			continue
		}
		b.Value = witness.Interval{Lo: lo, Hi: b.Point}
		b.Point, b.Second, b.Numeral, b.Hedge = lo, b.Point, a.Numeral, witness.Vague
		b.Number, b.Span.Start = a.Number, a.Span.Start
		s.facts = slices.Delete(s.facts, i, i+1)
	}
}

// measured reports whether a quantity may be an end of a span: one number, exactly told,
// with a unit.
func measured(q *witness.Quantity) bool {
	switch q.Kind {
	case witness.Money, witness.Measure, witness.Duration, witness.Percent:
		return q.Second == 0 && q.Hedge == witness.Exact && !math.IsNaN(q.Point)
	}
	return false
}

// spanned reports whether what stands between two quantities makes a span of them. What
// something was and what it became is none: "rose from 5 percent to 7 percent".
func (s *sentence) spanned(a, b *witness.Quantity) bool {
	i := s.tokenFrom(a.Span.End)
	k := i
	if s.word(k) == "and" || s.word(k) == "to" || s.word(k) == "-" || s.word(k) == "–" || s.word(k) == "—" {
		k++
	}
	if k == i || k >= len(s.toks) || s.span(k, k).Start != b.Span.Start {
		return false
	}
	before := s.tokenFrom(a.Span.Start) - 1
	switch s.word(i) {
	case "and":
		return s.word(before) == "between" || s.word(before-1) == "between"
	case "to":
		return s.word(before) != "from" && s.upos(before) != "VERB" || s.word(before) == "from" && (s.word(before-1) == "anywhere" || s.lemma[max(before-1, 0)] == "range" || s.lemma[max(before-1, 0)] == "vary")
	}
	return true
}

// tokenFrom returns the first token that begins at an offset or behind it.
func (s *sentence) tokenFrom(offset int) int {
	i := 0
	for i < len(s.toks) && s.span(i, i).Start < offset {
		i++
	}
	return i
}
