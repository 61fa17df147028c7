package extract

import (
	"math"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// listedAges makes ages of the bare numbers that are listed with one, "68 and 48 years
// old", "aged 7, 9 and 12", and of those that are set off behind several people: "her
// brothers, 17 and 22, were hurt". It looks at the facts from the one at first on.
func (s *sentence) listedAges(first int) {
	var list []*witness.Quantity
	end := func() {
		if len(list) > 1 && (s.behindPeople(list) || hasAge(list)) {
			for _, q := range list {
				q.Kind = witness.Age
			}
		}
		list = nil
	}
	for _, f := range s.facts[first:] {
		q, ok := f.(*witness.Quantity)
		if !ok {
			continue
		}
		if len(list) > 0 && !s.listed(list[len(list)-1], q) || !mayBeAge(q) {
			end()
		}
		if mayBeAge(q) {
			list = append(list, q)
		}
	}
	end()
}

// mayBeAge reports whether a number is an age, or counts nothing and is one that an age
// may be.
func mayBeAge(q *witness.Quantity) bool {
	return q.Kind == witness.Age && q.Hedge == witness.Exact ||
		q.Kind == witness.Cardinal && q.Hedge == witness.Exact && q.Of == "" && q.Point >= 1 && q.Point < 115 && q.Point == math.Trunc(q.Point)
}

func hasAge(list []*witness.Quantity) bool {
	for _, q := range list {
		if q.Kind == witness.Age {
			return true
		}
	}
	return false
}

// listed reports whether nothing but commas and "and" stands between two numbers.
func (s *sentence) listed(a, b *witness.Quantity) bool {
	k := a.Number + 1
	for ; k < b.Number; k++ {
		if w := s.lower[k]; w != "," && w != "and" && w != "or" {
			return false
		}
	}
	return k > a.Number+1
}

// behindPeople reports whether a list is set off by marks, and a noun for several
// people stands before it.
func (s *sentence) behindPeople(list []*witness.Quantity) bool {
	i, k := list[0].Number, list[len(list)-1].Number
	return i >= 2 && s.setOff(i-1) && s.setOff(k+1) && s.toks[i-2].XPOS == "NNS" && lexicon.Category(s.lemma[i-2], lexicon.Noun) == "person"
}

// setOff reports whether token i is a mark that sets words off.
func (s *sentence) setOff(i int) bool {
	switch s.word(i) {
	case ",", "--", "-", "–", "—", "(", ")", ".":
		return true
	}
	return false
}
