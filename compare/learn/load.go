package main

import (
	"context"
	"fmt"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/internal/ecbplus"
	"github.com/factdiff/factdiff/witness"
)

// judged is two mentions of independent reports with what a reader says of them.
type judged struct {
	event    string
	unread   bool
	differ   bool
	weight   float64
	features []float64
	unasked  string // why the check does not ask for the odds of the two, "" where it does
	note     string // the two mentions with their statements, to be shown
}

// place is where a mention stands in a report.
type place struct {
	report     string
	start, end int
}

// load runs the events of which there are labelled pairs, and returns the rivals that
// are labelled, in order of events and statements.
func (s *study) load(ctx context.Context, dir string) ([]judged, error) {
	pairs, err := ecbplus.Pairs()
	if err != nil {
		return nil, err
	}
	docs, err := ecbplus.Documents(dir)
	if err != nil {
		return nil, err
	}
	reports := map[string][]ecbplus.Document{}
	for _, d := range docs {
		reports[d.Subtopic] = append(reports[d.Subtopic], d)
	}
	var out []judged
	for own := range ecbplus.ByEvent(pairs) {
		cases, err := s.read(ctx, own, reports[own[0].Event])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", own[0].Event, err)
		}
		out = append(out, cases...)
	}
	return out, nil
}

// read runs one event.
func (s *study) read(ctx context.Context, pairs []ecbplus.Pair, docs []ecbplus.Document) ([]judged, error) {
	ev := &witness.Event{ID: pairs[0].Event}
	starts := ecbplus.Starts{}
	for _, d := range docs {
		text, at := d.Text()
		starts[d.Doc] = at
		ev.Witnesses = append(ev.Witnesses, &witness.Witness{ID: d.Doc, Text: text, Lang: "en"})
	}
	verdicts := map[[2]place]string{}
	for _, p := range pairs {
		if p.Sort != s.sort {
			continue
		}
		a, err := placeOf(starts, p.A)
		if err != nil {
			return nil, err
		}
		b, err := placeOf(starts, p.B)
		if err != nil {
			return nil, err
		}
		verdicts[[2]place{a, b}] = p.Verdict
	}
	if err := factdiff.Align(ctx, ev, factdiff.Options{}); err != nil {
		return nil, err
	}
	var out []judged
	err := s.find(ctx, ev, func(r rival) {
		x, y := place{r.a.Statement.Witness.ID, r.a.Span.Start, r.a.Span.End}, place{r.b.Statement.Witness.ID, r.b.Span.Start, r.b.Span.End}
		v, ok := verdicts[[2]place{x, y}]
		if !ok {
			v, ok = verdicts[[2]place{y, x}]
		}
		weight := 1.0
		if !ok {
			weight = s.news
		}
		if weight > 0 {
			out = append(out, judged{ev.ID, pairs[0].Unread, v == "differ", weight, r.features, r.unasked, noteOf(ev.ID+" "+v, r)})
		}
	})
	return out, err
}

func placeOf(starts ecbplus.Starts, p ecbplus.Place) (place, error) {
	start, end, err := starts.Span(p)
	return place{p.Document, start, end}, err
}
