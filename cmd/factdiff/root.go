package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// The exit statuses. What a report says and what went wrong with the run are
// kept apart: a build may pass on 1 and must not on 2.
const (
	statusClean  = 0 // nothing at or above --fail-on
	statusFound  = 1 // something
	statusFailed = 2 // the run itself failed
)

// app is one run of the program: its streams, and what it exits with.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	status         int
}

// run is the program, with everything that it touches given to it.
func run(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer, args []string) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	if err := root.ExecuteContext(ctx); err != nil {
		a.fail(err)
	}
	return a.status
}

// fail says on one line (or, for a place in a file, under it) what went wrong.
func (a *app) fail(err error) {
	a.status = statusFailed
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted")
	}
	fmt.Fprintf(a.stderr, "factdiff: %s\n", strings.TrimRight(err.Error(), "\n"))
}

func (a *app) root() *cobra.Command {
	c := &cobra.Command{
		Use:   "factdiff",
		Short: "Say where several reports of one event differ in fact",
		Long: `Factdiff reads several reports of one event, matches the statements that
correspond, and says where they differ in fact and which report stands alone.
In each report alone it finds the marks that a bad translation leaves.

Nothing leaves this machine: factdiff opens no network connection.`,
		Example: `  factdiff check --seeds                 the sample that comes with it
  factdiff check talks/                  a folder of reports of one event
  factdiff compare ours.md theirs.html   two files`,
		Args:          cobra.NoArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	c.CompletionOptions.DisableDefaultCmd = true
	c.AddCommand(a.check(), a.align(), a.batch())
	return c
}
