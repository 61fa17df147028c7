package quantity

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// heading names what two figures of independent reports are about: what became of
// those who are counted, where that is told, or else what is counted.
func heading(lex *lexicon.Lexicon, a, b told) string {
	if s := shared(lex, a, b); a.q.Kind == witness.Cardinal && tolled(s) && living(lex, a.q.Of) && living(lex, b.q.Of) {
		return "number of " + s
	}
	return topic(lex, a, b)
}

// plural returns the noun that a figure counts as it is written, where it is a
// plural.
func plural(t told) string {
	if t.q.OfAt < 0 || !strings.HasSuffix(t.st.Tokens[t.q.OfAt].XPOS, "S") {
		return ""
	}
	return t.st.Tokens[t.q.OfAt].Lower
}

// cause names the disagreement of two figures, whatever words tell of it. A toll
// that two reports give in the title, again below, and as "people" in a third place
// is one disagreement, and who corrects it has to correct it everywhere. Two figures
// that both have two digits or more are hardly met again by chance; of smaller or
// round ones the sort of thing that is counted must be the same. Nothing where the
// figures do not tell one disagreement from another.
func cause(lex *lexicon.Lexicon, a, b told) string {
	if a.q.Kind == witness.Ordinal || a.q.Kind == witness.Age {
		return "" // several men are 30 in one report and 31 in another
	}
	of := ""
	if min(significant(least(a.q)), significant(least(b.q))) < 2 && a.q.Kind == witness.Cardinal {
		if of = counted(lex, a, b); of == "" {
			return ""
		}
	}
	x, y := figure(a.q), figure(b.q)
	return fmt.Sprintf("%d %s %s: %s %s", a.q.Kind, a.q.Unit, of, min(x, y), max(x, y))
}

// figure writes a quantity without its hedge.
func figure(q *witness.Quantity) string {
	if q.Kind == witness.Score {
		return fmt.Sprintf("%g-%g", q.Point, q.Second)
	}
	return fmt.Sprintf("%g", least(q))
}

// counted names the sort of thing that two counts are of: people with what became
// of them, or the noun.
func counted(lex *lexicon.Lexicon, a, b told) string {
	noun := cmp.Or(a.q.Of, b.q.Of)
	if s := shared(lex, a, b); s != "" || noun != "" && (living(lex, noun) || noun == "vote") {
		return "people " + s
	}
	return cmp.Or(class(lex, noun), noun)
}

// shared returns the state of those that two figures count, where one of them says
// it and the other does not gainsay it.
func shared(lex *lexicon.Lexicon, a, b told) string {
	x, y := state(lex, a.st, a.q), state(lex, b.st, b.q)
	if x != "" && y != "" && x != y {
		return ""
	}
	return cmp.Or(x, y)
}

// topic names what two figures are about by the noun that they count, or else by what
// they are: the noun beside a sum, a share or a speed is not what is counted.
func topic(lex *lexicon.Lexicon, a, b told) string {
	switch a.q.Kind {
	case witness.Duration:
		if of := cmp.Or(a.q.Of, b.q.Of); of != "" && !living(lex, of) {
			return "duration of " + of
		}
		return "duration"
	case witness.Score:
		return "score"
	case witness.Age:
		return "age"
	case witness.Ordinal:
		return "order"
	case witness.Money:
		return "sum"
	case witness.Percent:
		return "percentage"
	case witness.Measure:
		if a.q.Point < 0 || a.q.Unit == "deg" && (strings.HasSuffix(a.q.Of, "temperature") || strings.HasSuffix(b.q.Of, "temperature")) {
			return "temperature" // of a scale that is not told
		}
		if u, ok := lex.Units().Get(a.q.Unit); ok && u.Dimension != "" {
			return u.Dimension
		}
		return "measure"
	}
	if of := cmp.Or(plural(a), plural(b)); of != "" {
		return "number of " + of
	}
	if of := cmp.Or(a.q.Of, b.q.Of); of != "" {
		return "number of " + several(of)
	}
	return "number"
}

// several writes the plural of a noun that stands in the singular beside its number:
// "a 30,000-seat hall".
func several(noun string) string {
	switch {
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"):
		return noun + "es"
	case len(noun) > 1 && strings.HasSuffix(noun, "y") && !strings.ContainsRune("aeiou", rune(noun[len(noun)-2])):
		return noun[:len(noun)-1] + "ies"
	case noun == "people" || noun == "police" || strings.HasSuffix(noun, "men"):
		return noun
	}
	return noun + "s"
}
