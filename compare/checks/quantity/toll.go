package quantity

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// states are what is said of people who are counted: the lemmas that put them
// among the dead, the injured and so on. Two counts of people are of one thing
// only if they are of one state.
var states = map[string]string{
	"kill": "dead", "die": "dead", "dead": "dead", "death": "dead", "fatality": "dead", "perish": "dead", "slay": "dead", "murder": "dead", "toll": "dead", "claim": "dead", "life": "dead",
	"injure": "injured", "injured": "injured", "injury": "injured", "wound": "injured", "wounded": "injured", "hurt": "injured", "hospitalize": "injured",
	"missing": "missing", "miss": "missing", "disappear": "missing",
	"arrest": "arrested", "detain": "arrested", "capture": "arrested", "apprehend": "arrested", "nab": "arrested", "seize": "arrested", "catch": "arrested", "jail": "arrested",
	"evacuate": "evacuated", "displace": "evacuated", "flee": "evacuated", "homeless": "homeless", "rescue": "rescued", "save": "rescued",
	"reside": "living", "resident": "living", "population": "living", "home": "living", "inhabitant": "living", "live": "living",
	"vote": "voting", "attend": "attending", "protest": "protesting", "sentence": "sentenced", "convict": "convicted", "infect": "infected", "deploy": "deployed", "mass": "deployed", "post": "deployed",
}

// state reads what is said of the things that q counts: from the noun, from
// the verb above it, from what modifies it.
func state(st *witness.Statement, q *witness.Quantity) string {
	at := q.OfAt
	if at < 0 {
		at = q.Number
	}
	if s := states[st.Tokens[at].Lemma]; s != "" {
		return s
	}
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if t.Head == at && i != q.Number && states[t.Lemma] != "" {
			return states[t.Lemma]
		}
	}
	for steps, h := 0, st.Tokens[at].Head; h >= 0 && steps < 3; steps, h = steps+1, st.Tokens[h].Head {
		if s := states[st.Tokens[h].Lemma]; s != "" {
			return s
		}
		if st.Tokens[h].UPOS == "VERB" {
			break
		}
	}
	return ""
}

// rare is the least rarity of a noun that tells by itself what is counted.
const rare = 0.6

// subject names what a quantity counts, over the whole event; nothing where
// it could be several things.
func subject(st *witness.Statement, q *witness.Quantity) string {
	if q.Kind == witness.Label || q.Kind == witness.Ordinal || q.Kind == witness.Score || q.Kind == witness.Percent || math.IsNaN(q.Point) {
		return ""
	}
	if magnitude(st, q) {
		return "magnitude"
	}
	if q.Kind == witness.Duration {
		if meetings[q.Of] {
			return "duration of the meeting"
		}
		return ""
	}
	s := state(st, q)
	if q.Numeral == 1 || dated(st) {
		return "" // "one of them"; another year's event, told for comparison
	}
	switch {
	case q.Kind == witness.Cardinal && s != "" && (persons[q.Of] || q.Of == "" || states[q.Of] != ""):
		return s
	case q.Kind == witness.Cardinal && q.Of != "" && !persons[q.Of] && align.Rarity(q.Of) >= rare:
		return q.Of + " " + s
	}
	return ""
}

// dated reports whether a statement names a year or decade: it likely tells of
// another event.
func dated(st *witness.Statement) bool {
	for _, t := range compare.Facts[*witness.Time](st) {
		if t.Grain >= witness.Year && !t.Relative {
			return true
		}
	}
	return false
}

// magnitude reports whether q is the strength of an earthquake.
func magnitude(st *witness.Statement, q *witness.Quantity) bool {
	if q.Point < 3 || q.Point >= 10 || q.Point == math.Trunc(q.Point) {
		return false
	}
	for d := -3; d <= 2; d++ {
		if k := q.Number + d; k >= 0 && k < len(st.Tokens) && (st.Tokens[k].Lemma == "magnitude" || st.Tokens[k].Lemma == "richter") {
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
			s := subject(st, q)
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
		var once []told
		for _, list := range bySubject[s] {
			if len(list) > 0 && uniform(list) && len(once) < maxVoices {
				once = append(once, list[0])
			}
		}
		for i, a := range once {
			for _, b := range once[i+1:] {
				compareAcross(p, s, a, b)
			}
		}
	}
}

// maxVoices bounds the reports that are compared pair by pair on one subject.
const maxVoices = 24

// uniform reports whether a report gives one figure only.
func uniform(list []told) bool {
	for _, t := range list[1:] {
		if !near(t.q.Point, list[0].q.Point) {
			return false
		}
	}
	return true
}

func compareAcross(p *compare.Pass, subject string, a, b told) {
	if a.q.Kind != b.q.Kind || a.q.Unit != b.q.Unit || near(a.q.Point, b.q.Point) ||
		len(a.q.Mods) > 0 && len(b.q.Mods) > 0 && !overlap(a.q.Mods, b.q.Mods) {
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
