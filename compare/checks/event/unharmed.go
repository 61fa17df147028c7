package event

import (
	"fmt"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// rare is the least rarity of a noun that means one thing over a whole event.
const rare = 0.6

// told is a fate with where it is told.
type told struct {
	st *witness.Statement
	fate
}

// unharmed compares, over the whole event, what one report says was not harmed
// with what others say was: power that was not affected, and power that the
// storm knocked out. A report that says both speaks of two places.
func unharmed(p *compare.Pass) {
	safe := &scales[0].grades[0]
	by := map[string][]told{}
	for st := range p.Statements() {
		for _, f := range fates(st) {
			if f.scale == scales[0] && (utilities[f.lemma] || align.Rarity(f.lemma) >= rare) {
				by[f.lemma] = append(by[f.lemma], told{st, f})
			}
		}
	}
	for st := range p.Statements() {
		for _, f := range fates(st) {
			if f.grade != safe {
				continue
			}
			list := by[f.lemma]
			for _, o := range list {
				if o.grade == safe || o.st.Witness == st.Witness || both(list, st.Witness, safe) || both(list, o.st.Witness, safe) {
					continue
				}
				p.ReportAcross(compare.Difference{
					A:    compare.Spot{Statement: st, Span: f.words(st), Value: f.grade.name},
					B:    compare.Spot{Statement: o.st, Span: o.words(o.st), Value: o.grade.name},
					Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.65, Topic: "what became of " + f.lemma,
					Reason: fmt.Sprintf("%s is not %s.", f.grade.name, o.grade.name),
				})
			}
		}
	}
}

// both reports whether a report tells of a thing both as harmed and as not.
func both(list []told, w *witness.Witness, safe *grade) bool {
	yes, no := false, false
	for _, t := range list {
		if t.st.Witness == w {
			yes = yes || t.grade != safe
			no = no || t.grade == safe
		}
	}
	return yes && no
}
