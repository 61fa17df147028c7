// Train builds the models of internal/nlp from the treebanks in a folder, from the
// supplement of news sentences and the patterns that stand beside this code
// (news-train.conllu, see supplement in corpus.go; patterns.txt, see patterns.go),
// and from WordNet's word lists (Debian's wordnet-base) in another folder:
//
//	go run ./internal/nlp/train ../shared/ud
//
// where WordNet is not in /usr/share/wordnet, its folder is the second argument.
//
// It is run from the root of the module and writes internal/nlp/models. The
// result is the same to the byte on every run: all arithmetic that reaches a
// model is on integers, all orders are fixed, and the only random numbers come
// from generators with fixed seeds; what runs at the same time shares nothing
// that it writes. CHECKSUMS beside the models names them, what they were made of
// and the code by their SHA-256; a test compares.
//
// The order of work: the dictionary; the tagger; its tags for the training
// sentences, each tagged by one that has not seen it, because a parser trained on
// better tags than it will meet relies on them too much; the lemma rules; the
// three parsers; and on the development set, which nothing was trained on, how
// often an arc is right given the parser's margin or the voters' agreement.
//
// A fifth of the news sentences is held back (news-dev.conllu) as a test:
//
//	go run ./internal/nlp/conllu eval [-vote] internal/nlp/train/news-dev.conllu
package main

import (
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	only := flag.String("only", "", "build only the `greedy` model, or only record \"sums\" (after a change that cannot alter a model)")
	out := flag.String("o", "internal/nlp/models", "the `folder` to write to")
	flag.Parse()
	if flag.NArg() < 1 || flag.NArg() > 2 || *only != "" && *only != "greedy" && *only != "sums" {
		fmt.Fprintln(os.Stderr, "usage: train [-only greedy|sums] [-o FOLDER] TREEBANKS [WORDNET]")
		os.Exit(2)
	}
	b := build{treebanks: flag.Arg(0), wordnet: "/usr/share/wordnet", out: *out, only: *only}
	if flag.NArg() == 2 {
		b.wordnet = flag.Arg(1)
	}
	if err := b.run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// A build is one run of this program.
type build struct{ treebanks, wordnet, out, only string }

func (b *build) run() error {
	if b.only == "sums" {
		return b.writeChecksums()
	}
	c, err := readCorpus(b.treebanks, b.wordnet)
	if err != nil {
		return err
	}
	logf("%d sentences, %d words in the dictionary", len(c.train), len(c.dictionary.Class))
	t := trainTagger(c)
	p := trainGreedy(c, t)
	if err := b.writeGreedy(c, t, p); err != nil {
		return err
	}
	if b.only != "greedy" {
		p.trainVoters()
		if err := b.writeVote(p); err != nil {
			return err
		}
	}
	return b.writeChecksums()
}

func logf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, time.Now().Format("15:04:05 ")+format+"\n", args...)
}
