// Package markdown writes findings as a comment for a pull request: a table
// that can be taken in at a glance, and each finding folded under it.
//
// Everything that comes from a report is escaped, and so are the marks that a
// forge gives a meaning of its own: a report cannot mention a person, close an
// issue or set a link.
package markdown

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/reports/render"
)

// Doc describes the format.
const Doc = "For a comment on a pull request: a table of the findings, each with its words folded under it. Columns are characters."

// Write writes rs as Markdown in the dialect of GitHub and GitLab.
func Write(w io.Writer, rs []*compare.Result, o *render.Options) error {
	if o == nil {
		o = &render.Options{}
	}
	out := bufio.NewWriter(w)
	for i, ev := range render.Events(rs, o) {
		if i > 0 {
			fmt.Fprintln(out)
		}
		event(out, ev, o)
	}
	if len(rs) == 0 {
		fmt.Fprintln(out, "No event was checked.")
	}
	return out.Flush()
}

func event(out *bufio.Writer, ev *render.Event, o *render.Options) {
	var t render.Tally
	t.Count(ev, o)
	fmt.Fprintf(out, "### %s\n\n", Escape(ev.Title))
	sum := []string{}
	for s := compare.Critical; t.Total > 0; s-- {
		if n := t.BySeverity[s]; n > 0 {
			sum = append(sum, fmt.Sprintf("%s %s", render.Count(n), s))
		}
		if s == compare.Info {
			break
		}
	}
	head := "Nothing found"
	if t.Total > 0 {
		head = "**" + render.Plural(t.Total, "finding") + "**: " + strings.Join(sum, ", ")
	}
	fmt.Fprintf(out, "%s in %s.", head, render.Plural(len(ev.Witnesses), "report"))
	if sigla, times := ev.Matrix().Loner(ev); times > 1 {
		verb := "stands"
		if len(sigla) > 1 {
			verb = "stand"
		}
		fmt.Fprintf(out, " %s %s alone most often, in %d.", Escape(text.And(sigla)), verb, times)
	}
	if t.Unchanged > 0 {
		fmt.Fprintf(out, " %d new, %d known when the baseline was taken.", t.New, t.Unchanged)
	}
	if t.Suppressed > 0 {
		fmt.Fprintf(out, " %d dismissed and not shown.", t.Suppressed)
	}
	fmt.Fprintln(out)
	listed := ev.Listed()
	if len(listed) > 0 {
		fmt.Fprint(out, "\n| severity | check | what differs | alone |\n|---|---|---|---|\n")
		for _, f := range listed {
			fmt.Fprintf(out, "| %s | %s | %s | %s |\n", severity(f), Escape(f.Check), Escape(f.Message), Escape(strings.Join(f.Outliers, ", ")))
		}
		for _, f := range listed {
			finding(out, f)
		}
	}
	for _, n := range ev.Result.Notes {
		fmt.Fprintf(out, "\nNote: %s.\n", Escape(n))
	}
	if scores := ev.Scores(); len(scores) > 0 {
		fmt.Fprint(out, "\nMQM-style scores, of issues that no person has confirmed:\n\n")
		for _, s := range scores {
			fmt.Fprintf(out, "- %s\n", Escape(s.String()))
		}
		fmt.Fprintf(out, "\n%s\n", Escape(render.ScoreFormula))
	}
}

func severity(f *render.Finding) string {
	s := f.Severity.String()
	if f.Severity >= compare.Major {
		s = "**" + s + "**"
	}
	if f.State.Status == render.Unchanged {
		s += " (known)"
	}
	return s
}

func finding(out *bufio.Writer, f *render.Finding) {
	fmt.Fprintf(out, "\n<details><summary>%s <b>%s</b>: %s</summary>\n\n", f.Severity, Escape(f.Check), Escape(f.Message))
	for _, v := range f.Values {
		verb := "say"
		if len(v.Sigla) == 1 {
			verb = "says"
		}
		alone := v.Note()
		if alone != "" {
			alone = " · " + alone
		}
		fmt.Fprintf(out, "- %d %s **%s**%s\n", len(v.Sigla), verb, Escape(v.Text), alone)
		for _, r := range v.Readings {
			fmt.Fprintf(out, "  - %s, %s: %s\n", Escape(r.Reading.Witness), Escape(r.Place()), sentence(r))
		}
	}
	for _, w := range f.Silent {
		fmt.Fprintf(out, "- %s does not have it\n", Escape(w.ID))
	}
	if f.Reason != "" {
		fmt.Fprintf(out, "\n%s\n", Escape(f.Reason))
	}
	if f.Suggest != "" {
		fmt.Fprintf(out, "\nBetter: %s\n", Escape(f.Suggest))
	}
	fmt.Fprintf(out, "\n%s, %.0f %% sure, %s\n\n</details>\n", f.Kind, 100*f.Confidence, Escape(f.ID))
}

// sentence writes the sentence with its differing words bold. The marks are
// tags, since two stars beside a quotation mark or in Chinese are no emphasis
// (CommonMark 6.2, flanking runs).
func sentence(r *render.Reading) string {
	before, after := r.Around()
	var b strings.Builder
	b.WriteString(Escape(before))
	if before != "" && strings.TrimRight(before, " \n") != before {
		b.WriteByte(' ')
	}
	for _, p := range r.Words() {
		if p.Differs {
			b.WriteString("<b>" + escapeInline(p.Text) + "</b>")
		} else {
			b.WriteString(escapeInline(p.Text))
		}
	}
	b.WriteString(escapeInline(after))
	return b.String()
}

var special = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", "@", "&#64;", "#", "&#35;", "|", "&#124;", "`", "&#96;",
	"*", "&#42;", "_", "&#95;", "~", "&#126;", "[", "&#91;", "]", "&#93;", "\\", "&#92;", "!", "&#33;",
	"$", "&#36;", "://", "&#58;//", "www.", "www&#46;", "{", "&#123;", "}", "&#125;",
)

// Escape makes s text: one line that Markdown shows as it stands.
func Escape(s string) string {
	s = escapeInline(render.Line(s))
	// What begins a list or a heading does so at the start of a line only.
	if s != "" && strings.IndexByte("-+=", s[0]) >= 0 {
		s = fmt.Sprintf("&#%d;%s", s[0], s[1:])
	}
	return s
}

func escapeInline(s string) string { return special.Replace(render.Inline(s)) }
