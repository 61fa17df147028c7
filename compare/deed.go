package compare

import (
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Deed is one doing that both statements of a pair tell of: two claims with
// corresponding predicates.
type Deed struct {
	A, B *witness.Claim
	// Shared counts the participants that both name and that are the same;
	// Apart those that stand in one role and are not known to be the same.
	Shared, Apart int
}

// Deeds pairs the claims of both statements whose predicates correspond: each
// with the one of the other side that has most participants in common, and
// none twice. Several checks ask for them; they are found once. The slice is
// the pair's own: do not change it.
func (x *Pair) Deeds() []Deed {
	if !x.paired {
		x.deeds, x.paired = x.pairClaims(), true
	}
	return x.deeds
}

func (x *Pair) pairClaims() []Deed {
	as, bs := Facts[*witness.Claim](x.A), Facts[*witness.Claim](x.B)
	var out []Deed
	for _, m := range Matches(len(as), len(bs), func(i, j int) (float64, bool) {
		a, b := as[i], bs[j]
		if !x.samePredicate(a, b) {
			return 0, false
		}
		weight := x.Deed(a, b).weight()
		if x.Tied(a.Head, b.Head) {
			weight += 0.5
		}
		return weight, true
	}) {
		out = append(out, x.Deed(as[m.A], bs[m.B]))
	}
	return out
}

func (d Deed) weight() float64 { return float64(2*d.Shared - d.Apart) }

// samePredicate reports whether two predicates name one kind of doing.
func (x *Pair) samePredicate(a, b *witness.Claim) bool {
	if x.Tied(a.Head, b.Head) || a.Predicate == b.Predicate {
		return true
	}
	return x.A.Tokens[a.Head].UPOS == "VERB" && x.B.Tokens[b.Head].UPOS == "VERB" && x.lex.Synonymous(a.Predicate, b.Predicate, lexicon.Verb)
}

// Deed compares the participants of two claims, role by role; a participant in
// another role by its preposition.
func (x *Pair) Deed(a, b *witness.Claim) Deed {
	d := Deed{A: a, B: b}
	role := func(p, q *witness.Arg) {
		switch {
		case p == nil || q == nil:
		case x.sameArg(p, q):
			d.Shared++
		default:
			d.Apart++
		}
	}
	role(a.Agent, b.Agent)
	role(a.Patient, b.Patient)
	for i := range a.Others {
		for j := range b.Others {
			if x.sameArg(&a.Others[i], &b.Others[j]) {
				d.Shared++
			}
		}
	}
	return d
}

// sameArg reports whether two participants are the same, by entity or by word,
// and not two numbers of it: "missed four games", "will miss two games".
func (x *Pair) sameArg(p, q *witness.Arg) bool {
	if a, b := Counted(x.A, p.Head), Counted(x.B, q.Head); a != nil && b != nil && a.Point != b.Point {
		return false
	}
	if p.Entity != nil && p.Entity == q.Entity || x.Tied(p.Head, q.Head) {
		return true
	}
	return p.Lemma == q.Lemma && x.A.Tokens[p.Head].UPOS != "PRON" && x.B.Tokens[q.Head].UPOS != "PRON"
}

// Counted returns the number of noun i, or nil where the statement gives none.
func Counted(st *witness.Statement, i int) *witness.Quantity {
	return FactOf(st, func(q *witness.Quantity) bool { return q.Kind == witness.Cardinal && q.OfAt == i })
}

// DeedAt returns the deed that word i tells by the tables of deeds and happenings, "" for
// none.
func DeedAt(lex *lexicon.Lexicon, st *witness.Statement, i int) string {
	table := lex.Happenings()
	switch st.Tokens[i].UPOS {
	case "VERB":
		table = lex.Deeds()
	case "NOUN":
		if st.Tokens[i].XPOS != "NN" {
			return "" // several, each of its own
		}
	default:
		return ""
	}
	deed, _ := table.Get(st.Tokens[i].Lemma)
	return deed
}
