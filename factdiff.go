// Package factdiff reads several reports of one event, matches the statements
// that correspond, and says where they differ in fact. In each report alone it
// finds the marks of a bad translation.
//
// Check is the whole way as one function; the command, and any program that
// embeds factdiff, call it and nothing calls round it:
//
//	segment → analyse and extract → align → compare
//
// It does no input or output and reads no clock: the same event gives the same
// result, in whatever order its witnesses come, however they are named and on
// however many cores.
package factdiff

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/suite"
	"github.com/factdiff/factdiff/internal/crosslang"
	"github.com/factdiff/factdiff/internal/extract"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/nlp"
	"github.com/factdiff/factdiff/internal/order"
	"github.com/factdiff/factdiff/internal/segment"
	"github.com/factdiff/factdiff/internal/termbase"
	"github.com/factdiff/factdiff/witness"
)

// Options are the settings of a check. The zero value is the default.
type Options struct {
	// Checks are the checks to run; nil means the default suite.
	Checks []*compare.Check
	// Lexicon replaces the tables of words; nil means those built in.
	Lexicon *lexicon.Lexicon
	// Terms are what a desk has decided on words; nil for nothing.
	Terms *termbase.Base
	// Alignment is the least probability at which statements are taken to
	// state the same thing; 0 leaves that to the aligner.
	Alignment float64
	// Vote parses every sentence three ways and trusts what agrees: some ten
	// times slower, and a little better.
	Vote bool
	// Workers bounds the sentences that are analysed at once; 0 means one.
	Workers int
}

// Check finds the differences between the witnesses of ev. It fills in ev on
// the way and refers to it from the result. The error says what is wrong with
// the event, or that ctx ended.
func Check(ctx context.Context, ev *witness.Event, o Options) (*compare.Result, error) {
	if err := Align(ctx, ev, o); err != nil {
		return nil, err
	}
	checks := o.Checks
	if checks == nil {
		checks = suite.All
	}
	r, err := compare.Run(ctx, ev, compare.Options{Checks: checks, Lexicon: o.lexicon(), Terms: o.Terms, Confidence: suite.Confidence})
	if err != nil {
		return nil, err
	}
	r.Notes = notes(ev)
	return r, nil
}

// Align goes the way up to the alignment table: it segments, extracts and
// groups, and compares nothing. It leaves the witnesses in the order in which
// the stages go through them (internal/order); compare.Run puts them in that of
// their IDs.
func Align(ctx context.Context, ev *witness.Event, o Options) error {
	if err := normalise(ev); err != nil {
		return err
	}
	warm(o.lexicon())
	for _, w := range ev.Witnesses {
		segment.Statements(w, ev.Aligned)
	}
	mode := nlp.Greedy
	if o.Vote {
		mode = nlp.Vote
	}
	// Sources in other languages are not analysed: they are compared with
	// their translations alone, by what needs no analysis.
	english := crosslang.Split(ev)
	x := extract.Extractor{Lexicon: o.lexicon(), Mode: mode, Workers: o.Workers}
	if err := x.Event(ctx, english); err != nil {
		return err
	}
	al := align.Aligner{Lexicon: o.lexicon(), Least: o.Alignment}
	if err := al.Align(ctx, english); err != nil {
		return err
	}
	return crosslang.Join(ctx, ev, english)
}

func (o *Options) lexicon() *lexicon.Lexicon {
	if o.Lexicon != nil {
		return o.Lexicon
	}
	return lexicon.Default()
}

// normalise puts the witnesses in the order in which the stages go through them,
// gives those of which nobody said it their language, and rejects an event that
// no stage could work on.
func normalise(ev *witness.Event) error {
	if len(ev.Witnesses) == 0 {
		return errors.New("the event has no witnesses")
	}
	slices.SortStableFunc(ev.Witnesses, func(a, b *witness.Witness) int { return strings.Compare(a.ID, b.ID) })
	for i, w := range ev.Witnesses {
		if i > 0 && ev.Witnesses[i-1].ID == w.ID {
			return fmt.Errorf("two witnesses have the id %q", w.ID)
		}
		if !utf8.ValidString(w.Text) {
			return fmt.Errorf("the text of witness %q is not valid UTF-8", w.ID)
		}
		if w.Lang == "" {
			w.Lang = crosslang.Guess(w.Text)
		}
	}
	order.ByText(ev)
	return nil
}
