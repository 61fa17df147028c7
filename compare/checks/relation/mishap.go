package relation

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// mishap are the nouns for what an event has one of, so that "the fire" is the same
// wherever its reports speak of it.
var mishap = map[string]bool{"fire": true, "blaze": true, "crash": true, "accident": true, "explosion": true, "blast": true, "derailment": true, "collapse": true,
	"collision": true, "outage": true, "blackout": true, "disaster": true, "leak": true, "spill": true}

// mishaps compares, over the whole event, what the reports say that its one mishap came
// of, in statements too short to correspond: "a short circuit caused the fire", "the
// cause of the fire was arson". Who says so may be mistaken at the time, so it is of
// less weight than what two statements side by side let it come of.
func mishaps(p *compare.Pass) {
	var all []cause
	for st := range p.Statements() {
		for _, c := range causesIn(p, st) {
			if c.mishap() != "" && len(all) < mostCauses {
				all = append(all, c)
			}
		}
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.st.Witness != b.st.Witness && a.mishap() == b.mishap() && !p.Together(a.st, b.st) && otherCause(p.Lexicon, a, b) {
				d := a.against(b)
				d.Severity, d.Confidence, d.Topic = compare.Minor, 0.55, "cause of the "+a.mishap()
				p.ReportAcross(d)
			}
		}
	}
}

// mostCauses bounds what is compared: an event has a few.
const mostCauses = 64

// mishap names the mishap that a cause is stated of, or is empty: a noun for one, or the
// verb by which the thing came to grief.
func (c cause) mishap() string {
	if c.death || c.claim.Modality != witness.Actual || c.claim.Negative {
		return ""
	}
	noun := c.effect
	if c.thing != nil {
		noun = c.thing.Head
	}
	lemma := c.st.Tokens[noun].Lemma
	switch {
	case !theOnly(c.st, noun):
	case mishap[lemma]:
		return lemma
	case c.thing != nil && wrecked[c.claim.Predicate]:
		return lemma + "'s " + c.claim.Predicate
	}
	return ""
}

// wrecked are verbs by which a thing comes to grief once.
var wrecked = map[string]bool{"crash": true, "derail": true, "explode": true, "sink": true, "capsize": true, "collapse": true, "overturn": true}

// theOnly reports whether noun i is brought in as known, and nothing tells it from
// others: "the fire", not "a fire" nor "the fire in the barn".
func theOnly(st *witness.Statement, i int) bool {
	definite := false
	for k := range st.Tokens {
		t := &st.Tokens[k]
		if t.Head != i {
			continue
		}
		switch {
		case t.Rel == "det":
			definite = t.Lower == "the"
		case t.Rel == "amod", t.Rel == "nummod", restricts(t, i), t.Rel == "acl:relcl":
			return false
		}
	}
	return definite
}
