package align

import (
	"cmp"
	"slices"
)

// A partition puts every statement into one group, but a lead says what five
// sentences further down say one by one, and stands in a group with each of
// them. So after clustering, the pairs that are likely and yet in no group
// are led to one: to the group of either statement where the other fits all
// its members on average, or to a new group that grows as long as what joins
// it fits all that is there. In the terms of overlapping correlation
// clustering (Bonchi, Gionis and Ukkonen, "Overlapping correlation
// clustering", KAIS 35, 2013) each statement may take a few labels.

// Parameters of the cover, in log-odds above likely.
const (
	// join is the mean at which a statement joins a group in addition to its
	// own.
	join = 0.8
	// maxLabels is the most groups that one statement stands in.
	maxLabels = 12
)

// cover adds to clusters what covers the likely pairs that they leave out.
// Members are bag indices, sorted, in each cluster.
func (p *pairs) cover(clusters [][]int) [][]int {
	of := make([][]int, len(p.c.bags)) // clusters of each bag
	for k, members := range clusters {
		for _, i := range members {
			of[i] = append(of[i], k)
		}
	}
	var open []int // pairs in no cluster
	for k := range p.list {
		s := &p.list[k]
		if s.odds > likely && !inOne(of[s.a], of[s.b]) {
			open = append(open, k)
		}
	}
	slices.SortFunc(open, func(x, y int) int {
		a, b := &p.list[x], &p.list[y]
		return cmp.Or(cmp.Compare(b.odds, a.odds), cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b))
	})
	for _, k := range open {
		i, j := int(p.list[k].a), int(p.list[k].b)
		if inOne(of[i], of[j]) {
			continue
		}
		if len(of[i]) >= maxLabels || len(of[j]) >= maxLabels {
			continue
		}
		best, at, who := join, -1, 0
		for _, c := range of[j] {
			if m := p.fit(i, clusters[c]); m > best {
				best, at, who = m, c, i
			}
		}
		for _, c := range of[i] {
			if m := p.fit(j, clusters[c]); m > best {
				best, at, who = m, c, j
			}
		}
		if at >= 0 {
			clusters[at] = insert(clusters[at], who)
			of[who] = append(of[who], at)
			continue
		}
		if p.c.bags[i].full && p.c.bags[j].full {
			continue // both have more partners than they can have groups
		}
		c := p.grow(i, j, of)
		for _, m := range c {
			of[m] = append(of[m], len(clusters))
		}
		clusters = append(clusters, c)
	}
	return clusters
}

// grow makes a cluster of i and j and of what fits both.
func (p *pairs) grow(i, j int, of [][]int) []int {
	members := []int{min(i, j), max(i, j)}
	type fits struct {
		bag int
		sum float64
	}
	var cands []fits
	for _, e := range p.edges[i] {
		k := int(e.to)
		if k == j || len(of[k]) >= maxLabels {
			continue
		}
		if o, ok := p.odds(k, j); ok && o > likely && p.list[e.pair].odds > likely {
			cands = append(cands, fits{k, o + p.list[e.pair].odds})
		}
	}
	slices.SortFunc(cands, func(a, b fits) int { return cmp.Or(cmp.Compare(b.sum, a.sum), a.bag-b.bag) })
	for _, c := range cands {
		least := true
		for _, m := range members {
			if p.c.bags[m].ref.Witness == p.c.bags[c.bag].ref.Witness {
				continue
			}
			if o, ok := p.odds(c.bag, m); !ok || o <= likely {
				least = false
				break
			}
		}
		if least {
			members = insert(members, c.bag)
		}
	}
	return members
}

// maxFit bounds the members of a cluster with which a statement is compared.
const maxFit = 32

// fit is the mean log-odds of a bag to the members of a cluster, over likely;
// to some of them, spread evenly, where they are many.
func (p *pairs) fit(i int, members []int) float64 {
	sum, n := 0.0, 0.0
	step := max(1, len(members)/maxFit)
	for k := 0; k < len(members); k += step {
		m := members[k]
		switch o, ok := p.odds(i, m); {
		case m == i:
			return -1
		case ok:
			sum += max(-clip, min(clip, o)) - likely
		case p.c.bags[i].ref.Witness == p.c.bags[m].ref.Witness:
			sum += sameWitness
		case p.c.bags[i].full && p.c.bags[m].full:
			continue
		default:
			sum += unseen
		}
		n++
	}
	if n == 0 {
		return -1
	}
	return sum / n
}

func inOne(a, b []int) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

func insert(sorted []int, x int) []int {
	k, ok := slices.BinarySearch(sorted, x)
	if ok {
		return sorted
	}
	return slices.Insert(sorted, k, x)
}
