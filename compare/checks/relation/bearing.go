package relation

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// points are the words of the compass in degrees.
var points = map[string]float64{
	"north": 0, "northern": 0, "northeast": 45, "northeastern": 45, "east": 90, "eastern": 90, "southeast": 135, "southeastern": 135,
	"south": 180, "southern": 180, "southwest": 225, "southwestern": 225, "west": 270, "western": 270, "northwest": 315, "northwestern": 315,
}

// point reads a word of the compass at token i, also one written in two words:
// "south-west", "south - western". It returns the last token that it read, or
// -1.
func point(st *witness.Statement, i int) (degrees float64, last int) {
	word := strings.ReplaceAll(st.Tokens[i].Lower, "-", "")
	if word == "north" || word == "south" {
		k := i + 1
		if k < len(st.Tokens) && st.Tokens[k].Lower == "-" {
			k++
		}
		if k < len(st.Tokens) {
			if d, ok := points[word+st.Tokens[k].Lower]; ok {
				return d, k
			}
		}
	}
	if d, ok := points[word]; ok {
		return d, i
	}
	return 0, -1
}

// angle is what lies between two bearings, at most 180 degrees.
func angle(a, b float64) float64 {
	d := math.Abs(a - b)
	return math.Min(d, 360-d)
}

// contrary is the least angle between two bearings that cannot be one, coarsely
// and finely told.
const contrary = 90

// bearing is a place told by a direction from another: "150 miles east of
// Aden".
type bearing struct {
	degrees     float64
	first, last int           // the words
	from        *witness.Name // the place that is counted from
}

func (b *bearing) value(st *witness.Statement) string {
	return strings.ToLower(st.Witness.Text[st.Tokens[b.first].Span.Start:st.Tokens[b.from.First-1].Span.End]) + " " + b.from.Entity.Name
}

// readBearings lists the bearings of a statement.
func readBearings(st *witness.Statement) []bearing {
	var out []bearing
	for i := 0; i < len(st.Tokens); i++ {
		deg, last := point(st, i)
		if last < 0 {
			continue
		}
		of := last + 1
		if of+1 < len(st.Tokens) && (st.Tokens[of].Lower == "of" || st.Tokens[of].Lower == "from") {
			to := of + 1
			for to < len(st.Tokens)-1 && nameAt(st, to) == nil && to < of+6 && st.Tokens[to].UPOS != "PUNCT" && st.Tokens[to].UPOS != "VERB" {
				to++ // "of the port of Bandar Abbas"
			}
			if n := nameAt(st, to); n != nil && !n.Demonym {
				out = append(out, bearing{deg, i, n.Last, n})
			}
		}
		i = last
	}
	return out
}

// bearings compares what two corresponding statements put at a bearing from
// one place.
func bearings(p *compare.Pass, x *compare.Pair) {
	as := compare.OnceOf(p, x.A, readBearings)
	if len(as) == 0 {
		return
	}
	bs := compare.OnceOf(p, x.B, readBearings)
	for i := range as {
		a := &as[i]
		if slices.ContainsFunc(bs, func(b bearing) bool { return b.from.Entity == a.from.Entity && angle(a.degrees, b.degrees) < contrary }) {
			continue
		}
		for j := range bs {
			b := &bs[j]
			if b.from.Entity != a.from.Entity || slices.ContainsFunc(as, func(a bearing) bool { return b.from.Entity == a.from.Entity && angle(a.degrees, b.degrees) < contrary }) {
				continue
			}
			conf := 0.0
			switch {
			case distance(x.A, a.first) != 0 && distance(x.A, a.first) == distance(x.B, b.first):
				conf = 0.9 // as far, the other way
			case len(as) == 1 && len(bs) == 1 && distance(x.A, a.first)*distance(x.B, b.first) == 0:
				conf = 0.7
			default:
				continue
			}
			p.Report(x, compare.Difference{
				A:    compare.Spot{Statement: x.A, Span: compare.TokenSpan(x.A, a.first, a.last), Value: a.value(x.A)},
				B:    compare.Spot{Statement: x.B, Span: compare.TokenSpan(x.B, b.first, b.last), Value: b.value(x.B)},
				Kind: compare.Conflict, Severity: compare.Major, Confidence: conf, Topic: "place, from " + a.from.Entity.Name,
				Reason: fmt.Sprintf("The directions are %.0f degrees apart.", angle(a.degrees, b.degrees)),
			})
		}
	}
}

// distance returns the length that stands just before token i, in metres; 0
// where none does.
func distance(st *witness.Statement, i int) float64 {
	for _, q := range compare.Facts[*witness.Quantity](st) {
		if q.Kind == witness.Measure && q.Unit == "m" && q.Span.End <= st.Tokens[i].Span.Start && st.Tokens[i].Span.Start-q.Span.End <= 3 {
			return q.Point
		}
	}
	return 0
}

func lower(s string) string { return strings.ToLower(s) }
