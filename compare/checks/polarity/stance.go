package polarity

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// siding are the verbs that take a side by their preposition: voted for the plan,
// voted against it.
var siding = map[string]bool{"vote": true, "rule": true, "decide": true, "speak": true, "argue": true, "campaign": true, "testify": true,
	"demonstrate": true, "rally": true, "march": true, "lobby": true, "advise": true}

// A stance is the side that a verb takes.
type stance struct {
	sign int          // 1 for, -1 against, 0 neither
	of   int          // the word that it is for or against
	span witness.Span // the verb and what tells the side
}

// stances reports one doing that takes one side in one statement and the other side in
// the other: of the same doer, on the same matter.
func stances(p *compare.Pass, x *compare.Pair) {
	for _, d := range x.Deeds() {
		if !siding[d.A.Predicate] || d.A.Predicate != d.B.Predicate || d.A.Negative != d.B.Negative {
			continue
		}
		a, b := stanceOf(x.A, d.A), stanceOf(x.B, d.B)
		if a.sign*b.sign >= 0 || !oneMatter(x, a, b, d) || !x.Parallel && (d.Apart > 0 || !oneDoer(x, d.A.Agent, d.B.Agent)) {
			continue
		}
		p.Report(x, compare.Difference{
			A:    compare.Spot{Statement: x.A, Span: a.span, Value: d.A.Predicate + " " + a.word()},
			B:    compare.Spot{Statement: x.B, Span: b.span, Value: d.B.Predicate + " " + b.word()},
			Kind: compare.Conflict, Severity: compare.Critical, Confidence: confidence(x), Topic: "for or against",
			Reason: "One report has it for what the other has it against.",
		})
	}
}

// oneMatter reports whether two sides are taken on one thing: it has one word, or one of
// the two calls it "it", of a doer who has a name.
func oneMatter(x *compare.Pair, a, b stance, d compare.Deed) bool {
	if a.of < 0 || b.of < 0 {
		return false
	}
	if x.Tied(a.of, b.of) && x.Weight(a.of) >= sureTie {
		return true
	}
	named := d.A.Agent != nil && d.B.Agent != nil && d.A.Agent.Entity != nil && d.A.Agent.Entity == d.B.Agent.Entity
	return named && (x.A.Tokens[a.of].Lower == "it") != (x.B.Tokens[b.of].Lower == "it")
}

func (s stance) word() string {
	if s.sign > 0 {
		return "for"
	}
	return "against"
}

// stanceOf reads the side that a claim takes: "for the plan", "in favour of the plan",
// "against it".
func stanceOf(st *witness.Statement, c *witness.Claim) stance {
	for _, o := range c.Others {
		prep := compare.Child(st, o.Head, "case")
		if prep < c.Head {
			continue
		}
		s := stance{of: o.Head, span: compare.TokenSpan(st, c.Head, prep)}
		switch {
		case o.Prep == "for":
			s.sign = 1
		case o.Prep == "against":
			s.sign = -1
		case o.Prep == "in" && (o.Lemma == "favour" || o.Lemma == "favor"):
			s.sign, s.of, s.span = 1, compare.Child(st, o.Head, "nmod"), compare.TokenSpan(st, c.Head, o.Head)
		default:
			continue
		}
		return s
	}
	return stance{}
}

// oneDoer reports whether two doers are one: by name, or by the same noun with the same
// words before it. "Government members" and "opposition members" vote as they please.
func oneDoer(x *compare.Pair, a, b *witness.Arg) bool {
	if a == nil || b == nil {
		return false
	}
	if a.Entity != nil || b.Entity != nil {
		return a.Entity == b.Entity
	}
	return x.Tied(a.Head, b.Head) && slices.Equal(describing(x.A, a.Head), describing(x.B, b.Head))
}

// otherParties reports whether those who do a thing, or those to whom it is done, are
// told apart in two claims by what narrows them: "prosecutors in Gdansk", "prosecutors
// of the army"; "looser rules", "similar rules".
func otherParties(x *compare.Pair, a, b *witness.Claim) bool {
	return toldApart(x, a.Agent, b.Agent) || toldApart(x, a.Patient, b.Patient)
}

func toldApart(x *compare.Pair, a, b *witness.Arg) bool {
	if a == nil || b == nil || a.Entity != nil && a.Entity == b.Entity {
		return false
	}
	na, nb := describing(x.A, a.Head), describing(x.B, b.Head)
	return len(na) > 0 && len(nb) > 0 && !compare.Common(na, nb)
}

// describing lists what narrows noun i: words and numbers that hang on it, articles left
// out.
func describing(st *witness.Statement, i int) []string {
	var out []string
	for k := range st.Tokens {
		t := &st.Tokens[k]
		switch {
		case t.Head != i:
		case t.Rel == "amod", t.Rel == "compound", t.Rel == "nummod", t.Rel == "nmod", t.Rel == "nmod:poss", t.Rel == "det" && t.Lower != "the" && t.Lower != "a" && t.Lower != "an":
			out = append(out, t.Lemma)
		}
	}
	return out
}
