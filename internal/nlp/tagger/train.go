package tagger

import (
	"github.com/factdiff/factdiff/internal/nlp/perceptron"
	"github.com/factdiff/factdiff/internal/nlp/surface"
)

// An Example is a sentence with its gold tags.
type Example struct {
	Words []surface.Word
	Gold  []uint8
}

// margin is by how much the right tag has to win for the perceptron to be
// content. It makes the perceptron go on learning from what it gets right by
// luck.
const margin = 12

// Train trains a perceptron for t, which has its tags and lexicon.
func (t *Tagger) Train(examples []Example, epochs int, seed uint64) *perceptron.Trainer {
	p := perceptron.NewTrainer(len(t.Tags))
	rnd := perceptron.Rand(seed)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	var sc Scratch
	var tags []uint8
	for range epochs {
		perceptron.Shuffle(&rnd, order)
		for _, x := range order {
			e := &examples[x]
			sc.Words, sc.class = e.Words, sc.class[:0]
			for i := range e.Words {
				sc.class = append(sc.class, t.Lexicon.Class(&e.Words[i]))
			}
			tags = tags[:0]
			for i, gold := range e.Gold {
				keys := sc.features(i, tags)
				got := t.best(&sc, p, keys)
				rival := t.rival(&sc, gold)
				if sc.scores[gold] < sc.scores[rival]+margin {
					p.Update(keys, int(gold), 1)
					p.Update(keys, int(rival), -1)
				}
				p.Tick()
				tags = append(tags, got)
			}
		}
	}
	sc.Words = nil
	return p
}

// TagWords tags words that are described already.
func (t *Tagger) TagWords(words []surface.Word) []Choice {
	var sc Scratch
	sc.Words = words
	for i := range words {
		sc.class = append(sc.class, t.Lexicon.Class(&words[i]))
	}
	return t.Tag(nil, &sc)
}
