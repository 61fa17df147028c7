package likeness_test

import (
	"context"
	"testing"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/likeness"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// of runs f on the first statements of two reports, each of one sentence or more.
func of(t *testing.T, a, b string, f func(p *compare.Pass, a, b *witness.Statement)) {
	t.Helper()
	ev := &witness.Event{Witnesses: []*witness.Witness{{ID: "a", Lang: "en", Text: a}, {ID: "b", Lang: "en", Text: b}}}
	if err := factdiff.Align(context.Background(), ev, factdiff.Options{}); err != nil {
		t.Fatal(err)
	}
	check := &compare.Check{Name: "likeness", Run: func(p *compare.Pass) {
		f(p, ev.Witnesses[0].Statements[0], ev.Witnesses[1].Statements[0])
	}}
	if _, err := compare.Run(context.Background(), ev, compare.Options{Checks: []*compare.Check{check}, Lexicon: lexicon.Default()}); err != nil {
		t.Fatal(err)
	}
}

func TestCosine(t *testing.T) {
	for _, tt := range []struct {
		a, b     string
		from, to float64
	}{
		{"The ferry sank off Crete.", "Off Crete the ferry sank.", 1, 1},
		{"The ferry sank off Crete.", "A ferry sank near Malta.", 0.1, 0.9},
		{"The ferry sank off Crete.", "Prices rose again.", 0, 0},
	} {
		of(t, tt.a, tt.b, func(p *compare.Pass, a, b *witness.Statement) {
			wa, wb := likeness.WordsOf(p, a), likeness.WordsOf(p, b)
			got := likeness.Cosine(wa, wb)
			if got < tt.from-1e-9 || got > tt.to+1e-9 || got != likeness.Cosine(wb, wa) {
				t.Errorf("%q, %q: %v, want %v to %v, and the same exchanged", tt.a, tt.b, got, tt.from, tt.to)
			}
		})
	}
}

// TestCoverage asks that other words for one thing count, which Cosine does not see, and
// that the names of an entity are left out where they are to be.
func TestCoverage(t *testing.T) {
	of(t, "Police arrested the attacker in Lyon.", "The arrest of the assailant took place in Nice.", func(p *compare.Pass, a, b *witness.Statement) {
		j := likeness.Of(p)
		c := j.Cover(a, b)
		with, without := c.First(nil, 0, len(a.Tokens)), c.First(compare.Facts[*witness.Name](a)[0].Entity, 0, len(a.Tokens))
		if with <= 0.2 || without <= with {
			t.Errorf("covered %v with the name of the town and %v without, want both above 0.2 and the second more", with, without)
		}
		if got, back := c.Both(nil, nil), j.Cover(b, a).Both(nil, nil); got != back {
			t.Errorf("Both is %v, exchanged %v", got, back)
		}
		if got := likeness.Cosine(likeness.WordsOf(p, a), likeness.WordsOf(p, b)); got >= with {
			t.Errorf("cosine %v, want less than the coverage %v", got, with)
		}
	})
}

func TestAlike(t *testing.T) {
	of(t, "The firm bought a dog.", "A company purchased an animal, an apple and a dog.", func(p *compare.Pass, a, b *witness.Statement) {
		j := likeness.Of(p)
		at := func(st *witness.Statement, word string) int {
			for i := range st.Tokens {
				if st.Tokens[i].Lower == word {
					return i
				}
			}
			t.Fatalf("no %q", word)
			return 0
		}
		alike := func(x, y string) float64 { return j.Alike(a, at(a, x), b, at(b, y)) }
		if same, synonym, kind, other := alike("dog", "dog"), alike("bought", "purchased"), alike("dog", "animal"), alike("dog", "apple"); same != 1 || synonym != likeness.Synonymous || kind <= other || kind >= synonym {
			t.Errorf("same %v, synonym %v, kind %v, other %v: want 1, %v, and the others below in that order", same, synonym, kind, other, likeness.Synonymous)
		}
	})
}
