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
	if va >= 0 && vb >= 0 && !x.Tied(va, vb) && x.A.Tokens[va].Lemma != x.B.Tokens[vb].Lemma && !lex.Synonymous(x.A.Tokens[va].Lemma, x.B.Tokens[vb].Lemma, lexicon.Verb) && (a.Grain > witness.Day || !oneDeed(lex, x, va, vb)) {
		return true
	}
	if va < 0 || vb < 0 {
		if ga, gb := told(x.A, a.Head), told(x.B, b.Head); ga >= 0 && gb >= 0 && !x.Tied(ga, gb) && !lexicon.Derived(x.A.Tokens[ga].Lemma, x.B.Tokens[gb].Lemma) && !oneDeed(lex, x, ga, gb) {
			return true // "were still missing on Monday", "the capsizing on Saturday"
		}
	}
	if said(lex, x.A, va) && said(lex, x.B, vb) {
		if sa, sb := content(x.A, va), content(x.B, vb); !x.Tied(sa, sb) || x.Weight(sa) < sureTie {
			return true // somebody announces one thing on one day and another on another
		}
	}
	if adrift(lex, x.A, va, a) || adrift(lex, x.B, vb, b) || otherStake(x.A, va, x.B, vb) {
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

// adrift reports whether a time behind verb v may date a happening that stands between
// the two: "charged with murder after a shooting at a party on Friday".
func adrift(lex *lexicon.Lexicon, st *witness.Statement, v int, t *witness.Time) bool {
	if v < 0 {
		return false
	}
	for k := v + 1; k < t.Head; k++ {
		switch st.Tokens[k].Lower {
		case "after", "following", "over", "since", "before", "during":
			for i := k + 1; i < t.Head; i++ {
				if st.Tokens[i].UPOS == "NOUN" && lex.Happenings().Has(st.Tokens[i].Lemma) || st.Tokens[i].UPOS == "VERB" {
					return true
				}
			}
			return false
		}
	}
	return false
}

// otherStake reports whether two doings are of sums that no slip makes of one: a theft
// of 90 million, one of 900,000.
func otherStake(sa *witness.Statement, va int, sb *witness.Statement, vb int) bool {
	for _, a := range compare.Facts[*witness.Quantity](sa) {
		for _, b := range compare.Facts[*witness.Quantity](sb) {
			if a.Kind == witness.Money && b.Kind == witness.Money && compare.VerbAbove(sa, a.Number) == va && compare.VerbAbove(sb, b.Number) == vb && max(a.Point, b.Point) > otherSum*min(a.Point, b.Point) {
				return true
			}
		}
	}
	return false
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
	for _, p := range a.Others {
		for _, q := range b.Others {
			if p.Prep == q.Prep && p.Entity != nil && q.Entity != nil && p.Entity != q.Entity && p.Entity.Kind == witness.Organisation && q.Entity.Kind == witness.Organisation {
				return true
			}
		}
	}
	return false
}

// sureTie is the least likeness of two words that say one thing.
const sureTie = 0.75

// said reports whether word i is a verb by which something is made known, whatever the
// manner: said, announced, confirmed.
func said(lex *lexicon.Lexicon, st *witness.Statement, i int) bool {
	return i >= 0 && lex.Reports(st.Tokens[i].Lemma, lexicon.Verb, "say", "claim", "deny", "warn", "confirm", "answer", "show")
}

// content returns what is said by verb i, or -1.
func content(st *witness.Statement, i int) int {
	for _, rel := range [...]string{"ccomp", "xcomp", "obj"} {
		if k := compare.Child(st, i, rel); k >= 0 {
			return k
		}
	}
	return -1
}

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
	return numbered(x.A, da.Head) != numbered(x.B, db.Head) || !x.Tied(da.Head, db.Head) && otherKind(lex, da.Lemma, db.Lemma)
}

// party returns who does, or to whom is done; nil where the parse shows none.
func party(c *witness.Claim) *witness.Arg {
	if c.Agent != nil {
		return c.Agent
	}
	return c.Patient
}

// numbered reports whether a noun is one of several in a row: "the sixth
// aftershock", "another fire".
func numbered(st *witness.Statement, i int) bool {
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind == witness.Ordinal && q.OfAt == i && q.Point > 1 {
			return true
		}
	}
	for k := range st.Tokens {
		if t := &st.Tokens[k]; t.Head == i && (t.Lower == "another" || t.Lower == "latest") {
			return true
		}
	}
	return false
}

// otherKind reports whether two nouns name things of two kinds. Nouns for
// people do not: the driver may be the suspect.
func otherKind(lex *lexicon.Lexicon, a, b string) bool {
	if a == b || lex.Synonymous(a, b, lexicon.Noun) || lexicon.Category(a, lexicon.Noun) == "person" || lexicon.Category(b, lexicon.Noun) == "person" {
		return false
	}
	_, up := lexicon.Hypernym(a, b, lexicon.Noun, 5)
	_, down := lexicon.Hypernym(b, a, lexicon.Noun, 5)
	return !up && !down && lexicon.Category(a, lexicon.Noun) != lexicon.Category(b, lexicon.Noun)
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
