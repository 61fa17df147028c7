package attribution

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check attribution.
var Check = &compare.Check{
	Name: "attribution", Source: source, Examples: examples, Severity: compare.Major,
	MQM: "accuracy/mistranslation", ITS: "mistranslation", Run: run,
}

func run(p *compare.Pass) {
	for x := range p.Pairs() {
		quotations(p, x)
		if !x.Parallel {
			claims(p, x)
		}
	}
	if !p.Event.Aligned && !p.Event.Parallel {
		across(p)
	}
}

// What makes two quotations one utterance, and two reported claims one claim.
const (
	leastShare = 0.7 // of the content words of the shorter quotation
	leastWords = 4
	leastClaim = 0.7 // of the content words of the shorter claim, without who says it
)

// quotations compares the speakers of quotations that are one utterance.
func quotations(p *compare.Pass, x *compare.Pair) {
	for _, a := range compare.Facts[*witness.Quote](x.A) {
		for _, b := range compare.Facts[*witness.Quote](x.B) {
			if a.Scare || b.Scare || a.Speaker == nil || b.Speaker == nil {
				continue
			}
			if !p.Event.Aligned && !p.Event.Parallel && (borrowed(x.A, a) || borrowed(x.B, b)) {
				continue
			}
			if n, share := common(x, a.Inner, b.Inner); n < leastWords || share < leastShare {
				continue
			}
			report(p, x, speakerOf(x.A, a.Speaker, a.SpeakerWords), speakerOf(x.B, b.Speaker, b.SpeakerWords), compare.Major)
		}
	}
}

// claims compares who says what two statements report, where each has one
// source.
func claims(p *compare.Pass, x *compare.Pair) {
	as, bs := compare.Facts[*witness.Attribution](x.A), compare.Facts[*witness.Attribution](x.B)
	if len(as) != 1 || len(bs) != 1 || as[0].Kind != bs[0].Kind || repeating[as[0].Verb] || repeating[bs[0].Verb] {
		return
	}
	a, b := as[0], bs[0]
	if n, share := common(x, said(x.A, a), said(x.B, b)); n < leastWords || share < leastClaim {
		return
	}
	report(p, x, speakerOf(x.A, a.Speaker, a.SpeakerWords), speakerOf(x.B, b.Speaker, b.SpeakerWords), compare.Minor)
}

// said covers what a statement reports: all before or behind the reporting
// verb and its speaker, whichever is longer.
func said(st *witness.Statement, a *witness.Attribution) witness.Span {
	first, last := a.Span.Start, a.Span.End
	if at := strings.Index(st.Text(), a.SpeakerWords); at >= 0 && a.SpeakerWords != "" {
		first, last = min(first, st.Span.Start+at), max(last, st.Span.Start+at+len(a.SpeakerWords))
	}
	before, behind := witness.Span{Start: st.Span.Start, End: first}, witness.Span{Start: last, End: st.Span.End}
	if before.Len() > behind.Len() {
		return before
	}
	return behind
}

// common counts the content words of two stretches that correspond, and says
// what share of the shorter one they are.
func common(x *compare.Pair, a, b witness.Span) (n int, share float64) {
	na, nb := 0, 0
	for i := range x.A.Tokens {
		if t := &x.A.Tokens[i]; a.Contains(t.Span) && align.Content(t) {
			na++
			if j := x.ToB[i]; j >= 0 && x.Tied(i, j) && b.Contains(x.B.Tokens[j].Span) {
				n++
			}
		}
	}
	for j := range x.B.Tokens {
		if t := &x.B.Tokens[j]; b.Contains(t.Span) && align.Content(t) {
			nb++
		}
	}
	if min(na, nb) == 0 {
		return 0, 0
	}
	return n, float64(n) / float64(min(na, nb))
}

// speaker is who a statement names as the source.
type speaker struct {
	st     *witness.Statement
	span   witness.Span
	entity *witness.Entity // nil for an office without a name
	name   string
	land   *lexicon.Place // of an office
}

// speakerOf makes a speaker of what extraction read; find looks for his words.
func speakerOf(st *witness.Statement, e *witness.Entity, words string) speaker {
	return speaker{st: st, entity: e, name: words}
}

func report(p *compare.Pass, x *compare.Pair, a, b speaker, sev compare.Severity) {
	if !a.find(p.Lexicon) || !b.find(p.Lexicon) || !x.Parallel && a.outlet(p.Lexicon) && b.outlet(p.Lexicon) || !apart(p.Names, a, b) || named(x.A, b) || named(x.B, a) {
		return
	}
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: a.span, Value: a.name},
		B:    compare.Spot{Statement: x.B, Span: b.span, Value: b.name},
		Kind: compare.Conflict, Severity: sev, Confidence: 0.7, Topic: "who said it",
		Reason: fmt.Sprintf("%s is not %s.", a.name, b.name),
	})
}

// find looks for the words that name the speaker, and reports whether the
// statement has them.
func (s *speaker) find(lex *lexicon.Lexicon) bool {
	for _, n := range compare.Facts[*witness.Name](s.st) {
		if s.entity != nil && n.Entity == s.entity && !n.Demonym {
			s.span, s.name = n.Span, s.entity.Name
		}
	}
	if s.entity != nil {
		s.land = compare.Land(lex, s.entity.Name)
		return !s.span.Empty()
	}
	at := strings.Index(s.st.Text(), s.name)
	if s.name == "" || at < 0 {
		return false
	}
	s.span = witness.Span{Start: s.st.Span.Start + at, End: s.st.Span.Start + at + len(s.name)}
	s.land = compare.Land(lex, s.name)
	return s.land != nil
}

// outlet reports whether a speaker is an agency, a newspaper or a broadcaster. Two reports
// owe their news to two outlets as a rule.
func (s *speaker) outlet(lex *lexicon.Lexicon) bool {
	return s.entity != nil && lex.Outlet(s.entity.Name)
}

// apart reports whether two speakers are surely two.
func apart(names *naming.Judge, a, b speaker) bool {
	if a.entity == nil || b.entity == nil {
		return a.land != nil && b.land != nil && a.land != b.land && (a.entity == nil || a.entity.Kind == witness.Organisation) && (b.entity == nil || b.entity.Kind == witness.Organisation)
	}
	return a.entity != b.entity && a.entity.Kind == b.entity.Kind && (a.entity.Kind == witness.Person || a.entity.Kind == witness.Organisation) &&
		!names.Same(a.entity.Name, b.entity.Name)
}

// named reports whether a statement names a speaker.
func named(st *witness.Statement, s speaker) bool {
	for _, n := range compare.Facts[*witness.Name](st) {
		if s.entity != nil && n.Entity == s.entity {
			return true
		}
	}
	return s.entity == nil && strings.Contains(st.Text(), s.name)
}
