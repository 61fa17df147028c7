package actor

import (
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// A part is what somebody does in a doing: the subject's, the object's, or that
// of a preposition.
type part struct {
	role string
	arg  *witness.Arg
}

// parts lists who takes part in a claim, in a fixed order. Those whose
// preposition says the same with the two exchanged are not among them.
func parts(c *witness.Claim) []part {
	var out []part
	if c.Agent != nil {
		out = append(out, part{"agent", c.Agent})
	}
	if c.Patient != nil {
		out = append(out, part{"patient", c.Patient})
	}
	for i := range c.Others {
		if directed[c.Others[i].Prep] {
			out = append(out, part{c.Others[i].Prep, &c.Others[i]})
		}
	}
	return out
}

// directed are prepositions that set the two sides of a doing apart.
var directed = map[string]bool{"to": true, "from": true, "against": true, "for": true, "over": true, "by": true, "into": true, "behind": true}

// exchanged reports two who stand in each other's place in one doing: "the
// inspector blackmailed the owner", "the owner blackmailed the inspector". It
// reports whether there was anything to tell.
func exchanged(p *compare.Pass, x *compare.Pair, a, b *witness.Claim) bool {
	if x.A.Kind == witness.Headline || x.B.Kind == witness.Headline {
		return false // "RB placed on reserve" has no doer
	}
	if !x.Parallel && (borrowed(x.A, a) || borrowed(x.B, b)) {
		return false
	}
	if mutual[a.Predicate] || a.Negative != b.Negative || !x.Tied(a.Head, b.Head) || p.Lexicon.LightVerbs().Has(a.Predicate) && a.Predicate != b.Predicate {
		return false
	}
	as, bs := parts(a), parts(b)
	for i, r := range as {
		for _, s := range as[i+1:] {
			there, back := held(bs, r.role), held(bs, s.role)
			if there == nil || back == nil || !theSame(x, r.arg, back) || !theSame(x, s.arg, there) || r.arg.Lemma == s.arg.Lemma || sameEntity(r.arg, s.arg) || called(r.arg) == called(there) {
				continue // or one name in two parts: "checked into Haven Hall"
			}
			if a, b := &x.A.Tokens[r.arg.Head], &x.B.Tokens[there.Head]; a.UPOS == "PRON" && a.Lower == b.Lower {
				continue // "he grabbed her" in both: whoever he was taken to be
			}
			sev := compare.Major
			if r.role == "agent" {
				sev = compare.Critical
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: x.A.Tokens[r.arg.Head].Span, Value: called(r.arg)},
				B:    compare.Spot{Statement: x.B, Span: x.B.Tokens[there.Head].Span, Value: called(there)},
				Kind: compare.Conflict, Severity: sev, Confidence: 0.85, Topic: a.Predicate + ", " + r.role + " and " + s.role + " exchanged",
				Reason: fmt.Sprintf("“%s”: each of %s and %s stands in the other's place.", a.Predicate, called(r.arg), called(s.arg)),
			})
			return true
		}
	}
	return false
}

// borrowed reports whether a claim takes its doer from another clause, as a participle
// does, so that only the parse tells who it is: "after placing leading rusher Lee".
func borrowed(st *witness.Statement, c *witness.Claim) bool {
	t := &st.Tokens[c.Head]
	return t.XPOS == "VBG" && (t.Rel == "advcl" && !follows(st, c) || t.Relation() == "acl" || t.Rel == "amod" || attribute(st, c.Head))
}

// attribute reports whether participle i stands right before one thing without an
// article, and so tells what it is, even where it is read as a verb: "leading scorer Lee".
func attribute(st *witness.Statement, i int) bool {
	return i+1 < len(st.Tokens) && st.Tokens[i+1].XPOS == "NN" && st.Tokens[i+1].Rel == "obj" && st.Tokens[i+1].Head == i
}

// follows reports whether a bare participle stands behind the verb whose subject is its
// doer, as news puts it: "Chelsea won the cup, beating Arsenal".
func follows(st *witness.Statement, c *witness.Claim) bool {
	h := st.Tokens[c.Head].Head
	if h < 0 || h > c.Head || c.Agent == nil {
		return false
	}
	subject := &st.Tokens[c.Agent.Head]
	return subject.Head == h && subject.Relation() == "nsubj" &&
		compare.Child(st, c.Head, "mark") < 0 && compare.Child(st, c.Head, "case") < 0 && compare.Child(st, c.Head, "cc") < 0
}

// held returns who takes a part, or nil.
func held(parts []part, role string) *witness.Arg {
	for _, p := range parts {
		if p.role == role {
			return p.arg
		}
	}
	return nil
}

// theSame reports whether two participants are one: the entity, or, in
// statements that say the same, the word.
func theSame(x *compare.Pair, a, b *witness.Arg) bool {
	if sameEntity(a, b) {
		return true
	}
	j, kind := x.Link(a.Head)
	return x.Close() && j == b.Head && kind <= witness.LinkVariant && a.Entity == nil && b.Entity == nil && x.A.Tokens[a.Head].UPOS != "PRON"
}

func called(a *witness.Arg) string {
	if a.Entity != nil {
		return a.Entity.Name
	}
	return a.Lemma
}
