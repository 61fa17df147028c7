package quantity

import (
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// uses are where figures are held against each other, as a set of bits. What tells two
// figures apart by all that is known of news does so in each; the rest holds where it was
// measured to.
type uses uint8

const (
	guarded  uses = 1 << iota // the feature of that name, of figures wherever they stand
	matter                    // figures of one account, or of one verb's measure: ledgers, measures
	subjects                  // figures of one subject over the whole event: tolls and their like
	slots                     // figures in corresponding places of corresponding statements
	brief                     // figures wherever they stand, the one in a report of a few sentences
	anywhere                  // figures wherever they stand; the odds weigh what else speaks against them
)

// veto is a reason by which two figures are of two things, whatever else speaks for one.
type veto struct {
	name  string
	holds uses
	says  func(c *couple) bool
}

// vetoes lists them all, and where each holds. None may tell which figure is a and which b.
// The cheap ones of each kind come first.
var vetoes = []veto{
	// by what is told of each, however the statements correspond
	{"in-a-row", everyUse, func(c *couple) bool { return c.f.stretch != c.g.stretch }},
	{"kind-of-thing", everyUse, func(c *couple) bool { return c.f.compounded != c.g.compounded }},
	{"of-the-first-or-last", everyUse, func(c *couple) bool { return c.f.utmost != c.g.utmost }},
	{"a-share-of-a-sum", everyUse, func(c *couple) bool { return c.f.ofShare != c.g.ofShare }},
	{"how-long-ago", everyUse, func(c *couple) bool { return c.f.ago != c.g.ago }},
	{"in-a-role", everyUse, func(c *couple) bool { return c.f.inRole != c.g.inRole }},
	{"still-left", everyUse, func(c *couple) bool { return c.f.remaining || c.g.remaining }},
	{"one-of-them", everyUse, oneOfThem},
	{"compound-measure", everyUse, func(c *couple) bool {
		return c.a.q.Kind == witness.Measure && (c.f.compounded || c.g.compounded)
	}},
	{"not-the-final-score", everyUse, func(c *couple) bool { return c.a.q.Kind == witness.Score && !(c.f.final && c.g.final) }},
	{"one-model-of-several", everyUse, someOf},
	{"conversions", everyUse, conversions},
	{"orders-apart", everyUse, func(c *couple) bool { return farApart(c.a.q, c.b.q) && !oneCrowd(c) }},
	{"other-poll", everyUse, func(c *couple) bool { return otherPoll(c.a.st, c.a.q, c.b.st, c.b.q) }},
	{"other-inhabitants", everyUse, otherDwelling},
	{"places-of-the-noun", everyUse, func(c *couple) bool { return elsewhere(c.lex, c.f.places, c.g.places) }},

	// by scope: one adds to what the other is all of, or is the whole of which a part is told
	{"still-to-come", scoped, func(c *couple) bool { return c.f.ahead != c.g.ahead }},
	{"on-top-of-others", scoped, func(c *couple) bool { return c.f.additive != c.g.additive }},
	{"the-whole", scoped, func(c *couple) bool { return c.f.whole != c.g.whole }},
	{"a-part", scoped, func(c *couple) bool { return c.f.part != c.g.part }},
	{"added-up", scoped, func(c *couple) bool { return c.a.q.Kind != witness.Ordinal && c.f.totalled != c.g.totalled }},
	{"at-another-time", scoped, func(c *couple) bool { return c.f.otherTime != c.g.otherTime }},
	{"ordinal-of-another-deed", scoped, otherOrder},

	// by the words beside them
	{"a-part-alone", matched, func(c *couple) bool { return partAlone(c.a.st, c.a.q, c.b.st, c.b.q) }},
	{"other-year", matched, func(c *couple) bool { return otherYear(c.a.st, c.a.q, c.b.st, c.b.q) }},
	{"others-asked", matched, func(c *couple) bool { return otherAsked(c.a.st, c.a.q, c.b.st, c.b.q) }},
	{"other-forecast", matched, func(c *couple) bool { return otherForecast(c.lex, c.a.st, c.a.q, c.b.st, c.b.q) }},
	{"two-things", matched, twoThings},
	{"other-scene", summed, func(c *couple) bool { return otherScene(c.lex, c.a.st, c.a.q, c.b.st, c.b.q) }},
	{"other-stage", summed, func(c *couple) bool { return otherStage(c.a.st, c.a.q, c.b.st, c.b.q) }},
	{"adds-up", summed, func(c *couple) bool { return addsUp(c.lex, c.a, c.b) }},

	// of corresponding statements, where each figure has its place; wherever they stand, the
	// odds know these as features
	{"other-owner", slots | brief, otherOwner},
	{"other-account", slots | brief, func(c *couple) bool { return otherAccount(c.lex, c.x, c.a.q, c.b.q) }},
	{"other-people", slots | brief, func(c *couple) bool { return c.f.nation != c.g.nation }},
	{"other-state", slots, func(c *couple) bool { return c.f.state != c.g.state }},
	{"age", slots | brief, func(c *couple) bool { return c.a.q.Kind == witness.Age }}, // namedAges compares them

	// of few sentences the odds know less
	{"ordinal", brief, func(c *couple) bool { return c.a.q.Kind == witness.Ordinal }},
	{"measure-of-anything", brief, func(c *couple) bool { return c.a.q.Kind == witness.Measure && vagueSubject(c) }},
	{"in-another-country", brief, func(c *couple) bool { return c.f.abroad != c.g.abroad }},

	// wherever they stand, where no place in a sentence holds the two together
	{"not-numbered-for-good", anywhere, func(c *couple) bool {
		return c.a.q.Kind == witness.Ordinal && !docketed(c.a.st, c.a.q, c.b.st, c.b.q)
	}},
	{"risen-from", anywhere, func(c *couple) bool { return c.f.origin != c.g.origin }},
	{"brought-to", anywhere, func(c *couple) bool { return c.f.updated != c.g.updated }},
	{"of-two-named-owners", anywhere, func(c *couple) bool { return c.f.namedOwner && c.g.namedOwner }},
	{"ages-between-commas", anywhere, func(c *couple) bool { return c.f.apposed || c.g.apposed }},
	{"a-guess", anywhere, func(c *couple) bool { return c.f.ranging || c.g.ranging }},
	{"two-peoples", anywhere, func(c *couple) bool { return c.f.nation != "" && c.g.nation != "" && c.f.nation != c.g.nation }},
	{"other-months", anywhere, func(c *couple) bool {
		return len(c.f.months) > 0 && len(c.g.months) > 0 && !compare.Common(c.f.months, c.g.months)
	}},
	{"people-and-things", anywhere, peopleAndThings},
	{"two-doers", anywhere, doersApart},
	{"two-lives", anywhere, livesApart},

	// compared over the whole event
	{"magnitude", slots | anywhere, func(c *couple) bool { return c.a.q.Unit == "Mw" }},
	{"one-subject", slots, oneSubject},
	{"bounds-of-one-subject", anywhere, func(c *couple) bool { return sameBound(c.a.q, c.b.q) && oneSubject(c) }},
}

// Sets of uses that several vetoes have.
const (
	everyUse = guarded | matter | subjects | slots | brief | anywhere
	scoped   = everyUse &^ anywhere // the odds weigh it
	matched  = everyUse &^ guarded  // the odds were learned without
	summed   = matched &^ matter    // measures and accounts have no scenes, stages or sums
)

// vetoed returns the first reason by which the two are of two things where any of the uses
// asks for it, or nil.
func (c *couple) vetoed(in uses) *veto {
	for i := range vetoes {
		if v := &vetoes[i]; v.holds&in != 0 && v.says(c) {
			return v
		}
	}
	return nil
}

// oneOfThem reports whether one of the two is one of several that are meant: "one of the
// victims"; a length of time may be one of something.
func oneOfThem(c *couple) bool {
	return c.a.q.Kind != witness.Ordinal && (c.a.q.Numeral == 1 || c.b.q.Numeral == 1) && !lasting(c.a.q, c.b.q)
}

// otherOrder reports whether two ordinals are of two orders: of nouns that have none for
// good, under two verbs.
func otherOrder(c *couple) bool {
	return c.a.q.Kind == witness.Ordinal && !sameDeed(c.a.st, c.a.q, c.b.st, c.b.q) && !ranked(c.lex, c.a.q, c.b.q) && !docketed(c.a.st, c.a.q, c.b.st, c.b.q)
}

// oneSubject reports whether the two are known to be of one subject.
func oneSubject(c *couple) bool { return c.f.subject != "" && c.f.subject == c.g.subject }

// peopleAndThings reports whether the one figure is of people of whom something became and
// the other of things: those driven from their homes, homes without power.
func peopleAndThings(c *couple) bool {
	return peopleBeside(c.lex, c.a.q, c.f, c.b.q) || peopleBeside(c.lex, c.b.q, c.g, c.a.q)
}

func peopleBeside(lex *lexicon.Lexicon, people *witness.Quantity, f *traits, things *witness.Quantity) bool {
	return people.Kind == witness.Cardinal && (people.Of == "" || living(lex, people.Of)) && tolled(f.state) && things.Of != "" && (!living(lex, things.Of) || class(lex, things.Of) == "home")
}

// doersApart reports whether two tallies of a game are of two players, or two counts are told
// of two people, bodies or places that are named as doing or having it.
func doersApart(c *couple) bool {
	if class(c.lex, c.a.q.Of) == "tally" || class(c.lex, c.b.q.Of) == "tally" {
		return otherOwner(c)
	}
	d, e := c.f.doer, c.g.doer
	return d != nil && e != nil && d != e && (d.Kind == e.Kind || d.Kind == witness.OtherEntity || e.Kind == witness.OtherEntity)
}

// livesApart reports whether two ages are of one life at two times, or of two people of
// whom two things became.
func livesApart(c *couple) bool {
	if c.a.q.Kind != witness.Age {
		return false
	}
	years, dated := apart(c.a.st.Witness, c.b.st.Witness)
	return c.f.state != "" && c.g.state != "" && c.f.state != c.g.state || dated && years >= 1 && math.Abs(c.a.q.Point-c.b.q.Point) <= years+1
}
