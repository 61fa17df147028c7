package main

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/ingest"
)

func (a *app) check() *cobra.Command {
	k := &checking{app: a}
	c := &cobra.Command{
		Use:   "check PATH…",
		Short: "Say where the reports of an event differ",
		Long: `Check compares the reports of one event and says where they differ in fact: what
each report says, and which one stands alone.

Files and folders that are named together are the reports of one event; - is
standard input. A folder with an event.yaml is an event of its own, and a tree
of such folders is checked event by event.

The exit status is 0 where no finding is as severe as --fail-on, 1 where one is,
and 2 where something could not be read.`,
		Example: `  factdiff check --seeds
  factdiff check talks/
  factdiff check bbc.html tass.html --published bbc=2022-01-10
  factdiff check events/ --output html=report.html --output sarif=out.sarif`,
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
	failOn failOn
}

func (k *checking) flags(c *cobra.Command) {
	c.Flags().SortFlags = false
	k.failOn.flag(c)
	k.out.flags(c)
	k.in.flags(c)
	k.engine.flags(c)
}

// outcome is what became of one event.
type outcome struct {
	source source
	input  *ingest.Input
	result *compare.Result
	err    error
}

func (k *checking) run(ctx context.Context, args []string) error {
	ts, err := k.out.targets()
	if err != nil {
		return err
	}
	ro, err := k.out.options(k.app)
	if err != nil {
		return err
	}
	ro.FailOn = k.failOn.severity
	o, err := k.engine.options()
	if err != nil {
		return err
	}
	list, err := k.in.sources(ctx, args)
	if err != nil {
		return err
	}
	outcomes := k.all(ctx, list, o)
	if err := ctx.Err(); err != nil {
		return err
	}
	var rs []*compare.Result
	for _, oc := range outcomes {
		if oc.err != nil {
			k.fail(oc.err)
			continue
		}
		for _, n := range oc.input.Notices {
			k.say("%s", n)
		}
		rs = append(rs, oc.result)
		if worst, any := oc.result.Worst(); any && worst >= k.failOn.severity {
			k.found()
		}
	}
	if len(rs) == 0 && len(outcomes) > 0 {
		return nil // nothing could be read, and that was said
	}
	return k.write(ts, rs, ro)
}

// all reads and checks every event, several at a time, and returns what
// became of them in their order.
func (k *checking) all(ctx context.Context, list []source, o factdiff.Options) []outcome {
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
				out[i] = k.one(ctx, list[i], o)
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

func (k *checking) one(ctx context.Context, s source, o factdiff.Options) outcome {
	oc := outcome{source: s}
	if oc.err = ctx.Err(); oc.err != nil {
		return oc
	}
	if oc.input, oc.err = s.read(ctx, k.in.options(k.app)); oc.err != nil {
		return oc
	}
	if oc.result, oc.err = factdiff.Check(ctx, oc.input.Event, o); oc.err != nil {
		oc.err = fmt.Errorf("%s: %w", strings.Join(s.paths, " "), oc.err)
	}
	return oc
}
