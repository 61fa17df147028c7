package align

import "math"

// weights of the logistic model, by feature. Learned by align/train.
var weights = features{
	fBias: -6.5, fCosine: 4, fCoverMax: 2, fCoverMin: 2, fIDFSum: 2.5, fEntities: 1.5, fEntityGap: -0.8, fPersons: 0.5,
	fQuantities: 0.8, fQuantityGap: -0.2, fTimes: 0.5, fTimeGap: -0.3, fPredicates: 0.8, fClaims: 1.5, fQuotes: 1.5,
	fQuoteBoth: 0, fSpeaker: 0.4, fOrder: 0.5, fRun: 1, fLength: 0, fHeadline: 0.4, fShort: -0.3, fRarest: 0.5, fStems: 2,
}

// odds is the log-odds that two statements state the same thing.
func odds(f *features) float64 {
	s := 0.0
	for i, w := range weights {
		s += w * f[i]
	}
	return s
}

func probability(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }
