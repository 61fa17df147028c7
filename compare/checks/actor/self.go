package actor

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// alone looks at one claim for somebody who acts on himself: as translations
// have it that lose whom a relative clause belongs to.
func alone(p *compare.Pass, st *witness.Statement, c *witness.Claim) {
	switch {
	case self(c):
		if !contradicted(p, st, c) {
			mark(p, st, c, c.Patient.Head, "itself", "Agent and patient are the same.")
		}
	case c.Agent == nil || c.Agent.Entity == nil:
	case addressed(c) >= 0:
		mark(p, st, c, addressed(c), "itself", "Who calls and who is called on are the same.")
	case insurgency(p.Lexicon, st, c):
		mark(p, st, c, c.Patient.Head, "a rising against itself", "The rising is in the country that is said to help it.")
	}
}

// self reports whether a claim has the same country or organisation doing
// something to itself.
func self(c *witness.Claim) bool {
	return sameEntity(c.Agent, c.Patient) && c.Agent.Head != c.Patient.Head && body(c.Agent.Entity) && !reflexive[c.Predicate]
}

// body reports whether an entity is a country or organisation: a person may
// well act on himself.
func body(e *witness.Entity) bool { return e.Kind == witness.Place || e.Kind == witness.Organisation }

// reflexive are predicates by which one may well act on oneself.
var reflexive = map[string]bool{"be": true, "call": true, "name": true, "have": true, "defend": true, "describe": true, "represent": true,
	"become": true, "remain": true, "lead": true, "make": true, "include": true, "consider": true, "leave": true}

// addresses are predicates with the preposition of whom they are addressed to.
var addresses = map[string]string{"call": "on", "appeal": "to", "urge": "on", "negotiate": "with", "declare war": "on", "prevail": "on"}

// addressed returns the token at which a country or organisation addresses
// itself ("Russia, which called on Russia"), or -1.
func addressed(c *witness.Claim) int {
	prep := addresses[c.Predicate]
	for i := range c.Others {
		if o := &c.Others[i]; prep != "" && o.Prep == prep && sameEntity(c.Agent, o) && o.Head != c.Agent.Head && body(o.Entity) {
			return o.Head
		}
	}
	return -1
}

// The words for helping a rising, and for those who rise.
var (
	helping    = map[string]bool{"support": true, "back": true, "arm": true, "fund": true, "finance": true, "aid": true, "train": true, "supply": true}
	insurgents = map[string]bool{"rebel": true, "separatist": true, "insurgent": true, "guerrilla": true, "secessionist": true, "mutineer": true}
)

// insurgency reports whether a country, or its capital, is said to help rebels
// in its own land: "Kyiv, which supports separatists in the east of the
// country".
func insurgency(lex *lexicon.Lexicon, st *witness.Statement, c *witness.Claim) bool {
	if !helping[c.Predicate] || c.Negative || c.Patient == nil || !insurgents[c.Patient.Lemma] || c.Agent.Entity.Kind != witness.Place {
		return false
	}
	own, ok := lex.Country(strings.ToLower(c.Agent.Entity.Name))
	if !ok {
		return false
	}
	for k := c.Patient.Head + 1; k < len(st.Tokens) && st.Tokens[k].UPOS != "PUNCT" && st.Tokens[k].UPOS != "VERB"; k++ {
		if t := &st.Tokens[k]; t.Lemma == "country" && k > 0 && st.Tokens[k-1].Lower == "the" {
			return true
		}
	}
	for _, n := range compare.Facts[*witness.Name](st) {
		if n.First <= c.Patient.Head || n.First > c.Patient.Head+5 || n.Entity == nil {
			continue
		}
		if land, ok := lex.Country(strings.ToLower(n.Entity.Name)); ok && land == own {
			return true
		}
	}
	return false
}

func mark(p *compare.Pass, st *witness.Statement, c *witness.Claim, at int, whom, reason string) {
	value := st.Tokens[at].Lemma
	if whom == "itself" {
		value = c.Agent.Entity.Name
	}
	p.Mark(compare.Mark{
		Spot:     compare.Spot{Statement: st, Span: st.Tokens[at].Span, Value: value},
		Severity: compare.Major, Confidence: 0.8,
		Message: fmt.Sprintf("%s is said to %s %s: “%s”", c.Agent.Entity.Name, c.Predicate, whom, st.Text()),
		Reason:  reason,
	})
}
