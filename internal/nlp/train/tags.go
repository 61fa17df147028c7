package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/internal/nlp/perceptron"
	"github.com/factdiff/factdiff/internal/nlp/surface"
	"github.com/factdiff/factdiff/internal/nlp/tagger"
	"github.com/factdiff/factdiff/internal/nlp/treebank"
)

// tagSet returns the pairs of tags seen three times or more, the most frequent
// first, so that ties go to the likelier one.
func tagSet(sentences []treebank.Sentence) []tagger.Tag {
	count := map[tagger.Tag]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			count[tagger.Tag{UPOS: w.UPOS, XPOS: w.XPOS}]++
		}
	}
	var tags []tagger.Tag
	for t, n := range count {
		if n >= 3 {
			tags = append(tags, t)
		}
	}
	slices.SortFunc(tags, func(a, b tagger.Tag) int {
		return cmp.Or(count[b]-count[a], cmp.Compare(a.UPOS, b.UPOS), cmp.Compare(a.XPOS, b.XPOS))
	})
	return tags
}

// tagIDs maps pairs to their class; a rare pair maps to the most frequent one
// with the same universal tag.
func tagIDs(tags []tagger.Tag) func(treebank.Word) uint8 {
	byPair, byUPOS := map[tagger.Tag]uint8{}, map[string]uint8{}
	for i, t := range tags {
		byPair[t] = uint8(i)
		if _, ok := byUPOS[t.UPOS]; !ok {
			byUPOS[t.UPOS] = uint8(i)
		}
	}
	return func(w treebank.Word) uint8 {
		if id, ok := byPair[tagger.Tag{UPOS: w.UPOS, XPOS: w.XPOS}]; ok {
			return id
		}
		return byUPOS[w.UPOS]
	}
}

func examples(sentences []treebank.Sentence, id func(treebank.Word) uint8) []tagger.Example {
	out := make([]tagger.Example, len(sentences))
	for i, s := range sentences {
		e := tagger.Example{Words: make([]surface.Word, len(s.Words)), Gold: make([]uint8, len(s.Words))}
		for j, w := range s.Words {
			e.Words[j].Of(w.Form)
			e.Gold[j] = id(w)
		}
		out[i] = e
	}
	return out
}

const (
	tagEpochs  = 7
	foldEpochs = 5
	folds      = 5
)

// documents numbers the document each sentence is of.
func documents(sentences []treebank.Sentence) []int {
	out := make([]int, len(sentences))
	doc := 0
	for i, s := range sentences {
		for _, line := range s.Lines {
			if strings.HasPrefix(line, "# newdoc") {
				doc++
			}
		}
		out[i] = doc
	}
	return out
}

// jackknife tags every sentence with a tagger trained on the other folds. A
// document is in one fold: its other sentences would give its names away.
func jackknife(t *tagger.Tagger, ex []tagger.Example, doc []int) [][]uint8 {
	out := make([][]uint8, len(ex))
	for fold := range folds {
		var rest []tagger.Example
		for i := range ex {
			if doc[i]%folds != fold {
				rest = append(rest, ex[i])
			}
		}
		part := &tagger.Tagger{Tags: t.Tags, Lexicon: lexicon(rest)}
		part.Scorer = perceptron.Freeze(minTagUpdates, tagWeights, part.Train(rest, foldEpochs, 3))
		for i := range ex {
			if doc[i]%folds == fold {
				out[i] = part.TagWords(ex[i].Words)
			}
		}
	}
	return out
}

func tagAll(t *tagger.Tagger, ex []tagger.Example) [][]uint8 {
	out := make([][]uint8, len(ex))
	for i := range ex {
		out[i] = t.TagWords(ex[i].Words)
	}
	return out
}

// accuracy is the share of words with the right pair of tags.
func accuracy(ex []tagger.Example, tags [][]uint8) float64 {
	right, n := 0, 0
	for i, e := range ex {
		for j, g := range e.Gold {
			if tags[i][j] == g {
				right++
			}
			n++
		}
	}
	return float64(right) / float64(n)
}
