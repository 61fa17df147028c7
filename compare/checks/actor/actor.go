package actor

import (
	_ "embed"
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check actor.
var Check = &compare.Check{
	Name: "actor", Source: source, Examples: examples, Severity: compare.Critical,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

func run(p *compare.Pass) {
	for x := range p.Pairs() {
		nations(p, x)
		compatriots(p, x)
		if x.Parallel {
			swapped(p, x)
		}
		bs := compare.Facts[*witness.Claim](x.B)
		for _, a := range compare.Facts[*witness.Claim](x.A) {
			for _, b := range bs {
				if correspond(p.Lexicon, x, a, b) {
					judge(p, x, a, b)
				}
			}
		}
	}
	for st := range p.Statements() {
		for _, c := range compare.Facts[*witness.Claim](st) {
			alone(p, st, c)
		}
	}
	demands(p)
	citizens(p)
	turns(p)
}

// contradicted reports a claim by which somebody acts on himself against the
// claims of other reports by which he does so to another, and whether there
// are any.
func contradicted(p *compare.Pass, st *witness.Statement, c *witness.Claim) bool {
	found := false
	for o := range p.Statements() {
		if o.Witness == st.Witness {
			continue
		}
		for _, d := range compare.Facts[*witness.Claim](o) {
			if !near(p.Lexicon, c.Predicate, d.Predicate) || !sameEntity(c.Agent, d.Agent) || !other(p.Names, c.Patient, d.Patient) {
				continue
			}
			found = true
			p.ReportAcross(compare.Difference{
				A:    compare.Spot{Statement: st, Span: st.Tokens[c.Patient.Head].Span, Value: c.Patient.Entity.Name},
				B:    compare.Spot{Statement: o, Span: o.Tokens[d.Patient.Head].Span, Value: d.Patient.Entity.Name},
				Kind: compare.Conflict, Severity: compare.Critical, Confidence: 0.9, Topic: c.Predicate + ", to whom",
				Reason: fmt.Sprintf("%s would %s itself; the other reports name %s.", c.Agent.Entity.Name, c.Predicate, d.Patient.Entity.Name),
			})
		}
	}
	return found
}

// near reports whether two predicates tell of one kind of deed.
func near(lex *lexicon.Lexicon, a, b string) bool {
	return a == b || lex.Synonymous(a, b, lexicon.Verb) || hostile[a] && hostile[b]
}

// correspond reports whether two claims tell of one doing: their predicates
// are tied, or are near in sense and have the same agent.
func correspond(lex *lexicon.Lexicon, x *compare.Pair, a, b *witness.Claim) bool {
	if x.Tied(a.Head, b.Head) {
		return true
	}
	if !sameEntity(a.Agent, b.Agent) {
		return false
	}
	j, _ := x.Link(a.Head)
	return j == b.Head || near(lex, a.Predicate, b.Predicate)
}

// hostile are verbs of attack, near enough to each other that who is attacked
// must agree.
var hostile = map[string]bool{"attack": true, "invade": true, "assault": true, "bomb": true, "strike": true, "shell": true, "raid": true, "occupy": true}

func sameEntity(a, b *witness.Arg) bool {
	return a != nil && b != nil && a.Entity != nil && a.Entity == b.Entity
}

// judge compares the participants of two corresponding claims.
func judge(p *compare.Pass, x *compare.Pair, a, b *witness.Claim) {
	if exchanged(p, x, a, b) || !told(x, a, b) {
		return
	}
	if !x.Close() && !hostile[a.Predicate] || p.Lexicon.LightVerbs().Has(a.Predicate) {
		return // one deed of many of its kind
	}
	if sameEntity(a.Agent, b.Agent) && other(p.Names, a.Patient, b.Patient) {
		sev := compare.Major
		if self(a) || self(b) || hostile[a.Predicate] {
			sev = compare.Critical
		}
		report(p, x, a.Patient, b.Patient, a.Predicate, "to whom", sev, 0.8)
		return
	}
	if sameEntity(a.Patient, b.Patient) && other(p.Names, a.Agent, b.Agent) {
		report(p, x, a.Agent, b.Agent, a.Predicate, "who", compare.Major, 0.75)
	}
}

// mutual are predicates that say the same with their participants exchanged.
var mutual = map[string]bool{"face": true, "meet": true, "play": true, "fight": true, "marry": true, "divorce": true, "join": true, "match": true,
	"resemble": true, "border": true, "be": true, "remain": true, "become": true, "stay": true, "equal": true, "constitute": true, "represent": true, "box": true, "tie": true}

// told reports whether the participants of both claims are named in so many
// words, each alone: a pronoun may stand for another, and of a list only the
// first is the participant.
func told(x *compare.Pair, a, b *witness.Claim) bool {
	return named(x.A, a.Agent) && named(x.A, a.Patient) && named(x.B, b.Agent) && named(x.B, b.Patient) || x.Parallel
}

func named(st *witness.Statement, a *witness.Arg) bool {
	if a == nil {
		return true
	}
	return compare.Child(st, a.Head, "conj") < 0 && compare.NameOver(st, a.Head) != nil
}

// other reports whether both arguments name somebody, and not the same one in
// any sense that news gives names.
func other(names *naming.Judge, a, b *witness.Arg) bool {
	if a == nil || b == nil || a.Entity == nil || b.Entity == nil || a.Entity == b.Entity {
		return false
	}
	return a.Entity.Kind == b.Entity.Kind && !names.Same(a.Entity.Name, b.Entity.Name)
}

func report(p *compare.Pass, x *compare.Pair, a, b *witness.Arg, predicate, topic string, sev compare.Severity, conf float64) {
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: x.A.Tokens[a.Head].Span, Value: a.Entity.Name},
		B:    compare.Spot{Statement: x.B, Span: x.B.Tokens[b.Head].Span, Value: b.Entity.Name},
		Kind: compare.Conflict, Severity: sev, Confidence: conf, Topic: predicate + ", " + topic,
		Reason: fmt.Sprintf("“%s”: one report has %s where the other has %s.", predicate, a.Entity.Name, b.Entity.Name),
	})
}
