package html

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/reports/render"
)

// row is a row of the alignment.
type row struct {
	*render.Row
	Key   string
	Lean  string // what the script makes the cells of: "3 - 4+5"
	Cells []cell
	Found []*finding
}

// cell is what one report has in a row.
type cell struct {
	Report *report
	Keys   string // of its statements, with spaces between
	Texts  []*statement
	More   []*statement // folded: what follows in a long run without a partner
}

// longRun is how many statements without a partner are shown in one cell; the
// others are folded, or the rows that do correspond would be far between.
const longRun = 2

func rows(e *event) []*row {
	var out []*row
	for _, r := range e.Event.Table() {
		v := &row{Row: r}
		if r.Group != nil {
			v.Key = fmt.Sprintf("%sg%d", e.Key, *r.Group)
		}
		for _, f := range r.Findings {
			v.Found = append(v.Found, e.Found[f.Index])
		}
		if e.Lean {
			var lean []string
			for _, statements := range r.Cells {
				var at []string
				for _, s := range statements {
					at = append(at, fmt.Sprint(s))
				}
				lean = append(lean, cmp.Or(strings.Join(at, "+"), "-"))
			}
			v.Lean = strings.Join(lean, " ")
			out = append(out, v)
			continue
		}
		for w, statements := range r.Cells {
			c := cell{Report: e.Reports[w]}
			var keys []string
			for _, s := range statements {
				key := fmt.Sprintf("%ss%d", c.Report.Key, s)
				keys = append(keys, key)
				if st := c.Report.statement(key); st != nil {
					c.Texts = append(c.Texts, st)
				}
			}
			c.Keys = strings.Join(keys, " ")
			if r.Group == nil && len(c.Texts) > longRun+1 {
				c.Texts, c.More = c.Texts[:longRun], c.Texts[longRun:]
			}
			v.Cells = append(v.Cells, c)
		}
		out = append(out, v)
	}
	return out
}
