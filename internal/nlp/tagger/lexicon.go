package tagger

import (
	"slices"
	"sort"

	"github.com/factdiff/factdiff/internal/nlp/surface"
)

// A Lexicon knows the ambiguity class of frequent words: the set of tags they
// are seen with. It tells the tagger about words to the right, which have no
// tag yet.
type Lexicon struct {
	Words   surface.Set
	Classes []uint16 // parallel to Words.Keys; 0 is left for unknown words
}

// Class returns the ambiguity class of a word, of its lower-cased form where
// the form itself is unknown, or a class made of its flags.
func (l *Lexicon) Class(w *surface.Word) uint16 {
	if c := l.find(w.Form); c != 0 {
		return c
	}
	if c := l.find(w.Lower); c != 0 {
		return c | 1<<14 // a form never seen with this capitalisation
	}
	return 1<<15 | uint16(w.Flags)
}

func (l *Lexicon) find(h uint64) uint16 {
	if i := l.Words.Find(h); i >= 0 {
		return l.Classes[i]
	}
	return 0
}

// Words seen less often have no class: in training, the class of a word seen
// once is its tag, and the tagger would learn to trust it.
const minCount = 4

// NewLexicon counts the tags of words.
func NewLexicon(words [][]surface.Word, tags [][]uint8) *Lexicon {
	counts := map[uint32]*[MaxTags]int{}
	for i, sentence := range words {
		for j := range sentence {
			key := surface.SetKey(sentence[j].Form)
			c := counts[key]
			if c == nil {
				c = new([MaxTags]int)
				counts[key] = c
			}
			c[tags[i][j]]++
		}
	}
	var keys []uint32
	for key, c := range counts {
		total := 0
		for _, n := range c {
			total += n
		}
		if total >= minCount {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	l := &Lexicon{Words: surface.NewSet(keys)}
	ids := map[string]uint16{}
	for _, key := range keys {
		c := counts[key]
		total := 0
		for _, n := range c {
			total += n
		}
		// Tags of at least a twentieth of the occurrences, the most frequent first.
		var set []byte
		for tag, n := range c {
			if n*20 >= total {
				set = append(set, byte(tag))
			}
		}
		sort.SliceStable(set, func(i, j int) bool { return c[set[i]] > c[set[j]] })
		id, ok := ids[string(set)]
		if !ok {
			id = uint16(len(ids) + 1)
			ids[string(set)] = id
		}
		l.Classes = append(l.Classes, id)
	}
	return l
}
