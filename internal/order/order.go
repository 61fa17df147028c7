// Package order says in which order the stages go through the reports of an
// event, and puts an event into another.
//
// Some order there must be: knowledge of a name grows from report to report,
// texts are aligned one after another, ties are broken. Were it that of the
// IDs, to rename a report would change what is found. So it comes of the texts
// alone, those first that say what most others say, as in the progressive
// alignment of text collation: what is read first is what the rest is held
// against.
package order

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/factdiff/factdiff/witness"
)

// ByText puts the witnesses of an event that no stage has seen yet into the
// order that the stages go through them in: the greater the share of its words
// that other reports have too, the earlier a report comes; of two alike, that
// whose text is first in the alphabet. Copies come side by side, and count once.
func ByText(ev *witness.Event) {
	common := commonness(ev.Witnesses)
	slices.SortStableFunc(ev.Witnesses, func(a, b *witness.Witness) int {
		return cmp.Or(cmp.Compare(common[b], common[a]), strings.Compare(a.Text, b.Text), a.Published.Compare(b.Published),
			strings.Compare(a.Lang, b.Lang), strings.Compare(a.SourceLang, b.SourceLang), strings.Compare(a.Translates, b.Translates),
			strings.Compare(a.Outlet, b.Outlet), strings.Compare(a.Title, b.Title), strings.Compare(a.URL, b.URL))
	})
	for i, w := range ev.Witnesses {
		w.Index = i
	}
}

// commonness is, of each report, in how many of the others one of its words
// stands on average.
func commonness(ws []*witness.Witness) map[*witness.Witness]float64 {
	words := map[string]map[string]bool{} // by text
	in := map[string]int{}                // texts that have the word
	for _, w := range ws {
		if words[w.Text] != nil {
			continue
		}
		words[w.Text] = vocabulary(w.Text)
		for v := range words[w.Text] {
			in[v]++
		}
	}
	of := make(map[*witness.Witness]float64, len(ws))
	for _, w := range ws {
		n := 0
		for v := range words[w.Text] {
			n += in[v] - 1
		}
		of[w] = float64(n) / float64(max(1, len(words[w.Text])))
	}
	return of
}

// vocabulary is the set of the words of a text, in lower case.
func vocabulary(text string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		out[strings.ToLower(w)] = true
	}
	return out
}

// ByID puts the witnesses of an event into the order of their IDs, in which
// they are shown. The groups keep their numbers.
func ByID(ev *witness.Event) {
	By(ev, func(a, b *witness.Witness) int { return strings.Compare(a.ID, b.ID) })
}

// By puts the witnesses of an event into another order, and all that refers to
// them by their positions.
func By(ev *witness.Event, compare func(a, b *witness.Witness) int) {
	if slices.IsSortedFunc(ev.Witnesses, compare) {
		return
	}
	old := slices.Clone(ev.Witnesses)
	slices.SortStableFunc(ev.Witnesses, compare)
	at := map[*witness.Witness]int{}
	for i, w := range ev.Witnesses {
		w.Index, at[w] = i, i
	}
	for _, g := range ev.Groups {
		cells := make([][]int, len(g.Cells))
		for i, c := range g.Cells {
			cells[at[old[i]]] = c
		}
		g.Cells = cells
		for i := range g.Links {
			turn(&g.Links[i], func(w int) int { return at[old[w]] })
		}
	}
	for i := range ev.Beads {
		b := &ev.Beads[i]
		b.Source, b.Translation = at[old[b.Source]], at[old[b.Translation]]
	}
	slices.SortStableFunc(ev.Beads, func(a, b witness.Bead) int { return cmp.Compare(a.Translation, b.Translation) })
}

// turn gives a link the new positions of its witnesses, the first of them on
// side A.
func turn(l *witness.Link, at func(int) int) {
	l.A.Witness, l.B.Witness = at(l.A.Witness), at(l.B.Witness)
	if l.A.Witness < l.B.Witness {
		return
	}
	l.A, l.B = l.B, l.A
	words := slices.Clone(l.Words) // links of statements that say the same share them
	for i := range words {
		words[i].A, words[i].B = words[i].B, words[i].A
	}
	slices.SortFunc(words, func(a, b witness.WordLink) int { return cmp.Compare(a.A, b.A) })
	l.Words = words
}
