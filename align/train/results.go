package main

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/witness"
)

// results adds up how pairs and groups do, by set of data.
type results struct {
	sets   map[string]*figures
	events []string
}

type figures struct {
	tp, fp, fn                   int
	byOdds                       map[int][2]int // log-odds in steps of 0.1 → right, wrong
	wanted                       int
	groups, overlaps, statements int
}

func (r *results) of(set string) *figures {
	if r.sets == nil {
		r.sets = map[string]*figures{}
	}
	f := r.sets[set]
	if f == nil {
		f = &figures{byOdds: map[int][2]int{}}
		r.sets[set] = f
	}
	return f
}

func (r *results) pairs(l *labelled, odds map[pairKey]float64) {
	f := r.of(l.set)
	f.wanted += len(l.want)
	for k, o := range odds {
		b := int(o*10+1000) - 1000
		v := f.byOdds[b]
		if l.want[k] {
			v[0]++
		} else {
			v[1]++
		}
		f.byOdds[b] = v
	}
}

func (r *results) groups(l *labelled, got map[pairKey]bool, groups []*witness.Group) {
	f := r.of(l.set)
	tp, fp, fn := 0, 0, 0
	for k := range got {
		switch {
		case l.want[k]:
			tp++
		case !l.soft[k]:
			fp++
		}
	}
	fn = len(l.want) - tp
	f.tp, f.fp, f.fn = f.tp+tp, f.fp+fp, f.fn+fn
	f.groups += len(groups)
	seen := map[witness.Ref]int{}
	for _, g := range groups {
		for _, m := range g.Members() {
			seen[m]++
			if seen[m] == 2 {
				f.overlaps++
			}
		}
	}
	f.statements += len(seen)
	if l.set != "ecbplus" {
		r.events = append(r.events, fmt.Sprintf("  %-20s precision %.3f recall %.3f f1 %.3f", l.ev.ID, ratio(tp, tp+fp), ratio(tp, tp+fn), ratio(2*tp, 2*tp+fp+fn)))
	}
}

func ratio(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

func (r *results) print() {
	for _, e := range r.events {
		fmt.Println(e)
	}
	for _, set := range [...]string{"ecbplus", "events", "seeds", "annotated", "own"} {
		f := r.sets[set]
		if f == nil {
			continue
		}
		var levels []int
		for b := range f.byOdds {
			levels = append(levels, b)
		}
		slices.Sort(levels)
		slices.Reverse(levels)
		right, wrong := 0, 0
		best, at := 0.0, 0
		fixed := map[int]float64{}
		for _, b := range levels {
			right, wrong = right+f.byOdds[b][0], wrong+f.byOdds[b][1]
			f1 := ratio(2*right, f.wanted+right+wrong)
			if f1 > best {
				best, at = f1, b
			}
			for _, k := range [...]int{0, -4, -8} {
				if b >= k {
					fixed[k] = f1
				}
			}
		}
		fmt.Printf("  %-9s groups: precision %.3f recall %.3f f1 %.3f (%d groups, %d statements, %d in several); pairs: f1 %.3f at log-odds %.1f; %.3f at 0, %.3f at -0.4, %.3f at -0.8; candidates hold %.3f\n",
			set, ratio(f.tp, f.tp+f.fp), ratio(f.tp, f.tp+f.fn), ratio(2*f.tp, 2*f.tp+f.fp+f.fn), f.groups, f.statements, f.overlaps,
			best, float64(at)/10, fixed[0], fixed[-4], fixed[-8], ratio(right, f.wanted))
	}
}
