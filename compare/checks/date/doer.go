package date

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// otherDeed reports whether two times date two doings: an arrest and a trial, or
// what different people, bodies or things did, such as two firms that each
// announced something, or an earthquake and its sixth aftershock.
func otherDeed(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Time) bool {
	va, vb := compare.VerbAbove(x.A, a.Head), compare.VerbAbove(x.B, b.Head)
	if va < 0 && vb < 0 && told(x.A, a.Head) < 0 && told(x.B, b.Head) < 0 && placed(x.A, a) && placed(x.B, b) {
		return true // "Oslo, Nov 11 -", "NTB Nov 12 OSLO:"
	}
	if otherPersons(x.A, va, x.B, vb) {
		return true
	}
	if va >= 0 && vb >= 0 && !x.Tied(va, vb) && x.A.Tokens[va].Lemma != x.B.Tokens[vb].Lemma && !lex.Synonymous(x.A.Tokens[va].Lemma, x.B.Tokens[vb].Lemma, lexicon.Verb) && (a.Grain > witness.Day || !oneDeed(lex, x, va, vb)) {
		return true
	}
	if va < 0 || vb < 0 {
		if ga, gb := told(x.A, a.Head), told(x.B, b.Head); ga >= 0 && gb >= 0 && !x.Tied(ga, gb) && !lexicon.Derived(x.A.Tokens[ga].Lemma, x.B.Tokens[gb].Lemma) && !oneDeed(lex, x, ga, gb) {
			return true // "were still missing on Monday", "the capsizing on Saturday"
		}
	}
	if said(lex, x.A, va) && said(lex, x.B, vb) {
		sa, sb := content(lex, x.A, va, a), content(lex, x.B, vb, b)
		switch {
		case sa < 0 && sb < 0:
			if !x.Close() {
				return true // what is said is not known, and the statements say much else
			}
		case !x.Tied(sa, sb) || x.Weight(sa) < sureTie:
			return true // somebody announces one thing on one day and another on another
		}
	}
	// Where both times may date one happening or both what was done after it, they differ
	// either way.
	if da, db := adrift(lex, x.A, va, a), adrift(lex, x.B, vb, b); (da >= 0 || db >= 0) && !x.Tied(da, db) || otherStake(x.A, va, x.B, vb) {
		return true
	}
	ca, cb := compare.ClaimAt(x.A, va), compare.ClaimAt(x.B, vb)
	if ca == nil || cb == nil {
		return false
	}
	if past(ca) && toBe(cb) || toBe(ca) && past(cb) || otherSetting(ca, cb) {
		return true
	}
	if (ca.Agent == nil) != (cb.Agent == nil) && oneDeed(lex, x, va, vb) {
		return otherParty(lex, x, ca.Patient, cb.Patient) // "he was jailed", "the court jailed him"
	}
	return otherParty(lex, x, party(ca), party(cb))
}

// placed reports whether a day is that of the report's own dateline: it hangs on a name,
// in a statement that tells of nothing.
func placed(st *witness.Statement, t *witness.Time) bool {
	h := st.Tokens[t.Head].Head
	return t.Grain == witness.Day && (h < 0 || st.Tokens[h].UPOS == "PROPN") && len(compare.Facts[*witness.Claim](st)) == 0
}

// otherPersons reports whether two verbs are told of two persons, by whatever nouns they
// are introduced: "keeper Jan Moe was arrested", "defender Ole Lie was arrested".
func otherPersons(sa *witness.Statement, va int, sb *witness.Statement, vb int) bool {
	a, b := personBefore(sa, va), personBefore(sb, vb)
	return a != nil && b != nil && a != b && !names(sb, a) && !names(sa, b)
}

// personBefore returns the last name before verb v that may be a person's, or nil.
func personBefore(st *witness.Statement, v int) *witness.Entity {
	var last *witness.Entity
	for _, n := range compare.Facts[*witness.Name](st) {
		if e := n.Entity; n.Last < v && n.Last >= v-personReach && e != nil && !n.Demonym && e.Kind != witness.Place && e.Kind != witness.Organisation {
			last = e
		}
	}
	return last
}

// personReach is how many words before its verb somebody is named who did it.
const personReach = 4

// names reports whether a statement names somebody.
func names(st *witness.Statement, e *witness.Entity) bool {
	return compare.FactOf(st, func(n *witness.Name) bool { return n.Entity == e }) != nil
}

// adrift returns the happening between verb v and a time that the time may date instead:
// "charged with murder after a shooting at a party on Friday"; -1 where there is none.
func adrift(lex *lexicon.Lexicon, st *witness.Statement, v int, t *witness.Time) int {
	if v < 0 {
		return -1
	}
	for k := v + 1; k < t.Head; k++ {
		switch st.Tokens[k].Lower {
		case "after", "following", "over", "since", "before", "during":
			if hedges(st, k) || st.Tokens[k].Lower == "before" && st.Tokens[v].Lemma == "appear" {
				continue // "over 40 people", "appear before the judges"
			}
			for i := k + 1; i < t.Head; i++ {
				if st.Tokens[i].UPOS == "NOUN" && lex.Happenings().Has(st.Tokens[i].Lemma) || st.Tokens[i].UPOS == "VERB" {
					return i
				}
			}
			return -1
		}
	}
	return -1
}

// hedges reports whether word i belongs to a number: "over 40".
func hedges(st *witness.Statement, i int) bool {
	at := st.Tokens[i].Span.Start
	return compare.FactOf(st, func(q *witness.Quantity) bool {
		return q.Hedge == witness.Over && q.Span.Start <= at && at < q.Span.End
	}) != nil
}

// otherStake reports whether two doings are of sums of which no slip makes one: a theft
// of 90 million, one of 900,000. Sums of two currencies tell nothing.
func otherStake(sa *witness.Statement, va int, sb *witness.Statement, vb int) bool {
	apart := false
	for _, a := range stakes(sa, va) {
		for _, b := range stakes(sb, vb) {
			if a.Unit != b.Unit {
				continue
			}
			if a.Point == b.Point {
				return false
			}
			apart = apart || max(a.Point, b.Point) > otherSum*min(a.Point, b.Point)
		}
	}
	return apart
}

// stakes returns the sums of what verb v tells.
func stakes(st *witness.Statement, v int) []*witness.Quantity {
	var out []*witness.Quantity
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind == witness.Money && compare.VerbAbove(st, q.Number) == v {
			out = append(out, q)
		}
	}
	return out
}

// otherSum is how many times a sum has to be another for the two to be of two doings.
const otherSum = 4

// past reports whether a claim is told as having come about, or may be.
func past(c *witness.Claim) bool {
	return (c.Modality == witness.Actual || c.Modality == witness.Alleged) && c.Tense != witness.Present && c.Tense != witness.FutureTense
}

// toBe reports whether a claim is told as still to come, for sure or not.
func toBe(c *witness.Claim) bool {
	switch c.Modality {
	case witness.Future, witness.Expected, witness.Intended, witness.Possible, witness.Wanted, witness.Ought, witness.Must:
		return true
	}
	return false
}

// otherSetting reports whether two doings are told of two bodies in one role besides
// who does it and to whom: "appear before the Crown Court", "before the magistrates".
func otherSetting(a, b *witness.Claim) bool {
	apart := false
	for _, p := range a.Others {
		for _, q := range b.Others {
			if p.Entity == nil || q.Entity == nil || p.Entity.Kind != witness.Organisation || q.Entity.Kind != witness.Organisation {
				continue
			}
			if p.Entity == q.Entity {
				return false
			}
			apart = apart || p.Prep == q.Prep
		}
	}
	return apart
}

// sureTie is the least likeness of two words that say one thing.
const sureTie = 0.75

// said reports whether word i is a verb by which something is made known, whatever the
// manner: said, announced, confirmed.
func said(lex *lexicon.Lexicon, st *witness.Statement, i int) bool {
	return i >= 0 && lex.Reports(st.Tokens[i].Lemma, lexicon.Verb, "say", "claim", "deny", "warn", "confirm", "answer", "show")
}

// content returns what is said by verb i at a time, or -1. The parse may hang it on the
// time.
func content(lex *lexicon.Lexicon, st *witness.Statement, i int, at *witness.Time) int {
	for _, rel := range [...]string{"ccomp", "xcomp", "obj"} {
		if k := compare.Child(st, i, rel); k >= 0 {
			return k
		}
	}
	oblique := lex.Reports(st.Tokens[i].Lemma, lexicon.Verb, "claim", "warn", "answer")
	for k := range st.Tokens {
		switch t := &st.Tokens[k]; t.Rel {
		case "obl", "nmod":
			if oblique && (t.Head == i || t.Head == at.Head) && contentPrep[compare.Word(st, compare.Child(st, k, "case"))] {
				return k // "warned on Monday of floods"
			}
		case "acl:relcl":
			if compare.Word(st, compare.Child(st, k, "mark")) == "that" && compare.VerbAbove(st, k) == i {
				return k // "announced today (4 November) that …"
			}
		}
	}
	return -1
}

// contentPrep are the prepositions by which some verbs of saying take what is said:
// "warned of floods", "answered to the charge".
var contentPrep = map[string]bool{"of": true, "about": true, "against": true, "to": true}

// told returns the word of a claim that token i hangs on, or -1.
func told(st *witness.Statement, i int) int {
	for h := st.Tokens[i].Head; h >= 0; h = st.Tokens[h].Head {
		if st.Tokens[h].UPOS == "VERB" || compare.ClaimAt(st, h) != nil {
			return h
		}
	}
	return -1
}

// oneDeed reports whether two verbs tell one and the same doing of news, in words of
// their own.
func oneDeed(lex *lexicon.Lexicon, x *compare.Pair, va, vb int) bool {
	if va < 0 || vb < 0 {
		return false
	}
	a, ok := lex.Deeds().Get(x.A.Tokens[va].Lemma)
	b, _ := lex.Deeds().Get(x.B.Tokens[vb].Lemma)
	return ok && a == b
}

// otherParty reports whether two participants are known to be two.
func otherParty(lex *lexicon.Lexicon, x *compare.Pair, da, db *witness.Arg) bool {
	if da == nil || db == nil {
		return false
	}
	if da.Entity != nil && db.Entity != nil {
		return da.Entity != db.Entity
	}
	if x.A.Tokens[da.Head].UPOS != "NOUN" || x.B.Tokens[db.Head].UPOS != "NOUN" {
		return false
	}
	return compare.Numbered(lex, x.A, da.Head) != compare.Numbered(lex, x.B, db.Head) || !x.Tied(da.Head, db.Head) && otherKind(lex, da.Lemma, db.Lemma)
}

// party returns who does, or to whom is done; nil where the parse shows none.
func party(c *witness.Claim) *witness.Arg {
	if c.Agent != nil {
		return c.Agent
	}
	return c.Patient
}

// otherKind reports whether two nouns name things of two kinds. Nouns for
// people do not: the driver may be the suspect.
func otherKind(lex *lexicon.Lexicon, a, b string) bool {
	if a == b || lex.Synonymous(a, b, lexicon.Noun) || lexicon.Category(a, lexicon.Noun) == "person" || lexicon.Category(b, lexicon.Noun) == "person" {
		return false
	}
	return !lexicon.Kin(a, b, lexicon.Noun, 5) && lexicon.Category(a, lexicon.Noun) != lexicon.Category(b, lexicon.Noun)
}

// sameDeed reports whether two verbs tell of one doing by the same doer to the same
// person or thing.
func sameDeed(x *compare.Pair, va, vb int) bool {
	if !x.Tied(va, vb) {
		return false
	}
	a, b := compare.ClaimAt(x.A, va), compare.ClaimAt(x.B, vb)
	return a != nil && b != nil && sameArg(x, a.Agent, b.Agent) && sameArg(x, a.Patient, b.Patient)
}

// sameArg reports whether two participants are one by name or by noun, also where one
// is of the other's kind: "the bond", "the bond measure".
func sameArg(x *compare.Pair, a, b *witness.Arg) bool {
	if a == nil || b == nil {
		return false
	}
	if a.Entity != nil || b.Entity != nil {
		return a.Entity == b.Entity
	}
	return x.Tied(a.Head, b.Head) || describes(x.A, a.Head, b.Lemma) || describes(x.B, b.Head, a.Lemma)
}

// describes reports whether a noun is set before noun i, to say of what kind it is.
func describes(st *witness.Statement, i int, noun string) bool {
	for k := range st.Tokens {
		if t := &st.Tokens[k]; t.Head == i && t.Rel == "compound" && t.Lemma == noun {
			return true
		}
	}
	return false
}
