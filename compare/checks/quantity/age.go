package quantity

import (
	"fmt"
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// namedAges compares how old the reports say that one and the same named person
// is, wherever they say it.
func namedAges(p *compare.Pass) {
	byPerson := make([][]told, len(p.Event.Entities))
	for st := range p.Statements() {
		for _, q := range compare.Facts[*witness.Quantity](st) {
			if e := aged(st, q); e != nil {
				byPerson[e.ID] = append(byPerson[e.ID], told{st, q})
			}
		}
	}
	for id, list := range byPerson {
		for i, a := range list {
			for _, b := range list[i+1:] {
				if a.st.Witness != b.st.Witness && !saysAge(list, a.st.Witness, b.q) && !saysAge(list, b.st.Witness, a.q) {
					reportAges(p, p.Event.Entities[id], a, b)
				}
			}
		}
	}
}

// saysAge reports whether a report gives a person the age q too.
func saysAge(list []told, w *witness.Witness, q *witness.Quantity) bool {
	for _, t := range list {
		if t.st.Witness == w && t.q.Point == q.Point {
			return true
		}
	}
	return false
}

func reportAges(p *compare.Pass, e *witness.Entity, a, b told) {
	gap := math.Abs(a.q.Point - b.q.Point)
	grown, known := apart(a.st.Witness, b.st.Witness)
	if gap == 0 || known && gap <= grown || !sameFullName(e, a.st, b.st) && !oneLife(a.q, b.q) {
		return
	}
	d := compare.Difference{
		A:    compare.Spot{Statement: a.st, Span: a.q.Span, Value: ageValue(a.q)},
		B:    compare.Spot{Statement: b.st, Span: b.q.Span, Value: ageValue(b.q)},
		Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.9, Topic: "age of " + e.Name,
		Reason: fmt.Sprintf("Nobody is %s and %s years old.", ageValue(a.q), ageValue(b.q)),
	}
	switch {
	case gap <= grown+1:
		d.Severity, d.Confidence = compare.Minor, 0.7
		d.Reason = fmt.Sprintf("%s and %s years: one is wrong, unless a birthday lies between the reports.", ageValue(a.q), ageValue(b.q))
	case !known && gap <= few:
		d.Confidence = 0.75 // the reports may be years apart
	}
	p.ReportAcross(d)
}

// few is how many years may lie between two reports of one event whose dates
// are unknown: an arrest and the verdict.
const few = 3

// apart returns by how many birthdays somebody may be older in one report than
// in the other, apart from the one that may lie between two days of a year, and
// whether the dates of both are known.
func apart(a, b *witness.Witness) (years float64, known bool) {
	if a.Published.IsZero() || b.Published.IsZero() {
		return 0, false
	}
	return math.Floor(a.Published.Sub(b.Published).Abs().Hours() / (24 * 365.25)), true
}

// sameFullName reports whether two statements name a person by the same two words or
// more. A surname alone is a father's and his son's too.
func sameFullName(e *witness.Entity, a, b *witness.Statement) bool {
	for _, n := range compare.Facts[*witness.Name](a) {
		if n.Entity != e || n.First == n.Last {
			continue
		}
		for _, m := range compare.Facts[*witness.Name](b) {
			if m.Entity == e && m.Form == n.Form {
				return true
			}
		}
	}
	return false
}

// oneLife reports whether two ages may be one person's, one of them wrong: a few years
// apart, or with a figure in common where it stands, or the figures exchanged, or one
// dropped. Others are those of two persons whom the words do not tell apart: a father
// and his son.
func oneLife(a, b *witness.Quantity) bool {
	if math.Abs(a.Point-b.Point) <= lustrum {
		return true
	}
	x, y := ageValue(a), ageValue(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	switch {
	case len(x) == 1 && len(y) == 2:
		return x[0] == y[0] || x[0] == y[1]
	case len(x) == 2 && len(y) == 2:
		return x[0] == y[0] || x[1] == y[1] || x[0] == y[1] && x[1] == y[0]
	}
	return false
}

// lustrum is by how many years reports mistake an age without a slip of the pen.
const lustrum = 5

func ageValue(q *witness.Quantity) string { return fmt.Sprintf("%.0f", q.Point) }

// aged returns the person whose age q is, by the words between the two: "Ann
// Lee, 34,", "Ann Lee, a 34-year-old teacher", "34-year-old teacher Ann Lee",
// but not "Lee's 12-year-old son".
func aged(st *witness.Statement, q *witness.Quantity) *witness.Entity {
	if q.Kind != witness.Age || q.Hedge != witness.Exact || q.Value.Lo != q.Value.Hi || math.IsNaN(q.Point) {
		return nil
	}
	end := compare.FirstAt(st, q.Span.End)
	for _, n := range compare.Facts[*witness.Name](st) {
		if n.Entity == nil || n.Demonym || n.Entity.Kind == witness.Place || n.Entity.Kind == witness.Organisation {
			continue
		}
		if next := n.Last + 1; next < len(st.Tokens) && st.Tokens[next].UPOS == "NOUN" {
			continue // "a 34-year-old Leeds woman"
		}
		if n.First >= end && between(st, end, n.First, "NOUN", "ADJ", "PROPN") || n.Last < q.Number && between(st, n.Last+1, q.Number, "PUNCT", "DET", "AUX") {
			return n.Entity
		}
	}
	if c := claimOf(st, q); c != nil && c.Predicate == "die" && c.Agent != nil && c.Agent.Entity != nil && c.Agent.Entity.Kind == witness.Person {
		return c.Agent.Entity // "she died at the age of 34"
	}
	return nil
}

// farthestAge is how many words may stand between a person and an age.
const farthestAge = 4

// between reports whether only words of some parts of speech stand from token
// first to before token end, "aged" and "who" aside.
func between(st *witness.Statement, first, end int, pos ...string) bool {
	if end-first > farthestAge {
		return false
	}
next:
	for k := first; k < end; k++ {
		t := &st.Tokens[k]
		if t.Lower == "aged" || t.Lower == "age" || t.Lower == "who" {
			continue
		}
		for _, u := range pos {
			if t.UPOS == u && t.Lower != ";" && t.Lower != "." {
				continue next
			}
		}
		return false
	}
	return true
}

// unnamedAges compares the ages of a person whom two corresponding statements
// leave unnamed: the one age that each gives, of one noun to which one thing
// happened. The other report must not know the age at all.
func unnamedAges(p *compare.Pass, x *compare.Pair, freeA, freeB []*witness.Quantity) {
	a, b := onlyAge(x.A, freeA), onlyAge(x.B, freeB)
	if a == nil || b == nil || a.Point == b.Point || !x.Close() || !oneLife(a, b) || aged(x.A, a) != nil || aged(x.B, b) != nil || knowsAge(x.A.Witness, b) || knowsAge(x.B.Witness, a) {
		return
	}
	na, nb := described(x.A, a), described(x.B, b)
	if na < 0 || nb < 0 || x.A.Tokens[na].Lemma != x.B.Tokens[nb].Lemma {
		return
	}
	if !(onlyOne(x.A, na) && onlyOne(x.B, nb)) && !sameFate(x.A, na, x.B, nb) && !sameDoing(p.Lexicon, x, a, na, b, nb) {
		return
	}
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: a.Span, Value: ageValue(a)},
		B:    compare.Spot{Statement: x.B, Span: b.Span, Value: ageValue(b)},
		Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: "age of the " + x.A.Tokens[na].Lemma,
		Reason: fmt.Sprintf("Nobody is %s and %s years old.", ageValue(a), ageValue(b)),
	})
}

// sameDoing reports whether two persons, the nouns na and nb, of the ages a and b have
// one place in one doing.
func sameDoing(lex *lexicon.Lexicon, x *compare.Pair, a *witness.Quantity, na int, b *witness.Quantity, nb int) bool {
	ca, cb := claimOf(x.A, a), claimOf(x.B, b)
	return ca != nil && cb != nil && samePredicate(lex, x, ca, cb) && x.A.Tokens[na].Rel == x.B.Tokens[nb].Rel
}

// sameFate reports whether two persons, the nouns na and nb, are said to stand alike, by
// whatever words: one died, one was killed.
func sameFate(sa *witness.Statement, na int, sb *witness.Statement, nb int) bool {
	for _, a := range compare.Facts[*witness.Condition](sa) {
		for _, b := range compare.Facts[*witness.Condition](sb) {
			if a.Thing.Head == na && b.Thing.Head == nb && a.Scale == b.Scale && a.Value == b.Value && a.Modality == b.Modality {
				return true
			}
		}
	}
	return false
}

// onlyOne reports whether noun i is of the one such person whom a report has: it has the
// article, and the report tells no second age.
func onlyOne(st *witness.Statement, i int) bool {
	d := compare.Child(st, i, "det")
	if d < 0 || st.Tokens[d].Lower != "the" {
		return false
	}
	age := math.NaN()
	for _, s := range st.Witness.Statements {
		for _, q := range compare.Facts[*witness.Quantity](s) {
			if q.Kind == witness.Age && !math.IsNaN(age) && q.Point != age {
				return false
			} else if q.Kind == witness.Age {
				age = q.Point
			}
		}
	}
	return true
}

// onlyAge returns the age among free where the statement has no other.
func onlyAge(st *witness.Statement, free []*witness.Quantity) *witness.Quantity {
	for _, q := range free {
		if q.Kind == witness.Age && q.Hedge == witness.Exact && one(st, q) && !math.IsNaN(q.Point) {
			return q
		}
	}
	return nil
}

// knowsAge reports whether a report has somebody of the age q.
func knowsAge(w *witness.Witness, q *witness.Quantity) bool {
	for _, st := range w.Statements {
		for _, o := range compare.Facts[*witness.Quantity](st) {
			if o.Kind == witness.Age && o.Point == q.Point {
				return true
			}
		}
	}
	return false
}

// described returns the noun for a person that an age is told of: "a
// 34-year-old teacher", "a teacher, 34,", "a teacher aged 34", "the teacher is 34 years
// old"; -1 where there is none.
func described(st *witness.Statement, q *witness.Quantity) int {
	person := func(k int) bool {
		return st.Tokens[k].UPOS == "NOUN" && st.Tokens[k].XPOS == "NN" && lexicon.Category(st.Tokens[k].Lemma, lexicon.Noun) == "person"
	}
	end := compare.FirstAt(st, q.Span.End)
	for k := end; k < min(len(st.Tokens), end+farthestAge); k++ {
		if person(k) {
			return k
		}
		if u := st.Tokens[k].UPOS; u != "ADJ" && u != "PROPN" && u != "NOUN" {
			break
		}
	}
	k := q.Number - 1
	if k >= 0 && st.Tokens[k].Lower == "aged" {
		k--
	}
	if k >= 0 && st.Tokens[k].Lower == "," {
		k--
	}
	if k >= 0 && k < q.Number-1 && person(k) {
		return k
	}
	if c := claimOf(st, q); c != nil && c.Predicate == "old" && c.Agent != nil && person(c.Agent.Head) {
		return c.Agent.Head
	}
	return -1
}
