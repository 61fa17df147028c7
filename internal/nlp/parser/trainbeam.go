package parser

import "github.com/factdiff/factdiff/internal/nlp/perceptron"

// sequence returns the gold moves, reducing as early as possible.
func (g *Gold) sequence(n int, l *Labels) []int {
	var st state
	st.reset(n)
	var seq []int
	for !st.done() {
		cost := g.costs(&st)
		canShift, canLeft, canRight := st.legal()
		class := -1
		switch d := st.top(0); {
		case canLeft && cost[left] == 0 && g.Heads[d] == int32(st.b0):
			class = classOf(left, g.Labels[d], len(l.Names))
		case canRight && cost[right] == 0:
			class = classOf(right, g.Labels[d], len(l.Names))
		case canShift && cost[shift] == 0:
			class = 0
		default:
			return nil // not projective
		}
		seq = append(seq, class)
		st.apply(moveOf(class, len(l.Names)))
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
	gold := make([][]int, len(examples))
	for i := range order {
		order[i] = i
		gold[i] = examples[i].Gold.sequence(examples[i].Sentence.n, labels)
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
func (p *Parser) correct(t *perceptron.Trainer, b *BeamScratch, s *Sentence, gold []int, width int) bool {
	if len(gold) == 0 {
		return false
	}
	n := len(p.Labels.Names)
	b.start(s.n, width)
	var st state
	st.reset(s.n)
	size, goldScore := 1, int64(0)
	at := 0 // the item that follows gold so far, -1 once it has fallen off
	worst, worstStep := int64(-1), -1
	for step, class := range gold {
		size = b.step(p, s, size, width)
		was := at
		at = -1
		for i, h := range b.history[step][:size] {
			if was >= 0 && h.parent == was && h.class == class {
				at = i
			}
		}
		if at >= 0 {
			goldScore = b.now[at].score
		} else {
			clear(b.scores[:p.Labels.classes()])
			b.features.of(s, &st)
			t.Score(b.features.all(), b.scores[:])
			goldScore += int64(b.scores[class])
		}
		st.apply(moveOf(class, n))
		if v := b.now[0].score - goldScore; at != 0 && v > worst {
			worst, worstStep = v, step
		}
	}
	if at == 0 || worstStep < 0 {
		return false
	}
	// The predicted prefix, backwards.
	pred := make([]int, worstStep+1)
	for step, i := worstStep, 0; step >= 0; step-- {
		h := b.history[step][i]
		pred[step], i = h.class, h.parent
	}
	p.replay(t, b, s, gold[:worstStep+1], pred, 1)
	p.replay(t, b, s, pred, gold[:worstStep+1], -1)
	return true
}

// replay updates along seq from where it leaves other.
func (p *Parser) replay(t *perceptron.Trainer, b *BeamScratch, s *Sentence, seq, other []int, delta int32) {
	var st state
	st.reset(s.n)
	same := true
	for i, class := range seq {
		same = same && other[i] == class
		if !same {
			b.features.of(s, &st)
			t.Update(b.features.all(), class, delta)
		}
		st.apply(moveOf(class, len(p.Labels.Names)))
	}
}
