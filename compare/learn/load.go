package main

import (
	"context"
	"fmt"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/checks/quantity"
	"github.com/factdiff/factdiff/internal/ecbplus"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// judged is two figures of independent reports with what a reader says of them.
type judged struct {
	event    string
	unread   bool
	differ   bool
	weight   float64
	features []float64
	unasked  string // why the check does not ask for the odds of the two, as quantity.Rival has it
	note     string // the two figures with their statements, to be shown
}

// place is where a figure stands in a report.
type place struct {
	report     string
	start, end int
}

// load runs the events of which there are labelled pairs, and returns the rivals that
// are labelled, in order of events and statements.
func load(ctx context.Context, dir string) ([]judged, error) {
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
		cases, err := read(ctx, own, reports[own[0].Event])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", own[0].Event, err)
		}
		out = append(out, cases...)
	}
	return out, nil
}

// read runs one event.
func read(ctx context.Context, pairs []ecbplus.Pair, docs []ecbplus.Document) ([]judged, error) {
	ev := &witness.Event{ID: pairs[0].Event}
	starts := ecbplus.Starts{}
	for _, d := range docs {
		text, at := d.Text()
		starts[d.Doc] = at
		ev.Witnesses = append(ev.Witnesses, &witness.Witness{ID: d.Doc, Text: text, Lang: "en"})
	}
	verdicts := map[[2]place]string{}
	for _, p := range pairs {
		if p.Sort != "figure" {
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
	check := &compare.Check{Name: "quantity", Run: func(p *compare.Pass) {
		for _, r := range quantity.Rivals(p) {
			a, b := r.Places()
			x, y := place{a.Statement.Witness.ID, a.Span.Start, a.Span.End}, place{b.Statement.Witness.ID, b.Span.Start, b.Span.End}
			v, ok := verdicts[[2]place{x, y}]
			if !ok {
				v, ok = verdicts[[2]place{y, x}]
			}
			if ok {
				out = append(out, judged{ev.ID, pairs[0].Unread, v == "differ", 1, r.Features, r.Unasked, noteOf(v, r, a, b)})
			}
		}
	}}
	_, err := compare.Run(ctx, ev, compare.Options{Checks: []*compare.Check{check}, Lexicon: lexicon.Default()})
	return out, err
}

func placeOf(starts ecbplus.Starts, p ecbplus.Place) (place, error) {
	start, end, err := starts.Span(p)
	return place{p.Document, start, end}, err
}

// noteOf shows what is judged, under a heading, and why it is not asked for.
func noteOf(heading string, r *quantity.Rival, a, b compare.Spot) string {
	if r.Unasked != "" {
		heading += " (" + r.Unasked + ")"
	}
	return fmt.Sprintf("%s: %s, %s\n\t%s\n\t%s", heading, a.Value, b.Value, a.Statement.Text(), b.Statement.Text())
}
