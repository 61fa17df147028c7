// Package treebank reads CoNLL-U, the format of Universal Dependencies
// (https://universaldependencies.org/format.html).
package treebank

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// A Word is a syntactic word, a line with a plain number.
type Word struct {
	Line                           int // index into Sentence.Lines
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int // index into Sentence.Words, -1 for the root
	Rel                            string
}

// A Sentence keeps its lines as they were, so that comments, multiword tokens
// and empty nodes survive.
type Sentence struct {
	Lines []string
	Words []Word
}

// Each calls f for every sentence of r. A head that is missing ("_") or out of
// range reads as -1.
func Each(r io.Reader, f func(Sentence) error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	var s Sentence
	line := 0
	end := func() error {
		if len(s.Lines) == 0 {
			return nil
		}
		for i := range s.Words {
			if w := &s.Words[i]; w.Head >= len(s.Words) {
				w.Head = -1
			}
		}
		err := f(s)
		s = Sentence{}
		return err
	}
	for sc.Scan() {
		line++
		text := sc.Text()
		if text == "" {
			if err := end(); err != nil {
				return err
			}
			continue
		}
		s.Lines = append(s.Lines, text)
		if text[0] == '#' {
			continue
		}
		col := strings.Split(text, "\t")
		if len(col) != 10 {
			return fmt.Errorf("line %d: %d columns, want 10", line, len(col))
		}
		if strings.ContainsAny(col[0], "-.") {
			continue // a multiword token or an empty node
		}
		if id, err := strconv.Atoi(col[0]); err != nil || id != len(s.Words)+1 {
			return fmt.Errorf("line %d: word number %q, want %d", line, col[0], len(s.Words)+1)
		}
		head := -1
		if h, err := strconv.Atoi(col[6]); err == nil {
			head = h - 1
		}
		s.Words = append(s.Words, Word{
			Line: len(s.Lines) - 1,
			Form: col[1], Lemma: col[2], UPOS: col[3], XPOS: col[4], Feats: col[5], Head: head, Rel: col[7],
		})
	}
	if err := sc.Err(); err != nil {
		return err
	}
	return end()
}

// ReadFile returns all sentences of a file.
func ReadFile(name string) ([]Sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []Sentence
	if err := Each(f, func(s Sentence) error { all = append(all, s); return nil }); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return all, nil
}

// IsEmptyNode reports whether a line is an empty node ("8.1"), a word that the
// enhanced dependencies supply and the text does not have.
func IsEmptyNode(line string) bool {
	id, _, _ := strings.Cut(line, "\t")
	return strings.Contains(id, ".")
}
