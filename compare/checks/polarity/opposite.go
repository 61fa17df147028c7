package polarity

import (
	"fmt"
	"slices"
	"strings"

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
	leftAnywhere    = 0.38 // and below slotAnywhere no more than this may be left over
)

// opposites reports words of opposite sense that are left over on both sides,
// where no negation turns one of them back.
func opposites(p *compare.Pass, x *compare.Pair) {
	if complementary(x) || allBut(x) || flipped(x) || comparedRound(x) {
		return
	}
	oddA, allA := negations(x.A)
	oddB, allB := negations(x.B)
	leftB := left(x, x.B, x.A, x.ToA, x.FreeB)
	for _, i := range left(x, x.A, x.B, x.ToB, x.FreeA) {
		a := phrasal(p.Lexicon, x.A, i)
		for _, j := range leftB {
			slot := x.Slot(i, j)
			if slot < least(p, x, true) {
				continue // whatever they mean, which is dearer to know
			}
			b := phrasal(p.Lexicon, x.B, j)
			direct, indirect := opposed(p.Lexicon, a, b)
			direct = direct || reversed(p.Lexicon, x, i, j)
			if !x.Parallel && x.A.Tokens[i].XPOS == "JJR" && x.B.Tokens[j].XPOS == "JJR" && x.A.Tokens[i].Rel == "amod" && x.B.Tokens[j].Rel == "amod" {
				continue // "the larger boat", "the smaller boat": two boats
			}
			if remarks[x.A.Tokens[i].Lower] && remarks[x.B.Tokens[j].Lower] {
				continue // how the writer takes it, not what was
			}
			if !x.Parallel && (repeated(x.A, i) || repeated(x.B, j)) {
				continue // "married three times", "divorced three times"
			}
			if !direct && !indirect || stays(x.A, i) || stays(x.B, j) || fewAsMany(x.A, i) || fewAsMany(x.B, j) || fromOtherEnd(x, i, j) || bothAtHome(x, i, j) {
				continue
			}
			if x.OtherTurn() || x.OneMould(i, j) && !x.OneSubject(i, j) {
				continue // "silver rose 2.7 percent"; "drew the second leg"
			}
			if echoed(p.Lexicon, x.A, i, x.B, j, x.FreeB) || echoed(p.Lexicon, x.B, j, x.A, i, x.FreeA) {
				continue // "banned … have appeared", "forbidden … have been published"
			}
			if slot < slotAnywhere && (max(x.LeftA, x.LeftB) > leftAnywhere || spokenFor(x, i, j) || ofOthers(x, i, j)) {
				continue
			}
			if (!x.Parallel || rewritten(x)) && !oneThing(x, i, j) || slot < least(p, x, direct) || (oddA[i] == nil) != (oddB[j] == nil) || len(allA) != len(allB) && (!x.Parallel || turns(x.A, allA, i) != turns(x.B, allB, j)) {
				continue
			}
			conf := 0.45 + 0.45*slot
			if direct {
				conf += 0.1
			}
			against(p, x, i, j, slot, conf)
		}
	}
	particles(p, x)
	if x.Parallel && len(p.Event.Witnesses) == 2 {
		undone(p, x, allA, allB)
	}
}

// remarks are adverbs by which a writer says how he takes what he tells.
var remarks = map[string]bool{"famously": true, "infamously": true, "notoriously": true, "fortunately": true, "unfortunately": true, "luckily": true, "unluckily": true, "happily": true, "unhappily": true, "sadly": true,
	"surprisingly": true, "unsurprisingly": true, "interestingly": true, "ironically": true, "curiously": true, "regrettably": true, "thankfully": true, "understandably": true}

// repeated reports whether word i is said to have come about more than once.
func repeated(st *witness.Statement, i int) bool {
	return compare.FactOf(st, func(q *witness.Quantity) bool {
		return q.Kind == witness.Cardinal && q.Of == "time" && compare.VerbAbove(st, q.Number) == i
	}) != nil
}

// particles reports one verb that its particle turns into its opposite on one
// side: "called off the strike", "called a strike".
func particles(p *compare.Pass, x *compare.Pair) {
	for i := range x.A.Tokens {
		j := x.ToB[i]
		if x.A.Tokens[i].UPOS != "VERB" || !x.Tied(i, j) || x.A.Tokens[i].Lemma != x.B.Tokens[j].Lemma {
			continue
		}
		a, b := align.Verb(p.Lexicon, x.A.Tokens, i), align.Verb(p.Lexicon, x.B.Tokens, j)
		if slot := x.Slot(i, j); a != b && p.Lexicon.Opposed(a, b, lexicon.Verb) && slot >= slotIndirect {
			opposite(p, x, verbSpot(x.A, i, a), verbSpot(x.B, j, b), slot, 0.9)
		}
	}
}

// verbSpot is the place of a verb, its particle included.
func verbSpot(st *witness.Statement, i int, verb string) compare.Spot {
	last := i
	if _, particle, ok := strings.Cut(verb, " "); ok {
		for last < len(st.Tokens)-1 && st.Tokens[last].Lower != particle {
			last++
		}
	}
	return compare.Spot{Statement: st, Span: compare.TokenSpan(st, i, last), Value: verb}
}

// against reports two words of opposite sense.
func against(p *compare.Pass, x *compare.Pair, i, j int, slot, confidence float64) {
	a, b := &x.A.Tokens[i], &x.B.Tokens[j]
	opposite(p, x, compare.Spot{Statement: x.A, Span: a.Span, Value: a.Lemma}, compare.Spot{Statement: x.B, Span: b.Span, Value: b.Lemma}, slot, confidence)
}

func opposite(p *compare.Pass, x *compare.Pair, a, b compare.Spot, slot, confidence float64) {
	p.Report(x, compare.Difference{
		A: a, B: b, Kind: compare.Conflict, Severity: compare.Major, Confidence: min(confidence, 0.9), Topic: "opposites",
		Reason: fmt.Sprintf("“%s” is the opposite of “%s”.", a.Value, b.Value),
		Trace:  []string{fmt.Sprintf("same slot: %.2f", slot)},
	})
}

// spokenFor reports whether one of two words has another word of the other
// statement in its place: where one version has "home and foreign" and the
// other "internal and external", home is not set against external.
func spokenFor(x *compare.Pair, i, j int) bool {
	alike := x.A.Tokens[i].UPOS == x.B.Tokens[j].UPOS
	for k := range x.B.Tokens {
		if k != j && align.Content(&x.B.Tokens[k]) && !(alike && (joined(x.B, j, k) || !x.FreeB(k))) && x.Slot(i, k) >= slotIndirect {
			return true
		}
	}
	for k := range x.A.Tokens {
		if k != i && align.Content(&x.A.Tokens[k]) && !(alike && (joined(x.A, i, k) || !x.FreeA(k))) && x.Slot(k, j) >= slotIndirect {
			return true
		}
	}
	return false
}

// joined reports whether one of two words hangs on the other, but not in a list:
// "became crucial", "became a crucial medium".
func joined(st *witness.Statement, i, k int) bool {
	a, b := &st.Tokens[i], &st.Tokens[k]
	return a.Head == k && a.Rel != "conj" || b.Head == i && b.Rel != "conj"
}

// echoed reports whether the other statement has a word of the same sense as word
// i left over, beside its opposite at j: then it says both.
func echoed(lex *lexicon.Lexicon, st *witness.Statement, i int, other *witness.Statement, j int, free func(int) bool) bool {
	t := &st.Tokens[i]
	pos := lexicon.OpenClass(t.UPOS)
	if pos == 0 {
		return false
	}
	for k := range other.Tokens {
		o := &other.Tokens[k]
		if k == j || !free(k) || o.Lemma == other.Tokens[j].Lemma {
			continue
		}
		switch as := lexicon.OpenClass(o.UPOS); {
		case as == pos:
			if o.Lemma != t.Lemma && oneSense(lex, t.Lemma, o.Lemma, pos) {
				return true
			}
		case as == lexicon.Noun && pos == lexicon.Verb, as == lexicon.Verb && pos == lexicon.Noun:
			if a, b := asVerb(t.Lemma, pos), asVerb(o.Lemma, as); a != "" && b != "" && (a == b || oneSense(lex, a, b, lexicon.Verb)) {
				return true // "replied", "the answer"
			}
		}
	}
	return false
}

// asVerb gives the verb that a noun is derived from, and a verb itself.
func asVerb(lemma string, pos lexicon.POS) string {
	if pos == lexicon.Verb {
		return lemma
	}
	return lexicon.VerbOf(lemma)
}

// oneSense reports whether two words are synonyms in their usual senses, or opposed to
// one word: ban and forbid to allow.
func oneSense(lex *lexicon.Lexicon, a, b string, pos lexicon.POS) bool {
	if lex.Synonymous(a, b, pos) {
		if ra, rb, ok := lexicon.SynsetRank(a, b, pos); !ok || ra+rb <= 2 {
			return true
		}
	}
	of := lex.Opposites(b, pos)
	return slices.ContainsFunc(lex.Opposites(a, pos), func(o string) bool { return slices.Contains(of, o) })
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
func left(x *compare.Pair, st, other *witness.Statement, toOther []int, free func(int) bool) []int {
	var out []int
	for i := range st.Tokens {
		if t := &st.Tokens[i]; free(i) && candidate(t) && !given(st, other, toOther, i) && (x.Parallel || !temporal(st, i)) {
			out = append(out, i)
		}
	}
	return out
}

func least(p *compare.Pass, x *compare.Pair, direct bool) float64 {
	switch {
	case !x.Parallel, rewritten(x), len(p.Event.Witnesses) > 2: // of many versions, some pair of words is opposed somewhere
		return slotIndependent
	case direct:
		return slotDirect
	}
	return slotIndirect
}

// stays reports whether word i is "left" of what remains: who is left without
// help remains without it.
func stays(st *witness.Statement, i int) bool {
	if st.Tokens[i].Lower == "go" && i > 1 && st.Tokens[i-1].Lower == "to" && compare.Child(st, i-2, "nummod") >= 0 {
		return true // "with two rounds to go"
	}
	return st.Tokens[i].Lemma == "leave" && compare.Child(st, i, "aux:pass") >= 0
}

// fromOtherEnd reports whether two opposite words tell one relation from its two
// ends: "A lies west of B", "B, which is east of A"; "older than".
func fromOtherEnd(x *compare.Pair, i, j int) bool {
	if otherBearer(x, i, j) || otherObject(x, i, j) || leftBehind(x.A, i) != leftBehind(x.B, j) {
		return true
	}
	a, b := than(x.A, i), than(x.B, j)
	if a >= 0 && b >= 0 && (x.ToB[a] >= 0 && joined(x.B, x.ToB[a], b) || x.ToA[b] >= 0 && joined(x.A, x.ToA[b], a)) {
		return false // "the building of roads", "the closure of the road network"
	}
	return a >= 0 && b >= 0 && (x.ToB[a] != b && x.Tied(a, x.ToB[a]) || x.ToA[b] != a && x.Tied(x.ToA[b], b))
}

// ofOthers reports whether two words describe two things, each of which the
// other side has as well: a damaged yacht and undamaged paintings beside a
// crippled vessel and its pictures.
func ofOthers(x *compare.Pair, i, j int) bool {
	a, b := &x.A.Tokens[i], &x.B.Tokens[j]
	if a.Rel != "amod" || b.Rel != "amod" {
		return false
	}
	to, from := x.ToB[a.Head], x.ToA[b.Head]
	return to >= 0 && from >= 0 && to != b.Head && x.Tied(a.Head, to) && x.Tied(from, b.Head)
}

// than returns what word i is measured against, or -1: B of "west of B".
func than(st *witness.Statement, i int) int {
	if k := i + 1; k < len(st.Tokens) && (st.Tokens[k].Lower == "of" || st.Tokens[k].Lower == "than") {
		return st.Tokens[k].Head
	}
	return -1
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

// bothAtHome reports whether two words only tell what is of the country from what
// is foreign, which both statements name beside it: "national and international
// observers", "local and foreign observers".
func bothAtHome(x *compare.Pair, i, j int) bool {
	abroad := func(st *witness.Statement) bool {
		return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return foreign[t.Lower] })
	}
	return atHome[x.A.Tokens[i].Lower] && atHome[x.B.Tokens[j].Lower] && abroad(x.A) && abroad(x.B)
}

var (
	atHome  = map[string]bool{"national": true, "local": true, "domestic": true, "home": true, "internal": true, "native": true}
	foreign = map[string]bool{"international": true, "foreign": true, "overseas": true, "abroad": true, "external": true}
)

// oneThing reports whether two words of independent reports are said of one
// thing: doings with a participant in common, or what describes words that
// correspond.
func oneThing(x *compare.Pair, i, j int) bool {
	a, b := compare.ClaimAt(x.A, i), compare.ClaimAt(x.B, j)
	if a != nil && b != nil {
		d := x.Deed(a, b)
		return d.Shared > 0 && d.Apart == 0 && !otherwise(x, i, j)
	}
	return a == nil && b == nil && x.Tied(x.A.Tokens[i].Head, x.B.Tokens[j].Head)
}

// otherwise reports whether two verbs are about two doings: "attempted to
// escape", "abandoned the plan".
func otherwise(x *compare.Pair, i, j int) bool {
	a, b := compare.Child(x.A, i, "xcomp"), compare.Child(x.B, j, "xcomp")
	if a < 0 && b < 0 {
		return false
	}
	if a < 0 {
		a = compare.Child(x.A, i, "obj")
	}
	if b < 0 {
		b = compare.Child(x.B, j, "obj")
	}
	return a >= 0 && b >= 0 && !x.Tied(a, b)
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

// given reports whether the other statement has word i somewhere: then it says
// that too, and what is left over is a matter of words. What it has for another
// such word of this statement does not count.
func given(st, other *witness.Statement, toOther []int, i int) bool {
	lemma := st.Tokens[i].Lemma
next:
	for j := range other.Tokens {
		if other.Tokens[j].Lemma != lemma {
			continue
		}
		for k := range st.Tokens {
			if k != i && toOther[k] == j && st.Tokens[k].Lemma == lemma {
				continue next
			}
		}
		return true
	}
	return false
}
