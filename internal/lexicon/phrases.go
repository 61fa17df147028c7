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

type phrase[T any] struct {
	words []string
	vs    []T
}

func (p *Phrases[T]) index() {
	p.byFirst = make(map[string][]phrase[T], len(p.byKey))
	for _, k := range slices.Sorted(maps.Keys(p.byKey)) {
		words := strings.Fields(k)
		p.byFirst[words[0]] = append(p.byFirst[words[0]], phrase[T]{words, p.byKey[k]})
	}
	for _, list := range p.byFirst {
		slices.SortStableFunc(list, func(a, b phrase[T]) int { return len(b.words) - len(a.words) })
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
next:
	for _, ph := range p.byFirst[words[0]] {
		if len(ph.words) > len(words) {
			continue
		}
		for i, w := range ph.words {
			if words[i] != w {
				continue next
			}
		}
		return ph.vs, len(ph.words)
	}
	return nil, 0
}

// Len is the number of keys.
func (p *Phrases[T]) Len() int { return len(p.byKey) }

// Keys lists the keys in alphabetical order.
func (p *Phrases[T]) Keys() []string { return slices.Sorted(maps.Keys(p.byKey)) }
