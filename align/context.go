package align

import (
	"math"
	"slices"
)

// Whether two statements correspond is told in part by others: the pair is
// the best that either has in the other's report; those that resemble the one
// resemble the other; the sentences before and after correspond too. The
// second model sees these, computed from the probabilities of the first: the
// two-stage stacking of Wolpert ("Stacked generalization", Neural Networks 5,
// 1992), which keeps every step linear and so explainable.
const (
	xFirst        = iota // log-odds of the first model, an eighth of it
	xSure                // its probability
	xMutual              // share of the better partner's probability, both ways: the smaller
	xBest                // the larger
	xFriends             // how far the partners of one are partners of the other: the smaller way
	xFriendsMax          // the larger
	xVia                 // the best third statement between the two
	xDiagonal            // the sentences before, or after, correspond
	xBeside              // a neighbour corresponds with the same sentence
	xDegree              // how many partners the statements have, the fewer
	xDegreeMax           // the more
	xPeak                // the best partner of either, the smaller
	xReports             // how much of the shorter report has a partner in the other
	xReportsPart         // against the other pairs of reports
	xDensity             // the share of pairs that correspond in the event
	xDensityFirst        // and the probability
	xBriefFriends        // friends in brief reports
	xGroups              // reports of the two reports' kin: mean correspondence
	contextCount
)

// ContextNames are the features of the second model beyond FeatureNames.
var ContextNames = [contextCount]string{
	"first", "sure", "mutual", "best", "friends", "friends-max", "via", "diagonal", "beside", "degree", "degree-max", "peak",
	"reports-paired", "reports-part", "density", "density-first", "brief-friends", "reports-kin",
}

// edge is a scored candidate pair, seen from one of its statements.
type edge struct {
	to   int32
	pair int32 // index into pairs.list
}

// scored is a candidate pair of bags, a before b.
type scored struct {
	a, b     int32
	features features
	context  [contextCount]float64
	before   float64 // probability by the stage before
	odds     float64 // log-odds by the last stage
}

// neighbourhood is the graph of candidate pairs.
type neighbourhood struct {
	c      *corpus
	list   []scored
	edges  [][]edge
	degree []float64 // sum of probabilities, by bag
	peak   []float64
	best   map[[2]int32]float64 // bag, witness → best probability
	reps   *reportPairs
	dense  float64
}

func newNeighbourhood(c *corpus, list []scored) *neighbourhood {
	n := &neighbourhood{c: c, list: list, edges: make([][]edge, len(c.bags)), degree: make([]float64, len(c.bags)), peak: make([]float64, len(c.bags))}
	n.best = make(map[[2]int32]float64, len(list))
	for k := range list {
		s := &list[k]
		n.edges[s.a] = append(n.edges[s.a], edge{s.b, int32(k)})
		n.edges[s.b] = append(n.edges[s.b], edge{s.a, int32(k)})
		n.degree[s.a] += s.before
		n.degree[s.b] += s.before
		n.peak[s.a] = max(n.peak[s.a], s.before)
		n.peak[s.b] = max(n.peak[s.b], s.before)
		n.dense += s.before
		for _, k := range [...][2]int32{{s.a, int32(c.bags[s.b].ref.Witness)}, {s.b, int32(c.bags[s.a].ref.Witness)}} {
			if s.before > n.best[k] {
				n.best[k] = s.before
			}
		}
	}
	for i := range n.edges {
		slices.SortFunc(n.edges[i], func(x, y edge) int { return int(x.to - y.to) })
	}
	pairs := 0.0
	for w := range len(c.witnesses) - 1 {
		size := c.witnesses[w+1] - c.witnesses[w]
		pairs += float64(size) * float64(len(c.bags)-size)
	}
	n.dense = math.Sqrt(2 * n.dense / max(pairs, 1))
	n.reps = newReportPairs(n)
	return n
}

// probability of the pair of bags i and j by the first model; 0 where it was
// no candidate.
func (n *neighbourhood) probability(i, j int) float64 {
	if i < 0 || j < 0 || i >= len(n.edges) || j >= len(n.edges) {
		return 0
	}
	list := n.edges[i]
	k, ok := slices.BinarySearchFunc(list, int32(j), func(e edge, to int32) int { return int(e.to - to) })
	if !ok {
		return 0
	}
	return n.list[list[k].pair].before
}

// beside returns the bag d places from i in the same report, or -1.
func (n *neighbourhood) beside(i int32, d int) int {
	k := int(i) + d
	if k < 0 || k >= len(n.c.bags) || n.c.bags[k].ref.Witness != n.c.bags[i].ref.Witness {
		return -1
	}
	return k
}

// context fills in the second model's own features of a pair.
func (n *neighbourhood) context(x []float64, s *scored) {
	a, b := n.c.bags[s.a], n.c.bags[s.b]
	p := s.before
	x[xFirst] = math.Log(max(p, 1e-6)/max(1-p, 1e-6)) / 8
	x[xSure] = p
	best := func(i int32, w int) float64 { return p / max(n.best[[2]int32{i, int32(w)}], 1e-6) }
	ra, rb := best(s.a, b.ref.Witness), best(s.b, a.ref.Witness)
	x[xMutual], x[xBest] = min(ra, rb), max(ra, rb)
	dot, via := 0.0, 0.0
	ea, eb := n.edges[s.a], n.edges[s.b]
	for i, j := 0, 0; i < len(ea) && j < len(eb); {
		switch {
		case ea[i].to < eb[j].to:
			i++
		case ea[i].to > eb[j].to:
			j++
		default:
			pa, pb := n.list[ea[i].pair].before, n.list[eb[j].pair].before
			dot += pa * pb
			via = max(via, min(pa, pb))
			i++
			j++
		}
	}
	// The friend that is the partner itself says nothing.
	da, db := n.degree[s.a]-p, n.degree[s.b]-p
	fa, fb := (dot+0.1*p)/(da+0.1), (dot+0.1*p)/(db+0.1)
	x[xFriends], x[xFriendsMax] = min(1, min(fa, fb)), min(1, max(fa, fb))
	x[xVia] = via
	for _, d := range [...]int{-1, 1} {
		i, j := n.beside(s.a, d), n.beside(s.b, d)
		x[xDiagonal] = max(x[xDiagonal], n.probability(i, j))
		x[xBeside] = max(x[xBeside], n.probability(i, int(s.b)), n.probability(int(s.a), j))
	}
	others := float64(len(n.c.witnesses) - 2)
	x[xDegree] = squash(min(n.degree[s.a], n.degree[s.b])/max(others, 1), 1)
	x[xDegreeMax] = squash(max(n.degree[s.a], n.degree[s.b])/max(others, 1), 1)
	x[xPeak] = min(n.peak[s.a], n.peak[s.b])
	x[xReports], x[xReportsPart], x[xGroups] = n.reps.of(a.ref.Witness, b.ref.Witness)
	x[xDensity] = n.dense
	x[xDensityFirst] = n.dense * p
	x[xBriefFriends] = s.features[fBrief] * x[xFriendsMax]
}

// reportPairs says how far pairs of reports correspond as wholes.
type reportPairs struct {
	share map[[2]int32]float64
	mean  float64
	kin   map[[2]int32]float64
}

func newReportPairs(n *neighbourhood) *reportPairs {
	r := &reportPairs{share: map[[2]int32]float64{}, kin: map[[2]int32]float64{}}
	c := n.c
	keys := make([][2]int32, 0, len(n.list))
	sum := map[[2]int32]float64{}
	for i, b := range c.bags {
		last := int32(-1)
		for _, e := range n.edges[i] {
			w := int32(c.bags[e.to].ref.Witness)
			if w == last {
				continue
			}
			last = w
			k := [2]int32{int32(b.ref.Witness), w}
			if _, ok := sum[k]; !ok {
				keys = append(keys, k)
			}
			sum[k] += n.best[[2]int32{int32(i), w}]
		}
	}
	size := func(w int32) float64 { return float64(c.witnesses[w+1] - c.witnesses[w]) }
	next := make([][]int32, len(c.witnesses)-1)
	for _, k := range keys {
		if k[0] > k[1] {
			continue
		}
		v := max(sum[k]/size(k[0]), sum[[2]int32{k[1], k[0]}]/size(k[1]))
		r.share[k] = v
		r.mean += v
		next[k[0]] = append(next[k[0]], k[1])
		next[k[1]] = append(next[k[1]], k[0])
	}
	if len(r.share) > 0 {
		r.mean /= float64(len(r.share))
	}
	for w := range next {
		slices.Sort(next[w])
	}
	for _, k := range keys {
		if k[0] > k[1] {
			continue
		}
		// the likeness of the two reports' likeness to all others, each to
		// itself included
		dot, na, nb := 2*r.at(k[0], k[1]), 1.0, 1.0
		a, b := next[k[0]], next[k[1]]
		for _, o := range a {
			v := r.at(k[0], o)
			na += v * v
		}
		for _, o := range b {
			v := r.at(k[1], o)
			nb += v * v
		}
		for i, j := 0, 0; i < len(a) && j < len(b); {
			switch {
			case a[i] < b[j]:
				i++
			case a[i] > b[j]:
				j++
			default:
				dot += r.at(k[0], a[i]) * r.at(k[1], b[j])
				i++
				j++
			}
		}
		r.kin[k] = dot / math.Sqrt(na*nb)
	}
	return r
}

func (r *reportPairs) at(a, b int32) float64 { return r.share[[2]int32{min(a, b), max(a, b)}] }

func (r *reportPairs) of(a, b int) (share, part, kin float64) {
	k := [2]int32{int32(min(a, b)), int32(max(a, b))}
	v := r.share[k]
	return v, v - r.mean, r.kin[k]
}
