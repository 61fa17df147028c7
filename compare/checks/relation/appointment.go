package relation

import (
	"fmt"
	"time"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// appointment is a day to come with the city that a statement names for it.
type appointment struct {
	st   *witness.Statement
	day  *witness.Time
	name *witness.Name
	city string
}

// appointments compares over the whole event where the reports put what is to be on
// a day to come: "meet again in Rabat on 24 April", "next round: Tunis, April 24".
// The days of the event itself see much in many places; of a day that is still to
// come the reports of one event tell one thing. A report with two cities for it is
// left out.
func appointments(p *compare.Pass) {
	byWitness := make([][]appointment, len(p.Event.Witnesses))
	for st := range p.Statements() {
		if a, ok := appointmentOf(p.Lexicon, st); ok {
			byWitness[st.Witness.Index] = append(byWitness[st.Witness.Index], a)
		}
	}
	for a, b := range compare.Between(byWitness) {
		if !a.day.From.Equal(b.day.From) || !otherCity(p.Lexicon, a, b) || !oneMatter(a.st, b.st) ||
			elsewhere(byWitness[a.st.Witness.Index], a) || elsewhere(byWitness[b.st.Witness.Index], b) {
			continue
		}
		p.ReportAcross(compare.Difference{
			A:    compare.Spot{Statement: a.st, Span: compare.TokenSpan(a.st, a.name.First, a.name.Last), Value: a.name.Entity.Name},
			B:    compare.Spot{Statement: b.st, Span: compare.TokenSpan(b.st, b.name.First, b.name.Last), Value: b.name.Entity.Name},
			Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: "place on " + a.day.From.Format("2 January"),
			Reason: fmt.Sprintf("What is to be on that day is in %s by one report and in %s by the other.", a.name.Entity.Name, b.name.Entity.Name),
		})
	}
}

// otherCity reports whether two appointments name two cities, neither of which lies
// in the other.
func otherCity(lex *lexicon.Lexicon, a, b appointment) bool {
	return a.city != b.city && a.name.Entity != b.name.Entity && !lex.Contains(a.city, b.city) && !lex.Contains(b.city, a.city)
}

// elsewhere reports whether a report names another city for the same day.
func elsewhere(own []appointment, a appointment) bool {
	for _, o := range own {
		if o.day.From.Equal(a.day.From) && o.city != a.city {
			return true
		}
	}
	return false
}

// appointmentOf reads the one day to come that a statement names, with the one city
// in it.
func appointmentOf(lex *lexicon.Lexicon, st *witness.Statement) (appointment, bool) {
	a := appointment{st: st}
	published := st.Witness.Published
	if published.IsZero() {
		return a, false
	}
	for _, t := range compare.Facts[*witness.Time](st) {
		if t.Grain != witness.Day || !t.Explicit || t.From.IsZero() || !t.From.After(published.Add(24*time.Hour)) {
			continue
		}
		if a.day != nil && !a.day.From.Equal(t.From) {
			return a, false
		}
		a.day = t
	}
	if a.day == nil {
		return a, false
	}
	for _, n := range compare.Facts[*witness.Name](st) {
		city, ok := cityOf(lex, n)
		if !ok {
			continue
		}
		if a.name != nil && a.city != city {
			return a, false
		}
		a.name, a.city = n, city
	}
	return a, a.name != nil && together(st, a.name, a.day)
}

// together reports whether a city and a day belong to one thing: they hang on one verb,
// or stand next to each other ("Tunis, April 24").
func together(st *witness.Statement, n *witness.Name, t *witness.Time) bool {
	if v := compare.VerbAbove(st, n.Head); v >= 0 && v == compare.VerbAbove(st, t.Head) {
		return true
	}
	first, last := compare.FirstAt(st, t.Span.Start), compare.FirstAt(st, t.Span.End)-1
	return n.First > last && n.First-last <= nextTo || first > n.Last && first-n.Last <= nextTo
}

// nextTo is how many tokens on a city and a day beside it may stand.
const nextTo = 2

// oneMatter reports whether two statements have a noun or verb in common, so that they
// can tell of one thing to come.
func oneMatter(a, b *witness.Statement) bool {
	for i := range a.Tokens {
		for j := range b.Tokens {
			x, y := &a.Tokens[i], &b.Tokens[j]
			if telling(x) && telling(y) && (x.Lemma == y.Lemma || lexicon.Derived(x.Lemma, y.Lemma)) {
				return true
			}
		}
	}
	return false
}

// telling reports whether a word says what is to be: a noun or a verb of some sense.
func telling(t *witness.Token) bool {
	return (t.UPOS == "NOUN" || t.UPOS == "VERB") && align.Rarity(t.Lemma) > 0.3
}

// cityOf returns the key of the city that a name is; a capital may stand for its
// government.
func cityOf(lex *lexicon.Lexicon, n *witness.Name) (string, bool) {
	if n.Entity == nil || n.Demonym || n.Metonym {
		return "", false
	}
	k, ok := key(lex, n)
	if !ok {
		return "", false
	}
	for _, f := range lex.Places().GetAll(k) {
		if f.Kind == "city" || f.As == "capital" {
			return k, true
		}
	}
	return "", false
}
