package main

import (
	"io"

	"github.com/spf13/cobra"
)

func (a *app) completion() *cobra.Command {
	shells := map[string]func(*cobra.Command, io.Writer) error{
		"bash":       func(c *cobra.Command, w io.Writer) error { return c.GenBashCompletionV2(w, true) },
		"zsh":        func(c *cobra.Command, w io.Writer) error { return c.GenZshCompletion(w) },
		"fish":       func(c *cobra.Command, w io.Writer) error { return c.GenFishCompletion(w, true) },
		"powershell": func(c *cobra.Command, w io.Writer) error { return c.GenPowerShellCompletionWithDesc(w) },
	}
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print a script that lets a shell complete commands and flags",
		Long:  "Print a script that lets a shell complete commands, flags, checks and formats. The shells are bash, zsh,\nfish and powershell.",
		Example: `  source <(factdiff completion bash)
  factdiff completion zsh > "${fpath[1]}/_factdiff"`,
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		Args:      cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			shell := ""
			if len(args) > 0 {
				shell = args[0]
			}
			write, ok := shells[shell]
			if !ok {
				return hint("want bash, zsh, fish or powershell", "there is no completion for the shell %q", shell)
			}
			return write(c.Root(), a.stdout)
		},
	}
}

// complete tells the shell what a flag can be.
func complete(c *cobra.Command, flag string, values func() []string) {
	err := c.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return values(), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
	if err != nil {
		panic(err) // the flag was not defined before
	}
}
