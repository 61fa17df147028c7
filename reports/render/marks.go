package render

import "sort"

// Mark is a stretch of a report in which the same findings have a reading.
type Mark struct {
	Start, End int // bytes of the text
	Value      int // position of the reading's value in the first finding
	Findings   []*Finding
	First      []*Finding // those whose reading begins here
}

// Marks cuts the part of w's text from start to end where readings of the
// findings begin and end, and returns the stretches that lie in at least one
// of them, in order and without overlap: what a page or a table has to mark.
func (w *Witness) Marks(start, end int, fs []*Finding) []Mark {
	type reading struct {
		f     *Finding
		value int
		r     *Reading
	}
	var rs []reading
	cuts := []int{}
	for _, f := range fs {
		for i, v := range f.Values {
			for _, r := range v.Readings {
				if r.Witness == w && r.Start < end && start < r.End {
					rs = append(rs, reading{f, i, r})
					cuts = append(cuts, max(r.Start, start), min(r.End, end))
				}
			}
		}
	}
	sort.Ints(cuts)
	// Readings by start, so that one walk finds those that cover a stretch.
	sort.SliceStable(rs, func(i, j int) bool { return rs[i].r.Start < rs[j].r.Start })
	var out []Mark
	var open []reading
	next := 0
	for i := 0; i+1 < len(cuts); i++ {
		a, b := cuts[i], cuts[i+1]
		if a == b {
			continue
		}
		keep := open[:0]
		for _, r := range open {
			if r.r.End > a {
				keep = append(keep, r)
			}
		}
		open = keep
		first := len(open)
		for next < len(rs) && max(rs[next].r.Start, start) <= a {
			if rs[next].r.End > a {
				open = append(open, rs[next])
			}
			next++
		}
		if len(open) == 0 {
			continue
		}
		m := Mark{Start: a, End: b, Value: open[0].value}
		for k, r := range open {
			m.Findings = append(m.Findings, r.f)
			if k >= first {
				m.First = append(m.First, r.f)
			}
		}
		out = append(out, m)
	}
	return out
}
