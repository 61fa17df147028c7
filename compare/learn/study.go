package main

import (
	"context"
	"fmt"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/checks/date"
	"github.com/factdiff/factdiff/compare/checks/name"
	"github.com/factdiff/factdiff/compare/checks/quantity"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// study is a sort of mentions of which it is learned whether two are of one thing.
type study struct {
	sort   string // as internal/ecbplus has it
	file   string // of the weights
	rivals func(*compare.Pass) []rival
	format func([]float64) string
	// news is what a pair of the news counts of which no reader has said anything: it is of
	// two things. 0 leaves such pairs out.
	news float64
	// l2 is how strongly weights are drawn to zero.
	l2 float64
	// tells reports whether a planted difference of a kind is one of such mentions. The words
	// of it may have others, too.
	tells func(kind string) bool
}

// rival is two mentions of two reports that may be of one thing and differ.
type rival struct {
	a, b     compare.Spot
	features []float64
	unasked  string // why the check does not ask for the odds of the two, "" where it does
}

var studies = []*study{
	{
		sort: "figure", file: "compare/checks/quantity/odds.tsv", format: quantity.FormatWeights, l2: 15,
		rivals: func(p *compare.Pass) []rival {
			return placed(quantity.Rivals(p), func(r *quantity.Rival) ([]float64, string) { return r.Features, r.Unasked })
		},
		tells: func(string) bool { return true },
	},
	{
		sort: "time", file: "compare/checks/date/odds.tsv", format: date.FormatWeights, news: 1, l2: 10,
		rivals: func(p *compare.Pass) []rival {
			return placed(date.Rivals(p), func(r *date.Rival) ([]float64, string) { return r.Features, r.Unasked })
		},
		tells: func(string) bool { return true },
	},
	{
		sort: "name", file: "compare/checks/name/rival.tsv", format: name.FormatWeights, news: 1, l2: 5,
		rivals: func(p *compare.Pass) []rival {
			return placed(name.Rivals(p), func(r *name.Rival) ([]float64, string) { return r.Features, "" })
		},
		tells: func(kind string) bool {
			switch kind {
			case "place", "who", "name", "actor", "role", "list", "other":
				return true
			}
			return false
		},
	},
}

func placed[R interface{ Places() (a, b compare.Spot) }](found []R, of func(R) (features []float64, unasked string)) []rival {
	out := make([]rival, len(found))
	for i, r := range found {
		a, b := r.Places()
		f, unasked := of(r)
		out[i] = rival{a, b, f, unasked}
	}
	return out
}

// find calls f for the rivals of an aligned event.
func (s *study) find(ctx context.Context, ev *witness.Event, f func(rival)) error {
	check := &compare.Check{Name: s.sort, Run: func(p *compare.Pass) {
		for _, r := range s.rivals(p) {
			f(r)
		}
	}}
	_, err := compare.Run(ctx, ev, compare.Options{Checks: []*compare.Check{check}, Lexicon: lexicon.Default()})
	return err
}

// noteOf shows what is judged, under a heading, and why it is not asked for.
func noteOf(heading string, r rival) string {
	if r.unasked != "" {
		heading += " (" + r.unasked + ")"
	}
	return fmt.Sprintf("%s: %s, %s\n\t%s\n\t%s", heading, r.a.Value, r.b.Value, r.a.Statement.Text(), r.b.Statement.Text())
}
