package text

import (
	"sort"

	"github.com/factdiff/factdiff/witness"
)

// InFile returns the span of the file in which a span of a witness's text
// stands. Markup around the words is left out, markup between them is not. o
// is nil where the text is the file. Words that the file does not have where
// they are said, such as a headline made of metadata, are at the end of what
// stands before them.
func InFile(o *witness.Original, sp witness.Span) witness.Span {
	if o == nil {
		return sp
	}
	all := o.Stretches
	var out witness.Span
	// The first stretch that ends after the span begins.
	i := sort.Search(len(all), func(i int) bool { return all[i].Text.End > sp.Start })
	switch {
	case i < len(all) && all[i].Text.Start <= sp.Start:
		out.Start = within(all[i], sp.Start)
	case i < len(all) && all[i].Text.Start < sp.End || i == 0 && len(all) > 0:
		out.Start = all[i].File.Start
	case i > 0:
		out.Start = all[i-1].File.End
	}
	// The last that begins before the span ends.
	i = sort.Search(len(all), func(i int) bool { return all[i].Text.Start >= sp.End }) - 1
	switch {
	case i < 0:
	case sp.End >= all[i].Text.End:
		out.End = all[i].File.End
	case all[i].Text.Len() == all[i].File.Len():
		out.End = within(all[i], sp.End)
	default:
		out.End = all[i].File.End
	}
	// A page may show its parts in another order than its file has them.
	out.End = max(out.Start, out.End)
	return out
}

// within returns the place in the file of an offset in a stretch.
func within(s witness.Stretch, offset int) int {
	if s.Text.Len() != s.File.Len() {
		return s.File.Start
	}
	return s.File.Start + offset - s.Text.Start
}
