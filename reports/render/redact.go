package render

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// Redact returns copies of rs from which the words of the reports are gone:
// texts, readings, values, messages, reasons, titles. Offsets stay true, and
// so do lines and columns, since each character gives way to one that is as
// long in every unit; whoever has the text can still find the place.
//
// Masking the input, and not the output of each format, means that a new
// format cannot forget it.
func Redact(rs []*compare.Result) []*compare.Result {
	out := make([]*compare.Result, len(rs))
	for i, r := range rs {
		c := *r
		if r.Event != nil {
			c.Event = maskEvent(r.Event)
		}
		c.Findings = make([]compare.Finding, len(r.Findings))
		for j := range r.Findings {
			c.Findings[j] = maskFinding(r.Findings[j])
		}
		out[i] = &c
	}
	return out
}

// Placeholder stands for words that are left out.
func Placeholder(s string) string {
	return fmt.Sprintf("[redacted %d chars]", utf8.RuneCountInString(s))
}

func maskEvent(ev *witness.Event) *witness.Event {
	c := &witness.Event{ID: ev.ID, Aligned: ev.Aligned, Groups: slices.Clone(ev.Groups)}
	for i, g := range c.Groups {
		c.Groups[i] = &witness.Group{ID: g.ID, Cells: g.Cells, Score: g.Score}
	}
	for _, w := range ev.Witnesses {
		m := *w
		m.Text, m.Title, m.Author = mask(w.Text), "", ""
		m.Statements = make([]*witness.Statement, len(w.Statements))
		for i, st := range w.Statements {
			m.Statements[i] = &witness.Statement{Witness: &m, Index: st.Index, Span: st.Span,
				Paragraph: st.Paragraph, Line: st.Line, Kind: st.Kind}
		}
		c.Witnesses = append(c.Witnesses, &m)
	}
	return c
}

func maskFinding(f compare.Finding) compare.Finding {
	var order []string
	said := map[string][]string{}
	rs := make([]compare.Reading, len(f.Readings))
	for i, r := range f.Readings {
		key := r.Value
		if key == "" {
			key = r.Text
		}
		n := slices.Index(order, key)
		if n < 0 {
			n = len(order)
			order = append(order, key)
		}
		if !slices.Contains(said[key], r.Witness) {
			said[key] = append(said[key], r.Witness)
		}
		r.Text, r.Value = Placeholder(r.Text), fmt.Sprintf("[value %d]", n+1)
		rs[i] = r
	}
	f.Readings = rs
	var sides []string
	for i, key := range order {
		sides = append(sides, fmt.Sprintf("%s: [value %d]", strings.Join(said[key], ", "), i+1))
	}
	f.Message = strings.Join(sides, "; ")
	f.Reason, f.Suggest, f.Trace = "", "", nil
	return f
}

// mask replaces every character but line breaks by one of the same length in
// bytes and in UTF-16 units.
func mask(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch n := utf8.RuneLen(r); {
		case r == '\n' || r == '\r':
			b.WriteRune(r)
		case n == 1:
			b.WriteByte('x')
		case n == 2:
			b.WriteRune('×')
		case n == 3:
			b.WriteRune('✕')
		default:
			b.WriteRune('𝚡')
		}
	}
	return b.String()
}
