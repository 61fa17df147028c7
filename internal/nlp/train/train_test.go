package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/internal/nlp/parser"
	"github.com/factdiff/factdiff/internal/nlp/perceptron"
	"github.com/factdiff/factdiff/internal/nlp/surface"
	"github.com/factdiff/factdiff/internal/nlp/tagger"
	"github.com/factdiff/factdiff/internal/nlp/treebank"
)

// A treebank of our own, one word a line: form, lemma, tags, head, relation.
const tiny = `
The the DET DT 2 det
envoy envoy NOUN NN 3 nsubj
left leave VERB VBD 0 root
. . PUNCT . 3 punct

She she PRON PRP 2 nsubj
met meet VERB VBD 0 root
the the DET DT 4 det
envoy envoy NOUN NN 2 obj
in in ADP IN 6 case
Paris Paris PROPN NNP 2 obl
. . PUNCT . 2 punct

The the DET DT 2 det
talks talk NOUN NNS 5 nsubj
did do AUX VBD 5 aux
not not PART RB 5 advmod
fail fail VERB VB 0 root
. . PUNCT . 5 punct

He he PRON PRP 2 nsubj
said say VERB VBD 0 root
that that SCONJ IN 5 mark
she she PRON PRP 5 nsubj
left leave VERB VBD 2 ccomp
Paris Paris PROPN NNP 5 obj
. . PUNCT . 2 punct
`

func tinyTreebank(t *testing.T) []treebank.Sentence {
	t.Helper()
	var b strings.Builder
	n := 0
	for line := range strings.Lines(strings.TrimSpace(tiny) + "\n\n") {
		f := strings.Fields(line)
		if len(f) == 0 {
			b.WriteByte('\n')
			n = 0
			continue
		}
		n++
		b.WriteString(strings.Join([]string{string(rune('0' + n)), f[0], f[1], f[2], f[3], "_", f[4], f[5], "_", "_"}, "\t") + "\n")
	}
	var all []treebank.Sentence
	err := treebank.Each(strings.NewReader(b.String()), func(s treebank.Sentence) error { all = append(all, s); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Every stage learns a few sentences by heart, and learns the same twice.
func TestTiny(t *testing.T) {
	sentences := tinyTreebank(t)
	tags := tagSet(append(append(sentences, sentences...), sentences...)) // each tag three times
	dictionary := &surface.Dictionary{Words: surface.NewSet(nil)}
	ex := examples(sentences, dictionary, tagIDs(tags))
	labels := labelSet(sentences)
	set := parser.NewTags(len(tags), func(i int) (string, string) { return tags[i].UPOS, tags[i].XPOS })
	quiet := func(int, int, int) {}

	build := func() (columns [][]byte) {
		tg := &tagger.Tagger{Tags: tags, Dictionary: dictionary, Lexicon: lexicon(ex)}
		table := perceptron.Freeze(0, 1<<20, tg.Train(ex, 10, 1))
		tg.Scorer = table
		got := tagAll(tg, ex)
		if _, both := accuracy(ex, got, tags); both < 100 {
			t.Errorf("tagger: %.2f %% right", both)
		}
		columns = append(columns, table.Columns()...)

		forward := trees(sentences, ex, got, set, labels, false)
		backward := trees(sentences, ex, got, set, labels, true)
		trainer := parser.TrainGreedy(labels, forward, 10, 1, quiet)
		ltr := perceptron.Freeze(0, 1<<20, trainer)
		parser.TrainBeam(trainer, labels, forward, 4, 5, 2, quiet)
		beam := perceptron.Freeze(0, 1<<20, trainer)
		rtl := perceptron.Freeze(0, 1<<20, parser.TrainGreedy(labels, backward, 10, 3, quiet))
		panel := &parser.Panel{
			LTR:  &parser.Parser{Labels: labels, Scorer: ltr},
			Beam: &parser.Parser{Labels: labels, Scorer: beam},
			RTL:  &parser.Parser{Labels: labels, Scorer: rtl},
		}
		conf, greedy := calibrateGreedy(panel.LTR, sentences, forward)
		if greedy.label < greedy.n {
			t.Errorf("left to right: %s", greedy)
		}
		conf2, vote := calibrateVote(panel, sentences, forward, backward)
		if vote.label < vote.n {
			t.Errorf("vote: %s", vote)
		}
		for _, table := range []*perceptron.Table{ltr, beam, rtl} {
			columns = append(columns, table.Columns()...)
		}
		return append(columns, conf, conf2)
	}
	first, second := build(), build()
	for i := range first {
		if !bytes.Equal(first[i], second[i]) {
			t.Errorf("part %d differs between two runs", i)
		}
	}
}
