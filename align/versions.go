package align

import (
	"context"
	"slices"

	"github.com/factdiff/factdiff/internal/bitext"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Some events are no independent reports but versions of one text: ten
// translations of one article, an original and its edited copy. Their
// statements follow each other in one order, so that the place of a statement
// says more than its words, and alignment is what it is for bitext (see
// package bitext), with the likeness of words instead of lengths. Many versions are aligned one after the other with the columns that
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
	gapCost  = 0.05 // 1:0 and 0:1
	oneCost  = 0.1  // 1:1
	twoCost  = 0.12 // 1:2 and 2:1
	lineGain = 0.15 // the statements stand in paragraphs of one number
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
		if w != pivot && !v.add(w) {
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

// add aligns report w with the columns and says whether it is a version of the
// same text.
func (v *versionAligner) add(w int) bool {
	first, m := v.c.witnesses[w], len(v.c.witness(w))
	like := newLikes(m, func(i, j int) float64 { return v.likeColumn(i, first+j) })
	path := bitext.Path(len(v.columns), m, band, func(i, ni, j, nj int) float64 {
		switch {
		case ni == 0 || nj == 0:
			return gapCost
		case ni > 1:
			return double(like.at(i, j), like.at(i+1, j))
		case nj > 1:
			return double(like.at(i, j), like.at(i, j+1))
		}
		return oneCost - like.at(i, j)
	})
	return v.take(w, path)
}

// likes remembers how like the statements of a report are to the last two
// columns that were asked for: each pair is in several beads.
type likes struct {
	of    func(i, j int) float64
	col   [2][]int // to which column the likeness below is, from 1; 0 for none
	value [2][]float64
}

func newLikes(m int, of func(i, j int) float64) *likes {
	l := &likes{of: of}
	for k := range l.value {
		l.col[k], l.value[k] = make([]int, m), make([]float64, m)
	}
	return l
}

func (l *likes) at(i, j int) float64 {
	k := i % 2
	if l.col[k][j] != i+1 {
		l.col[k][j], l.value[k][j] = i+1, l.of(i, j)
	}
	return l.value[k][j]
}

// double is the cost of a bead of two to one: each of the two must resemble
// the one in part.
func double(x, y float64) float64 {
	if min(x, y) < 0.2+lineGain {
		return 1
	}
	return twoCost - x - y
}

// take walks the path, puts the statements into the columns and measures
// how alike the version is to those before.
func (v *versionAligner) take(w int, path []bitext.Bead) bool {
	first := v.c.witnesses[w]
	var placed []column
	like, on, all := 0.0, 0.0, 0.0
	for _, b := range path {
		cols := slices.Clone(v.columns[b.I : b.I+b.NI])
		size := 0.0
		for k := b.J; k < b.J+b.NJ; k++ {
			size += float64(len(v.c.bags[first+k].terms) + 1)
		}
		all += size
		if b.NI > 0 && b.NJ > 0 {
			s := 0.0
			for x := range cols {
				for k := b.J; k < b.J+b.NJ; k++ {
					s = max(s, v.like(cols[x].members[0], first+k))
					cols[x].members = append(slices.Clone(cols[x].members), first+k)
				}
			}
			like += s * size
			on += size
		}
		if b.NI == 0 {
			cols = append(cols, column{members: []int{first + b.J}})
		}
		placed = append(placed, cols...)
	}
	v.columns = placed
	return on > 0 && like/on >= leastLike && on/max(all, 1) >= leastCovered
}
