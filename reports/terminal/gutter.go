package terminal

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/reports/render"
)

// gutter is the left edge of a finding: the siglum, a bar, and the column of
// places where they leave enough room for the words.
type gutter struct {
	p      *printer
	sigla  int // cells of the widest siglum
	places int // cells of the column of places; 0 where each has its own line
}

// The widest siglum, and the least room for words beside the places.
const (
	widestSiglum = 12
	leastRoom    = 56
)

func newGutter(p *printer, f *render.Finding) *gutter {
	g := &gutter{p: p, sigla: 1}
	for _, id := range f.Sigla() {
		g.sigla = max(g.sigla, min(render.Width(render.Line(id)), widestSiglum))
	}
	for _, r := range f.All() {
		g.places = max(g.places, render.Width(g.place(r))+2)
	}
	if p.o.Columns()-g.margin()-g.places < leastRoom {
		g.places = 0
	}
	return g
}

// margin is the number of cells left of the places.
func (g *gutter) margin() int { return g.sigla + 4 }

func (g *gutter) bar(siglum string) string {
	siglum = render.Snip(siglum, g.sigla)
	pad := strings.Repeat(" ", 1+g.sigla-render.Width(siglum))
	return pad + g.p.style(strong, siglum) + " " + g.p.style(dim, "│") + " "
}

func (g *gutter) notes() string {
	return strings.Repeat(" ", g.sigla+2) + g.p.style(dim, "=") + " "
}

// place is where to open the report: path, line and column in characters, as
// editors count them.
func (g *gutter) place(r *render.Reading) string {
	return fmt.Sprintf("%s:%d:%d", render.Line(r.Witness.File()), r.From.Line, r.From.Rune)
}
