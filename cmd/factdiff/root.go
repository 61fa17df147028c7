package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"
)

// The exit statuses. What a report says and what went wrong with the run are
// kept apart: a build may go on after 1 and must not after 2.
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

// run is the program, with everything that it touches given to it but the file
// system and the environment.
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

// fail says what went wrong: one line, or for a place in a file the line and a
// caret under it.
func (a *app) fail(err error) {
	a.status = statusFailed
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted")
	}
	a.say("%s", strings.TrimRight(err.Error(), "\n"))
}

// say tells the user something beside the output.
func (a *app) say(format string, args ...any) {
	fmt.Fprintf(a.stderr, "factdiff: "+format+"\n", args...)
}

// hint is an error with what to do about it.
func hint(advice, format string, args ...any) error {
	return fmt.Errorf(format+"; %s", append(args, advice)...)
}

// terminalSize reports whether f is a terminal, and how many columns it has.
func terminalSize(f any) (columns int, ok bool) {
	file, ok := f.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return 0, false
	}
	columns, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		columns = 0
	}
	return columns, true
}

func (a *app) root() *cobra.Command {
	var asked bool // for the version
	c := &cobra.Command{
		Use:   "factdiff",
		Short: "Say where several reports of one event differ in fact",
		Long: `Factdiff reads several reports of one event, matches the statements that
correspond, and says where they differ in fact and which report stands alone.
In each report alone it finds the marks that a bad translation leaves.

It opens no network connection: what it reads stays on this machine.`,
		Example: `  factdiff check --seeds                  the sample that comes with it
  factdiff check talks/                   a folder with the reports of one event
  factdiff compare ours.md theirs.html    two files
  factdiff revise old.md new.md           two versions of one article`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			advice := "factdiff --help lists the commands"
			if near := c.SuggestionsFor(args[0]); len(near) > 0 {
				advice = "did you mean " + strings.Join(near, " or ") + "?"
			}
			return hint(advice, "there is no command %q", args[0])
		},
		RunE: func(c *cobra.Command, _ []string) error {
			if asked {
				return a.printVersion()
			}
			return c.Help()
		},
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	c.Flags().BoolVar(&asked, "version", false, "print the version, as factdiff version does: factdiff --version")
	c.CompletionOptions.DisableDefaultCmd = true
	c.SuggestionsMinimumDistance = 2
	c.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return hint("see "+c.CommandPath()+" --help", "%w", plainFlag(err))
	})
	c.SetUsageTemplate(usage)
	c.AddGroup(
		&cobra.Group{ID: "check", Title: "Comparing:"},
		&cobra.Group{ID: "gate", Title: "Keeping a build honest:"},
		&cobra.Group{ID: "about", Title: "Looking things up:"},
	)
	c.SetHelpCommandGroupID("about")
	in := func(group string, cs ...*cobra.Command) {
		for _, sub := range cs {
			sub.GroupID = group
			c.AddCommand(sub)
		}
	}
	in("check", a.check(), a.compare(), a.align(), a.revise(), a.batch())
	in("gate", a.baseline(), a.dismiss(), a.undo(), a.list(), a.config())
	in("about", a.explain(), a.checks(), a.init(), a.schema(), a.completion(), a.version())
	return c
}

// alone refuses what stands after a command that takes nothing.
func alone(advice string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		return hint(advice, "%s takes no %q", c.CommandPath(), args[0])
	}
}

// plainFlag says of a flag's value that is no number what is wanted, instead of
// which function could not read it.
func plainFlag(err error) error {
	var value *pflag.InvalidValueError
	var number *strconv.NumError
	if !errors.As(err, &value) || !errors.As(err, &number) {
		return err
	}
	want := map[string]string{"ParseInt": "a whole number", "ParseFloat": "a number", "ParseBool": "true or false"}[number.Func]
	if want == "" {
		return err
	}
	return fmt.Errorf("--%s wants %s, got %q", value.GetFlag().Name, want, value.GetValue())
}

// usage is cobra's template without what our commands have no use for, and
// with the flags in their order of use.
const usage = `Usage:
  {{if .HasAvailableSubCommands}}{{.CommandPath}} COMMAND{{else}}{{.UseLine}}{{end}}
{{- if .HasExample}}

Examples:
{{.Example}}
{{- end}}
{{- if .HasAvailableSubCommands}}{{$cmds := .Commands}}
{{- range $group := .Groups}}

{{.Title}}
{{- range $cmds}}{{if and (eq .GroupID $group.ID) (or .IsAvailableCommand (eq .Name "help"))}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}
{{- if eq (len .Groups) 0}}

Commands:
{{- range $cmds}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{end}}
{{- if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsagesWrapped 100 | trimTrailingWhitespaces}}{{end}}
{{- if .HasAvailableSubCommands}}

{{.CommandPath}} COMMAND --help says more of each.{{end}}
`
