package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/suite"
	"github.com/factdiff/factdiff/reports/render"
)

func (a *app) checks() *cobra.Command {
	var out output
	var markdown bool
	c := &cobra.Command{
		Use:   "checks",
		Short: "List the checks, with what each looks for",
		Long: `List the checks: what each looks for, how severe its findings usually are, and
whether it compares reports or looks at each report alone.`,
		Example: `  factdiff checks
  factdiff checks --markdown > docs/checks.md`,
		Args: alone("factdiff explain CHECK says more of one"),
		RunE: func(*cobra.Command, []string) error {
			w := bufio.NewWriter(a.stdout)
			if markdown {
				checksMarkdown(w, suite.All)
				return w.Flush()
			}
			ro, err := out.options(a)
			if err != nil {
				return err
			}
			checksTable(w, suite.All, ro.Columns())
			return w.Flush()
		},
	}
	c.Flags().BoolVar(&markdown, "markdown", false, "write the whole documentation as Markdown: --markdown")
	out.lookFlags(c)
	return c
}

// scope says what a check looks at.
func scope(c *compare.Check) string {
	if c.Artefact {
		return "one report"
	}
	return "reports"
}

func checksTable(w io.Writer, checks []*compare.Check, columns int) {
	name, severity := 0, 0
	for _, c := range checks {
		name, severity = max(name, len(c.Name)), max(severity, len(c.Severity.String()))
	}
	for _, c := range checks {
		lead := fmt.Sprintf("%-*s  %-*s  %-10s  ", name, c.Name, severity, c.Severity, scope(c))
		for _, line := range wrap(render.CheckTitle(c), columns-len(lead)) {
			fmt.Fprintf(w, "%s%s\n", lead, line)
			lead = strings.Repeat(" ", len(lead))
		}
	}
	fmt.Fprintf(w, "\nfactdiff explain %s says more of one, with examples.\n", checks[0].Name)
}

// wrap breaks a text into lines of at most width cells.
func wrap(s string, width int) []string {
	var out []string
	for _, runs := range render.Wrap([]render.Run{{Text: s}}, max(width, 20), 0) {
		var b strings.Builder
		for _, r := range runs {
			b.WriteString(r.Text)
		}
		out = append(out, b.String())
	}
	return out
}

// checksMarkdown writes docs/checks.md.
func checksMarkdown(w io.Writer, checks []*compare.Check) {
	fmt.Fprint(w, `# The checks

Made by `+"`factdiff checks --markdown`"+` from the documentation that the checks carry; the same text is
printed by `+"`factdiff explain NAME`"+`. Edit compare/checks/NAME/doc.go and examples.txtar, not this page.

What is *measured* of a check are its findings of minor severity and above on public sets that others labelled
([benchmarks.md](benchmarks.md) names them), counted by `+"`go run ./compare/calibrate`"+`: how many are right by the set's own notion, and
how many of the labelled differences that the check is there for it finds itself. Of two human translations (humanpairs)
every finding counts as wrong, slips of the translators too. The last word have the events that we labelled: on those called
annotated rules were written, those called unread nobody read, and what a check does there it does on other news.

| check | looks at | usual severity | what it looks for |
|---|---|---|---|
`)
	for _, c := range checks {
		fmt.Fprintf(w, "| [%s](#%s) | %s | %s | %s |\n", c.Name, c.Name, scope(c), c.Severity, strings.ReplaceAll(render.CheckTitle(c), "|", `\|`))
	}
	for _, c := range checks {
		fmt.Fprintf(w, "\n## %s\n\n%s\n", c.Name, render.CheckDoc(c))
		if c.MQM != "" {
			fmt.Fprintf(w, "\nIn a translation it is the MQM category `%s`", c.MQM)
			if c.ITS != "" {
				fmt.Fprintf(w, ", the ITS 2.0 type `%s`", c.ITS)
			}
			fmt.Fprint(w, ".\n")
		}
		if ms := suite.Measured(c.Name); len(ms) > 0 {
			fmt.Fprint(w, "\nMeasured, on the development part of each set:\n\n")
			for _, m := range ms {
				fmt.Fprintf(w, "- %s: %s\n", m.Set, m)
			}
		}
		for _, x := range examplesOf(c) {
			fmt.Fprintf(w, "\n%s\n\n```text\n", x.heading())
			x.write(w, func(s string) []string { return []string{s} })
			fmt.Fprint(w, "```\n")
		}
	}
}
