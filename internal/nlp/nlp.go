package nlp

import (
	"strings"
	"sync"

	"github.com/factdiff/factdiff/internal/nlp/parser"
	"github.com/factdiff/factdiff/internal/nlp/perceptron"
	"github.com/factdiff/factdiff/internal/nlp/tagger"
)

// An Analyser tags, lemmatises and parses. It is immutable and safe for
// concurrent use.
type Analyser struct {
	*greedy
	voters func() *vote // expands the second model on first use
	pool   sync.Pool    // of *scratch
}

// maxVote is the longest sentence, in tokens, that is put to the vote. Eisner's
// algorithm is cubic; longer "sentences" are lists and tables anyway.
const maxVote = 160

// maxKept is the longest sentence whose scratch space is kept for the next.
const maxKept = 1 << 12

var defaultAnalyser = sync.OnceValue(func() *Analyser {
	m, err := decodeGreedy(greedyModel)
	if err != nil {
		panic(err) // the embedded file is broken: the build is
	}
	return newAnalyser(m)
})

// Default returns the analyser with the embedded models. The first call expands
// the greedy model, the first vote the others; both take about a tenth of a
// second.
func Default() *Analyser { return defaultAnalyser() }

func newAnalyser(m *greedy) *Analyser {
	a := &Analyser{greedy: m}
	a.voters = sync.OnceValue(func() *vote {
		v, err := decodeVote(voteModel, m.ltr)
		if err != nil {
			panic(err)
		}
		return v
	})
	a.pool.New = func() any { return new(scratch) }
	return a
}

// scratch is the room one analysis needs; pooled, so that a steady stream of
// sentences allocates nothing but lemmas.
type scratch struct {
	tag               tagger.Scratch
	tags              []tagger.Choice
	forward, backward parser.Sentence
	parse             parser.PanelScratch
	tree              parser.Tree
	lemmas            perceptron.Recall[string]
}

// Analyse splits the sentence s into tokens and appends them, analysed, to dst.
// Heads index the appended tokens: 0 is the first of them.
func (a *Analyser) Analyse(dst []Token, s string, mode Mode) []Token {
	n := len(dst)
	dst = Tokenize(dst, s)
	a.AnalyseTokens(dst[n:], mode)
	return dst
}

// AnalyseTokens fills everything but Start, End and Form, which are given.
func (a *Analyser) AnalyseTokens(toks []Token, mode Mode) {
	if len(toks) == 0 {
		return
	}
	sc := a.pool.Get().(*scratch)
	a.analyse(sc, toks, mode)
	if len(toks) <= maxKept {
		a.pool.Put(sc)
	}
}

// lemma returns the lemma of a form with a tag: a report has most of its words
// several times. What is remembered is not part of the text.
func (a *Analyser) lemma(sc *scratch, form string, tag uint8) string {
	lemma, known := sc.lemmas.Place(perceptron.Mix(perceptron.String(form), uint64(tag)))
	if !known {
		*lemma = strings.Clone(a.lemmas.Lemma(form, a.tagNames[tag]))
	}
	return *lemma
}

func (a *Analyser) analyse(sc *scratch, toks []Token, mode Mode) {
	a.tagger.Look(&sc.tag, len(toks), func(i int) string { return toks[i].Form })
	sc.tags = a.tagger.Tag(sc.tags[:0], &sc.tag)
	for i := range toks {
		t, id := &toks[i], sc.tags[i].Tag
		tag := &a.tagger.Tags[id]
		t.UPOS, t.XPOS = tag.UPOS, tag.XPOS
		t.Lemma = a.lemma(sc, t.Form, id)
	}
	sc.forward.Prepare(sc.tag.Words, sc.tags, a.tags, false)
	var v *vote
	if mode == Vote && len(toks) <= maxVote {
		v = a.voters()
	}
	if v != nil {
		sc.backward.Prepare(sc.tag.Words, sc.tags, a.tags, true)
		v.panel.Parse(&sc.tree, &sc.forward, &sc.backward, &sc.parse)
	} else {
		a.ltr.Greedy(&sc.tree, &sc.forward, &sc.parse.Scratch)
	}
	for i := range toks {
		t := &toks[i]
		t.Head, t.Rel = int(sc.tree.Heads[i]), a.labels.Names[sc.tree.Labels[i]]
		if v != nil {
			t.Conf = v.conf.of(int32(sc.parse.Agree[i]))
		} else {
			t.Conf = a.conf.of(sc.tree.Margin[i])
		}
	}
}
