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
	t := perceptron.NewTrainer()
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
				c := p.choose(e.Sentence, st, sc)
				best := c.best()
				want := e.Gold.best(st, &c, sc.scores[:], labels)
				next := want
				decisions++
				t.Tick()
				if c.class[best] != want {
					wrong++
					t.Update(sc.features.all(), want, 1)
					t.Update(sc.features.all(), c.class[best], -1)
					if epoch > 0 && rnd.Intn(100) < exploration {
						next = c.class[best]
					}
				}
				st.apply(moveOf(next, len(labels.Names)))
			}
		}
		if progress != nil {
			progress(epoch, wrong, decisions)
		}
	}
	return t
}

// best returns the best-scoring class among the moves of least cost. A right
// arc must have the right label; what label a wrong arc has does not matter.
func (g *Gold) best(st *state, c *choice, scores []int32, l *Labels) int {
	cost := g.costs(st)
	best, bestCost := -1, 0
	for m := range c.ok {
		if !c.ok[m] {
			continue
		}
		class := c.class[m]
		if m != shift {
			d, h := st.top(0), int32(st.b0)
			if m == right {
				h = st.top(1)
			}
			if g.Heads[d] == h {
				class = classOf(m, g.Labels[d], len(l.Names))
			}
		}
		if best < 0 || cost[m] < bestCost || cost[m] == bestCost && scores[class] > scores[best] {
			best, bestCost = class, cost[m]
		}
	}
	return best
}
