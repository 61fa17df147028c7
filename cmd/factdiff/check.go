package main

import (
	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports"
)

func (a *app) check() *cobra.Command {
	var in inputs
	var fail failOn
	var format string
	c := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Say where the reports of an event differ",
		RunE: func(c *cobra.Command, args []string) error {
			f, err := reports.Lookup(format)
			if err != nil {
				return err
			}
			input, err := in.read(c.Context(), a, args)
			if err != nil {
				return err
			}
			r, err := factdiff.Check(c.Context(), input.Event, factdiff.Options{Workers: in.workers})
			if err != nil {
				return err
			}
			if worst, any := r.Worst(); any && worst >= fail.severity {
				a.status = statusFound
			}
			return f.Write(a.stdout, []*compare.Result{r}, &reports.Options{FailOn: fail.severity})
		},
	}
	in.flags(c.Flags())
	fail.flag(c.Flags())
	c.Flags().StringVar(&format, "format", "terminal", "write in `FORMAT`")
	return c
}
