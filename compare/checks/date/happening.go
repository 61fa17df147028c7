package date

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/witness"
)

// oneHappening reports whether two times of corresponding statements may date one
// happening by what else is told of it: the statements share more than a verb, and neither
// names another thing that it was done to, does it once more or for some only.
func oneHappening(p *compare.Pass, x *compare.Pair, a, b *witness.Time) bool {
	va, vb := told(x.A, a.Head), told(x.B, b.Head)
	if va < 0 || vb < 0 {
		return x.Score >= sureScore || x.SharesName(true)
	}
	return vouched(p, x, va, vb) && !otherGoal(p, x, va, vb) && again(x.A, va) == again(x.B, vb) && forSome(x.A, va) == forSome(x.B, vb)
}

// sureScore is the least likeness of two statements that state the same thing whatever
// else they share.
const sureScore = 0.85

// vouched reports whether more than a verb and its place says that two verbs tell one
// happening: a participant or a name that both statements have, or all that
// they say.
func vouched(p *compare.Pass, x *compare.Pair, va, vb int) bool {
	if x.Score >= sureScore || x.SharesName(true) {
		return true
	}
	ca, cb := compare.ClaimAt(x.A, va), compare.ClaimAt(x.B, vb)
	return ca != nil && cb != nil && (x.Deed(ca, cb).Shared > 0 || sameName(p.Names, ca.Agent, cb.Agent) || sameName(p.Names, ca.Patient, cb.Patient))
}

// sameName reports whether two participants have names that may be one: "INS Sava", "the
// Sava".
func sameName(names *naming.Judge, a, b *witness.Arg) bool {
	return a != nil && b != nil && a.Entity != nil && b.Entity != nil && names.Same(a.Entity.Name, b.Entity.Name)
}

// otherGoal reports whether right behind two verbs stand the names of two things: "met
// Anna Berg", "met Tom Field"; "checked into the Hill Clinic", "into Lake House". Of two
// places the one may lie in the other.
func otherGoal(p *compare.Pass, x *compare.Pair, va, vb int) bool {
	a, prepA := goal(x.A, va)
	b, prepB := goal(x.B, vb)
	if a == nil || b == nil || prepA != prepB || a.Entity == b.Entity || p.Names.Same(a.Form, b.Form) {
		return false
	}
	if a.Entity.Kind == witness.Place && b.Entity.Kind == witness.Place {
		_, apart := p.Lexicon.Exclusive(strings.ToLower(a.Entity.Name), strings.ToLower(b.Entity.Name))
		return apart
	}
	return a.Entity.Kind != witness.Place && b.Entity.Kind != witness.Place && !compare.Common(naming.Words(a.Form), naming.Words(b.Form))
}

// goal returns the name that stands right behind verb v, and the preposition or
// particle between.
func goal(st *witness.Statement, v int) (n *witness.Name, prep string) {
	k := v + 1
	if k < len(st.Tokens) && st.Tokens[k].UPOS == "ADP" {
		prep = st.Tokens[k].Lower
		k++
	}
	if k < len(st.Tokens) && st.Tokens[k].UPOS == "DET" {
		k++
	}
	n = compare.NameOver(st, k)
	if n == nil || n.Entity == nil || n.First != k || n.Demonym || n.Last+1 < len(st.Tokens) && st.Tokens[n.Last+1].UPOS == "NOUN" {
		return nil, "" // "bought a Danish ferry"
	}
	return n, prep
}

// again reports whether verb v is told as done once more, or besides.
func again(st *witness.Statement, v int) bool {
	for k := range st.Tokens {
		if t := &st.Tokens[k]; t.Head == v && (t.Lower == "again" || t.Lower == "separately" || t.Lower == "previously") {
			return true
		}
	}
	return false
}

// forSome reports whether what verb v tells is done bit by bit, and told of some of those
// for whom it is done: "reconnected heating for its older tenants".
func forSome(st *witness.Statement, v int) bool {
	if !gradual[st.Tokens[v].Lemma] {
		return false
	}
	return slices.ContainsFunc(partsOf(st, v), func(k int) bool {
		switch t := &st.Tokens[k]; {
		case scopes[t.Lower]:
			return true
		case t.XPOS != "NNS" || lexicon.Category(t.Lemma, lexicon.Noun) != "person":
			return false
		}
		c := compare.Word(st, compare.Child(st, k, "case"))
		return (c == "to" || c == "for") && (compare.Child(st, k, "amod") >= 0 || compare.Child(st, k, "compound") >= 0)
	})
}

// partsOf lists the words that hang on verb v, or on one of those.
func partsOf(st *witness.Statement, v int) []int {
	var out []int
	for k := range st.Tokens {
		if h := st.Tokens[k].Head; h == v || h >= 0 && st.Tokens[h].Head == v && st.Tokens[h].UPOS != "VERB" {
			out = append(out, k)
		}
	}
	return out
}

// gradual are verbs for what is done to one after another; scopes the words for how
// much of it is done.
var (
	gradual = map[string]bool{"restore": true, "reconnect": true, "resume": true, "reopen": true, "open": true, "return": true, "evacuate": true, "release": true, "free": true, "launch": true, "ship": true, "deliver": true}
	scopes  = map[string]bool{"some": true, "most": true, "many": true, "half": true, "partly": true, "partially": true, "fully": true, "completely": true, "entirely": true, "gradually": true}
)
