package html

import (
	"fmt"
	"math"

	"github.com/factdiff/factdiff/reports/render"
)

// matrix is the drawing of reports across and checks down. A ring is a report
// that takes part in findings of a check, a disc one that stands alone in
// them or bears their mark; the area goes with the number.
type matrix struct {
	Width, Height int
	Columns       []label
	Lines         []line
	Alone         []label // how often each report stands alone
	AloneX        int
	AloneY        int
	Label         string
}

type label struct {
	X, Y int
	Text string
}

type line struct {
	label
	RuleY int
	Dots  []dot
}

type dot struct {
	X, Y   int
	Part   string // radius of the ring
	Alone  string // radius of the disc, empty where there is none
	All    bool   // stands alone in all of them
	Text   string
	TextY  int
	Check  string
	Siglum string // position among all sigla
	Title  string
	Class  string
}

// Geometry, in CSS pixels.
const (
	left   = 112
	top    = 34
	across = 44
	down   = 29
	widest = 13 // radius of the largest ring
)

func newMatrix(ev *render.Event, m *render.Matrix, sigla map[string]string) *matrix {
	if len(m.Checks) == 0 || len(ev.Witnesses) == 0 {
		return nil
	}
	most := 1
	for _, cells := range m.Cells {
		for _, c := range cells {
			most = max(most, c.Part)
		}
	}
	radius := func(n int) string {
		return fmt.Sprintf("%.1f", max(7, widest*math.Sqrt(float64(n)/float64(most))))
	}
	g := &matrix{AloneX: left - 14, Width: left + across*len(ev.Witnesses) + 8, Height: top + down*(len(m.Checks)+1)}
	for i, w := range ev.Witnesses {
		g.Columns = append(g.Columns, label{left + across*i + across/2, top - 14, render.Snip(w.ID, 6)})
	}
	for j, name := range m.Checks {
		y := top + down*j + down/2
		l := line{label: label{left - 14, y + 4, render.Snip(name, 15)}, RuleY: y + down/2}
		for i, c := range m.Cells[j] {
			if c.Part == 0 {
				continue
			}
			d := dot{X: left + across*i + across/2, Y: y, Part: radius(c.Part), Text: fmt.Sprint(c.Part), TextY: y + 4,
				Check: name, Siglum: sigla[ev.Witnesses[i].ID], Class: c.Worst.String()}
			d.Title = fmt.Sprintf("%s, %s: %s", ev.Witnesses[i].ID, name, render.Plural(c.Part, "finding"))
			if c.Alone > 0 {
				d.Alone, d.All = radius(c.Alone), c.Alone == c.Part
				d.Title += fmt.Sprintf(", alone in %d", c.Alone)
			}
			l.Dots = append(l.Dots, d)
		}
		g.Lines = append(g.Lines, l)
	}
	g.AloneY = top + down*len(m.Checks) + down/2 + 4
	for i := range ev.Witnesses {
		g.Alone = append(g.Alone, label{left + across*i + across/2, g.AloneY, fmt.Sprint(m.Alone[i])})
	}
	g.Label = fmt.Sprintf("%s across, %s down", render.Plural(len(ev.Witnesses), "report"), render.Plural(len(m.Checks), "check"))
	return g
}
