package actor

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// A turn is a part that one alone has in the event, with who a statement says that is.
type turn struct {
	st    *witness.Statement
	claim *witness.Claim // nil where a noun tells the deed
	part  lexicon.Part
	doer  doer
	thing *witness.Arg // what it is done to; nil where that is left out
}

// turns compares over the whole event, in whatever words the reports tell it, who did what
// only one can have done: who brokered the truce, who moved the amendment.
func turns(p *compare.Pass) {
	byReport := make([][]turn, len(p.Event.Witnesses))
	for st := range p.Statements() {
		for _, c := range compare.Facts[*witness.Claim](st) {
			byReport[st.Witness.Index] = append(byReport[st.Witness.Index], turnsOf(p.Lexicon, st, c)...)
		}
		byReport[st.Witness.Index] = append(byReport[st.Witness.Index], nounTurns(p.Lexicon, st)...)
	}
	for a, b := range compare.Between(byReport) {
		if a.part.Name != b.part.Name || !oneDeed(p, a, b) || !twoDoers(p, a.doer, b.doer) ||
			knowsDoer(p, byReport[a.st.Witness.Index], a, b) || knowsDoer(p, byReport[b.st.Witness.Index], b, a) {
			continue
		}
		p.ReportAcross(compare.Difference{
			A:    compare.Spot{Statement: a.st, Span: a.doer.span, Value: a.doer.value(a.st)},
			B:    compare.Spot{Statement: b.st, Span: b.doer.span, Value: b.doer.value(b.st)},
			Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.6, Topic: "who: " + a.part.Name,
			Reason: fmt.Sprintf("One alone has that part: %s.", a.part.Name),
		})
	}
}

// turnsOf reads the parts that a claim tells of, where it is told as a fact or as settled.
func turnsOf(lex *lexicon.Lexicon, st *witness.Statement, c *witness.Claim) []turn {
	if c.Negative || shared(st, c.Head) || c.Modality != witness.Actual && c.Modality != witness.Future || c.Conf < surely {
		return nil
	}
	verb := st.Tokens[c.Head].Lemma
	rows := lex.Parts().GetAll(c.Predicate)
	if len(rows) == 0 && verb != c.Predicate {
		rows = lex.Parts().GetAll(verb)
	}
	for _, part := range rows {
		who, thing := c.Agent, c.Patient
		if n := behind(st, c.Head, "by", 2); n != nil && part.Slot == "by" && (who == nil || who.Head < c.Head) {
			if thing == nil {
				thing = who // "a panel led by Ann Berg", where the parse takes it for the doer
			}
			who = &witness.Arg{Head: n.Head, Lemma: st.Tokens[n.Head].Lemma, Entity: n.Entity}
		}
		switch part.Slot {
		case "noun":
			continue
		case "to", "from":
			who = nil
			if thing == nil {
				thing = c.Agent
			}
			for k := range c.Others {
				if c.Others[k].Prep == part.Slot && who == nil {
					who = &c.Others[k]
				}
			}
			if n := behind(st, c.Head, part.Slot, 5); n != nil && who == nil {
				who = &witness.Arg{Head: n.Head, Lemma: st.Tokens[n.Head].Lemma, Entity: n.Entity}
			}
		}
		if who == nil || part.Of != nil && (thing == nil || !done(st, &part, thing)) {
			continue
		}
		if part.Of == nil && thing != nil && st.Tokens[thing.Head].UPOS == "PRON" {
			thing = nil // "it will be chaired by"
		}
		if d, ok := doerAt(st, who); ok {
			return []turn{{st, c, part, d, thing}}
		}
	}
	return nil
}

// nounTurns reads the parts that nouns tell of: "Egyptian mediation", "the mediation of Egypt".
func nounTurns(lex *lexicon.Lexicon, st *witness.Statement) []turn {
	var out []turn
	for i := range st.Tokens {
		if st.Tokens[i].UPOS != "NOUN" {
			continue
		}
		for _, part := range lex.Parts().GetAll(st.Tokens[i].Lemma) {
			if part.Slot != "noun" {
				continue
			}
			n := demonym(st, i)
			for _, prep := range [...]string{"of", "by", "from"} {
				if n == nil && compare.Word(st, i+1) == prep {
					n = behind(st, i, prep, 1)
				}
			}
			if n != nil && n.Entity != nil {
				out = append(out, turn{st: st, part: part, doer: doer{span: n.Span, names: []*witness.Entity{n.Entity}}})
			}
		}
	}
	return out
}

// behind returns the name that a preposition behind a verb leads to, over what describes who
// has it.
func behind(st *witness.Statement, i int, prep string, reach int) *witness.Name {
	k := i + 1
	for ; k <= i+reach && compare.Word(st, k) != prep; k++ {
		if w := compare.Word(st, k); w == "" || st.Tokens[k].UPOS == "VERB" || st.Tokens[k].UPOS == "PUNCT" {
			return nil
		}
	}
	if compare.Word(st, k) != prep {
		return nil
	}
	for last := k + 7; k+1 < len(st.Tokens) && k < last; {
		k++
		if n := compare.NameOver(st, k); n != nil && !n.Demonym {
			if w := compare.Word(st, n.Last+1); w != "'s" && w != "'" {
				return n
			}
			k = n.Last + 1
			continue
		}
		switch t := &st.Tokens[k]; {
		case t.UPOS == "NOUN", t.UPOS == "ADJ", t.UPOS == "DET", t.UPOS == "PROPN", t.UPOS == "NUM", t.Relation() == "amod":
		default:
			return nil
		}
	}
	return nil
}

// surely is the least confidence in the parse of a claim.
const surely = 0.5

// done reports whether a part is told of a thing.
func done(st *witness.Statement, part *lexicon.Part, thing *witness.Arg) bool {
	if part.Any() {
		return st.Tokens[thing.Head].UPOS == "NOUN" || compare.NameOver(st, thing.Head) != nil
	}
	_, ok := part.Done(thing.Lemma)
	return ok
}

// knowsDoer reports whether the report of mine gives the part to the other's doer too, or
// names him anywhere: it may tell of both.
func knowsDoer(p *compare.Pass, own []turn, mine, other turn) bool {
	if slices.ContainsFunc(own, func(t turn) bool { return t.part.Name == mine.part.Name && !twoDoers(p, t.doer, other.doer) }) {
		return true
	}
	return slices.ContainsFunc(other.doer.names, func(e *witness.Entity) bool { return compare.Mentions(mine.st.Witness, e) })
}
