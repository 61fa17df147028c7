package extract

import "github.com/factdiff/factdiff/witness"

// ordinalDay reads a day of a month that is written in words: "the sixth of
// October", "twenty-first of May 2024".
func (s *sentence) ordinalDay(i int) (*witness.Time, int, bool) {
	d, k := s.ordinalWord(i)
	if w := s.word(i - 1); d == 0 || s.word(k) != "of" || w == "a" || w == "an" || w == "one" {
		return nil, i, false // "a fifth of May's flights"
	}
	m := s.month(k + 1)
	if m == 0 {
		return nil, i, false
	}
	t, end, ok := s.monthTime(k+1, m)
	if !ok || t.Day > 0 {
		return nil, i, false
	}
	t.Day, t.Grain = d, witness.Day
	return t, end, true
}

// ordinalWord returns the day of a month that an ordinal in words at token i may
// be, and where the words end; 0 where there is none.
func (s *sentence) ordinalWord(i int) (day, end int) {
	if v, end, ordinal, ok := readSmall(s.toks, i); ok && ordinal && v <= 31 {
		return int(v), end
	}
	if v := smallOrdinals[s.word(i)]; v > 0 && v <= 31 {
		return int(v), i + 1
	}
	return 0, i
}
