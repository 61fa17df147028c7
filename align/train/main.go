// Command train learns the weights of the aligner from labelled events.
//
//	go run ./align/train ../shared/bench
//	go run ./align/train -frequencies ../shared/ud
//
// The first form reads the topics of ECB+ and the annotated events of the
// folder, prints how well the weights do on topics that were left out of the
// training, learns them from all topics, and writes align/weights.tsv. The
// second counts lemmas in treebanks and writes align/background.txt.
//
// To these it adds labels of our own: 48 more events of ECB+ (internal/ecbplus)
// and the invented events of align/train/events, which anyone may read and
// extend. Both have less weight, because nobody but us labelled them.
//
// Two notions of correspondence meet in the data. In ECB+ two sentences
// correspond if they mention one event, and a topic mixes the reports of two
// like events; in the annotated events they correspond if they state one
// fact. One model serves both: it sees how brief the reports are and how the
// reports resemble each other as wholes.
//
// The result is the same on every run: no random numbers, no order of maps.
package main

import (
	"context"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"os"
	"time"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/logit"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("train: ")
	frequencies := flag.Bool("frequencies", false, "count the lemmas of treebanks instead")
	folds := flag.Int("folds", 6, "number of parts in the cross-validation; 0 for none")
	l2 := flag.Float64("l2", 1, "how strongly weights are drawn to zero")
	detail := flag.String("detail", "", "list the pairs of this event that are judged wrong")
	dry := flag.Bool("n", false, "write nothing")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("want the folder of the labelled data")
	}
	if *frequencies {
		if err := writeFrequencies(flag.Arg(0), "align/background.txt"); err != nil {
			log.Fatal(err)
		}
		return
	}
	t := trainer{ctx: context.Background(), l2: *l2, detail: *detail}
	start := time.Now()
	var err error
	if t.events, err = load(t.ctx, flag.Arg(0)); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d events read in %.1f s\n", len(t.events), time.Since(start).Seconds())
	if *folds > 0 {
		t.crossValidate(*folds)
	}
	m := t.train(t.events)
	fmt.Println("learned from all, tried on the same:")
	var r results
	for _, l := range t.events {
		t.try(&r, l, m)
	}
	r.print()
	if !*dry {
		if err := os.WriteFile("align/weights.tsv", []byte(m.Format()), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

func parseDate(s string) (time.Time, error) {
	if len(s) > 10 {
		return time.Parse(time.RFC3339, s)
	}
	return time.Parse(time.DateOnly, s)
}

type trainer struct {
	ctx    context.Context
	events []*labelled
	l2     float64
	detail string // the event whose wrong pairs are listed
}

// crossValidate trains on all topics but a part of them, for each part in
// turn, and adds up how that does on the part.
func (t *trainer) crossValidate(n int) {
	fmt.Printf("on topics left out, %d folds:\n", n)
	var r results
	for f := range n {
		var in, out []*labelled
		for _, l := range t.events {
			if fold(l.topic, n) == f {
				out = append(out, l)
			} else {
				in = append(in, l)
			}
		}
		m := t.train(in)
		for _, l := range out {
			t.try(&r, l, m)
		}
	}
	r.print()
}

func fold(topic string, n int) int {
	h := fnv.New32a()
	h.Write([]byte("fold" + topic))
	return int(h.Sum32()>>4) % n
}

// share is what part of the training weight each set has.
var share = map[string]float64{"ecbplus": 3000, "events": 30000, "seeds": 10000, "annotated": 10000, "own": 500}

// train learns the stages one after the other.
func (t *trainer) train(events []*labelled) *align.Model {
	n := len(align.FeatureNames)
	m := &align.Model{Stages: [][]float64{make([]float64, n)}}
	w := t.fit(events, m, n)
	m.Stages[0] = w
	for len(m.Stages) < align.Stages {
		m.Stages = append(m.Stages, t.fit(events, m, n+len(align.ContextNames)))
	}
	return m
}

func (t *trainer) fit(events []*labelled, m *align.Model, n int) []float64 {
	count := map[string]float64{}
	var samples []logit.Sample
	var sets []string
	for _, l := range events {
		for _, e := range t.examples(l, m) {
			if _, y := l.label(e.A, e.B); y >= 0 {
				samples = append(samples, logit.Sample{X: e.X, Y: float64(y)})
				sets = append(sets, l.set)
				count[l.set]++
			}
		}
	}
	for i := range samples {
		samples[i].Weight = share[sets[i]] / count[sets[i]]
	}
	return logit.Quantise(logit.Fit(samples, n, t.l2))
}

func (t *trainer) examples(l *labelled, m *align.Model) []align.Example {
	a := align.Aligner{Lexicon: lexicon.Default(), Model: m}
	ex, err := a.Examples(t.ctx, l.ev)
	if err != nil {
		log.Fatal(err)
	}
	return ex
}

// try aligns an event and counts.
func (t *trainer) try(r *results, l *labelled, m *align.Model) {
	odds := map[pairKey]float64{}
	for _, e := range t.examples(l, m) {
		k, y := l.label(e.A, e.B)
		if y < 0 {
			continue
		}
		if o, ok := odds[k]; !ok || e.Odds > o {
			odds[k] = e.Odds
		}
	}
	r.pairs(l, odds)
	if t.detail == l.ev.ID {
		detail(l, t.examples(l, m), m)
	}
	a := align.Aligner{Lexicon: lexicon.Default(), Model: m}
	groups, err := a.Groups(t.ctx, l.ev)
	if err != nil {
		log.Fatal(err)
	}
	got := map[pairKey]bool{}
	for _, g := range groups {
		members := g.Members()
		for i, x := range members {
			for _, y := range members[:i] {
				if x.Witness != y.Witness {
					if k, y := l.label(x, y); y >= 0 || k.a.n >= 0 && k.b.n >= 0 {
						got[k] = true
					}
				}
			}
		}
	}
	r.groups(l, got, groups)
}
