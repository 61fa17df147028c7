package nlp

import (
	"testing"
)

// benchmarkMode reports tokens a second on one core.
func benchmarkMode(b *testing.B, mode Mode) {
	a := Default()
	var toks []Token
	n, size := 0, 0
	for _, c := range sentences { // expand everything, and warm the pool
		toks = a.Analyse(toks[:0], c.text, mode)
		n += len(toks)
		size += len(c.text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, c := range sentences {
			toks = a.Analyse(toks[:0], c.text, mode)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkGreedy(b *testing.B) { benchmarkMode(b, Greedy) }
func BenchmarkVote(b *testing.B)   { benchmarkMode(b, Vote) }

func BenchmarkTokenize(b *testing.B) {
	var toks []Token
	size := 0
	for _, c := range sentences {
		size += len(c.text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, c := range sentences {
			toks = Tokenize(toks[:0], c.text)
		}
	}
}

// BenchmarkExpand is what the first analysis, and the first vote, pay.
func BenchmarkExpand(b *testing.B) {
	file, err := models.ReadFile(greedyModel)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("greedy", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := decodeGreedy(file); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("vote", func(b *testing.B) {
		m, err := decodeGreedy(file)
		if err != nil {
			b.Fatal(err)
		}
		file, err := models.ReadFile(voteModel)
		if err != nil {
			b.Skip(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			if _, err := decodeVote(file, m.ltr); err != nil {
				b.Fatal(err)
			}
		}
	})
}
