package extract

import (
	"fmt"
	"math"
	"strings"

	"github.com/factdiff/factdiff/witness"
)

var (
	quantityKinds = [...]string{"count", "ordinal", "percent", "money", "duration", "age", "measure", "score", "label"}
	hedges        = [...]string{"", "about", "nearly", "over", "at least", "under", "at most", "vague", "rounded"}
	grains        = [...]string{"minute", "hour", "part of day", "day", "week", "month", "year", "decade"}
	entityKinds   = [...]string{"other", "person", "place", "organisation"}
	modalities    = [...]string{"", "future", "intended", "possible", "able", "ought", "must", "wanted", "supposed", "tried", "expected", "alleged"}
	tenses        = [...]string{"", "past", "present", "future tense"}
)

// describe writes a fact in a line as a reader would put it.
func describe(st *witness.Statement, f witness.Fact) string {
	var p []string
	say := func(format string, args ...any) { p = append(p, fmt.Sprintf(format, args...)) }
	switch f := f.(type) {
	case *witness.Quantity:
		say("%s %s", quantityKinds[f.Kind], interval(f.Value))
		if f.Unit != "" {
			say("unit %s", f.Unit)
		}
		if f.Hedge != witness.Exact {
			say("%s", hedges[f.Hedge])
		}
		if f.Kind == witness.Score {
			say("to %v", f.Second)
		}
		if f.Of != "" {
			say("of %s", strings.Join(append(f.Mods[:len(f.Mods):len(f.Mods)], f.Of), " "))
		}
	case *witness.Time:
		say("%s", grains[f.Grain])
		if !f.From.IsZero() {
			say("%s to %s", f.From.Format("2006-01-02T15:04"), f.To.Format("2006-01-02T15:04"))
		}
		if f.Clock >= 0 {
			say("clock %02d:%02d", f.Clock/60, f.Clock%60)
		}
		if f.Relative {
			say("relative")
		}
		if f.Hedged {
			say("hedged")
		}
	case *witness.Name:
		say("%s %s", entityKinds[f.Entity.Kind], f.Entity.Key)
		switch f.Entity.Gender {
		case witness.Feminine:
			say("f")
		case witness.Masculine:
			say("m")
		}
		if f.Demonym {
			say("demonym")
		}
		if f.Metonym {
			say("government")
		}
	case *witness.Role:
		say("%s", strings.TrimSpace(f.Modifier+" "+f.Office))
		if f.Former {
			say("former")
		}
		if f.Of != "" {
			say("of %s", f.Of)
		}
		if f.Holder != nil {
			say("held by %s", f.Holder.Name)
		}
	case *witness.Quote:
		if f.Scare {
			say("words in marks")
		}
		say("by %s", who(f.Speaker, f.SpeakerWords))
	case *witness.Claim:
		return claimLine(f)
	case *witness.Attribution:
		say("%s (%s) by %s", f.Verb, f.Kind, who(f.Speaker, f.SpeakerWords))
		if f.Content >= 0 {
			say("of %s", st.Tokens[f.Content].Lower)
		}
	case *witness.Negation:
		say("turns %s", st.Tokens[f.Scope].Lower)
		if f.Implicit {
			say("implicit")
		}
	}
	return strings.Join(p, ", ")
}

func interval(v witness.Interval) string {
	if v.Lo == v.Hi {
		return fmt.Sprint(v.Lo)
	}
	lo, hi := "[", "]"
	if v.LoOpen {
		lo = "("
	}
	if v.HiOpen || math.IsInf(v.Hi, 1) {
		hi = ")"
	}
	return fmt.Sprintf("%s%.6g, %.6g%s", lo, v.Lo, v.Hi, hi)
}

func who(e *witness.Entity, words string) string {
	if e != nil {
		return e.Name
	}
	if words != "" {
		return "“" + words + "”"
	}
	return "?"
}

// claimLine writes "not invade(Russia, Ukraine; on border) intended, says X".
func claimLine(c *witness.Claim) string {
	arg := func(a *witness.Arg) string {
		if a == nil {
			return "–"
		}
		if a.Entity != nil {
			return a.Entity.Name
		}
		return a.Lemma
	}
	var b strings.Builder
	if c.Negative {
		b.WriteString("not ")
	}
	fmt.Fprintf(&b, "%s(%s, %s", c.Predicate, arg(c.Agent), arg(c.Patient))
	for i, o := range c.Others {
		sep := ", "
		if i == 0 {
			sep = "; "
		}
		b.WriteString(sep + strings.TrimSpace(o.Prep+" "+arg(&o)))
	}
	b.WriteString(")")
	for _, w := range [...]string{modalities[c.Modality], tenses[c.Tense]} {
		if w != "" {
			b.WriteString(" " + w)
		}
	}
	if a := c.Attribution; a != nil {
		fmt.Fprintf(&b, " | %s: %s", a.Verb, who(a.Speaker, a.SpeakerWords))
	}
	return b.String()
}
