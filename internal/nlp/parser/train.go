package parser

import "github.com/factdiff/factdiff/internal/nlp/perceptron"

// An Example is a sentence made ready, with its gold tree.
type Example struct {
	Sentence *Sentence
	Gold     Gold
}

// Exploration follows the parser's own choice this often after the first epoch.
const exploration = 90 // per cent

// TrainGreedy trains a parser for greedy use.
func TrainGreedy(labels *Labels, examples []Example, epochs int, seed uint64, progress func(epoch, wrong, decisions int)) *perceptron.Trainer {
	t := perceptron.NewTrainer(labels.Sections()...)
	p := &Parser{Labels: labels, Scorer: t}
	rnd := perceptron.Rand(seed)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	sc := &Scratch{}
	for epoch := range epochs {
		perceptron.Shuffle(&rnd, order)
		wrong, decisions := 0, 0
		for _, x := range order {
			e := &examples[x]
			st := &sc.st
			st.reset(e.Sentence.n)
			for !st.done() {
				sc.features.of(e.Sentence, st)
				got, want := p.learn(t, st, sc, &e.Gold)
				decisions++
				if got != want {
					wrong++
					if epoch > 0 && rnd.Intn(100) < exploration {
						want = got
					}
				}
				st.apply(want)
			}
		}
		if progress != nil {
			progress(epoch, wrong, decisions)
		}
	}
	return t
}

// learn decides, updates t where that is wrong, and returns the step decided on
// and the one that was wanted. A label is asked for and corrected given the wanted
// move; and only where the arc is right, as what label a wrong arc has does not
// matter.
func (p *Parser) learn(t *perceptron.Trainer, st *state, sc *Scratch, gold *Gold) (got, want step) {
	t.Tick()
	c := p.choose(st, sc, nil)
	got.move, want.move = c.best(), gold.best(st, &c)
	keys := sc.features.all()
	if got.move != want.move {
		t.Update(keys, want.move, 1)
		t.Update(keys, got.move, -1)
		if got.move != shift {
			got.label = p.label(st, got.move, sc, nil)
		}
	}
	if want.move == shift {
		return got, want
	}
	guess := want
	guess.label = p.label(st, want.move, sc, nil)
	if label, right := gold.label(st, want.move); right {
		want.label = label
		if label != guess.label {
			t.Update(keys, p.Labels.classOf(want), 1)
			t.Update(keys, p.Labels.classOf(guess), -1)
		}
	} else {
		want.label = guess.label
	}
	if got.move == want.move {
		got = guess
	}
	return got, want
}

// best returns the best-scoring of the moves of least cost.
func (g *Gold) best(st *state, c *choice) int {
	cost := g.costs(st)
	best := -1
	for m := range c.ok {
		if c.ok[m] && (best < 0 || cost[m] < cost[best] || cost[m] == cost[best] && c.score[m] > c.score[best]) {
			best = m
		}
	}
	return best
}

// label returns the label of the arc that a move makes, if it is a right one.
func (g *Gold) label(st *state, move int) (label uint8, right bool) {
	d, h := st.top(0), int32(st.b0)
	if move != left {
		h = st.top(1)
	}
	return g.Labels[d], g.Heads[d] == h
}
