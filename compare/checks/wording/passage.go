package wording

import (
	"slices"

	"github.com/factdiff/factdiff/witness"
)

// A passage is what the versions are compared by: a group, or several that only
// together hold what each version has in one place. That is so where one
// version has a sentence for two of another, which then stands in the groups of
// both, and where a version has nothing in a group: what it lacks there can be
// shown only beside the sentences around. A passage stays in its paragraph.
type passage struct {
	groups []*witness.Group
	cells  [][]int // by witness, over all groups
}

// passages joins the groups of an event into passages.
func passages(ev *witness.Event) []*passage {
	var out []*passage
	for _, g := range ev.Groups {
		p := &passage{}
		p.add(g)
		for k := len(out) - 1; k >= 0; k-- {
			if meet(out[k], p) && oneParagraph(ev, out[k], p) {
				p = join(out[k], p)
				out = slices.Delete(out, k, k+1)
			}
		}
		out = append(out, p)
	}
	for k := 0; k < len(out); k++ {
		switch {
		case !out[k].gap():
		case k > 0 && oneParagraph(ev, out[k-1], out[k]):
			out[k-1] = join(out[k-1], out[k])
			out = slices.Delete(out, k, k+1)
			k--
		case k+1 < len(out) && oneParagraph(ev, out[k], out[k+1]):
			out[k] = join(out[k], out[k+1])
			out = slices.Delete(out, k+1, k+2)
			k--
		}
	}
	return out
}

func (p *passage) add(g *witness.Group) {
	p.groups = append(p.groups, g)
	if p.cells == nil {
		p.cells = make([][]int, len(g.Cells))
	}
	for w, cell := range g.Cells {
		p.cells[w] = append(p.cells[w], cell...)
		slices.Sort(p.cells[w])
		p.cells[w] = slices.Compact(p.cells[w])
	}
}

// join makes one passage of two, a before b.
func join(a, b *passage) *passage {
	for _, g := range b.groups {
		a.add(g)
	}
	return a
}

// meet reports whether two passages share a statement.
func meet(a, b *passage) bool {
	for w := range a.cells {
		for _, s := range a.cells[w] {
			if slices.Contains(b.cells[w], s) {
				return true
			}
		}
	}
	return false
}

// gap reports whether a version has nothing in a passage.
func (p *passage) gap() bool {
	return slices.ContainsFunc(p.cells, func(cell []int) bool { return len(cell) == 0 })
}

// oneParagraph reports whether a version goes on from one passage to another in
// one paragraph.
func oneParagraph(ev *witness.Event, a, b *passage) bool {
	for w := range a.cells {
		if len(a.cells[w]) == 0 || len(b.cells[w]) == 0 {
			continue
		}
		x, y := slices.Max(a.cells[w]), slices.Min(b.cells[w])
		st := ev.Witnesses[w].Statements
		if x+1 == y && st[x].Paragraph == st[y].Paragraph {
			return true
		}
	}
	return false
}

// place returns where version w stands in the group of statement s of version
// o, or, where it has nothing there, just before.
func (p *passage) place(w, o, s int) (g *witness.Group, statement int) {
	g, statement = p.groups[0], p.cells[w][0]
	for _, part := range p.groups {
		if len(part.Cells[w]) > 0 {
			g, statement = part, part.Cells[w][0]
		}
		if slices.Contains(part.Cells[o], s) {
			break
		}
	}
	return g, statement
}
