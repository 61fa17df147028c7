package quantity

import (
	"strings"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// twoThings reports whether two figures are of two things that the words beside them tell
// apart: the shares of two firms, the prices of food and of energy, the risk of one
// disease and of another. Statements of one mould correspond word for word but for what
// each tells of and its figure; were they of one thing, both would differ in error. Counts
// of people are left to what became of them.
func twoThings(c *couple) bool {
	lex, sa, a, sb, b := c.lex, c.a.st, c.a.q, c.b.st, c.b.q
	if a.Kind == witness.Ordinal || a.Kind == witness.Score || a.Kind == witness.Age || bodily[c.f.state] || bodily[c.g.state] {
		return false
	}
	as, bs := bearers(sa, a), bearers(sb, b)
	for _, i := range as {
		for _, j := range bs {
			if sa.Tokens[i].Relation() == sb.Tokens[j].Relation() && compare.Preposition(sa, i) == compare.Preposition(sb, j) && toldApart(lex, sa, i, sb, j) {
				return true
			}
		}
	}
	return false
}

// bearers lists the nouns that a figure may be of: what it counts, and the subject, the
// object and the circumstances of its clause.
func bearers(st *witness.Statement, q *witness.Quantity) []int {
	var out []int
	v := compare.Predicate(st, q.Number)
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if q.Span.Contains(t.Span) || timed(st, i) || t.UPOS != "NOUN" && t.UPOS != "PROPN" {
			continue
		}
		switch {
		case i == q.OfAt:
			out = append(out, i)
		case t.Head == v:
			switch t.Relation() {
			case "nsubj", "obj":
				out = append(out, i)
			case "obl":
				if w := compare.Preposition(st, i); w == "in" || w == "at" || w == "for" {
					out = append(out, i) // what is near a town may be near two
				}
			}
		}
	}
	return out
}

// timed reports whether a time is told at token i.
func timed(st *witness.Statement, i int) bool {
	return compare.FactOf(st, func(t *witness.Time) bool { return t.Span.Contains(st.Tokens[i].Span) }) != nil
}

// toldApart reports whether two nouns in one place of two clauses name two things: two names,
// one noun with what tells it apart, or two of a class that has no common member.
func toldApart(lex *lexicon.Lexicon, sa *witness.Statement, i int, sb *witness.Statement, j int) bool {
	if m, n := compare.NameOver(sa, i), compare.NameOver(sb, j); m != nil || n != nil {
		return m != nil && n != nil && twoNames(lex, m, n)
	}
	a, b := sa.Tokens[i].Lemma, sb.Tokens[j].Lemma
	if a != b && !(reckoned[a] && reckoned[b]) {
		return exclude(lex, a, b)
	}
	for _, k := range restrictors(sa, i) {
		for _, l := range restrictors(sb, j) {
			if contrasted(lex, sa, k, sb, l) && !oneName(sa, i, sb, j) {
				return true
			}
		}
	}
	return parted(sa, i) != parted(sb, j)
}

// reckoned are the nouns that say only that something is counted: what is counted stands
// before them.
var reckoned = wordSet("number", "volume", "figure", "total", "count", "level", "rate")

// sections are the words before a noun for a part of what it names, which has a figure of
// its own: "youth unemployment".
var sections = wordSet("youth", "female", "male", "long-term", "seasonal", "wholesale", "core", "operating", "pretax", "pre-tax", "domestic", "foreign", "online", "adjusted", "underlying")

// parted returns the word before noun i by which only a part is meant, or nothing.
func parted(st *witness.Statement, i int) string {
	for _, k := range restrictors(st, i) {
		if w := st.Tokens[k].Lower; sections[w] {
			return w
		}
	}
	return ""
}

// restrictors lists the words that tell which of its kind noun i is.
func restrictors(st *witness.Statement, i int) []int {
	var out []int
	for k := range st.Tokens {
		t := &st.Tokens[k]
		if t.Head != i || t.UPOS == "NUM" || timed(st, k) || !align.Content(t) {
			continue
		}
		switch t.Relation() {
		case "compound", "amod", "nmod", "appos", "flat":
			out = append(out, k)
		}
	}
	return out
}

// oneName reports whether two nouns have a restrictor in common, other than a place: shares
// of Lufthansa in Frankfurt and of Lufthansa.
func oneName(sa *witness.Statement, i int, sb *witness.Statement, j int) bool {
	for _, k := range restrictors(sa, i) {
		for _, l := range restrictors(sb, j) {
			m, n := compare.NameOver(sa, k), compare.NameOver(sb, l)
			if m != nil && n != nil && m.Entity != nil && m.Entity == n.Entity && m.Entity.Kind != witness.Place {
				return true
			}
		}
	}
	return false
}

// contrasted reports whether two restrictors of one noun tell two things apart: two
// names, two ordinals, or two nouns neither of which is a kind of the other. An adjective
// may be one of several that hold ("net", "quarterly"), unless it excludes the other.
func contrasted(lex *lexicon.Lexicon, sa *witness.Statement, k int, sb *witness.Statement, l int) bool {
	s, t := &sa.Tokens[k], &sb.Tokens[l]
	if s.Relation() != t.Relation() || compare.Preposition(sa, k) != compare.Preposition(sb, l) {
		return false
	}
	if m, n := compare.NameOver(sa, k), compare.NameOver(sb, l); m != nil || n != nil {
		return m != nil && n != nil && twoNames(lex, m, n)
	}
	v, w := phrase(sa, k), phrase(sb, l)
	if v == w || s.UPOS == "PROPN" || t.UPOS == "PROPN" {
		return false
	}
	if exclude(lex, v, w) {
		return true
	}
	if s.UPOS != "NOUN" || t.UPOS != "NOUN" || lex.Synonymous(v, w, lexicon.Noun) || person(s.Lemma) && person(t.Lemma) || vague(s.Lemma) || vague(t.Lemma) {
		return false
	}
	return !lexicon.Kin(v, w, lexicon.Noun, kindReach)
}

// phrase returns noun k with the word before it, where the two are one word: "heart
// attack".
func phrase(st *witness.Statement, k int) string {
	if c := compare.Child(st, k, "compound"); c == k-1 && c >= 0 {
		if two := st.Tokens[c].Lemma + " " + st.Tokens[k].Lemma; lexicon.Known(two, lexicon.Noun) {
			return two
		}
	}
	return st.Tokens[k].Lemma
}

// vague reports whether a noun may stand for the name of what is told of: "the airline's
// shares", "the company's". Such nouns are many for one thing.
func vague(noun string) bool {
	if rating[noun] {
		return true
	}
	_, ok := lexicon.Hypernym(noun, "organization", lexicon.Noun, vagueReach)
	return ok
}

// vagueReach is over how many steps a noun is taken for one of an organisation.
const vagueReach = 5

// rating are the nouns that, before another, only rate it or say when: "record profit".
var rating = wordSet("record", "net", "gross", "quarter", "year", "month", "week", "half", "full-year", "peak", "benchmark", "market", "stock", "share", "percent", "percentage", "average", "total", "combined")

// exclude reports whether nothing is both of two words: opposites, and members of a class
// of which only one holds.
func exclude(lex *lexicon.Lexicon, a, b string) bool {
	if _, ok := lex.Exclusive(a, b); ok {
		return true
	}
	return lex.Opposed(a, b, lexicon.Noun) || lex.Opposed(a, b, lexicon.Adjective)
}

// twoNames reports whether two names are of two things of one sort: a firm and the land
// where it is are not, nor are a town and its land, and what is spelt nearly alike may be
// one.
func twoNames(lex *lexicon.Lexicon, a, b *witness.Name) bool {
	x, y := a.Entity, b.Entity
	if x == nil || y == nil || x == y || !oneSort(x.Kind, y.Kind) {
		return false
	}
	if x.Kind == witness.Place && y.Kind == witness.Place && !twoPlaces(lex, x, y) {
		return false
	}
	return !strings.EqualFold(a.Form, b.Form) && !nearlySpelt(strings.ToLower(a.Form), strings.ToLower(b.Form))
}

// oneSort reports whether two entities may be of one sort: of what is known for nothing
// else, anything but a person may be.
func oneSort(x, y witness.EntityKind) bool {
	return x == y || x == witness.OtherEntity && y != witness.Person || y == witness.OtherEntity && x != witness.Person
}

// nearlySpelt reports whether two names begin alike, as the spellings of one do and the
// short form beside the long one.
func nearlySpelt(a, b string) bool {
	n := min(len(a), len(b), 3)
	return a[:n] == b[:n] || strings.Contains(a, b) || strings.Contains(b, a)
}

// otherYear reports whether two sums or shares are told of two years: what a firm earned in
// the one is not what it earned in the other.
func otherYear(sa *witness.Statement, a *witness.Quantity, sb *witness.Statement, b *witness.Quantity) bool {
	if a.Kind != witness.Money && a.Kind != witness.Percent {
		return false
	}
	s, t := yearOf(sa, a), yearOf(sb, b)
	if s == nil || t == nil {
		return false
	}
	return s.Year > 0 && t.Year > 0 && s.Year != t.Year || s.Relative && t.Relative && s.Offset != t.Offset
}

// yearOf returns the one year that is told in the clause of a figure, or nil.
func yearOf(st *witness.Statement, q *witness.Quantity) *witness.Time {
	var found *witness.Time
	for _, t := range compare.Facts[*witness.Time](st) {
		if t.Year == 0 && t.Grain != witness.Year || compare.Predicate(st, t.Head) != compare.Predicate(st, q.Number) {
			continue
		}
		if found != nil {
			return nil
		}
		found = t
	}
	return found
}

// partAlone reports whether one of two figures is told of a part of that of which the other
// is told: "in the valley alone", or in a land that is named where the other is "worldwide".
// A part is less than its whole.
func partAlone(sa *witness.Statement, a *witness.Quantity, sb *witness.Statement, b *witness.Quantity) bool {
	if least(a) > least(b) {
		sa, a, sb, b = sb, b, sa, a
	}
	if !(least(a) < least(b)) {
		return false
	}
	s, t := alone(sa, a), alone(sb, b)
	return s && !t || !s && !t && everywhere(sb, b) && located(sa, a)
}

// alone reports whether a figure is told of one place or time out of several.
func alone(st *witness.Statement, q *witness.Quantity) bool {
	for k := compare.FirstAt(st, q.Span.End) + 1; k < len(st.Tokens); k++ {
		if st.Tokens[k].Lower == "alone" && (timed(st, k-1) || inPlace(st, k-1)) {
			return compare.Predicate(st, k) == compare.Predicate(st, q.Number)
		}
	}
	return false
}

// inPlace reports whether token i ends the words for where something was done, and not
// those for what was counted.
func inPlace(st *witness.Statement, i int) bool {
	w := compare.Preposition(st, i)
	return (st.Tokens[i].UPOS == "PROPN" || st.Tokens[i].UPOS == "NOUN") && (w == "in" || w == "on" || w == "at")
}

// allOver are the words for that a figure is of all places.
var allOver = wordSet("worldwide", "globally", "nationwide", "countrywide", "companywide", "group-wide")

func everywhere(st *witness.Statement, q *witness.Quantity) bool {
	for k := range st.Tokens {
		if allOver[st.Tokens[k].Lower] && compare.Predicate(st, k) == compare.Predicate(st, q.Number) {
			return true
		}
	}
	return false
}

// located reports whether a place is named for what a figure counts, or for its clause.
func located(st *witness.Statement, q *witness.Quantity) bool {
	v := compare.Predicate(st, q.Number)
	return compare.FactOf(st, func(n *witness.Name) bool {
		h := st.Tokens[n.Head].Head
		return compare.Preposition(st, n.Head) == "in" && h >= 0 && (h == v || h == q.OfAt)
	}) != nil
}

// toldBesides reports whether the report of a figure gives another one too, of a part or of
// a thing beside: "3,200 jobs, including 800 in the north". What the words of that one
// count must not be another thing.
func toldBesides(lex *lexicon.Lexicon, a told, q *witness.Quantity) bool {
	all := a.st.Witness.Statements
	for _, st := range all[max(0, a.st.Index-1):min(len(all), a.st.Index+2)] {
		for _, o := range compare.Facts[*witness.Quantity](st) {
			if o != a.q && o.Kind == q.Kind && o.Unit == q.Unit && near(o.Point, q.Point) && (o.Of == "" || o.Of == q.Of || related(lex, o.Of, q.Of)) {
				return true
			}
		}
	}
	return false
}
