package main

import (
	"bytes"
	"os"
	"slices"
	"strings"
)

// properNames lists the single words that WordNet knows only as names: every
// sense of theirs is an instance (a river, a writer, a city) and none a class.
// Other parts of speech count against: "may" is a month and a verb.
func (db *database) properNames() []string {
	nouns := db.parts[0]
	var out []string
	for id, lemma := range nouns.lemmas {
		if len(nouns.senses[id]) == 0 || strings.ContainsAny(lemma, " -.'0123456789") {
			continue
		}
		if slices.ContainsFunc(db.parts[1:], func(p *part) bool { _, ok := p.id[lemma]; return ok }) {
			continue
		}
		instances := true
		for _, s := range nouns.senses[id] {
			instances = instances && slices.ContainsFunc(nouns.synsets[s].pointers, func(p pointer) bool { return p.symbol == "@i" })
		}
		if instances {
			out = append(out, lemma)
		}
	}
	slices.Sort(out)
	return out
}

// writeProper writes the names, one a line.
func (db *database) writeProper(file string) error {
	var b bytes.Buffer
	for _, w := range db.properNames() {
		b.WriteString(w)
		b.WriteByte('\n')
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}
