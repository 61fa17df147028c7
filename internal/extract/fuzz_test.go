package extract

import (
	"testing"
	"unicode/utf8"

	"github.com/factdiff/factdiff/witness"
)

// fuzz reads any text and holds that each fact stands in its statement.
func fuzz(f *testing.F, seeds ...string) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 2000 {
			t.Skip("ingest lets only valid UTF-8 through; what is long is only slow")
		}
		_, w := read(t, text)
		for _, st := range w.Statements {
			for _, fact := range st.Facts {
				at := fact.Where()
				if at.Empty() || !st.Span.Contains(at) {
					t.Errorf("%T at %v is outside its statement at %v", fact, at, st.Span)
				}
				if q, ok := fact.(*witness.Quote); ok && q.Head < 0 {
					continue // marks around no word
				}
				if h := fact.Anchor(); h < 0 || h >= len(st.Tokens) {
					t.Errorf("%T is anchored at token %d of %d", fact, h, len(st.Tokens))
				}
			}
		}
	})
}

func FuzzQuantities(f *testing.F) {
	fuzz(f, "Nearly 100,000 men and two-thirds of 1.5 million.", "$137-million", "2-0", "1.000.000,5 km²", "twenty-one thousand and 5K", "a third of 3/4", "10–12 %", "½ of 1e999")
}

func FuzzTimes(f *testing.F) {
	fuzz(f, "On Monday, January 10, 2022 at 5:30 p.m.", "31/12/2021", "the 1970s and 80s", "within a day", "30 February", "24:61", "next year, last week", "10 to 12 January")
}
