package quantity

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// otherOwner reports whether two numbers belong to different people or bodies:
// what two players scored, how long two workers had been there. A number under a
// predicate is its subject's. A tally needs one owner on both sides, one verb and
// one game, for a player has many figures; a length of time that is told of no noun, and a group of
// people of whom no state is told, likewise one verb. All is asked of both, so that it does not
// matter which report comes first.
func otherOwner(c *couple) bool {
	lex, x, a, b := c.lex, c.x, c.a.q, c.b.q
	tally := class(lex, a.Of) == "tally" || class(lex, b.Of) == "tally"
	ca, cb, da, db := c.f.claim, c.g.claim, c.f.doer, c.g.doer
	if ca == nil || cb == nil {
		return tally
	}
	if (tally || c.f.bareGroup || c.g.bareGroup || a.Kind == witness.Duration && a.Of == "" && b.Of == "") && !samePredicate(lex, x, ca, cb) {
		return true
	}
	if (c.f.state == "sentenced" || c.g.state == "sentenced") && (da == nil) != (db == nil) && !x.SharesName(false) {
		return true // the one of somebody who is named, the other of somebody who is not
	}
	if tally {
		return da == nil && !(otherwise[a.Of] && a.Of == b.Of && oneGroup(x, ca, cb)) || da != db || otherGame(x.A, x.B)
	}
	return da != nil && db != nil && da != db
}

// bareGroup reports whether a number counts a group of people of whom no state is told.
func bareGroup(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) bool {
	return person(q.Of) && class(lex, q.Of) == "" && stateless(lex, q, state(lex, st, q))
}

// oneGroup reports whether two claims have one doer, of several people who are left
// unnamed, and neither is of a part of a game: "the lifeguards made 12 saves".
func oneGroup(x *compare.Pair, a, b *witness.Claim) bool {
	if a.Agent == nil || b.Agent == nil || has(x.A, stretches) || has(x.B, stretches) {
		return false
	}
	s, t := &x.A.Tokens[a.Agent.Head], &x.B.Tokens[b.Agent.Head]
	return s.XPOS == "NNS" && t.XPOS == "NNS" && s.Lemma == t.Lemma && x.Tied(a.Agent.Head, b.Agent.Head)
}

// claimOf returns the claim that a number belongs to: that of the nearest
// predicate above it.
func claimOf(st *witness.Statement, q *witness.Quantity) *witness.Claim {
	return claimAt(st, q.Number)
}

// claimAt returns the claim of the nearest predicate above token i.
func claimAt(st *witness.Statement, i int) *witness.Claim {
	claims := compare.Facts[*witness.Claim](st)
	for steps, h := 0, st.Tokens[i].Head; h >= 0 && steps < 5; steps, h = steps+1, st.Tokens[h].Head {
		for _, c := range claims {
			if c.Head == h {
				return c
			}
		}
	}
	return nil
}

// samePredicate reports whether two claims tell of one kind of doing.
func samePredicate(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Claim) bool {
	return a.Predicate == b.Predicate || x.Tied(a.Head, b.Head) || lex.Synonymous(a.Predicate, b.Predicate, lexicon.Verb)
}

// doer returns the entity that is the subject of a claim, by its name or by a
// pronoun, or nil.
func doer(c *witness.Claim) *witness.Entity {
	switch {
	case c.Agent != nil:
		return c.Agent.Entity
	case c.Patient != nil && c.Patient.Head < c.Head:
		return c.Patient.Entity
	}
	return nil
}

// oneBearer reports whether two ordinals are told of one subject, or of one owner:
// "won her third medal", "it was her fourth medal".
func oneBearer(x *compare.Pair, a, b *witness.Quantity) bool {
	if ca, cb := claimOf(x.A, a), claimOf(x.B, b); ca != nil && cb != nil && ca.Agent != nil && cb.Agent != nil {
		if e := ca.Agent.Entity; e != nil && cb.Agent.Entity != nil {
			return e == cb.Agent.Entity
		}
		if x.Tied(ca.Agent.Head, cb.Agent.Head) {
			return true
		}
	}
	if a.OfAt < 0 || b.OfAt < 0 {
		return false
	}
	ka, kb := compare.Child(x.A, a.OfAt, "nmod:poss"), compare.Child(x.B, b.OfAt, "nmod:poss")
	return ka >= 0 && kb >= 0 && x.A.Tokens[ka].Lower == x.B.Tokens[kb].Lower
}
