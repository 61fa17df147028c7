package quote

import (
	"fmt"
	"hash/maphash"
	"maps"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/witness"
)

// Two translators hardly ever put nine words in a row alike. Two reports that
// do so anywhere in their quotations copy from one English original, and where
// they quote it in different words, one of them has changed what was said. A third
// that has six in a row of them copies it too.
const (
	copiedRun  = 9   // words in a row
	joiningRun = 6   // words in a row
	findingRun = 3   // words in a row that two quotations of one utterance have
	altered    = 0.7 // least share of words in common, in order, of an altered quotation
	otherwise  = 8   // least number of them where two reports name the speaker otherwise
	leastWords = 5   // of the shorter quotation
	mostWords  = 160 // of the longer, which bounds the comparison
	mostShared = 40  // quotations with one run: beyond, it is a phrase of the day
)

// A passage is a quotation, or what one sentence has of it.
type passage struct {
	st    *witness.Statement
	quote *witness.Quote
	words []word
}

func passages(ev *witness.Event) []passage {
	var out []passage
	for _, w := range ev.Witnesses {
		for _, st := range w.Statements {
			for _, q := range compare.Facts[*witness.Quote](st) {
				if ws := words(st, q); !q.Scare && len(ws) >= leastWords {
					out = append(out, passage{st, q, ws})
				}
			}
		}
	}
	return out
}

// A word of a quotation, as it is compared.
type word struct {
	form  string
	token int
}

// words lists the words of a quotation without marks, contractions spelled out.
func words(st *witness.Statement, q *witness.Quote) []word {
	var out []word
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if !q.Inner.Contains(t.Span) || t.UPOS == "PUNCT" || t.UPOS == "SYM" {
			continue
		}
		form := t.Lower
		if i > 0 && (st.Tokens[i-1].Form == "’" || st.Tokens[i-1].Form == "'") && len(form) <= 2 {
			form = "'" + form // "I ’ m": an apostrophe set with spaces
			if form == "'t" && len(out) > 0 {
				form = "n't"
				out[len(out)-1].form = strings.TrimSuffix(out[len(out)-1].form, "n")
			}
		}
		if full, ok := spelled[form]; ok {
			form = full
		}
		out = append(out, word{form, i})
	}
	return out
}

var spelled = map[string]string{
	"n't": "not", "'m": "am", "'re": "are", "'s": "is", "'ve": "have", "'ll": "will", "'d": "would", "ca": "can", "wo": "will",
	"’m": "am", "’re": "are", "’s": "is", "’ve": "have", "’ll": "will", "’d": "would", "n’t": "not",
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
}

// originals numbers the reports by the original whose words they quote: those
// that have a run of words in common, or each with a third, have one number.
// The others have none.
func originals(ev *witness.Event, all []passage) map[int]int {
	group := make([]int, len(ev.Witnesses))
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			i = group[i]
		}
		return i
	}
	copying := map[int]bool{}
	join := func(run int, may func(a, b int) bool) {
		for _, at := range shared(all, run) {
			a, b := at[0].st.Witness.Index, at[1].st.Witness.Index
			if may(a, b) {
				copying[a], copying[b] = true, true
				a, b = find(a), find(b)
				group[max(a, b)] = min(a, b)
			}
		}
	}
	join(copiedRun, func(a, b int) bool { return true })
	first := maps.Clone(copying)
	join(joiningRun, func(a, b int) bool { return first[a] || first[b] })
	out := map[int]int{}
	for i := range group {
		if copying[i] {
			out[i] = find(i)
		}
	}
	return out
}

// shared lists the pairs of passages of two reports that have a run of words in common.
func shared(all []passage, run int) [][2]*passage {
	with := map[uint64][]int{}
	seen := map[[2]int]bool{}
	var out [][2]*passage
	for k := range all {
		ws := all[k].words
		for i := 0; i+run <= len(ws); i++ {
			key := runKey(ws[i : i+run])
			for _, o := range with[key] {
				if at := [2]int{o, k}; !seen[at] && all[o].st.Witness != all[k].st.Witness {
					seen[at] = true
					out = append(out, [2]*passage{&all[o], &all[k]})
				}
			}
			if n := len(with[key]); n < mostShared && (n == 0 || with[key][n-1] != k) {
				with[key] = append(with[key], k)
			}
		}
	}
	return out
}

var seed = maphash.MakeSeed()

func runKey(ws []word) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, w := range ws {
		h.WriteString(w.form)
		h.WriteByte(0)
	}
	return h.Sum64()
}

// verbatim reports the words in which two quotations of one utterance differ,
// where the two reports quote one English original. Quotations find each other by
// their words, wherever they stand.
func verbatim(p *compare.Pass) {
	all := passages(p.Event)
	original := originals(p.Event, all)
	if len(original) == 0 {
		return
	}
	given := make([]string, len(p.Event.Witnesses)) // the words that each report quotes
	for _, q := range all {
		given[q.st.Witness.Index] += joined(q.words) + "|"
	}
	for _, at := range shared(all, findingRun) {
		a, b := at[0], at[1]
		oa, oka := original[a.st.Witness.Index]
		ob, okb := original[b.st.Witness.Index]
		if oka && okb && oa == ob {
			compareWords(p, a, b, given)
		}
	}
	fragments(p, original, given)
}

// joined writes words in a row, each between blanks.
func joined(ws []word) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, w := range ws {
		b.WriteString(w.form)
		b.WriteByte(' ')
	}
	return b.String()
}

// compareWords reports in which words two passages of one original differ.
func compareWords(p *compare.Pass, a, b *passage, given []string) {
	wa, wb := a.words, b.words
	if max(len(wa), len(wb)) > mostWords {
		return
	}
	pairs := anchored(common(wa, wb))
	if float64(len(pairs)) < altered*float64(min(len(wa), len(wb))) || len(pairs) < otherwise && twoSpeakers(a.quote, b.quote) {
		return
	}
	// What comes before the first and after the last word in common is where
	// a report cut the quotation. In between, gather what differs.
	ia, ib := pairs[0][0]+1, pairs[0][1]+1
	fromA, toA, fromB, toB := -1, -1, -1, -1
	telling := false
	for _, at := range pairs[1:] {
		if at[0] > ia || at[1] > ib {
			if fromA < 0 {
				fromA, fromB = ia-1, ib-1
			}
			toA, toB = at[0], at[1]
			telling = telling || tells(p, a, b, [2]int{ia, at[0]}, [2]int{ib, at[1]})
		}
		ia, ib = at[0]+1, at[1]+1
	}
	if !telling {
		return
	}
	if strings.Contains(given[b.st.Witness.Index], joined(wa[fromA:toA+1])) || strings.Contains(given[a.st.Witness.Index], joined(wb[fromB:toB+1])) {
		return // one report gives both: it was said twice
	}
	p.ReportAcross(compare.Difference{
		A:    spot(a.st, wa, fromA, toA),
		B:    spot(b.st, wb, fromB, toB),
		Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.75, Topic: "words of a quotation",
		Reason: "Elsewhere the two quote one original to the letter, so one of them has changed these words.",
		Trace:  []string{fmt.Sprintf("words in common, in order: %d of %d and %d", len(pairs), len(wa), len(wb))},
	})
}

// tells reports whether a gap between common words is more than a slip of
// the pen: articles, "and", "very", another spelling of one word, words in brackets, and
// what one report leaves out with dots.
func tells(p *compare.Pass, a, b *passage, ga, gb [2]int) bool {
	if a.dotted(ga) || b.dotted(gb) {
		return false
	}
	wa, wb := a.weighty(ga), b.weighty(gb)
	if len(wa) == 0 && b.borrowed(wb, a) || len(wb) == 0 && a.borrowed(wa, b) {
		return false
	}
	if clock := a.clock(wa); clock >= 0 && clock == b.clock(wb) {
		return false // "6 p.m.", "6:00 p.m."
	}
	if a.letters(ga) == b.letters(gb) {
		return false // "the people's anger", "the peoples' anger"
	}
	if a.abbreviates(wa, b, wb) || b.abbreviates(wb, a, wa) {
		return false // "all UN members", "all United Nations members"
	}
	if len(wa) == 1 && len(wb) == 1 {
		la, lb := a.st.Tokens[wa[0].token].Lemma, b.st.Tokens[wb[0].token].Lemma
		british := la != lb && p.Lexicon.American(la) == p.Lexicon.American(lb)
		return !british && !naming.Spelling(p.Lexicon, wa[0].form, wb[0].form)
	}
	return len(wa)+len(wb) > 0
}

// borrowed reports whether some words stand in their order right before the marks of another
// quotation: who wrote “they stand "not at the front"” has none left out.
func (q *passage) borrowed(ws []word, o *passage) bool {
	n := len(ws)
	first := compare.FirstAt(o.st, o.quote.Span.Start)
	for k := first - 1; n > 0 && k >= max(0, first-borrowReach); k-- {
		switch t := &o.st.Tokens[k]; {
		case t.Lemma == q.st.Tokens[ws[n-1].token].Lemma:
			n--
		case t.UPOS != "DET" && t.UPOS != "ADP" && t.UPOS != "CCONJ" && t.UPOS != "PUNCT":
			return false
		}
	}
	return n == 0 && len(ws) > 0
}

// borrowReach is how many words before a quotation may be part of what was said.
const borrowReach = 4

// letters joins the words of a gap without apostrophes and hyphens.
func (q *passage) letters(gap [2]int) string {
	var b strings.Builder
	for _, w := range q.words[gap[0]:gap[1]] {
		b.WriteString(pen.Replace(q.st.Tokens[w.token].Lower))
	}
	return b.String()
}

// pen takes out the signs that a report sets where it likes.
var pen = strings.NewReplacer("'", "", "’", "", "-", "")

// abbreviates reports whether some words of a quotation are one in capitals, and those of
// another what its letters stand for.
func (q *passage) abbreviates(ws []word, o *passage, long []word) bool {
	if len(ws) != 1 || len(long) < 2 {
		return false
	}
	var full []string
	for _, w := range long {
		full = append(full, o.st.Tokens[w.token].Lower)
	}
	return naming.Acronym(q.st.Tokens[ws[0].token].Form, full)
}

// clock returns the time of day that words of a quotation are, and nothing else, in
// minutes; -1 where they are none.
func (q *passage) clock(ws []word) int {
	clock := -1
	for _, w := range ws {
		t := compare.FactOf(q.st, func(t *witness.Time) bool { return t.Clock >= 0 && t.Span.Contains(q.st.Tokens[w.token].Span) })
		if t == nil || clock >= 0 && t.Clock != clock {
			return -1
		}
		clock = t.Clock
	}
	return clock
}

// degrees are the adverbs that a report drops or puts in without changing what was said.
var degrees = map[string]bool{"very": true, "so": true, "really": true, "quite": true, "rather": true, "extremely": true}

// weighty lists the words of a gap that are no mere matter of the pen.
func (q *passage) weighty(gap [2]int) (out []word) {
	for _, w := range q.words[gap[0]:gap[1]] {
		if t := &q.st.Tokens[w.token]; t.UPOS != "DET" && t.UPOS != "CCONJ" && t.UPOS != "INTJ" && t.UPOS != "X" && w.form != "that" && !degrees[w.form] && !bracketed(q.st, w.token) {
			out = append(out, w)
		}
	}
	return out
}

// dotted reports whether a gap has dots, by which a report owns that it has
// left something out. The words on both sides of it are there.
func (q *passage) dotted(gap [2]int) bool {
	for _, t := range q.st.Tokens[q.words[gap[0]-1].token:q.words[gap[1]].token] {
		if t.Form == "…" || strings.HasPrefix(t.Form, "..") {
			return true
		}
	}
	return false
}

// bracketed reports whether a word was put in by the report: "[the team]".
func bracketed(st *witness.Statement, i int) bool {
	for k := i; k >= 0 && i-k < 8; k-- {
		switch st.Tokens[k].Form {
		case "[", "(":
			return true
		case "]", ")":
			return false
		}
	}
	return false
}

// common returns a longest common subsequence of two lists of words, as pairs
// of indices. A quotation that another report began earlier or ended later has
// words that fit in two places; of the subsequence that takes the earliest and the
// one that takes the latest, the one with fewer gaps is right.
func common(a, b []word) [][2]int {
	early := subsequence(a, b)
	ra, rb := slices.Clone(a), slices.Clone(b)
	slices.Reverse(ra)
	slices.Reverse(rb)
	late := subsequence(ra, rb)
	slices.Reverse(late)
	for i, at := range late {
		late[i] = [2]int{len(a) - 1 - at[0], len(b) - 1 - at[1]}
	}
	if gaps(late) < gaps(early) {
		return late
	}
	return early
}

// anchored drops a lone word at either end that stands apart from the rest by
// more words than a slip leaves out: there the quotations begin or end elsewhere.
func anchored(pairs [][2]int) [][2]int {
	const apart = 4
	far := func(i int) bool {
		return len(pairs) > 1 && max(pairs[i+1][0]-pairs[i][0], pairs[i+1][1]-pairs[i][1]) > apart
	}
	if far(0) {
		pairs = pairs[1:]
	}
	if far(len(pairs) - 2) {
		pairs = pairs[:len(pairs)-1]
	}
	return pairs
}

// gaps counts the places where a subsequence passes over words.
func gaps(pairs [][2]int) int {
	n := 0
	for i := 1; i < len(pairs); i++ {
		if pairs[i][0] != pairs[i-1][0]+1 || pairs[i][1] != pairs[i-1][1]+1 {
			n++
		}
	}
	return n
}

func subsequence(a, b []word) [][2]int {
	length := make([][]int16, len(a)+1)
	cells := make([]int16, (len(a)+1)*(len(b)+1))
	for i := range length {
		length[i] = cells[i*(len(b)+1) : (i+1)*(len(b)+1)]
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].form == b[j].form {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].form == b[j].form:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}
