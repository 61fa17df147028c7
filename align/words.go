package align

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// Word alignment follows Sultan, Bethard and Sumner, "Back to Basics for
// Monolingual Alignment" (TACL 2014): two words correspond if they are alike
// and stand among words that are alike, in the text and in the parse. It is
// unsupervised and greedy: all candidate pairs are scored, and taken from the
// best down as long as neither word is spoken for.

// weights of the evidence for a pair of words; found on the development part
// of a set of manual alignments, where the result moves little about them.
const (
	wordNear   = 0.12 // a like word at the same distance
	wordTree   = 0.16 // heads alike, or a child alike under one relation
	wordOrder  = 0.25 // the same place in the sentence
	wordWindow = 3
	// maxWords bounds the words of one statement that are aligned; what
	// stands beyond is left unaligned. It keeps a hostile "sentence" of a
	// megabyte from costing its square.
	maxWords = 400
)

type candidate struct {
	i, j  int
	sim   float32
	score float32
	kind  witness.LinkKind
}

// Words aligns the words of a with those of b: one to one, in order of a.
// Function words are tied only where their neighbours are.
func Words(lex *lexicon.Lexicon, a, b *witness.Statement) []witness.WordLink {
	return newWordAligner(lex).align(newView(a), newView(b))
}

// wordAligner aligns words; it keeps its room and what it looked up from one
// pair of statements to the next, and is not safe for concurrent use.
type wordAligner struct {
	lex *lexicon.Lexicon
}

func newWordAligner(lex *lexicon.Lexicon) *wordAligner { return &wordAligner{lex: lex} }

func (w *wordAligner) align(a, b *view) []witness.WordLink {
	n, m := len(a.toks), len(b.toks)
	if n == 0 || m == 0 {
		return nil
	}
	al := &aligner{a: a, b: b, lex: w.lex, toB: make([]int, n), toA: make([]int, m)}
	for i := range al.toB {
		al.toB[i] = -1
	}
	for j := range al.toA {
		al.toA[j] = -1
	}
	al.content()
	al.function()
	al.structure()
	al.function()
	slices.SortFunc(al.links, func(x, y witness.WordLink) int { return cmp.Compare(x.A, y.A) })
	return al.links
}

type aligner struct {
	a, b     *view
	lex      *lexicon.Lexicon
	toB, toA []int
	links    []witness.WordLink
}

func (al *aligner) tie(i, j int, kind witness.LinkKind, weight float32) {
	al.toB[i], al.toA[j] = j, i
	al.links = append(al.links, witness.WordLink{A: i, B: j, Kind: kind, Weight: weight})
}

// content ties content words by likeness and surroundings.
func (al *aligner) content() {
	var cands []candidate
	for i := range al.a.toks {
		if !al.a.content[i] {
			continue
		}
		for j := range al.b.toks {
			if !al.b.content[j] {
				continue
			}
			if sim, kind := al.alike(i, j); sim > 0 {
				cands = append(cands, candidate{i: i, j: j, sim: sim, kind: kind})
			}
		}
	}
	n, m := float32(len(al.a.toks)), float32(len(al.b.toks))
	for k := range cands {
		c := &cands[k]
		place := float32(c.i)/n - float32(c.j)/m
		c.score = c.sim + al.near(c.i, c.j) + al.tree(c.i, c.j) + wordOrder*(1-max(place, -place))
	}
	slices.SortFunc(cands, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	for _, c := range cands {
		if al.toB[c.i] < 0 && al.toA[c.j] < 0 && al.allowed(c) {
			al.tie(c.i, c.j, c.kind, c.sim)
		}
	}
}

// allowed reports whether a candidate may stand: weak likeness needs support
// from the surroundings.
func (al *aligner) allowed(c candidate) bool {
	return c.sim >= 0.6 || c.score-c.sim >= wordOrder+wordNear
}

// near sums up the words of like form at like distance around i and j.
func (al *aligner) near(i, j int) float32 {
	var s float32
	for d := 1; d <= wordWindow; d++ {
		if al.same(i-d, j-d) {
			s += wordNear / float32(d)
		}
		if al.same(i+d, j+d) {
			s += wordNear / float32(d)
		}
	}
	return s
}

func (al *aligner) same(i, j int) bool {
	if i < 0 || j < 0 || i >= len(al.a.toks) || j >= len(al.b.toks) {
		return i == -1 && j == -1 || i == len(al.a.toks) && j == len(al.b.toks)
	}
	return al.a.toks[i].Lower == al.b.toks[j].Lower || al.a.toks[i].Lemma == al.b.toks[j].Lemma
}

// tree looks at the heads of i and j and at their own dependants.
func (al *aligner) tree(i, j int) float32 {
	ha, hb := al.a.toks[i].Head, al.b.toks[j].Head
	var s float32
	switch {
	case ha < 0 && hb < 0:
		s += wordTree / 2
	case ha >= 0 && hb >= 0 && al.same(ha, hb):
		s += wordTree
		if relation(al.a.toks[i].Rel) == relation(al.b.toks[j].Rel) {
			s += wordTree / 2
		}
	}
	for _, ca := range al.a.children[i] {
		for _, cb := range al.b.children[j] {
			if al.a.content[ca] && al.b.content[cb] && al.same(ca, cb) {
				s += wordTree / 2
			}
		}
	}
	return min(s, 2*wordTree)
}

// function ties words without content of the same form whose neighbour or
// head is tied.
func (al *aligner) function() {
	for i := range al.a.toks {
		if al.toB[i] >= 0 || al.a.content[i] {
			continue
		}
		best, at := float32(0), -1
		for _, j := range al.functionCandidates(i) {
			if al.toA[j] >= 0 || al.b.content[j] {
				continue
			}
			sim := functionLike(&al.a.toks[i], &al.b.toks[j])
			if sim == 0 {
				continue
			}
			support := float32(0)
			if i > 0 && j > 0 && al.toB[i-1] == j-1 || i == 0 && j == 0 {
				support++
			}
			if i+1 < len(al.toB) && j+1 < len(al.toA) && al.toB[i+1] == j+1 || i+1 == len(al.toB) && j+1 == len(al.toA) {
				support++
			}
			if ha, hb := al.a.toks[i].Head, al.b.toks[j].Head; ha >= 0 && hb >= 0 && al.toB[ha] == hb {
				support++
			}
			if s := support * sim; s > best {
				best, at = s, j
			}
		}
		if at >= 0 && best >= 1 {
			al.tie(i, at, witness.LinkSame, 1)
		} else if at >= 0 && best >= 0.8 {
			al.tie(i, at, witness.LinkStructure, 0.3)
		}
	}
}

// functionCandidates lists the words of b next to those that the neighbours
// and the head of word i are tied to.
func (al *aligner) functionCandidates(i int) []int {
	var out []int
	add := func(j int) {
		if j >= 0 && j < len(al.toA) && !slices.Contains(out, j) {
			out = append(out, j)
		}
	}
	if i == 0 {
		add(0)
	} else if j := al.toB[i-1]; j >= 0 {
		add(j + 1)
	}
	if i+1 == len(al.toB) {
		add(len(al.toA) - 1)
	} else if j := al.toB[i+1]; j >= 0 {
		add(j - 1)
	}
	if h := al.a.toks[i].Head; h >= 0 && al.toB[h] >= 0 {
		for _, c := range al.b.children[al.toB[h]] {
			add(c)
		}
	}
	return out
}

// functionLike says how far two function words do the same work.
func functionLike(x, y *witness.Token) float32 {
	switch {
	case x.Lower == y.Lower || x.Lemma == y.Lemma && x.Lemma != "":
		return 1
	case x.UPOS == y.UPOS && x.UPOS != "PUNCT" && relation(x.Rel) == relation(y.Rel):
		return 0.45
	}
	return 0
}

// structure ties content words that are left over on both sides and stand in
// the same slot: under tied heads by the same relation, or between tied
// neighbours. This is where two reports say different things.
func (al *aligner) structure() {
	for i := range al.a.toks {
		if al.toB[i] >= 0 || !al.a.content[i] {
			continue
		}
		best, at := float32(0), -1
		for j := range al.b.toks {
			if al.toA[j] >= 0 || !al.b.content[j] {
				continue
			}
			if s := al.slot(i, j); s > best {
				best, at = s, j
			}
		}
		if at >= 0 && best >= 1 {
			al.tie(i, at, witness.LinkStructure, 0)
		}
	}
}

// slot scores how surely leftover words i and j fill one slot.
func (al *aligner) slot(i, j int) float32 {
	x, y := &al.a.toks[i], &al.b.toks[j]
	if class(x.UPOS) != class(y.UPOS) {
		return 0
	}
	var s float32
	if x.Head >= 0 && y.Head >= 0 && al.toB[x.Head] == y.Head && relation(x.Rel) == relation(y.Rel) {
		s++
	}
	if x.Head < 0 && y.Head < 0 {
		s += 0.5
	}
	left := i > 0 && j > 0 && al.toB[i-1] == j-1 || i == 0 && j == 0
	right := i+1 < len(al.toB) && j+1 < len(al.toA) && al.toB[i+1] == j+1 || i+1 == len(al.toB) && j+1 == len(al.toA)
	switch {
	case left && right:
		s++
	case left || right:
		s += 0.5
	}
	for _, ca := range al.a.children[i] {
		if cb := al.toB[ca]; cb >= 0 && al.b.toks[cb].Head == j && al.a.content[ca] {
			s += 0.5
			break
		}
	}
	return s
}

// relation drops the subtype of a relation: nsubj:pass is an nsubj.
func relation(rel string) string {
	for i := 0; i < len(rel); i++ {
		if rel[i] == ':' {
			return rel[:i]
		}
	}
	return rel
}

// class folds the parts of speech that translations trade for one another.
func class(upos string) byte {
	switch upos {
	case "NOUN", "PROPN", "PRON", "NUM":
		return 'n'
	case "VERB", "AUX":
		return 'v'
	case "ADJ", "ADV":
		return 'a'
	}
	return 'x'
}
