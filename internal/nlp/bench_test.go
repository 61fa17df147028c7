package nlp

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// benchmarkTexts returns the sentences of the development set, or where there is
// none those of the test, which flatter: their weights stay in the cache.
func benchmarkTexts(b *testing.B) (texts []string) {
	f, err := os.Open(treebanks + "en_ewt-dev.conllu")
	if err != nil {
		b.Log("no treebank here:", err)
		for _, c := range sentences {
			texts = append(texts, c.text)
		}
		return texts
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if text, ok := strings.CutPrefix(sc.Text(), "# text = "); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

// benchmarkMode reports tokens a second on one core.
func benchmarkMode(b *testing.B, mode Mode) {
	a := Default()
	texts := benchmarkTexts(b)
	var toks []Token
	n, size := 0, 0
	for _, text := range texts { // expand everything, and warm the pool
		toks = a.Analyse(toks[:0], text, mode)
		n += len(toks)
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			toks = a.Analyse(toks[:0], text, mode)
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
	b.Run("greedy", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := decodeGreedy(greedyModel); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("vote", func(b *testing.B) {
		m, err := decodeGreedy(greedyModel)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			if _, err := decodeVote(voteModel, m.ltr); err != nil {
				b.Fatal(err)
			}
		}
	})
}
