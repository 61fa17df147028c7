package extract

import "github.com/factdiff/factdiff/witness"

// phase reads which part of a month, a year or a longer time is meant by the
// words before token i, where the time begins, and the token at which they begin:
// "late July", "the beginning of the year", "early in 2014".
func (s *sentence) phase(i int) (p witness.Phase, from int) {
	k := i - 1
	if w := s.word(k); w == "the" || w == "this" || w == "last" || w == "next" || w == "-" {
		k--
	}
	if w := s.word(k); w == "of" || w == "in" {
		p, k = ends[w][s.word(k-1)], k-1
	} else {
		p = phases[w]
	}
	if p == witness.AllOfIt {
		return p, i
	}
	return p, k
}

// phases are the words for a part of a time that they stand before.
var phases = map[string]witness.Phase{"early": witness.Early, "mid": witness.Middle, "late": witness.Late}

// ends are the words for a part of a time by the preposition that follows them.
var ends = map[string]map[string]witness.Phase{
	"of": {"beginning": witness.Early, "start": witness.Early, "outset": witness.Early, "middle": witness.Middle, "end": witness.Late, "close": witness.Late},
	"in": {"early": witness.Early, "late": witness.Late},
}
