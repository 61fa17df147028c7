package align

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/factdiff/factdiff/internal/lexicon"
)

// A vocabulary numbers the content lemmas of one event. For each it knows in
// how many statements it stands, how rare it is in English, and which other
// lemmas of the event mean much the same. Likeness is looked up once for a
// lemma, through its synsets and its first letters, and never for all pairs
// of lemmas; after that a pair of statements costs no look-up at all.
type vocabulary struct {
	lex   *lexicon.Lexicon
	ids   map[string]int32
	words []word
	class map[string]int32 // of stems
	n     float64          // statements
}

type word struct {
	lemma  string
	class  int32    // words of one stem share it
	pos    posSet   // parts of speech in which the event has it
	df     int32    // statements
	event  float64  // rarity in the event, from its df
	world  float64  // rarity in English
	weight float64  // both
	begin  float64  // share of the reports that have it at their beginning
	near   []nearBy // other lemmas that mean much the same, by id
}

// nearBy is a lemma that may stand for another.
type nearBy struct {
	id  int32
	sim float64
}

type posSet uint8

const (
	asNoun posSet = 1 << iota
	asName
	asVerb
	asAdjective
	asAdverb
	asNumber
)

func posOf(upos string) posSet {
	switch upos {
	case "NOUN":
		return asNoun
	case "PROPN":
		return asName
	case "VERB", "AUX":
		return asVerb
	case "ADJ":
		return asAdjective
	case "ADV":
		return asAdverb
	case "NUM":
		return asNumber
	}
	return 0
}

func newVocabulary(lex *lexicon.Lexicon) *vocabulary {
	return &vocabulary{lex: lex, ids: map[string]int32{}, class: map[string]int32{}}
}

// add gives the number of a lemma.
func (v *vocabulary) add(lemma string, pos posSet) int32 {
	id, ok := v.ids[lemma]
	if !ok {
		id = int32(len(v.words))
		v.ids[lemma] = id
		s := stem(lemma)
		class, ok := v.class[s]
		if !ok {
			class = id
			v.class[s] = id
		}
		v.words = append(v.words, word{lemma: lemma, class: class})
	}
	v.words[id].pos |= pos
	return id
}

// finish weighs the lemmas and finds which of them are near.
func (v *vocabulary) finish(statements int) {
	v.n = float64(statements)
	world := background()
	for i := range v.words {
		w := &v.words[i]
		w.event = v.idf(w.df)
		w.world = world.rarity(w.lemma)
		w.weight = w.event * (0.3 + w.world)
	}
	for i := range v.words {
		v.synonyms(int32(i))
	}
	v.families()
	v.circle()
	v.tabled()
	for i := range v.words {
		w := &v.words[i]
		slices.SortFunc(w.near, func(x, y nearBy) int { return cmp.Or(cmp.Compare(x.id, y.id), cmp.Compare(y.sim, x.sim)) })
		w.near = slices.CompactFunc(w.near, func(x, y nearBy) bool { return x.id == y.id })
	}
}

// idf is the weight of what stands in df statements of the event.
func (v *vocabulary) idf(df int32) float64 { return math.Log((v.n + 2) / (float64(df) + 0.5)) }

// tie makes two lemmas near.
func (v *vocabulary) tie(a, b int32, sim float64) {
	if a != b {
		v.words[a].near = append(v.words[a].near, nearBy{b, sim})
		v.words[b].near = append(v.words[b].near, nearBy{a, sim})
	}
}

var wordnetClasses = [...]struct {
	as  posSet
	pos lexicon.POS
}{{asNoun, lexicon.Noun}, {asVerb, lexicon.Verb}, {asAdjective, lexicon.Adjective}, {asAdverb, lexicon.Adverb}}

// maxSense bounds the sum of the sense ranks at which two lemmas may share a
// synset: beyond, the shared sense is one that news seldom means.
const maxSense = 4

// synonyms ties a lemma to those of the event that share a synset with it.
func (v *vocabulary) synonyms(id int32) {
	w := v.words[id]
	for _, p := range wordnetClasses {
		if w.pos&p.as == 0 {
			continue
		}
		for _, s := range lexicon.Synonyms(w.lemma, p.pos) {
			o, ok := v.ids[s]
			if !ok || o == id || v.words[o].pos&p.as == 0 {
				continue
			}
			if a, b, ok := lexicon.SynsetRank(w.lemma, s, p.pos); ok && a+b <= maxSense && v.lex.Synonymous(w.lemma, s, p.pos) {
				v.tie(id, o, 0.85-0.08*float64(a+b))
			}
		}
		if p.as == asNoun || p.as == asVerb {
			for k, s := range lexicon.Hypernyms(w.lemma, p.pos) {
				if k >= 6 {
					break
				}
				if o, ok := v.ids[s]; ok && o != id && v.words[o].pos&p.as != 0 {
					if _, ok := lexicon.Hypernym(w.lemma, s, p.pos, 1); ok {
						v.tie(id, o, loose)
					}
				}
			}
		}
	}
}

// maxFamily bounds the lemmas of one beginning that are compared with each
// other.
const maxFamily = 64

// families ties lemmas of one stem and of one derivation. Nearly all that
// English derives from each other begins with the same three letters (invade,
// invasion; die, death does not).
func (v *vocabulary) families() {
	const letters = 3
	begin := map[string][]int32{}
	var order []string
	for i := range v.words {
		l := v.words[i].lemma
		if len(l) < letters || !isLetter(l[0]) {
			continue
		}
		k := l[:letters]
		if begin[k] == nil {
			order = append(order, k)
		}
		begin[k] = append(begin[k], int32(i))
	}
	for _, k := range order {
		list := begin[k]
		for i, a := range list {
			for _, b := range list[i+1 : min(len(list), i+1+maxFamily)] {
				x, y := &v.words[a], &v.words[b]
				switch {
				case x.class == y.class:
					v.tie(a, b, 0.9)
				case x.pos&y.pos&asName != 0:
					// two names are not derived from each other
				case lexicon.Derived(x.lemma, y.lemma):
					v.tie(a, b, 0.85)
				}
			}
		}
	}
}

//go:embed circles.txt
var circlesText string

var circles = sync.OnceValue(func() [][]string {
	var out [][]string
	for line := range strings.SplitSeq(circlesText, "\n") {
		if line != "" && line[0] != '#' {
			out = append(out, strings.Fields(line))
		}
	}
	return out
})

// loose is the likeness of words of one circle. What is not above it counts
// for the loose features only.
const loose = 0.45

// circle ties lemmas that news uses for one kind of happening, though they
// mean different things: talks, meeting, round.
func (v *vocabulary) circle() {
	for _, list := range circles() {
		var have []int32
		for _, w := range list {
			if id, ok := v.ids[w]; ok {
				have = append(have, id)
			}
		}
		for i, a := range have {
			for _, b := range have[i+1:] {
				v.tie(a, b, loose)
			}
		}
	}
}

// maxFrequent bounds the lemmas that are looked up in the lexicon's own table
// of synonyms pair by pair: the table cannot be listed.
const maxFrequent = 300

// tabled ties the frequent lemmas that the lexicon's table calls synonyms.
func (v *vocabulary) tabled() {
	for _, p := range wordnetClasses {
		var list []int32
		for i := range v.words {
			if v.words[i].pos&p.as != 0 {
				list = append(list, int32(i))
			}
		}
		slices.SortStableFunc(list, func(a, b int32) int { return cmp.Compare(v.words[b].df, v.words[a].df) })
		list = list[:min(len(list), maxFrequent)]
		for i, a := range list {
			for _, b := range list[i+1:] {
				if v.lex.Synonymous(v.words[a].lemma, v.words[b].lemma, p.pos) {
					x, y, ok := lexicon.SynsetRank(v.words[a].lemma, v.words[b].lemma, p.pos)
					if !ok || x+y > maxSense {
						v.tie(a, b, 0.7)
					}
				}
			}
		}
	}
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }

// stem cuts a lemma to the part that its relatives share: invasion and invade
// meet only in WordNet, but diplomat and diplomatic do here.
func stem(w string) string {
	for _, suf := range suffixes {
		if len(w)-len(suf) >= 4 && strings.HasSuffix(w, suf) {
			return w[:len(w)-len(suf)]
		}
	}
	return w
}

var suffixes = [...]string{
	"ization", "isation", "ational", "fulness", "ousness", "iveness", "ically", "ation", "ition", "ments", "ment", "ness",
	"ities", "ity", "ical", "ions", "ion", "ers", "ing", "ive", "ous", "ies", "ial", "ian", "ed", "er", "al", "ic", "ly",
	"es", "s", "e", "y",
}
