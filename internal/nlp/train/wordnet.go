package main

import (
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/factdiff/factdiff/internal/nlp/surface"
)

// The parts of speech a form may have, as a dictionary tells.
const (
	noun = 1 << iota
	verb
	adjective
	adverb
	name   // only ever capitalised
	plural // of a noun
	third  // person singular of a verb
	past   // or participle of a verb
	gerund
	comparative
	superlative
)

// wordnetFiles are those that are read, of Debian's wordnet-base.
var wordnetFiles = []string{
	"data.noun", "data.verb", "index.noun", "index.verb", "index.adj", "index.adv",
	"noun.exc", "verb.exc", "adj.exc", "adv.exc",
}

// A wordList gathers what forms may be.
type wordList struct {
	dir    string
	lemmas map[string]surface.Entry
	forms  map[string]surface.Entry
	// irregular holds lemma and bit of the inflections that are listed.
	irregular map[inflection]bool
}

type inflection struct {
	lemma string
	bit   uint16
}

// dictionary lists the words of WordNet, with their regular and irregular
// inflections: what parts of speech they may be, and the subject field
// (lexicographer file: person, time, communication, motion ...) of their most
// frequent sense.
func dictionary(dir string) (*surface.Dictionary, error) {
	l := &wordList{dir: dir, lemmas: map[string]surface.Entry{}, forms: map[string]surface.Entry{}, irregular: map[inflection]bool{}}
	steps := []func() error{
		func() error { return l.readIndex("noun", noun) },
		func() error { return l.readIndex("verb", verb) },
		func() error { return l.readIndex("adj", adjective) },
		func() error { return l.readIndex("adv", adverb) },
		l.readNames,
		func() error { return l.readExceptions("noun", noun) },
		func() error { return l.readExceptions("verb", verb) },
		func() error { return l.readExceptions("adj", adjective) },
		func() error { return l.readExceptions("adv", adverb) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	l.inflect()
	return l.pack(), nil
}

// lines calls f with the fields of every line of a file but those of its licence.
func (l *wordList) lines(name string, f func(fields []string)) error {
	data, err := os.ReadFile(filepath.Join(l.dir, name))
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(data)) {
		if fields := strings.Fields(line); len(fields) > 1 && line[0] != ' ' {
			f(fields)
		}
	}
	return nil
}

// word reports whether a lemma is one word of letters.
func word(s string) bool { return len(s) > 0 && !strings.ContainsAny(s, "_0123456789") }

// readIndex reads the lemmas of a part of speech.
func (l *wordList) readIndex(name string, bit uint16) error {
	field := map[string]uint8{} // by synset
	if bit == noun || bit == verb {
		err := l.lines("data."+name, func(f []string) {
			n, _ := strconv.Atoi(f[1])
			field[f[0]] = uint8(n) + 1
		})
		if err != nil {
			return err
		}
	}
	return l.lines("index."+name, func(f []string) {
		if !word(f[0]) {
			return
		}
		// lemma pos synset_cnt p_cnt symbols... sense_cnt tagsense_cnt synsets...
		senses, _ := strconv.Atoi(f[2])
		first := field[f[len(f)-senses]]
		e := l.lemmas[f[0]]
		e.POS |= bit
		switch bit {
		case noun:
			e.Noun = first
		case verb:
			e.Verb = first
		}
		l.lemmas[f[0]] = e
	})
}

// readNames tells names from nouns: a noun that is never written small.
func (l *wordList) readNames() error {
	small, capital := map[string]bool{}, map[string]bool{}
	err := l.lines("data.noun", func(f []string) {
		n, _ := strconv.ParseInt(f[3], 16, 0)
		for i := range int(n) {
			w := f[4+2*i]
			switch low := strings.ToLower(w); {
			case !word(w):
			case w == low:
				small[low] = true
			case unicode.IsUpper(rune(w[0])):
				capital[low] = true
			}
		}
	})
	for w := range capital {
		e := l.lemmas[w]
		e.POS |= name
		if !small[w] {
			e.POS &^= noun
		}
		l.lemmas[w] = e
	}
	return err
}

// readExceptions reads irregular inflections.
func (l *wordList) readExceptions(name string, pos uint16) error {
	return l.lines(name+".exc", func(f []string) {
		if !word(f[0]) {
			return
		}
		bit := uint16(comparative)
		switch {
		case pos == noun:
			bit = plural
		case pos == verb && strings.HasSuffix(f[0], "ing"):
			bit = gerund
		case pos == verb && strings.HasSuffix(f[0], "s"):
			bit = third
		case pos == verb:
			bit = past
		case strings.HasSuffix(f[0], "st"):
			bit = superlative
		}
		for _, lemma := range f[1:] {
			l.irregular[inflection{lemma, bit}] = true
			l.add(f[0], bit, l.lemmas[lemma])
		}
	})
}

// add notes an inflected form of a lemma. The field of the first lemma stays.
func (l *wordList) add(form string, bit uint16, lemma surface.Entry) {
	e := l.forms[form]
	e.POS |= bit
	switch {
	case bit == plural && e.Noun == 0:
		e.Noun = lemma.Noun
	case bit&(third|past|gerund) != 0 && e.Verb == 0:
		e.Verb = lemma.Verb
	}
	l.forms[form] = e
}

// inflect adds the lemmas and their regular inflections.
func (l *wordList) inflect() {
	lemmas := slices.Sorted(maps.Keys(l.lemmas))
	for _, w := range lemmas {
		e, f := l.lemmas[w], l.forms[w]
		f.POS |= e.POS
		f.Noun, f.Verb = cmp.Or(e.Noun, f.Noun), cmp.Or(e.Verb, f.Verb)
		l.forms[w] = f
	}
	for _, w := range lemmas {
		e := l.lemmas[w]
		if len(w) < 2 {
			continue
		}
		for _, r := range []struct {
			of, bit uint16
			ending  string
			longest int
		}{
			{noun, plural, "s", 99}, {verb, third, "s", 99}, {verb, past, "ed", 99}, {verb, gerund, "ing", 99},
			{adjective, comparative, "er", 7}, {adjective, superlative, "est", 7},
		} {
			if e.POS&r.of != 0 && len(w) <= r.longest && !l.irregular[inflection{w, r.bit}] {
				for _, form := range inflected(w, r.ending) {
					l.add(form, r.bit, e)
				}
			}
		}
	}
}

// pack makes the dictionary. Two forms with one key share an entry.
func (l *wordList) pack() *surface.Dictionary {
	byKey := map[uint32]surface.Entry{}
	for _, form := range slices.Sorted(maps.Keys(l.forms)) {
		var w surface.Word
		w.Of(form)
		key := surface.SetKey(w.Lower)
		if _, ok := byKey[key]; !ok {
			byKey[key] = l.forms[form]
		}
	}
	// The commonest entries first: their numbers take a byte.
	count := map[surface.Entry]int{}
	for _, e := range byKey {
		count[e]++
	}
	d := &surface.Dictionary{Words: surface.NewSet(slices.Sorted(maps.Keys(byKey)))}
	d.Entries = slices.SortedFunc(maps.Keys(count), func(a, b surface.Entry) int {
		return cmp.Or(count[b]-count[a], cmp.Compare(a.POS, b.POS), cmp.Compare(a.Noun, b.Noun), cmp.Compare(a.Verb, b.Verb))
	})
	class := map[surface.Entry]uint16{}
	for i, e := range d.Entries {
		class[e] = uint16(i)
	}
	for _, k := range d.Words.Keys {
		d.Class = append(d.Class, class[byKey[k]])
	}
	return d
}

// inflected writes a regular inflection. A long word that ends in vowel and
// consonant doubles the consonant if it is stressed there ("permitted", but
// "visited"), which spelling does not tell: it gets both forms.
func inflected(w, ending string) []string {
	n := len(w)
	last, before := w[n-1], w[n-2]
	switch {
	case last == 'y' && !vowel(before) && ending == "s":
		return []string{w[:n-1] + "ies"}
	case last == 'y' && !vowel(before) && ending != "ing":
		return []string{w[:n-1] + "i" + ending}
	case ending == "s" && (strings.ContainsRune("sxz", rune(last)) || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh")):
		return []string{w + "es"}
	case ending == "s":
		return []string{w + "s"}
	case last == 'e' && ending == "ing" && !strings.ContainsRune("eoy", rune(before)):
		return []string{w[:n-1] + "ing"}
	case last == 'e' && ending != "ing":
		return []string{w + ending[1:]}
	case n >= 3 && !vowel(last) && !strings.ContainsRune("wxy", rune(last)) && vowel(before) && !vowel(w[n-3]):
		doubled := w + string(last) + ending
		if !strings.ContainsAny(w[:n-2], "aeiouy") {
			return []string{doubled}
		}
		return []string{w + ending, doubled}
	}
	return []string{w + ending}
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
