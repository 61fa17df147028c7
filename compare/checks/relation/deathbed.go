package relation

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// deathbed is in what sort of place a report says that a person died.
type deathbed struct {
	st    *witness.Statement
	span  witness.Span
	class string
}

// beds are the nouns of places where people die, by sort. A prison may have a hospital,
// and the scene may be a home.
var beds = map[string]string{"home": "home", "house": "home", "residence": "home", "hospital": "hospital", "infirmary": "hospital", "clinic": "hospital",
	"hospice": "hospice", "scene": "scene", "spot": "scene"}

// otherBed are the sorts of places of which one person dies in one alone.
var otherBed = map[[2]string]bool{{"home", "hospital"}: true, {"home", "hospice"}: true, {"hospital", "scene"}: true, {"hospice", "scene"}: true}

// deathbeds compares over the whole event where the reports let one named person die: at
// home or in a hospital, at the scene or on a ward. A report that has both corrects the one.
func deathbeds(p *compare.Pass) {
	by := make([][]deathbed, len(p.Event.Entities))
	for st := range p.Statements() {
		for _, c := range compare.Facts[*witness.Claim](st) {
			if b, ok := bed(st, c); ok {
				by[c.Agent.Entity.ID] = append(by[c.Agent.Entity.ID], b)
			}
		}
	}
	for id, list := range by {
		for i, a := range list {
			for _, b := range list[i+1:] {
				if a.st.Witness == b.st.Witness || has(list, a.st.Witness, b.class) || has(list, b.st.Witness, a.class) || !otherBed[[2]string{min(a.class, b.class), max(a.class, b.class)}] {
					continue
				}
				p.ReportAcross(compare.Difference{
					A:    compare.Spot{Statement: a.st, Span: a.span, Value: a.class},
					B:    compare.Spot{Statement: b.st, Span: b.span, Value: b.class},
					Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.75, Topic: "where " + p.Event.Entities[id].Name + " died",
					Reason: fmt.Sprintf("Nobody dies in two places: %s is not %s.", a.class, b.class),
				})
			}
		}
	}
}

// has reports whether a report lets a person die in a place of a sort.
func has(list []deathbed, w *witness.Witness, class string) bool {
	return slices.ContainsFunc(list, func(d deathbed) bool { return d.st.Witness == w && d.class == class })
}

// bed reads where somebody of a name died: the first place of a known sort after the
// verb, whatever the tree hangs it from ("died of a stroke at a hospice near his home").
func bed(st *witness.Statement, c *witness.Claim) (deathbed, bool) {
	if c.Predicate != "die" || c.Negative || c.Modality != witness.Actual || c.Agent == nil || c.Agent.Entity == nil || c.Agent.Entity.Kind == witness.Place {
		return deathbed{}, false
	}
	for k := c.Head + 1; k < len(st.Tokens) && k <= c.Head+farthest; k++ {
		t := &st.Tokens[k]
		if t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "SCONJ" {
			break
		}
		class := beds[t.Lemma]
		if class == "" || k+1 < len(st.Tokens) && st.Tokens[k+1].UPOS == "NOUN" {
			continue
		}
		prep := k - 1
		for prep > c.Head && st.Tokens[prep].UPOS != "ADP" && st.Tokens[prep].UPOS != "PUNCT" {
			prep--
		}
		if w := st.Tokens[prep].Lower; w == "at" || w == "in" {
			return deathbed{st, compare.TokenSpan(st, prep, k), class}, true
		}
	}
	return deathbed{}, false
}

// farthest is how many words after "died" its place may stand.
const farthest = 14
