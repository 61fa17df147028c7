package quantity

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// traits are what a statement tells of a figure, whatever it is held against: a figure is
// held against many, and is asked once.
type traits struct {
	state, subject string
	nation         string // of which people those are who are counted
	claim          *witness.Claim
	doer           *witness.Entity   // of the claim
	places         []*witness.Entity // that restrict what is counted
	home           int               // the word for the place whose inhabitants are counted, -1 for none
	original       *witness.Quantity // the number that a sum in brackets stands behind
	*setting

	// each as the function of its name says
	additive, ago, ahead, apposed, bareGroup, coded, compounded, dwelling, hasOwner, inRole, namedOwner,
	ofShare, origin, otherTime, part, ranging, remaining, stretch, updated, utmost, whole bool
}

// traitsByFigure are those of the figures of a statement that were asked for.
type traitsByFigure map[*witness.Quantity]*traits

func traitsOf(p *compare.Pass, t told) *traits {
	known := compare.OnceOf(p, t.st, func(*witness.Statement) traitsByFigure { return traitsByFigure{} })
	f := known[t.q]
	if f == nil {
		f = readTraits(p, t)
		known[t.q] = f
	}
	return f
}

func readTraits(p *compare.Pass, t told) *traits {
	lex, st, q := p.Lexicon, t.st, t.q
	f := &traits{
		state: state(lex, st, q), subject: subject(lex, st, q), nation: nationality(lex, st, q), claim: claimOf(st, q), places: placesOf(st, q), setting: settingOf(p, st),
		additive: additive(st, q), ago: ago(st, q), ahead: ahead(st, q), apposed: apposed(t), bareGroup: bareGroup(lex, st, q), coded: coded(st, q), compounded: compounded(st, q),
		hasOwner: hasOwner(t), original: original(st, q), inRole: inRole(st, q), namedOwner: namedOwner(t), ofShare: ofShare(st, q), origin: origin(st, q), otherTime: otherTime(st, q),
		part: part(st, q), ranging: ranging(t), remaining: remaining(st, q), stretch: stretch(st, q), updated: updated(lex, st, q), utmost: utmost(st, q), whole: whole(st, q),
	}
	f.home, f.dwelling = dwelling(lex, st, q)
	if f.claim != nil {
		f.doer = doer(f.claim)
	}
	return f
}

// setting is what a statement tells of all its figures.
type setting struct {
	abroad, dated, final, totalled bool
	age                            float64 // the first that it gives, 0 for none
	months                         []string
	figures                        []*witness.Quantity
	named                          [len(namedKinds)][]*witness.Entity // by namedKinds
}

// namedKinds are the kinds of which it is asked whether two statements name the same.
var namedKinds = [...]witness.EntityKind{witness.Person, witness.Organisation, witness.OtherEntity, witness.Place}

func settingOf(p *compare.Pass, st *witness.Statement) *setting {
	return compare.OnceOf(p, st, func(st *witness.Statement) *setting {
		s := &setting{
			abroad: abroad(p, st), dated: dated(st), final: final(p.Lexicon, st), totalled: totalled(st),
			age: ageIn(st), months: monthsOf(st), figures: compare.Facts[*witness.Quantity](st),
		}
		for i, kind := range namedKinds {
			s.named[i] = namedAs(st, kind)
		}
		return s
	})
}

// namesApart reports whether two statements both name something of namedKinds[kind], and
// nothing in common.
func namesApart(a, b *setting, kind int) bool {
	as, bs := a.named[kind], b.named[kind]
	return len(as) > 0 && len(bs) > 0 && !compare.Common(as, bs)
}

// couple is two figures of two reports that may be of one thing.
type couple struct {
	lex  *lexicon.Lexicon
	x    *compare.Pair // of their statements; nil of figures that are known by their subject
	a, b told
	f, g *traits // of a and b
}

func coupleOf(p *compare.Pass, x *compare.Pair, a, b told) *couple {
	return &couple{p.Lexicon, x, a, b, traitsOf(p, a), traitsOf(p, b)}
}

// coupleIn returns that of two figures of a pair.
func coupleIn(p *compare.Pass, x *compare.Pair, a, b *witness.Quantity) *couple {
	return coupleOf(p, x, told{x.A, a}, told{x.B, b})
}
