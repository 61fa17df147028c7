package marks

import (
	"math"
	"sync"

	"github.com/factdiff/factdiff/internal/lexicon"
)

// spelt is how often three letters follow each other in the words of English,
// as logarithms of their share after the first two. It is counted from
// WordNet's lemmas when the first unknown word is met.
var spelt = sync.OnceValue(func() *[27][27][27]float32 {
	var n [27][27][27]float32
	lexicon.Lemmas(lexicon.Noun, func(w string) bool { count(&n, w); return true })
	lexicon.Lemmas(lexicon.Verb, func(w string) bool { count(&n, w); count(&n, w); return true })
	lexicon.Lemmas(lexicon.Adjective, func(w string) bool { count(&n, w); return true })
	for a := range n {
		for b := range n[a] {
			sum := float32(0)
			for _, v := range n[a][b] {
				sum += v
			}
			for c, v := range n[a][b] {
				n[a][b][c] = float32(math.Log(float64((v + 0.3) / (sum + 8.1))))
			}
		}
	}
	return &n
})

func count(n *[27][27][27]float32, w string) {
	a, b := 26, 26
	for i := 0; i < len(w); i++ {
		c := int(w[i]) - 'a'
		if c < 0 || c > 25 {
			return
		}
	}
	for i := 0; i <= len(w); i++ {
		c := 26
		if i < len(w) {
			c = int(w[i] - 'a')
		}
		n[a][b][c]++
		a, b = b, c
	}
}

// outlandish reports whether the letters of a word of five or more follow each
// other as they do not in English.
func outlandish(w string) bool { return len(w) > 4 && strange(w) > 3.4 }

// strange is the mean surprise at the letters of a word; letters beyond the
// alphabet surprise most.
func strange(w string) float64 {
	t := spelt()
	a, b := 26, 26
	sum, n := 0.0, 0
	for _, r := range w + "\x00" {
		c := int(r) - 'a'
		if r == 0 {
			c = 26
		} else if c < 0 || c > 25 {
			sum += 9
			n++
			a, b = 26, 26
			continue
		}
		sum -= float64(t[a][b][c])
		n++
		a, b = b, c
	}
	return sum / float64(n)
}
