package render

import "slices"

// Row is a row of the alignment table: a group, or statements that have no
// partner.
type Row struct {
	Group *int    // nil for statements without a partner
	Score float64 // how sure the aligner is
	Cells [][]int // [witness] the indices of its statements; empty for a gap
	// Findings are those of the group, and those of any kind in the cells'
	// statements, in the result's order.
	Findings []*Finding
}

// Table lists the statements of ev as a collation does: a row for each group,
// and between two groups one row with what stands there alone in each report.
// Its cells have nothing to do with one another; a row for each of them would
// be a staircase of gaps. Reading one column down gives nearly that report.
func (ev *Event) Table() []*Row {
	at := map[string]int{}
	for i, w := range ev.Witnesses {
		at[w.ID] = i
	}
	n := len(ev.Witnesses)
	var groups []*Row
	row := make([][]*Row, n) // of each statement, the first group that has it
	for i, w := range ev.Witnesses {
		row[i] = make([]*Row, len(w.Statements))
	}
	for i := range ev.Result.Groups {
		g := &ev.Result.Groups[i]
		r := &Row{Group: &g.ID, Score: g.Score, Cells: make([][]int, n)}
		for _, m := range g.Members {
			w, ok := at[m.Witness]
			if !ok || m.Statement < 0 || m.Statement >= len(row[w]) {
				continue
			}
			r.Cells[w] = append(r.Cells[w], m.Statement)
			if row[w][m.Statement] == nil {
				row[w][m.Statement] = r
			}
		}
		groups = append(groups, r)
	}
	// after[r] has the lone statements that follow row r; nil is the top.
	after := map[*Row]*Row{}
	for i := range ev.Witnesses {
		var last *Row
		for s, r := range row[i] {
			if r != nil {
				last = r
				continue
			}
			if after[last] == nil {
				after[last] = &Row{Cells: make([][]int, n)}
			}
			alone := after[last]
			alone.Cells[i] = append(alone.Cells[i], s)
			row[i][s] = alone
		}
	}
	var out []*Row
	if top := after[nil]; top != nil {
		out = append(out, top)
	}
	for _, g := range groups {
		out = append(out, g)
		if alone := after[g]; alone != nil {
			out = append(out, alone)
		}
	}
	for _, f := range ev.Listed() {
		var rows []*Row
		add := func(r *Row) {
			if r != nil && !slices.Contains(rows, r) {
				rows = append(rows, r)
				r.Findings = append(r.Findings, f)
			}
		}
		if f.Group != nil {
			for _, g := range groups {
				if *g.Group == *f.Group {
					add(g)
				}
			}
		}
		for _, v := range f.Values {
			for _, r := range v.Readings {
				if w, ok := at[r.Reading.Witness]; ok && r.Statement >= 0 && (f.Group == nil || len(rows) == 0) {
					add(row[w][r.Statement])
				}
			}
		}
	}
	return out
}

// Lone counts the statements without a partner.
func Lone(rows []*Row) int {
	n := 0
	for _, r := range rows {
		if r.Group != nil {
			continue
		}
		for _, cell := range r.Cells {
			n += len(cell)
		}
	}
	return n
}
