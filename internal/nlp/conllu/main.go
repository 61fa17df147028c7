// Conllu runs the analyser over CoNLL-U files.
//
//	go run ./internal/nlp/conllu parse [-vote] < FILE.conllu
//	go run ./internal/nlp/conllu eval [-vote] GOLD.conllu
//
// parse keeps the tokens and fills lemma, UPOS, XPOS, head and relation; comments
// and multiword tokens stay. Empty nodes go, and so do features and enhanced
// dependencies, which would describe another tree. eval analyses the tokens of a
// gold file and prints how much is right.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/internal/nlp"
	"github.com/factdiff/factdiff/internal/nlp/treebank"
)

const usage = `usage: conllu parse [-vote] < FILE.conllu
       conllu eval [-vote] GOLD.conllu
`

func main() { os.Exit(run(os.Stdin, os.Stdout, os.Stderr, os.Args[1:])) }

func run(stdin io.Reader, stdout, stderr io.Writer, args []string) int {
	mode := nlp.Greedy
	var rest []string
	for _, a := range args {
		if a == "-vote" || a == "--vote" {
			mode = nlp.Vote
			continue
		}
		rest = append(rest, a)
	}
	var err error
	switch {
	case len(rest) == 1 && rest[0] == "parse":
		err = parse(stdin, stdout, mode)
	case len(rest) == 2 && rest[0] == "eval":
		err = evalFile(rest[1], stdout, mode)
	default:
		fmt.Fprint(stderr, usage)
		return 2
	}
	if err != nil {
		fmt.Fprintln(stderr, "conllu:", err)
		return 1
	}
	return 0
}

// analyse returns the analyser's tokens for the words of a sentence.
func analyse(toks []nlp.Token, s treebank.Sentence, mode nlp.Mode) []nlp.Token {
	toks = toks[:0]
	for _, w := range s.Words {
		toks = append(toks, nlp.Token{Form: w.Form})
	}
	nlp.Default().AnalyseTokens(toks, mode)
	return toks
}

func parse(r io.Reader, w io.Writer, mode nlp.Mode) error {
	out := bufio.NewWriter(w)
	var toks []nlp.Token
	err := treebank.Each(r, func(s treebank.Sentence) error {
		toks = analyse(toks, s, mode)
		next := 0
		for i, line := range s.Lines {
			switch {
			case next < len(s.Words) && s.Words[next].Line == i:
				t := &toks[next]
				col := strings.Split(line, "\t")
				col[2], col[3], col[4], col[5] = t.Lemma, t.UPOS, t.XPOS, "_"
				col[6], col[7], col[8] = strconv.Itoa(t.Head+1), t.Rel, "_"
				line = strings.Join(col, "\t")
				next++
			case line[0] != '#' && treebank.IsEmptyNode(line):
				continue
			}
			out.WriteString(line)
			out.WriteByte('\n')
		}
		out.WriteByte('\n')
		return nil
	})
	if err != nil {
		return err
	}
	return out.Flush()
}
