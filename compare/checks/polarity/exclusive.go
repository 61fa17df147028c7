package polarity

import (
	"fmt"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Evidence of one slot that two members of a class need before they exclude
// each other.
const (
	slotExclusive = 0.55 // members of a closed class: colours, planets, rooms
	slotSister    = 0.7  // sister terms of WordNet: a violin and a guitar
	littleElse    = 0.35 // and hardly anything else may differ then
)

// exclusives reports words in one slot of which only one can be right because
// both belong to one class: red and blue, violin and guitar.
func exclusives(p *compare.Pass, x *compare.Pair) {
	leftB := excludable(x.B, x.A, x.ToA, x.FreeB)
	for _, i := range excludable(x.A, x.B, x.ToB, x.FreeA) {
		a := &x.A.Tokens[i]
		for _, j := range leftB {
			b := &x.B.Tokens[j]
			if a.Lemma == b.Lemma {
				continue
			}
			slot := x.Slot(i, j)
			if slot < slotExclusive || rewritten(x) && slot < slotSister || fromOtherEnd(x, i, j) || bothAtHome(x, i, j) {
				continue
			}
			if !x.Parallel && (a.Relation() != b.Relation() || a.Rel == "amod" && b.Rel == "amod" && !x.Tied(a.Head, b.Head)) {
				continue // "told reporters", "said through his lawyer"; "Indian ship", "Somali attack"
			}
			class, ok := p.Lexicon.Exclusive(whole(p.Lexicon, x.A, i), whole(p.Lexicon, x.B, j))
			if !x.Parallel && (loose[class] || class == "nationality" && x.TwoAges() || class == "occupation" && a.XPOS != b.XPOS || oneOfSeveral(x.A, i) || oneOfSeveral(x.B, j)) {
				continue
			}
			if x.OneMould(i, j) || class == "currency" && converted(x, i, j) || class == "economic quantity" && dearer[a.Lemma] && dearer[b.Lemma] {
				continue
			}
			if class == "part of day" && (smallHours(x.A) || smallHours(x.B)) {
				continue // early on Sunday morning it is night
			}
			if class == "ministry portfolio" && (!portfolio(x.A, i) || !portfolio(x.B, j)) {
				continue // a trade union is a labour union
			}
			if !ok {
				if class, ok = sisters(p.Lexicon, x, a, b, slot); !ok {
					continue
				}
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: a.Span, Value: a.Lemma},
				B:    compare.Spot{Statement: x.B, Span: b.Span, Value: b.Lemma},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: min(0.9, 0.4+0.5*slot), Topic: class,
				Reason: fmt.Sprintf("What is “%s” is not “%s”.", a.Lemma, b.Lemma),
				Trace:  []string{fmt.Sprintf("same slot: %.2f", slot)},
			})
		}
	}
}

// dearer are the words for one rise, of what is paid for all things.
var dearer = map[string]bool{"inflation": true, "price": true}

// converted reports whether two currencies are those of two sums, as where one report has
// converted what the other gives.
func converted(x *compare.Pair, i, j int) bool {
	if x.Parallel {
		return false
	}
	a, b := sumAt(x.A, i), sumAt(x.B, j)
	return a != nil && b != nil && a.Point != b.Point
}

// sumAt returns the sum of which token i is the currency, or nil.
func sumAt(st *witness.Statement, i int) *witness.Quantity {
	return compare.FactOf(st, func(q *witness.Quantity) bool {
		return q.Kind == witness.Money && q.Span.Contains(st.Tokens[i].Span)
	})
}

// oneOfSeveral reports whether word i tells one thing from others of which the same
// statement or another part of the report may speak: a member of a list ("rifles and
// grenades"), a comparative ("the larger boat").
func oneOfSeveral(st *witness.Statement, i int) bool {
	if t := &st.Tokens[i]; t.XPOS == "JJR" || t.Rel == "conj" {
		return true
	}
	return compare.Child(st, i, "conj") >= 0
}

// excludable lists the words of a statement that may exclude one of the other:
// content words but names and numbers, of which the other has none.
func excludable(st, other *witness.Statement, toOther []int, free func(int) bool) []int {
	var out []int
	for i := range st.Tokens {
		if t := &st.Tokens[i]; free(i) && align.Content(t) && t.UPOS != "PROPN" && t.UPOS != "NUM" && !given(st, other, toOther, i) {
			out = append(out, i)
		}
	}
	return out
}

// smallHours reports whether a statement speaks of the hours that are night to
// one and morning to another.
func smallHours(st *witness.Statement) bool {
	for i := 1; i < len(st.Tokens); i++ {
		if st.Tokens[i].Lemma == "hour" {
			switch st.Tokens[i-1].Lower {
			case "early", "small", "wee":
				return true
			}
		}
	}
	return false
}

// offices are the nouns of what somebody has a portfolio in.
var offices = map[string]bool{"ministry": true, "minister": true, "department": true, "secretary": true, "portfolio": true, "office": true}

// portfolio reports whether word i names the field of a ministry: "the labour
// ministry", "the ministers of finance and transport".
func portfolio(st *witness.Statement, i int) bool {
	for h, steps := i, 0; h >= 0 && steps < 3; h, steps = st.Tokens[h].Head, steps+1 {
		if offices[st.Tokens[h].Lemma] {
			return true
		}
	}
	return i+1 < len(st.Tokens) && offices[st.Tokens[i+1].Lemma]
}

// loose are classes of which independent reports of one thing take now this
// member, now that, or that other checks compare by value.
var loose = map[string]bool{"direction": true, "directional": true, "ordinal": true, "cardinal": true, "part of day": true, "match result": true, "games": true}

// concrete are the categories of things of which one is not another. Acts,
// states, persons and made things (boats and ships, facilities and
// structures) have too many names each.
var concrete = map[string]bool{"animal": true, "food": true, "plant": true, "substance": true, "body": true}

// sisters reports whether two nouns are sister terms for things.
func sisters(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Token, slot float64) (string, bool) {
	if a.UPOS != "NOUN" || b.UPOS != "NOUN" || slot < slotSister || max(x.LeftA, x.LeftB) > littleElse {
		return "", false
	}
	c := lexicon.Category(a.Lemma, lexicon.Noun)
	return c, concrete[c] && c == lexicon.Category(b.Lemma, lexicon.Noun) && lexicon.CoHyponyms(a.Lemma, b.Lemma, lexicon.Noun) &&
		!lex.Synonymous(a.Lemma, b.Lemma, lexicon.Noun)
}

// whole names word i with the word before it, where the two are one thing:
// "dining room"; and what goes by two words is not what goes by the second: a
// life jacket is a life vest, and a nursery school a kindergarten.
func whole(lex *lexicon.Lexicon, st *witness.Statement, i int) string {
	if i > 0 {
		if two := st.Tokens[i-1].Lower + " " + st.Tokens[i].Lemma; lex.Classes().Has(two) || lexicon.Known(two, lexicon.Noun) && !kindOf(two, st.Tokens[i].Lemma) {
			return two
		}
	}
	return st.Tokens[i].Lemma
}

// kindOf reports whether a thing of two words is one of what the second names:
// an electric guitar is a guitar.
func kindOf(two, one string) bool {
	_, ok := lexicon.Hypernym(two, one, lexicon.Noun, 1)
	return ok
}
