package render

import (
	"slices"
	"sort"
)

// Mark is a stretch of a report in which the same findings have a reading.
type Mark struct {
	Start, End int // bytes of the text
	Value      int // position of the reading's value in the first finding
	Findings   []*Finding
	First      []*Finding // those whose reading begins here
}

// placed is a reading with where it comes from.
type placed struct {
	*Reading
	f     *Finding
	value int
}

// place sorts the readings of every report by their start.
func (ev *Event) place() {
	for _, f := range ev.Findings {
		for i, v := range f.Values {
			for _, r := range v.Readings {
				r.Witness.readings = append(r.Witness.readings, placed{r, f, i})
			}
		}
	}
	for _, w := range ev.Witnesses {
		sort.SliceStable(w.readings, func(i, j int) bool { return w.readings[i].Start < w.readings[j].Start })
		for _, r := range w.readings {
			w.longest = max(w.longest, r.End-r.Start)
		}
	}
}

// Marks cuts the part of w's text from start to end where readings begin and
// end, and returns the stretches that lie in at least one of them, in order
// and without overlap: what a page or a table has to mark. Only the readings
// of findings that keep wants are looked at; nil wants all.
func (w *Witness) Marks(start, end int, keep func(*Finding) bool) []Mark {
	var rs []placed
	var cuts []int
	from := sort.Search(len(w.readings), func(i int) bool { return w.readings[i].Start >= start-w.longest })
	for _, r := range w.readings[from:] {
		if r.Start >= end {
			break
		}
		if r.End > start && r.Start < r.End && (keep == nil || keep(r.f)) {
			rs = append(rs, r)
			cuts = append(cuts, max(r.Start, start), min(r.End, end))
		}
	}
	sort.Ints(cuts)
	cuts = slices.Compact(cuts)
	var out []Mark
	for i := 0; i+1 < len(cuts); i++ {
		m := Mark{Start: cuts[i], End: cuts[i+1]}
		for _, r := range rs {
			if r.Start >= m.End {
				break
			}
			if r.End <= m.Start {
				continue
			}
			if len(m.Findings) == 0 {
				m.Value = r.value
			}
			if !slices.Contains(m.Findings, r.f) {
				m.Findings = append(m.Findings, r.f)
			}
			if r.Start >= m.Start {
				m.First = append(m.First, r.f)
			}
		}
		if len(m.Findings) > 0 {
			out = append(out, m)
		}
	}
	return out
}
