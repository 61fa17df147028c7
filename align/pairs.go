package align

import (
	"cmp"
	"context"
	"slices"

	"github.com/factdiff/factdiff/internal/logit"
	"github.com/factdiff/factdiff/witness"
)

// Bounds on the candidates of one statement.
const (
	// maxPosting is the longest list of the index that proposes pairs: a
	// lemma or name in more statements tells them apart no longer.
	maxPosting = 60
	// maxCandidates is the most partners that are scored for one statement of
	// those before it: those that share the most weight. In an event of more
	// than manyStatements it falls, to leastCandidates: where hundreds say the
	// same, a part of the pairs is enough to see it.
	maxCandidates   = 120
	manyStatements  = 600
	leastCandidates = 32
)

// candidatesOf is the bound for an event of n statements.
func candidatesOf(n int) int {
	return min(maxCandidates, max(leastCandidates, maxCandidates*manyStatements/max(n, 1)))
}

// pairs are the scored candidate pairs of an event.
type pairs struct {
	ev    *witness.Event
	c     *corpus
	at    map[witness.Ref]int // index into c.bags
	hood  *neighbourhood
	list  []scored
	edges [][]edge
}

// odds returns the log-odds that bags i and j state the same thing, and
// whether they were a candidate.
func (p *pairs) odds(i, j int) (float64, bool) {
	s := p.pair(i, j)
	if s == nil {
		return 0, false
	}
	return s.odds, true
}

// pair returns the candidate pair of bags i and j, or nil.
func (p *pairs) pair(i, j int) *scored {
	list := p.edges[i]
	k, ok := slices.BinarySearchFunc(list, int32(j), func(e edge, to int32) int { return int(e.to - to) })
	if !ok {
		return nil
	}
	return &p.list[list[k].pair]
}

// probability returns how likely two statements state the same thing; 0 for
// pairs that were never candidates.
func (p *pairs) probability(x, y witness.Ref) float64 {
	i, ok1 := p.at[x]
	j, ok2 := p.at[y]
	if !ok1 || !ok2 {
		return 0
	}
	o, ok := p.odds(i, j)
	if !ok {
		return 0
	}
	return logit.Probability(o)
}

// score proposes and scores the pairs of an event.
func (a *Aligner) score(ctx context.Context, ev *witness.Event) (*pairs, error) {
	m := a.model()
	c := newCorpus(a.Lexicon, ev)
	p := &pairs{ev: ev, c: c, at: make(map[witness.Ref]int, len(c.bags))}
	for i, b := range c.bags {
		p.at[b.ref] = i
	}
	var sc pairScratch
	err := c.candidates(ctx, func(i, j int) {
		s := scored{a: int32(i), b: int32(j), features: c.pair(&sc, c.bags[i], c.bags[j])}
		settle(s.features[:])
		s.odds = logit.Odds(m.Stages[0], s.features[:])
		p.list = append(p.list, s)
	})
	if err != nil {
		return nil, err
	}
	for _, w := range m.Stages[1:] {
		p.look()
		for k := range p.list {
			s := &p.list[k]
			s.odds = logit.Odds(w[:featureCount], s.features[:]) + logit.Odds(w[featureCount:], s.context[:])
		}
	}
	if p.hood == nil {
		p.look()
	}
	return p, nil
}

// look sets the context of every pair from what the last stage said.
func (p *pairs) look() {
	for k := range p.list {
		s := &p.list[k]
		s.before = logit.Feature(logit.Probability(s.odds))
	}
	if p.edges == nil {
		p.edges = graph(len(p.c.bags), p.list)
	}
	p.hood = newNeighbourhood(p.c, p.list, p.edges)
	for k := range p.list {
		s := &p.list[k]
		s.context = [contextCount]float64{}
		p.hood.context(s.context[:], s)
		settle(s.context[:])
	}
}

// candidates calls f for every pair of statements of different witnesses that
// share something rare, the lower index first, in order.
func (c *corpus) candidates(ctx context.Context, f func(i, j int)) error {
	most := candidatesOf(len(c.bags))
	posting := make([][]int32, len(c.words))
	entity := map[int32][]int32{}
	weight := make([]float64, len(c.bags))
	touched := make([]int, 0, 256)
	for i, b := range c.bags {
		if i%64 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		touched = touched[:0]
		visit := func(list []int32, w float64) {
			n := len(list)
			if n > maxPosting {
				n = maxPosting
				b.full = true
			}
			for k := range n {
				j := list[k*len(list)/n] // a long list is sampled evenly
				if c.bags[j].ref.Witness == b.ref.Witness {
					continue
				}
				if weight[j] == 0 {
					touched = append(touched, int(j))
				}
				weight[j] += w
			}
		}
		for _, t := range b.terms {
			w := &c.words[t.id]
			visit(posting[t.id], w.weight)
			for _, o := range w.near {
				visit(posting[o.id], o.sim*w.weight)
			}
		}
		for _, e := range b.entities {
			visit(entity[e], c.idf(c.edf[e])/2)
		}
		if len(touched) > most {
			b.full = true
			slices.SortFunc(touched, func(x, y int) int { return cmp.Or(cmp.Compare(weight[y], weight[x]), x-y) })
			touched = sample(touched, weight, most)
		}
		slices.Sort(touched)
		for _, j := range touched {
			weight[j] = 0
			f(j, i)
		}
		for _, t := range b.terms {
			posting[t.id] = append(posting[t.id], int32(i))
		}
		for _, e := range b.entities {
			entity[e] = append(entity[e], int32(i))
		}
	}
	return nil
}

// sample cuts a list that is sorted by weight to most: the first half of them
// are the heaviest, the others are spread evenly over what is half as heavy.
// The heaviest alone would tie a statement to those of its own wording, and
// what hundreds of reports say would fall apart by wordings.
func sample(list []int, weight []float64, most int) []int {
	top := most / 2
	end := top
	for end < len(list) && weight[list[end]] >= weight[list[0]]/2 {
		end++
	}
	rest := list[top:max(end, most)]
	keep := most - top
	for k := range keep {
		i := k * len(rest) / keep
		rest[k], rest[i] = rest[i], rest[k]
	}
	for _, j := range list[most:] {
		weight[j] = 0
	}
	return list[:most]
}
