package likeness

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// Words are the content words of a stretch of text but for its numbers, in order of the
// alphabet, with their weights: rare words first.
type Words struct {
	lemmas  []string
	weights []float64
	length  float64 // of the vector, squared
}

// WordsOf returns the words of a statement, which are read once.
func WordsOf(p *compare.Pass, st *witness.Statement) *Words {
	return compare.OnceOf(p, st, func(st *witness.Statement) *Words { return words(st.Tokens) })
}

// Reach is how many words on each side of a mention are near it.
const Reach = 6

// Around returns the words near token i, and i itself.
func Around(st *witness.Statement, i int) *Words {
	return words(st.Tokens[max(i-Reach, 0):min(i+Reach+1, len(st.Tokens))])
}

func words(tokens []witness.Token) *Words {
	w := &Words{}
	for i := range tokens {
		if t := &tokens[i]; align.Content(t) && t.UPOS != "NUM" {
			w.lemmas = append(w.lemmas, t.Lemma)
		}
	}
	slices.Sort(w.lemmas)
	w.lemmas = slices.Compact(w.lemmas)
	for _, l := range w.lemmas {
		r := align.Rarity(l)
		w.weights = append(w.weights, r*r)
		w.length += r * r * r * r
	}
	return w
}

// Cosine returns how alike two lists of words are, from 0 to 1; only the same word is like.
func Cosine(a, b *Words) float64 {
	if a.length == 0 || b.length == 0 {
		return 0
	}
	sum, j := 0.0, 0
	for i, l := range a.lemmas {
		for j < len(b.lemmas) && b.lemmas[j] < l {
			j++
		}
		if j < len(b.lemmas) && b.lemmas[j] == l {
			sum += a.weights[i] * b.weights[j]
		}
	}
	return sum / math.Sqrt(a.length*b.length)
}
