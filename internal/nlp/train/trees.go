package main

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/internal/nlp/parser"
	"github.com/factdiff/factdiff/internal/nlp/tagger"
	"github.com/factdiff/factdiff/internal/nlp/treebank"
)

// labelSet returns the relations, the most frequent first.
func labelSet(sentences []treebank.Sentence) *parser.Labels {
	count := map[string]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			count[w.Rel]++
		}
	}
	l := &parser.Labels{}
	for name := range count {
		l.Names = append(l.Names, name)
	}
	slices.SortFunc(l.Names, func(a, b string) int {
		return cmp.Or(count[b]-count[a], cmp.Compare(a, b))
	})
	l.Root = uint8(slices.Index(l.Names, "root"))
	return l
}

// trees returns parser examples with the given tags.
func trees(sentences []treebank.Sentence, ex []tagger.Example, tags [][]tagger.Choice, set *parser.Tags, labels *parser.Labels, reversed bool) []parser.Example {
	id := map[string]uint8{}
	for i, name := range labels.Names {
		id[name] = uint8(i)
	}
	out := make([]parser.Example, 0, len(sentences))
	for i, s := range sentences {
		n := len(s.Words)
		heads, rels := make([]int32, n), make([]uint8, n)
		for j, w := range s.Words {
			h := w.Head
			if h < 0 {
				h = n
			}
			if reversed {
				j = n - 1 - j
				if h < n {
					h = n - 1 - h
				}
			}
			heads[j], rels[j] = int32(h), id[w.Rel]
		}
		ps := &parser.Sentence{}
		ps.Prepare(ex[i].Words, tags[i], set, reversed)
		out = append(out, parser.Example{Sentence: ps, Gold: parser.Gold{Heads: parser.Projective(heads), Labels: rels}})
	}
	return out
}
