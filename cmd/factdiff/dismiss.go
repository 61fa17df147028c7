package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/internal/gate"
	"github.com/factdiff/factdiff/reports/render"
)

// now is the day by which dismissals are dated and expire. It reaches no
// output but theirs.
func now() time.Time { return time.Now() }

func (a *app) dismiss() *cobra.Command {
	var file configFlag
	var e gate.Suppression
	var paths []string
	c := &cobra.Command{
		Use:   "dismiss FINGERPRINT --reason REASON",
		Short: "Set a finding aside, with the reason why",
		Long: `Dismiss writes a finding to .factdiff-ignore.yaml: it is no longer shown and does
not fail. It comes back when the words that it rests on change.

The reason is one of: ` + strings.Join(gate.Reasons, ", ") + `.
A beginning of the fingerprint is enough where --in names the reports.`,
		Example: `  factdiff dismiss v1:25db4c1fbf5b1efb95a37a41 --reason "same meaning"
  factdiff dismiss v1:25db --in talks/ --reason false-positive --comment "two trains"`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return hint("factdiff check shows those of findings", "dismiss wants one fingerprint, got %d", len(args))
			}
			e.Fingerprint = args[0]
			return a.dismissOne(c.Context(), file, e, paths)
		},
	}
	fs := c.Flags()
	fs.SortFlags = false
	fs.StringVar(&e.Reason, "reason", "", "why, `REASON`: --reason \"same meaning\"")
	fs.StringVar(&e.Comment, "comment", "", "what else there is to say, `TEXT`: --comment \"day trains and night trains\"")
	fs.StringVar(&e.Author, "author", "", "who dismisses it, `NAME`; by default $"+authorVariable+" or git's user.name: --author \"A. Editor\"")
	fs.StringVar(&e.Expires, "expires", "", "the last `DAY` on which it holds: --expires 2026-12-31")
	fs.StringArrayVar(&paths, "in", nil, "find the finding in the reports `PATH`, to take its fingerprint and message: --in talks/")
	file.flag(c)
	complete(c, "reason", func() []string { return gate.Reasons })
	return c
}

func (a *app) dismissOne(ctx context.Context, file configFlag, e gate.Suppression, paths []string) error {
	if e.Reason == "" {
		return hint("one of "+strings.Join(gate.Reasons, ", "), "a dismissal needs its --reason")
	}
	var err error
	if e.Reason, err = gate.ParseReason(e.Reason); err != nil {
		return err
	}
	if e.Expires != "" {
		if _, err := time.Parse(time.DateOnly, e.Expires); err != nil {
			return hint("want a day as in 2026-12-31", "--expires %q is no date", e.Expires)
		}
	}
	cfg, err := file.load(paths)
	if err != nil {
		return err
	}
	if len(paths) > 0 {
		k := &checking{app: a}
		k.engine.workers, k.in.maxSize = defaultWorkers(), defaultMaxSize
		f, err := k.find(ctx, paths, cfg)
		if err != nil {
			return err
		}
		r, err := onlyFinding(f.results, e.Fingerprint)
		if err != nil {
			return err
		}
		e.Fingerprint, e.Finding = r.Findings[0].ID, r.Findings[0].Message
	} else if !fullFingerprint.MatchString(e.Fingerprint) {
		return hint("give all of it, or name the reports with --in", "%q is not a whole fingerprint", e.Fingerprint)
	}
	if e.Author == "" {
		e.Author = author(ctx)
	}
	e.Date = now().Format(time.DateOnly)
	name := cfg.SuppressionsPath(".")
	err = gate.EditSuppressions(name, func(s *gate.Suppressions) (*gate.Suppressions, error) { return s.Dismiss(e) })
	if err != nil {
		return plain(err)
	}
	_, err = fmt.Fprintf(a.stdout, "Dismissed %s in %s: %s.\n", e.Fingerprint, name, e.Reason)
	return err
}

// author says who dismisses a finding.
func author(ctx context.Context) string {
	if name := os.Getenv(authorVariable); name != "" {
		return name
	}
	if out, err := exec.CommandContext(ctx, "git", "config", "user.name").Output(); err == nil && len(strings.TrimSpace(string(out))) > 0 {
		return strings.TrimSpace(string(out))
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "unknown"
}

func (a *app) undo() *cobra.Command {
	var file configFlag
	c := &cobra.Command{
		Use:     "undo FINGERPRINT",
		Short:   "Take a dismissal back",
		Long:    "Undo takes a dismissal out of .factdiff-ignore.yaml; the beginning of its fingerprint is enough.",
		Example: "  factdiff undo v1:25db4c1f",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return hint("factdiff list shows those of dismissals", "undo wants one fingerprint, got %d", len(args))
			}
			cfg, err := file.load(nil)
			if err != nil {
				return err
			}
			name := cfg.SuppressionsPath(".")
			var undone string
			err = gate.EditSuppressions(name, func(s *gate.Suppressions) (*gate.Suppressions, error) {
				if undone, err = onlyDismissal(name, s, args[0]); err != nil {
					return nil, err
				}
				return s.Undo(undone)
			})
			if err != nil {
				return plain(err)
			}
			_, err = fmt.Fprintf(a.stdout, "%s is no longer dismissed.\n", undone)
			return err
		},
	}
	file.flag(c)
	return c
}

// onlyDismissal returns the one fingerprint in a file of dismissals that begins
// with prefix.
func onlyDismissal(name string, s *gate.Suppressions, prefix string) (string, error) {
	var hits []string
	for _, e := range s.Entries {
		if strings.HasPrefix(e.Fingerprint, prefix) || strings.HasPrefix(bare(e.Fingerprint), prefix) {
			hits = append(hits, e.Fingerprint)
		}
	}
	switch len(hits) {
	case 0:
		return "", hint("factdiff list shows what is", "%s: no finding that begins with %s is dismissed", name, prefix)
	case 1:
		return hits[0], nil
	}
	return "", hint("give more of one", "%s is the beginning of %s", prefix, strings.Join(hits, ", "))
}

func (a *app) list() *cobra.Command {
	var file configFlag
	c := &cobra.Command{
		Use:     "list",
		Short:   "List the findings that were dismissed, with reason, author and date",
		Example: "  factdiff list",
		Args:    alone("it lists all that were dismissed"),
		RunE: func(*cobra.Command, []string) error {
			cfg, err := file.load(nil)
			if err != nil {
				return err
			}
			name := cfg.SuppressionsPath(".")
			s, err := gate.LoadSuppressions(name)
			if err != nil {
				return err
			}
			w := bufio.NewWriter(a.stdout)
			if len(s.Entries) == 0 {
				fmt.Fprintf(w, "Nothing is dismissed in %s.\n", name)
			}
			today := now().Format(time.DateOnly)
			for _, e := range s.Entries {
				fmt.Fprintf(w, "%s  %s  (%s, %s)", e.Fingerprint, e.Reason, e.Author, e.Date)
				switch {
				case e.Expires != "" && e.Expires < today:
					fmt.Fprintf(w, "  expired on %s", e.Expires)
				case e.Expires != "":
					fmt.Fprintf(w, "  until %s", e.Expires)
				}
				fmt.Fprintln(w)
				for _, s := range []string{e.Finding, e.Comment} {
					if s != "" {
						fmt.Fprintf(w, "    %s\n", render.Line(s))
					}
				}
			}
			return w.Flush()
		},
	}
	file.flag(c)
	return c
}
