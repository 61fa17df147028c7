package quantity

import "github.com/factdiff/factdiff/compare"

// Vetoes lists the names of what tells two figures apart.
func Vetoes() (out []string) {
	for _, v := range vetoes {
		out = append(out, v.name)
	}
	return out
}

// Idle lists the vetoes that hold nowhere.
func Idle() (out []string) {
	for _, v := range vetoes {
		if v.holds == 0 {
			out = append(out, v.name)
		}
	}
	return out
}

// Lopsided lists the vetoes that say another thing of two figures where these are exchanged.
func Lopsided(p *compare.Pass, r *Rival) (out []string) {
	x, y := r.pair, p.Loose(r.pair.B, r.pair.A)
	if x.Group != nil || y.Group != nil {
		return nil // a pair that corresponds has one way round only
	}
	c, d := coupleIn(p, x, r.a, r.b), coupleIn(p, y, r.b, r.a)
	for _, v := range vetoes {
		if v.says(c) != v.says(d) {
			out = append(out, v.name)
		}
	}
	return out
}

// Misjudged reports whether two figures are given up by the bound on their odds although
// they are likely.
func Misjudged(p *compare.Pass, r *Rival) bool {
	return r.hopeless(r.light(p, nil)) && r.probability() >= r.least()
}
