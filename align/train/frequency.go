package main

import (
	"bufio"
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// leastCount is how often a lemma must occur to be listed: what is rarer is
// as rare as what does not occur at all.
const leastCount = 3

// writeFrequencies counts the lemmas of the treebanks in dir (their .conllu
// files) and writes align/background.txt: one line for each level of
// frequency, the half octaves of the count, with its lemmas in alphabetical
// order.
func writeFrequencies(dir, out string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.conllu"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no treebank in %s", dir)
	}
	count := map[string]int{}
	total := 0
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		sc := bufio.NewScanner(bytes.NewReader(data))
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			col := strings.Split(sc.Text(), "\t")
			if len(col) < 4 || strings.ContainsAny(col[0], "-.") || col[3] == "PUNCT" {
				continue
			}
			total++
			if lemma := strings.ToLower(col[2]); plainWord(lemma) {
				count[lemma]++
			}
		}
		if err := sc.Err(); err != nil {
			return err
		}
	}
	levels := map[int][]string{}
	top := 0
	for w, n := range count {
		if n >= leastCount {
			l := int(math.Round(2 * math.Log2(float64(n))))
			levels[l] = append(levels[l], w)
			top = max(top, l)
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "# How often a lemma occurs in English text: half octaves of its count, then the lemmas. See NOTICE.md.\n")
	fmt.Fprintf(&b, "# Built by: go run ./align/train -frequencies TREEBANKS\n")
	fmt.Fprintf(&b, "total %d\n", total)
	for l := top; l >= 0; l-- {
		if len(levels[l]) > 0 {
			slices.Sort(levels[l])
			fmt.Fprintf(&b, "%d %s\n", l, strings.Join(levels[l], " "))
		}
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

func plainWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && c != '-' && c != '\'' {
			return false
		}
	}
	return len(s) > 1
}
