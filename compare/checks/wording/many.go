package wording

import (
	"fmt"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// The shares of the other versions by which a word is their common property,
// or nobody's.
const (
	common = 0.6
	lonely = 0.15
)

// many compares one version with all others of its group: words that nobody
// else has, and words of most others that it lacks.
func many(p *compare.Pass, g *witness.Group) {
	ev := p.Event
	if !ev.Parallel && !ev.Aligned {
		return
	}
	// support[w][s][i]: the share of the other versions that have word i
	ties := tied(ev, g)
	for w, cell := range g.Cells {
		for _, s := range cell {
			st := ev.Witnesses[w].Statements[s]
			others := ties.others[w]
			if others < 2 {
				continue
			}
			for i := range st.Tokens {
				if !align.Content(&st.Tokens[i]) || align.Rarity(st.Tokens[i].Lemma) < 0.2 {
					continue
				}
				share := float64(len(ties.has[place{w, s, i}])) / float64(others)
				if share <= lonely {
					own(p, g, st, i)
				}
			}
		}
	}
}

type place struct{ witness, statement, token int }

type support struct {
	has    map[place]map[int]bool // witnesses with a like word
	others []int                  // versions that a witness was compared with
}

// tied collects over the links of a group which witnesses have each word.
func tied(ev *witness.Event, g *witness.Group) support {
	s := support{has: map[place]map[int]bool{}, others: make([]int, len(ev.Witnesses))}
	seen := map[[2]int]bool{}
	add := func(w, st, i, other int) {
		k := place{w, st, i}
		if s.has[k] == nil {
			s.has[k] = map[int]bool{}
		}
		s.has[k][other] = true
	}
	for i := range g.Links {
		l := &g.Links[i]
		for _, pr := range [...][2]int{{l.A.Witness, l.B.Witness}, {l.B.Witness, l.A.Witness}} {
			if !seen[pr] {
				seen[pr] = true
				s.others[pr[0]]++
			}
		}
		for _, wl := range l.Words {
			if wl.Kind <= witness.LinkSynonym {
				add(l.A.Witness, l.A.Statement, wl.A, l.B.Witness)
				add(l.B.Witness, l.B.Statement, wl.B, l.A.Witness)
			}
		}
	}
	return s
}

// own reports a word that no other version has, beside the words that stand in
// its place in the first other version that was compared.
func own(p *compare.Pass, g *witness.Group, st *witness.Statement, i int) {
	other, span := counterpart(p.Event, g, st, i)
	if other == nil {
		return
	}
	p.Lonely(g, compare.Difference{
		A:    compare.Spot{Statement: st, Span: st.Tokens[i].Span, Value: st.Tokens[i].Lemma},
		B:    compare.Spot{Statement: other, Span: span, Value: "other words"},
		Kind: compare.Imprecision, Severity: compare.Info, Confidence: 0.3 + 0.4*align.Rarity(st.Tokens[i].Lemma), Topic: "wording",
		Reason: fmt.Sprintf("No other version has a word like “%s”.", st.Tokens[i].Form),
	})
}

// counterpart finds a statement of the group to set beside the word, and what
// stands there in its place.
func counterpart(ev *witness.Event, g *witness.Group, st *witness.Statement, i int) (*witness.Statement, witness.Span) {
	w := st.Witness.Index
	for k := range g.Links {
		l := &g.Links[k]
		switch {
		case l.A.Witness == w && l.A.Statement == st.Index:
			o := ev.Witnesses[l.B.Witness].Statements[l.B.Statement]
			for _, wl := range l.Words {
				if wl.A == i {
					return o, o.Tokens[wl.B].Span
				}
			}
			return o, o.Span
		case l.B.Witness == w && l.B.Statement == st.Index:
			o := ev.Witnesses[l.A.Witness].Statements[l.A.Statement]
			for _, wl := range l.Words {
				if wl.B == i {
					return o, o.Tokens[wl.A].Span
				}
			}
			return o, o.Span
		}
	}
	return nil, witness.Span{}
}
