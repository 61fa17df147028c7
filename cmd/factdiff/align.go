package main

import (
	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/terminal"
)

func (a *app) align() *cobra.Command {
	var in inputs
	c := &cobra.Command{
		Use:   "align [PATH…]",
		Short: "Show which statements correspond: reports across, statements down",
		RunE: func(c *cobra.Command, args []string) error {
			input, err := in.read(c.Context(), a, args)
			if err != nil {
				return err
			}
			if err := factdiff.Align(c.Context(), input.Event, factdiff.Options{Workers: in.workers}); err != nil {
				return err
			}
			r, err := compare.Run(c.Context(), input.Event, compare.Options{})
			if err != nil {
				return err
			}
			return terminal.Table(a.stdout, r, &reports.Options{})
		},
	}
	in.flags(c.Flags())
	return c
}
