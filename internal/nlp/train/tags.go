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

func examples(sentences []treebank.Sentence, dict *surface.Dictionary, id func(treebank.Word) uint8) []tagger.Example {
	out := make([]tagger.Example, len(sentences))
	for i, s := range sentences {
		e := tagger.Example{Words: make([]surface.Word, len(s.Words)), Gold: make([]uint8, len(s.Words))}
		for j, w := range s.Words {
			dict.Describe(&e.Words[j], w.Form)
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

	// Pruning, see perceptron.Freeze.
	minTagUpdates, tagWeights = 3, 1_000_000
)

// A tagging is the tagger, and the examples with the tags it gives them.
type tagging struct {
	*tagger.Tagger
	train, dev         []tagger.Example
	trainTags, devTags [][]tagger.Choice
}

func trainTagger(c *corpus) *tagging {
	tags := tagSet(c.train)
	id := tagIDs(tags)
	t := &tagging{train: examples(c.train, c.dictionary, id), dev: examples(c.dev, c.dictionary, id)}
	t.Tagger = &tagger.Tagger{Tags: tags, Dictionary: c.dictionary, Lexicon: lexicon(t.train)}
	trainers := make([]*perceptron.Trainer, 2)
	parallel(len(trainers), func(i int) { trainers[i] = t.Train(weighed(c, t.train), tagEpochs, uint64(i+1)) })
	t.Scorer = perceptron.Freeze(minTagUpdates, tagWeights, trainers...)
	t.devTags = tagAll(t.Tagger, t.dev)
	upos, both := accuracy(t.dev, t.devTags, tags)
	logf("tagger: UPOS %.2f %%, with XPOS %.2f %% on the development set", upos, both)
	t.trainTags = jackknife(t.Tagger, c, t.train)
	upos, both = accuracy(t.train, t.trainTags, tags)
	logf("tagger: UPOS %.2f %%, with XPOS %.2f %% in the training sets, unseen", upos, both)
	return t
}

// lexicon counts the words of the training sets.
func lexicon(ex []tagger.Example) *tagger.Lexicon {
	var words [][]surface.Word
	var tags [][]uint8
	for _, e := range ex {
		words, tags = append(words, e.Words), append(tags, e.Gold)
	}
	return tagger.NewLexicon(words, tags)
}

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
func jackknife(t *tagger.Tagger, c *corpus, ex []tagger.Example) [][]tagger.Choice {
	doc := documents(c.train)
	out := make([][]tagger.Choice, len(ex))
	parallel(folds, func(fold int) {
		var rest, often []tagger.Example
		for i := range ex {
			if doc[i]%folds != fold {
				rest = append(rest, ex[i])
				for range c.weight(i) {
					often = append(often, ex[i])
				}
			}
		}
		part := &tagger.Tagger{Tags: t.Tags, Dictionary: t.Dictionary, Lexicon: lexicon(rest)}
		part.Scorer = perceptron.Freeze(minTagUpdates, tagWeights, part.Train(often, foldEpochs, 3))
		for i := range ex {
			if doc[i]%folds == fold {
				out[i] = part.TagWords(ex[i].Words)
			}
		}
	})
	return out
}

func tagAll(t *tagger.Tagger, ex []tagger.Example) [][]tagger.Choice {
	out := make([][]tagger.Choice, len(ex))
	for i := range ex {
		out[i] = t.TagWords(ex[i].Words)
	}
	return out
}

// accuracy is the share of words with the right universal tag, and with the
// right pair, in per cent.
func accuracy(ex []tagger.Example, got [][]tagger.Choice, tags []tagger.Tag) (upos, both float64) {
	n := 0.0
	for i, e := range ex {
		for j, g := range e.Gold {
			n++
			t := got[i][j].Tag
			if tags[t].UPOS == tags[g].UPOS {
				upos++
			}
			if t == g {
				both++
			}
		}
	}
	return 100 * upos / n, 100 * both / n
}
