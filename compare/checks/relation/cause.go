package relation

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// cause is what a statement says that something came of.
type cause struct {
	st     *witness.Statement
	claim  *witness.Claim
	effect int          // token of what came of it: a noun, or a predicate
	thing  *witness.Arg // whom or what the predicate is told of; nil for a noun
	death  bool         // the effect is somebody's death, in whatever words
	first  int          // tokens of the cause, the last inclusive
	last   int
	class  string // by the lexicon
}

// causing are the verbs by which one thing makes another happen.
var causing = map[string]bool{"cause": true, "spark": true, "trigger": true, "start": true, "ignite": true, "provoke": true, "set off": true, "touch off": true, "bring about": true, "bring down": true}

// deadly are the verbs that tell of a death and of its cause at once; others do so
// with "dead" or "to death".
var deadly = map[string]bool{"drown": true, "strangle": true, "electrocute": true, "suffocate": true}

// causes compares what two corresponding statements say that one thing came of.
func causes(p *compare.Pass, x *compare.Pair) {
	as, bs := causesIn(p, x.A), causesIn(p, x.B)
	for _, a := range as {
		for _, b := range bs {
			if sameEffect(p.Lexicon, x, a, b) && otherCause(p.Lexicon, a, b) {
				p.Report(x, a.against(b))
			}
		}
	}
}

// deaths compares, over the whole event, what the reports say that one named
// person died of.
func deaths(p *compare.Pass) {
	by := make([][]cause, len(p.Event.Entities))
	for st := range p.Statements() {
		for _, c := range causesIn(p, st) {
			if c.death && c.thing.Entity != nil {
				by[c.thing.Entity.ID] = append(by[c.thing.Entity.ID], c)
			}
		}
	}
	for _, list := range by {
		for i, a := range list {
			for _, b := range list[i+1:] {
				if a.st.Witness != b.st.Witness && otherCause(p.Lexicon, a, b) {
					p.ReportAcross(a.against(b))
				}
			}
		}
	}
}

// otherCause reports whether two causes exclude each other, and neither report
// knows of the other's: who died of a stroke may have had the flu.
func otherCause(lex *lexicon.Lexicon, a, b cause) bool {
	return lexicon.OtherCause(a.class, b.class) && !knows(lex, a.st.Witness, b.class) && !knows(lex, b.st.Witness, a.class)
}

// knows reports whether a report names a cause of a class anywhere.
func knows(lex *lexicon.Lexicon, w *witness.Witness, class string) bool {
	for _, st := range w.Statements {
		for i := range st.Tokens {
			if _, c := longest(lex, st, i, len(st.Tokens)); c != "" && !lexicon.OtherCause(c, class) {
				return true
			}
		}
	}
	return false
}

// against makes the difference of two causes. A cause that a report only thinks
// possible is of less weight.
func (c cause) against(o cause) compare.Difference {
	d := compare.Difference{
		A: c.spot(), B: o.spot(), Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.7, Topic: c.topic(),
	}
	if c.claim.Modality != witness.Actual || o.claim.Modality != witness.Actual {
		d.Severity = compare.Minor
	}
	d.Reason = fmt.Sprintf("%s and %s are two causes, and neither report names the other's.", d.A.Value, d.B.Value)
	return d
}

func (c cause) spot() compare.Spot {
	span := compare.TokenSpan(c.st, c.first, c.last)
	return compare.Spot{Statement: c.st, Span: span, Value: strings.ToLower(c.st.Witness.Text[span.Start:span.End])}
}

func (c cause) topic() string {
	switch {
	case c.death && c.thing.Entity != nil:
		return "what " + c.thing.Entity.Name + " died of"
	case c.death:
		return "what the " + c.thing.Lemma + " died of"
	case c.thing == nil:
		return "cause of the " + c.st.Tokens[c.effect].Lemma
	}
	return "why: " + c.claim.Predicate
}

// sameEffect reports whether two causes are of one thing: the same death, the
// same noun, or the same verb told of the same.
func sameEffect(lex *lexicon.Lexicon, x *compare.Pair, a, b cause) bool {
	if a.death != b.death || (a.thing == nil) != (b.thing == nil) || a.claim.Negative || b.claim.Negative {
		return false
	}
	if a.thing != nil && !sameArg(x, a.thing, b.thing) {
		return false
	}
	if a.death {
		return a.thing.Entity == nil // the named are compared over the whole event
	}
	if a.thing == nil && toldApart(x, a.effect, b.effect) {
		return false
	}
	la, lb := x.A.Tokens[a.effect].Lemma, x.B.Tokens[b.effect].Lemma
	pos := lexicon.Noun
	if a.thing != nil {
		pos = lexicon.Verb
	}
	return la == lb || x.Tied(a.effect, b.effect) || lex.Synonymous(la, lb, pos)
}

// toldApart reports whether two nouns are told apart by what restricts them: the fire
// in the mill, the fire in the barn.
func toldApart(x *compare.Pair, i, j int) bool {
	none := true
	for k := range x.A.Tokens {
		if !restricts(&x.A.Tokens[k], i) {
			continue
		}
		for n := range x.B.Tokens {
			if restricts(&x.B.Tokens[n], j) {
				if x.Tied(k, n) || x.A.Tokens[k].Lemma == x.B.Tokens[n].Lemma {
					return false
				}
				none = false
			}
		}
	}
	return !none
}

// restricts reports whether a word is a noun or name that hangs from noun i.
func restricts(t *witness.Token, i int) bool {
	return t.Head == i && (t.UPOS == "NOUN" || t.UPOS == "PROPN") && (strings.HasPrefix(t.Rel, "nmod") || t.Rel == "compound")
}

func sameArg(x *compare.Pair, a, b *witness.Arg) bool {
	if a.Entity != nil && b.Entity != nil {
		return a.Entity == b.Entity
	}
	return a.Lemma == b.Lemma || x.Tied(a.Head, b.Head)
}

// causesIn reads the causes of a statement that the lexicon knows.
func causesIn(p *compare.Pass, st *witness.Statement) []cause {
	return compare.OnceOf(p, st, func(st *witness.Statement) (out []cause) {
		for _, c := range compare.Facts[*witness.Claim](st) {
			if k, ok := causeOf(st, c); ok {
				if k.first, k.last, k.class = phrase(p.Lexicon, st, k.last); k.class != "" {
					out = append(out, k)
				}
			}
		}
		return out
	})
}

// causeOf reads the cause and the effect of a claim; the head of the cause is
// left in last.
func causeOf(st *witness.Statement, c *witness.Claim) (cause, bool) {
	k := cause{st: st, claim: c, effect: c.Head}
	switch p := c.Predicate; {
	case p == "lead" || p == "result" || p == "stem":
		from, to := c.Agent, other(c, "to") // "a gas leak led to the blast"
		if p != "lead" {
			from, to = other(c, "from"), c.Agent // "the blast resulted from a gas leak"
		}
		if from != nil && to != nil && c.Patient == nil { // not "police led the man to the car"
			k.effect, k.last = to.Head, from.Head
			return k, true
		}
	case c.Agent != nil && c.Patient == nil && compare.Child(st, c.Head, "cop") >= 0:
		if c.Agent.Lemma == "cause" || c.Agent.Lemma == "reason" { // "the cause of the blast was a gas leak"
			if of := onlyOf(st, c.Agent.Head); of >= 0 && !c.Negative {
				k.effect, k.last = of, c.Head
				return k, true
			}
		}
		if d := compare.Child(st, c.Head, "case"); d >= 0 && st.Tokens[d].Lower == "due" { // "the blast was due to a gas leak"
			k.effect, k.last = c.Agent.Head, c.Head
			return k, true
		}
	case causing[p] && c.Agent != nil && c.Patient != nil:
		k.effect, k.last = c.Patient.Head, c.Agent.Head
		return k, true
	case p == "blame":
		if on := other(c, "on"); on != nil && c.Patient != nil {
			k.effect, k.last = c.Patient.Head, on.Head
			return k, true
		}
		if effect := other(c, "for"); effect != nil && c.Agent != nil && c.Patient == nil { // "arson was to blame for the fire"
			k.effect, k.last = effect.Head, c.Agent.Head
			return k, true
		}
	case p == "die" || p == "perish":
		if of := other(c, "of", "from"); of != nil && c.Agent != nil {
			k.thing, k.death, k.last = c.Agent, true, of.Head
			return k, true
		}
	case deadly[p] || fatal(st, c):
		if k.thing = c.Patient; k.thing == nil {
			k.thing = c.Agent
		}
		k.death, k.last = true, c.Head
		return k, k.thing != nil
	}
	if why := other(c, "because", "due", "owing"); why != nil {
		if k.thing = c.Agent; k.thing == nil {
			k.thing = c.Patient
		}
		k.last = why.Head
		return k, k.thing != nil && st.Tokens[c.Head].UPOS == "VERB"
	}
	return k, false
}

// onlyOf returns the noun that "of" ties to noun i, or -1 where nothing or more hangs from
// that, as in "the cause of the fire in the mill", of which the parse is not sure.
func onlyOf(st *witness.Statement, i int) int {
	found := -1
	for k := range st.Tokens {
		if t := &st.Tokens[k]; t.Head == i && strings.HasPrefix(t.Rel, "nmod") {
			if c := compare.Child(st, k, "case"); found >= 0 || c < 0 || st.Tokens[c].Lower != "of" {
				return -1
			}
			found = k
		}
	}
	return found
}

// other returns the participant of a claim that one of some prepositions ties to
// it.
func other(c *witness.Claim, preps ...string) *witness.Arg {
	for i := range c.Others {
		for _, p := range preps {
			if c.Others[i].Prep == p {
				return &c.Others[i]
			}
		}
	}
	return nil
}

// fatal reports whether a deed is told to have killed: "shot dead", "stabbed to
// death".
func fatal(st *witness.Statement, c *witness.Claim) bool {
	k := c.Head + 1
	if k >= len(st.Tokens) {
		return false
	}
	return st.Tokens[k].Lower == "dead" || st.Tokens[k].Lower == "to" && k+1 < len(st.Tokens) && st.Tokens[k+1].Lower == "death"
}

// reachOfPhrase is how many words before its head a cause may begin.
const reachOfPhrase = 3

// phrase finds the longest cause of the lexicon that ends at the word head, and
// its class.
func phrase(lex *lexicon.Lexicon, st *witness.Statement, head int) (first, last int, class string) {
	for k := max(0, head-reachOfPhrase); k <= head; k++ {
		if n, c := longest(lex, st, k, head+1); c != "" && k+n-1 == head {
			return k, head, c
		}
	}
	return head, head, ""
}

// longest returns the longest cause that begins at token i and ends before
// token end, in how many words, and its class. The last word may be inflected.
func longest(lex *lexicon.Lexicon, st *witness.Statement, i, end int) (n int, class string) {
	words := make([]string, 0, reachOfPhrase+1)
	for k := i; k < min(end, i+reachOfPhrase+1); k++ {
		words = append(words, st.Tokens[k].Lower)
		for _, w := range [...]string{st.Tokens[k].Lower, st.Tokens[k].Lemma} {
			words[len(words)-1] = w
			if c, ok := lex.Causes().Get(strings.Join(words, " ")); ok {
				n, class = len(words), c
			}
		}
		words[len(words)-1] = st.Tokens[k].Lower
	}
	return n, class
}
