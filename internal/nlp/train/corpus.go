package main

import (
	"path/filepath"

	"github.com/factdiff/factdiff/internal/nlp/surface"
	"github.com/factdiff/factdiff/internal/nlp/treebank"
)

var (
	trainingSets   = []string{"en_ewt-train.conllu", "en_gum-ccby-train.conllu"}
	developmentSet = "en_ewt-dev.conllu"
)

// A corpus is what is learned from.
type corpus struct {
	train, dev []treebank.Sentence
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
	var err error
	if c.dev, err = treebank.ReadFile(filepath.Join(treebanks, developmentSet)); err != nil {
		return nil, err
	}
	c.dictionary, err = dictionary(wordnet)
	return c, err
}
