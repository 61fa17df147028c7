package quantity

import (
	"math"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// figures compares what the reports say on the topics of which an event has one
// figure: how many houses burned, how many were on board, the turnout.
func figures(p *compare.Pass) {
	single(p, func(st *witness.Statement, q *witness.Quantity) string {
		t := topicOf(p.Lexicon, st, q)
		if t == "" || q.Numeral == 1 || additive(st, q) || part(st, q) || partitive(st, q) || compounded(st, q) || unreal(st, q) || elsewhen(st) || updated(p.Lexicon, st, q) ||
			t == "depth" && !has(st, quakes) {
			return ""
		}
		return t
	})
}

// quakes are the words for that of which a depth is one figure: a lake, a snowfall and a
// wreck have others.
var quakes = wordSet("quake", "earthquake", "temblor", "tremor", "epicenter", "epicentre", "hypocenter", "hypocentre", "shock")

// updateReach is how far before its figure the verb may stand by which it took the
// place of another.
const updateReach = 6

// raising are the verbs besides those for a direction by which a sum is made greater.
var raising = wordSet("raise", "double", "triple", "boost", "hike", "lift", "reduce", "lower", "cut")

// updated reports whether a sum is what another was brought to: "the reward was
// raised to $25,000".
func updated(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) bool {
	first := compare.FirstAt(st, q.Span.Start)
	if w := compare.Word(st, first-1); q.Kind != witness.Money || w != "to" && w != "from" {
		return false
	}
	for k := first - 2; k >= 0 && k >= first-updateReach; k-- {
		t := &st.Tokens[k]
		if lex.Directions().Has(t.Lemma) || raising[t.Lemma] {
			return true
		}
	}
	return false
}

// topicOf names what a quantity is about, or nothing.
func topicOf(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) string {
	if math.IsNaN(q.Point) {
		return ""
	}
	kind := kindName[q.Kind]
	if kind == "" {
		return ""
	}
	class := class(lex, q.Of)
	if q.Kind == witness.Measure {
		class = strings.ToLower(q.Unit)
	}
	if q.Kind == witness.Cardinal && class == "" || class == "passenger" && state(lex, st, q) != "" {
		return ""
	}
	if ts, n := lex.Topics().Longest([]string{lexicon.AnyOf + class}); n > 0 && ts[0].Kind == kind && class != "" {
		return ts[0].Name
	}
	return nearTopic(lex, st, q, kind, class)
}

var kindName = map[witness.QuantityKind]string{witness.Cardinal: "count", witness.Money: "money", witness.Percent: "percent", witness.Measure: "measure"}

// topicReach is how far from its figure the word that tells its topic may stand.
const topicReach = 8

// nearTopic returns the topic that the nearest word tells, in the stretch up to the
// next figure.
func nearTopic(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity, kind, class string) string {
	at := func(i int) string {
		for n := min(2, len(st.Tokens)-i); n > 0; n-- {
			words := []string{st.Tokens[i].Lemma}
			if n == 2 {
				words = append(words, st.Tokens[i+1].Lower)
			}
			if ts, m := lex.Topics().Longest(words); m == n {
				for _, t := range ts {
					if t.Kind == kind && (kind != "count" && kind != "measure" || t.Class == class) {
						return t.Name
					}
				}
			}
		}
		return ""
	}
	left, right := q.Number, compare.FirstAt(st, q.Span.End)-1
	stop := func(i int) bool {
		return i < 0 || i >= len(st.Tokens) || st.Tokens[i].UPOS == "NUM" || st.Tokens[i].Lower == ";"
	}
	doneL, doneR := false, false
	for range topicReach {
		left, right = left-1, right+1
		doneL, doneR = doneL || stop(left), doneR || stop(right)
		if !doneR {
			if t := at(right); t != "" {
				return t
			}
		}
		if !doneL {
			if t := at(left); t != "" {
				return t
			}
		}
	}
	return ""
}

// unreal reports whether a figure is only asked for, feared or foreseen.
func unreal(st *witness.Statement, q *witness.Quantity) bool {
	c := claimOf(st, q)
	return c != nil && (c.Negative || c.Modality == witness.Possible || c.Modality == witness.Wanted || c.Modality == witness.Supposed || c.Modality == witness.Alleged)
}
