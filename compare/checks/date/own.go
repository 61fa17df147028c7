package date

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// own drops the moments that another report gives too, and those that date nothing in the
// course of events.
func own(list, others []moment) []moment {
	var out []moment
	for _, m := range list {
		if m.sort == noSort || quoted(m.st, m.t) || imprint(m.st, m.t) || habitual(m.st, m.t) || edition(m.st, m.t) || m.sort == atClock && countdown(m.st, m.t) || spans(m) ||
			season(m) || inName(m) || tells(others, m) {
			continue
		}
		out = append(out, m)
	}
	return out
}

// tells reports whether a report gives a time.
func tells(list []moment, m moment) bool {
	return slices.ContainsFunc(list, func(o moment) bool { return oneTime(o, m) })
}

// season reports whether a year is that of a season, of which each has its own: "2008-09".
func season(m moment) bool {
	if m.sort != inYear {
		return false
	}
	end := m.t.Span.End + 1 - m.st.Span.Start
	text := m.st.Text()
	return strings.ContainsAny(text[m.t.Span.Start-m.st.Span.Start:min(max(end, 0), len(text))], "-–/")
}

// inName reports whether a time is no more than part of what something is called: "the
// 11 September attacks".
func inName(m moment) bool {
	h := m.st.Tokens[m.t.Head].Head
	return h > m.t.Head && (m.st.Tokens[h].UPOS == "NOUN" || m.st.Tokens[h].UPOS == "PROPN") && compare.FirstAt(m.st, m.t.Span.End) == h
}

// spans reports whether a time is one end of a span, or one of several: "from 1990 to
// 1991", "on Friday or Saturday".
func spans(m moment) bool {
	first, last := compare.FirstAt(m.st, m.t.Span.Start), compare.FirstAt(m.st, m.t.Span.End)
	return compare.FactOf(m.st, func(o *witness.Time) bool {
		f, l := compare.FirstAt(m.st, o.Span.Start), compare.FirstAt(m.st, o.Span.End)
		return o.Grain == m.t.Grain && (f == last+1 && joins[compare.Word(m.st, last)] || l == first-1 && joins[compare.Word(m.st, l)])
	}) != nil
}

// joins are the words between two times of which a span is made, or a choice.
var joins = map[string]bool{"to": true, "and": true, "-": true, "–": true, "or": true, "until": true, "through": true, "till": true}
