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
