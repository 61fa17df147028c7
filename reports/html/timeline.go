package html

import (
	"sort"
	"strings"
	"time"

	"github.com/factdiff/factdiff/reports/render"
	"github.com/factdiff/factdiff/witness"
)

// timeline is the drawing of the times that the values of a finding give:
// each a bar from its beginning to its end on one scale of days.
type timeline struct {
	Width, Height int
	Ticks         []tick
	Bars          []bar
	Label         string
}

type tick struct {
	X, Y int
	Text string
	End  bool // the text ends at X
}

type bar struct {
	X, Y, Width int
	TextX       int
	TextY       int
	Class       string
	Text        string
	End         bool // the text ends at TextX
}

// when is the time that a reading gives: as the extraction resolved it, or as
// its value says it in ISO 8601.
func when(r *render.Reading) (from, to time.Time, ok bool) {
	if i := r.Statement; i >= 0 && i < len(r.Witness.Witness.Statements) {
		for _, f := range r.Witness.Witness.Statements[i].Facts {
			if t, is := f.(*witness.Time); is && !t.From.IsZero() && t.Span.Overlaps(r.Span()) {
				return t.From, t.To, true
			}
		}
	}
	for _, layout := range []string{"2006-01-02T15:04", time.DateOnly} {
		if len(r.Value) >= len(layout) {
			if t, err := time.Parse(layout, r.Value[:len(layout)]); err == nil {
				if layout == time.DateOnly {
					return t, t.AddDate(0, 0, 1), true
				}
				return t, t.Add(time.Minute), true
			}
		}
	}
	return time.Time{}, time.Time{}, false
}

// Geometry, in CSS pixels.
const (
	timeWidth = 640
	timePad   = 24
	barDown   = 26
)

// newTimeline returns the drawing, or nil where the values do not all give a
// time or give the same one.
func newTimeline(f *render.Finding) *timeline {
	type span struct{ from, to time.Time }
	var spans []span
	differ := false
	for _, v := range f.Values {
		from, to, ok := when(v.Readings[0])
		if !ok {
			return nil
		}
		if !to.After(from) {
			to = from.Add(time.Minute)
		}
		differ = differ || len(spans) > 0 && (!spans[0].from.Equal(from) || !spans[0].to.Equal(to))
		spans = append(spans, span{from, to})
	}
	if !differ {
		return nil
	}
	lo, hi := spans[0].from, spans[0].to
	for _, s := range spans {
		if s.from.Before(lo) {
			lo = s.from
		}
		if s.to.After(hi) {
			hi = s.to
		}
	}
	whole := hi.Sub(lo).Seconds()
	x := func(t time.Time) int {
		return timePad + int(float64(timeWidth-2*timePad)*t.Sub(lo).Seconds()/whole)
	}
	tl := &timeline{Width: timeWidth, Height: 30 + barDown*len(spans)}
	var label []string
	for i, s := range spans {
		from, to := x(s.from), x(s.to)
		b := bar{X: from, Y: 24 + barDown*i, Width: max(4, to-from), Class: colour(i), TextY: 24 + barDown*i + 13,
			Text: strings.Join(f.Values[i].Sigla, " ") + " · " + f.Values[i].Text}
		b.TextX = b.X + 6
		if b.TextX > timeWidth*2/3 {
			b.TextX, b.End = b.X+b.Width-6, true
		}
		tl.Bars = append(tl.Bars, b)
		label = append(label, strings.Join(f.Values[i].Sigla, ", ")+": "+f.Values[i].Text)
	}
	tl.Label = "Timeline. " + strings.Join(label, "; ")
	tl.Ticks = ticks(lo, hi, x)
	return tl
}

// ticks marks the days where there are few, or the ends alone.
func ticks(lo, hi time.Time, x func(time.Time) int) []tick {
	days := int(hi.Sub(lo).Hours()/24 + 0.5)
	set := map[int]string{}
	layout := "2 Jan 2006"
	if days <= 1 {
		layout = "2 Jan 15:04"
	}
	if days > 1 && days <= 8 {
		for t := lo.Truncate(24 * time.Hour); t.Before(hi); t = t.AddDate(0, 0, 1) {
			if !t.Before(lo) {
				set[x(t)] = t.UTC().Format("Mon 2 Jan")
			}
		}
	} else {
		set[x(lo)] = lo.UTC().Format(layout)
		set[x(hi)] = hi.UTC().Format(layout)
	}
	out := make([]tick, 0, len(set))
	for at, text := range set {
		out = append(out, tick{at, 14, text, at > timeWidth-90})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].X < out[j].X })
	return out
}
