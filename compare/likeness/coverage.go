package likeness

import "github.com/factdiff/factdiff/witness"

// Mutual says how much words as of one statement and bs of another say the same: each word
// counts by how rare it is and how near a word of the other list comes to it. sum is the
// lesser of what either list has in common with the other, share that part of the list of
// which more is found.
func (j *Judge) Mutual(sa *witness.Statement, as []int, sb *witness.Statement, bs []int) (sum, share float64) {
	ta, tb := j.terms(sa), j.terms(sb)
	one := func(sa *witness.Statement, as []int, ta []term, sb *witness.Statement, bs []int, tb []term) (sum, share float64) {
		all := 0.0
		for _, i := range as {
			top := 0.0
			for _, k := range bs {
				top = max(top, j.alike(sa, i, ta, sb, k, tb))
			}
			r := ta[i].rarity
			sum, all = sum+r*top, all+r
		}
		if all == 0 {
			return 0, 0
		}
		return sum, sum / all
	}
	s, h := one(sa, as, ta, sb, bs, tb)
	u, k := one(sb, bs, tb, sa, as, ta)
	return min(s, u), max(h, k)
}

// Coverage says of each word of two statements how near a word of the other comes to it.
type Coverage struct {
	a, b side
}

// side is one of two statements: its terms, and how near the other comes to each.
type side struct {
	terms []term
	best  []float64
}

// Cover returns the coverage of two statements, which it computes once.
func (j *Judge) Cover(sa, sb *witness.Statement) *Coverage {
	key := [2]*witness.Statement{sa, sb}
	c := j.covers[key]
	if c != nil {
		return c
	}
	c = &Coverage{side{j.terms(sa), make([]float64, len(sa.Tokens))}, side{j.terms(sb), make([]float64, len(sb.Tokens))}}
	for i := range c.a.terms {
		if c.a.terms[i].id == 0 {
			continue
		}
		for k := range c.b.terms {
			if c.b.terms[k].id == 0 {
				continue
			}
			if v := j.alike(sa, i, c.a.terms, sb, k, c.b.terms); v > 0 {
				c.a.best[i], c.b.best[k] = max(c.a.best[i], v), max(c.b.best[k], v)
			}
		}
	}
	j.covers[key] = c
	return c
}

// First returns the share of the words of the first statement from one token to another,
// the rare ones before all, that the second says too in its way. The names of an entity do
// not count.
func (c *Coverage) First(but *witness.Entity, from, to int) float64 { return c.a.share(but, from, to) }

// Second returns the same of the second statement.
func (c *Coverage) Second(but *witness.Entity, from, to int) float64 { return c.b.share(but, from, to) }

// Both returns the lesser of what the two have of each other.
func (c *Coverage) Both(a, b *witness.Entity) float64 {
	return min(c.First(a, 0, len(c.a.terms)), c.Second(b, 0, len(c.b.terms)))
}

func (s *side) share(but *witness.Entity, from, to int) float64 {
	all, got := 0.0, 0.0
	for i := max(from, 0); i < min(to, len(s.terms)); i++ {
		if t := &s.terms[i]; t.id > 0 && (t.entity == nil || t.entity != but) {
			w := t.rarity * t.rarity
			all, got = all+w, got+w*s.best[i]
		}
	}
	if all == 0 {
		return 0
	}
	return got / all
}
