package main

import (
	"os"
	"path/filepath"

	"github.com/factdiff/factdiff/internal/nlp/surface"
	"github.com/factdiff/factdiff/internal/nlp/treebank"
)

var (
	trainingSets   = []string{"en_ewt-train.conllu", "en_gum-ccby-train.conllu"}
	developmentSet = "en_ewt-dev.conllu"
)

// The supplement: sentences as news has them, of our own, annotated as English-EWT
// is. The treebanks hold few headlines and few reports of agencies, and what was
// learned from them alone takes "quit" in "The minister quit on Monday" for a
// noun. Once a round is too seldom for so few to tell; five times told no more
// than three.
const (
	supplementFolder = "internal/nlp/train"
	supplement       = "news-train.conllu"
	supplementWeight = 3
)

// A corpus is what is learned from.
type corpus struct {
	train, dev []treebank.Sentence
	plain      int // how many of train, the first ones, are seen once a round: all but the supplement
	dictionary *surface.Dictionary
}

func readCorpus(treebanks, wordnet string) (*corpus, error) {
	c := &corpus{}
	for _, name := range trainingSets {
		s, err := treebank.ReadFile(filepath.Join(treebanks, name))
		if err != nil {
			return nil, err
		}
		c.train = append(c.train, s...)
	}
	data, err := os.ReadFile(filepath.Join(supplementFolder, patternsFile))
	if err != nil {
		return nil, err
	}
	filled, err := readPatterns(data)
	if err != nil {
		return nil, err
	}
	c.train = append(c.train, filled...)
	c.plain = len(c.train)
	s, err := treebank.ReadFile(filepath.Join(supplementFolder, supplement))
	if err != nil {
		return nil, err
	}
	c.train = append(c.train, s...)
	if c.dev, err = treebank.ReadFile(filepath.Join(treebanks, developmentSet)); err != nil {
		return nil, err
	}
	c.dictionary, err = dictionary(wordnet)
	return c, err
}

// weight is how often training sees sentence i in each of its rounds.
func (c *corpus) weight(i int) int {
	if i < c.plain {
		return 1
	}
	return supplementWeight
}

// weighed returns examples of the training sentences, each as often as it weighs.
func weighed[T any](c *corpus, examples []T) []T {
	var out []T
	for i, e := range examples {
		for range c.weight(i) {
			out = append(out, e)
		}
	}
	return out
}
