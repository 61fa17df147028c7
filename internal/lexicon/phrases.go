package lexicon

import (
	"maps"
	"slices"
	"strings"
)

// Phrases is a table by phrase: one or more words in lower case, parted by one space. A hyphen or an apostrophe is
// part of its word ("so-called", "won't").
type Phrases[T any] struct {
	byKey   map[string][]T
	byFirst map[string][]phrase[T] // phrases that begin with a word, the longest first
}

// phrase is a phrase but for its first word. The second stands by itself, as it is what nearly all are told apart by.
type phrase[T any] struct {
	second string // "" where there is none
	rest   []string
	vs     []T
}

// len is the number of words.
func (ph *phrase[T]) len() int {
	if ph.second == "" {
		return 1
	}
	return 2 + len(ph.rest)
}

func (p *Phrases[T]) index() {
	p.byFirst = make(map[string][]phrase[T], len(p.byKey))
	for _, k := range slices.Sorted(maps.Keys(p.byKey)) {
		words := strings.Fields(k)
		ph := phrase[T]{vs: p.byKey[k]}
		if len(words) > 1 {
			ph.second, ph.rest = words[1], words[2:]
		}
		p.byFirst[words[0]] = append(p.byFirst[words[0]], ph)
	}
	for _, list := range p.byFirst {
		slices.SortStableFunc(list, func(a, b phrase[T]) int { return b.len() - a.len() })
	}
}

// Get gives the entry of a phrase; of several the one of the last file, and within a file the first.
func (p *Phrases[T]) Get(key string) (v T, ok bool) {
	if vs := p.byKey[key]; len(vs) > 0 {
		return vs[0], true
	}
	return v, false
}

// Has reports whether there is an entry for the phrase.
func (p *Phrases[T]) Has(key string) bool { return len(p.byKey[key]) > 0 }

// GetAll gives all entries of a phrase. The slice is the table's own: do not change it.
func (p *Phrases[T]) GetAll(key string) []T { return p.byKey[key] }

// Longest gives the entries of the longest phrase that words begin with, and how many words it has; 0 for none. The
// words are lower-case forms or lemmas, as the table wants; nothing is allocated.
func (p *Phrases[T]) Longest(words []string) (vs []T, n int) {
	if len(words) == 0 {
		return nil, 0
	}
	list := p.byFirst[words[0]]
	for i := range list {
		ph := &list[i]
		switch {
		case ph.second == "":
			return ph.vs, 1
		case len(words) > 1 && words[1] == ph.second && begins(words[2:], ph.rest):
			return ph.vs, ph.len()
		}
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
