// Package tagger assigns parts of speech: an averaged perceptron that goes left
// to right and sees two words to each side, their spelling, and the two tags it
// has just chosen (Collins 2002; Toutanova et al. 2003 for the spelling).
//
// A class is a pair of a universal and a Penn tag. Choosing the pair at once
// costs nothing, since the pairs are hardly more than the Penn tags, and keeps
// the two consistent.
package tagger

import (
	"github.com/factdiff/factdiff/internal/nlp/perceptron"
	"github.com/factdiff/factdiff/internal/nlp/surface"
)

// A Tag is a universal and a Penn part of speech.
type Tag struct{ UPOS, XPOS string }

// String returns both tags, as "PROPN/NNP".
func (t Tag) String() string { return t.UPOS + "/" + t.XPOS }

// MaxTags bounds the number of classes: they are stored in a byte.
const MaxTags = 128

// A Tagger is immutable when its Scorer is.
type Tagger struct {
	Tags       []Tag
	Dictionary *surface.Dictionary
	Lexicon    *Lexicon
	Scorer     perceptron.Scorer
}

const none = 0xFF // the tag beyond either end of a sentence

// Scratch is what tagging needs room for. One goroutine at a time.
type Scratch struct {
	Words  []surface.Word
	class  []uint16
	tags   []uint8
	keys   [maxFeatures]uint32
	scores [256]int32 // MaxTags would do; covering all bytes spares a bounds check

	// What was found before, by a table that no longer learns.
	table   *perceptron.Table
	words   *perceptron.Memo // the sums of the features of a word alone
	choices perceptron.Recall[Choice]
}

// remember prepares what is remembered of t.
func (sc *Scratch) remember(t *perceptron.Table) {
	if sc.table != t {
		sc.table, sc.words, sc.choices = t, perceptron.NewMemo(t), perceptron.Recall[Choice]{}
	}
}

// Look prepares the words of a sentence.
func (t *Tagger) Look(sc *Scratch, n int, form func(int) string) {
	sc.Words, sc.class = sc.Words[:0], sc.class[:0]
	for i := range n {
		var w surface.Word
		t.Dictionary.Describe(&w, form(i))
		sc.Words = append(sc.Words, w)
		sc.class = append(sc.class, t.Lexicon.Class(&w))
	}
}

// A Choice is the tag of a word, and the runner-up where it came close; else
// the tag again.
type Choice struct{ Tag, Rival uint8 }

// rivalMargin is the margin below which a runner-up is remembered: about one word in
// eight has one, and half of those that are tagged wrong have the right tag there.
const rivalMargin = 1 << 22

// Tag appends the tags of the words that Look prepared.
func (t *Tagger) Tag(dst []Choice, sc *Scratch) []Choice {
	sc.tags = sc.tags[:0]
	table, frozen := t.Scorer.(*perceptron.Table)
	if frozen {
		sc.remember(table)
	}
	for i := range sc.Words {
		keys := sc.features(i, sc.tags)
		var c Choice
		if frozen {
			c = t.recall(sc, keys)
		} else {
			t.Scorer.Score(0, keys, t.cleared(sc))
			c = t.choice(sc)
		}
		sc.tags = append(sc.tags, c.Tag)
		dst = append(dst, c)
	}
	return dst
}

// recall chooses by a table, or as it chose before by the same features.
func (t *Tagger) recall(sc *Scratch, keys []uint32) Choice {
	c, known := sc.choices.Place(perceptron.Hash(keys))
	if !known {
		scores := t.cleared(sc)
		sc.words.Score(0, keys[:wordAlone], scores)
		sc.table.Score(0, keys[wordAlone:], scores)
		*c = t.choice(sc)
	}
	return *c
}

func (t *Tagger) cleared(sc *Scratch) []int32 {
	clear(sc.scores[:len(t.Tags)])
	return sc.scores[:]
}

// choice returns what the scores say.
func (t *Tagger) choice(sc *Scratch) Choice {
	best := t.highest(sc)
	rival := t.rival(sc, best)
	if sc.scores[best]-sc.scores[rival] >= rivalMargin {
		rival = best
	}
	return Choice{best, rival}
}

// best scores the classes and returns the best.
func (t *Tagger) best(sc *Scratch, s perceptron.Scorer, keys []uint32) uint8 {
	s.Score(0, keys, t.cleared(sc))
	return t.highest(sc)
}

// highest returns the class with the highest score, the lowest-numbered of equals.
func (t *Tagger) highest(sc *Scratch) uint8 {
	best := 0
	for c, v := range sc.scores[:len(t.Tags)] {
		if v > sc.scores[best] {
			best = c
		}
	}
	return uint8(best)
}

// rival returns the class with the highest score but for one.
func (t *Tagger) rival(sc *Scratch, but uint8) uint8 {
	rival := -1
	for c, v := range sc.scores[:len(t.Tags)] {
		if c != int(but) && (rival < 0 || v > sc.scores[rival]) {
			rival = c
		}
	}
	return uint8(max(rival, 0))
}

const maxFeatures = 80

// wordAlone is how many features, the first ones, are of the word alone.
const wordAlone = 17

// features returns the features of word i; tags are those chosen so far.
func (sc *Scratch) features(i int, tags []uint8) []uint32 {
	w := &sc.Words[i]
	l1, l2, r1, r2 := sc.word(i-1), sc.word(i-2), sc.word(i+1), sc.word(i+2)
	t1, t2 := uint64(tagAt(tags, i-1)), uint64(tagAt(tags, i-2))
	d0, dl1, dr1, dr2 := uint64(w.Entry.POS), uint64(l1.Entry.POS), uint64(r1.Entry.POS), uint64(r2.Entry.POS)
	c0, cl1, cr1, cr2 := sc.classAt(i), sc.classAt(i-1), sc.classAt(i+1), sc.classAt(i+2)
	first := uint64(0)
	if i == 0 {
		first = 1
	}
	f := featureList{keys: sc.keys[:0]}
	f.add(1, 0)
	f.add(2, w.Form)
	f.add(3, w.Lower)
	for k, h := range w.Suf {
		f.add(uint64(4+k), h)
	}
	for k, h := range w.Pre {
		f.add(uint64(10+k), h)
	}
	f.add(16, w.Shape)
	f.add(38, c0)
	f.add(60, d0)
	f.add2(63, d0, w.Shape)
	f.add2(64, d0, w.Suf[2])
	f.add2(17, w.Shape, first)
	f.add2(18, w.Shape, t1)
	f.add2(19, w.Shape, r1.Shape)
	f.add2(20, w.Shape, l1.Shape)
	f.add(21, l1.Lower)
	f.add(22, l2.Lower)
	f.add(23, r1.Lower)
	f.add(24, r2.Lower)
	f.add2(25, l1.Lower, w.Lower)
	f.add2(26, w.Lower, r1.Lower)
	f.add2(27, l1.Lower, r1.Lower)
	f.add2(28, r1.Lower, r2.Lower)
	f.add2(29, l2.Lower, l1.Lower)
	f.add(30, t1)
	f.add(31, t2)
	f.add2(32, t1, t2)
	f.add2(33, t1, w.Lower)
	f.add3(34, t1, t2, w.Lower)
	f.add2(35, t1, r1.Lower)
	f.add2(36, t1, w.Suf[2])
	f.add2(37, t1, w.Suf[1])
	f.add(39, cr1)
	f.add(40, cr2)
	f.add2(41, t1, c0)
	f.add3(42, t1, t2, c0)
	f.add2(43, c0, cr1)
	f.add3(44, t1, c0, cr1)
	f.add2(45, cr1, cr2)
	f.add3(46, c0, cr1, cr2)
	f.add2(47, t1, cr1)
	f.add2(48, cl1, c0)
	f.add2(49, c0, r1.Lower)
	f.add2(50, c0, l1.Lower)
	f.add2(51, w.Suf[2], r1.Suf[2])
	f.add(52, r1.Suf[2])
	f.add(53, r1.Suf[1])
	f.add(54, l1.Suf[2])
	f.add2(55, w.Suf[2], cr1)
	f.add3(56, uint64(w.Flags), uint64(l1.Flags), uint64(r1.Flags))
	f.add2(57, uint64(w.Flags)<<1|first, w.Suf[1])
	f.add2(58, c0, uint64(w.Flags)<<1|first)
	f.add2(61, d0, t1)
	f.add3(62, d0, t1, t2)
	f.add2(65, d0, dr1)
	f.add2(66, d0, dl1)
	f.add(67, dr1)
	f.add3(68, t1, d0, dr1)
	f.add3(69, d0, dr1, dr2)
	f.add2(70, d0, cr1)
	f.add2(71, c0, dr1)
	f.add2(72, d0, uint64(w.Flags)<<1|first)
	f.add2(73, d0, l1.Lower)
	f.add2(74, d0, r1.Lower)
	return f.keys
}

// A featureList grows within the scratch array.
type featureList struct{ keys []uint32 }

func (f *featureList) add(id, a uint64) {
	f.keys = append(f.keys, perceptron.Key(perceptron.Mix(id, a)))
}

func (f *featureList) add2(id, a, b uint64) {
	f.keys = append(f.keys, perceptron.Key(perceptron.Mix(perceptron.Mix(id, a), b)))
}

func (f *featureList) add3(id, a, b, c uint64) {
	f.keys = append(f.keys, perceptron.Key(perceptron.Mix(perceptron.Mix(perceptron.Mix(id, a), b), c)))
}

var outside surface.Word // beyond either end

func (sc *Scratch) word(i int) *surface.Word {
	if i < 0 || i >= len(sc.Words) {
		return &outside
	}
	return &sc.Words[i]
}

func (sc *Scratch) classAt(i int) uint64 {
	if i < 0 || i >= len(sc.class) {
		return 0xFFFF
	}
	return uint64(sc.class[i])
}

func tagAt(tags []uint8, i int) uint8 {
	if i < 0 || i >= len(tags) {
		return none
	}
	return tags[i]
}
