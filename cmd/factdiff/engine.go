package main

import (
	"runtime"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/suite"
)

// engine are the flags that say how to compare.
type engine struct {
	workers int
	vote    bool
	only    []string
	without []string
}

func (e *engine) flags(c *cobra.Command) {
	fs := c.Flags()
	fs.StringSliceVar(&e.only, "check", nil, "run only the checks `NAME,...`: --check quantity,name")
	fs.StringSliceVar(&e.without, "no-check", nil, "leave out the checks `NAME,...`: --no-check punctuation")
	e.analyserFlags(c)
	for _, name := range []string{"check", "no-check"} {
		complete(c, name, func() []string { return checkNames() })
	}
}

func (e *engine) analyserFlags(c *cobra.Command) {
	fs := c.Flags()
	fs.BoolVar(&e.vote, "vote", false, "parse every sentence three ways, slower and a little surer: --vote")
	fs.IntVar(&e.workers, "workers", defaultWorkers(), "work on `N` things at once; the output is the same: --workers 2")
}

// defaultWorkers is as many as there are processors to work.
func defaultWorkers() int { return runtime.GOMAXPROCS(0) }

// options returns the settings of a check.
func (e *engine) options() (factdiff.Options, error) {
	if e.workers < 1 {
		return factdiff.Options{}, hint("1 is the fewest", "--workers %d can do nothing", e.workers)
	}
	o := factdiff.Options{Vote: e.vote, Workers: e.workers}
	var err error
	o.Checks, err = e.checks(suite.All)
	return o, err
}

// checks picks from all what the flags leave, in the suite's order.
func (e *engine) checks(all []*compare.Check) ([]*compare.Check, error) {
	for _, name := range slices.Concat(e.only, e.without) {
		if _, err := lookupCheck(name); err != nil {
			return nil, err
		}
	}
	out := []*compare.Check{}
	for _, c := range all {
		if len(e.only) > 0 && !slices.Contains(e.only, c.Name) || slices.Contains(e.without, c.Name) {
			continue
		}
		out = append(out, c)
	}
	if len(out) == 0 {
		return nil, hint("factdiff checks lists what there is", "no check is left to run")
	}
	return out, nil
}

func lookupCheck(name string) (*compare.Check, error) {
	for _, c := range suite.All {
		if c.Name == name {
			return c, nil
		}
	}
	advice := "the checks are " + strings.Join(checkNames(), ", ")
	if near := nearest(name, checkNames()); near != "" {
		advice = "did you mean " + near + "?"
	}
	return nil, hint(advice, "there is no check %q", name)
}

func checkNames() []string {
	names := make([]string, len(suite.All))
	for i, c := range suite.All {
		names[i] = c.Name
	}
	return names
}

// nearest returns the name that s may have been meant for, or "".
func nearest(s string, names []string) string {
	best, at := "", 4
	for _, n := range names {
		if d := levenshtein.ComputeDistance(strings.ToLower(s), n); d < at && 2*d < len(n) {
			best, at = n, d
		}
	}
	return best
}
