package quote

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/witness"
)

// Two translators hardly ever put nine words in a row alike. Two reports that
// do so anywhere in their quotations copy from one English original, and where
// they quote it in different words, one of them has changed what was said.
const (
	copiedRun  = 9   // words in a row
	altered    = 0.8 // least share of words in common, in order, of an altered quotation
	leastWords = 5   // of the shorter quotation
	mostWords  = 160 // of the longer, which bounds the comparison
)

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
func originals(ev *witness.Event) []int {
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
	first := map[uint64]int{}
	for _, w := range ev.Witnesses {
		for _, st := range w.Statements {
			for _, q := range compare.Facts[*witness.Quote](st) {
				ws := words(st, q)
				for i := 0; i+copiedRun <= len(ws); i++ {
					key := runKey(ws[i : i+copiedRun])
					if o, ok := first[key]; !ok {
						first[key] = w.Index
					} else if a, b := find(o), find(w.Index); a != b {
						group[max(a, b)] = min(a, b)
					}
				}
			}
		}
	}
	for i := range group {
		group[i] = find(i)
	}
	return group
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
// where the two reports quote one English original.
func verbatim(p *compare.Pass, x *compare.Pair, a, b *witness.Quote) {
	wa, wb := words(x.A, a), words(x.B, b)
	if min(len(wa), len(wb)) < leastWords || max(len(wa), len(wb)) > mostWords {
		return
	}
	pairs := common(wa, wb)
	if float64(len(pairs)) < altered*float64(min(len(wa), len(wb))) {
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
			telling = telling || tells(p, x, wa[ia:at[0]], wb[ib:at[1]])
		}
		ia, ib = at[0]+1, at[1]+1
	}
	if !telling {
		return
	}
	sa := compare.TokenSpan(x.A, wa[fromA].token, wa[toA].token)
	sb := compare.TokenSpan(x.B, wb[fromB].token, wb[toB].token)
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: sa, Value: x.A.Witness.Text[sa.Start:sa.End]},
		B:    compare.Spot{Statement: x.B, Span: sb, Value: x.B.Witness.Text[sb.Start:sb.End]},
		Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.75, Topic: "words of a quotation",
		Reason: "Elsewhere the two quote one original to the letter, so one of them has changed these words.",
		Trace:  []string{fmt.Sprintf("words in common, in order: %d of %d and %d", len(pairs), len(wa), len(wb))},
	})
}

// tells reports whether a gap between common words is more than a slip of
// the pen: articles, "and", another spelling of one word, words in brackets.
func tells(p *compare.Pass, x *compare.Pair, a, b []word) bool {
	gone := func(st *witness.Statement, ws []word) (out []string) {
		for _, w := range ws {
			if t := &st.Tokens[w.token]; t.UPOS != "DET" && t.UPOS != "CCONJ" && t.UPOS != "INTJ" && t.UPOS != "X" && w.form != "that" && !bracketed(st, w.token) {
				out = append(out, w.form)
			}
		}
		return out
	}
	ga, gb := gone(x.A, a), gone(x.B, b)
	if len(ga) == 1 && len(gb) == 1 {
		return !naming.Spelling(p.Lexicon, ga[0], gb[0])
	}
	return len(ga)+len(gb) > 0
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
