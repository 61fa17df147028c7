package revise

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// item is a fact as it is compared: two of one kind with one key are the same.
type item struct {
	kind, key string
	about     string // what it is about, to tell which old value became which new
	value     Value
}

// changes compares the facts of two sides.
func changes(old, new []*witness.Statement) []Change {
	a, b := items(old), items(new)
	goneA, goneB := without(a, b), without(b, a)
	var out []Change
	take := func(same func(x, y *item) bool) {
		for i, x := range goneA {
			for j, y := range goneB {
				if x != nil && y != nil && x.kind == y.kind && same(x, y) {
					out = append(out, Change{x.kind, &x.value, &y.value})
					goneA[i], goneB[j], x = nil, nil, nil
				}
			}
		}
	}
	take(func(x, y *item) bool { return x.about != "" && x.about == y.about })
	// Only of one doing can it be said that it was denied, or done by another.
	paired := func(x *item) bool { return x.kind == polarity || x.kind == actor || x.kind == "certainty" }
	take(func(x, y *item) bool { return !paired(x) })
	for _, x := range goneA {
		if x != nil && !paired(x) {
			out = append(out, Change{x.kind, &x.value, nil})
		}
	}
	for _, y := range goneB {
		if y != nil && !paired(y) {
			out = append(out, Change{y.kind, nil, &y.value})
		}
	}
	all := out
	out = nil
	for _, c := range all {
		if !explained(c, all) && !slices.ContainsFunc(out, func(o Change) bool {
			return o.Kind == actor && c.Kind == actor && o.Old.Statement == c.Old.Statement && o.Old.Span == c.Old.Span
		}) {
			out = append(out, c)
		}
	}
	out = append(out, spellings(a, b)...)
	slices.SortStableFunc(out, func(x, y Change) int { return cmp.Compare(at(x), at(y)) })
	return out
}

// explained reports whether another change says already what c says: a quotation
// that changed has its own thinking and saying in it, and a person who was
// given another name still holds the office and still says it.
func explained(c Change, all []Change) bool {
	return slices.ContainsFunc(all, func(o Change) bool {
		switch {
		case (c.Kind == "attribution" || c.Kind == actor) && o.Kind == "quote":
			return holds(o.Old, c.Old) && holds(o.New, c.New)
		case (c.Kind == "attribution" || c.Kind == "role") && o.Kind == "name" && c.Old != nil && c.New != nil && o.Old != nil && o.New != nil:
			return strings.Replace(c.Old.Says, o.Old.Says, o.New.Says, 1) == c.New.Says
		}
		return false
	})
}

// holds reports whether a value lies in the words of another, or there is none.
func holds(outer, inner *Value) bool {
	return inner == nil || outer != nil && outer.Statement == inner.Statement && outer.Span.Contains(inner.Span)
}

// at is where a change stands: in the new text, or for what is gone where it
// stood in the old.
func at(c Change) int {
	if c.New != nil {
		return c.New.Span.Start
	}
	return c.Old.Span.Start
}

const polarity = "polarity"

// without returns the items of a that b does not have, each once.
func without(a, b []item) []*item {
	has := map[[2]string]bool{}
	for _, y := range b {
		has[[2]string{y.kind, y.key}] = true
	}
	var out []*item
	for i := range a {
		k := [2]string{a[i].kind, a[i].key}
		if !has[k] {
			has[k] = true
			out = append(out, &a[i])
		}
	}
	return out
}

// items lists the facts of statements that a correction note is about.
func items(sts []*witness.Statement) []item {
	var out []item
	for _, st := range sts {
		said := map[witness.Span]bool{} // words of saying: who says it is an attribution
		for _, f := range st.Facts {
			if a, ok := f.(*witness.Attribution); ok {
				said[a.Where()] = true
			}
		}
		for _, f := range st.Facts {
			if kind, key, about, says := reduce(f, st); kind != "" {
				out = append(out, item{kind, key, about, Value{st, f.Where(), says}})
			}
			if c, ok := f.(*witness.Claim); ok && !said[c.Where()] {
				out = append(append(append(out, roles(c, st)...), relatives(c, st)...), vouched(c, st))
			}
		}
	}
	return out
}

// vouched says whether a report vouches for a claim: "allegedly", put in or taken
// out, changes what the reader is told.
func vouched(c *witness.Claim, st *witness.Statement) item {
	says := "stated as a fact"
	if c.Modality == witness.Alleged {
		says = "alleged"
	}
	return item{"certainty", c.Predicate + "|" + says, c.Predicate, Value{st, c.Where(), c.Predicate + ", " + says}}
}

// actor is the kind of a change in who did it, and to whom.
const actor = "actor"

// roles lists who did what a claim tells and to whom, where that is a noun and
// no one who has a name: names are compared for themselves.
func roles(c *witness.Claim, st *witness.Statement) []item {
	var out []item
	for _, r := range []struct {
		arg  *witness.Arg
		name string
	}{{c.Agent, "by"}, {c.Patient, "to"}} {
		if r.arg != nil && r.arg.Entity == nil && r.arg.Lemma != "" && !counts(st, r.arg.Head) {
			says := c.Predicate + ", " + r.name + " " + r.arg.Lemma
			out = append(out, item{actor, says, c.Predicate + " " + r.name, Value{st, st.Tokens[r.arg.Head].Span, says}})
		}
	}
	return out
}

// counts reports whether a word stands in a figure, which is compared for itself: "paid 3
// million pounds".
func counts(st *witness.Statement, i int) bool {
	return slices.ContainsFunc(st.Facts, func(f witness.Fact) bool {
		q, ok := f.(*witness.Quantity)
		return ok && q.Span.Contains(st.Tokens[i].Span)
	})
}

// relatives lists what those of a claim who have a name are to somebody: "his wife, Ann
// Lee", "Shaw's lawyer, Ann Lee".
func relatives(c *witness.Claim, st *witness.Statement) []item {
	var out []item
	for _, arg := range [...]*witness.Arg{c.Agent, c.Patient} {
		if arg == nil || arg.Entity == nil || st.Tokens[arg.Head].UPOS != "NOUN" {
			continue
		}
		if compare.Child(st, arg.Head, "nmod:poss") >= 0 {
			says := arg.Lemma + ", " + arg.Entity.Name
			out = append(out, item{"role", says, arg.Entity.Name, Value{st, st.Tokens[arg.Head].Span, says}})
		}
	}
	return out
}

// reduce gives the kind of a fact, its key, what it is about, and its value in
// words.
func reduce(f witness.Fact, st *witness.Statement) (kind, key, about, says string) {
	switch f := f.(type) {
	case *witness.Quantity:
		says = compare.QuantityValue(f)
		return "number", fmt.Sprint(f.Kind, says, f.Of), f.Of, strings.TrimSpace(says + " " + f.Of)
	case *witness.Time:
		says = timeValue(f)
		return "date", says, "", says
	case *witness.Name:
		if f.Entity == nil {
			return "", "", "", ""
		}
		return "name", f.Entity.Name, "", f.Entity.Name
	case *witness.Role:
		says = strings.TrimSpace(f.Modifier + " " + f.Office)
		if f.Former {
			says = "former " + says
		}
		if f.Holder != nil {
			about = f.Holder.Name
			says += ", " + about
		}
		return "role", says, about, says
	case *witness.Quote:
		inner := st.Witness.Text[f.Inner.Start:f.Inner.End]
		return "quote", strings.Join(strings.Fields(text.Normalise(inner).Text), " "), "", strings.Join(strings.Fields(inner), " ")
	case *witness.Attribution:
		who := f.SpeakerWords
		if f.Speaker != nil {
			who = f.Speaker.Name
		}
		return "attribution", f.Kind + "|" + strings.ToLower(who), "", strings.TrimPrefix(who+", "+f.Kind, ", ")
	case *witness.Claim:
		says = "affirmed"
		if f.Negative {
			says = "denied"
		}
		return polarity, f.Predicate + "|" + says, f.Predicate, says
	case *witness.Negation, *witness.Condition: // the claims that they are read from say it
		return "", "", "", ""
	}
	return "", "", "", ""
}

func timeValue(t *witness.Time) string {
	var parts []string
	switch {
	case !t.From.IsZero():
		switch last := t.To.Add(-time.Nanosecond); {
		case t.From.Equal(witness.Date(t.From.Year(), 1, 1)) && t.To.Equal(t.From.AddDate(1, 0, 0)):
			parts = append(parts, t.From.Format("2006"))
		case t.From.Day() == 1 && t.To.Equal(t.From.AddDate(0, 1, 0)):
			parts = append(parts, t.From.Format("2006-01"))
		case last.Sub(t.From) > 24*time.Hour:
			parts = append(parts, t.From.Format(time.DateOnly), "to", last.Format(time.DateOnly))
		default:
			parts = append(parts, t.From.Format(time.DateOnly))
		}
	case t.Weekday > 0:
		parts = append(parts, time.Weekday(t.Weekday%7).String())
	default:
		if t.Day > 0 {
			parts = append(parts, fmt.Sprint(t.Day))
		}
		if t.Month > 0 {
			parts = append(parts, time.Month(t.Month).String())
		}
		if t.Year > 0 {
			parts = append(parts, fmt.Sprint(t.Year))
		}
	}
	if t.Clock >= 0 {
		parts = append(parts, fmt.Sprintf("%02d:%02d", t.Clock/60, t.Clock%60))
	}
	return strings.Join(parts, " ")
}

// spellings lists the names that are those of one person or place before and
// after, and are written in another way: not the surname for the full name,
// but Ryabkov for Riabkov.
func spellings(a, b []item) []Change {
	forms := func(items []item) map[string][]*item {
		out := map[string][]*item{}
		for i := range items {
			if items[i].kind == "name" {
				out[items[i].key] = append(out[items[i].key], &items[i])
			}
		}
		return out
	}
	old, new := forms(a), forms(b)
	var out []Change
	for i := range a {
		x := &a[i]
		if x.kind != "name" || old[x.key][0] != x || len(new[x.key]) == 0 {
			continue
		}
		y := new[x.key][0]
		if !contains(x.value.Text(), y.value.Text()) && !contains(y.value.Text(), x.value.Text()) {
			out = append(out, Change{"spelling", &x.value, &y.value})
		}
	}
	return out
}

// contains reports whether every word of part is a word of whole.
func contains(whole, part string) bool {
	words := strings.Fields(strings.ToLower(whole))
	for _, w := range strings.Fields(strings.ToLower(part)) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return true
}
