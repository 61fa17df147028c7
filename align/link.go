package align

import (
	"slices"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

const (
	// maxAllPairs is the number of members up to which every pair of a group
	// is word-aligned. In a larger group each member is aligned with that many
	// pivots, so that the cost stays linear in the members.
	maxAllPairs = 12
	// linkFloor is the least probability at which two statements of one group
	// are compared with each other.
	linkFloor = 0.35
)

// linker aligns the words of pairs of statements. A pair that stands in two
// groups is linked in the first of them.
type linker struct {
	ev    *witness.Event
	judge judge
	views map[witness.Ref]*view
	texts map[string][]*view // by what the statement says
	links map[[2]*view][]witness.WordLink
	done  map[[2]witness.Ref]bool
	words *wordAligner
}

func newLinker(lex *lexicon.Lexicon, ev *witness.Event, j judge) *linker {
	return &linker{
		ev: ev, judge: j, views: map[witness.Ref]*view{}, texts: map[string][]*view{}, links: map[[2]*view][]witness.WordLink{},
		done: map[[2]witness.Ref]bool{}, words: borrowAligner(lex),
	}
}

// view returns the view of a statement: one for all statements that say the
// same word for word, where they are read alike too.
func (l *linker) view(r witness.Ref) *view {
	v := l.views[r]
	if v == nil {
		st := l.ev.Witnesses[r.Witness].Statements[r.Statement]
		v = l.words.view(st)
		alike := l.texts[st.Text()]
		if k := slices.IndexFunc(alike, func(o *view) bool { return slices.Equal(o.words, v.words) }); k >= 0 {
			v = alike[k]
		} else {
			l.texts[st.Text()] = append(alike, v)
		}
		l.views[r] = v
	}
	return v
}

// align aligns the words of two statements, or returns what was found for others
// that say the same: every third pair, among a dozen versions of an article.
func (l *linker) align(x, y witness.Ref) []witness.WordLink {
	k := [2]*view{l.view(x), l.view(y)}
	links, ok := l.links[k]
	if !ok {
		links = l.words.align(k[0], k[1])
		l.links[k] = links
	}
	return links
}

// link sets the links of g.
func (l *linker) link(g *witness.Group) {
	members := g.Members()
	pivots := members
	if len(members) > maxAllPairs {
		pivots = l.pivots(members)
	}
	for _, x := range pivots {
		for _, y := range members {
			if x.Witness == y.Witness {
				continue
			}
			a, b := x, y
			if b.Witness < a.Witness {
				a, b = b, a
			}
			if l.done[[2]witness.Ref{a, b}] {
				continue
			}
			l.done[[2]witness.Ref{a, b}] = true
			if score := l.judge.probability(a, b); score >= linkFloor {
				g.Links = append(g.Links, witness.Link{A: a, B: b, Score: score, Words: l.align(a, b)})
			}
		}
	}
}

// pivots are the members that every member of a large group is compared with:
// the first of each witness, spread evenly over the witnesses.
func (l *linker) pivots(members []witness.Ref) []witness.Ref {
	var first []witness.Ref
	for i, m := range members {
		if i == 0 || members[i-1].Witness != m.Witness {
			first = append(first, m)
		}
	}
	if len(first) <= maxAllPairs {
		return first
	}
	out := make([]witness.Ref, 0, maxAllPairs)
	for k := range maxAllPairs {
		out = append(out, first[k*len(first)/maxAllPairs])
	}
	return out
}

// meanProbability is the mean over the pairs of different witnesses in g.
func meanProbability(g *witness.Group, j judge) float64 {
	members := g.Members()
	if len(members) > maxAllPairs {
		members = members[:maxAllPairs]
	}
	sum, n := 0.0, 0
	for i, x := range members {
		for _, y := range members[:i] {
			if x.Witness != y.Witness {
				sum += j.probability(x, y)
				n++
			}
		}
	}
	return sum / float64(max(n, 1))
}
