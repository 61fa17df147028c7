package quote

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// mostFragment is the most words of a quotation that is compared as a fragment.
const mostFragment = 4

// fragments reports a few words set in marks of which the utterance, as the other
// report quotes it, has one or two more in between: “undue attention”, “undue
// public attention”. The other report must be one of those that copy the utterance
// from one original, and nobody may have the short form as well.
func fragments(p *compare.Pass, original map[int]int, given []string) {
	anywhere := strings.Join(given, "|")
	tell := func(f, q compare.Spot) {
		p.ReportAcross(compare.Difference{
			A: f, B: q, Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.7, Topic: "words of a quotation",
			Reason: "What stands in marks leaves out a word that others quote there, and does not say so.",
		})
	}
	for x := range p.Pairs() {
		for _, side := range [...][2]*witness.Statement{{x.A, x.B}, {x.B, x.A}} {
			st, other := side[0], side[1]
			if _, ok := original[other.Witness.Index]; !ok {
				continue
			}
			for _, f := range compare.Facts[*witness.Quote](st) {
				ws := words(st, f)
				if len(ws) < 2 || len(ws) > mostFragment || !told(st, ws) || strings.Contains(anywhere, joined(ws)) {
					continue
				}
				for _, q := range compare.Facts[*witness.Quote](other) {
					long := words(other, q)
					if q.Scare || len(long) < leastWords || twoSpeakers(f, q) || len(ws) < knownFragment && !ofSpeaker(st, q) {
						continue
					}
					if from, to := parted(ws, long); from >= 0 && told(other, long[from+1:to]) && !hyphenated(other, long[from:to+1]) {
						tell(spot(st, ws, 0, len(ws)-1), spot(other, long, from, to))
					}
				}
			}
		}
	}
}

// knownFragment is how many words show by themselves which utterance they are of; fewer
// are anybody's.
const knownFragment = 3

// ofSpeaker reports whether a statement names the speaker of a quotation: a
// few words in marks inside a sentence have no speaker of their own.
func ofSpeaker(st *witness.Statement, q *witness.Quote) bool {
	if q.Speaker != nil {
		return slices.ContainsFunc(compare.Facts[*witness.Name](st), func(n *witness.Name) bool { return n.Entity == q.Speaker })
	}
	ws := strings.Fields(strings.ToLower(q.SpeakerWords))
	return len(ws) > 0 && slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return t.Lower == ws[len(ws)-1] })
}

// hyphenated reports whether two of some words are parts of one: "long-term".
func hyphenated(st *witness.Statement, ws []word) bool {
	for _, t := range st.Tokens[ws[0].token:ws[len(ws)-1].token] {
		if t.Lower == "-" {
			return true
		}
	}
	return false
}

// told reports whether all of some words are content words.
func told(st *witness.Statement, ws []word) bool {
	for _, w := range ws {
		if !align.Content(&st.Tokens[w.token]) {
			return false
		}
	}
	return true
}

// spot covers words from to to of a quotation.
func spot(st *witness.Statement, ws []word, from, to int) compare.Spot {
	span := compare.TokenSpan(st, ws[from].token, ws[to].token)
	return compare.Spot{Statement: st, Span: span, Value: st.Witness.Text[span.Start:span.End]}
}

// parted finds a fragment in a quotation that has one or two words more at one
// place within it, and returns the words on both sides of the place, or -1.
func parted(fragment, long []word) (from, to int) {
	for i := 0; i+len(fragment) < len(long); i++ {
		for cut := 1; cut < len(fragment); cut++ {
			for more := 1; more <= 2 && i+len(fragment)+more <= len(long); more++ {
				if same(fragment[:cut], long[i:]) && same(fragment[cut:], long[i+cut+more:]) {
					return i + cut - 1, i + cut + more
				}
			}
		}
	}
	return -1, -1
}

// same reports whether long begins with some words.
func same(ws, long []word) bool {
	if len(long) < len(ws) {
		return false
	}
	for k := range ws {
		if ws[k].form != long[k].form {
			return false
		}
	}
	return true
}
