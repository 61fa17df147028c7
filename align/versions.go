package align

import (
	"context"
	"slices"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Some events are no independent reports but versions of one text: ten
// translations of one article, an original and its edited copy. Their
// statements follow each other in one order, so that the place of a statement
// says more than its words, and alignment is what it is for bitext: the best
// monotone path through beads of 1:1, 1:2, 2:1, 1:0 and 0:1 statements (Gale
// and Church, "A program for aligning sentences in bilingual corpora",
// Computational Linguistics 19, 1993), with the likeness of words instead of
// lengths. Many versions are aligned one after the other with the columns that
// those before have made, beginning with the version that is most like the
// others: the progressive alignment of text collation.
//
// Whether the reports are versions is told by the same path: along it,
// versions resemble each other from beginning to end, and independent reports
// nowhere near.

// Bounds on what counts as versions of one text.
const (
	// minVersion is the least number of statements of a version; below that,
	// likeness in order says nothing.
	minVersion = 3
	// leastLike is the mean likeness along the path, weighted by words, and
	// leastCovered the share of words on it, at which two reports are versions
	// of one text.
	leastLike    = 0.55
	leastCovered = 0.8
	// maxLengths is how many times as many statements one version may have.
	maxLengths = 1.6
	// band is how far the path may stray from the diagonal, in statements,
	// beyond the difference of lengths.
	band = 6
)

// Costs of the beads, in likeness.
const (
	gapCost  = -0.05 // 1:0 and 0:1
	beadCost = -0.12 // 1:2 and 2:1, over 1:1
	lineGain = 0.15  // the statements stand in paragraphs of one number
)

// versions returns the groups of reports that are versions of one text, and
// who judges their pairs; nil where they are not.
func versions(ctx context.Context, lex *lexicon.Lexicon, ev *witness.Event) ([]*witness.Group, judge, error) {
	if !mayBeVersions(ev) {
		return nil, nil, nil
	}
	c := newBags(lex, ev, true)
	v := &versionAligner{c: c, n: len(ev.Witnesses), at: make(map[witness.Ref]int, len(c.bags))}
	for i, b := range c.bags {
		v.at[b.ref] = i
	}
	pivot := v.pivot()
	for i := range c.witness(pivot) {
		v.columns = append(v.columns, column{members: []int{c.witnesses[pivot] + i}})
	}
	for w := range v.n {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if w != pivot && !v.add(w, pivot) {
			return nil, nil, nil
		}
	}
	var out []*witness.Group
	for _, col := range v.columns {
		g := &witness.Group{Cells: make([][]int, v.n)}
		slices.Sort(col.members)
		for _, i := range slices.Compact(col.members) {
			r := c.bags[i].ref
			g.Cells[r.Witness] = append(g.Cells[r.Witness], r.Statement)
		}
		if witnesses(g) > 1 {
			g.Score = meanProbability(g, v)
			out = append(out, g)
		}
	}
	return out, v, nil
}

// mayBeVersions is the cheap test: the reports are of like length.
func mayBeVersions(ev *witness.Event) bool {
	if len(ev.Witnesses) < 2 {
		return false
	}
	least, most := len(ev.Witnesses[0].Statements), 0
	for _, w := range ev.Witnesses {
		least, most = min(least, len(w.Statements)), max(most, len(w.Statements))
	}
	return least >= minVersion && float64(most) <= maxLengths*float64(least)+1
}

// column is a place in the common order of the versions.
type column struct {
	members []int // bags, in the order in which they came
}

type versionAligner struct {
	c       *corpus
	n       int
	columns []column
	at      map[witness.Ref]int // index into c.bags
}

// probability that two statements of one column state the same thing: they
// stand in one place, so little likeness is enough. What is below tells the
// halves of two sentences apart that both versions have cut in two.
func (v *versionAligner) probability(x, y witness.Ref) float64 {
	l := v.like(v.at[x], v.at[y])
	if l < 0.2 {
		return l
	}
	return min(1, 0.5+l)
}

// witness returns the bags of report w.
func (c *corpus) witness(w int) []*bag { return c.bags[c.witnesses[w]:c.witnesses[w+1]] }

// pivot is the version with which the others begin: that whose number of
// statements is the median, the first of those.
func (v *versionAligner) pivot() int {
	sizes := make([]int, v.n)
	for w := range v.n {
		sizes[w] = len(v.c.witness(w))
	}
	sorted := slices.Sorted(slices.Values(sizes))
	return slices.Index(sizes, sorted[v.n/2])
}

// like is the likeness of two statements, from 0 to 1.
func (v *versionAligner) like(i, j int) float64 {
	a, b := v.c.bags[i], v.c.bags[j]
	if len(a.terms) == 0 || len(b.terms) == 0 {
		if a.st.Text() == b.st.Text() {
			return 1
		}
		return 0.2 * sharedForms(a.st, b.st)
	}
	shared := 0.0
	for _, t := range a.terms {
		w := &v.c.words[t.id]
		if b.find(t.id) >= 0 {
			shared += w.world + 0.2
			continue
		}
		for _, o := range w.near {
			if o.sim > loose && b.find(o.id) >= 0 {
				shared += o.sim * (w.world + 0.2)
				break
			}
		}
	}
	return min(1, 2*shared/max(a.plain+b.plain, 1e-9))
}

// sharedForms is the share of words that two short statements have in common.
func sharedForms(a, b *witness.Statement) float64 {
	n := 0
	for i := range a.Tokens {
		if slices.ContainsFunc(b.Tokens, func(t witness.Token) bool { return t.Lower == a.Tokens[i].Lower }) {
			n++
		}
	}
	return 2 * float64(n) / float64(max(1, len(a.Tokens)+len(b.Tokens)))
}

// likeColumn compares a statement with a column: with its first member and
// with its last.
func (v *versionAligner) likeColumn(col, j int) float64 {
	m := v.columns[col].members
	s := v.like(m[0], j)
	if n := len(m); n > 1 && s < 0.9 {
		s = max(s, v.like(m[n-1], j))
	}
	if v.c.bags[m[0]].st.Paragraph == v.c.bags[j].st.Paragraph {
		s += lineGain
	}
	return s
}

type bead struct{ cols, sts int }

var beads = [...]bead{{1, 1}, {1, 0}, {0, 1}, {1, 2}, {2, 1}}

// add aligns report w with the columns and says whether it is a version of the
// same text.
func (v *versionAligner) add(w, pivot int) bool {
	first, n, m := v.c.witnesses[w], len(v.columns), len(v.c.witness(w))
	width := band + max(n-m, m-n)
	// sims[i] holds the likeness of column i to the statements in its band.
	lo := func(i int) int { return max(0, i*m/max(n, 1)-width) }
	hi := func(i int) int { return min(m, i*m/max(n, 1)+width+1) }
	sims := make([][]float64, n)
	for i := range n {
		sims[i] = make([]float64, max(0, hi(i)-lo(i)))
		for j := lo(i); j < hi(i); j++ {
			sims[i][j-lo(i)] = v.likeColumn(i, first+j)
		}
	}
	sim := func(i, j int) float64 {
		if j < lo(i) || j >= hi(i) {
			return -1
		}
		return sims[i][j-lo(i)]
	}
	score := make([][]float64, n+1)
	from := make([][]bead, n+1)
	for i := range score {
		score[i], from[i] = make([]float64, m+1), make([]bead, m+1)
		for j := range score[i] {
			if i == 0 && j == 0 {
				continue
			}
			best := -1e9
			for _, b := range beads {
				if b.cols > i || b.sts > j {
					continue
				}
				s := score[i-b.cols][j-b.sts]
				switch b {
				case bead{1, 1}:
					s += sim(i-1, j-1) - 0.1
				case bead{1, 2}:
					s += v.double(sim(i-1, j-2), sim(i-1, j-1))
				case bead{2, 1}:
					s += v.double(sim(i-2, j-1), sim(i-1, j-1))
				default:
					s += gapCost
				}
				if s > best {
					best, from[i][j] = s, b
				}
			}
			score[i][j] = best
		}
	}
	return v.take(w, pivot, from)
}

// double is the score of a bead of two to one: each of the two must resemble
// the one in part.
func (v *versionAligner) double(x, y float64) float64 {
	if min(x, y) < 0.2+lineGain {
		return -1
	}
	return x + y + beadCost
}

// take walks the path back, puts the statements into the columns and measures
// how alike the version is to the pivot.
func (v *versionAligner) take(w, pivot int, from [][]bead) bool {
	first := v.c.witnesses[w]
	var placed []column
	like, on, all := 0.0, 0.0, 0.0
	for i, j := len(v.columns), len(v.c.witness(w)); i > 0 || j > 0; {
		b := from[i][j]
		i, j = i-b.cols, j-b.sts
		cols := slices.Clone(v.columns[i : i+b.cols])
		size := 0.0
		for k := j; k < j+b.sts; k++ {
			size += float64(len(v.c.bags[first+k].terms) + 1)
		}
		all += size
		if b.cols > 0 && b.sts > 0 {
			s := 0.0
			for x := range cols {
				for k := j; k < j+b.sts; k++ {
					s = max(s, v.like(cols[x].members[0], first+k))
					cols[x].members = append(slices.Clone(cols[x].members), first+k)
				}
			}
			like += s * size
			on += size
		}
		if b.cols == 0 {
			cols = append(cols, column{members: []int{first + j}})
		}
		for x := len(cols) - 1; x >= 0; x-- {
			placed = append(placed, cols[x])
		}
	}
	slices.Reverse(placed)
	v.columns = placed
	return on > 0 && like/on >= leastLike && on/max(all, 1) >= leastCovered
}
