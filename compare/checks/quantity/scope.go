package quantity

import (
	"math"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// otherTime reports whether a statement names a month or year for a number. That of
// one clause is not that of the next: "proposed the rule in May and has since received
// 900 letters"; but at either end of a sentence it is that of all.
func otherTime(st *witness.Statement, q *witness.Quantity) bool {
	for _, t := range compare.Facts[*witness.Time](st) {
		if t.Grain < witness.Month || t.Relative || aside(st, t.Head, q.Number) {
			continue
		}
		if own := clauseOf(st, t.Head); t.Head < own || clauseOf(st, q.Number) <= own {
			return true
		}
	}
	return false
}

// aside reports whether token i stands in a clause that only describes a noun, and token
// k does not: "the hotel, which was built in 1967, has 140 rooms".
func aside(st *witness.Statement, i, k int) bool {
	for steps := 0; i >= 0 && steps < len(st.Tokens); i, steps = st.Tokens[i].Head, steps+1 {
		if rel := st.Tokens[i].Relation(); rel == "acl" && st.Tokens[i].UPOS == "VERB" {
			return !compare.Under(st, k, i)
		}
	}
	return false
}

// clauseOf returns the verb of the main clause that holds token i, where several are
// joined.
func clauseOf(st *witness.Statement, i int) int {
	for steps := 0; steps < len(st.Tokens); steps++ {
		h := st.Tokens[i].Head
		if h < 0 || st.Tokens[h].Head < 0 && st.Tokens[i].UPOS == "VERB" && st.Tokens[i].Rel == "conj" {
			break
		}
		i = h
	}
	return i
}

// utmost reports whether the noun that is counted is told only of the first or last in
// some order: "the four hardest-hit villages" are some of the villages hit.
func utmost(st *witness.Statement, q *witness.Quantity) bool {
	for k := q.Number + 1; k < q.OfAt; k++ {
		if x := st.Tokens[k].XPOS; x == "JJS" || x == "RBS" {
			return true
		}
	}
	return false
}

// lots are the nouns for what one of several gives or gets of a sum.
var lots = wordSet("share", "portion", "contribution", "instalment", "installment", "tranche")

// ofShare reports whether a sum is told of what one of several gives or gets: it is
// somebody's share, and the sum stands right behind it or behind what it is a share of:
// "the country's share of the loan, 22 billion".
func ofShare(st *witness.Statement, q *witness.Quantity) bool {
	if q.Kind != witness.Money {
		return false
	}
	for k := q.Number - 1; k > 0 && k >= q.Number-lotReach; k-- {
		t := &st.Tokens[k]
		if lots[t.Lemma] && t.UPOS == "NOUN" {
			return t.XPOS == "NN" && compare.Child(st, k, "nmod:poss") >= 0
		}
		if t.UPOS == "VERB" || t.UPOS == "NUM" {
			return false
		}
	}
	return false
}

// lotReach is how many words may stand between a share and its sum.
const lotReach = 7

// polls are the nouns for an asking of many.
var polls = wordSet("poll", "survey", "pollster", "questionnaire")

// otherPoll reports whether two shares are the results of polls that may be two: what
// each statement names besides people and places, who asked or who published, is not
// the same.
func otherPoll(sa *witness.Statement, a *witness.Quantity, sb *witness.Statement, b *witness.Quantity) bool {
	if a.Kind != witness.Percent || !has(sa, polls) || !has(sb, polls) {
		return false
	}
	as, bs := named(sa, witness.Organisation), named(sb, witness.Organisation)
	return len(as) > 0 && len(bs) > 0 && !compare.Common(as, bs)
}

// elsewhere reports whether nouns that are counted, of the one and of the other of two
// lists of places, are told of two:
// "65 % of traffic to India", "55 % of traffic in Egypt".
func elsewhere(lex *lexicon.Lexicon, as, bs []*witness.Entity) bool {
	for _, pa := range as {
		for _, pb := range bs {
			if _, ok := lex.Exclusive(strings.ToLower(pa.Name), strings.ToLower(pb.Name)); ok {
				return true
			}
		}
	}
	return false
}

// otherDwelling reports whether two numbers are of those who live in two places:
// "Porto, a city of 240,000 people", "the island, home to 900 people". A number of those
// who live somewhere is none of those to whom something happens.
func otherDwelling(c *couple) bool {
	if !c.f.dwelling || !c.g.dwelling {
		return c.f.dwelling != c.g.dwelling
	}
	sa, sb, x, y := c.a.st, c.b.st, c.f.home, c.g.home
	if x < 0 || y < 0 {
		return false
	}
	n, m := compare.NameOver(sa, x), compare.NameOver(sb, y)
	return !strings.EqualFold(sa.Tokens[x].Lemma, sb.Tokens[y].Lemma) && (n == nil || m == nil || n.Entity == nil || n.Entity != m.Entity)
}

// dwelling reports whether a number is of those who live in a place, and returns the
// word for it, or -1 where that is neither right before the comma nor the subject of "is
// home to": parses of these phrases differ from one sentence to the next.
func dwelling(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) (at int, ok bool) {
	if q.Kind != witness.Cardinal || class(lex, q.Of) != "people" {
		return -1, false
	}
	h := q.Number - 1
	for h > 0 && h > q.Number-hedgeReach && st.Tokens[h].Lower != "to" && st.Tokens[h].Lower != "of" && hedges(&st.Tokens[h]) {
		h--
	}
	if h < 1 || st.Tokens[h].Lower != "to" && st.Tokens[h].Lower != "of" || !settled[st.Tokens[h-1].Lemma] {
		return -1, false
	}
	h--
	k := h - 1
	for k > 0 && (st.Tokens[k].UPOS == "DET" || st.Tokens[k].UPOS == "ADJ") {
		k--
	}
	switch {
	case k > 0 && st.Tokens[k].Lower == ",":
		return k - 1, true
	case k > 0 && st.Tokens[k].Lemma == "be":
		at := subjectOf(st, h)
		if at >= 0 && person(st.Tokens[at].Lemma) {
			at = compare.Child(st, at, "nmod") // "residents of the island, which is home to"
		}
		return at, true
	}
	return -1, true
}

// subjectOf returns the subject of the noun i that something is said to be, in a relative
// clause the noun that the clause is of; -1 where the parse shows none.
func subjectOf(st *witness.Statement, i int) int {
	for steps := 0; i >= 0 && steps < 4; steps++ {
		if st.Tokens[i].Rel == "acl:relcl" {
			return st.Tokens[i].Head
		}
		if k := compare.Child(st, i, "nsubj"); k >= 0 {
			return k
		}
		i = st.Tokens[i].Head
	}
	return -1
}

// hedges reports whether a word may stand between "of" and a number that it qualifies: "a
// city of well over 240,000 people". What has a name or a verb between them is no number
// of inhabitants: "the raid on the city of Braga killed 12 people".
func hedges(t *witness.Token) bool {
	if t.Form != t.Lower {
		return false
	}
	switch t.UPOS {
	case "ADV", "ADJ", "ADP", "DET", "NUM", "SCONJ", "SYM":
		return true
	}
	return t.UPOS == "VERB" && t.Rel == "amod" // "an estimated 900"
}

// hedgeReach is how many words a hedge before a number may have: "more than about".
const hedgeReach = 5

// settled are the nouns for what has inhabitants.
var settled = wordSet("home", "city", "town", "village", "island", "community", "suburb", "province", "country", "nation", "district", "county", "region", "state", "camp",
	"municipality", "settlement", "hamlet", "neighborhood", "neighbourhood", "population")

// placesOf lists the places that restrict the noun which is counted.
func placesOf(st *witness.Statement, q *witness.Quantity) []*witness.Entity {
	var out []*witness.Entity
	for _, n := range compare.Facts[*witness.Name](st) {
		h := st.Tokens[n.Head].Head
		if n.Entity != nil && n.Entity.Kind == witness.Place && n.First > q.Number && st.Tokens[n.First-1].UPOS == "ADP" && h >= 0 && (h == q.OfAt || h == st.Tokens[q.Number].Head) && st.Tokens[h].UPOS != "VERB" {
			out = append(out, n.Entity)
		}
	}
	return out
}

// inRole reports whether a count is told of one role: "four seasons as coach".
func inRole(st *witness.Statement, q *witness.Quantity) bool {
	if q.OfAt < 0 {
		return false
	}
	for k := q.OfAt + 1; k <= q.OfAt+2 && k < len(st.Tokens); k++ {
		if st.Tokens[k].Lower == "as" {
			return true
		}
	}
	return false
}

// sameDeed reports whether two numbers are of one noun under one verb.
func sameDeed(sa *witness.Statement, a *witness.Quantity, sb *witness.Statement, b *witness.Quantity) bool {
	va, vb := compare.VerbAbove(sa, a.Number), compare.VerbAbove(sb, b.Number)
	return a.Of != "" && a.Of == b.Of && va >= 0 && vb >= 0 && sa.Tokens[va].Lemma == sb.Tokens[vb].Lemma
}

// lasting reports whether two lengths of time are of one noun, of which one may be
// too: "a day of mourning", "three days of mourning".
func lasting(a, b *witness.Quantity) bool {
	return a.Kind == witness.Duration && b.Kind == witness.Duration && a.Of != "" && a.Of == b.Of
}

// ranked reports whether two ordinals are of one noun of a thing that has its order
// for good: "her first title", "the seventh floor".
func ranked(lex *lexicon.Lexicon, a, b *witness.Quantity) bool {
	return a.Of != "" && a.Of == b.Of && class(lex, a.Of) == "rank"
}

// docketed reports whether two ordinals are of one noun of a thing that those who are
// concerned number themselves, and all tellers after them: "the fourth round of talks",
// "the 12th package of sanctions", "a second term". Rounds of a game are none of them, and
// where the noun only says of which round or term more is told, the next sentence tells
// of another: "the first round of talks lasted an hour", "in his second term".
func docketed(sa *witness.Statement, a *witness.Quantity, sb *witness.Statement, b *witness.Quantity) bool {
	if a.Of != b.Of || a.OfAt < 0 || b.OfAt < 0 || themed(sa, a.OfAt) || themed(sb, b.OfAt) || elsewhen(sa) || elsewhen(sb) {
		return false
	}
	return a.Of == "term" || (a.Of == "round" || a.Of == "package") && dealing(sa, a.OfAt) && dealing(sb, b.OfAt)
}

// themed reports whether noun i is what its clause tells of, or when.
func themed(st *witness.Statement, i int) bool {
	w := compare.Preposition(st, i)
	return st.Tokens[i].Relation() == "nsubj" || w == "in" || w == "during"
}

// dealings are the nouns for what states and parties do in rounds and packages.
var dealings = wordSet("talk", "talks", "negotiation", "consultation", "sanction", "sanctions", "aid", "measure")

// dealing reports whether noun i is of dealings: "a round of talks", "a sanctions package".
func dealing(st *witness.Statement, i int) bool {
	for k := range st.Tokens {
		if t := &st.Tokens[k]; t.Head == i && (t.Rel == "nmod" || t.Rel == "compound") && dealings[t.Lemma] {
			return true
		}
	}
	return false
}

// final reports whether a statement tells how a game ended: every other score
// in it stood for a while only.
func final(lex *lexicon.Lexicon, st *witness.Statement) bool {
	for i := range st.Tokens {
		if c, ok := lex.Courses().Get(st.Tokens[i].Lemma); ok {
			return c == "ended"
		}
	}
	return false
}

// totalled reports whether a statement adds things up over more than the one
// event: "a combined 157 games", "five operations so far".
func totalled(st *witness.Statement) bool {
	for i := range st.Tokens {
		switch st.Tokens[i].Lower {
		case "total", "combined", "altogether", "overall", "career", "cumulative":
			return true
		case "far":
			if i > 0 && st.Tokens[i-1].Lower == "so" {
				return true
			}
		}
	}
	return false
}

// stretch reports whether a count is of some in a row: "his first 17 passes", "the
// final two games", "its eighth loss in 10 games".
func stretch(st *witness.Statement, q *witness.Quantity) bool {
	if q.Kind != witness.Cardinal || q.Number == 0 {
		return false
	}
	switch st.Tokens[q.Number-1].Lower {
	case "first", "last", "final", "next", "opening", "previous", "past", "remaining":
		return true
	case "in":
		return games[q.Of]
	}
	return false
}

// compounded reports whether a count is part of a compound that names a kind
// of thing: "a three-point play", "a 16-point lead".
func compounded(st *witness.Statement, q *witness.Quantity) bool {
	if q.Kind == witness.Measure && q.Unit != "Mw" {
		return q.Number+1 < len(st.Tokens) && st.Tokens[q.Number+1].Lower == "-"
	}
	if q.Kind != witness.Cardinal {
		return false
	}
	of := q.OfAt // "an eight round decision": of many, the noun would be in the plural
	return behind(st, q, 0) == "-" || q.Point >= 2 && of == q.Number+1 && of+1 < len(st.Tokens) && st.Tokens[of].XPOS == "NN" && st.Tokens[of+1].UPOS == "NOUN"
}

// remaining reports whether a length of time is what is left of something: it
// tells when a thing happened, and a report tells many such.
func remaining(st *witness.Statement, q *witness.Quantity) bool {
	if q.Kind != witness.Duration {
		return false
	}
	for i := compare.FirstAt(st, q.Span.End); i < min(len(st.Tokens), q.Number+8); i++ {
		switch t := &st.Tokens[i]; {
		case t.Lower == "left" || t.Lower == "remaining" || t.Lower == "to" && i+1 < len(st.Tokens) && (st.Tokens[i+1].Lower == "play" || st.Tokens[i+1].Lower == "go"):
			return true
		case t.UPOS == "VERB" || t.UPOS == "ADP" || t.Lower == ".":
			return false
		}
	}
	return false
}

// ahead reports whether a number is told of what is still to come: "will miss
// two games" is no count of those that were missed.
func ahead(st *witness.Statement, q *witness.Quantity) bool {
	if q.Kind != witness.Cardinal {
		return false
	}
	c := claimOf(st, q)
	if c == nil || !(c.Tense == witness.FutureTense || c.Modality == witness.Future || c.Modality == witness.Intended || c.Modality == witness.Expected) {
		return false
	}
	counts := func(a *witness.Arg) bool { return a != nil && (a.Head == q.OfAt || a.Head == q.Number) }
	return counts(c.Patient) || counts(c.Agent)
}

// ago reports whether a length of time tells when: "eight days ago".
func ago(st *witness.Statement, q *witness.Quantity) bool {
	if q.Kind != witness.Duration {
		return false
	}
	if i := compare.FirstAt(st, q.Span.End); i < len(st.Tokens) {
		switch st.Tokens[i].Lower {
		case "ago", "later", "earlier", "before", "after":
			return true
		}
	}
	return false
}

// additive reports whether a number counts what comes on top of others: "three
// other rifles", "another 200", "50 more".
func additive(st *witness.Statement, q *witness.Quantity) bool {
	if slices.Contains(q.Mods, "other") || slices.Contains(q.Mods, "more") || slices.Contains(q.Mods, "additional") || slices.Contains(q.Mods, "further") {
		return true
	}
	for _, k := range [...]int{q.Number - 1, q.Number + 1} {
		if k >= 0 && k < len(st.Tokens) {
			switch st.Tokens[k].Lower {
			case "another", "other", "others", "additional", "further":
				return true
			}
		}
	}
	return false
}

// partReach is how many words a part may stand from its whole: "five of the
// visitors' first eight points".
const partReach = 7

// whole reports whether a number is that of which a part is told: 23 of "18 of
// their next 23 games".
func whole(st *witness.Statement, q *witness.Quantity) bool {
	of := false
	for k := q.Number - 1; k >= 0 && k >= q.Number-partReach; k-- {
		switch t := &st.Tokens[k]; {
		case t.Lower == "of":
			of = true
		case of:
			return t.UPOS == "NUM"
		}
	}
	return false
}

// partitive reports whether a number is told of some of those that are meant:
// "nine of the victims", "four of them", "two were among the dead".
func partitive(st *witness.Statement, q *witness.Quantity) bool {
	if behind(st, q, 0) == "of" {
		switch behind(st, q, 1) {
		case "the", "them", "those", "these", "whom", "which", "us", "its", "their", "his", "her", "our":
			return true
		}
	}
	if q.Number > 0 {
		switch st.Tokens[q.Number-1].Lower {
		case "including", "among", "the":
			return true
		}
	}
	return false
}

// behind returns the word n places behind those of a quantity, or nothing.
func behind(st *witness.Statement, q *witness.Quantity, n int) string {
	if i := compare.FirstAt(st, q.Span.End) + n; i < len(st.Tokens) {
		return st.Tokens[i].Lower
	}
	return ""
}

// part reports whether a number is told of a whole that is a number too, or of
// some of those that are meant.
func part(st *witness.Statement, q *witness.Quantity) bool {
	if q.Kind == witness.Cardinal && behind(st, q, 0) == "of" && behind(st, q, 1) == "the" {
		return true
	}
	of := false
	for k := q.Number + 1; k < len(st.Tokens) && k <= q.Number+partReach; k++ {
		switch t := &st.Tokens[k]; {
		case t.Lower == "of":
			of = true
		case of && t.UPOS == "NUM":
			return true
		case t.UPOS == "NOUN" || t.UPOS == "VERB" || t.UPOS == "PUNCT":
			return false
		}
	}
	return false
}

// least returns the number, or the lower bound of one like "tens of thousands".
func least(q *witness.Quantity) float64 {
	if math.IsNaN(q.Point) {
		return q.Value.Lo
	}
	return q.Point
}

// tenfold is how many times as large one figure of an event may be as another.
const tenfold = 8

// farApart reports whether two figures differ by more than tenfold, and not by
// a power of ten, as a slip would have it.
func farApart(a, b *witness.Quantity) bool {
	x, y := least(a), least(b)
	if x <= 0 || y <= 0 || max(x, y) <= tenfold*min(x, y) {
		return false
	}
	exponent := math.Log10(max(x, y) / min(x, y))
	slip := math.Abs(exponent-math.Round(exponent)) < 1e-9
	return !slip || math.IsNaN(a.Point) || math.IsNaN(b.Point)
}

// oneCrowd reports whether two figures, of which one is no more than an order of size, are
// told of the same doing and of no time long past: "hundreds marched", "tens of thousands
// marched". What is far apart is then not taken for two events; but the tens of thousands
// whom a quake killed are those of another one.
func oneCrowd(c *couple) bool {
	a, b := c.a, c.b
	return a.q.Kind == witness.Cardinal && (math.IsNaN(a.q.Point) || math.IsNaN(b.q.Point)) && sameDeed(a.st, a.q, b.st, b.q) && !bodily[c.f.state] && !bodily[c.g.state] && !elsewhen(a.st) && !elsewhen(b.st)
}

// oneValue reports whether a statement gives one value only of a dimension: "2,000 feet
// (609 metres)" is one.
func oneValue(st *witness.Statement, q *witness.Quantity) bool {
	for _, o := range compare.Facts[*witness.Quantity](st) {
		if o != q && o.Kind == q.Kind && o.Unit == q.Unit && math.Abs(o.Point-q.Point) > 0.05*q.Point {
			return false
		}
	}
	return true
}
