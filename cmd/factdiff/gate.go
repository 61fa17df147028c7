package main

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/gate"
	"github.com/factdiff/factdiff/internal/ingest"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/render"
)

// gating are the flags that say when a run fails.
type gating struct {
	config      configFlag
	failOn      failOn
	baseline    string
	maxFindings int
	minScore    float64

	set func(flag string) bool // whether the user gave it
}

func (g *gating) flags(c *cobra.Command) {
	fs := c.Flags()
	g.set = fs.Changed
	g.failOn.flag(c)
	fs.IntVar(&g.maxFindings, "max-findings", 0, "exit with 1 for more than `N` new findings of whatever severity: --max-findings 20")
	fs.Float64Var(&g.minScore, "min-score", 0, "exit with 1 for a translation that scores below `N` of 100: --min-score 80")
	fs.StringVar(&g.baseline, "baseline", "", "fail only for findings that are not in `FILE`: --baseline known.json")
	g.config.flag(c)
}

// load reads the configuration and lays the flags over it.
func (g *gating) load(args []string) (*gate.Config, error) {
	cfg, err := g.config.load(args)
	if err != nil {
		return nil, err
	}
	for _, f := range []struct{ flag, key, value string }{
		{"fail-on", "fail_on", g.failOn.String()},
		{"max-findings", "max_findings", strconv.Itoa(g.maxFindings)},
		{"min-score", "min_score", strconv.FormatFloat(g.minScore, 'g', -1, 64)},
	} {
		if g.set(f.flag) {
			if err := cfg.Override(f.key, f.value, "--"+f.flag, vocabulary()); err != nil {
				return nil, err
			}
		}
	}
	return cfg, nil
}

// baselinePath returns the file of known findings, or "".
func (g *gating) baselinePath(cfg *gate.Config) string {
	switch {
	case g.baseline != "":
		return g.baseline
	case cfg.Baseline != "":
		return cfg.Resolve(cfg.Baseline)
	}
	return ""
}

// failSeverity is the severity at which a finding fails, for reporters.
func failSeverity(cfg *gate.Config) compare.Severity {
	if s, ok := cfg.FailsOn(); ok {
		return s
	}
	return render.Never
}

// request reads the files that a decision rests on.
func (g *gating) request(cfg *gate.Config) (gate.Request, error) {
	req := gate.Request{Config: cfg, Today: now()}
	var err error
	if name := g.baselinePath(cfg); name != "" {
		if req.Baseline, err = gate.LoadBaseline(name); err != nil {
			return req, err
		}
	}
	req.Suppressions, err = gate.LoadSuppressions(cfg.SuppressionsPath("."))
	return req, err
}

// covers reports whether the arguments name all that lies beside or below the
// configuration, or all events there: only then is an entry without a finding
// one that is unused.
func covers(ctx context.Context, cfg *gate.Config, args []string) bool {
	home := "."
	if cfg.Path() != "" {
		home = filepath.Dir(cfg.Path())
	}
	if within(home, args) {
		return true
	}
	if cfg.Path() == "" {
		return false // nobody said that this folder is a home
	}
	events, err := ingest.Find(ctx, home)
	return err == nil && !slices.ContainsFunc(events, func(event string) bool { return !within(event, args) })
}

// within reports whether a folder is one of the arguments or lies in one.
func within(dir string, args []string) bool {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(args, func(arg string) bool {
		abs, err := filepath.Abs(arg)
		if err != nil {
			return false
		}
		rel, err := filepath.Rel(abs, dir)
		return err == nil && filepath.IsLocal(rel)
	})
}

// shown returns the results as reporters get them: without what the
// configuration leaves out, with its severities; what a person dismissed is
// there and marked.
func shown(d *gate.Decision, ro *reports.Options, baseline bool) []*compare.Result {
	states := map[string]render.State{}
	marked := baseline
	for _, st := range d.States {
		s := render.State{Status: render.New}
		switch {
		case st.Status == gate.Known:
			s.Status = render.Unchanged
		case st.Status.Dismissed():
			s.Status, s.Justification = render.Suppressed, st.Why
		case st.Status != gate.New:
			continue
		}
		marked = marked || s.Status != render.New
		states[st.Finding.ID] = s
	}
	if marked {
		ro.States = states
	}
	return d.Results(func(s gate.Status) bool { return s.Live() || s.Dismissed() })
}

// scores returns the scores of the translations for --min-score.
func scores(d *gate.Decision, ro *reports.Options) []gate.Score {
	var out []gate.Score
	for _, ev := range render.Events(d.Results(gate.Status.Live), &reports.Options{FailOn: ro.FailOn}) {
		for _, s := range ev.Scores() {
			out = append(out, gate.Score{Event: ev.ID, Witness: s.Witness.ID, Value: s.Value, Critical: s.Fails})
		}
	}
	return out
}

// judged returns a result without the findings that the configuration leaves
// out, and with its severities.
func judged(cfg *gate.Config, r *compare.Result) *compare.Result {
	return gate.Decide(gate.Request{Config: cfg, Results: []*compare.Result{r}}).Results(gate.Status.Live)[0]
}

// inlineOf returns the comments of the reports.
func inlineOf(ins []*ingest.Input) [][]ingest.Suppression {
	out := make([][]ingest.Suppression, len(ins))
	for i, in := range ins {
		out[i] = in.Suppressions
	}
	return out
}
