package align

import (
	"cmp"
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
	likely [][]partner // the edges that may be something, by bag
	degree []float64   // sum of probabilities, by bag
	peak   []float64
	best   [][]partner // best probability in each other report, by bag; to is the report
	reps   *reportPairs
	dense  float64
}

// partner is a statement, or a report, with a probability.
type partner struct {
	to int32
	p  float64
}

// leastPartner is the probability below which a third statement is no partner
// of either.
const leastPartner = 0.05

func newNeighbourhood(c *corpus, list []scored, edges [][]edge) *neighbourhood {
	size := len(c.bags)
	n := &neighbourhood{
		c: c, list: list, edges: edges, likely: make([][]partner, size), degree: make([]float64, size),
		peak: make([]float64, size), best: make([][]partner, size),
	}
	for i, es := range edges {
		for _, e := range es {
			p := list[e.pair].before
			n.degree[i] += p
			n.peak[i] = max(n.peak[i], p)
			n.dense += p / 2
			if p >= leastPartner {
				n.likely[i] = append(n.likely[i], partner{e.to, p})
			}
			w := int32(c.bags[e.to].ref.Witness)
			if k := len(n.best[i]) - 1; k >= 0 && n.best[i][k].to == w {
				n.best[i][k].p = max(n.best[i][k].p, p)
			} else {
				n.best[i] = append(n.best[i], partner{w, p})
			}
		}
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

// graph lists the edges of every bag, by the bag at the other end.
func graph(bags int, list []scored) [][]edge {
	edges := make([][]edge, bags)
	for k := range list {
		s := &list[k]
		edges[s.a] = append(edges[s.a], edge{s.b, int32(k)})
		edges[s.b] = append(edges[s.b], edge{s.a, int32(k)})
	}
	for i := range edges {
		slices.SortFunc(edges[i], func(x, y edge) int { return int(x.to - y.to) })
	}
	return edges
}

// at returns what a sorted list has for to.
func at(list []partner, to int32) float64 {
	k, ok := slices.BinarySearchFunc(list, to, func(x partner, to int32) int { return int(x.to - to) })
	if !ok {
		return 0
	}
	return list[k].p
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
	best := func(i int32, w int) float64 { return min(1, p/max(at(n.best[i], int32(w)), 1e-6)) }
	ra, rb := best(s.a, b.ref.Witness), best(s.b, a.ref.Witness)
	x[xMutual], x[xBest] = min(ra, rb), max(ra, rb)
	dot, via := both(n.likely[s.a], n.likely[s.b])
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

// both sums up the products over what two sorted lists share, and gives the
// largest of the smaller factors.
func both(a, b []partner) (dot, via float64) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].to < b[j].to:
			i++
		case a[i].to > b[j].to:
			j++
		default:
			dot += a[i].p * b[j].p
			via = max(via, min(a[i].p, b[j].p))
			i++
			j++
		}
	}
	return dot, via
}

// maxKin bounds the reports by which two reports are compared: those that
// correspond most with the one.
const maxKin = 48

// reportPairs says how far pairs of reports correspond as wholes.
type reportPairs struct {
	share [][]partner // by report, sorted by the other
	kin   [][]partner // the largest of them
	norm  []float64   // of kin, itself included
	mean  float64
}

func newReportPairs(n *neighbourhood) *reportPairs {
	c := n.c
	reports := len(c.witnesses) - 1
	r := &reportPairs{share: make([][]partner, reports), kin: make([][]partner, reports), norm: make([]float64, reports)}
	sum := make([]float64, reports)
	from := make([][]partner, reports) // share of a report's statements that have a partner in the other
	for w := range reports {
		var seen []int32
		for i := c.witnesses[w]; i < c.witnesses[w+1]; i++ {
			for _, b := range n.best[i] {
				if sum[b.to] == 0 {
					seen = append(seen, b.to)
				}
				sum[b.to] += b.p + 1e-12
			}
		}
		slices.Sort(seen)
		size := float64(c.witnesses[w+1] - c.witnesses[w])
		for _, o := range seen {
			from[w] = append(from[w], partner{o, sum[o] / size})
			sum[o] = 0
		}
	}
	pairs := 0
	for w := range reports {
		for _, x := range from[w] {
			v := max(x.p, at(from[x.to], int32(w)))
			r.share[w] = append(r.share[w], partner{x.to, v})
			r.mean += v
			pairs++
		}
	}
	r.mean /= float64(max(pairs, 1))
	for w, list := range r.share {
		k := list
		if len(k) > maxKin {
			k = slices.Clone(k)
			slices.SortStableFunc(k, func(x, y partner) int { return cmp.Compare(y.p, x.p) })
			k = k[:maxKin]
			slices.SortFunc(k, func(x, y partner) int { return int(x.to - y.to) })
		}
		r.kin[w], r.norm[w] = k, 1
		for _, x := range k {
			r.norm[w] += x.p * x.p
		}
	}
	return r
}

// of returns how much of the shorter of two reports has a partner in the
// other; how much more that is than the mean; and the likeness of what the two
// have in common with all others.
func (r *reportPairs) of(a, b int) (share, part, kin float64) {
	share = at(r.share[a], int32(b))
	dot, _ := both(r.kin[a], r.kin[b])
	return share, share - r.mean, (dot + 2*share) / math.Sqrt(r.norm[a]*r.norm[b])
}
