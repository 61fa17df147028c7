package quantity

import (
	"cmp"
	"math"
	"slices"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// state reads what is said of the things that q counts: from the noun, from
// the verb above it, from what modifies it.
func state(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) string {
	at := q.OfAt
	if at < 0 {
		at = q.Number
	}
	states := lex.States()
	if s, ok := states.Get(st.Tokens[at].Lemma); ok {
		return s
	}
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if t.Head == at && i != q.Number && states.Has(t.Lemma) {
			s, _ := states.Get(t.Lemma)
			return s
		}
	}
	for steps, h := 0, st.Tokens[at].Head; h >= 0 && steps < 3; steps, h = steps+1, st.Tokens[h].Head {
		if s, ok := states.Get(st.Tokens[h].Lemma); ok {
			return s
		}
		if st.Tokens[h].UPOS == "VERB" {
			break
		}
	}
	return ""
}

// bodily are the states that only people and animals are in.
var bodily = map[string]bool{"dead": true, "injured": true, "homeless": true, "living": true, "sentenced": true, "convicted": true, "infected": true}

// living reports whether a noun counts people or animals: by the table, or by
// WordNet. No noun is taken for people.
func living(lex *lexicon.Lexicon, noun string) bool {
	if noun == "" || class(lex, noun) == "people" || lex.States().Has(noun) {
		return true
	}
	return person(noun) || lexicon.Category(noun, lexicon.Noun) == "animal"
}

// person reports whether a noun names people.
func person(noun string) bool {
	_, ok := lexicon.Hypernym(noun, "person", lexicon.Noun, 8)
	return ok
}

// ordinal reports whether the noun of a count has an ordinal too: then it is one,
// and the count is of something else.
func ordinal(st *witness.Statement, q *witness.Quantity) bool {
	for _, o := range compare.Facts[*witness.Quantity](st) {
		if o.Kind == witness.Ordinal && o.OfAt == q.OfAt {
			return true
		}
	}
	return false
}

// rare is the least rarity of a noun that tells by itself what is counted.
const rare = 0.6

// subject names what a quantity counts, over the whole event; nothing where
// it could be several things.
func subject(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) string {
	if q.Kind == witness.Label || q.Kind == witness.Ordinal || q.Kind == witness.Score || q.Kind == witness.Percent || math.IsNaN(q.Point) {
		return ""
	}
	if q.Unit == "Mw" {
		if dated(st) {
			return ""
		}
		return "magnitude"
	}
	if q.Kind == witness.Duration {
		if class(lex, q.Of) == "meeting" {
			return "duration of the meeting"
		}
		return ""
	}
	s := state(lex, st, q)
	if bodily[s] && !living(lex, q.Of) {
		s = "" // "80 hurt and seven villages damaged"
	}
	if q.Numeral == 1 || dated(st) {
		return "" // "one of them"; another year's event, told for comparison
	}
	if nation := nationality(lex, st, q); nation != "" {
		return "people of " + nation + " " + s
	}
	switch {
	case q.Kind == witness.Cardinal && s != "" && (class(lex, q.Of) == "people" || q.Of == "" || lex.States().Has(q.Of)):
		return s
	case q.Kind == witness.Cardinal && q.Of != "" && class(lex, q.Of) != "people" && class(lex, q.Of) != "tally" && !compounded(st, q) && align.Rarity(q.Of) >= rare:
		if s == "" && person(q.Of) || ordinal(st, q) {
			return "" // two groups of youths; "36 knockouts, in the seventh round"
		}
		return q.Of + " " + s
	}
	return ""
}

// dated reports whether a statement names a month or year: it likely tells of
// another event.
func dated(st *witness.Statement) bool {
	for _, t := range compare.Facts[*witness.Time](st) {
		if t.Grain >= witness.Month && !t.Relative {
			return true
		}
	}
	return false
}

// told is a quantity in its statement.
type told struct {
	st *witness.Statement
	q  *witness.Quantity
}

// across compares what independent reports say of one subject anywhere: how
// many died, how strong the quake was. A report that gives two figures for it
// speaks of two things, and is left out.
func across(p *compare.Pass) {
	bySubject := map[string][][]told{} // by witness
	var subjects []string
	for st := range p.Statements() {
		if st.Kind == witness.Furniture {
			continue
		}
		for _, q := range compare.Facts[*witness.Quantity](st) {
			s := subject(p.Lexicon, st, q)
			if s == "" {
				continue
			}
			if bySubject[s] == nil {
				bySubject[s] = make([][]told, len(p.Event.Witnesses))
				subjects = append(subjects, s)
			}
			bySubject[s][st.Witness.Index] = append(bySubject[s][st.Witness.Index], told{st, q})
		}
	}
	slices.Sort(subjects)
	for _, s := range subjects {
		var voices [][]told
		for _, list := range bySubject[s] {
			if s == "magnitude" {
				list = mainShock(list)
			}
			if len(list) > 0 && uniform(list) && len(voices) < maxVoices {
				voices = append(voices, list[:min(len(list), maxPlaces)])
			}
		}
		for i, a := range voices {
			for _, b := range voices[i+1:] {
				compareAcross(p, s, a, b)
			}
		}
	}
}

// mainShock keeps the greatest magnitude of a report: what came before and
// after the shock that it tells of was weaker.
func mainShock(list []told) []told {
	if len(list) == 0 {
		return nil
	}
	return []told{slices.MaxFunc(list, func(a, b told) int { return cmp.Compare(a.q.Point, b.q.Point) })}
}

// maxVoices bounds the reports that are compared pair by pair on one subject.
const maxVoices = 24

// maxPlaces is in how many places at most a report's figure is shown. Who
// corrects it has to correct it in all of them.
const maxPlaces = 4

// uniform reports whether a report gives one figure only.
func uniform(list []told) bool {
	for _, t := range list[1:] {
		if !near(t.q.Point, list[0].q.Point) {
			return false
		}
	}
	return true
}

// compareAcross compares the figure of two reports, wherever they give it.
func compareAcross(p *compare.Pass, subject string, as, bs []told) {
	for _, a := range as {
		for _, b := range bs {
			comparePlaces(p, subject, a, b)
		}
	}
}

func comparePlaces(p *compare.Pass, subject string, a, b told) {
	if a.q.Kind != b.q.Kind || a.q.Unit != b.q.Unit || near(a.q.Point, b.q.Point) ||
		incomparable(p.Lexicon, a.st, a.q, b.st, b.q) || a.q.Unit != "Mw" && !restricted(p.Lexicon, a.q, b.q) {
		return
	}
	va, vb := compare.QuantityValue(a.q), compare.QuantityValue(b.q)
	d := compare.Difference{
		A:     compare.Spot{Statement: a.st, Span: a.q.Span, Value: va},
		B:     compare.Spot{Statement: b.st, Span: b.q.Span, Value: vb},
		Kind:  compare.Conflict,
		Topic: subject, Severity: compare.Major, Confidence: 0.7,
		Reason: va + " and " + vb + " cannot both be right.",
	}
	switch {
	case intersect(a.q.Value, b.q.Value):
		if imprecision(a.q, b.q) != compare.Minor {
			return
		}
		d.Kind, d.Severity = compare.Imprecision, compare.Minor
		d.Reason = va + " and " + vb + " can both be true, but are not the same figure."
	case rounding(a.q, b.q):
		return
	case subject != "dead" && subject != "injured" && subject != "missing" && subject != "magnitude":
		d.Severity = compare.Minor
	}
	p.ReportAcross(d)
}
