package terminal

import (
	"strings"

	"github.com/fatih/color"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
)

// The styles of runs.
const (
	plain = iota
	strong
	dim
	alone
	same // words of a reading that do not differ
	severity0
	value0 = severity0 + int(compare.Critical) + 1
	styles = value0 + values
)

// values is how many values have a colour of their own; more take turns. No
// value is red or green: none of them is the wrong or the right one.
const values = 4

func severity(s compare.Severity) int { return severity0 + int(s) }

func value(i int) int { return value0 + i%values }

// palette is the colours, or nil where there are none. The settings of
// package color are global and read the environment; each colour here is
// switched on by itself, so that Options.Color alone decides.
type palette []*color.Color

func newPalette(on bool) palette {
	if !on {
		return nil
	}
	p := make(palette, styles)
	p[strong] = color.New(color.Bold)
	p[dim] = color.New(color.Faint)
	p[alone] = color.New(color.FgYellow)
	p[same] = color.New(color.Underline)
	p[severity(compare.Critical)] = color.New(color.FgHiRed, color.Bold, color.ReverseVideo)
	p[severity(compare.Major)] = color.New(color.FgHiRed, color.Bold)
	p[severity(compare.Minor)] = color.New(color.FgYellow, color.Bold)
	p[severity(compare.Info)] = color.New(color.FgBlue, color.Bold)
	p[value(0)] = color.New(color.FgCyan, color.Bold, color.Underline)
	p[value(1)] = color.New(color.FgHiMagenta, color.Bold, color.Underline)
	p[value(2)] = color.New(color.FgYellow, color.Bold, color.Underline)
	p[value(3)] = color.New(color.FgBlue, color.Bold, color.Underline)
	for _, c := range p {
		if c != nil {
			c.EnableColor()
		}
	}
	return p
}

func (p *printer) style(style int, s string) string {
	if p.pal == nil || p.pal[style] == nil || s == "" {
		return s
	}
	return p.pal[style].Sprint(s)
}

func (p *printer) runs(rs []render.Run) string {
	var b strings.Builder
	for _, r := range rs {
		b.WriteString(p.style(r.Style, r.Text))
	}
	return b.String()
}

// stripped returns s without the colours that style put in.
func stripped(s string) string {
	for {
		i := strings.Index(s, "\x1b[")
		if i < 0 {
			return s
		}
		j := strings.IndexByte(s[i:], 'm')
		if j < 0 {
			return s
		}
		s = s[:i] + s[i+j+1:]
	}
}
