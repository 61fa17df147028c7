package role

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

//go:embed doc.go
var source string

//go:embed examples.txtar
var examples string

// Check is the check role.
var Check = &compare.Check{
	Name: "role", Source: source, Examples: examples, Severity: compare.Major,
	MQM: "accuracy/mistranslation", ITS: "inconsistent-entities", Run: run,
}

// held is an office with where it is told.
type held struct {
	st   *witness.Statement
	role *witness.Role
}

// run compares what the reports call each person, over the whole event: an
// office is told once in a report, wherever the person comes in.
func run(p *compare.Pass) {
	for x := range p.Pairs() {
		unnamed(p, x)
	}
	byHolder := make([][]held, len(p.Event.Entities))
	for st := range p.Statements() {
		for _, r := range compare.Facts[*witness.Role](st) {
			if r.Holder != nil && !outgoing(st, r) {
				byHolder[r.Holder.ID] = append(byHolder[r.Holder.ID], held{st, r})
			}
		}
	}
	bonds(p)
	for id, roles := range byHolder {
		ofBody := slices.ContainsFunc(roles, func(h held) bool { return heads(p.Lexicon, h) == "body" })
		for i, a := range roles {
			for _, b := range roles[i+1:] {
				if a.st.Witness == b.st.Witness || !differ(p.Lexicon, a.role, b.role) || oneOffice(p.Lexicon, a, b) || oneHead(p.Lexicon, a, b, ofBody) {
					continue
				}
				p.ReportAcross(compare.Difference{
					A:    compare.Spot{Statement: a.st, Span: a.role.Span, Value: value(a.role)},
					B:    compare.Spot{Statement: b.st, Span: b.role.Span, Value: value(b.role)},
					Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.85,
					Topic:  "office of " + p.Event.Entities[id].Name,
					Reason: fmt.Sprintf("“%s” and “%s” are two offices.", value(a.role), value(b.role)),
				})
			}
		}
	}
}

// outgoing reports whether the sentence tells of the appointment of who holds an office to
// another one: "Assistant Secretary Berg was named ambassador".
func outgoing(st *witness.Statement, r *witness.Role) bool {
	name := compare.FactOf(st, func(n *witness.Name) bool { return n.Entity == r.Holder && n.First > r.Head })
	if name == nil {
		return false
	}
	t := &st.Tokens[name.Head]
	return t.Head >= 0 && (t.Rel == "nsubj:pass" || t.Rel == "obj" || t.Rel == "iobj") && appointing[st.Tokens[t.Head].Lemma] &&
		compare.FactOf(st, func(o *witness.Role) bool { return o.Head > name.Last }) != nil
}

// appointing are the verbs of putting somebody into an office.
var appointing = map[string]bool{"name": true, "appoint": true, "nominate": true, "elect": true, "promote": true, "choose": true, "select": true, "swear": true, "designate": true}

// value names an office with what changes its rank.
func value(r *witness.Role) string {
	return strings.TrimSpace(r.Modifier + " " + r.Office)
}

// differ reports whether two roles cannot be one person's at one time: two
// ranks of one office, or two high offices.
func differ(lex *lexicon.Lexicon, a, b *witness.Role) bool {
	if a.Former != b.Former {
		return false
	}
	ra, ba := rank(value(a))
	rb, bb := rank(value(b))
	if ba == bb || strings.HasSuffix(ba, " "+bb) || strings.HasSuffix(bb, " "+ba) || strings.HasPrefix(ba, bb+" ") || strings.HasPrefix(bb, ba+" ") {
		// "minister" says less than "foreign minister", not something else;
		// but a deputy is not an assistant.
		return !oneRank(ra, rb, a.Office) && (ra != "" && rb != "" || ba == bb && governs(lex, a.Office))
	}
	if exclude(lex, a, b) {
		return true
	}
	ta, ok1 := lex.Titles().Get(a.Office)
	tb, ok2 := lex.Titles().Get(b.Office)
	if !ok1 || !ok2 || !governs(lex, a.Office) || !governs(lex, b.Office) {
		return false
	}
	return ta.Rank >= compare.HighOffice && tb.Rank >= compare.HighOffice || ra != "" && rb != "" && (ta.Rank >= compare.HighOffice) != (tb.Rank >= compare.HighOffice)
}

// oneRank reports whether two words for a rank of an office may mean one: a vice premier is a
// deputy prime minister, also the first of them.
func oneRank(a, b, office string) bool {
	second := func(w string) bool {
		return w == "deputy" || w == "first deputy" && (office == "prime minister" || office == "premier")
	}
	return a == b || a == "vice" && second(b) || b == "vice" && second(a)
}

// exclude reports whether nobody has both offices: who sits in judgement neither
// accuses nor defends, and of two ranks of the forces one is wrong, unless one is
// the other put shorter ("general", "major general").
func exclude(lex *lexicon.Lexicon, a, b *witness.Role) bool {
	if a.Office == b.Office {
		return false
	}
	if _, ok := lex.Exclusive(a.Office, b.Office); ok && (a.Office == "judge" || b.Office == "judge") {
		return true
	}
	return ranks[a.Office] && ranks[b.Office] && !strings.Contains(a.Office, b.Office) && !strings.Contains(b.Office, a.Office)
}

// ranks are those that a person has one of at a time.
var ranks = map[string]bool{"general": true, "colonel general": true, "lieutenant general": true, "major general": true, "brigadier general": true,
	"colonel": true, "lieutenant colonel": true, "major": true, "captain": true, "lieutenant": true, "sergeant": true, "corporal": true, "private": true,
	"admiral": true, "vice admiral": true, "rear admiral": true, "commodore": true}

// governs reports whether an office is one of government or diplomacy, or at the head of
// a police of the whole land, where a deputy is another office; "deputy" before a
// sergeant is his trade.
func governs(lex *lexicon.Lexicon, office string) bool {
	t, ok := lex.Titles().Get(office)
	return ok && (t.Kind == "political" || t.Kind == "diplomatic" || t.Kind == "police" && t.Rank >= national)
}

// national is the least rank of who is at the head of a police of the whole land.
const national = 8

// rank parts an office into what makes it another rank and the rest: deputy,
// "foreign minister".
func rank(office string) (mark, base string) {
	for _, m := range [...]string{"first deputy ", "deputy ", "vice ", "under ", "assistant "} {
		rest, ok := strings.CutPrefix(office, m)
		if m == "under " && !strings.HasPrefix(rest, "secretary") {
			continue // "held under President X"
		}
		if ok {
			return strings.TrimSpace(m), rest
		}
	}
	return "", office
}
