package main

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/internal/nlp/treebank"
)

// Patterns are constructions of news annotated once and filled in many times:
// "the frigate Aurora", "On Monday Ann Lee resigned". Where a treebank has a
// construction three times, the parser learns its words and not its form; of many
// fillings only the form is left to learn.
const (
	patternsFile = "patterns.txt"
	fillings     = 16 // of each pattern
)

// patterns are the lists and the sentences of a file of patterns.
type patterns struct {
	lists     map[string][]treebank.Word
	sentences [][]slot
	random    *rand.Rand // with a fixed seed: a training can be repeated to the byte
}

// A slot is a token of a pattern: a word, or the name of a list.
type slot struct {
	list string // "" for a fixed word
	treebank.Word
}

// universal gives the universal tags of the tags that patterns use, but for those
// that depend on the relation (see fill).
var universal = map[string]string{
	"NNP": "PROPN", "NN": "NOUN", "NNS": "NOUN", "JJ": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "RP": "ADP", "IN": "ADP", "DT": "DET", "CC": "CCONJ", "CD": "NUM", "MD": "AUX",
	"VB": "VERB", "VBD": "VERB", "VBZ": "VERB", "VBN": "VERB", "VBG": "VERB", "TO": "PART", "POS": "PART", "PRP$": "PRON", "WP$": "PRON", "WDT": "PRON",
}

// readPatterns reads a file of patterns and fills each in with words that a
// generator with a fixed seed picks.
func readPatterns(data []byte) ([]treebank.Sentence, error) {
	p := &patterns{lists: map[string][]treebank.Word{}, random: rand.New(rand.NewPCG(1, 2))}
	sc := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; sc.Scan(); n++ {
		if err := p.line(sc.Text()); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", patternsFile, n, err)
		}
	}
	var out []treebank.Sentence
	for _, s := range p.sentences {
		for range fillings {
			out = append(out, p.fill(s))
		}
	}
	return out, sc.Err()
}

// line reads a line of the file: a list, a sentence or a comment.
func (p *patterns) line(text string) error {
	fields := strings.Fields(text)
	switch {
	case len(fields) == 0 || fields[0] == "#":
		return nil
	case strings.HasPrefix(fields[0], "@"):
		if len(fields) < 3 {
			return fmt.Errorf("a list without words")
		}
		for _, f := range fields[2:] {
			p.lists[fields[0][1:]] = append(p.lists[fields[0][1:]], parseWord(f, fields[1]))
		}
		return nil
	}
	s := make([]slot, len(fields))
	for i, f := range fields {
		f, relation, ok := cutLast(f, "/")
		if !ok {
			return fmt.Errorf("token %d: no relation", i+1)
		}
		rel, to, _ := strings.Cut(relation, ">")
		head, err := strconv.Atoi(to)
		if err != nil || head < 0 || head > len(fields) {
			return fmt.Errorf("token %d: no head in %q", i+1, relation)
		}
		if strings.HasPrefix(f, "{") {
			s[i].list = strings.Trim(f, "{}")
			if s[i].list != "PERSON" && p.lists[s[i].list] == nil {
				return fmt.Errorf("token %d: no list %s", i+1, s[i].list)
			}
		} else {
			form, xpos, ok := cutLast(f, "/")
			if !ok {
				return fmt.Errorf("token %d: no tag", i+1)
			}
			s[i].Word = parseWord(form, xpos)
		}
		s[i].Head, s[i].Rel = head-1, rel
	}
	p.sentences = append(p.sentences, s)
	return nil
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if i := strings.LastIndex(s, sep); i > 0 {
		return s[:i], s[i+1:], true
	}
	return s, "", false
}

// parseWord makes a word of "form" or "form=lemma".
func parseWord(f, xpos string) treebank.Word {
	form, lemma, ok := strings.Cut(f, "=")
	if !ok {
		if lemma = form; xpos != "NNP" {
			lemma = strings.ToLower(form)
		}
	}
	upos := universal[xpos]
	if upos == "" {
		upos = "PUNCT"
	}
	return treebank.Word{Form: form, Lemma: lemma, UPOS: upos, XPOS: xpos, Feats: "_"}
}

// fill makes a sentence of a pattern.
func (p *patterns) fill(pattern []slot) treebank.Sentence {
	var s treebank.Sentence
	at := make([]int, len(pattern)) // where each token of the pattern stands
	for i, t := range pattern {
		at[i] = len(s.Words)
		w := t.Word
		switch t.list {
		case "":
		case "PERSON":
			for k, name := range p.person() {
				w = parseWord(name, "NNP")
				w.Head, w.Rel = t.Head, t.Rel
				if k > 0 {
					w.Head, w.Rel = i, "flat"
				}
				s.Words = append(s.Words, w)
			}
			continue
		default:
			w = p.lists[t.list][p.random.IntN(len(p.lists[t.list]))]
			w.Head, w.Rel = t.Head, t.Rel
		}
		s.Words = append(s.Words, w)
	}
	for i := range s.Words {
		w := &s.Words[i]
		if w.Head >= 0 {
			w.Head = at[w.Head]
		}
		if i == 0 {
			w.Form = strings.ToUpper(w.Form[:1]) + w.Form[1:]
		}
		switch {
		case w.Rel == "aux" || w.Rel == "aux:pass" || w.Rel == "cop":
			w.UPOS = "AUX"
		case w.Rel == "mark" && w.XPOS == "IN":
			w.UPOS = "SCONJ"
		case w.Rel == "advmod" && w.Lemma == "not":
			w.UPOS = "PART"
		}
	}
	return s
}

// The parts that names are made of: what no reader has seen as well as what many
// bear.
var (
	first   = strings.Fields("Ann Tom Maria Ahmed Li Olga Peter Rosa Ivan Fatima Kofi Hiroshi Elena Juan Mette Omar Sean Ngozi Pavel Lucia Dmitri Amina Jorge Ingrid Samuel Yuki Karim Nadia Viktor Aoife Tariq Milan Zofia Andrei Grace Emeka")
	middle  = strings.Fields("al de van bin von O. J. M. Luis Maria Ali")
	initial = strings.Fields("Ba Ber Da Dor Fe Gar Hal Ja Kar Ko La Ler Ma Men Mor Na Nov O Pe Ra Ros Sa Shev Ta Tor U Va Vel Wo Ya Za")
	final   = strings.Fields("lan ric sen son ov enko adze ski man berg nen mura tero lides ng quez oglu ric ram ssey rick wami yev stad bara dini")
)

// person returns a name of one to three words.
func (p *patterns) person() []string {
	pick := func(list []string) string { return list[p.random.IntN(len(list))] }
	last := pick(initial) + pick(final)
	switch p.random.IntN(8) {
	case 0, 1:
		return []string{last}
	case 2:
		return []string{pick(first), pick(middle), last}
	}
	return []string{pick(first), last}
}
