package actor

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// oneDeed reports whether two turns may be of one deed: done to one thing, at one time, and in
// short reports or in statements that correspond.
func oneDeed(p *compare.Pass, a, b turn) bool {
	if !(compare.Short(a.st) && compare.Short(b.st)) && !p.Together(a.st, b.st) {
		return false
	}
	if (a.part.Told || b.part.Told) && !oneTeller(a.claim, b.claim) {
		return false
	}
	return oneTime(a, b) && onePlace(p, a, b) && oneThing(p, a, b)
}

// oneTeller reports whether two claims are of one who says so.
func oneTeller(a, b *witness.Claim) bool {
	return a != nil && b != nil && a.Agent != nil && b.Agent != nil && (sameEntity(a.Agent, b.Agent) || a.Agent.Entity == nil && b.Agent.Entity == nil && a.Agent.Lemma == b.Agent.Lemma)
}

// oneTime reports whether nothing says that two turns are of two times: who chairs a panel now
// need not have chaired it, and who opened a bridge in 1990 is no other's rival.
func oneTime(a, b turn) bool {
	if a.claim != nil && b.claim != nil && a.finite() && b.finite() {
		s, t := a.claim, b.claim
		if s.Modality != t.Modality || s.Tense != t.Tense && (s.Tense == witness.Present || t.Tense == witness.Present) {
			return false
		}
	}
	x, y := dates(a.st), dates(b.st)
	return slices.Equal(x.years, y.years) && meet(x.months, y.months) && meet(x.weekdays, y.weekdays) && elsewhen(a.st) == elsewhen(b.st)
}

// finite reports whether a claim has a tense of its own: the participle of "a panel led by"
// has none, though the parse gives it one.
func (t turn) finite() bool {
	return t.claim.Tense != witness.NoTense && t.st.Tokens[t.claim.Head].Rel != "acl"
}

// calendar is what a statement says of its time.
type calendar struct{ years, months, weekdays []int }

func dates(st *witness.Statement) (c calendar) {
	note := func(list []int, v int) []int {
		if v == 0 || slices.Contains(list, v) {
			return list
		}
		return append(list, v)
	}
	for _, t := range compare.Facts[*witness.Time](st) {
		c.years, c.months, c.weekdays = note(c.years, t.Year), note(c.months, t.Month), note(c.weekdays, t.Weekday)
	}
	slices.Sort(c.years)
	return c
}

// meet reports whether two lists have a member in common, where neither is empty.
func meet(a, b []int) bool { return len(a) == 0 || len(b) == 0 || compare.Common(a, b) }

// elsewhen reports whether a statement sets what it tells apart from another time.
func elsewhen(st *witness.Statement) bool {
	return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return otherTimes[t.Lower] })
}

// otherTimes are the words that do so.
var otherTimes = map[string]bool{"until": true, "till": true, "now": true, "former": true, "formerly": true, "previously": true, "previous": true, "currently": true, "current": true, "again": true, "back": true, "since": true, "once": true, "earlier": true, "later": true, "then": true, "next": true, "new": true, "ago": true}

// onePlace reports whether two claims say nothing else of where, against whom or for what.
func onePlace(p *compare.Pass, a, b turn) bool {
	if a.claim == nil || b.claim == nil {
		return true
	}
	for _, x := range a.claim.Others {
		for _, y := range b.claim.Others {
			if x.Prep != y.Prep || x.Prep == "by" || x.Prep == a.part.Slot || x.Lemma == y.Lemma {
				continue
			}
			if x.Entity == nil || y.Entity == nil || x.Entity != y.Entity && !p.Names.Same(x.Entity.Name, y.Entity.Name) {
				return false
			}
		}
	}
	return true
}

// oneThing reports whether two turns are done to what is one thing by its name, or by its noun
// and all that tells it from others of its kind. Either may leave it out.
func oneThing(p *compare.Pass, a, b turn) bool {
	if a.thing == nil || b.thing == nil {
		return !a.part.Any() && !b.part.Any()
	}
	if x, y := compare.Counted(a.st, a.thing.Head), compare.Counted(b.st, b.thing.Head); (x != nil) != (y != nil) || x != nil && x.Point != y.Point {
		return false
	}
	m, n := compare.NameOver(a.st, a.thing.Head), compare.NameOver(b.st, b.thing.Head)
	if m != nil && n != nil {
		return m.Entity != nil && n.Entity != nil && (m.Entity == n.Entity || p.Names.Same(m.Entity.Name, n.Entity.Name))
	}
	if m != nil || n != nil {
		return false
	}
	x, y := a.thing.Lemma, b.thing.Lemma
	if x != y && !p.Lexicon.Synonymous(x, y, lexicon.Noun) && !a.part.Exchanged(x, y) && !b.part.Exchanged(x, y) {
		return false
	}
	da, db := definite(a.st, a.thing.Head), definite(b.st, b.thing.Head)
	if !da && !db {
		return false
	}
	ka, kb := kinds(a.st, a.thing.Head), kinds(b.st, b.thing.Head)
	if len(ka) > 0 && len(kb) > 0 {
		return alike(p.Lexicon, ka, kb) && alike(p.Lexicon, kb, ka)
	}
	if a.part.Any() || b.part.Any() || many(a) || many(b) {
		return len(ka) == len(kb) && da && db && a.single() && b.single()
	}
	return true
}

// many reports whether an event may have several of the thing of a turn.
func many(t turn) bool {
	d, _ := t.part.Done(t.thing.Lemma)
	return d.Many
}

// single reports whether the thing of a turn is one: of several each may have done some.
func (t turn) single() bool { return t.st.Tokens[t.thing.Head].XPOS == "NN" }

// definite reports whether noun i is of something known: with "the", or of somebody named.
// What is his or hers may be another's too.
func definite(st *witness.Statement, i int) bool {
	for k := range i {
		if t := &st.Tokens[k]; t.Head == i && (t.Lower == "the" || t.Lower == "this" || t.Lower == "that" || t.Rel == "nmod:poss" && t.UPOS != "PRON") {
			return true
		}
	}
	return false
}

// kinds lists what tells noun i from others of its kind, by lemma: "the women's race", "the
// final stage", "a team of surgeons", "the motion on the school".
func kinds(st *witness.Statement, i int) (out []string) {
	for k := range st.Tokens {
		t := &st.Tokens[k]
		if t.Head != i || k == i {
			continue
		}
		switch t.Relation() {
		case "amod", "compound", "nmod", "nummod", "flat":
			if t.UPOS == "PRON" {
				out = append(out, t.Lower) // "her", which has the lemma of "she"
			} else {
				out = append(out, t.Lemma)
			}
		}
	}
	return out
}

// alike reports whether each of some words has one of the same meaning among others.
func alike(lex *lexicon.Lexicon, as, bs []string) bool {
	for _, a := range as {
		if !slices.ContainsFunc(bs, func(b string) bool {
			return a == b || lex.Synonymous(a, b, lexicon.Adjective) || lex.Synonymous(a, b, lexicon.Noun)
		}) {
			return false
		}
	}
	return true
}

// shared reports whether a statement says that more than one did what the word at i tells, or
// did it for another.
func shared(st *witness.Statement, i int) bool {
	for k := range st.Tokens {
		t := &st.Tokens[k]
		if together[t.Lower] {
			return true
		}
		if (t.Lower == "with" || t.Lower == "for" && k > i) && k+1 < len(st.Tokens) {
			n := k + 1
			for n+1 < len(st.Tokens) && (st.Tokens[n].UPOS == "DET" || st.Tokens[n].UPOS == "ADJ" || st.Tokens[n].Rel == "nmod:poss") {
				n++
			}
			switch o := &st.Tokens[n]; {
			case o.UPOS == "PRON", o.UPOS == "PROPN" && t.Lower == "with", o.UPOS == "NOUN" && whoever(o.Lemma) && t.Lower == "with":
				return true
			}
		}
	}
	return false
}

// together are the words by which several have a part.
var together = map[string]bool{"together": true, "jointly": true, "joint": true, "too": true, "also": true, "among": true, "alongside": true, "along": true, "both": true, "behalf": true, "co-founded": true, "like": true, "likewise": true}
