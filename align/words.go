package align

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

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
	w := borrowAligner(lex)
	defer w.giveBack()
	return w.align(w.view(a), w.view(b))
}

// wordAligner aligns words; it keeps its room and what it looked up from one
// pair of statements to the next, and from one event to the next. It is not safe
// for concurrent use.
type wordAligner struct {
	lex     *lexicon.Lexicon
	ids     map[wordKey]uint32
	forms   []form // by id
	numbers map[string]uint32
	values  map[value]uint32
	likes   likeCache

	a, b       *view
	toB, toA   []int
	tied       []likeness // by word of a, where it is tied
	candidates []candidate
	beside     []int
}

// wordKey is all that the likeness of two words depends on.
type wordKey struct{ lemma, lower, upos string }

// aligners are those that nobody uses: events have most of their words in common.
var aligners sync.Pool

// mostForms bounds what an aligner keeps for the next event.
const mostForms = 1 << 15

func borrowAligner(lex *lexicon.Lexicon) *wordAligner {
	if w, ok := aligners.Get().(*wordAligner); ok && w.lex == lex {
		return w
	}
	return newWordAligner(lex)
}

func (w *wordAligner) giveBack() {
	if len(w.forms) <= mostForms && len(w.numbers) <= 2*mostForms && len(w.values) <= mostForms {
		w.a, w.b = nil, nil
		aligners.Put(w)
	}
}

func newWordAligner(lex *lexicon.Lexicon) *wordAligner {
	return &wordAligner{
		lex: lex, ids: map[wordKey]uint32{}, numbers: map[string]uint32{"": none, "PUNCT": punct}, values: map[value]uint32{}, likes: newLikeCache(),
	}
}

// The numbers of the empty string and of a part of speech.
const (
	none uint32 = iota
	punct
)

// number gives equal strings one number.
func (w *wordAligner) number(s string) uint32 {
	n, ok := w.numbers[s]
	if !ok {
		n = uint32(len(w.numbers))
		w.numbers[strings.Clone(s)] = n
	}
	return n
}

// value is what makes two quantities one.
type value struct {
	kind     witness.QuantityKind
	interval witness.Interval
}

// measure gives equal quantities one number, and those of one unit another.
func (w *wordAligner) measure(q *witness.Quantity) (val, unit uint32) {
	v := value{q.Kind, q.Value}
	val, ok := w.values[v]
	if !ok {
		val = none + 1 + uint32(len(w.values))
		w.values[v] = val
	}
	return val, w.number(fmt.Sprintf("%d %s", q.Kind, q.Unit))
}

func (w *wordAligner) align(a, b *view) []witness.WordLink {
	n, m := len(a.words), len(b.words)
	if n == 0 || m == 0 {
		return nil
	}
	w.a, w.b = a, b
	w.toB, w.toA, w.tied = unset(w.toB, n), unset(w.toA, m), slices.Grow(w.tied[:0], n)[:n]
	w.content()
	w.function()
	w.structure()
	w.function()
	return w.links()
}

// links lists what is tied, in the order of a.
func (w *wordAligner) links() []witness.WordLink {
	n := 0
	for _, j := range w.toB {
		if j >= 0 {
			n++
		}
	}
	out := make([]witness.WordLink, 0, n)
	for i, j := range w.toB {
		if j >= 0 {
			out = append(out, witness.WordLink{A: i, B: j, Kind: w.tied[i].kind, Weight: w.tied[i].sim})
		}
	}
	return out
}

// unset returns n times -1, in the room of x where it is large enough.
func unset(x []int, n int) []int {
	x = slices.Grow(x[:0], n)[:n]
	for i := range x {
		x[i] = -1
	}
	return x
}

func (w *wordAligner) tie(i, j int, kind witness.LinkKind, weight float32) {
	w.toB[i], w.toA[j] = j, i
	w.tied[i] = likeness{weight, kind}
}

// content ties content words by likeness and surroundings.
func (w *wordAligner) content() {
	cands := w.candidates[:0]
	for _, i := range w.a.content {
		for _, j := range w.b.content {
			if sim, kind := w.alike(i, j); sim > 0 {
				cands = append(cands, candidate{i: i, j: j, sim: sim, kind: kind})
			}
		}
	}
	w.candidates = cands
	n, m := float32(len(w.a.words)), float32(len(w.b.words))
	for k := range cands {
		c := &cands[k]
		place := float32(c.i)/n - float32(c.j)/m
		c.score = c.sim + w.near(c.i, c.j) + w.tree(c.i, c.j) + wordOrder*(1-max(place, -place))
	}
	slices.SortFunc(cands, func(x, y candidate) int {
		if x.score != y.score { // nearly always
			return cmp.Compare(y.score, x.score)
		}
		return cmp.Or(cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j))
	})
	for _, c := range cands {
		if w.toB[c.i] < 0 && w.toA[c.j] < 0 && w.allowed(c) {
			w.tie(c.i, c.j, c.kind, c.sim)
		}
	}
}

// allowed reports whether a candidate may stand: weak likeness needs support
// from the surroundings.
func (w *wordAligner) allowed(c candidate) bool {
	return c.sim >= 0.6 || c.score-c.sim >= wordOrder+wordNear
}

// near sums up the words of like form at like distance around i and j.
func (w *wordAligner) near(i, j int) float32 {
	var s float32
	for d := 1; d <= wordWindow; d++ {
		if w.same(i-d, j-d) {
			s += wordNear / float32(d)
		}
		if w.same(i+d, j+d) {
			s += wordNear / float32(d)
		}
	}
	return s
}

func (w *wordAligner) same(i, j int) bool {
	if i < 0 || j < 0 || i >= len(w.a.words) || j >= len(w.b.words) {
		return i == -1 && j == -1 || i == len(w.a.words) && j == len(w.b.words)
	}
	return w.a.words[i].lower == w.b.words[j].lower || w.a.words[i].lemma == w.b.words[j].lemma
}

// tree looks at the heads of i and j and at their own dependants.
func (w *wordAligner) tree(i, j int) float32 {
	ha, hb := int(w.a.words[i].head), int(w.b.words[j].head)
	var s float32
	switch {
	case ha < 0 && hb < 0:
		s += wordTree / 2
	case ha >= 0 && hb >= 0 && w.same(ha, hb):
		s += wordTree
		if w.a.words[i].rel == w.b.words[j].rel {
			s += wordTree / 2
		}
	}
	for ca := w.a.words[i].child; ca >= 0; ca = w.a.words[ca].next {
		if !w.a.words[ca].content {
			continue
		}
		for cb := w.b.words[j].child; cb >= 0; cb = w.b.words[cb].next {
			if w.b.words[cb].content && w.same(int(ca), int(cb)) {
				s += wordTree / 2
			}
		}
	}
	return min(s, 2*wordTree)
}

// function ties words without content of the same form whose neighbour or
// head is tied.
func (w *wordAligner) function() {
	for i := range w.a.words {
		if w.toB[i] >= 0 || w.a.words[i].content {
			continue
		}
		best, at := float32(0), -1
		for _, j := range w.functionCandidates(i) {
			if w.toA[j] >= 0 || w.b.words[j].content {
				continue
			}
			sim := w.functionLike(i, j)
			if sim == 0 {
				continue
			}
			support := float32(0)
			if i > 0 && j > 0 && w.toB[i-1] == j-1 || i == 0 && j == 0 {
				support++
			}
			if i+1 < len(w.toB) && j+1 < len(w.toA) && w.toB[i+1] == j+1 || i+1 == len(w.toB) && j+1 == len(w.toA) {
				support++
			}
			if ha, hb := int(w.a.words[i].head), int(w.b.words[j].head); ha >= 0 && hb >= 0 && w.toB[ha] == hb {
				support++
			}
			if s := support * sim; s > best {
				best, at = s, j
			}
		}
		if at >= 0 && best >= 1 {
			w.tie(i, at, witness.LinkSame, 1)
		} else if at >= 0 && best >= 0.8 {
			w.tie(i, at, witness.LinkStructure, 0.3)
		}
	}
}

// functionCandidates lists the words of b next to those that the neighbours
// and the head of word i are tied to.
func (w *wordAligner) functionCandidates(i int) []int {
	out := w.beside[:0]
	add := func(j int) {
		if j >= 0 && j < len(w.toA) && !slices.Contains(out, j) {
			out = append(out, j)
		}
	}
	defer func() { w.beside = out }()
	if i == 0 {
		add(0)
	} else if j := w.toB[i-1]; j >= 0 {
		add(j + 1)
	}
	if i+1 == len(w.toB) {
		add(len(w.toA) - 1)
	} else if j := w.toB[i+1]; j >= 0 {
		add(j - 1)
	}
	if h := w.a.words[i].head; h >= 0 && w.toB[h] >= 0 {
		for c := w.b.words[w.toB[h]].child; c >= 0; c = w.b.words[c].next {
			add(int(c))
		}
	}
	return out
}

// functionLike says how far function words i and j do the same work.
func (w *wordAligner) functionLike(i, j int) float32 {
	x, y := &w.a.words[i], &w.b.words[j]
	switch {
	case x.lower == y.lower || x.lemma == y.lemma && x.lemma != none:
		return 1
	case x.rel == y.rel && x.upos == y.upos && x.upos != punct:
		return 0.45
	}
	return 0
}

// structure ties content words that are left over on both sides and stand in
// the same slot: under tied heads by the same relation, or between tied
// neighbours. This is where two reports say different things.
func (w *wordAligner) structure() {
	for _, i := range w.a.content {
		if w.toB[i] >= 0 {
			continue
		}
		best, at := float32(0), -1
		for _, j := range w.b.content {
			if w.toA[j] >= 0 {
				continue
			}
			if s := w.slot(i, j); s > best {
				best, at = s, j
			}
		}
		if at >= 0 && best >= 1 {
			w.tie(i, at, witness.LinkStructure, 0)
		}
	}
}

// slot scores how surely leftover words i and j fill one slot.
func (w *wordAligner) slot(i, j int) float32 {
	x, y := &w.a.words[i], &w.b.words[j]
	if x.class != y.class {
		return 0
	}
	var s float32
	if x.head >= 0 && y.head >= 0 && w.toB[x.head] == int(y.head) && x.rel == y.rel {
		s++
	}
	if x.head < 0 && y.head < 0 {
		s += 0.5
	}
	left := i > 0 && j > 0 && w.toB[i-1] == j-1 || i == 0 && j == 0
	right := i+1 < len(w.toB) && j+1 < len(w.toA) && w.toB[i+1] == j+1 || i+1 == len(w.toB) && j+1 == len(w.toA)
	switch {
	case left && right:
		s++
	case left || right:
		s += 0.5
	}
	for ca := w.a.words[i].child; ca >= 0; ca = w.a.words[ca].next {
		if cb := w.toB[ca]; cb >= 0 && int(w.b.words[cb].head) == j && w.a.words[ca].content {
			s += 0.5
			break
		}
	}
	return s
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
