package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/render"
	"github.com/factdiff/factdiff/witness"
)

// parse explains how a sentence is read.
func (x *explaining) parse(ctx context.Context, w io.Writer, ro *reports.Options) error {
	wit := &witness.Witness{ID: "A", Text: x.sentence, Lang: "en"}
	if d, ok := x.in.published["A"]; ok {
		wit.Published = d
	}
	ev := &witness.Event{ID: "sentence", Witnesses: []*witness.Witness{wit}}
	if err := factdiff.Align(ctx, ev, factdiff.Options{Vote: x.engine.vote}); err != nil {
		return err
	}
	for i, st := range wit.Statements {
		if i > 0 {
			fmt.Fprintln(w)
		}
		writeTree(w, st)
		fmt.Fprintln(w)
		writeFacts(w, st)
	}
	return nil
}

// writeTree draws the tree of a statement: every word under its head, in the
// order of the text, with lemma, tags and relation beside it.
func writeTree(w io.Writer, st *witness.Statement) {
	children := make([][]int, len(st.Tokens))
	var roots []int
	for i, t := range st.Tokens {
		if t.Head < 0 {
			roots = append(roots, i)
		} else {
			children[t.Head] = append(children[t.Head], i)
		}
	}
	rows := [][4]string{{"word", "relation", "lemma", "tags"}}
	var draw func(i int, lead, own string)
	draw = func(i int, lead, own string) {
		t := &st.Tokens[i]
		rows = append(rows, [4]string{lead + own + render.Line(t.Form), t.Rel, render.Line(t.Lemma), t.UPOS + " " + t.XPOS})
		switch own {
		case "├─ ":
			lead += "│  "
		case "└─ ":
			lead += "   "
		}
		for k, c := range children[i] {
			if k == len(children[i])-1 {
				draw(c, lead, "└─ ")
			} else {
				draw(c, lead, "├─ ")
			}
		}
	}
	for _, r := range roots {
		draw(r, "", "")
	}
	var widths [3]int
	for _, r := range rows {
		for k := range widths {
			widths[k] = max(widths[k], render.Width(r[k]))
		}
	}
	for _, r := range rows {
		var b strings.Builder
		for k, n := range widths {
			b.WriteString(r[k] + strings.Repeat(" ", n-render.Width(r[k])+2))
		}
		fmt.Fprintln(w, b.String()+r[3])
	}
}
