package list

import (
	"fmt"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// item is a counted member of a list of things.
type item struct {
	q    *witness.Quantity
	noun string
}

// counted finds, in two lists of things that correspond, as many of one thing
// in one as of another in the other: three speedboats, three outboard motors.
func counted(p *compare.Pass, x *compare.Pair) {
	as, bs := items(x.A), items(x.B)
	if len(as) == 0 || len(bs) == 0 || inCommon(x) < 2 {
		return
	}
	for _, a := range as {
		for _, b := range bs {
			if a.q.Point != b.q.Point || a.noun == b.noun || !oneSort(a.noun, b.noun) || mentions(x.B, a.noun) || mentions(x.A, b.noun) ||
				alike(p.Lexicon, a.noun, b.noun) || twin(as, a) || twin(bs, b) {
				continue
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: words(x.A, a.q), Value: fmt.Sprintf("%.0f %s", a.q.Point, a.noun)},
				B:    compare.Spot{Statement: x.B, Span: words(x.B, b.q), Value: fmt.Sprintf("%.0f %s", b.q.Point, b.noun)},
				Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.6, Topic: "a member of a list",
				Reason: "As many of one thing in one list as of another in the other, and each only there.",
			})
		}
	}
}

func words(st *witness.Statement, q *witness.Quantity) witness.Span {
	return compare.TokenSpan(st, min(q.Number, q.OfAt), max(q.Number, q.OfAt))
}

// items lists the counted things of the lists of a statement, from two up: by
// the parse, and, as long lists are parsed badly, by the comma before.
func items(st *witness.Statement) []item {
	listed := map[int]bool{}
	for _, e := range enumerations(st) {
		for _, m := range e.members {
			listed[m] = true
		}
	}
	var out []item
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.OfAt < 0 || q.Kind != witness.Cardinal || q.Hedge != witness.Exact || q.Point < 2 {
			continue
		}
		before := q.Number > 0 && (st.Tokens[q.Number-1].Lower == "," || st.Tokens[q.Number-1].Lower == "and")
		if noun := st.Tokens[q.OfAt].Lemma; (before || listed[q.OfAt]) && lexicon.Category(noun, lexicon.Noun) == "artifact" {
			out = append(out, item{q, noun})
		}
	}
	return out
}

// inCommon counts the nouns of both statements that correspond.
func inCommon(x *compare.Pair) int {
	n := 0
	for i := range x.A.Tokens {
		if j := x.ToB[i]; j >= 0 && x.Tied(i, j) && nominal(&x.A.Tokens[i]) {
			n++
		}
	}
	return n
}

func mentions(st *witness.Statement, noun string) bool {
	for i := range st.Tokens {
		if st.Tokens[i].Lemma == noun {
			return true
		}
	}
	return false
}

// sorts are the kinds of things that a report may take for each other; what drives a
// vehicle is taken for the vehicle.
var sorts = [...][]string{
	{"weapon", "weaponry", "ammunition"},
	{"vehicle", "motor", "engine"},
	{"electronic equipment", "computer"},
	{"garment"}, {"jewelry"}, {"building"}, {"furniture"}, {"art"},
}

// farthestSort is how many steps above a noun its sort may be: "speedboat" is five below
// "vehicle".
const farthestSort = 5

// oneSort reports whether two nouns are of one sort: as many machine guns as speedboats
// are two items that only have their number in common.
func oneSort(a, b string) bool {
	return slices.ContainsFunc(sorts[:], func(kinds []string) bool { return ofSort(a, kinds) && ofSort(b, kinds) })
}

func ofSort(noun string, kinds []string) bool {
	return slices.ContainsFunc(kinds, func(kind string) bool {
		_, ok := lexicon.Hypernym(noun, kind, lexicon.Noun, farthestSort)
		return ok || noun == kind
	})
}

// alike reports whether two nouns may name one thing.
func alike(lex *lexicon.Lexicon, a, b string) bool {
	return lex.Synonymous(a, b, lexicon.Noun) || lexicon.Kin(a, b, lexicon.Noun, 5)
}

// twin reports whether another item of a list has the same number.
func twin(list []item, i item) bool {
	for _, o := range list {
		if o.q != i.q && o.q.Point == i.q.Point {
			return true
		}
	}
	return false
}
