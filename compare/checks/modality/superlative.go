package modality

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// superlatives reports a thing that stands above its kind, or alone, in one report and
// one of several in another: "the oldest bridge in the country", "one of the oldest
// bridges in the country"; "the only survivor", "one of the few survivors".
func superlatives(p *compare.Pass, x *compare.Pair) {
	as, bs := superlativesIn(p, x.A), superlativesIn(p, x.B)
	for _, a := range as {
		for _, b := range bs {
			if a.kind != b.kind || a.noun != b.noun || (a.one < 0) == (b.one < 0) || !a.sameScope(b) || !oneBearer(x, a, b) || hasEqual(as, b) || hasEqual(bs, a) {
				continue
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: a.span(x.A), Value: a.value()},
				B:    compare.Spot{Statement: x.B, Span: b.span(x.B), Value: b.value()},
				Kind: compare.Imprecision, Severity: compare.Minor, Confidence: 0.75, Topic: "the " + a.kind + " " + a.noun,
				Reason: fmt.Sprintf("One of the %s is not the %s.", a.kind, a.kind),
			})
		}
	}
}

// A superlative is "the oldest bridge", or "one of the oldest bridges"; being the
// only one counts as such.
type superlative struct {
	kind, noun string   // "most famous", "source"
	from, at   int      // "the" and the noun
	one        int      // "one" of "one of the", or -1
	scope      []string // lemmas of where, or of what: "in the country"
}

// sameScope reports whether two superlatives may be meant of one circle: the
// oldest bridge of a town may well be one of the oldest in the world.
func (s superlative) sameScope(o superlative) bool {
	return len(s.scope) == 0 || len(o.scope) == 0 || compare.Common(s.scope, o.scope)
}

// oneBearer reports whether two superlatives are said of one: a name that is the
// subject or the apposition of both, or a noun that is, and the circle is the same.
// The oldest victim is 80, and one of the oldest is somebody else.
func oneBearer(x *compare.Pair, a, b superlative) bool {
	i, j := a.bearer(x.A), b.bearer(x.B)
	if i < 0 || j < 0 {
		return false
	}
	n, m := nameAt(x.A, i), nameAt(x.B, j)
	if n != nil || m != nil {
		return n != nil && m != nil && n.Entity != nil && n.Entity == m.Entity
	}
	return x.Tied(i, j) && x.A.Tokens[i].UPOS == "NOUN" && len(a.scope) > 0 && slices.Equal(a.scope, b.scope)
}

// bearer returns the word that a superlative is said of, or -1.
func (s superlative) bearer(st *witness.Statement) int {
	head := s.at
	if s.one >= 0 && st.Tokens[s.at].Head == s.one {
		head = s.one
	}
	if st.Tokens[head].Rel == "appos" {
		return st.Tokens[head].Head
	}
	if compare.Child(st, head, "cop") >= 0 {
		return compare.Child(st, head, "nsubj")
	}
	return compare.Child(st, head, "appos")
}

// nameAt returns the name of which word i is the head, or nil.
func nameAt(st *witness.Statement, i int) *witness.Name {
	return compare.FactOf(st, func(n *witness.Name) bool { return n.Head == i })
}

func (s superlative) span(st *witness.Statement) witness.Span {
	from := s.from
	if s.one >= 0 {
		from = s.one
	}
	return compare.TokenSpan(st, from, s.at)
}

func (s superlative) value() string {
	if s.one >= 0 {
		return "one of the " + s.kind
	}
	return "the " + s.kind
}

// hasEqual reports whether a statement says of a thing what s says too: it gives
// both, "the oldest bridge, one of the oldest in the world".
func hasEqual(all []superlative, s superlative) bool {
	for _, o := range all {
		if o.kind == s.kind && o.noun == s.noun && (o.one < 0) == (s.one < 0) {
			return true
		}
	}
	return false
}

func superlativesIn(p *compare.Pass, st *witness.Statement) []superlative {
	return compare.OnceOf(p, st, func(st *witness.Statement) []superlative {
		var out []superlative
		for i := range st.Tokens {
			kind, adjective := degree(st, i)
			if kind == "" || i == 0 || st.Tokens[i-1].Lower != "the" {
				continue
			}
			noun := st.Tokens[adjective].Head
			if noun <= adjective || st.Tokens[noun].UPOS != "NOUN" {
				continue
			}
			var within []int
			s := superlative{kind: kind, noun: st.Tokens[noun].Lemma, from: i - 1, at: noun, one: -1}
			switch {
			case i >= 3 && st.Tokens[i-2].Lower == "of" && st.Tokens[i-3].Lower == "one":
				s.one = i - 3
			case i >= 2 && st.Tokens[i-2].Lower == "among":
				s.one = i - 2
			case st.Tokens[noun].XPOS == "NNS" || st.Tokens[i].Lower == "few" || i >= 2 && st.Tokens[i-2].Lower == "of":
				continue // "the oldest bridges", "the end of the longest"
			}
			for k := noun + 1; k < len(st.Tokens); k++ {
				if h := st.Tokens[k].Head; (h == noun || slices.Contains(within, h)) && strings.HasPrefix(st.Tokens[k].Rel, "nmod") {
					within = append(within, k)
					s.scope = append(s.scope, st.Tokens[k].Lemma)
				}
			}
			out = append(out, s)
		}
		return out
	})
}

// degree reads what sets a thing above or before all others of its kind from word
// i on, and gives the adjective: "oldest", "most famous", "only". The first of a
// day is as often another one's. Who is one
// of the few is not the only one.
func degree(st *witness.Statement, i int) (kind string, adjective int) {
	t := &st.Tokens[i]
	switch {
	case t.Lower == "most":
		if i+1 < len(st.Tokens) && st.Tokens[i+1].UPOS == "ADJ" {
			return "most " + st.Tokens[i+1].Lower, i + 1
		}
		return "", i // "the most bridges"
	case t.XPOS == "JJS":
		return t.Lower, i
	case (t.Lower == "only" || t.Lower == "sole" || t.Lower == "few") && t.Rel == "amod":
		return "only", i
	}
	return "", i
}
