// Command train counts how the classes of words follow each other in UD
// treebanks and writes the counts that package marks embeds:
//
//	go run ./internal/marks/train -o internal/marks/order.bin FILE.conllu ...
//
// The same files give the same bytes.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// fewest is how often a function word must stand in the treebanks to be a
// class of its own.
const fewest = 60

// closed are the parts of speech whose words are classes.
var closed = map[string]bool{"ADP": true, "AUX": true, "CCONJ": true, "DET": true, "PART": true, "PRON": true, "SCONJ": true, "PUNCT": true}

type word struct{ lower, upos, xpos string }

func main() {
	out := flag.String("o", "order.bin", "write the counts to `FILE`")
	flag.Parse()
	if err := run(*out, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(out string, files []string) error {
	var sentences [][]word
	for _, f := range files {
		s, err := read(f)
		if err != nil {
			return err
		}
		sentences = append(sentences, s...)
	}
	forms, tags := map[string]int{}, map[string]int{}
	for _, s := range sentences {
		for _, w := range s {
			tags[w.xpos]++
			if closed[w.upos] {
				forms[w.lower]++
			}
		}
	}
	var names []string
	for _, f := range slices.SortedFunc(maps.Keys(forms), func(a, b string) int { return cmp.Or(cmp.Compare(forms[b], forms[a]), cmp.Compare(a, b)) }) {
		if forms[f] >= fewest && len(names) < 190 {
			names = append(names, "="+f)
		}
	}
	names = append(names, slices.Sorted(maps.Keys(tags))...)
	if len(names) > 254 {
		return fmt.Errorf("%d classes", len(names))
	}
	id := map[string]uint32{}
	for i, n := range names {
		id[n] = uint32(i + 1)
	}
	counts := map[uint32]int{}
	for _, s := range sentences {
		var a, b uint32
		for _, w := range append(s, word{}) {
			c := uint32(0)
			if w.xpos != "" {
				c = id[w.xpos]
				if k, ok := id["="+w.lower]; ok {
					c = k
				}
			}
			counts[a<<16|b<<8|c]++
			a, b = b, c
		}
	}
	var raw []byte
	for _, n := range names {
		raw = append(append(raw, n...), '\n')
	}
	raw = append(raw, '\n')
	last := uint32(0)
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		raw = binary.AppendUvarint(raw, uint64(k-last))
		raw = binary.AppendUvarint(raw, uint64(counts[k]))
		last = k
	}
	var b bytes.Buffer
	z, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(raw); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// read reads the words of a CoNLL-U file.
func read(file string) ([][]word, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all [][]word
	var s []word
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<22)
	for sc.Scan() {
		line := sc.Text()
		if line == "" {
			if len(s) > 0 {
				all = append(all, s)
			}
			s = nil
			continue
		}
		c := strings.Split(line, "\t")
		if line[0] == '#' || len(c) != 10 || strings.ContainsAny(c[0], "-.") {
			continue
		}
		plain := strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"", "–", "-", "—", "-").Replace(strings.ToLower(c[1]))
		s = append(s, word{plain, c[3], c[4]})
	}
	return all, sc.Err()
}
