package render

import (
	"github.com/factdiff/factdiff/compare"
)

// Tally counts the findings of one or several events. What a person has
// dismissed is counted apart and is in no other figure.
type Tally struct {
	Total      int
	BySeverity [compare.Critical + 1]int
	New        int
	Unchanged  int
	Suppressed int
	Failing    int // new ones at or above the severity that fails a build
}

// Count adds the findings of ev.
func (t *Tally) Count(ev *Event, o *Options) {
	for _, f := range ev.Findings {
		if f.State.Status == Suppressed {
			t.Suppressed++
			continue
		}
		t.Total++
		t.BySeverity[f.Severity]++
		if f.State.Status == Unchanged {
			t.Unchanged++
		} else {
			t.New++
		}
		if o.Fails(f) {
			t.Failing++
		}
	}
}

// Cell says how often a report comes up in the findings of one check.
type Cell struct {
	Part  int // it has a reading in so many
	Alone int // it stands against the others, or alone bears the mark
	Worst compare.Severity
}

// Matrix is reports across and checks down.
type Matrix struct {
	Checks []string // those with a finding, in the suite's order, then by name
	Cells  [][]Cell // [check][witness]
	Alone  []int    // [witness]: in so many findings it stands alone
	Marks  []int    // [witness]: so many artefacts
}

// Matrix counts which report is concerned by what.
func (ev *Event) Matrix() *Matrix {
	at := map[string]int{}
	for i, w := range ev.Witnesses {
		at[w.ID] = i
	}
	m := &Matrix{Alone: make([]int, len(ev.Witnesses)), Marks: make([]int, len(ev.Witnesses))}
	rows := map[string][]Cell{}
	var extra []string
	known := map[string]bool{}
	for _, c := range ev.Checks {
		known[c.Name] = true
	}
	for _, f := range ev.Listed() {
		row := rows[f.Check]
		if row == nil {
			row = make([]Cell, len(ev.Witnesses))
			rows[f.Check] = row
			if !known[f.Check] {
				known[f.Check] = true
				extra = append(extra, f.Check)
			}
		}
		for _, id := range f.Sigla() {
			i, ok := at[id]
			if !ok {
				continue
			}
			row[i].Part++
			row[i].Worst = max(row[i].Worst, f.Severity)
			switch {
			case f.Kind == compare.Artefact:
				row[i].Alone++
				m.Marks[i]++
			case f.StandsAlone(id):
				row[i].Alone++
				m.Alone[i]++
			}
		}
	}
	for _, c := range ev.Checks {
		if row := rows[c.Name]; row != nil {
			m.Checks, m.Cells = append(m.Checks, c.Name), append(m.Cells, row)
		}
	}
	for _, name := range extra {
		m.Checks, m.Cells = append(m.Checks, name), append(m.Cells, rows[name])
	}
	return m
}

// StandsAlone reports whether the report stands against the majority in f.
func (f *Finding) StandsAlone(siglum string) bool {
	for _, id := range f.Outliers {
		if id == siglum {
			return true
		}
	}
	return false
}

// Loner returns the report that stands alone most often, or the two that do,
// and how often. Where more do nobody is singled out, and there is none.
func (m *Matrix) Loner(ev *Event) (sigla []string, times int) {
	for i, n := range m.Alone {
		switch {
		case n == 0 || n < times:
		case n > times:
			sigla, times = []string{ev.Witnesses[i].ID}, n
		default:
			sigla = append(sigla, ev.Witnesses[i].ID)
		}
	}
	if len(sigla) > 2 {
		return nil, 0
	}
	return sigla, times
}
