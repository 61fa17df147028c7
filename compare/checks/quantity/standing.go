package quantity

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// rung is a place in an order that does not hang on who counts: where somebody
// finished, how many titles he has, how many of a sort came in a row.
type rung struct {
	span  witness.Span
	order string // titles of one sort, a run of one sort, the finish
	noun  string
	n     float64
}

// standings compares the places in an order of one bearer in two corresponding statements.
// Other ordinals are told by each report in its own count, and only noted.
func standings(p *compare.Pass, x *compare.Pair) {
	as, bs := rungs(p, x.A), rungs(p, x.B)
	if len(as) != 1 || len(bs) != 1 {
		return
	}
	a, b := as[0], bs[0]
	if a.order != b.order || a.n == b.n || !countsLike(p.Lexicon, &witness.Quantity{Of: a.noun}, &witness.Quantity{Of: b.noun}) || !oneContender(x) || tellsRung(p, x.NearB(), a) || tellsRung(p, x.NearA(), b) {
		return
	}
	va, vb := compare.QuantityValue(&witness.Quantity{Kind: witness.Ordinal, Point: a.n}), compare.QuantityValue(&witness.Quantity{Kind: witness.Ordinal, Point: b.n})
	p.Report(x, compare.Difference{
		A:    compare.Spot{Statement: x.A, Span: a.span, Value: va},
		B:    compare.Spot{Statement: x.B, Span: b.span, Value: vb},
		Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.75, Topic: "place in order",
		Reason: fmt.Sprintf("Who is %s is not %s.", va, vb),
	})
}

// tellsRung reports whether one of several statements gives the place too.
func tellsRung(p *compare.Pass, sts []*witness.Statement, a rung) bool {
	return slices.ContainsFunc(sts, func(st *witness.Statement) bool {
		return slices.ContainsFunc(rungs(p, st), func(o rung) bool { return o.n == a.n && o.order == a.order })
	})
}

// oneContender reports whether two statements have one subject, by name or by noun.
func oneContender(x *compare.Pair) bool {
	subject := func(st *witness.Statement) int {
		for i := range st.Tokens {
			if st.Tokens[i].Head < 0 {
				return compare.Child(st, i, "nsubj")
			}
		}
		return -1
	}
	i, j := subject(x.A), subject(x.B)
	if i < 0 || j < 0 {
		return false
	}
	m, n := compare.NameOver(x.A, i), compare.NameOver(x.B, j)
	if m == nil || n == nil {
		return m == nil && n == nil && x.A.Tokens[i].Lemma == x.B.Tokens[j].Lemma
	}
	return m.Entity != nil && m.Entity == n.Entity
}

// won are the nouns for what is won once for good.
var won = wordSet("title", "crown", "championship", "trophy")

// finishing are the verbs for where somebody ends.
var finishing = wordSet("finish", "come", "place", "rank")

// rungs is rungsOf, read once for every statement.
func rungs(p *compare.Pass, st *witness.Statement) []rung {
	return compare.OnceOf(p, st, func(st *witness.Statement) []rung { return rungsOf(p.Lexicon, st) })
}

// rungsOf lists the places in an order that a statement gives.
func rungsOf(lex *lexicon.Lexicon, st *witness.Statement) []rung {
	var out []rung
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind != witness.Ordinal || q.OfAt < 0 {
			continue
		}
		noun := st.Tokens[q.OfAt].Lemma
		switch {
		case running(st, q):
			out = append(out, rung{q.Span, "in a row " + whichSort(st, q), noun, q.Point})
		case won[noun] && q.OfAt > q.Number && compare.Child(st, q.OfAt, "nmod:poss") >= 0 && compare.Child(st, q.OfAt, "nmod") < 0:
			out = append(out, rung{q.Span, "title " + whichSort(st, q), noun, q.Point})
		}
	}
	for i := 0; i+1 < len(st.Tokens); i++ {
		if !finishing[st.Tokens[i].Lemma] || st.Tokens[i].UPOS != "VERB" {
			continue
		}
		all := lex.Numbers().GetAll(st.Tokens[i+1].Lower)
		k := slices.IndexFunc(all, func(n lexicon.Number) bool { return n.Kind == "ordinal" })
		if k < 0 {
			continue
		}
		if w := compare.Word(st, i+2); w == "" || w == "." || w == "," || w == "in" || w == "at" || w == "behind" {
			out = append(out, rung{st.Tokens[i+1].Span, "finish " + contest(st, i+2), "", all[k].Value})
		}
	}
	return out
}

// whichSort returns the words between an ordinal and its noun that say of which sort it is:
// a third straight home game need not be the third straight game.
func whichSort(st *witness.Statement, q *witness.Quantity) string {
	out := ""
	for k := q.Number + 1; k < q.OfAt; k++ {
		if w := st.Tokens[k].Lower; w != "straight" && w != "consecutive" && w != "successive" {
			out += w + " "
		}
	}
	return out
}

// contest returns the words for what somebody finished in: "in the 400 metres".
func contest(st *witness.Statement, i int) string {
	out := ""
	if w := compare.Word(st, i); w != "in" && w != "at" {
		return out
	}
	for k := i + 1; k < len(st.Tokens) && st.Tokens[k].UPOS != "ADP" && st.Tokens[k].UPOS != "PUNCT" && st.Tokens[k].UPOS != "VERB"; k++ {
		if st.Tokens[k].UPOS != "DET" {
			out += st.Tokens[k].Lemma + " "
		}
	}
	return out
}

// running reports whether an ordinal is of things that came one after another: "the third
// hike in a row", "his fifth straight win".
func running(st *witness.Statement, q *witness.Quantity) bool {
	for k := q.Number + 1; k < len(st.Tokens) && k <= q.OfAt+3; k++ {
		switch st.Tokens[k].Lower {
		case "straight", "consecutive", "successive":
			return k < q.OfAt
		case "row":
			return compare.Word(st, k-1) == "a" && compare.Word(st, k-2) == "in"
		}
	}
	return false
}

// stands reports whether two ordinals are places that standings compares.
func stands(p *compare.Pass, x *compare.Pair, a, b *witness.Quantity) bool {
	of := func(st *witness.Statement, q *witness.Quantity) bool {
		return slices.ContainsFunc(rungs(p, st), func(s rung) bool { return s.span == q.Span })
	}
	return of(x.A, a) && of(x.B, b)
}
