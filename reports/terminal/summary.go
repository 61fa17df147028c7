package terminal

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/reports/render"
)

// summary writes the sums of one event.
func (p *printer) summary(ev *render.Event, t *render.Tally) {
	what := render.Plural(len(ev.Witnesses), "report")
	if len(ev.Witnesses) > 1 {
		what += ", " + render.Plural(len(ev.Result.Groups), "group") + " of statements"
	} else {
		what += " alone: looked for marks of translation only"
	}
	p.wrapped("", []render.Run{{Text: counts(t), Style: strong}, {Text: "  ·  " + what, Style: dim}})
	if sigla, times := ev.Matrix().Loner(ev); times > 1 {
		verb := "stands"
		if len(sigla) > 1 {
			verb = "stand"
		}
		p.wrapped("", []render.Run{{Text: fmt.Sprintf("%s %s alone most often: in %d of %d.", render.Line(text.And(sigla)), verb, times, t.Total)}})
	}
	if scores := ev.Scores(); len(scores) > 0 {
		p.wrapped("", []render.Run{{Text: "MQM-style scores, of issues that no person has confirmed:"}})
		for _, s := range scores {
			p.wrapped("  ", []render.Run{{Text: render.Line(s.String())}})
		}
		p.wrapped("  ", []render.Run{{Text: render.ScoreFormula, Style: dim}})
	}
	p.state(t)
}

// state says what of the findings is new and what fails.
func (p *printer) state(t *render.Tally) {
	var parts []string
	if t.Unchanged > 0 {
		parts = append(parts, fmt.Sprintf("%d new, %d in the baseline", t.New, t.Unchanged))
	}
	if t.Suppressed > 0 {
		parts = append(parts, fmt.Sprintf("%d dismissed and not shown", t.Suppressed))
	}
	if t.Failing > 0 && p.o.FailOn > compare.Info {
		parts = append(parts, fmt.Sprintf("%d at or above %s", t.Failing, p.o.FailOn))
	}
	if len(parts) > 0 {
		p.wrapped("", []render.Run{{Text: strings.Join(parts, "; ") + "."}})
	}
}

// counts writes "9 findings: 2 critical, 3 major, 3 minor, 1 info".
func counts(t *render.Tally) string {
	if t.Total == 0 {
		return "Nothing found"
	}
	var parts []string
	for s := compare.Critical; ; s-- {
		if n := t.BySeverity[s]; n > 0 {
			parts = append(parts, render.Count(n)+" "+s.String())
		}
		if s == compare.Info {
			break
		}
	}
	return render.Plural(t.Total, "finding") + ": " + strings.Join(parts, ", ")
}
