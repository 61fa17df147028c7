package attribution

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// An utterance is a quotation with the one person who is named as saying it, and its content
// words.
type utterance struct {
	st      *witness.Statement
	speaker *witness.Entity
	at      witness.Span // where he is named
	words   []string
}

// What makes two quotations that stand in any two places of two reports one utterance.
const (
	leastAcross = 5   // content words that both have
	shareAcross = 0.8 // of the shorter one, and
	shareLonger = 0.5 // of the longer one
	leastShort  = 2   // words of a quotation that short reports have alike
	shortReport = 10  // statements of a report that has few quotations
)

// across compares who is quoted with the same words, wherever the reports quote them.
func across(p *compare.Pass) {
	byReport := make([][]utterance, len(p.Event.Witnesses))
	held := map[string]int{} // how many quotations have a word
	for st := range p.Statements() {
		for _, q := range compare.Facts[*witness.Quote](st) {
			if u, ok := uttered(st, q); ok {
				byReport[st.Witness.Index] = append(byReport[st.Witness.Index], u)
				for _, w := range u.words {
					held[w]++
				}
			}
		}
	}
	for i, as := range byReport {
		for _, bs := range byReport[i+1:] {
			index := map[string][]int{}
			for k, b := range bs {
				for _, w := range b.words {
					index[w] = append(index[w], k)
				}
			}
			for _, a := range as {
				for _, k := range candidates(index, held, a) {
					if b := bs[k]; oneUtterance(a, b) && twoPersons(p, a.speaker, b.speaker) && !speaksNear(a.st, b.speaker) && !speaksNear(b.st, a.speaker) {
						differently(p, a, b)
					}
				}
			}
		}
	}
}

// candidates lists the quotations that have the rarest word of u that any of them has.
func candidates(index map[string][]int, held map[string]int, u utterance) []int {
	rarest := ""
	for _, w := range u.words {
		if len(index[w]) > 0 && (rarest == "" || held[w] < held[rarest]) {
			rarest = w
		}
	}
	return index[rarest]
}

// uttered reads a quotation of a known speaker.
func uttered(st *witness.Statement, q *witness.Quote) (utterance, bool) {
	u := utterance{st: st, speaker: sayer(st, q)}
	if u.speaker == nil {
		u.speaker = q.Speaker
	}
	if u.speaker == nil {
		return u, false
	}
	n := compare.FactOf(st, func(n *witness.Name) bool { return n.Entity == u.speaker && !q.Inner.Contains(n.Span) })
	if n == nil {
		return u, false // a pronoun
	}
	u.at = n.Span
	for i := range st.Tokens {
		if t := &st.Tokens[i]; q.Inner.Contains(t.Span) && align.Content(t) && !slices.Contains(u.words, t.Lemma) {
			u.words = append(u.words, t.Lemma)
		}
	}
	return u, len(u.words) >= leastShort
}

// sayer returns who is named behind a quotation and the verb next to it: “…,” cheered the
// mayor, Ann Berg.
func sayer(st *witness.Statement, q *witness.Quote) *witness.Entity {
	i := compare.FirstAt(st, q.Span.End)
	if i >= len(st.Tokens) || st.Tokens[i].UPOS != "VERB" {
		return nil
	}
	for k := i + 1; k < len(st.Tokens) && k <= i+5; k++ {
		if n := compare.NameOver(st, k); n != nil && n.Entity != nil && personal(n.Entity) {
			return n.Entity
		}
		switch st.Tokens[k].UPOS {
		case "NOUN", "PROPN", "ADJ", "DET":
		default:
			return nil
		}
	}
	return nil
}

func personal(e *witness.Entity) bool { return e.Kind == witness.Person }

// oneUtterance reports whether two quotations are the same words: most of many, or all of a
// few in short reports.
func oneUtterance(a, b utterance) bool {
	n := 0
	for _, w := range a.words {
		if slices.Contains(b.words, w) {
			n++
		}
	}
	less, more := min(len(a.words), len(b.words)), max(len(a.words), len(b.words))
	if len(a.st.Witness.Statements) <= shortReport && len(b.st.Witness.Statements) <= shortReport && n >= leastShort && n == less && more <= less+1 {
		return true
	}
	return n >= leastAcross && float64(n) >= shareAcross*float64(less) && float64(n) >= shareLonger*float64(more)
}

// twoPersons reports whether two entities are surely two persons.
func twoPersons(p *compare.Pass, e, f *witness.Entity) bool {
	return e != f && personal(e) && personal(f) && !p.Names.Same(e.Name, f.Name) && !compare.Common(p.Names.Words(e.Name), p.Names.Words(f.Name))
}

// speaksNear reports whether a statement or one next to it names somebody.
func speaksNear(st *witness.Statement, e *witness.Entity) bool {
	for _, o := range st.Witness.Statements[max(0, st.Index-1):min(len(st.Witness.Statements), st.Index+2)] {
		if compare.FactOf(o, func(n *witness.Name) bool { return n.Entity == e }) != nil {
			return true
		}
	}
	return false
}

func differently(p *compare.Pass, a, b utterance) {
	p.ReportAcross(compare.Difference{
		A:    compare.Spot{Statement: a.st, Span: a.at, Value: a.speaker.Name},
		B:    compare.Spot{Statement: b.st, Span: b.at, Value: b.speaker.Name},
		Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: "who said it",
		Reason: fmt.Sprintf("The same words are quoted of %s and of %s.", a.speaker.Name, b.speaker.Name),
	})
}
