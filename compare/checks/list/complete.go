package list

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// A full is a list that is complete by what it is of: what somebody is charged with or
// convicted of, the titles that he holds. One that lacks a member of the other says
// less than it; of arms that were seized, or lands that are affected, any list is a choice.
type full struct {
	of          string // what it is of: "charges", "titles"
	first, last int    // tokens
	members     []charge
}

// A charge is a member of such a list: its words of sense.
type charge []string

// complete compares the complete lists of two statements: they have two members or
// more in common, and one has a member of which the other report says nothing nearby.
func complete(p *compare.Pass, x *compare.Pair) {
	for _, a := range compare.OnceOf(p, x.A, fulls) {
		for _, b := range compare.OnceOf(p, x.B, fulls) {
			if a.of != b.of || a.of == "charges" && !oneAccused(p, x, &a, &b) {
				continue
			}
			more, less := &a, &b
			other, near := x.B, x.NearB
			if len(a.members) < len(b.members) {
				more, less, other, near = &b, &a, x.A, x.NearA
			}
			extra := more.beyond(less)
			if len(extra) == 0 || len(more.members)-len(extra) < 2 || len(less.beyond(more)) > 0 || less.of == "charges" && accusedFurther(other, less, near()) ||
				slices.ContainsFunc(append(near(), other), func(st *witness.Statement) bool { return tells(st, extra) }) {
				continue
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: compare.TokenSpan(x.A, a.first, a.last), Value: wording(x.A, &a)},
				B:    compare.Spot{Statement: x.B, Span: compare.TokenSpan(x.B, b.first, b.last), Value: wording(x.B, &b)},
				Kind: compare.Imprecision, Severity: compare.Minor, Confidence: 0.65, Topic: "the " + a.of, Cause: a.of + " without " + strings.Join(extra[0], " "),
				Reason: "One list of " + a.of + " has a member that the other lacks.",
			})
		}
	}
}

// oneAccused reports whether two lists of charges are those of one person: who is named
// before them is one, or nobody is and the statements stand together.
func oneAccused(p *compare.Pass, x *compare.Pair, a, b *full) bool {
	as, bs := namedBefore(x.A, a), namedBefore(x.B, b)
	if len(as) == 0 && len(bs) == 0 {
		return p.Together(x.A, x.B)
	}
	return compare.Common(as, bs)
}

// namedBefore lists who is named before a list.
func namedBefore(st *witness.Statement, f *full) []*witness.Entity {
	var out []*witness.Entity
	for _, n := range compare.Facts[*witness.Name](st) {
		if n.Last < f.first && n.Entity != nil && !n.Demonym && n.Entity.Kind != witness.Place {
			out = append(out, n.Entity)
		}
	}
	return out
}

// accusedFurther reports whether more charges may be told behind a list, or in a
// statement near it, under words of their own: "He also faces a count of armed theft".
func accusedFurther(st *witness.Statement, f *full, near []*witness.Statement) bool {
	charges := func(t witness.Token) bool { return charging[t.Lemma] }
	return slices.ContainsFunc(st.Tokens[f.last+1:], charges) ||
		slices.ContainsFunc(near, func(o *witness.Statement) bool { return o != st && slices.ContainsFunc(o.Tokens, charges) })
}

// charging are the words that charges are told with.
var charging = map[string]bool{"count": true, "charge": true, "face": true, "accuse": true, "indict": true}

func wording(st *witness.Statement, f *full) string {
	return st.Witness.Text[st.Tokens[f.first].Span.Start:st.Tokens[f.last].Span.End]
}

// beyond lists the members that the other list lacks.
func (f *full) beyond(g *full) []charge {
	var out []charge
	for _, m := range f.members {
		if !slices.ContainsFunc(g.members, m.same) {
			out = append(out, m)
		}
	}
	return out
}

// same reports whether two members are one: all the words of sense of the one, or half
// of all, are in both.
func (m charge) same(o charge) bool {
	both := 0
	for _, w := range m {
		if slices.Contains(o, w) {
			both++
		}
	}
	return both > 0 && (both == min(len(m), len(o)) || both*3 >= len(m)+len(o))
}

// tells reports whether a statement has the last word of a member, in whatever connection.
func tells(st *witness.Statement, members []charge) bool {
	return slices.ContainsFunc(members, func(m charge) bool {
		last := m[len(m)-1]
		return slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return t.Lemma == last || t.Lower == last })
	})
}

// fulls reads the complete lists of a statement.
func fulls(st *witness.Statement) []full {
	var out []full
	for i := range max(0, len(st.Tokens)-2) {
		t, next := &st.Tokens[i], st.Tokens[i+1].Lower
		switch {
		case accusing[t.Lower] == next && next != "" && !added(st, i):
			if f := enumerated(st, i+2); len(f.members) > 1 && !ofPersons(st, &f) {
				f.of = "charges"
				out = append(out, f)
			}
		case abbreviated(t) && (i == 0 || !abbreviated(&st.Tokens[i-1]) && !joins(&st.Tokens[i-1])):
			f := enumerated(st, i)
			if len(f.members) < 2 {
				continue
			}
			if k := slices.IndexFunc(st.Tokens[f.first:f.last+1], func(t witness.Token) bool { return honours[t.Lemma] }); k > 0 {
				f.of, f.last = "titles", f.first+k
				out = append(out, f.named(st))
			}
		}
	}
	return out
}

// added reports whether what somebody is charged with at token i comes on top of charges
// told before: "was also charged with".
func added(st *witness.Statement, i int) bool {
	return further[compare.Word(st, i-1)] || slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return t.Head == i && further[t.Lower] })
}

// further are the words by which something is told on top of what was told before.
var further = map[string]bool{"also": true, "additionally": true, "further": true, "furthermore": true, "moreover": true, "besides": true, "too": true}

// named returns a list with the abbreviations as its members.
func (f full) named(st *witness.Statement) full {
	f.members = nil
	for k := f.first; k < f.last; k++ {
		if t := &st.Tokens[k]; abbreviated(t) {
			f.members = append(f.members, charge{t.Lower})
		}
	}
	return f
}

// ofPersons reports whether a list has persons among its members: those who were
// murdered, and no charges.
func ofPersons(st *witness.Statement, f *full) bool {
	return slices.ContainsFunc(compare.Facts[*witness.Name](st), func(n *witness.Name) bool {
		return f.first <= n.First && n.First <= f.last && n.Entity != nil && n.Entity.Kind == witness.Person
	})
}

// accusing are the words that what somebody is charged with comes after, with their prepositions.
var accusing = map[string]string{"charged": "with", "charges": "of", "convicted": "of", "guilty": "of", "indicted": "on"}

// honours are the nouns of what a champion holds.
var honours = map[string]bool{"title": true, "belt": true, "crown": true, "championship": true}

// abbreviated reports whether a word is an abbreviation in capitals.
func abbreviated(t *witness.Token) bool {
	return len(t.Form) >= 2 && len(t.Form) <= 5 && strings.ToUpper(t.Form) == t.Form && strings.ToLower(t.Form) != t.Form
}

func joins(t *witness.Token) bool { return t.Lower == "," || t.Lower == "and" || t.Lower == "&" }

// enumerated reads the list that begins at token i up to the member after its "and",
// which ends where something else is told.
func enumerated(st *witness.Statement, i int) full {
	f := full{first: i}
	var m charge
	closed := false
	end := func(at int) {
		if len(m) > 0 {
			f.members = append(f.members, m)
			f.last = at - 1
		}
		m = nil
	}
	k := i
	for ; k < len(st.Tokens); k++ {
		t := &st.Tokens[k]
		if joins(t) {
			if closed {
				break
			}
			end(k)
			closed = t.Lower != ","
			continue
		}
		if open[t.Lower] {
			return full{}
		}
		if t.UPOS == "PUNCT" && t.Lower != "-" && t.Lower != "\"" || beside[t.Lower] || t.XPOS == "VBD" || t.UPOS == "AUX" {
			break
		}
		if sense(t) {
			m = append(m, t.Lemma)
		}
	}
	end(k)
	if !closed {
		return full{}
	}
	return f
}

// beside are the words after a list that go on to something else, open those that
// say that it is not all.
var (
	beside = map[string]bool{"after": true, "when": true, "who": true, "which": true, "that": true, "while": true, "because": true, "following": true,
		"over": true, "on": true, "for": true, "against": true}
	open = map[string]bool{"including": true, "among": true, "such": true, "other": true, "others": true, "more": true}
)

// sense reports whether a word tells what a member of a list is.
func sense(t *witness.Token) bool {
	return (t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "VERB" || t.UPOS == "ADJ") && t.Lemma != "count" && t.Lemma != "charge" && lexicon.Category(t.Lemma, lexicon.Noun) != "time"
}
