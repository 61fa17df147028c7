package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/internal/nlp/parser"
	"github.com/factdiff/factdiff/internal/nlp/treebank"
)

// A score counts arcs.
type score struct{ n, head, label int }

func (s score) String() string {
	return fmt.Sprintf("UAS %.2f LAS %.2f", 100*float64(s.head)/float64(s.n), 100*float64(s.label)/float64(s.n))
}

// add compares a tree to a sentence and calls f with every arc's correctness.
func (s *score) add(t *parser.Tree, l *parser.Labels, gold treebank.Sentence, f func(i int, right bool)) {
	for i, w := range gold.Words {
		s.n++
		right := int(t.Heads[i]) == w.Head
		if right {
			s.head++
			if l.Names[t.Labels[i]] == w.Rel {
				s.label++
			}
		}
		f(i, right)
	}
}

// steps is the number of levels of confidence a margin is mapped to.
const steps = 20

// calibrateGreedy returns lines of a margin and the share, in thousandths, of
// the development set's arcs of about that margin that are right.
func calibrateGreedy(p *parser.Parser, dev []treebank.Sentence, ex []parser.Example) ([]byte, score) {
	type arc struct {
		margin int32
		right  bool
	}
	var arcs []arc
	var total score
	var sc parser.Scratch
	var t parser.Tree
	for i, gold := range dev {
		p.Greedy(&t, ex[i].Sentence, &sc)
		total.add(&t, p.Labels, gold, func(j int, right bool) { arcs = append(arcs, arc{t.Margin[j], right}) })
	}
	slices.SortFunc(arcs, func(a, b arc) int {
		switch {
		case a.margin < b.margin:
			return -1
		case a.margin > b.margin:
			return 1
		}
		return 0
	})
	var b strings.Builder
	floor := 0
	for k := range steps {
		part := arcs[len(arcs)*k/steps : len(arcs)*(k+1)/steps]
		right := 0
		for _, a := range part {
			if a.right {
				right++
			}
		}
		floor = max(floor, right*1000/max(len(part), 1)) // never falls as the margin grows
		fmt.Fprintln(&b, part[0].margin, floor)
	}
	return []byte(b.String()), total
}

// calibrateVote does the same for every way to agree.
func calibrateVote(p *parser.Panel, dev []treebank.Sentence, forward, backward []parser.Example) ([]byte, score) {
	var right, n [256]int
	var total score
	var sc parser.PanelScratch
	var t parser.Tree
	for i, gold := range dev {
		p.Parse(&t, forward[i].Sentence, backward[i].Sentence, &sc)
		total.add(&t, p.LTR.Labels, gold, func(j int, ok bool) {
			n[sc.Agree[j]]++
			if ok {
				right[sc.Agree[j]]++
			}
		})
	}
	var b strings.Builder
	for pattern := range n {
		if pattern&^0x87 == 0 { // three voters, and bit 7
			// Two imaginary arcs, one of them right, keep rare patterns sober.
			fmt.Fprintln(&b, pattern, (right[pattern]+1)*1000/(n[pattern]+2))
		}
	}
	return []byte(b.String()), total
}
