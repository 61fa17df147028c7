package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/render"
	"github.com/factdiff/factdiff/reports/terminal"
	"github.com/factdiff/factdiff/witness"
)

func (a *app) explain() *cobra.Command {
	x := &explaining{app: a}
	c := &cobra.Command{
		Use:   "explain CHECK | FINDING PATH… | --parse SENTENCE",
		Short: "Say what a check looks for, how a finding came about, or how a sentence is read",
		Long: `Explain a check: what it reports and why, what it leaves out on purpose, its
known false alarms, and examples.

Explain a finding, named by the beginning of its fingerprint: its words in their
place, the statements that were taken to correspond and on what grounds, and the
steps of the check. The reports are read again, so name them too.

Explain a sentence: its words with lemma, tag and tree, and the facts that were
read from it.`,
		Example: `  factdiff explain quantity
  factdiff explain v1:25db --in talks/
  factdiff explain v1:25db --seeds
  factdiff explain --parse "Russia does not intend to invade Ukraine."`,
		RunE: func(c *cobra.Command, args []string) error { return x.run(c.Context(), args) },
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveDefault
			}
			return checkNames(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	c.Flags().SortFlags = false
	c.Flags().StringArrayVar(&x.paths, "in", nil, "look for the finding in the reports `PATH`; may be given again: --in talks/")
	c.Flags().StringVar(&x.sentence, "parse", "", "explain how the `SENTENCE` is read: --parse \"Two people were hurt.\"")
	x.in.flags(c)
	x.config.flag(c)
	x.engine.analyserFlags(c)
	x.out.lookFlags(c)
	return c
}

// explaining is one run of explain.
type explaining struct {
	*app
	in       inputs
	engine   engine
	out      output
	config   configFlag
	paths    []string
	sentence string
}

var fingerprintPrefix = regexp.MustCompile(`^(v\d+:[0-9a-f]*|[0-9a-f]{4,})$`)

func (x *explaining) run(ctx context.Context, args []string) error {
	ro, err := x.out.options(x.app)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(x.stdout)
	defer w.Flush()
	switch {
	case x.sentence != "" && len(args) > 0:
		return hint("put the sentence in quotation marks", "--parse explains one sentence, and nothing beside it")
	case x.sentence != "":
		return x.parse(ctx, w, ro)
	case len(args) == 0:
		return hint("factdiff checks lists the checks", "name a check, or a finding and the reports that it is in")
	}
	c, err := lookupCheck(args[0])
	paths := append(x.paths, args[1:]...)
	switch {
	case err == nil && (len(paths) > 0 || x.in.seeds):
		return hint(fmt.Sprintf("leave the rest out, or see what it finds with factdiff check PATH… --check %s", c.Name), "the check %s is explained by itself", c.Name)
	case err == nil:
		explainCheck(w, c, ro)
		return nil
	case !fingerprintPrefix.MatchString(args[0]):
		return err
	}
	if len(paths) == 0 && !x.in.seeds {
		return hint("as in factdiff explain "+args[0]+" --in talks/", "name the reports that the finding is in")
	}
	return x.finding(ctx, w, args[0], paths, ro)
}

func explainCheck(w io.Writer, c *compare.Check, ro *reports.Options) {
	width := min(ro.Columns(), 100)
	fmt.Fprintf(w, "%s: looks at %s, usually %s\n", c.Name, scope(c), c.Severity)
	for _, par := range strings.Split(render.CheckDoc(c), "\n\n") {
		fmt.Fprintln(w)
		if strings.HasPrefix(par, "\t") || strings.HasPrefix(par, "  ") {
			fmt.Fprintln(w, par) // a list or an example keeps its lines
			continue
		}
		for _, l := range wrap(strings.Join(strings.Fields(par), " "), width) {
			fmt.Fprintln(w, l)
		}
	}
	for _, e := range examplesOf(c) {
		fmt.Fprintln(w)
		for _, l := range wrap(e.heading(), width) {
			fmt.Fprintln(w, l)
		}
		e.write(w, func(s string) []string { return wrap(s, width-4) })
	}
}

// finding explains the finding whose fingerprint begins with prefix.
func (x *explaining) finding(ctx context.Context, w io.Writer, prefix string, paths []string, ro *reports.Options) error {
	o, err := x.engine.options()
	if err != nil {
		return err
	}
	cfg, err := x.config.load(paths)
	if err != nil {
		return err
	}
	if _, err := configured(&o, &x.engine, cfg); err != nil {
		return err
	}
	list, err := x.in.sources(ctx, paths)
	if err != nil {
		return err
	}
	var rs []*compare.Result
	for _, src := range list {
		input, err := src.read(ctx, x.in.options(x.app))
		if err != nil {
			return err
		}
		cfg.Describe(input.Event)
		r, err := factdiff.Check(ctx, input.Event, o)
		if err != nil {
			return err
		}
		rs = append(rs, r)
	}
	one, err := onlyFinding(rs, prefix)
	if err != nil {
		return err
	}
	ro.ShowContext = true
	if err := terminal.Write(w, []*compare.Result{one}, ro); err != nil {
		return err
	}
	explainFinding(w, one, ro.Columns())
	return nil
}

var fullFingerprint = regexp.MustCompile(`^v\d+:[0-9a-f]{24}$`)

// onlyFinding returns the result with the one finding whose fingerprint begins
// with prefix.
func onlyFinding(rs []*compare.Result, prefix string) (*compare.Result, error) {
	var hits []*compare.Result
	for _, r := range rs {
		for _, f := range r.Findings {
			if strings.HasPrefix(f.ID, prefix) || strings.HasPrefix(bare(f.ID), prefix) {
				one := *r
				one.Findings = []compare.Finding{f}
				hits = append(hits, &one)
			}
		}
	}
	switch len(hits) {
	case 0:
		return nil, hint("it is gone once its words change; factdiff check lists those that there are", "no finding begins with %s", prefix)
	case 1:
		return hits[0], nil
	}
	var ids []string
	for _, r := range hits {
		ids = append(ids, r.Findings[0].ID)
	}
	return nil, hint("give more of one", "%s is the beginning of %s", prefix, strings.Join(ids, ", "))
}

// bare is a fingerprint without its version.
func bare(id string) string {
	_, hex, _ := strings.Cut(id, ":")
	return hex
}

func explainFinding(w io.Writer, r *compare.Result, width int) {
	f := &r.Findings[0]
	ev := r.Event
	if f.Group != nil {
		g := ev.Groups[*f.Group]
		fmt.Fprintf(w, "\nStatements taken to correspond (group %d, %.0f %% sure):\n", g.ID, 100*g.Score)
		for _, m := range g.Members() {
			st := statement(ev, m)
			lead := fmt.Sprintf("  %-4s ", st.Witness.ID)
			for _, l := range wrap(render.Line(st.Text()), width-len(lead)) {
				fmt.Fprintf(w, "%s%s\n", lead, l)
				lead = strings.Repeat(" ", len(lead))
			}
		}
		fmt.Fprintln(w, "\nWords taken to correspond, where they are not the same:")
		for i := range g.Links {
			link := &g.Links[i]
			a, b := statement(ev, link.A), statement(ev, link.B)
			if !reads(f, a.Witness.ID) || !reads(f, b.Witness.ID) {
				continue
			}
			lead := fmt.Sprintf("  %s–%s (%.0f %%): ", a.Witness.ID, b.Witness.ID, 100*link.Score)
			for _, l := range wrap(linkWords(a, b, link), width-render.Width(lead)) {
				fmt.Fprintf(w, "%s%s\n", lead, l)
				lead = strings.Repeat(" ", render.Width(lead))
			}
		}
	}
	if len(f.Trace) > 0 {
		fmt.Fprintln(w, "\nSteps of the check:")
		for _, s := range f.Trace {
			fmt.Fprintf(w, "  %s\n", s)
		}
	}
	fmt.Fprintf(w, "\nMore of this check: factdiff explain %s\n", f.Check)
}

func statement(ev *witness.Event, r witness.Ref) *witness.Statement {
	return ev.Witnesses[r.Witness].Statements[r.Statement]
}

// reads reports whether the witness has a reading in f.
func reads(f *compare.Finding, id string) bool {
	for _, r := range f.Readings {
		if r.Witness == id {
			return true
		}
	}
	return false
}

var linkKinds = [...]string{
	witness.LinkSame: "same", witness.LinkValue: "equal value", witness.LinkVariant: "variant",
	witness.LinkSynonym: "synonym", witness.LinkRelated: "related", witness.LinkStructure: "same slot",
}

// linkWords lists the word links that are of interest: those between
// different words.
func linkWords(a, b *witness.Statement, link *witness.Link) string {
	var out []string
	for _, l := range link.Words {
		x, y := a.Tokens[l.A], b.Tokens[l.B]
		if x.Lower != y.Lower {
			out = append(out, fmt.Sprintf("%s ~ %s (%s)", render.Line(x.Form), render.Line(y.Form), linkKinds[l.Kind]))
		}
	}
	if len(out) == 0 {
		return "none"
	}
	return strings.Join(out, ", ")
}
