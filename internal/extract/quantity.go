package extract

import (
	"math"
	"strings"

	"github.com/factdiff/factdiff/witness"
)

// currencySigns are the signs that stand before or after a sum, with the ISO
// 4217 code each means where nothing else is said.
var currencySigns = map[string]string{
	"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR", "₩": "KRW",
	"₪": "ILS", "₺": "TRY", "usd": "USD", "eur": "EUR", "gbp": "GBP", "rmb": "CNY", "cny": "CNY", "a$": "AUD", "c$": "CAD", "hk$": "HKD",
}

// quantities reads every number of the sentence that counts or measures.
func (s *sentence) quantities() {
	before := len(s.facts)
	for i := 0; i < len(s.toks); {
		if s.used[i] {
			i++
			continue
		}
		n, ok := readNumeral(s.toks, i)
		if !ok {
			if !s.oneOf(i) {
				s.multiple(i)
			}
			i++
			continue
		}
		i = max(s.quantity(i, n), i+1)
	}
	s.spans(before)
	s.listedAges(before)
}

// quantity turns the numeral at i into a fact and returns the index after it.
func (s *sentence) quantity(i int, n numeral) int {
	if s.skipNumeral(i, n) || s.word(i-1) == "/" && isDigit(first(s.word(i-2))) {
		return n.end
	}
	n = s.scaleLetter(i, n)
	if s.word(i-1) == "but" && s.word(i-2) == "all" && n.words && n.value < 1 {
		n.value = 1 - n.value // "all but a tenth"
		n.lo, n.hi = n.value, n.value
	}
	q := &witness.Quantity{Point: n.value, Numeral: n.value, OfAt: -1, Number: i}
	first, end := i, n.end
	if s.isLabel(i, n) {
		q.Kind, q.Value = witness.Label, point(n.value)
		q.At = witness.At{Span: s.span(i, n.last), Head: i}
		s.add(q)
		return n.end
	}
	if n.isRatio {
		q.Kind, q.Second, q.Value = witness.Score, n.ratio, point(n.value)
	} else if n2, ok := s.second(n); ok {
		suffix := n2.suffix
		n2 = s.scaleLetter(i, n2)
		end = n2.end
		s.pair(q, i, n, n2)
		if m := moneyLetters[suffix]; m > 0 && n2.value >= m && n.value < m && q.Kind != witness.Score {
			q.Value.Lo, q.Point, q.Numeral = q.Value.Lo*m, q.Point*m, q.Numeral*m // "£5-7m"
		}
		n.last, n.step, n.suffix = n2.last, max(n.step, n2.step), n2.suffix
		if n2.value > n.value && q.Kind != witness.Score && n.value < 1000 && n2.value >= 1000 && magnitudes[s.word(n2.last)] > 0 {
			q.Value.Lo *= magnitudes[s.word(n2.last)] // "2 to 3 million"
		}
	} else {
		q.Value = witness.Interval{Lo: n.lo, Hi: n.hi}
		if n.vague {
			q.Hedge = witness.Vague
		}
	}
	if n.ordinal {
		q.Kind = witness.Ordinal
	}
	first, end = s.hedge(q, first, end)
	if q.Kind != witness.Ordinal && q.Kind != witness.Score {
		first, end = s.unit(q, i, n, first, end)
	}
	s.counted(q, i, n.last, end)
	q.At = witness.At{Span: s.span(first, end-1), Head: i}
	if q.OfAt >= 0 {
		q.Head = q.OfAt
	}
	s.add(q)
	return max(end, n.end)
}

// multiple reads an adverb that counts how often: "scored twice" as "two
// times"; and a word that says how many times as much: "twice the size",
// "profits tripled". What is told of a rate, "twice a week", is neither.
func (s *sentence) multiple(i int) {
	n, ok := multiples[s.lower[i]]
	if !ok {
		return
	}
	q := &witness.Quantity{At: witness.At{Span: s.span(i, i), Head: i}, Point: n, Numeral: n, Value: point(n), OfAt: -1, Number: i}
	switch next := s.word(i + 1); {
	case s.lower[i] != "twice" && s.lower[i] != "thrice":
		if s.upos(i) != "VERB" {
			return
		}
	case next == "a" || next == "an" || next == "per" || next == "-" || next == "every":
		return
	case next == "as" || next == "the" || next == "its" || next == "their" || next == "that" || next == "what":
	case s.upos(i+1) == "DET" || s.upos(i+1) == "PRON" || s.upos(i+1) == "NUM" || s.upos(i+1) == "ADJ" || s.upos(i+1) == "ADV" || s.upos(i+1) == "NOUN":
		return
	default:
		q.Of, q.OfAt = "time", i
	}
	s.add(q)
}

// multiples are the words that say how often, or how many times as much.
var multiples = map[string]float64{"twice": 2, "thrice": 3, "triple": 3, "tripled": 3, "triples": 3, "tripling": 3,
	"quadruple": 4, "quadrupled": 4, "quadruples": 4, "quadrupling": 4, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2}

func point(v float64) witness.Interval { return witness.Interval{Lo: v, Hi: v} }

// skipNumeral leaves out words that are numbers in form only.
func (s *sentence) skipNumeral(i int, n numeral) bool {
	t := &s.toks[i]
	if w := s.word(i - 1); (w == "update" || w == "wrapup") && s.word(n.end) == "-" {
		return true // a news wire counts its versions: "UPDATE 2-Markets fall"
	}
	switch t.Lower {
	case "one":
		// "one of them", "no one", "one another", "one can see"
		return n.last == i && (t.UPOS == "PRON" || s.word(i+1) == "of" || s.word(i+1) == "another" || s.word(i-1) == "no" ||
			t.Rel != "nummod" || s.word(i+1) == "day")
	case "second", "third", "first":
		return n.last == i && (t.UPOS == "ADV" || t.UPOS == "NOUN" || s.word(i-1) == "at" || isRel(t.Rel, "advmod"))
	case "many", "few", "numerous", "multiple", "several", "couple":
		return t.Lower != "several" && t.Lower != "couple" && !(t.Lower == "few" && s.word(i-1) == "a") || s.word(i-1) == "as" || s.word(i-1) == "how" || s.word(i-1) == "so"
	case "half", "quarter":
		return n.value < 1 && s.word(i+1) != "of" && s.word(i+1) != "the" && s.word(i-1) != "a" && s.ofUnit(n) == n.last+1
	}
	if n.words && !n.vague && n.value == 0 {
		return t.UPOS != "NUM"
	}
	return false
}

// isLabel reports whether the number at i names rather than counts: "Flight
// 370", "COVID-19", "F-16", "No. 4", "Article 5".
func (s *sentence) isLabel(i int, n numeral) bool {
	if n.ordinal || n.words && n.value > 20 {
		return false
	}
	prev := i - 1
	if prev >= 0 && s.lower[prev] == "-" && s.glued(prev) && s.glued(prev-1) {
		prev--
		return prev >= 0 && capital(&s.toks[prev]) && s.upos(prev) != "NUM" && s.word(n.end) != "-"
	}
	if prev < 0 || s.lower[prev] == "" {
		return false
	}
	if s.lower[prev] == "#" || s.lower[prev] == "no." || s.lower[prev] == "nos." || s.lower[prev] == "№" {
		return true
	}
	if numbered[s.lower[prev]] && s.upos(n.end) != "NOUN" && s.upos(n.end) != "ADJ" {
		return true // "page twenty"
	}
	if n.last == i && isDigit(s.lower[i][0]) && s.capitals(prev) >= 3 && s.upos(n.end) != "NOUN" && s.upos(n.end) != "ADJ" {
		return true // "the Sea Me We 4 and Flag cables"
	}
	if n.last != i || !capital(&s.toks[prev]) || s.upos(prev) != "PROPN" && !labelled[s.lower[prev]] {
		return false
	}
	if _, ok := s.currency(prev); ok {
		return false
	}
	if isDigit(s.lower[i][0]) && prev > 1 && capital(&s.toks[prev]) && capital(&s.toks[prev-1]) && s.upos(n.end) == "CCONJ" {
		return true // "the North Sea Link 4 and another cable"
	}
	if s.model(prev) == i && prev > 0 && s.upos(prev-1) == "NUM" {
		return true // "12 AK 47 guns"
	}
	// "Flight 370 was", not "In London 12 people": a label is not followed by
	// what it would count.
	if n.end < len(s.toks) && s.toks[i].Rel == "nummod" && s.toks[i].Head > i {
		return false
	}
	up := s.upos(n.end)
	return labelled[s.lower[prev]] || up != "NOUN" && up != "ADJ" && up != "SYM" && s.word(n.end) != "percent" && prev > 0 && s.toks[i].Head == prev
}

// capitals counts the words with a capital in a row that end at token i, but for the first
// of a sentence; none in a headline, where all have one.
func (s *sentence) capitals(i int) int {
	n := 0
	for k := i; k > 0 && capital(&s.toks[k]) && s.upos(k) != "NUM"; k-- {
		n++
	}
	if s.titleCased() {
		return 0
	}
	return n
}

// model returns the token of the number that ends the name of a make which
// begins at token i, letters and a number: the 47 of "AK-47" and "AK 47s"; -1 where
// none does.
func (s *sentence) model(i int) int {
	if i < 0 || i+1 >= len(s.toks) || len(s.toks[i].Form) > 4 || s.toks[i].Form != strings.ToUpper(s.toks[i].Form) || !capital(&s.toks[i]) {
		return -1
	}
	k := i + 1
	if s.lower[k] == "-" && s.glued(k-1) {
		k++
	}
	if w := strings.TrimSuffix(s.word(k), "s"); w == "" || len(w) > 3 || strings.Trim(w, "0123456789") != "" {
		return -1
	}
	return k
}

// currency reads a currency's sign or code that stands before a sum.
func (s *sentence) currency(i int) (code string, ok bool) {
	if code, ok := currencySigns[s.word(i)]; ok {
		return code, true
	}
	if i < 0 || len(s.word(i)) != 3 || strings.ToUpper(s.toks[i].Form) != s.toks[i].Form {
		return "", false
	}
	u, ok := s.lex.Units().Get(s.lower[i])
	return u.Base, ok && u.Dimension == "currency"
}

// numbered nouns are so also in lower case: their number never counts them.
var numbered = map[string]bool{"page": true, "chapter": true, "article": true, "section": true, "paragraph": true, "room": true, "flight": true, "episode": true, "volume": true}

// labelled nouns are followed by a number that names.
var labelled = map[string]bool{
	"flight": true, "article": true, "chapter": true, "route": true, "highway": true, "room": true, "gate": true, "platform": true,
	"section": true, "resolution": true, "bus": true, "line": true, "boeing": true, "airbus": true, "reactor": true, "apollo": true,
	"channel": true, "unit": true, "page": true, "figure": true, "table": true, "formula": true, "group": true, "phase": true,
	"protocol": true, "district": true, "sector": true, "terminal": true, "type": true, "version": true, "item": true,
	"update": true, "part": true, "volume": true, "episode": true, "week": true,
	"interstate": true, "motorway": true, "runway": true, "pier": true, "exit": true, "zone": true, "annex": true, "precinct": true, "ward": true, "hangar": true,
}

// second reads the other number of a score or range: "2-0", "10 to 15",
// "between 10 and 15".
func (s *sentence) second(n numeral) (numeral, bool) {
	if n.ordinal || n.vague || n.end+1 >= len(s.toks) {
		return numeral{}, false
	}
	switch w := s.lower[n.end]; {
	case (w == "-" || w == "–") && s.glued(n.end-1) == s.glued(n.end), w == ":" && s.glued(n.end-1):
	case w == "-" && (s.word(n.end+1) == "to" || s.word(n.end+1) == "or") && s.glued(n.end-1): // "24- to 30-foot"
		n.end++
	case w == "to" && s.toks[n.end].UPOS != "PART":
	case s.lower[n.end] == "votes" && s.word(n.end+1) == "to" && n.value > 0: // "61 votes to 38"
		n.end++
	case w == "and" && s.word(n.last-1) == "between", w == "and" && s.word(n.last-2) == "between":
	default:
		return numeral{}, false
	}
	n2, ok := readNumeral(s.toks, n.end+1)
	return n2, ok && !n2.ordinal && !n2.vague && (n.words == n2.words || s.lower[n.end] == "to")
}

// pair fills q from two numbers that belong together.
func (s *sentence) pair(q *witness.Quantity, i int, n, n2 numeral) {
	dash := s.lower[n.end] != "and" && s.lower[n.end] != "to" && s.word(n.end+1) != "to" && s.word(n.end+1) != "or"
	follows := s.upos(n2.end)
	_, unit := s.lex.Units().Get(s.word(n2.end))
	if s.lower[n.end] == "votes" || s.lower[n.end] == "to" && n.value > n2.value && n2.step == 1 && n.step == 1 && n.value < 1000 && s.word(i-1) != "from" && !unit && n2.suffix == "" {
		q.Kind, q.Point, q.Second = witness.Score, n.value, n2.value // "with 101 to 94"
		q.Value = point(n.value)
		return
	}
	_, sum := s.currency(i - 1)
	if dash && !sum && n.step == 1 && n2.step == 1 && n.value < 300 && n2.value < 300 &&
		(n.value >= n2.value || !unit && follows != "NOUN" && follows != "SYM" || scoreNouns[s.word(n2.end)]) {
		q.Kind, q.Point, q.Second = witness.Score, n.value, n2.value
		q.Value = point(n.value)
		return
	}
	q.Second = n2.value
	q.Value = witness.Interval{Lo: min(n.value, n2.value), Hi: max(n.value, n2.value)}
	q.Hedge = witness.Vague
}

var scoreNouns = map[string]bool{"win": true, "victory": true, "defeat": true, "loss": true, "lead": true, "draw": true, "triumph": true, "tie": true, "vote": true, "final": true}

// hedge reads the words before and after a number that bound it, and widens
// the interval accordingly.
func (s *sentence) hedge(q *witness.Quantity, first, end int) (int, int) {
	at := first
	if _, ok := currencySigns[s.word(at-1)]; ok {
		at--
	}
	if s.word(at-1) == "us" || s.word(at-1) == "the" || s.word(at-1) == "a" || s.word(at-1) == "some" && s.word(at-2) == "for" {
		at-- // "nearly a thousand", "the nearly 100"
		if a := s.approximator(q, at); a < at {
			return a, end
		}
		at++
	}
	if a := s.approximator(q, at); a < at {
		return a, end
	}
	for n := 3; n >= 1; n-- {
		if end+n > len(s.lower) {
			continue
		}
		vs, m := s.lex.Approximators().Longest(s.lower[end : end+n])
		if m == n && vs[0].Position == "after" && !q.At.Span.Contains(s.span(end, end)) {
			applyHedge(q, vs[0].Direction, vs[0].Lo, vs[0].Hi)
			return first, end + n
		}
	}
	return first, end
}

// approximator reads the longest hedge that ends before token at, and
// returns where it begins.
func (s *sentence) approximator(q *witness.Quantity, at int) int {
	for k := max(0, at-5); k < at; k++ {
		vs, n := s.lex.Approximators().Longest(s.lower[k:at])
		if n != at-k || vs[0].Position != "before" {
			continue
		}
		if vs[0].Phrase == "about" && k > 0 && s.upos(k-1) == "VERB" && s.toks[k].UPOS == "ADP" && s.lower[k-1] != "killed" && reportsAbout[s.lemma[k-1]] {
			continue // "talked about two things"
		}
		if vs[0].Phrase == "from" && (s.word(k-1) == "up" || s.word(k-1) == "down" || s.changes(k) || s.upos(k-1) == "VERB" && !beginsAt[s.lemma[k-1]]) {
			continue // "up from 80 percent", "sank from 6 to 5", "recovering from four days of riots"
		}
		direction := vs[0].Direction
		if turned := turnedBound[direction]; turned != "" && s.deniedBefore(k) {
			direction = turned // "has never been less than two"
		}
		applyHedge(q, direction, vs[0].Lo, vs[0].Hi)
		return k
	}
	return at
}

// turnedBound is what a bound becomes where it is denied.
var turnedBound = map[string]string{"below": "atLeast", "above": "atMost"}

// deniedBefore reports whether a denial stands right before token i, with nothing
// but forms of "be" and "have" between.
func (s *sentence) deniedBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch s.word(k) {
		case "not", "n't", "never":
			return true
		}
		if l := s.lemma[k]; l != "be" && l != "have" {
			return false
		}
	}
	return false
}

// changes reports whether "from" at i begins what something was before: what it
// became follows, or stands before.
func (s *sentence) changes(i int) bool {
	for k := i + 1; k < len(s.lower) && k < i+8; k++ {
		if s.lower[k] == "to" || s.lower[k] == "in" {
			return true
		}
	}
	for k := i - 1; k >= 0 && k > i-8; k-- {
		if s.lower[k] == "to" && isDigit(first(s.word(k+1))) {
			return true // "rose to 7 percent in May from 6 percent"
		}
	}
	return false
}

// beginsAt are the verbs after which "from" gives the least of a range.
var beginsAt = map[string]bool{"range": true, "start": true, "begin": true, "vary": true, "cost": true, "sell": true, "price": true, "run": true, "go": true, "date": true, "offer": true}

var reportsAbout = map[string]bool{"talk": true, "speak": true, "think": true, "ask": true, "know": true, "hear": true, "tell": true, "worry": true, "complain": true, "write": true, "learn": true, "read": true}

// applyHedge widens the interval of q.
func applyHedge(q *witness.Quantity, direction string, lo, hi float64) {
	v := &q.Value
	switch direction {
	case "approx":
		switch {
		case lo == 1 && hi == 1: // "exactly", "just", "a total of" leave the number as it is
		case hi <= 1:
			q.Hedge = witness.Nearly
		default:
			q.Hedge = witness.About
		}
		v.Lo, v.Hi = v.Lo*lo, v.Hi*hi
	case "above":
		q.Hedge, v.LoOpen, v.HiOpen = witness.Over, true, true
		v.Hi = math.Inf(1)
	case "atLeast":
		q.Hedge, v.HiOpen = witness.AtLeast, true
		v.Hi = math.Inf(1)
	case "below":
		q.Hedge, v.HiOpen = witness.Under, true
		v.Lo = 0
		if lo > 0 && lo < 1 {
			q.Hedge, v.Lo = witness.Nearly, v.Hi*lo
		}
	case "atMost":
		q.Hedge = witness.AtMost
		v.Lo = 0
	case "vague":
		q.Hedge = witness.Vague
		v.Lo, v.Hi = v.Lo*max(lo, 0.1), v.Hi*min(max(hi, 1), 10)
	}
}
