package quantity

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// lived is a report's word of survivors: that there are none, or who they are.
type lived struct {
	st    *witness.Statement
	span  witness.Span
	value string
}

// survivors sets a report by which nobody survived against one that counts survivors.
// As with nobody, the first must mean all who were in it, and for good ("no survivors
// have been found" does not), and tell of no survivor anywhere. Those who were near, on
// the ground or in another car, are none of them.
func survivors(p *compare.Pass) {
	n := len(p.Event.Witnesses)
	none, some := make([]*lived, n), make([]*lived, n)
	for st := range p.Statements() {
		if st.Kind == witness.Furniture || elsewhen(st) {
			continue
		}
		w := st.Witness.Index
		if span, ok := allLost(st); ok && !has(st, provisional) {
			if none[w] == nil {
				none[w] = &lived{st, span, "nobody"}
			}
		} else if l := livedIn(st); l != nil && (some[w] == nil || some[w].span.Empty()) {
			some[w] = l
		}
	}
	for i, a := range none {
		if a == nil || some[i] != nil {
			continue
		}
		for k, b := range some {
			if b == nil || none[k] != nil || b.span.Empty() {
				continue
			}
			p.ReportAcross(compare.Difference{
				A:    compare.Spot{Statement: a.st, Span: a.span, Value: a.value},
				B:    compare.Spot{Statement: b.st, Span: b.span, Value: b.value},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.75, Topic: "whether anybody survived", Cause: "survivors",
				Reason: "Where somebody survived it is not so that nobody did.",
			})
		}
	}
}

// allLost reads that nobody survived: "there were no survivors", "none of the passengers
// survived", "killing all 40 people on board".
func allLost(st *witness.Statement) (witness.Span, bool) {
	spoken := 0
	for i := range st.Tokens {
		if l := st.Tokens[i].Lemma; l == "survivor" || l == "survive" {
			spoken++
		}
	}
	if spoken > 1 {
		return witness.Span{}, false // "no survivors in the coach, and one survivor in the car"
	}
	for i := range st.Tokens {
		switch compare.Word(st, i) {
		case "no":
			if (compare.Word(st, i+1) == "survivors" || compare.Word(st, i+1) == "survivor") && !narrowed(st, i+1) && !has(st, finding) {
				return compare.TokenSpan(st, i, i+1), true
			}
			if compare.Word(st, i+1) == "one" {
				if last := livedNot(st, i+1); last > 0 {
					return compare.TokenSpan(st, i, last), true
				}
			}
		case "nobody", "none":
			if last := livedNot(st, i); last > 0 {
				return compare.TokenSpan(st, i, last), true
			}
		case "all", "everyone", "everybody":
			if last := aboard(st, i); last > 0 && lost(st, i, last) {
				return compare.TokenSpan(st, i, last), true
			}
		}
	}
	return witness.Span{}, false
}

// finding are the verbs by which a search ends for the time being: those who are not found
// today may be found tomorrow.
var finding = wordSet("find", "locate", "discover", "pull", "recover")

// livedNot reads "survived" behind the "nobody" or "none" of token i to its last word,
// or returns 0: "nobody survived", "none of the 40 people on board survived". None of the
// crew, or of the houses, is not nobody.
func livedNot(st *witness.Statement, i int) int {
	k := i + 1
	if last := aboard(st, i); last > 0 {
		k = last + 1
	}
	if compare.Word(st, k) != "survived" || narrowed(st, k) {
		return 0
	}
	return k
}

// aboard reads "all 40 people on board" from token i to its last word, or returns 0.
func aboard(st *witness.Statement, i int) int {
	for k := i + 1; k < min(i+6, len(st.Tokens)); k++ {
		switch t := &st.Tokens[k]; {
		case t.Lower == "aboard":
			return k
		case t.Lower == "board" && compare.Word(st, k-1) == "on":
			return k
		case t.UPOS == "NUM", t.Lower == "of", t.Lower == "the", t.Lower == "on", t.Lower == "those", t.Lower == "who", t.Lemma == "be", humans[t.Lower], t.Lemma == "occupant":
		default:
			return 0
		}
	}
	return 0
}

// lost reports whether those of whom tokens i to last tell were killed: "killing all
// aboard", "all aboard were killed".
func lost(st *witness.Statement, i, last int) bool {
	if i > 0 && (st.Tokens[i-1].Lemma == "kill" || st.Tokens[i-1].Lower == "killing") {
		return true
	}
	for k := last + 1; k < min(last+5, len(st.Tokens)); k++ {
		switch t := &st.Tokens[k]; {
		case t.Lemma == "kill" || t.Lemma == "die" || t.Lemma == "perish":
			return true
		case t.UPOS != "AUX" && t.UPOS != "ADV" && t.UPOS != "DET" && t.UPOS != "NOUN" && t.UPOS != "PROPN":
			return false
		}
	}
	return false
}

// outside are the words for those who were near what was lost, and not in it.
var outside = wordSet("ground", "resident", "villager", "bystander", "pedestrian", "onlooker", "neighbour", "neighbor", "other", "another")

// livedIn reads who is said to have survived, with a number: "four people survived", "six
// survivors", "the sole survivor". It returns nil where the statement speaks of no
// survivor, and an empty span where it speaks of one and does not say who it is.
func livedIn(st *witness.Statement) *lived {
	speaks := false
	for i := range st.Tokens {
		speaks = speaks || st.Tokens[i].Lemma == "survive" || st.Tokens[i].Lemma == "survivor"
		if w := compare.Word(st, i); (w == "sole" || w == "only" || w == "lone") && compare.Word(st, i+1) == "survivor" {
			return &lived{st, compare.TokenSpan(st, i, i+1), "1 survivor"}
		}
	}
	if !speaks {
		return nil
	}
	if has(st, outside) {
		return &lived{st: st}
	}
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind != witness.Cardinal || least(q) < 1 || unreal(st, q) || dated(st) {
			continue
		}
		c := claimOf(st, q)
		counted := q.Of == "survivor" || c != nil && c.Predicate == "survive" && c.Modality == witness.Actual && !c.Negative && c.Agent != nil && q.Number <= c.Agent.Head && c.Agent.Head < c.Head && (person(q.Of) || humans[q.Of] || q.Of == "")
		if counted {
			return &lived{st, q.Span, compare.QuantityValue(q) + " survivors"}
		}
	}
	return &lived{st: st}
}
