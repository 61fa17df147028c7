package main

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/gate"
	"github.com/factdiff/factdiff/internal/ingest"
	"github.com/factdiff/factdiff/reports"
)

func (a *app) check() *cobra.Command {
	k := &checking{app: a}
	c := &cobra.Command{
		Use:   "check PATH…",
		Short: "Say where the reports of an event differ",
		Long: `Check compares the reports of one event and says where they differ in fact: what
each report says, and which one stands alone.

Files and folders that are named together are the reports of one event; - is
standard input. Of a folder the files are read, not the folders in it. A folder
with an event.yaml is an event of its own, and a tree of such folders is checked
event by event.

The exit status is 0 where no new finding is as severe as --fail-on, 1 where one
is, and 2 where something could not be read.`,
		Example: `  factdiff check --seeds
  factdiff check talks/
  factdiff check bbc.html tass.html --published bbc=2022-01-10
  factdiff check events/ --output html=report.html --output sarif=out.sarif
  factdiff check events/ --baseline known.json --since main`,
		RunE: func(c *cobra.Command, args []string) error { return k.run(c.Context(), args) },
	}
	k.flags(c)
	return c
}

func (a *app) compare() *cobra.Command {
	k := &checking{app: a}
	c := &cobra.Command{
		Use:   "compare A B",
		Short: "Say where two files differ in fact: the short way to check",
		Long: `Compare is check for two reports. Either may be - for standard input. For two
versions of one article see factdiff revise.`,
		Example: `  factdiff compare ours.md theirs.html
  pbpaste | factdiff compare ours.md -`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 2 {
				return hint("for more reports use factdiff check", "compare wants two reports, got %d", len(args))
			}
			return k.run(c.Context(), args)
		},
	}
	k.flags(c)
	return c
}

// checking is one run of check: what to read, how to compare, what to write,
// and when to fail.
type checking struct {
	*app
	in     inputs
	engine engine
	out    output
	gating gating
	since  string
	cache  cacheFlag
}

func (k *checking) flags(c *cobra.Command) {
	c.Flags().SortFlags = false
	k.gating.flags(c)
	c.Flags().StringVar(&k.since, "since", "", "check only events whose files differ from the git revision `REV`: --since main")
	k.out.flags(c)
	k.in.flags(c)
	k.engine.flags(c)
	k.cache.flag(c)
}

// outcome is what became of one event.
type outcome struct {
	source source
	input  *ingest.Input
	result *compare.Result
	err    error
}

// found is what a run found, before anything is decided on.
type found struct {
	config  *gate.Config
	sources []source
	inputs  []*ingest.Input
	results []*compare.Result
	failed  int
	partial bool // not all that the files of the gate are about was looked at
}

func (k *checking) run(ctx context.Context, args []string) error {
	ro, err := k.out.options(k.app)
	if err != nil {
		return err
	}
	cfg, err := k.load(args)
	if err != nil {
		return err
	}
	ts, err := k.out.targets(cfg.Outputs)
	if err != nil {
		return err
	}
	req, err := k.gating.request(cfg)
	if err != nil {
		return err
	}
	f, err := k.find(ctx, args, cfg)
	if err != nil {
		return err
	}
	if len(f.results) == 0 {
		return nil // what could not be read was said
	}
	if len(req.Suppressions.Entries) > 0 || req.Baseline != nil {
		f.partial = f.partial || !covers(ctx, cfg, args)
	}
	ro.FailOn = failSeverity(cfg)
	req.Results, req.Inline, req.Failed, req.Partial = f.results, inlineOf(f.inputs), f.failed, f.partial
	d := gate.Decide(req)
	if cfg.MinScore != nil {
		req.Scores = scores(d, ro)
		d = gate.Decide(req)
	}
	rs := shown(d, ro, req.Baseline != nil)
	if err := k.write(ts, rs, ro); err != nil {
		return err
	}
	if ts[0].format.Name == "terminal" && len(rs) > 1 {
		writeSummary(k.stdout, f.sources, rs, ro)
	}
	k.conclude(d, ts[0].format, ro)
	return nil
}

// load reads the configuration; the sample event has none but one that is
// named.
func (k *checking) load(args []string) (*gate.Config, error) {
	if k.in.seeds {
		k.gating.config.none()
	}
	return k.gating.load(args)
}

// conclude sets the exit status and says what the output does not.
func (k *checking) conclude(d *gate.Decision, f *reports.Format, ro *reports.Options) {
	k.status = max(k.status, d.Exit)
	for _, w := range d.Warnings {
		k.say("%s", w)
	}
	for _, r := range d.Reasons {
		switch {
		case r.Kind == gate.NotChecked: // what could not be read was said
		case r.Kind == gate.TooSevere && f.Name == "terminal": // its output ends with that
		default:
			k.say("%s", r.Text)
		}
	}
}

// find reads and checks what the arguments name.
func (k *checking) find(ctx context.Context, args []string, cfg *gate.Config) (*found, error) {
	o, err := k.engine.options()
	if err != nil {
		return nil, err
	}
	desk, err := configured(&o, &k.engine, cfg)
	if err != nil {
		return nil, err
	}
	list, err := k.in.sources(ctx, args)
	if err != nil {
		return nil, err
	}
	for _, n := range k.in.passedOver(ctx, args) {
		k.say("%s", n)
	}
	f := &found{config: cfg, partial: len(k.engine.only)+len(k.engine.without) > 0 || k.since != ""}
	if k.since != "" {
		if list, err = k.changed(ctx, args, list); err != nil {
			return nil, err
		}
		if len(list) == 0 {
			k.say("no event has changed since %s", k.since)
			return f, nil
		}
	}
	store, err := k.cache.open(desk)
	if err != nil {
		return nil, err
	}
	for _, oc := range k.all(ctx, list, o, cfg, store) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if oc.err != nil {
			k.fail(oc.err)
			f.failed++
			continue
		}
		for _, n := range oc.input.Notices {
			k.say("%s", n)
		}
		k.notes(oc.result)
		f.sources = append(f.sources, oc.source)
		f.inputs = append(f.inputs, oc.input)
		f.results = append(f.results, oc.result)
	}
	return f, nil
}

// notes says what a reader of the findings should know of the reports.
func (a *app) notes(r *compare.Result) {
	for _, n := range r.Notes {
		a.say("%s", n)
	}
}

// changed keeps the events that --since is about.
func (k *checking) changed(ctx context.Context, args []string, list []source) ([]source, error) {
	start := "."
	if len(args) > 0 && args[0] != "-" {
		start = args[0]
	}
	changes, err := gate.Since(ctx, start, k.since)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(list, func(s source) bool { return !changes.Touch(s.paths...) }), nil
}

// all reads and checks every event, several at a time, and returns what
// became of them in their order.
func (k *checking) all(ctx context.Context, list []source, o factdiff.Options, cfg *gate.Config, store *store) []outcome {
	out := make([]outcome, len(list))
	at := min(o.Workers, len(list))
	o.Workers = max(1, o.Workers/max(1, at))
	bar := k.progress(len(list), "events")
	defer bar.done()
	next := make(chan int)
	var wg sync.WaitGroup
	for range at {
		wg.Go(func() {
			for i := range next {
				out[i] = k.one(ctx, list[i], o, cfg, store)
				bar.add(1)
			}
		})
	}
	for i := range list {
		next <- i
	}
	close(next)
	wg.Wait()
	return out
}

func (k *checking) one(ctx context.Context, s source, o factdiff.Options, cfg *gate.Config, store *store) outcome {
	oc := outcome{source: s}
	if oc.err = ctx.Err(); oc.err != nil {
		return oc
	}
	if oc.input, oc.err = s.read(ctx, k.in.options(k.app)); oc.err != nil {
		return oc
	}
	cfg.Describe(oc.input.Event)
	if oc.result, oc.err = store.check(ctx, oc.input.Event, o); oc.err != nil {
		oc.err = fmt.Errorf("%s: %w", s.name, oc.err)
	}
	return oc
}
