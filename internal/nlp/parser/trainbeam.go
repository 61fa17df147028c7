package parser

import "github.com/factdiff/factdiff/internal/nlp/perceptron"

// sequence returns the gold moves, reducing as early as possible.
func (g *Gold) sequence(n int) []step {
	var st state
	st.reset(n)
	var seq []step
	for !st.done() {
		cost := g.costs(&st)
		canShift, canLeft, canRight := st.legal()
		var next step
		switch d := st.top(0); {
		case canLeft && cost[left] == 0 && g.Heads[d] == int32(st.b0):
			next = step{left, g.Labels[d]}
		case canRight && cost[right] == 0:
			next = step{right, g.Labels[d]}
		case canShift && cost[shift] == 0:
			next = step{}
		default:
			return nil // not projective
		}
		seq = append(seq, next)
		st.apply(next)
	}
	return seq
}

// TrainBeam goes on training a greedy parser's perceptron for beam search, with a
// structured perceptron: the whole sequence is right or wrong. Where the beam has lost the gold sequence,
// the prefix at which it lost by most is corrected (max-violation, Huang, Fayong
// and Guo 2012).
func TrainBeam(t *perceptron.Trainer, labels *Labels, examples []Example, width, epochs int, seed uint64, progress func(epoch, wrong, sentences int)) {
	t.Restart()
	p := &Parser{Labels: labels, Scorer: t}
	rnd := perceptron.Rand(seed)
	order := make([]int, len(examples))
	gold := make([][]step, len(examples))
	for i := range order {
		order[i] = i
		gold[i] = examples[i].Gold.sequence(examples[i].Sentence.n)
	}
	b := &BeamScratch{}
	for epoch := range epochs {
		perceptron.Shuffle(&rnd, order)
		wrong := 0
		for _, x := range order {
			t.Tick()
			if p.correct(t, b, examples[x].Sentence, gold[x], width) {
				wrong++
			}
		}
		if progress != nil {
			progress(epoch, wrong, len(order))
		}
	}
}

// correct parses a sentence and updates t where the parse is wrong, which it
// reports.
func (p *Parser) correct(t *perceptron.Trainer, b *BeamScratch, s *Sentence, gold []step, width int) bool {
	if len(gold) == 0 {
		return false
	}
	b.start(s.n, width)
	var st state
	st.reset(s.n)
	size, goldScore := 1, int64(0)
	at := 0 // the item that follows gold so far, -1 once it has fallen off
	worst, worstStep := int64(-1), -1
	for k, next := range gold {
		size = b.step(p, s, size, width)
		was := at
		at = -1
		for i, h := range b.history[k][:size] {
			if was >= 0 && h.parent == was && h.step == next {
				at = i
			}
		}
		if at >= 0 {
			goldScore = b.now[at].score
		} else {
			b.features.of(s, &st)
			goldScore += p.worth(&st, next, &b.Scratch)
		}
		st.apply(next)
		if v := b.now[0].score - goldScore; at != 0 && v > worst {
			worst, worstStep = v, k
		}
	}
	if at == 0 || worstStep < 0 {
		return false
	}
	// The predicted prefix, backwards.
	pred := make([]step, worstStep+1)
	for k, i := worstStep, 0; k >= 0; k-- {
		h := b.history[k][i]
		pred[k], i = h.step, h.parent
	}
	p.replay(t, b, s, gold[:worstStep+1], pred, 1)
	p.replay(t, b, s, pred, gold[:worstStep+1], -1)
	return true
}

// worth returns the score of a step from a state of which the features are there.
func (p *Parser) worth(st *state, a step, sc *Scratch) int64 {
	score := int64(p.score(shift, sc, nil)[a.move])
	if a.move != shift && !st.rootOnly(a.move) {
		score += int64(p.score(a.move, sc, nil)[a.label])
	}
	return score
}

// replay updates along seq from where it leaves other.
func (p *Parser) replay(t *perceptron.Trainer, b *BeamScratch, s *Sentence, seq, other []step, delta int32) {
	var st state
	st.reset(s.n)
	same := true
	for i, next := range seq {
		same = same && other[i] == next
		if !same {
			b.features.of(s, &st)
			t.Update(b.features.all(), next.move, delta)
			if next.move != shift && !st.rootOnly(next.move) {
				t.Update(b.features.all(), p.Labels.classOf(next), delta)
			}
		}
		st.apply(next)
	}
}
