package main

import (
	"context"
	"time"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/invented"
	"github.com/factdiff/factdiff/witness"
)

// made is where the invented events are, seen from the root of the repository.
const made = "cmd/factdiff/testdata/invented"

// share is what a pair of an invented event counts beside one of the news.
const share = 0.7

// loadInvented runs the invented events that are not kept to measure.
func (s *study) loadInvented(ctx context.Context) ([]judged, error) {
	events, err := invented.Events(made)
	if err != nil {
		return nil, err
	}
	return s.runAll(ctx, events)
}

// loadAccounts runs the accounts that are not kept to measure.
func (s *study) loadAccounts(ctx context.Context) ([]judged, error) {
	var all []*invented.Event
	for _, subject := range invented.Subjects {
		events, err := invented.Accounts(made, subject)
		if err != nil {
			return nil, err
		}
		all = append(all, events...)
	}
	return s.runAll(ctx, all)
}

// runAll runs those of the events that may be learned from.
func (s *study) runAll(ctx context.Context, events []*invented.Event) ([]judged, error) {
	var out []judged
	for _, e := range events {
		if e.Unread {
			continue
		}
		own, err := s.run(ctx, e)
		if err != nil {
			return nil, err
		}
		out = append(out, own...)
	}
	return out, nil
}

// run runs one. Rivals of which both stand in the words of one planted difference differ, all
// others do not.
func (s *study) run(ctx context.Context, e *invented.Event) ([]judged, error) {
	ev := &witness.Event{ID: e.Name}
	for _, w := range e.Witnesses {
		x := &witness.Witness{ID: w.ID, Text: w.Text, Lang: "en"}
		if d, err := time.Parse(time.DateOnly, e.Published); err == nil {
			x.Published = d
		}
		ev.Witnesses = append(ev.Witnesses, x)
	}
	if err := factdiff.Align(ctx, ev, factdiff.Options{}); err != nil {
		return nil, err
	}
	in := func(spot compare.Spot) (of []int) {
		for k, d := range e.Differences {
			if !s.tells(d.Kind) {
				continue
			}
			for _, r := range d.Readings {
				if e.Told(r, spot.Statement.Witness.ID, spot.Span.Start, spot.Span.End) {
					of = append(of, k)
				}
			}
		}
		return of
	}
	var out []judged
	err := s.find(ctx, ev, func(r rival) {
		out = append(out, judged{e.Name, false, compare.Common(in(r.a), in(r.b)), share, r.features, r.unasked, noteOf(e.Name, r)})
	})
	return out, err
}
