package align

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

// In five reports a word's frequency says little: "the" words of the event
// (earthquake, talks) are frequent because the event is about them, and half
// of the rest occurs once. So each word has two weights: its rarity among the
// statements of the event, and its rarity in English at large, from counts in
// two treebanks (NOTICE.md).

//go:embed background.txt
var backgroundText string

type backgroundTable struct {
	log   map[string]float64 // log of the count
	total float64            // log of the number of words counted
}

var background = sync.OnceValue(func() *backgroundTable {
	t := &backgroundTable{log: make(map[string]float64, 1<<14)}
	for line := range strings.SplitSeq(backgroundText, "\n") {
		head, rest, ok := strings.Cut(line, " ")
		if !ok || head == "#" {
			continue
		}
		number := head
		if head == "total" {
			number = rest
		}
		n, err := strconv.Atoi(number)
		if err != nil {
			panic("align: background.txt is damaged: " + line)
		}
		if head == "total" {
			t.total = math.Log(float64(n))
			continue
		}
		for w := range strings.SplitSeq(rest, " ") {
			t.log[w] = float64(n) / 2 * math.Ln2
		}
	}
	return t
})

// rarity is the weight of a lemma in English at large: from 0 for the most
// frequent to 1 for one that was not counted.
func (t *backgroundTable) rarity(lemma string) float64 {
	const floor = 3.5 // log of the words per occurrence of "the": nothing is lighter
	return max(0, (t.total-t.log[lemma]-floor)/(t.total-floor))
}
