// Command evalwords measures the word alignment against manual ones.
//
//	go run ./align/evalwords [-split dev] FILE
//
// FILE holds a JSON object a line: two sentences a and b, their tokens parted
// by spaces, and the links that annotators made, sure and possible, as pairs
// of token numbers. The tokens are analysed as they are given.
//
// Printed are the precision (links made that are sure or possible), the recall
// (sure links made) and F1, over all links; the recall over the links of one
// word to one word, for the aligner makes no others; and the precision by kind
// of link, for differences are placed on the strong kinds.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
	"time"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/nlp"
	"github.com/factdiff/factdiff/witness"
)

type row struct {
	ID, Split, A, B string
	Sure, Possible  [][2]int
}

var kinds = [...]string{"same", "value", "variant", "synonym", "related", "structure"}

func main() {
	log.SetFlags(0)
	log.SetPrefix("evalwords: ")
	split := flag.String("split", "dev", "the part to measure on")
	wrong := flag.String("wrong", "", "list the wrong links of this kind")
	missed := flag.Bool("missed", false, "list the sure links of one content word to one that were not made")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("want the file of the manual alignments")
	}
	rows, err := read(flag.Arg(0), *split)
	if err != nil {
		log.Fatal(err)
	}
	var made, right, sure, found, single, singleFound int
	var byKind, rightKind [len(kinds)]int
	var took time.Duration
	for _, r := range rows {
		a, b := statement("a", r.A), statement("b", r.B)
		start := time.Now()
		links := align.Words(lexicon.Default(), a, b)
		took += time.Since(start)
		is := map[[2]int]bool{}
		good := map[[2]int]bool{}
		da, db := map[int]int{}, map[int]int{}
		for _, s := range r.Sure {
			is[s], good[s] = true, true
			da[s[0]]++
			db[s[1]]++
		}
		for _, s := range r.Possible {
			good[s] = true
		}
		got := map[[2]int]bool{}
		for _, l := range links {
			k := [2]int{l.A, l.B}
			got[k] = true
			made++
			byKind[l.Kind]++
			if good[k] {
				right++
				rightKind[l.Kind]++
			} else if *wrong == kinds[l.Kind] {
				fmt.Printf("%s/%s\t%s | %s\n", a.Tokens[l.A].Form, b.Tokens[l.B].Form, r.A, r.B)
			}
		}
		for s := range is {
			sure++
			if got[s] {
				found++
			}
			if da[s[0]] == 1 && db[s[1]] == 1 {
				single++
				if got[s] {
					singleFound++
				} else if *missed && align.Content(&a.Tokens[s[0]]) && align.Content(&b.Tokens[s[1]]) {
					fmt.Printf("%s/%s\t%s | %s\n", a.Tokens[s[0]].Form, b.Tokens[s[1]].Form, r.A, r.B)
				}
			}
		}
	}
	p, q := ratio(right, made), ratio(found, sure)
	fmt.Printf("%d pairs: precision %.3f recall %.3f f1 %.3f; recall of single links %.3f; %.0f µs a pair\n", len(rows), p, q, 2*p*q/(p+q), ratio(singleFound, single), float64(took.Microseconds())/float64(len(rows)))
	for k, n := range byKind {
		fmt.Printf("  %-10s %6d links, %.3f right\n", kinds[k], n, ratio(rightKind[k], n))
	}
}

func ratio(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

func read(name, split string) ([]row, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []row
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var r row
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			return nil, err
		}
		if r.Split == split {
			out = append(out, r)
		}
	}
	return out, sc.Err()
}

// statement analyses tokens that are parted by spaces.
func statement(id, text string) *witness.Statement {
	w := &witness.Witness{ID: id, Text: text}
	st := &witness.Statement{Witness: w, Span: witness.Span{End: len(text)}}
	var toks []nlp.Token
	at := 0
	for _, form := range strings.Split(text, " ") {
		toks = append(toks, nlp.Token{Start: at, End: at + len(form), Form: form})
		at += len(form) + 1
	}
	nlp.Default().AnalyseTokens(toks, nlp.Greedy)
	for _, t := range toks {
		lower := strings.ToLower(t.Form)
		lemma := strings.ToLower(t.Lemma)
		if lemma == "" {
			lemma = lower
		}
		st.Tokens = append(st.Tokens, witness.Token{
			Span: witness.Span{Start: t.Start, End: t.End}, Form: t.Form, Lower: lower, Lemma: lemma,
			UPOS: t.UPOS, XPOS: t.XPOS, Head: t.Head, Rel: t.Rel, Conf: t.Conf,
		})
	}
	w.Statements = []*witness.Statement{st}
	return st
}
