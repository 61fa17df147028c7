package name

import (
	"fmt"
	"maps"
	"slices"

	"github.com/agnivade/levenshtein"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// fewest is how many reports must agree on a person's name before another that
// looks like it is held against it wherever it stands.
const fewest = 2

// confusions are the persons whom the reports of an event may confuse, looked for
// by the part that their names share, so that no name is held against all others.
type confusions struct {
	*compare.Pass
	found map[[2]int]bool // the pairs of entities that are reported
}

// persons finds over the whole event, wherever the reports say it, the person to
// whom one report gives another surname or another given name than the others:
// Anna Fontana, Anna Fonseca. It adds to the pairs of entities that are reported.
func persons(p *compare.Pass, found map[[2]int]bool) {
	c := confusions{Pass: p, found: found}
	byGiven, byFamily := map[string][]*person{}, map[string][]*person{}
	for _, x := range people(p) {
		given, family := text.NameKey(x.given), text.NameKey(x.family)
		if given == "" || family == "" {
			continue
		}
		byGiven[given+" "+family[:1]] = append(byGiven[given+" "+family[:1]], x)
		byFamily[family] = append(byFamily[family], x)
	}
	surname := part{of: func(x *person) string { return x.family }, two: p.Names.TwoSurnames, bare: true}
	for _, key := range slices.Sorted(maps.Keys(byGiven)) {
		c.confront(figures(byGiven[key], surname), surname, c.surnames)
	}
	given := part{of: func(x *person) string { return x.given }, two: p.Names.TwoGiven}
	for _, key := range slices.Sorted(maps.Keys(byFamily)) {
		// Three of one surname are a family, or the surname is a common one.
		if fs := figures(byFamily[key], given); len(fs) == 2 {
			c.confront(fs, given, c.givenNames)
		}
	}
}

// confront reports the figures of which one report alone names the one and others
// the other, where no report knows both and their likeness is no chance. How sure
// that is says likely, 0 for not at all.
func (c *confusions) confront(fs []*figure, by part, likely func(many, one *figure) float64) {
	for i, a := range fs { // most are one
		for _, b := range fs[i+1:] {
			many, one := a, b
			if len(many.voices) < len(one.voices) {
				many, one = b, a
			}
			if len(one.voices) != 1 || many.gender() != one.gender() && many.gender() != witness.UnknownGender && one.gender() != witness.UnknownGender {
				continue
			}
			if sure := likely(many, one); sure > 0 && !c.acquainted(many, one, by) && !c.acquainted(one, many, by) {
				c.report(many, one, sure)
			}
		}
	}
}

// surnames says how likely two figures of one given name are one person: their
// surnames look alike, and the reports say like things of them.
func (c *confusions) surnames(many, one *figure) float64 {
	several := len(many.voices) >= fewest
	switch {
	case !resembling(many.names[0].family, one.names[0].family):
		return 0
	case several && many.sameOffice(one):
		return 0.85
	case c.corresponding(many, one):
		return 0.75
	case several && many.likeSaid(c.Lexicon, one):
		return 0.7
	}
	return 0
}

// givenNames says how likely two figures of one surname are one person. Brothers
// and couples are not: neither may be told of among kin. Without a common office
// the given names must be of one gender and begin alike.
func (c *confusions) givenNames(many, one *figure) float64 {
	kin := func(m mention) bool { return related(c.Lexicon, m.st) }
	switch {
	case len(many.voices) < fewest || slices.ContainsFunc(many.told, kin) || slices.ContainsFunc(one.told, kin):
		return 0
	case many.sameOffice(one):
		return 0.85
	case many.otherOffice(one) || many.gender() == witness.UnknownGender || many.gender() != one.gender() || many.names[0].given[0] != one.names[0].given[0]:
		return 0
	case c.corresponding(many, one):
		return 0.75
	case many.likeSaid(c.Lexicon, one):
		return 0.65
	}
	return 0
}

// resembling reports whether two surnames look so much alike that one can be a
// slip for the other.
func resembling(a, b string) bool {
	return len(a) >= 3 && len(b) >= 3 && a[:3] == b[:3] || levenshtein.ComputeDistance(a, b)*2 < max(len(a), len(b))
}

// corresponding reports whether statements that name the one and the other state
// the same thing.
func (c *confusions) corresponding(f, g *figure) bool {
	return slices.ContainsFunc(g.told, func(b mention) bool {
		return slices.ContainsFunc(f.told, func(a mention) bool { return c.Together(a.st, b.st) })
	})
}

// acquainted reports whether a report that names f has, in whatever connection, the
// part of g's name by which the two differ.
func (c *confusions) acquainted(f, g *figure, by part) bool {
	words := compare.Once(c.Pass, vocabulary)
	return slices.ContainsFunc(f.told, func(m mention) bool {
		return slices.ContainsFunc(words[m.st.Witness], func(w string) bool {
			return slices.ContainsFunc(g.names, func(x *person) bool { return c.Names.SameWord(w, by.of(x)) && !by.two(w, by.of(x)) })
		})
	})
}

// report sets what the one report calls a person against what each of the others
// does, in the statements that correspond where some do.
func (c *confusions) report(many, one *figure, sure float64) {
	for _, x := range many.names {
		for _, y := range one.names {
			c.found[pairOf(x.entity, y.entity)] = true
		}
	}
	b := one.told[0]
	for _, m := range one.told {
		if slices.ContainsFunc(many.told, func(a mention) bool { return c.Together(a.st, m.st) }) {
			b = m
			break
		}
	}
	reason := fmt.Sprintf("One report has %s and the other %s, and neither knows the other's name.", many.name, one.name)
	if len(many.voices) >= fewest {
		reason = fmt.Sprintf("Where several reports have %s, one has %s, and none knows both.", many.name, one.name)
	}
	first := map[*witness.Witness]mention{}
	for _, m := range many.told {
		if old, ok := first[m.st.Witness]; !ok || c.Together(m.st, b.st) && !c.Together(old.st, b.st) {
			first[m.st.Witness] = m
		}
	}
	for _, w := range c.Event.Witnesses {
		if a, ok := first[w]; ok {
			c.ReportAcross(compare.Difference{
				A:    compare.Spot{Statement: a.st, Span: a.n.Span, Value: many.name},
				B:    compare.Spot{Statement: b.st, Span: b.n.Span, Value: one.name},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: sure, Topic: "person",
				Reason: reason,
			})
		}
	}
}

// pairOf names two entities in whatever order they come.
func pairOf(a, b *witness.Entity) [2]int { return [2]int{min(a.ID, b.ID), max(a.ID, b.ID)} }
