package main

import (
	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/reports/terminal"
)

func (a *app) align() *cobra.Command {
	var in inputs
	var e engine
	var out output
	var config configFlag
	c := &cobra.Command{
		Use:   "align PATH…",
		Short: "Show which statements correspond: reports across, statements down",
		Long: `Align shows the table on which the comparison rests: reports across, statements
down, and a gap where a report has no such statement. Words in which a check
found a difference are marked.

Of the configuration it takes what says how to compare: checks, thresholds,
words, what is known of reports, and patterns of findings to leave out.`,
		Example: `  factdiff align --seeds --width 160
  factdiff align talks/`,
		RunE: func(c *cobra.Command, args []string) error {
			o, err := e.options()
			if err != nil {
				return err
			}
			if in.seeds {
				config.none()
			}
			cfg, err := config.load(args)
			if err != nil {
				return err
			}
			if _, err := configured(&o, &e, cfg); err != nil {
				return err
			}
			ro, err := out.options(a)
			if err != nil {
				return err
			}
			input, err := in.one(c.Context(), a, args)
			if err != nil {
				return err
			}
			cfg.Describe(input.Event)
			r, err := factdiff.Check(c.Context(), input.Event, o)
			if err != nil {
				return err
			}
			a.notes(r)
			return terminal.Table(a.stdout, judged(cfg, r), ro)
		},
	}
	c.Flags().SortFlags = false
	config.flag(c)
	in.flags(c)
	e.flags(c)
	out.lookFlags(c)
	return c
}
