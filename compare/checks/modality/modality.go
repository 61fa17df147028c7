package modality

import (
	_ "embed"
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check modality.
var Check = &compare.Check{
	Name: "modality", Source: source, Examples: examples, Severity: compare.Major,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

func run(p *compare.Pass) {
	for x := range p.Pairs() {
		for _, d := range x.Deeds() {
			if d.Shared == 0 || d.A.Negative != d.B.Negative || !x.Tied(d.A.Head, d.B.Head) || x.Weight(d.A.Head) < sureTie {
				continue
			}
			if a, b := standing(d.A), standing(d.B); a != b && x.A.Tokens[d.A.Head].UPOS == "VERB" && same(p, x, d) {
				predicates(p, x, d, a, b)
			} else if !x.Parallel {
				participants(p, x, d)
				states(p, x, d)
			}
		}
		events(p, x)
		qualities(p, x)
		if !x.Parallel {
			superlatives(p, x)
		}
		if x.Parallel {
			conditions(p, x)
		}
	}
}

// same reports whether two claims with one predicate tell of one doing: they
// have two participants in common, or one that is named, or the statements say
// little else.
func same(p *compare.Pass, x *compare.Pair, d compare.Deed) bool {
	if d.Apart > 0 {
		return false
	}
	return d.Shared > 1 || x.Close() ||
		(named(d.A.Agent, d.B.Agent) || named(d.A.Patient, d.B.Patient)) && !p.Lexicon.LightVerbs().Has(d.A.Predicate)
}

// named reports whether two participants are one that has a name.
func named(a, b *witness.Arg) bool {
	return a != nil && b != nil && a.Entity != nil && a.Entity == b.Entity
}

// sureTie is the least likeness of two predicates that are one.
const sureTie = 0.75

// real is how real a report puts a claim.
type real uint8

const (
	unclear  real = iota // not to be held against anything
	done                 // did
	tried                // tried to
	coming               // will
	expected             // is expected to
	possible             // may
	alleged              // is accused of
	able                 // can
	ought                // should, must
)

var names = [...]string{done: "done", tried: "tried", coming: "still to come", expected: "expected", possible: "possible", alleged: "alleged", able: "can", ought: "should"}

// standing reads how real a report puts a claim.
func standing(c *witness.Claim) real {
	switch c.Modality {
	case witness.Actual:
		if c.Tense == witness.Past {
			return done
		}
	case witness.Future:
		return coming
	case witness.Expected:
		return expected
	case witness.Possible:
		return possible
	case witness.Alleged:
		return alleged
	case witness.Tried:
		return tried
	case witness.Able:
		return able
	case witness.Ought, witness.Must:
		return ought
	}
	return unclear
}

// verdict is what two different standings of one doing come to: in independent reports,
// and in versions of one text.
type verdict struct {
	kind            compare.Kind
	apart, versions compare.Severity
	reason          string
}

// verdicts lists the pairs of standings that are told, the surer first. In independent
// reports, read on 66 events of news, most are a way of putting it: will and is expected
// to, did and is accused of, tried and did. In versions most are the translators' choice.
var verdicts = map[[2]real]verdict{
	{done, tried}:       {compare.Conflict, compare.Info, compare.Info, "What was tried was not done by that."},
	{done, coming}:      {compare.Conflict, compare.Major, compare.Major, "What is still to come was not done."},
	{done, possible}:    {compare.Imprecision, compare.Major, compare.Info, "One report states what the other puts as possible."},
	{done, alleged}:     {compare.Imprecision, compare.Info, compare.Major, "One report states what the other calls an accusation."},
	{done, expected}:    {compare.Imprecision, compare.Minor, compare.Info, "One report states what the other expects."},
	{coming, possible}:  {compare.Imprecision, compare.Info, compare.Info, "One report announces what the other puts as possible."},
	{coming, expected}:  {compare.Imprecision, compare.Info, compare.Info, "One report announces what the other expects."},
	{able, ought}:       {compare.Imprecision, compare.Info, compare.Info, "What can be is not what should be."},
	{expected, alleged}: {compare.Imprecision, compare.Info, compare.Minor, "What is expected is not what is alleged."},
}

// predicates reports two different standings of one doing.
func predicates(p *compare.Pass, x *compare.Pair, d compare.Deed, a, b real) {
	v, ok := verdicts[[2]real{min(a, b), max(a, b)}]
	if !ok {
		return
	}
	if seeming(x.A, d.A.Head) != seeming(x.B, d.B.Head) {
		return // "it appears that she called", "she apparently called"
	}
	sideA, sideB := side{x.A, d.A, a, x.Parallel}, side{x.B, d.B, b, x.Parallel}
	if !sideA.against(sideB) || !sideB.against(sideA) {
		return
	}
	if !x.Parallel && (a == done && b == expected && d.B.Tense != witness.Past || a == expected && b == done && d.A.Tense != witness.Past) {
		return // the one report came out before it was done
	}
	severity := v.apart
	if x.Parallel {
		severity = v.versions
	}
	firm := d.A
	if b < a {
		firm = d.B
	}
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: words(x.A, d.A), Value: names[a]},
		B:    compare.Spot{Statement: x.B, Span: words(x.B, d.B), Value: names[b]},
		Kind: v.kind, Severity: severity, Confidence: 0.7, Topic: "how sure “" + firm.Predicate + "” is",
		Reason: v.reason,
		Trace:  []string{fmt.Sprintf("participants in common: %d", d.Shared)},
	})
}

// seeming reports whether a verb is what something appears or seems to be.
func seeming(st *witness.Statement, i int) bool {
	h := governor(st, i)
	return h == "appear" || h == "seem"
}

// soft lowers what translators of one text put now so, now so: of a thousand
// pairs of human translations five differ in it.
func soft(x *compare.Pair, s compare.Severity) compare.Severity {
	if x.Parallel {
		return compare.Info
	}
	return s
}

// side is what one of two statements says of a doing.
type side struct {
	st    *witness.Statement
	claim *witness.Claim
	real  real
	// parallel says that the statements are versions of one text, which were
	// written at one time.
	parallel bool
}

// against reports whether the standing of s says anything against that of o.
func (s side) against(o side) bool {
	switch {
	case s.real == able:
		return s.claim.Negative // "can" is "is able" or "may"
	case s.real != done:
		return true
	case o.real == coming:
		if s.parallel {
			return plainly(s) && plainly(o)
		}
		return inTime(s.st, o.st)
	case o.real == possible:
		// what could happen may have happened by now; "may have happened" is
		// said of the past
		return perfect(o.st, o.claim)
	case o.real == alleged:
		// "police say he shot" accuses as well; and who was shot is no
		// question, but by whom
		return s.claim.Attribution == nil && named(s.claim.Agent, o.claim.Agent)
	case o.real == expected:
		return s.claim.Attribution == nil
	}
	return true
}

// lasting are verbs of what may have been and be still: what continued will
// continue.
var lasting = map[string]bool{"continue": true, "remain": true, "stay": true, "keep": true, "be": true, "have": true}

// governor returns the lemma of the word that a verb is joined to or completes.
func governor(st *witness.Statement, i int) string {
	if h := st.Tokens[i].Head; h >= 0 {
		return st.Tokens[h].Lemma
	}
	return ""
}

// plainly reports whether a side puts a verb in a plain past or future: "would" and
// "was leaving" are both, as told by somebody back then.
func plainly(s side) bool {
	if t := &s.st.Tokens[s.claim.Head]; t.XPOS == "VBG" || lasting[t.Lemma] || lasting[governor(s.st, s.claim.Head)] {
		return false
	}
	will := s.real != coming
	for k := range s.st.Tokens {
		if t := &s.st.Tokens[k]; t.Head == s.claim.Head {
			switch t.Lower {
			case "would", "'d":
				return false
			case "will", "'ll", "wo":
				will = true
			}
		}
	}
	return will
}

// perfect reports whether a claim is put in the perfect: "may have left".
func perfect(st *witness.Statement, c *witness.Claim) bool {
	for k := range st.Tokens {
		if t := &st.Tokens[k]; t.Head == c.Head && t.Lemma == "have" && t.UPOS == "AUX" {
			return true
		}
	}
	return false
}

// inTime reports whether what one report tells as done was done when the other
// still had it to come: the reports are known to be of one day, and the first dates it.
func inTime(did, will *witness.Statement) bool {
	a, b := did.Witness.Published, will.Witness.Published
	if a.IsZero() || b.IsZero() || a.Format("2006-01-02") != b.Format("2006-01-02") {
		return false
	}
	for _, t := range compare.Facts[*witness.Time](did) {
		if t.Grain >= witness.Day {
			return true
		}
	}
	return false
}

// words covers the predicate with its auxiliaries, and what is said of its whole
// clause: "expected that it will be announced".
func words(st *witness.Statement, c *witness.Claim) witness.Span {
	first := c.Head
	if t := &st.Tokens[c.Head]; c.Modality == witness.Expected && (t.Rel == "ccomp" || t.Rel == "csubj") && t.Head < c.Head && impersonal(st, t.Head) {
		return compare.TokenSpan(st, t.Head, c.Head)
	}
	for first > 0 && c.Head-first < 5 {
		t := &st.Tokens[first-1]
		if t.UPOS != "AUX" && t.UPOS != "PART" && t.UPOS != "ADV" && !(t.UPOS == "VERB" && st.Tokens[c.Head].Head == first-1) {
			break
		}
		first--
	}
	return compare.TokenSpan(st, first, c.Head)
}

// impersonal reports whether word i is said of a whole clause: "it is expected".
func impersonal(st *witness.Statement, i int) bool {
	for _, rel := range [...]string{"nsubj", "nsubj:pass", "expl"} {
		if k := compare.Child(st, i, rel); k >= 0 && st.Tokens[k].Lower == "it" {
			return true
		}
	}
	return false
}
