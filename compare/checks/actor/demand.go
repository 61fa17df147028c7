package actor

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// dues are what one demands for oneself.
var dues = map[string]bool{"concession": true, "compensation": true, "reparation": true, "apology": true, "payment": true}

// demanding are the predicates of demanding them.
var demanding = map[string]bool{"demand": true, "request": true, "claim": true, "ask": true, "call": true}

// due is what a statement says is to be given to a country: "concessions to
// Russia".
type due struct {
	noun, name int // tokens
	to         *lexicon.Place
}

// duesOf lists the dues of a statement with who is to have them.
func duesOf(lex *lexicon.Lexicon, st *witness.Statement) []due {
	var out []due
	for i := 0; i+2 < len(st.Tokens); i++ {
		if !dues[st.Tokens[i].Lemma] || st.Tokens[i+1].Lower != "to" {
			continue
		}
		k := i + 2
		if st.Tokens[k].Lower == "the" {
			k++
		}
		for _, n := range compare.Facts[*witness.Name](st) {
			if n.First != k || n.Demonym || n.Entity == nil {
				continue
			}
			if land, ok := lex.Country(strings.ToLower(n.Entity.Name)); ok {
				out = append(out, due{i, n.Head, land})
			}
		}
	}
	return out
}

// demands marks a country that demands for another what the reports elsewhere
// have it demand for itself: "Moscow's demand for concessions to the United
// States" beside "the concessions to Russia".
func demands(p *compare.Pass) {
	given := map[string]map[*lexicon.Place]bool{}
	for st := range p.Statements() {
		for _, d := range duesOf(p.Lexicon, st) {
			noun := st.Tokens[d.noun].Lemma
			if given[noun] == nil {
				given[noun] = map[*lexicon.Place]bool{}
			}
			given[noun][d.to] = true
		}
	}
	for st := range p.Statements() {
		for _, d := range duesOf(p.Lexicon, st) {
			for _, c := range compare.Facts[*witness.Claim](st) {
				if !demanding[c.Predicate] || c.Negative || c.Agent == nil || c.Agent.Entity == nil || !about(c, st, d.noun) {
					continue
				}
				own, ok := p.Lexicon.Country(strings.ToLower(c.Agent.Entity.Name))
				if !ok || own == d.to || !given[st.Tokens[d.noun].Lemma][own] {
					continue
				}
				p.Mark(compare.Mark{
					Spot:     compare.Spot{Statement: st, Span: compare.TokenSpan(st, d.noun, d.name), Value: d.to.Name},
					Severity: compare.Major, Confidence: 0.7,
					Message: fmt.Sprintf("%s is said to %s something for %s: “%s”", c.Agent.Entity.Name, c.Predicate, d.to.Name, st.Text()),
					Reason:  "Elsewhere it is to be given to " + own.Name + ".",
				})
			}
		}
	}
}

// about reports whether a claim has the noun at a token for its object, or the
// noun follows its head so closely that the parse matters little: "demand for
// concessions".
func about(c *witness.Claim, st *witness.Statement, noun int) bool {
	if c.Patient != nil && c.Patient.Head == noun || noun == c.Head+2 && st.Tokens[noun-1].Lower == "for" {
		return true
	}
	for i := range c.Others {
		if c.Others[i].Prep == "for" && c.Others[i].Head == noun {
			return true
		}
	}
	return false
}
