package lexicon

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Phrases is a table by phrase: one or more words in lower case, parted by one space. A hyphen or an apostrophe is
// part of its word ("so-called", "won't").
type Phrases[T any] struct {
	byKey   map[string][]T
	byFirst map[string][]phrase[T] // phrases that begin with a word, by the second and then the longest first

	keys, firsts sieve // of the maps
}

// phrase is a phrase but for its first word. The second stands by itself: hundreds begin with "in", and few of them go on
// alike.
type phrase[T any] struct {
	second string // "" where there is none
	rest   []string
	vs     []T
}

func (p *Phrases[T]) index() {
	p.byFirst = make(map[string][]phrase[T], len(p.byKey))
	for _, k := range slices.Sorted(maps.Keys(p.byKey)) {
		words := strings.Fields(strings.ReplaceAll(k, "'s ", " 's ")) // as texts are parted
		ph := phrase[T]{vs: p.byKey[k]}
		if len(words) > 1 {
			ph.second, ph.rest = words[1], words[2:]
		}
		p.byFirst[words[0]] = append(p.byFirst[words[0]], ph)
	}
	for _, list := range p.byFirst {
		slices.SortFunc(list, func(a, b phrase[T]) int {
			return cmp.Or(strings.Compare(a.second, b.second), cmp.Compare(len(b.rest), len(a.rest)), slices.Compare(a.rest, b.rest))
		})
	}
	p.keys, p.firsts = newSieve(p.byKey), newSieve(p.byFirst)
}

// Get gives the entry of a phrase; of several the one of the last file, and within a file the first.
func (p *Phrases[T]) Get(key string) (v T, ok bool) {
	if vs := p.GetAll(key); len(vs) > 0 {
		return vs[0], true
	}
	return v, false
}

// Has reports whether there is an entry for the phrase.
func (p *Phrases[T]) Has(key string) bool { return len(p.GetAll(key)) > 0 }

// GetAll gives all entries of a phrase. The slice is the table's own: do not change it.
func (p *Phrases[T]) GetAll(key string) []T {
	if !p.keys.mayHold(key) {
		return nil
	}
	return p.byKey[key]
}

// Longest gives the entries of the longest phrase that words begin with, and how many words it has; 0 for none. The
// words are lower-case forms or lemmas, as the table wants; nothing is allocated.
func (p *Phrases[T]) Longest(words []string) (vs []T, n int) {
	if len(words) == 0 || !p.firsts.mayHold(words[0]) {
		return nil, 0
	}
	list := p.byFirst[words[0]]
	if len(words) > 1 && words[1] != "" {
		at, _ := slices.BinarySearchFunc(list, words[1], func(ph phrase[T], w string) int { return strings.Compare(ph.second, w) })
		for ; at < len(list) && list[at].second == words[1]; at++ {
			if ph := &list[at]; begins(words[2:], ph.rest) {
				return ph.vs, 2 + len(ph.rest)
			}
		}
	}
	if len(list) > 0 && list[0].second == "" {
		return list[0].vs, 1
	}
	return nil, 0
}

func begins(words, with []string) bool {
	return len(words) >= len(with) && slices.Equal(words[:len(with)], with)
}

// Len is the number of keys.
func (p *Phrases[T]) Len() int { return len(p.byKey) }

// Keys lists the keys in alphabetical order.
func (p *Phrases[T]) Keys() []string { return slices.Sorted(maps.Keys(p.byKey)) }
