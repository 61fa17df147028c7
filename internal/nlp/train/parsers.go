package main

import (
	"github.com/factdiff/factdiff/internal/nlp/parser"
	"github.com/factdiff/factdiff/internal/nlp/perceptron"
)

const (
	ltrEpochs  = 9
	rtlEpochs  = 9
	beamEpochs = 4
	beamWidth  = 4

	// Pruning, see perceptron.Freeze.
	minUpdates  = 3
	ltrWeights  = 2_800_000
	beamWeights = 2_800_000
	rtlWeights  = 2_800_000
)

// parsers are the parsers, their examples and what calibrates them.
type parsers struct {
	corpus                     *corpus
	labels                     *parser.Labels
	panel                      parser.Panel
	forward, devForward        []parser.Example
	backward, devBackward      []parser.Example
	first                      *perceptron.Trainer // the beam's parser starts from it
	confidence, voteConfidence []byte
}

// trainGreedy trains the parser of greedy mode, by two trainers that see the
// sentences in different orders.
func trainGreedy(c *corpus, t *tagging) *parsers {
	labels := labelSet(c.train)
	set := parser.NewTags(len(t.Tags), func(i int) (string, string) { return t.Tags[i].UPOS, t.Tags[i].XPOS })
	p := &parsers{
		corpus:      c,
		labels:      labels,
		forward:     trees(c.train, t.train, t.trainTags, set, labels, false),
		devForward:  trees(c.dev, t.dev, t.devTags, set, labels, false),
		backward:    trees(c.train, t.train, t.trainTags, set, labels, true),
		devBackward: trees(c.dev, t.dev, t.devTags, set, labels, true),
	}
	trainers := make([]*perceptron.Trainer, 2)
	parallel(len(trainers), func(i int) {
		name := []string{"left to right", "left to right again"}[i]
		trainers[i] = parser.TrainGreedy(labels, weighed(c, p.forward), ltrEpochs, uint64(11+i), progress(name))
	})
	p.first = trainers[0]
	p.panel.LTR = &parser.Parser{Labels: labels, Scorer: perceptron.Freeze(minUpdates, ltrWeights, trainers...)}
	conf, score := calibrateGreedy(p.panel.LTR, c.dev, p.devForward)
	logf("left to right: %s", score)
	p.confidence = conf
	return p
}

// trainVoters trains the other two; that from the right, like the first, by two
// trainers.
func (p *parsers) trainVoters() {
	rtl := make([]*perceptron.Trainer, 2)
	parallel(1+len(rtl), func(i int) {
		if i == 0 {
			parser.TrainBeam(p.first, p.labels, weighed(p.corpus, p.forward), beamWidth, beamEpochs, 13, progress("beam"))
			return
		}
		name := []string{"right to left", "right to left again"}[i-1]
		rtl[i-1] = parser.TrainGreedy(p.labels, weighed(p.corpus, p.backward), rtlEpochs, uint64(13+i), progress(name))
	})
	p.panel.Beam = &parser.Parser{Labels: p.labels, Scorer: perceptron.Freeze(minUpdates, beamWeights, p.first)}
	p.panel.RTL = &parser.Parser{Labels: p.labels, Scorer: perceptron.Freeze(minUpdates, rtlWeights, rtl...)}
	conf, score := calibrateVote(&p.panel, p.corpus.dev, p.devForward, p.devBackward)
	logf("vote: %s", score)
	p.voteConfidence = conf
}

func progress(name string) func(int, int, int) {
	return func(epoch, wrong, total int) { logf("%s: epoch %d, %d of %d wrong", name, epoch, wrong, total) }
}
