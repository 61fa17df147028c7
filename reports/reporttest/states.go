package reporttest

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// States says of the findings in turn that they are new, known, and dismissed
// for a reason that is as hostile as a report.
func States(rs []*compare.Result) map[string]render.State {
	states := map[string]render.State{}
	n := 0
	for _, r := range rs {
		for i := range r.Findings {
			switch n++; n % 3 {
			case 0:
				states[r.Findings[i].ID] = render.State{Status: render.Suppressed, Justification: `same meaning: "<12>" & ]]>`}
			case 1:
				states[r.Findings[i].ID] = render.State{Status: render.Unchanged}
			}
		}
	}
	return states
}
