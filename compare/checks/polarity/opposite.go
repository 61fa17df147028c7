package polarity

import (
	"fmt"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Least evidence of one slot for two words of opposite sense, by how the
// opposition is known.
const (
	slotIndependent = 0.6  // reports of their own
	slotDirect      = 0    // versions of one text, opposites as such
	slotAnywhere    = 0.1  // below it, neither word may have another in its place
	slotIndirect    = 0.35 // versions of one text, opposite by a synonym
)

// opposites reports words of opposite sense that are left over on both sides,
// where no negation turns one of them back.
func opposites(p *compare.Pass, x *compare.Pair) {
	oddA, allA := negations(x.A)
	oddB, allB := negations(x.B)
	leftB := left(x, x.B, x.A, x.FreeB)
	for _, i := range left(x, x.A, x.B, x.FreeA) {
		a := &x.A.Tokens[i]
		for _, j := range leftB {
			b := &x.B.Tokens[j]
			direct, indirect := opposed(p.Lexicon, a, b)
			direct = direct || reversed(p.Lexicon, x, i, j)
			if !direct && !indirect || stays(x.A, i) || stays(x.B, j) || fewAsMany(x.A, i) || fewAsMany(x.B, j) {
				continue
			}
			slot := x.Slot(i, j)
			if slot < slotAnywhere && spokenFor(x, i, j) {
				continue
			}
			if !x.Parallel && !oneThing(x, i, j) || slot < least(p, x, direct) || (oddA[i] == nil) != (oddB[j] == nil) || len(allA) != len(allB) && (!x.Parallel || turns(x.A, allA, i) != turns(x.B, allB, j)) {
				continue
			}
			conf := 0.45 + 0.45*slot
			if direct {
				conf += 0.1
			}
			against(p, x, i, j, slot, conf)
		}
	}
	if x.Parallel && len(p.Event.Witnesses) == 2 {
		undone(p, x, allA, allB)
	}
}

// against reports two words of opposite sense.
func against(p *compare.Pass, x *compare.Pair, i, j int, slot, confidence float64) {
	a, b := &x.A.Tokens[i], &x.B.Tokens[j]
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: a.Span, Value: a.Lemma},
		B:    compare.Spot{Statement: x.B, Span: b.Span, Value: b.Lemma},
		Kind: compare.Conflict, Severity: compare.Major, Confidence: min(confidence, 0.9), Topic: "opposites",
		Reason: fmt.Sprintf("“%s” is the opposite of “%s”.", a.Lemma, b.Lemma),
		Trace:  []string{fmt.Sprintf("same slot: %.2f", slot)},
	})
}

// spokenFor reports whether one of two words has another word of the other
// statement in its place: where one version has "home and foreign" and the
// other "internal and external", home is not set against external.
func spokenFor(x *compare.Pair, i, j int) bool {
	for k := range x.B.Tokens {
		if k != j && align.Content(&x.B.Tokens[k]) && x.Slot(i, k) >= slotIndirect {
			return true
		}
	}
	for k := range x.A.Tokens {
		if k != i && align.Content(&x.A.Tokens[k]) && x.Slot(k, j) >= slotIndirect {
			return true
		}
	}
	return false
}

// turns counts the negations that may bear on word i: those of its clause and
// of the clause above. The word's own negative sense is not among them.
func turns(st *witness.Statement, all []*witness.Negation, i int) int {
	count, c := 0, clause(st, i)
	for _, n := range all {
		if k := clause(st, n.Scope); n.Cue != i && (k == c || st.Tokens[c].Head >= 0 && k == clause(st, st.Tokens[c].Head)) {
			count++
		}
	}
	return count
}

// left lists the words of a statement that may stand against one of the other:
// those that it has none of.
func left(x *compare.Pair, st, other *witness.Statement, free func(int) bool) []int {
	var out []int
	for i := range st.Tokens {
		if t := &st.Tokens[i]; free(i) && candidate(t) && !given(other, t) && (x.Parallel || !temporal(st, i)) {
			out = append(out, i)
		}
	}
	return out
}

func least(p *compare.Pass, x *compare.Pair, direct bool) float64 {
	switch {
	case !x.Parallel, len(p.Event.Witnesses) > 2: // of many versions, some pair of words is opposed somewhere
		return slotIndependent
	case direct:
		return slotDirect
	}
	return slotIndirect
}

// stays reports whether word i is "left" of what remains: who is left without
// help remains without it.
func stays(st *witness.Statement, i int) bool {
	return st.Tokens[i].Lemma == "leave" && compare.Child(st, i, "aux:pass") >= 0
}

// fewAsMany reports whether word i is the "few" of "quite a few", which are
// many.
func fewAsMany(st *witness.Statement, i int) bool {
	if st.Tokens[i].Lower != "few" || i < 2 || st.Tokens[i-1].Lower != "a" {
		return false
	}
	switch st.Tokens[i-2].Lower {
	case "quite", "not", "good":
		return true
	}
	return false
}

// oneThing reports whether two words of independent reports are said of one
// thing: doings with a participant in common, or what describes words that
// correspond.
func oneThing(x *compare.Pair, i, j int) bool {
	a, b := claimAt(x.A, i), claimAt(x.B, j)
	if a != nil && b != nil {
		d := x.Deed(a, b)
		return d.Shared > 0 && d.Apart == 0
	}
	return a == nil && b == nil && x.Tied(x.A.Tokens[i].Head, x.B.Tokens[j].Head)
}

// candidate reports whether a word can be one of two opposites.
func candidate(t *witness.Token) bool {
	return align.Content(t) && t.UPOS != "PROPN" && t.UPOS != "NUM" && (t.Lower[0] < '0' || t.Lower[0] > '9') || functional[t.Lower] != ""
}

// temporal reports whether word i only places a time: "the next season", "the
// past four years".
func temporal(st *witness.Statement, i int) bool {
	switch st.Tokens[i].Lower {
	case "last", "next", "past", "previous", "first", "second", "third", "early", "late", "earlier", "later", "before", "after", "old", "new", "left", "remaining", "remain", "remained":
		return true
	}
	return false
}

// given reports whether a statement has the word somewhere: then it says that
// too, and what is left over is a matter of words.
func given(st *witness.Statement, w *witness.Token) bool {
	for i := range st.Tokens {
		if st.Tokens[i].Lemma == w.Lemma {
			return true
		}
	}
	return false
}

// functional are function words with their opposites.
var functional = map[string]string{
	"before": "after", "after": "before", "prior": "after", "above": "below", "below": "above", "over": "under", "under": "over", "inside": "outside", "outside": "inside",
	"more": "less", "less": "more", "most": "least", "least": "most", "up": "down", "down": "up", "toward": "away", "away": "toward",
	"with": "without", "without": "with", "all": "none", "none": "all", "always": "never", "never": "always", "many": "few", "few": "many",
	"for": "against", "against": "for", "into": "out", "last": "next", "next": "last", "ahead": "behind", "behind": "ahead", "onto": "off", "near": "far", "far": "near", "close": "far",
}

// opposed reports whether two words are opposites as such, or by a synonym of
// one of them.
func opposed(lex *lexicon.Lexicon, a, b *witness.Token) (direct, indirect bool) {
	if functional[a.Lower] == b.Lower && b.Lower != "" || functional[b.Lower] == a.Lower && a.Lower != "" {
		return a.Lower != "for" && b.Lower != "for" && a.Lower != "with" && b.Lower != "with", false
	}
	pa, pb := lexicon.OpenClass(a.UPOS), lexicon.OpenClass(b.UPOS)
	if pa == 0 || pb == 0 || a.Lemma == b.Lemma {
		return false, false
	}
	if pa != pb {
		// participles: "missing" and "found"
		if !(pa == lexicon.Adjective && pb == lexicon.Verb || pa == lexicon.Verb && pb == lexicon.Adjective || pa == lexicon.Adjective && pb == lexicon.Adverb || pa == lexicon.Adverb && pb == lexicon.Adjective) {
			return derivedOpposite(a.Lemma, b.Lemma, pb) || derivedOpposite(b.Lemma, a.Lemma, pa) ||
				pa != lexicon.Verb && pb != lexicon.Verb && (lex.Opposed(a.Lemma, b.Lemma, pa) || lex.Opposed(a.Lemma, b.Lemma, pb)) ||
				inflectedOpposites(lex, a.Lower, b.Lower), false
		}
		la, lb := a.Lower, b.Lower
		return lex.Opposed(la, lb, lexicon.Adjective) || lex.Opposed(a.Lemma, b.Lemma, lexicon.Adjective) || lex.Opposed(a.Lemma, b.Lemma, lexicon.Verb), false
	}
	if _, ok := lex.Converse(a.Lemma, b.Lemma); ok {
		return false, false // one deed told from its two ends: give and receive
	}
	if lex.Opposed(a.Lemma, b.Lemma, pa) || prefixed(a.Lemma, b.Lemma, pa) {
		return true, false
	}
	if lex.Synonymous(a.Lemma, b.Lemma, pa) {
		return false, false
	}
	if pa == lexicon.Adjective && lexicon.OpposedIndirect(a.Lemma, b.Lemma) {
		return false, true
	}
	return false, bySynonym(lex, a.Lemma, b.Lemma, pa) || bySynonym(lex, b.Lemma, a.Lemma, pa)
}

// inflectedOpposites reports whether two forms are of verbs that are opposed,
// whatever they were tagged as: an irregular past is taken for another word
// ("shares fell by 12 %", "rose") more often than any other form.
func inflectedOpposites(lex *lexicon.Lexicon, a, b string) bool {
	for _, x := range lexicon.BaseForms(nil, a, lexicon.Verb) {
		for _, y := range lexicon.BaseForms(nil, b, lexicon.Verb) {
			if x != a && y != b && lex.Opposed(x, y, lexicon.Verb) {
				return true
			}
		}
	}
	return false
}

// reversed reports whether two verbs tell one deed from its two ends, and yet
// of the same doer: "the firm bought the mine", "the firm sold the mine".
func reversed(lex *lexicon.Lexicon, x *compare.Pair, i, j int) bool {
	if _, ok := lex.Converse(x.A.Tokens[i].Lemma, x.B.Tokens[j].Lemma); !ok {
		return false
	}
	sa, sb := compare.Child(x.A, i, "nsubj"), compare.Child(x.B, j, "nsubj")
	return sa >= 0 && sb >= 0 && x.ToB[sa] == sb && x.Tied(sa, sb)
}

// derivedOpposite reports whether a is derived from an opposite of b: "the closure of
// the road", "the road was opened".
func derivedOpposite(a, b string, pos lexicon.POS) bool {
	for _, o := range lexicon.Antonyms(b, pos) {
		if lexicon.Derived(a, o) && !lexicon.Derived(a, b) {
			return true
		}
	}
	return false
}

// bySynonym reports whether an opposite of a is a near synonym of b.
func bySynonym(lex *lexicon.Lexicon, a, b string, pos lexicon.POS) bool {
	for _, o := range lexicon.Antonyms(a, pos) {
		if ra, rb, ok := lexicon.SynsetRank(o, b, pos); ok && ra+rb <= 2 {
			return true
		}
	}
	return false
}

// prefixed reports whether one word is the other with a negative prefix. "In"
// denies adjectives and adverbs only: an implant is no opposite of a plant.
func prefixed(a, b string, pos lexicon.POS) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	for _, pre := range [...]string{"un", "dis", "non", "non-", "mis", "in", "im", "ir", "il"} {
		if len(a) == len(pre)+len(b) && a[:len(pre)] == pre && a[len(pre):] == b && len(b) >= 4 {
			return pre[0] != 'i' || pos == lexicon.Adjective || pos == lexicon.Adverb
		}
	}
	return false
}
