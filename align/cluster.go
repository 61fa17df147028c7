package align

import (
	"cmp"
	"container/heap"
	"slices"

	"github.com/factdiff/factdiff/internal/logit"
	"github.com/factdiff/factdiff/witness"
)

// Parameters of the clustering, in log-odds.
const (
	// stop is the mean log-odds at which clusters are no longer joined, likely
	// those of a pair that a group must hold, and
	// clip bounds what one pair can say for or against.
	stop   = 0.0
	likely = -0.7
	clip   = 4.0
	// unseen is what a pair that was never a candidate counts for.
	unseen = -3.0
	// sameWitness is what two statements of one witness count for: they
	// belong together only where others hold them together.
	sameWitness = -0.3
)

// groups clusters the statements: average linkage on log-odds, the best pair
// of clusters first, until none has more evidence for than against, or less
// than the least probability asks for.
func (p *pairs) groups(least float64) []*witness.Group {
	// Beyond clip no pair could speak for a merge; sure sees to the rest.
	stop := max(stop, min(logOdds(least), clip-1))
	n := len(p.c.bags)
	cl := &clusters{p: p, of: make([][]int, n), next: make([]map[int]evidence, n), wits: make([]map[int]int, n), full: make([]int, n), version: make([]int, n)}
	for i := range n {
		cl.of[i] = []int{i}
		if p.c.bags[i].full {
			cl.full[i] = 1
		}
		cl.next[i] = map[int]evidence{}
		cl.wits[i] = map[int]int{p.c.bags[i].ref.Witness: 1}
	}
	for k := range p.list {
		s := &p.list[k]
		i, j := int(s.a), int(s.b)
		o := max(-clip, min(clip, s.odds)) - stop
		cl.next[i][j] = evidence{o, 1}
		cl.next[j][i] = evidence{o, 1}
		if o > 0 {
			heap.Push(&cl.queue, merge{o, i, j, 0, 0})
		}
	}
	cl.run()
	return cl.result()
}

type merge struct {
	mean   float64
	a, b   int
	va, vb int // versions of the clusters when the merge was proposed
}

type queue []merge

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[j].mean, q[i].mean), cmp.Compare(q[i].a, q[j].a), cmp.Compare(q[i].b, q[j].b)) < 0
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(merge)) }
func (q *queue) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}

// evidence sums up the scored pairs between two clusters.
type evidence struct {
	sum float64 // of log-odds
	n   int
}

type clusters struct {
	p       *pairs
	of      [][]int            // members of each live cluster, sorted; nil for one that was merged away
	next    []map[int]evidence // to each neighbour
	wits    []map[int]int      // members of each witness
	full    []int              // members that have more partners than were scored
	version []int
	queue   queue
}

func (cl *clusters) run() {
	for cl.queue.Len() > 0 {
		m := heap.Pop(&cl.queue).(merge)
		if cl.version[m.a] != m.va || cl.version[m.b] != m.vb || cl.of[m.a] == nil || cl.of[m.b] == nil {
			continue
		}
		cl.join(m.a, m.b)
	}
}

// join merges cluster b into a.
func (cl *clusters) join(a, b int) {
	if len(cl.of[b]) > len(cl.of[a]) || len(cl.of[b]) == len(cl.of[a]) && b < a {
		a, b = b, a
	}
	cl.of[a] = append(cl.of[a], cl.of[b]...)
	slices.Sort(cl.of[a])
	cl.of[b] = nil
	cl.full[a] += cl.full[b]
	cl.version[a]++
	cl.version[b]++
	for w, n := range cl.wits[b] {
		cl.wits[a][w] += n
	}
	for k, e := range cl.next[b] { // each neighbour by itself: the order does not matter
		delete(cl.next[k], b)
		if k == a {
			continue
		}
		old := cl.next[a][k]
		e = evidence{old.sum + e.sum, old.n + e.n}
		cl.next[a][k], cl.next[k][a] = e, e
	}
	delete(cl.next[a], b)
	cl.next[b], cl.wits[b] = nil, nil
	for k := range cl.next[a] {
		if mean := cl.mean(a, k); mean > 0 {
			heap.Push(&cl.queue, merge{mean, min(a, k), max(a, k), cl.version[min(a, k)], cl.version[max(a, k)]})
		}
	}
}

// mean is the average log-odds between two clusters, pairs without evidence
// counted against.
func (cl *clusters) mean(a, b int) float64 {
	e := cl.next[a][b]
	all := len(cl.of[a]) * len(cl.of[b])
	same := 0
	small, large := cl.wits[a], cl.wits[b]
	if len(small) > len(large) {
		small, large = large, small
	}
	for w, n := range small {
		same += n * large[w]
	}
	missing := all - same - e.n
	if 2*cl.full[a] > len(cl.of[a]) && 2*cl.full[b] > len(cl.of[b]) {
		// Not all pairs were looked at, and that one was not says little.
		missing = min(missing, e.n/2)
	}
	return (e.sum + sameWitness*float64(same) + unseen*float64(missing)) / float64(e.n+same+missing)
}

// result turns the clusters of more than one witness into groups.
func (cl *clusters) result() []*witness.Group {
	p := cl.p
	var sets [][]int
	for _, members := range cl.of {
		if p.reports(members) > 1 {
			sets = append(sets, members)
		}
	}
	sets = p.cover(sets)
	// In the order of the earliest place in any text, then of witness.
	slices.SortFunc(sets, func(x, y []int) int {
		return cmp.Or(cmp.Compare(p.place(x), p.place(y)), slices.Compare(x, y))
	})
	groups := make([]*witness.Group, len(sets))
	for i := range sets {
		groups[i] = p.groupOf(sets[i])
	}
	return groups
}

// reports counts the witnesses of bags in ascending order.
func (p *pairs) reports(members []int) int {
	n, last := 0, -1
	for _, i := range members {
		if w := p.c.bags[i].ref.Witness; w != last {
			n, last = n+1, w
		}
	}
	return n
}

func (p *pairs) place(members []int) float64 {
	best := 2.0
	for _, i := range members {
		best = min(best, p.c.bags[i].place)
	}
	return best
}

func (p *pairs) groupOf(members []int) *witness.Group {
	g := &witness.Group{Cells: make([][]int, len(p.ev.Witnesses))}
	sum, n := 0.0, 0
	for k, i := range members {
		r := p.c.bags[i].ref
		g.Cells[r.Witness] = append(g.Cells[r.Witness], r.Statement)
		for _, j := range members[k+1:] {
			if o, ok := p.odds(i, j); ok {
				sum += logit.Probability(o)
				n++
			}
		}
	}
	if n > 0 {
		g.Score = sum / float64(n)
	}
	return g
}
