package date

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// incomparable reports whether two times of independent reports date different
// things by what stands around them: the one a beginning, the other an end; the
// "today" of a quotation, which is the speaker's, and that of two reports, each
// of which has its own news; doers of two deeds; clocks of two zones; what is
// left of a game; a time that is hedged or round, and near; when a report was put out; a
// day, and the night that leads to another.
func incomparable(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Time) bool {
	if habitual(x.A, a) || habitual(x.B, b) || bound(x.A, a) != bound(x.B, b) || quoted(x.A, a) || quoted(x.B, b) || edition(x.A, a) || edition(x.B, b) || imprint(x.A, a) || imprint(x.B, b) || otherDeed(lex, x, a, b) {
		return true
	}
	if a.Relative && b.Relative && a.Weekday == 0 && b.Weekday == 0 && a.Grain == b.Grain && a.Offset == b.Offset {
		return true
	}
	if a.Clock < 0 || b.Clock < 0 {
		return zoned(x.A, a) != zoned(x.B, b) || nightBefore(x.A, a) != nightBefore(x.B, b)
	}
	if zone(x.A, a) != zone(x.B, b) || countdown(x.A, a) || countdown(x.B, b) {
		return true
	}
	gap := a.Clock%720 - b.Clock%720
	gap = max(gap, -gap)
	return gap <= loosely && (hedged(x.A, a) || hedged(x.B, b)) || gap <= rounding && (a.Clock%15 == 0) != (b.Clock%15 == 0)
}

// habitual reports whether a time is that at which something is done as a rule:
// "typically releases its patches on Tuesdays".
func habitual(st *witness.Statement, t *witness.Time) bool {
	v := told(st, t.Head)
	if v < 0 {
		return false
	}
	for k := range st.Tokens {
		if st.Tokens[k].Head == v && rules[st.Tokens[k].Lower] {
			return true
		}
	}
	return false
}

// rules are the adverbs of what is done as a rule.
var rules = map[string]bool{"typically": true, "usually": true, "normally": true, "regularly": true, "generally": true, "routinely": true, "customarily": true, "traditionally": true}

// rounding is by how many minutes a time to the quarter of an hour may be rounded.
const rounding = 3

// imprint reports whether a time is that at which a report, or a part of it, was put out:
// "posted in Accidents on 18 September".
func imprint(st *witness.Statement, t *witness.Time) bool {
	v := told(st, t.Head)
	if v < 0 || st.Tokens[v].Head >= 0 {
		return false
	}
	switch st.Tokens[v].Lemma {
	case "post", "publish", "update", "edit", "file", "create", "modify", "print":
		c := compare.ClaimAt(st, v)
		return c == nil || c.Agent == nil && c.Patient == nil
	}
	return false
}

// quoted reports whether a time counts from the day on which somebody spoke.
func quoted(st *witness.Statement, t *witness.Time) bool {
	if !t.Relative {
		return false
	}
	for _, q := range compare.Facts[*witness.Quote](st) {
		if q.Inner.Contains(t.Span) {
			return true
		}
	}
	return false
}

// edition reports whether a year is part of what something is called: "the 2013
// Academy Awards".
func edition(st *witness.Statement, t *witness.Time) bool {
	if t.Grain != witness.Year || t.Relative {
		return false
	}
	h := st.Tokens[t.Head].Head
	return h > t.Head && st.Tokens[h].UPOS == "PROPN"
}

// loosely is how many minutes "around three" may be off.
const loosely = 30

// before returns the word n tokens before a time.
func before(st *witness.Statement, t *witness.Time, n int) string {
	if i := compare.FirstAt(st, t.Span.Start); i < len(st.Tokens) && i-n >= 0 {
		return st.Tokens[i-n].Lower
	}
	return ""
}

// after returns the word after a time.
func after(st *witness.Statement, t *witness.Time) string {
	if i := compare.FirstAt(st, t.Span.End); i < len(st.Tokens) {
		return st.Tokens[i].Lower
	}
	return ""
}

// bound returns the preposition that makes a time the beginning or the end of
// something: since, until, through; also where the noun's article comes between,
// and where the time repeats another in brackets: "until 4 p.m. (1100 GMT)".
func bound(st *witness.Statement, t *witness.Time) string {
	if i := compare.FirstAt(st, t.Span.Start); before(st, t, 1) == "(" {
		for _, o := range compare.Facts[*witness.Time](st) {
			if k := compare.FirstAt(st, o.Span.End); o != t && k < i && i-k <= 4 {
				return bound(st, o)
			}
		}
	}
	for n := 1; n <= 2; n++ {
		switch w := before(st, t, n); w {
		case "beginning", "starting", "commencing", "ending": // "the week beginning 17 October"
			return w
		case "of":
			if before(st, t, n+1) == "as" { // "as of 4 p.m."
				return "until"
			}
			return ""
		case "since", "until", "till", "through", "by", "from":
			if w == "till" || w == "through" {
				return "until"
			}
			return w
		case "the", "":
		default:
			return ""
		}
	}
	return ""
}

// hedged reports whether a clock time is put loosely.
func hedged(st *witness.Statement, t *witness.Time) bool {
	return slices.Contains([]string{"around", "about", "after", "before", "nearly", "almost", "approximately", "roughly", "past", "near", "circa"}, before(st, t, 1))
}

// zone returns the time zone that a clock time is given in, if it is named.
func zone(st *witness.Statement, t *witness.Time) string {
	if last := compare.FirstAt(st, t.Span.End) - 1; last >= 0 && (st.Tokens[last].Lower == "gmt" || st.Tokens[last].Lower == "utc") {
		return st.Tokens[last].Lower // "1042 GMT"
	}
	switch w := after(st, t); w {
	case "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "gmt", "utc", "bst", "cet", "cest", "ist", "msk", "eastern", "pacific", "central":
		return w
	default:
		if compare.Word(st, compare.FirstAt(st, t.Span.End)+1) == "time" {
			return w // "local time", "Moscow time"
		}
	}
	return ""
}

// zoned reports whether a day is that of a clock far away: "(0241 GMT Friday)".
func zoned(st *witness.Statement, t *witness.Time) bool {
	switch before(st, t, 1) {
	case "gmt", "utc":
		return true
	}
	return zone(st, t) != ""
}

// countdown reports whether a clock time is what is left of a game.
func countdown(st *witness.Statement, t *witness.Time) bool {
	w := after(st, t)
	return w == "left" || w == "remaining" || w == "to"
}
