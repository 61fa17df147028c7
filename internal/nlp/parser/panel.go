package parser

// A Panel is the three parsers that vote: one that reads from the left, one
// from the left that looks back, and one from the right.
type Panel struct{ LTR, Beam, RTL *Parser }

// beamWidth is the number of states the beam keeps. More gain little.
const beamWidth = 4

// Weights of the votes: any two outvote the third, and where all three disagree
// the beam, the best of them, is followed.
const (
	weightLTR  = 4
	weightBeam = 6
	weightRTL  = 5
)

// A PanelScratch is room for one vote at a time.
type PanelScratch struct {
	BeamScratch
	ballot ballot
	// Agree has a set of bits for each word of the last sentence: which voters
	// (left to right, beam, right to left) wanted its head, and bit 7 if those
	// who did disagree on its label.
	Agree []uint8
}

// Parse puts a sentence, given forwards and backwards, to the vote.
func (p *Panel) Parse(t *Tree, forward, backward *Sentence, sc *PanelScratch) {
	sc.ballot.start(forward.n)
	p.LTR.Greedy(t, forward, &sc.Scratch)
	sc.ballot.add(t, weightLTR)
	p.Beam.Beam(t, forward, &sc.BeamScratch, beamWidth)
	sc.ballot.add(t, weightBeam)
	p.RTL.Greedy(t, backward, &sc.Scratch)
	t.reverse()
	sc.ballot.add(t, weightRTL)
	sc.Agree = sc.ballot.decide(t, sc.Agree, p.LTR.Labels)
}
