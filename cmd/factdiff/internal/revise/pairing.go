package revise

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"

	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// pairing finds which statements of two versions correspond.
type pairing struct {
	ev            *witness.Event
	before, after *witness.Witness
	old, new      []*Passage // of each statement, nil where it has none yet
	passages      []*Passage
	words         [2][]map[string]int // of each statement, how often
}

func newPairing(ev *witness.Event, before, after *witness.Witness) *pairing {
	p := &pairing{ev: ev, before: before, after: after,
		old: make([]*Passage, len(before.Statements)), new: make([]*Passage, len(after.Statements))}
	for k, w := range [...]*witness.Witness{before, after} {
		for _, st := range w.Statements {
			bag := map[string]int{}
			for _, t := range st.Tokens {
				bag[t.Lower]++
			}
			p.words[k] = append(p.words[k], bag)
		}
	}
	return p
}

// pair makes a passage of two statements.
func (p *pairing) pair(i, j int, s Status) {
	x := &Passage{Status: s, Old: []*witness.Statement{p.before.Statements[i]}, New: []*witness.Statement{p.after.Statements[j]}}
	p.old[i], p.new[j] = x, x
	p.passages = append(p.passages, x)
}

// settled is the passage of statements that need no word: it is listed
// nowhere.
var settled = &Passage{}

// same settles the statements that both versions have. Those on the longest
// common way through both stayed in place; the rest were moved.
func (p *pairing) same() {
	code := map[string]rune{}
	runes := func(w *witness.Witness) []rune {
		out := make([]rune, len(w.Statements))
		for i, st := range w.Statements {
			key := strings.Join(strings.Fields(text.Normalise(st.Text()).Text), " ")
			r, ok := code[key]
			if !ok {
				r = rune(len(code) + 1)
				if r >= 0xD800 {
					r += 0x800 // past the surrogates
				}
				code[key] = r
			}
			out[i] = r
		}
		return out
	}
	a, b := runes(p.before), runes(p.after)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // its clock would make the result depend on the machine
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(a, b, false) {
		n := len([]rune(d.Text))
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			for k := range n {
				p.old[i+k], p.new[j+k] = settled, settled
			}
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		}
	}
	for i, r := range a {
		for j, s := range b {
			if r == s && p.old[i] == nil && p.new[j] == nil {
				p.pair(i, j, Moved)
			}
		}
	}
}

// groups pairs what the aligner put together, the surest first.
func (p *pairing) groups() {
	type candidate struct {
		i, j  int
		score float64
	}
	var cs []candidate
	for _, g := range p.ev.Groups {
		for _, l := range g.Links {
			a, b := l.A, l.B
			if a.Witness != p.before.Index {
				a, b = b, a
			}
			if a.Witness == p.before.Index && b.Witness == p.after.Index {
				cs = append(cs, candidate{a.Statement, b.Statement, l.Score + p.alike(a.Statement, b.Statement)})
			}
		}
	}
	slices.SortStableFunc(cs, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	for _, c := range cs {
		if p.old[c.i] == nil && p.new[c.j] == nil {
			p.pair(c.i, c.j, Facts)
		}
	}
}

// Shares of words from which two statements are taken for one that was
// rewritten, and one for a part of the other.
const (
	alikeEnough = 0.5
	partEnough  = 0.7
)

// likeness pairs what is left by the words that are shared.
func (p *pairing) likeness() {
	for {
		bestI, bestJ, best := -1, -1, alikeEnough
		for i := range p.old {
			for j := range p.new {
				if p.old[i] == nil && p.new[j] == nil {
					if s := p.alike(i, j); s >= best && (bestI < 0 || s > best) {
						bestI, bestJ, best = i, j, s
					}
				}
			}
		}
		if bestI < 0 {
			return
		}
		p.pair(bestI, bestJ, Facts)
	}
}

// alike returns the share of their words that two statements have in common,
// from 0 to 1.
func (p *pairing) alike(i, j int) float64 {
	a, b := p.words[0][i], p.words[1][j]
	return 2 * float64(shared(a, b)) / max(1, float64(size(a)+size(b)))
}

// parts adds to a passage next to it what is one half of a sentence that was
// split, or of two that were joined.
func (p *pairing) parts() {
	join := func(mine []*Passage, other, k int, add func(*Passage)) {
		if mine[k] != nil {
			return
		}
		for _, n := range [...]int{k - 1, k + 1} {
			if n < 0 || n >= len(mine) || mine[n] == nil || mine[n] == settled || mine[n].Status == Moved {
				continue
			}
			x := mine[n]
			whole := map[string]int{}
			side := x.Old
			if other == 1 {
				side = x.New
			}
			for _, o := range side {
				for w, c := range p.words[other][o.Index] {
					whole[w] += c
				}
			}
			bag := p.words[1-other][k]
			if float64(shared(bag, whole)) >= partEnough*float64(size(bag)) {
				add(x)
				mine[k] = x
				return
			}
		}
	}
	for j, st := range p.after.Statements {
		join(p.new, 0, j, func(x *Passage) { x.New = inOrder(append(x.New, st)) })
	}
	for i, st := range p.before.Statements {
		join(p.old, 1, i, func(x *Passage) { x.Old = inOrder(append(x.Old, st)) })
	}
}

func inOrder(sts []*witness.Statement) []*witness.Statement {
	slices.SortFunc(sts, func(a, b *witness.Statement) int { return cmp.Compare(a.Index, b.Index) })
	return sts
}

func shared(a, b map[string]int) int {
	n := 0
	for w, c := range a {
		n += min(c, b[w])
	}
	return n
}

func size(a map[string]int) int {
	n := 0
	for _, c := range a {
		n += c
	}
	return n
}

// place orders passages: by the new text, and what is gone after the last
// statement before it that still stands.
func (p *pairing) place(x *Passage) int {
	if len(x.New) > 0 {
		return 2 * x.New[0].Index
	}
	for i := x.Old[0].Index - 1; i >= 0; i-- {
		if y := p.old[i]; y != nil && y != settled {
			return 2*y.New[0].Index + 1
		}
	}
	return -1
}
