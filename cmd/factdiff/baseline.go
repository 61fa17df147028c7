package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/internal/gate"
	"github.com/factdiff/factdiff/internal/ingest"
)

// baselineName is the file that baseline update writes where none is named.
const baselineName = ".factdiff-baseline.json"

func (a *app) baseline() *cobra.Command {
	c := &cobra.Command{
		Use:   "baseline",
		Short: "Accept the findings that there are, so that only new ones fail",
		Long: `A baseline is the findings that were there when it was taken. factdiff check
--baseline FILE shows them and fails only for others. One whose words change is
a new finding.`,
		Example: `  factdiff baseline update events/
  factdiff check events/ --baseline .factdiff-baseline.json`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return hint("as in factdiff baseline update events/", "there is no command %q", "baseline "+args[0])
			}
			return c.Help()
		},
	}
	c.AddCommand(a.baselineUpdate())
	return c
}

func (a *app) baselineUpdate() *cobra.Command {
	k := &checking{app: a}
	var dry bool
	c := &cobra.Command{
		Use:   "update PATH…",
		Short: "Take the baseline anew, and show what it accepts",
		Long: `Update checks the reports and writes every finding that is not dismissed to the
baseline: the file that --baseline or the configuration names, or
.factdiff-baseline.json. It shows what it accepts and what is gone. Findings of
events that are not among the reports stay as they are.`,
		Example: `  factdiff baseline update events/
  factdiff baseline update events/ --baseline known.json --dry-run`,
		RunE: func(c *cobra.Command, args []string) error {
			cfg, err := k.load(args)
			if err != nil {
				return err
			}
			name := k.gating.baselinePath(cfg)
			if name == "" {
				name = filepath.Join(filepath.Dir(cfg.Path()), baselineName)
			}
			old, err := gate.LoadBaseline(name)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			sup, err := gate.LoadSuppressions(cfg.SuppressionsPath("."))
			if err != nil {
				return err
			}
			f, err := k.find(c.Context(), args, cfg)
			if err != nil {
				return err
			}
			if f.failed > 0 {
				return hint("the baseline stays as it was", "not all events could be checked")
			}
			f.partial = f.partial || !covers(c.Context(), cfg, args)
			req := gate.Request{Config: cfg, Results: f.results, Inline: inlineOf(f.inputs), Baseline: old, Suppressions: sup, Today: now()}
			next, added, gone := old.Update(gate.Decide(req))
			gone = keepOthers(next, gone, f)
			if k.out.redact {
				next.Redact()
			}
			for _, list := range []struct {
				sign    string
				entries []gate.BaselineEntry
			}{{"+", added}, {"-", gone}} {
				for _, e := range list.entries {
					line := fmt.Sprintf("%s %s  %s [%s]", list.sign, e.ID, e.Severity, e.Check)
					if !k.out.redact {
						line += " " + e.Message
					}
					fmt.Fprintln(a.stdout, line)
				}
			}
			verb := "Wrote"
			if dry {
				verb = "Would write"
			} else if err := gate.WriteBytes(name, next.Bytes()); err != nil {
				return plain(err)
			}
			_, err = fmt.Fprintf(a.stdout, "%s %s: %d accepted, %d of them new, %d gone.\n", verb, name, len(next.Findings), len(added), len(gone))
			return err
		},
	}
	c.Flags().SortFlags = false
	c.Flags().BoolVar(&dry, "dry-run", false, "show what would be accepted and write nothing: --dry-run")
	c.Flags().StringVar(&k.gating.baseline, "baseline", "", "the `FILE` to write: --baseline known.json")
	c.Flags().BoolVar(&k.out.redact, "redact", false, "leave the words of the reports out of the file: --redact")
	k.gating.set = func(string) bool { return false }
	k.gating.config.flag(c)
	k.in.flags(c)
	k.engine.analyserFlags(c)
	k.cache.flag(c)
	return c
}

// keepOthers takes the entries of events that were not looked at back into the
// baseline, and returns those that are really gone.
func keepOthers(next *gate.Baseline, gone []gate.BaselineEntry, f *found) []gate.BaselineEntry {
	var really []gate.BaselineEntry
	for _, e := range gone {
		looked := slices.ContainsFunc(f.inputs, func(in *ingest.Input) bool { return in.Event.ID == e.Event })
		if looked || !f.partial {
			really = append(really, e)
		} else {
			next.Findings = append(next.Findings, e)
		}
	}
	slices.SortFunc(next.Findings, func(x, y gate.BaselineEntry) int { return strings.Compare(x.ID, y.ID) })
	return really
}
