package compare

import (
	"slices"
	"testing"

	"github.com/factdiff/factdiff/witness"
)

// reports makes an event of reports of one statement each, of words that are no fact
// but for their first, a count; all statements stand in one group, the counts tied.
func reports(counts ...float64) *witness.Event {
	ev := &witness.Event{}
	g := &witness.Group{Cells: make([][]int, len(counts))}
	for i, n := range counts {
		w := &witness.Witness{ID: string(rune('A' + i)), Index: i, Text: "0123456789"}
		st := &witness.Statement{Witness: w, Span: witness.Span{Start: 0, End: 10}}
		st.Facts = []witness.Fact{&witness.Quantity{At: witness.At{Span: witness.Span{Start: 0, End: 2}}, Point: n}}
		w.Statements = []*witness.Statement{st}
		ev.Witnesses = append(ev.Witnesses, w)
		g.Cells[i] = []int{0}
		for k := range i {
			g.Links = append(g.Links, witness.Link{A: witness.Ref{Witness: k}, B: witness.Ref{Witness: i}, Words: []witness.WordLink{{}}})
		}
	}
	ev.Groups = []*witness.Group{g}
	return ev
}

// against makes the draft of a conflict between what two reports of ev say.
func against(ev *witness.Event, c *Check, topic string, a, b int, va, vb string) draft {
	spot := func(w int, v string) Spot {
		return Spot{Statement: ev.Witnesses[w].Statements[0], Span: witness.Span{Start: 0, End: 2}, Value: v}
	}
	return draft{check: c, diff: Difference{A: spot(a, va), B: spot(b, vb), Kind: Conflict, Topic: topic}}
}

func TestMergePairs(t *testing.T) {
	plain := &Check{Name: "plain", Plain: true}
	for _, test := range []struct {
		name     string
		counts   []float64
		drafts   func(ev *witness.Event) []draft
		readings []string
		outliers []string
	}{
		{"one thing under two topics", []float64{1, 2, 1}, func(ev *witness.Event) []draft {
			return []draft{against(ev, plain, "product", 0, 1, "1", "2"), against(ev, plain, "GDP", 1, 2, "2", "1")}
		}, []string{"A 1", "B 2", "C 1"}, []string{"B"}},
		{"a day told with its date and without", []float64{0, 1, 2}, func(ev *witness.Event) []draft {
			return []draft{against(ev, plain, "date", 0, 1, "2023-05-12", "2023-05-11"), against(ev, plain, "date", 2, 1, "Friday", "Thursday"), against(ev, plain, "date", 0, 1, "Friday", "Thursday")}
		}, []string{"A Friday", "B Thursday", "C Friday"}, []string{"B"}},
		{"two values that a difference sets against each other stay two", []float64{0, 1, 2}, func(ev *witness.Event) []draft {
			return []draft{against(ev, plain, "date", 0, 1, "2023-05-12", "2023-05-19"), against(ev, plain, "date", 0, 2, "Friday", "Thursday"), against(ev, plain, "date", 1, 2, "Friday", "Thursday")}
		}, []string{"A 2023-05-12", "B 2023-05-19", "C Thursday"}, []string{}},
		{"who says the same is named", []float64{7, 9, 9}, func(ev *witness.Event) []draft {
			return []draft{against(ev, plain, "dead", 0, 1, "7", "9")}
		}, []string{"A 7", "B 9", "C 9"}, []string{"A"}},
		{"who says neither is not", []float64{7, 9, 5}, func(ev *witness.Event) []draft {
			return []draft{against(ev, plain, "dead", 0, 1, "7", "9")}
		}, []string{"A 7", "B 9"}, []string{}},
		{"of words that are not their value nothing is known", []float64{7, 9, 9}, func(ev *witness.Event) []draft {
			return []draft{against(ev, &Check{Name: "deed"}, "dead", 0, 1, "7", "9")}
		}, []string{"A 7", "B 9"}, []string{}},
	} {
		ev := reports(test.counts...)
		fs := merge(ev, test.drafts(ev), nil)
		if len(fs) != 1 {
			t.Errorf("%s: %d findings, want 1", test.name, len(fs))
			continue
		}
		var got []string
		for _, r := range fs[0].Readings {
			got = append(got, r.Witness+" "+r.Value)
		}
		if !slices.Equal(got, test.readings) || !slices.Equal(fs[0].Outliers, test.outliers) {
			t.Errorf("%s: %q, alone %q; want %q, alone %q", test.name, got, fs[0].Outliers, test.readings, test.outliers)
		}
	}
}
