package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
	"github.com/factdiff/factdiff/witness"
)

// writeFacts lists the facts that were read from a statement, each with its
// words.
func writeFacts(w io.Writer, st *witness.Statement) {
	if len(st.Facts) == 0 {
		fmt.Fprintln(w, "No facts were read from it.")
		return
	}
	for _, f := range st.Facts {
		kind, says := describe(st, f)
		at := f.Where()
		fmt.Fprintf(w, "%-11s “%s”: %s\n", kind, render.Line(st.Witness.Text[at.Start:at.End]), says)
	}
}

// describe says in words what a fact states.
func describe(st *witness.Statement, f witness.Fact) (kind, says string) {
	switch f := f.(type) {
	case *witness.Quantity:
		return "quantity", describeQuantity(f)
	case *witness.Time:
		return "time", describeTime(f)
	case *witness.Name:
		says := entity(f.Entity)
		if f.Demonym {
			says += ", as a demonym"
		} else if f.Metonym {
			says += ", for its government"
		}
		return "name", says
	case *witness.Role:
		says := strings.TrimSpace(f.Modifier + " " + f.Office)
		if f.Of != "" {
			says += " of " + f.Of
		}
		if f.Former {
			says = "former " + says
		}
		if f.Holder != nil {
			says += ", held by " + f.Holder.Name
		}
		return "role", says
	case *witness.Quote:
		says := "said by " + speaker(f.Speaker, f.SpeakerWords)
		if f.Scare {
			says = "words set in marks"
		}
		return "quote", says
	case *witness.Claim:
		return "claim", describeClaim(f)
	case *witness.Attribution:
		return "attribution", fmt.Sprintf("%s (%s) by %s", f.Verb, f.Kind, speaker(f.Speaker, f.SpeakerWords))
	case *witness.Condition:
		return "condition", fmt.Sprintf("%s: %s", form(st, f.Thing.Head), f.Value)
	case *witness.Negation:
		says := "turns " + form(st, f.Scope)
		if f.Implicit {
			says += " by its own sense"
		}
		return "negation", says
	}
	return fmt.Sprintf("%T", f), ""
}

var quantityKinds = [...]string{
	witness.Cardinal: "count", witness.Ordinal: "ordinal", witness.Percent: "percentage", witness.Money: "money",
	witness.Duration: "duration", witness.Age: "age", witness.Measure: "measure", witness.Score: "score", witness.Label: "label",
}

func describeQuantity(q *witness.Quantity) string {
	s := quantityKinds[q.Kind] + " " + compare.QuantityValue(q)
	if q.Of != "" {
		s += " of " + strings.Join(append(q.Mods[:len(q.Mods):len(q.Mods)], q.Of), " ")
	}
	return s
}

var weekdays = [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

func describeTime(t *witness.Time) string {
	var parts []string
	if !t.From.IsZero() {
		last := t.To.Add(-time.Nanosecond)
		s := t.From.Format(time.DateOnly)
		if last.After(t.From.AddDate(0, 0, 1)) {
			s += " to " + last.Format(time.DateOnly)
		}
		parts = append(parts, s)
	} else if t.Weekday > 0 && t.Weekday < len(weekdays) {
		parts = append(parts, weekdays[t.Weekday])
	}
	if t.Clock >= 0 {
		parts = append(parts, fmt.Sprintf("%02d:%02d", t.Clock/60, t.Clock%60))
	}
	if t.From.IsZero() {
		parts = append(parts, "the day is open without the report's date")
	}
	if t.Hedged {
		parts = append(parts, "as a bound")
	}
	return strings.Join(parts, ", ")
}

var entityKinds = [...]string{
	witness.OtherEntity: "name", witness.Person: "person", witness.Place: "place", witness.Organisation: "organisation",
}

func entity(e *witness.Entity) string {
	if e == nil {
		return "unknown"
	}
	return entityKinds[e.Kind] + " " + e.Name
}

func speaker(e *witness.Entity, words string) string {
	switch {
	case e != nil:
		return e.Name
	case words != "":
		return words
	}
	return "nobody named"
}

var modalities = [...]string{
	witness.Actual: "", witness.Future: "will", witness.Intended: "intended", witness.Possible: "possible", witness.Able: "able",
	witness.Ought: "ought", witness.Must: "must", witness.Wanted: "wanted", witness.Supposed: "supposed",
	witness.Tried: "tried", witness.Expected: "expected", witness.Alleged: "alleged",
}

// describeClaim writes a claim as predicate(agent, patient, others): "not
// invade(Russia, Ukraine), intended".
func describeClaim(c *witness.Claim) string {
	arg := func(a *witness.Arg) string {
		switch {
		case a == nil:
			return "–"
		case a.Entity != nil:
			return a.Entity.Name
		}
		return a.Lemma
	}
	args := []string{arg(c.Agent), arg(c.Patient)}
	for i := range c.Others {
		args = append(args, strings.TrimSpace(c.Others[i].Prep+" "+arg(&c.Others[i])))
	}
	s := c.Predicate + "(" + strings.Join(args, ", ") + ")"
	if c.Negative {
		s = "not " + s
	}
	if m := modalities[c.Modality]; m != "" {
		s += ", " + m
	}
	if c.Attribution != nil {
		s += ", according to " + speaker(c.Attribution.Speaker, c.Attribution.SpeakerWords)
	}
	return s
}

func form(st *witness.Statement, token int) string {
	if token < 0 || token >= len(st.Tokens) {
		return "nothing"
	}
	return "“" + render.Line(st.Tokens[token].Form) + "”"
}
