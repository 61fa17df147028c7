package compare

import (
	"cmp"
	"context"
	"reflect"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/naming"
	"github.com/factdiff/factdiff/internal/order"
	"github.com/factdiff/factdiff/internal/termbase"
	"github.com/factdiff/factdiff/witness"
)

// Options are the settings of Run.
type Options struct {
	Checks  []*Check
	Lexicon *lexicon.Lexicon
	Terms   *termbase.Base
	// Confidence corrects the confidence that a check gives to a finding; nil
	// leaves it.
	Confidence func(check string, said float64) float64
}

// Run runs the checks over an aligned event, its witnesses in the order in which
// they stand, and merges what they report into findings. The result has the
// witnesses in order of their IDs, and so has ev after it. It fails only where
// ctx ends.
func Run(ctx context.Context, ev *witness.Event, o Options) (*Result, error) {
	var pairs []*Pair
	for _, g := range ev.Groups {
		for i := range g.Links {
			if x := newPair(o.Lexicon, ev, g, &g.Links[i]); x.A.Kind != witness.Dateline && x.B.Kind != witness.Dateline {
				pairs = append(pairs, x) // where and for whom each reporter wrote is no difference
			}
		}
	}
	names := naming.NewJudge(o.Lexicon)
	read := map[reflect.Type]any{}
	var diffs []draft
	var marks []mark
	for _, c := range o.Checks {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p := &Pass{Event: ev, Lexicon: o.Lexicon, Names: names, Terms: o.Terms, Check: c, pairs: pairs, read: read}
		c.Run(p)
		diffs, marks = append(diffs, p.diffs...), append(marks, p.marks...)
	}
	correct(diffs, marks, o.Confidence)
	order.ByID(ev)
	r := &Result{Schema: SchemaVersion, ID: ev.ID, Event: ev, Checks: o.Checks, Findings: []Finding{}, Groups: []GroupResult{}}
	describe(r, ev)
	rank := map[string]int{}
	for i, c := range o.Checks {
		rank[c.Name] = i
	}
	r.Findings = append(r.Findings, oneCause(merge(ev, diffs, marks), rank)...)
	sortFindings(r.Findings, rank)
	identify(r)
	return r, ctx.Err()
}

// correct makes the confidence of every draft what it was measured to be, so that
// the surest of those that are merged, and of two findings of one slip, is the one
// that is right most often.
func correct(diffs []draft, marks []mark, confidence func(check string, said float64) float64) {
	if confidence == nil {
		return
	}
	for i := range diffs {
		d := &diffs[i]
		d.diff.Confidence = confidence(d.check.Name, d.diff.Confidence)
	}
	for i := range marks {
		m := &marks[i]
		m.Confidence = confidence(m.check.Name, m.Confidence)
	}
}

// describe lists statements and groups in the result.
func describe(r *Result, ev *witness.Event) {
	for _, w := range ev.Witnesses {
		wr := WitnessResult{ID: w.ID, Statements: []StatementResult{}}
		for _, st := range w.Statements {
			wr.Statements = append(wr.Statements, StatementResult{st.Span.Start, st.Span.End})
		}
		r.Witnesses = append(r.Witnesses, wr)
	}
	for _, g := range ev.Groups {
		gr := GroupResult{ID: g.ID, Score: round(g.Score)}
		for _, m := range g.Members() {
			gr.Members = append(gr.Members, Member{ev.Witnesses[m.Witness].ID, m.Statement})
		}
		r.Groups = append(r.Groups, gr)
	}
}

// round cuts a figure to four places: enough to rank, and the same bytes on
// every machine.
func round(x float64) float64 { return float64(int(x*10000+0.5)) / 10000 }

// sortFindings puts findings into their total order: the most severe first,
// then by group, position, check.
func sortFindings(fs []Finding, rank map[string]int) {
	group := func(f *Finding) int {
		if f.Group == nil {
			return 1 << 30
		}
		return *f.Group
	}
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(group(&a), group(&b)),
			strings.Compare(a.Readings[0].Witness, b.Readings[0].Witness),
			cmp.Compare(a.Readings[0].Start, b.Readings[0].Start),
			cmp.Compare(a.Readings[0].End, b.Readings[0].End),
			cmp.Compare(rank[a.Check], rank[b.Check]),
			strings.Compare(a.Message, b.Message),
		)
	})
}

// identify gives every finding its fingerprint.
func identify(r *Result) {
	seen := map[string]int{}
	text := map[string]*witness.Witness{}
	for _, w := range r.Event.Witnesses {
		text[w.ID] = w
	}
	normal := map[*witness.Statement]string{} // many findings are of one statement
	for i := range r.Findings {
		f := &r.Findings[i]
		var values, statements []string
		for _, rd := range f.Readings {
			values = append(values, evidence(rd.Value))
			st := text[rd.Witness].Statements[rd.Statement]
			if _, ok := normal[st]; !ok {
				normal[st] = evidence(st.Text())
			}
			statements = append(statements, normal[st])
		}
		key := identity(f.Check, values, statements, 0)
		f.ID = key
		if n := seen[key]; n > 0 {
			f.ID = identity(f.Check, values, statements, n)
		}
		seen[key]++
	}
}
