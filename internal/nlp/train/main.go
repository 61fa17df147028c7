// Train builds the models of internal/nlp from the treebanks in a folder:
//
//	go run ./internal/nlp/train ../shared/ud
//
// It is run from the root of the module and writes internal/nlp/models. The
// result is the same to the byte on every run: all arithmetic that reaches a
// model is on integers, all orders are fixed, and the only random numbers come
// from generators with fixed seeds. CHECKSUMS beside the models names them, the
// treebanks and the code by their SHA-256; a test compares.
//
// The order of work: the tagger; its tags for the training sentences, each
// tagged by one that has not seen it, because a parser trained on better tags
// than it will meet relies on them too much; the lemma rules; the three parsers;
// and on the development set, which nothing was trained on, how often an arc is
// right given the parser's margin or the voters' agreement.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/factdiff/factdiff/internal/nlp/bundle"
	"github.com/factdiff/factdiff/internal/nlp/lemma"
	"github.com/factdiff/factdiff/internal/nlp/parser"
	"github.com/factdiff/factdiff/internal/nlp/perceptron"
	"github.com/factdiff/factdiff/internal/nlp/surface"
	"github.com/factdiff/factdiff/internal/nlp/tagger"
	"github.com/factdiff/factdiff/internal/nlp/treebank"
)

var (
	trainingSets   = []string{"en_ewt-train.conllu", "en_gum-ccby-train.conllu"}
	developmentSet = "en_ewt-dev.conllu"
)

const (
	modelDir     = "internal/nlp/models"
	parserEpochs = 6
	rtlEpochs    = 6
	beamEpochs   = 2
	beamWidth    = 4

	// Pruning, see perceptron.Freeze.
	minTagUpdates, tagWeights = 3, 1_000_000
	minUpdates, parseWeights  = 4, 3_200_000
)

const header = `English models of factdiff, internal/nlp.
Learned from UD English-EWT (CC BY-SA 4.0) and from those documents of UD English-GUM whose texts are
CC BY or in the public domain. See internal/nlp/NOTICE.md. This file is licensed CC BY-SA 4.0.`

func main() {
	log := func(format string, args ...any) {
		fmt.Fprintf(os.Stderr, time.Now().Format("15:04:05 ")+format+"\n", args...)
	}
	only := flag.String("only", "", "build only the `greedy` model, or only record \"sums\" (after a change that cannot alter a model)")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: train [-only greedy|sums] FOLDER")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *only, log); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(dir, only string, log func(string, ...any)) error {
	if only == "sums" {
		return writeChecksums(dir)
	}
	var train []treebank.Sentence
	for _, name := range trainingSets {
		s, err := treebank.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		train = append(train, s...)
	}
	dev, err := treebank.ReadFile(filepath.Join(dir, developmentSet))
	if err != nil {
		return err
	}

	tags := tagSet(train)
	id := tagIDs(tags)
	ex, devEx := examples(train, id), examples(dev, id)
	tg := &tagger.Tagger{Tags: tags, Lexicon: lexicon(ex)}
	log("tagger: %d sentences, %d tags, %d words in the lexicon", len(ex), len(tags), len(tg.Lexicon.Words.Keys))
	tagTable := perceptron.Freeze(minTagUpdates, tagWeights, tg.Train(ex, tagEpochs, 1), tg.Train(ex, tagEpochs, 2))
	tg.Scorer = tagTable
	devTags := tagAll(tg, devEx)
	log("tagger: %.2f %% of pairs right on the development set", 100*accuracy(devEx, devTags))
	trainTags := jackknife(tg, ex, documents(train))
	log("tagger: %.2f %% of pairs right in the training sets, unseen", 100*accuracy(ex, trainTags))

	lemmas := lemma.Train(lemmaExamples(train))
	log("lemmas: %d rules, %d endings", len(lemmas.Rules), len(lemmas.Ending))

	set := parser.NewTags(len(tags), func(i int) (string, string) { return tags[i].UPOS, tags[i].XPOS })
	labels := labelSet(train)
	progress := func(name string) func(int, int, int) {
		return func(epoch, wrong, total int) { log("%s: epoch %d, %d of %d wrong", name, epoch, wrong, total) }
	}
	freeze := func(t ...*perceptron.Trainer) *perceptron.Table {
		return perceptron.Freeze(minUpdates, parseWeights, t...)
	}
	forward := trees(train, ex, trainTags, set, labels, false)
	devForward := trees(dev, devEx, devTags, set, labels, false)
	trainer := parser.TrainGreedy(labels, forward, parserEpochs, 11, progress("left to right"))
	second := parser.TrainGreedy(labels, forward, parserEpochs, 12, progress("left to right again"))
	ltr := freeze(trainer, second)
	panel := parser.Panel{LTR: &parser.Parser{Labels: labels, Scorer: ltr}}
	conf, score := calibrateGreedy(panel.LTR, dev, devForward)
	log("left to right: %s", score)

	parts := []bundle.Part{
		{Name: "tags", Data: tagger.EncodeTags(tags)},
		{Name: "lexicon", Data: tg.Lexicon.Encode()},
		{Name: "lemmas", Data: lemmas.Encode()},
		{Name: "lemma-words", Data: lemmas.Known.Encode()},
		{Name: "labels", Data: encodeLabels(labels)},
		{Name: "confidence", Data: conf},
	}
	parts = append(parts, tableParts("tagger", tagTable)...)
	parts = append(parts, tableParts("ltr", ltr)...)
	if err := write("greedy.model", parts, log); err != nil {
		return err
	}
	if only == "greedy" {
		return writeChecksums(dir)
	}

	parser.TrainBeam(trainer, labels, forward, beamWidth, beamEpochs, 13, progress("beam"))
	beam := freeze(trainer)
	backward := trees(train, ex, trainTags, set, labels, true)
	devBackward := trees(dev, devEx, devTags, set, labels, true)
	rtl := freeze(parser.TrainGreedy(labels, backward, rtlEpochs, 14, progress("right to left")))
	panel.Beam = &parser.Parser{Labels: labels, Scorer: beam}
	panel.RTL = &parser.Parser{Labels: labels, Scorer: rtl}
	conf, score = calibrateVote(&panel, dev, devForward, devBackward)
	log("vote: %s", score)
	parts = []bundle.Part{{Name: "confidence", Data: conf}}
	parts = append(parts, tableParts("beam", beam)...)
	parts = append(parts, tableParts("rtl", rtl)...)
	if err := write("vote.model", parts, log); err != nil {
		return err
	}
	return writeChecksums(dir)
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

func tableParts(name string, t *perceptron.Table) []bundle.Part {
	var parts []bundle.Part
	for i, c := range t.Columns() {
		parts = append(parts, bundle.Part{Name: fmt.Sprintf("%s.%d", name, i), Data: c})
	}
	return parts
}

func write(name string, parts []bundle.Part, log func(string, ...any)) error {
	file := bundle.Encode(header, parts)
	log("%s: %d bytes", name, len(file))
	return os.WriteFile(filepath.Join(modelDir, name), file, 0o644)
}
