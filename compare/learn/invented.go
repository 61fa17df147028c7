package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/checks/quantity"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// invented are the events that we made up with differences planted in them, and
// kept are those of them that stay out: they are there to measure.
var (
	invented = "cmd/factdiff/testdata/invented/*.json"
	kept     = []string{"a10", "a11", "a12", "c09", "c10", "d06", "d07", "d08", "e05", "e06", "e07", "e08"}
)

// share is what a pair of an invented event counts beside one of the news.
const share = 0.7

// reading is what one report says of a fact, in its words.
type reading struct{ Witness, Quote string }

// event is an invented event.
type event struct {
	ID          string
	Published   string
	Witnesses   []struct{ ID, Text string }
	Differences []struct{ Readings []reading }
}

// accounts are the files of invented events in two reports by two hands, a line each. One
// more, "unread", stays out: it is there to measure.
var accounts = []string{"war", "harm", "politics", "business", "science"}

// account is a line of such a file.
type account struct {
	ID, Published, A, B string
	Facts               []struct {
		A, B string
		Same bool
	}
}

// event returns the account as an event with its differences.
func (a *account) event() *event {
	e := &event{ID: a.ID, Published: a.Published}
	e.Witnesses = append(e.Witnesses, struct{ ID, Text string }{"a", a.A}, struct{ ID, Text string }{"b", a.B})
	for _, f := range a.Facts {
		if !f.Same {
			e.Differences = append(e.Differences, struct{ Readings []reading }{[]reading{{"a", f.A}, {"b", f.B}}})
		}
	}
	return e
}

// loadAccounts runs the accounts.
func loadAccounts(ctx context.Context) ([]judged, error) {
	var out []judged
	for _, name := range accounts {
		data, err := os.ReadFile("cmd/factdiff/testdata/invented/accounts/" + name + ".jsonl")
		if err != nil {
			return nil, err
		}
		for line := range bytes.Lines(data) {
			var a account
			if err := json.Unmarshal(line, &a); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			own, err := a.event().run(ctx, a.ID)
			if err != nil {
				return nil, err
			}
			out = append(out, own...)
		}
	}
	return out, nil
}

// loadInvented runs the invented events. Rivals of which both stand in the words of one
// planted difference differ, all others do not.
func loadInvented(ctx context.Context) ([]judged, error) {
	files, err := filepath.Glob(invented)
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no invented events in %s: run this from the root of the repository", invented)
	}
	var out []judged
	for _, f := range files {
		id := strings.TrimSuffix(filepath.Base(f), ".json")
		if slices.Contains(kept, id) {
			continue
		}
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		var e event
		if err := json.Unmarshal(data, &e); err != nil {
			return nil, err
		}
		own, err := e.run(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, own...)
	}
	return out, nil
}

func (e *event) run(ctx context.Context, id string) ([]judged, error) {
	ev := &witness.Event{ID: id}
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
	in := func(s compare.Spot) (of []int) {
		for k, d := range e.Differences {
			for _, r := range d.Readings {
				at := strings.Index(s.Statement.Witness.Text, r.Quote)
				if r.Witness == s.Statement.Witness.ID && at >= 0 && at < s.Span.End && s.Span.Start < at+len(r.Quote) {
					of = append(of, k)
				}
			}
		}
		return of
	}
	var out []judged
	check := &compare.Check{Name: "quantity", Run: func(p *compare.Pass) {
		for _, r := range quantity.Rivals(p) {
			a, b := r.Places()
			out = append(out, judged{id, false, compare.Common(in(a), in(b)), share, r.Features, noteOf(id, a, b)})
		}
	}}
	_, err := compare.Run(ctx, ev, compare.Options{Checks: []*compare.Check{check}, Lexicon: lexicon.Default()})
	return out, err
}
