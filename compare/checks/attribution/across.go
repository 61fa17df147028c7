package attribution

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// An utterance is a quotation with the one person who is named as saying it, or the one office
// where nobody is named, and its content words.
type utterance struct {
	st      *witness.Statement
	speaker *witness.Entity // nil of an office
	office  *witness.Role   // nil of a person
	at      witness.Span    // where he is named
	words   []string
}

// What makes two quotations that stand in any two places of two reports one utterance.
const (
	leastAcross = 5   // content words that both have
	shareAcross = 0.8 // of the shorter one, and
	shareLonger = 0.5 // of the longer one
	leastShort  = 4   // words of a quotation that short reports have alike: fewer are anybody's
)

// across compares who is quoted with the same words, wherever the reports quote them.
func across(p *compare.Pass) {
	byReport := make([][]utterance, len(p.Event.Witnesses))
	index := make([]map[string][]int, len(byReport)) // the quotations of a report by their words
	for st := range p.Statements() {
		for _, q := range compare.Facts[*witness.Quote](st) {
			u, ok := uttered(st, q)
			if !ok {
				continue
			}
			i := st.Witness.Index
			if index[i] == nil {
				index[i] = map[string][]int{}
			}
			for _, w := range u.words {
				index[i][w] = append(index[i][w], len(byReport[i]))
			}
			byReport[i] = append(byReport[i], u)
		}
	}
	for i, as := range byReport {
		for j := i + 1; j < len(byReport); j++ {
			for _, a := range as {
				for _, k := range candidates(index[i], index[j], a) {
					if b := byReport[j][k]; oneUtterance(a, b) && (twoPersons(p, a, b) || twoOffices(p, a.office, b.office)) {
						differently(p, a, b)
					}
				}
			}
		}
	}
}

// candidates lists the quotations of another report that have a word of u which few of either
// report have: two of one utterance share its rare words, and what all speak of would make
// every two a pair. How many reports quote an utterance says nothing against it.
func candidates(own, other map[string][]int, u utterance) []int {
	var out []int
	for _, w := range u.words {
		if len(own[w]) <= mostHeld && len(other[w]) <= mostHeld {
			out = append(out, other[w]...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// mostHeld is how many quotations of a report have a word that leads from one to another.
const mostHeld = 12

// uttered reads a quotation of a known speaker.
func uttered(st *witness.Statement, q *witness.Quote) (utterance, bool) {
	u := utterance{st: st, speaker: sayer(st, q)}
	if borrowed(st, q) || titled(st, q) {
		return u, false
	}
	if u.speaker == nil {
		u.speaker = q.Speaker
	}
	words := q.SpeakerWords
	if u.speaker == nil && words == "" {
		u.speaker, words = judges(st, q)
	}
	if n := compare.FactOf(st, func(n *witness.Name) bool {
		return u.speaker != nil && n.Entity == u.speaker && !q.Inner.Contains(n.Span)
	}); n != nil {
		u.at = n.Span
	} else if u.speaker, u.office = nil, onlyOffice(st, q, words); u.office != nil {
		u.at = u.office.Span
	} else {
		return u, false // a pronoun
	}
	for i := range st.Tokens {
		if t := &st.Tokens[i]; q.Inner.Contains(t.Span) && align.Content(t) && !slices.Contains(u.words, t.Lemma) {
			u.words = append(u.words, t.Lemma)
		}
	}
	return u, len(u.words) >= leastShort
}

// judges returns who judges something before a quotation, by name or in so many words: “condemned
// the deed as …”. The verb reports nothing, but the words are his.
func judges(st *witness.Statement, q *witness.Quote) (*witness.Entity, string) {
	for _, c := range compare.Facts[*witness.Claim](st) {
		if c.Span.Start >= q.Span.Start || !judging[c.Predicate] || c.Agent == nil || c.Negative {
			continue
		}
		if t := &st.Tokens[c.Agent.Head]; t.UPOS == "NOUN" || t.UPOS == "PROPN" {
			if e := c.Agent.Entity; e != nil && personal(e) {
				return e, ""
			}
			return nil, st.Witness.Text[st.Span.Start:st.Tokens[c.Head].Span.Start]
		}
	}
	return nil, ""
}

// judging are verbs of praise and blame that are not of saying.
var judging = map[string]bool{"thank": true, "condemn": true, "praise": true, "hail": true, "call": true, "describe": true, "denounce": true, "criticise": true, "criticize": true, "welcome": true,
	"dismiss": true, "reject": true, "brand": true, "label": true, "mock": true, "celebrate": true, "characterise": true, "characterize": true, "slam": true, "blast": true, "decry": true, "deride": true}

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
	if compare.Short(a.st) && compare.Short(b.st) && n >= leastShort && n == less && more <= less+1 {
		return true
	}
	return n >= leastAcross && float64(n) >= shareAcross*float64(less) && float64(n) >= shareLonger*float64(more)
}

// twoPersons reports whether two utterances are surely of two persons, of whom neither report
// names the other's beside the words.
func twoPersons(p *compare.Pass, a, b utterance) bool {
	e, f := a.speaker, b.speaker
	return e != nil && f != nil && e != f && fully(p, e) && fully(p, f) && !p.Names.Same(e.Name, f.Name) && !compare.Common(p.Names.Words(e.Name), p.Names.Words(f.Name)) &&
		!speaksNear(a.st, f) && !speaksNear(b.st, e)
}

// fully reports whether an entity is a person known by a name of two words, titles apart: the
// pope goes by another than he was born with.
func fully(p *compare.Pass, e *witness.Entity) bool {
	n := 0
	for _, w := range p.Names.Words(e.Name) {
		if !p.Lexicon.Titles().Has(w) && !p.Lexicon.TitleModifiers().Has(w) {
			n++
		}
	}
	return personal(e) && n > 1
}

// onlyOffice returns the one office of which a statement tells outside a quotation, where that
// is said to speak by its words and nobody with a name has it.
func onlyOffice(st *witness.Statement, q *witness.Quote, words string) *witness.Role {
	var found *witness.Role
	for _, r := range compare.Facts[*witness.Role](st) {
		if q.Inner.Contains(r.Span) || r.Former || !strings.Contains(words, st.Witness.Text[r.Span.Start:r.Span.End]) {
			continue
		}
		if found != nil || r.Holder != nil {
			return nil
		}
		found = r
	}
	return found
}

// twoOffices reports whether two offices are two high ones of one state.
func twoOffices(p *compare.Pass, a, b *witness.Role) bool {
	if a == nil || b == nil {
		return false
	}
	x, ok1 := p.Lexicon.Titles().Get(a.Office)
	y, ok2 := p.Lexicon.Titles().Get(b.Office)
	if !ok1 || !ok2 || x.Kind != "political" || y.Kind != "political" || min(x.Rank, y.Rank) < compare.HighOffice || a.Modifier != "" || b.Modifier != "" {
		return false
	}
	if strings.HasSuffix(a.Office, b.Office) || strings.HasSuffix(b.Office, a.Office) {
		return false // "minister" for "foreign minister"
	}
	la, lb := compare.Land(p.Lexicon, a.Of), compare.Land(p.Lexicon, b.Of)
	return la != nil && la == lb
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
		A:    compare.Spot{Statement: a.st, Span: a.at, Value: a.name()},
		B:    compare.Spot{Statement: b.st, Span: b.at, Value: b.name()},
		Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.7, Topic: "who said it",
		Reason: fmt.Sprintf("The same words are quoted of %s and of %s.", a.name(), b.name()),
	})
}

// name is what a report calls the speaker.
func (u utterance) name() string {
	if u.speaker != nil {
		return u.speaker.Name
	}
	return u.st.Witness.Text[u.at.Start:u.at.End]
}
