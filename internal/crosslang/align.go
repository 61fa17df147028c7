package crosslang

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/internal/bitext"
	"github.com/factdiff/factdiff/witness"
)

// A translation follows its source from beginning to end, so that the two are
// aligned as bitext is, by their lengths (Gale and Church; see package bitext)
// and by what both name: figures, months, names in Latin letters, names by
// transliteration.

// Costs of a path.
const (
	oneCost    = 0.0
	twoCost    = 2.2  // 1:2 and 2:1
	gapCost    = 4.5  // 1:0 and 0:1
	variance   = 6.8  // of the length, per character (Gale and Church)
	maxLength  = 9.0  // no length costs more
	page       = 1000 // letters of a source that weigh as much as what is usual in its language
	anchorGain = 1.3
	maxAnchors = 5
	maxListed  = 100 // anchors of a statement: no sentence has more, hostile text has
	// band is how far the path may stray from the diagonal, in statements,
	// beyond the difference of lengths.
	band = 24
)

// Split returns ev without the sources in other languages of its reports: what
// can be analysed and aligned as English. It returns ev itself where there is
// none. Witness.Index is then the place in what is returned.
func Split(ev *witness.Event) *witness.Event {
	source := sources(ev)
	read := *ev
	read.Witnesses = nil
	for _, w := range ev.Witnesses {
		if w.English() || !source[w.ID] {
			read.Witnesses = append(read.Witnesses, w)
		}
	}
	if len(read.Witnesses) == len(ev.Witnesses) {
		return ev
	}
	for i, w := range read.Witnesses {
		w.Index = i
	}
	return &read
}

// sources are the reports of which one in English is a translation.
func sources(ev *witness.Event) map[string]bool {
	source := map[string]bool{}
	for _, w := range ev.Witnesses {
		if w.English() {
			source[w.Translates] = true
		}
	}
	return source
}

// Join puts into ev what was found of read, which [Split] took from it, and
// aligns the sources with their translations: ev.Beads, and the sources'
// cells of ev.Groups. It fails only where ctx ends.
func Join(ctx context.Context, ev, read *witness.Event) error {
	if ev == read {
		return nil
	}
	ev.Entities, ev.Parallel = read.Entities, read.Parallel
	at := make([]int, len(read.Witnesses))
	for i, w := range ev.Witnesses {
		if k := slices.Index(read.Witnesses, w); k >= 0 {
			at[k] = i
		}
		w.Index = i
	}
	ev.Groups = read.Groups
	for _, g := range ev.Groups {
		cells := make([][]int, len(ev.Witnesses))
		for k, c := range g.Cells {
			cells[at[k]] = c
		}
		g.Cells = cells
		for k := range g.Links {
			g.Links[k].A.Witness = at[g.Links[k].A.Witness]
			g.Links[k].B.Witness = at[g.Links[k].B.Witness]
		}
	}
	ev.Beads = nil
	for _, w := range ev.Witnesses {
		k := slices.IndexFunc(ev.Witnesses, func(s *witness.Witness) bool { return s.ID == w.Translates && !s.English() })
		if k < 0 || !w.English() {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		beads := align(ev.Witnesses[k], w, ev.Aligned)
		ev.Beads = append(ev.Beads, beads...)
		join(ev, w, beads)
	}
	return nil
}

// join puts the source's statements of each bead into the groups of its
// translation w's, or makes a group of the bead.
func join(ev *witness.Event, w *witness.Witness, beads []witness.Bead) {
	groups := make(map[int][]*witness.Group, len(w.Statements)) // by statement of w
	for _, g := range ev.Groups {
		for _, s := range g.Cells[w.Index] {
			groups[s] = append(groups[s], g)
		}
	}
	for i := range beads {
		b := &beads[i]
		found := false
		for _, s := range b.Into {
			for _, g := range groups[s] {
				cell := append(g.Cells[b.Source], b.From...)
				slices.Sort(cell)
				g.Cells[b.Source] = slices.Compact(cell)
				found = true
			}
		}
		if !found && b.Score > 0 {
			g := &witness.Group{ID: len(ev.Groups), Cells: make([][]int, len(ev.Witnesses)), Score: b.Score}
			g.Cells[b.Source], g.Cells[b.Translation] = b.From, b.Into
			ev.Groups = append(ev.Groups, g)
		}
	}
}

// side is one text on its way through the alignment.
type side struct {
	letters []float64
	anchors []map[string]bool
	names   [][]string // skeletons
}

func newSide(w *witness.Witness, spoken bool) *side {
	s := &side{}
	for _, st := range w.Statements {
		r := Read(w.Lang, st.Text())
		s.letters = append(s.letters, float64(r.Letters))
		a := map[string]bool{}
		for _, n := range r.Numbers {
			if n.Hard && len(a) < maxListed {
				for _, v := range n.Values {
					a["n"+rounded(v, 3)] = true
				}
			}
		}
		for _, m := range r.Months {
			a["m"+m.Key] = true
		}
		for _, l := range r.Latin {
			if len(a) < maxListed {
				a["l"+l] = true
			}
		}
		s.anchors = append(s.anchors, a)
		var names []string
		if spoken {
			for _, w := range Names(w.Lang, st.Text()) {
				if k := w.skeleton; len(k) > longEnough && len(names) < maxListed {
					names = append(names, k[:min(len(k), 5)])
				}
			}
		}
		s.names = append(s.names, names)
	}
	return s
}

// shared counts what two runs of statements both name.
func shared(a *side, i, ni int, b *side, j, nj int) float64 {
	n := 0
	for x := i; x < i+ni; x++ {
		for y := j; y < j+nj; y++ {
			for k := range a.anchors[x] {
				if b.anchors[y][k] {
					n++
				}
			}
			for _, k := range a.names[x] {
				if slices.Contains(b.names[y], k) {
					n++
				}
			}
		}
	}
	return float64(min(n, maxAnchors))
}

// align returns the beads of a source and its translation, in text order.
func align(from, into *witness.Witness, byLine bool) []witness.Bead {
	if byLine {
		return lines(from, into)
	}
	spoken := Spoken(from.Text)
	a, b := newSide(from, spoken), newSide(into, spoken)
	// A text of a page has a ratio of its own; a short one may owe it to what
	// was left out.
	ratio := (total(b.letters) + page*tableOf(from.Lang).length) / (total(a.letters) + page)
	cost := func(i, ni, j, nj int) float64 {
		if ni == 0 || nj == 0 {
			return gapCost
		}
		la, lb := total(a.letters[i:i+ni])*ratio, total(b.letters[j:j+nj])
		d := (lb - la) / math.Sqrt(max(la, 1)*variance)
		c := min(d*d/2, maxLength) - anchorGain*shared(a, i, ni, b, j, nj)
		if ni+nj > 2 {
			c += twoCost
		}
		return c
	}
	var out []witness.Bead
	for _, b := range bitext.Path(len(a.letters), len(b.letters), band, cost) {
		bead := witness.Bead{Source: from.Index, Translation: into.Index, From: run(b.I, b.NI), Into: run(b.J, b.NJ)}
		if b.NI > 0 && b.NJ > 0 {
			bead.Score = 1 / (1 + math.Exp(cost(b.I, b.NI, b.J, b.NJ)-2))
		}
		out = append(out, bead)
	}
	return out
}

func run(from, n int) []int {
	out := []int{}
	for k := range n {
		out = append(out, from+k)
	}
	return out
}

func total(xs []float64) float64 {
	s := 0.0
	for _, x := range xs {
		s += x
	}
	return s
}

// lines makes a bead of each line that both have.
func lines(from, into *witness.Witness) []witness.Bead {
	at := map[int][]int{}
	for i, st := range into.Statements {
		at[st.Line] = append(at[st.Line], i)
	}
	var out []witness.Bead
	for i, st := range from.Statements {
		if n := len(out); n > 0 && from.Statements[out[n-1].From[0]].Line == st.Line {
			out[n-1].From = append(out[n-1].From, i)
			continue
		}
		if s := at[st.Line]; len(s) > 0 {
			out = append(out, witness.Bead{Source: from.Index, Translation: into.Index, From: []int{i}, Into: s, Score: 1})
		}
	}
	return out
}

// Text joins the words of statements of one witness.
func Text(w *witness.Witness, statements []int) string {
	var parts []string
	for _, s := range statements {
		parts = append(parts, w.Statements[s].Text())
	}
	return strings.Join(parts, " ")
}
