package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/internal/ingest"
)

func (a *app) init() *cobra.Command {
	var in inputs
	var dry bool
	c := &cobra.Command{
		Use:   "init DIR",
		Short: "Write an event.yaml for a folder of reports",
		Long: `Init writes an event.yaml for the reports in a folder: a short label for each,
and title, date, author and outlet where a report gives them. Look through it:
the dates matter, as "Monday" is read against them. A manifest that is there is
never overwritten.`,
		Example: `  factdiff init talks/
  factdiff init talks/ --dry-run`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return hint("as in factdiff init talks/", "init wants one folder, got %d", len(args))
			}
			data, err := ingest.Init(c.Context(), args[0], in.options(a))
			if err != nil {
				return err
			}
			if dry {
				_, err := a.stdout.Write(data)
				return err
			}
			name, err := ingest.WriteManifest(args[0], data)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.stdout, "Wrote %s. Look through it, then run: factdiff check %s\n", name, args[0])
			return err
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "print it and write nothing: --dry-run")
	in.maxSize = defaultMaxSize
	c.Flags().Var(&in.maxSize, "max-size", "refuse a report larger than `SIZE`: --max-size 1MiB")
	return c
}
