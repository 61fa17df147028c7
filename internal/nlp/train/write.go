package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/factdiff/factdiff/internal/nlp/bundle"
	"github.com/factdiff/factdiff/internal/nlp/lemma"
	"github.com/factdiff/factdiff/internal/nlp/parser"
	"github.com/factdiff/factdiff/internal/nlp/perceptron"
	"github.com/factdiff/factdiff/internal/nlp/tagger"
	"github.com/factdiff/factdiff/internal/nlp/treebank"
)

const header = `English models of factdiff, internal/nlp.
Learned from UD English-EWT (CC BY-SA 4.0) and from those documents of UD English-GUM whose texts are
CC BY or in the public domain, and from news sentences of its own; with word lists of WordNet 3.0 (Copyright
2006 by Princeton University).
See internal/nlp/NOTICE.md. This file is licensed CC BY-SA 4.0.`

// writeGreedy writes what tagging and greedy parsing need.
func (b *build) writeGreedy(c *corpus, t *tagging, p *parsers) error {
	lemmas := lemma.Train(lemmaExamples(c.train))
	logf("lemmas: %d rules, %d endings", len(lemmas.Rules), len(lemmas.Ending))
	return b.write("greedy.model",
		[]bundle.Part{
			{Name: "tags", Data: tagger.EncodeTags(t.Tags)},
			{Name: "lexicon", Data: t.Lexicon.Encode()},
			{Name: "lemmas", Data: lemmas.Encode()},
			{Name: "lemma-words", Data: lemmas.Known.Encode()},
			{Name: "labels", Data: encodeLabels(p.labels)},
			{Name: "confidence", Data: p.confidence},
		},
		columns("dictionary", c.dictionary.Columns()),
		table("tagger", t.Scorer),
		table("ltr", p.panel.LTR.Scorer))
}

// writeVote writes what voting needs beyond that.
func (b *build) writeVote(p *parsers) error {
	return b.write("vote.model",
		[]bundle.Part{{Name: "confidence", Data: p.voteConfidence}},
		table("beam", p.panel.Beam.Scorer),
		table("rtl", p.panel.RTL.Scorer))
}

func (b *build) write(name string, parts ...[]bundle.Part) error {
	file := bundle.Encode(header, slices.Concat(parts...))
	logf("%s: %d bytes", name, len(file))
	return os.WriteFile(filepath.Join(b.out, name), file, 0o644)
}

func lemmaExamples(sentences []treebank.Sentence) []lemma.Example {
	var ex []lemma.Example
	for _, s := range sentences {
		for _, w := range s.Words {
			ex = append(ex, lemma.Example{Form: w.Form, Tag: tagger.Tag{UPOS: w.UPOS, XPOS: w.XPOS}.String(), Lemma: w.Lemma})
		}
	}
	return ex
}

func encodeLabels(l *parser.Labels) []byte {
	var b []byte
	for _, name := range l.Names {
		b = append(append(b, name...), '\n')
	}
	return b
}

// table returns the columns of a frozen perceptron.
func table(name string, s perceptron.Scorer) []bundle.Part {
	return columns(name, s.(*perceptron.Table).Columns())
}

func columns(name string, data [][]byte) []bundle.Part {
	var parts []bundle.Part
	for i, c := range data {
		parts = append(parts, bundle.Part{Name: fmt.Sprintf("%s.%d", name, i), Data: c})
	}
	return parts
}
