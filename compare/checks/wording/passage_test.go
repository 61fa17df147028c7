package wording

import (
	"fmt"
	"testing"

	"github.com/factdiff/factdiff/witness"
)

// TestPassages asks which groups are counted together: those that a sentence
// ties, and those beside which a version has nothing, within a paragraph.
func TestPassages(t *testing.T) {
	for _, c := range []struct {
		name       string
		paragraphs [][]int   // by witness and statement
		groups     [][][]int // by group and witness
		want       string
	}{
		{"apart", [][]int{{0, 0}, {0, 0}}, [][][]int{{{0}, {0}}, {{1}, {1}}}, "[[[0] [0]] [[1] [1]]]"},
		{"drawn together", [][]int{{0, 0}, {0}, {0, 0}}, [][][]int{{{0}, {0}, {0}}, {{1}, {0}, {1}}}, "[[[0 1] [0] [0 1]]]"},
		{"over a paragraph's end", [][]int{{0, 1}, {0}, {0, 1}}, [][][]int{{{0}, {0}, {0}}, {{1}, {0}, {1}}}, "[[[0] [0] [0]] [[1] [0] [1]]]"},
		{"left out", [][]int{{0, 0}, {0}, {0, 0}}, [][][]int{{{0}, {0}, {0}}, {{1}, nil, {1}}}, "[[[0 1] [0] [0 1]]]"},
		{"left out first", [][]int{{0, 0}, {0}, {0, 0}}, [][][]int{{{0}, nil, {0}}, {{1}, {0}, {1}}}, "[[[0 1] [0] [0 1]]]"},
		{"left out alone", [][]int{{0, 1}, {0}, {0, 1}}, [][][]int{{{0}, {0}, {0}}, {{1}, nil, {1}}}, "[[[0] [0] [0]] [[1] [] [1]]]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ev := &witness.Event{}
			for _, ps := range c.paragraphs {
				w := &witness.Witness{}
				for i, p := range ps {
					w.Statements = append(w.Statements, &witness.Statement{Index: i, Paragraph: p})
				}
				ev.Witnesses = append(ev.Witnesses, w)
			}
			for _, cells := range c.groups {
				ev.Groups = append(ev.Groups, &witness.Group{Cells: cells})
			}
			var got [][][]int
			for _, p := range passages(ev) {
				got = append(got, p.cells)
			}
			if s := fmt.Sprint(got); s != c.want {
				t.Errorf("passages are %s, want %s", s, c.want)
			}
		})
	}
}
